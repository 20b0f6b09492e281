"""References to characters, `&nbsp;`, that were damaged: a reader sees their letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair, stretch
from facingpages.rules.mend import SAFE, instead
from facingpages.rules.rule import ERROR, WARNING, Family, Rule
from facingpages.seldom import unescape

ENTITY = Rule(
    "text-entity",
    ERROR,
    "A reference to a character is shown as its letters.",
    {
        "damaged": 'This is no reference to a character: "{here}"; in the source it is "{there}".',
        "shown": 'A reader sees "{here}" here, as it is written.',
    },
    origin="source reference",
    evident=True,
)

# What a reader sees of one: a blank in it, no semicolon or one of full width, the sign itself of full width.
SHOWN = late(r"[&\uff06][ \t]?(#?\w{2,31}+)[ \t]?[;\uff1b]|[&\uff06](#?[A-Za-z0-9]{2,31}+)(?![\w=&])")
WHOLE = late(r"[&\uff06]#?[A-Za-z0-9]+[;\uff1b]")  # with a blank, it may be a sign that joins two words
LOOKED_AT = 200  # signs before one
WRITTEN = late(rb"&(#?\w{2,31});")
USUAL = (
    "amp", "apos", "bull", "copy", "deg", "euro", "gt", "hellip", "laquo", "larr", "ldquo", "lt", "mdash", "middot", "nbsp",
    "ndash", "quot", "raquo", "rarr", "rdquo", "reg", "rsquo", "shy", "times", "trade",
)  # fmt: skip
SHORTEST = 3  # letters of a name in which one may be wrong: two are any abbreviation's
MANY = 40  # references that a block lost, of which none is looked for by its letters
ALIKE = str.maketrans("I1|", "lll")


def check(pair: Pair) -> Iterator[Finding]:
    """What looks like a reference and is text, where the source's text does not show the same."""
    raw = pair.target.raw
    if b"&" not in raw and "\uff06".encode() not in raw:
        return
    for bead in pair.aligned:
        yield from _of(pair, bead)
    yield from _in_front_matter(pair)


def _in_front_matter(pair: Pair) -> Iterator[Finding]:
    """A reference in a title, where a site shows it as it is written: Hugo and what builds MDX. Jekyll and MkDocs set a title
    in as HTML."""
    if not (DIALECTS[pair.target.dialect].jsx or pair.target.dialect == "hugo"):
        return
    for key, entry in pair.target.metadata.items():
        old = pair.source.metadata.get(key)
        match = WHOLE.search(entry.value) if "&" in entry.value and old is not None else None
        if match is not None and old is not None and not WHOLE.search(old.value) and _is_known(match.group()[1:-1]):
            yield pair.finding(ENTITY, "shown", at=entry, origin=old, severity=WARNING, here=match.group())


def _of(pair: Pair, bead: Bead) -> Iterator[Finding]:
    lost: Counter[str] | None = None
    shown: dict[str, bool] = {}
    for block in bead.target:
        if block.kind in ("code", "directive") or not ("&" in block.text or "\uff06" in block.text):
            continue
        for match in SHOWN.finditer(block.text):
            here, name = match.group(), match[1] or match[2]
            if here not in shown:
                shown[here] = _is_shown(bead, here)
            if shown[here] or _is_in_address(block.text, match.start()):
                continue
            if lost is None:
                lost = _lost(pair, bead)
            there = _meant(name, lost) if here[-1] in ";\uff1b" else name if lost[name] > 0 else None
            at = stretch(block, match.start(), here)
            if there is not None:
                lost[there] -= 1
            elif not WHOLE.fullmatch(here) or not (_is_known(name) or _slip_of(name, USUAL) is not None):
                continue
            shown[here] = True  # each is told once
            fix = _restored(pair, at, here, there) if there is not None else None
            if there is not None and here != f"&{there};":
                yield pair.finding(
                    ENTITY, "damaged", at=at, origin=bead.source[0], bead=bead, fix=fix, here=here, there=f"&{there};"
                )
            else:  # its sign was escaped, or the source has none
                level = None if there is not None else WARNING
                yield pair.finding(
                    ENTITY, "shown", at=at, origin=bead.source[0], bead=bead, severity=level, fix=fix, here=here
                )


def _is_in_address(text: str, at: int) -> bool:
    """Whether a sign parts arguments of an address: what stands before it up to a blank has a sign of one."""
    before = text[max(0, at - LOOKED_AT) : at].split(" ")[-1]
    return any(sign in before for sign in "/?=")


def _is_shown(bead: Bead, text: str) -> bool:
    """Whether the source shows the same, as text or in code."""
    return any(text in block.text or any(text in code.text for code in block.codes) for block in bead.source)


def _lost(pair: Pair, bead: Bead) -> Counter[str]:
    """The references of some blocks of the source that their counterparts lack, and how often."""
    here, there = (
        Counter(
            match[1].decode()
            for block in side
            if block.kind != "code"
            for match in WRITTEN.finditer(page.raw, block.start, block.end)
        )
        for page, side in ((pair.target, bead.target), (pair.source, bead.source))
    )
    return there - here


def _meant(name: str, lost: Counter[str]) -> str | None:
    """The reference of the source that a name stands for: the same, or one with a slip where there is no such name."""
    if lost[name] > 0:
        return name
    left = [one for one, count in lost.items() if count > 0] if len(lost) <= MANY else []
    if not name.isascii():
        return left[0] if len(left) == 1 else None  # translated
    return _slip_of(name, left) if not _is_known(name) else None


def _is_known(name: str) -> bool:
    """Whether there is a character of this name or number."""
    return not unescape(f"&{name};").endswith(";")


def _slip_of(name: str, names: tuple[str, ...] | list[str]) -> str | None:
    """The one of some names that another is but for a letter, or for letters that look alike."""
    for one in names:
        if name.translate(ALIKE) == one or (name.lower() == one and name != one):
            return one
    if not name.isascii() or not name.islower() or len(name) < SHORTEST - 1:
        return None
    return next((one for one in names if len(one) >= SHORTEST and _is_slip(name, one)), None)


def _is_slip(one: str, other: str) -> bool:
    """Whether a letter was lost, added, exchanged or doubled, or two were swapped."""
    first = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[first:], other[first:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] + a[2:] == b and len(a) == len(b))


def _restored(pair: Pair, at: tuple[int, int], here: str, there: str) -> Fix | None:
    """The source's reference for what is written in its place, with its sign escaped or not."""
    for written in (here.encode(), here.replace("&", "&amp;").encode()):
        if pair.target.raw.startswith(written, at[0]):
            reach = (at[0], at[0] + len(written))
            return instead(pair.target, reach, f"&{there};", "take the reference of the source", SAFE)
    return None


FAMILY = Family((ENTITY,), pair=check)
