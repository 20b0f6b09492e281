"""The form of links: written so that they are links, and not leading to another language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.document import OBJECT, Block, Link, normal
from facingpages.finding import Finding, Fix
from facingpages.languages.codes import ADDRESSED, SPOKEN, language_of, names_of
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.prepared import SETS_IN
from facingpages.rules.base import Pair, shorten, stretch
from facingpages.rules.identity import identity
from facingpages.rules.mend import UNSAFE, exchange, instead
from facingpages.rules.occurrences import Sought
from facingpages.rules.rule import ERROR, WARNING, Rule

SYNTAX = Rule(
    "link-syntax", ERROR, "A link is broken as Markdown.", {"broken": "This is no link: {shown}"}, evident=True
)
LOCALE = Rule(
    "link-locale",
    WARNING,
    "A link leads to another language than the page's.",
    {
        "named": 'This link names the locale "{locale}"; the source links to "{old}".',
        "within": 'This address is sought below the folder of the page: "{new}"; in the source it begins with a slash.',
    },
    origin="source link",
    evident=True,
)

LABEL = r"\[(?!![A-Z])[^\[\]]"  # no word with a mark for whoever translates it: `[!DNL Name] (a.js)`
SPACED = late(
    r"<\s+(?=\ufffc)|"
    rf"{LABEL}+\](?=\uff08[^\uff08\uff09]*(?:[/.#:]|\ufffc)[^\uff08\uff09]*\uff09)|{LABEL}*\]\s+\((?=[^\s()]*[/.#:][^\s()]*\)|\ufffc)|\](?=\((?:[^\s()]*[/.#:]|\ufffc))"
)
UNOPENED = late(r"\[[^\[\]()]*\((?:[^\s()]*[/.#][^\s()]*|\ufffc)\)|\]\((?:[^\s()]*[/.#]|\ufffc)")
PATH_LOCALE = late(r"/([a-z]{2})-([a-z]{2}|[a-z]{4})(?=/|$)", re.I)
FOLDER = late(r"(?<=/)([a-z]{2,3})(?=/)")
ADDRESS = late(r"\[[^\[\]]+\]\s\((?:https?://|\ufffc|[\w./-]+\.(?:mdx?|html)[#)])")
APART = late(rb"\]([ \t]+)\((?=[^()\s]+\))")


def locales(pair: Pair, bead: Bead, s: Sequence[Link], t: Sequence[Link]) -> Iterator[Finding]:
    """Addresses of the translation that name another language than its own, where the source's do not."""
    ends: dict[str, Link] = {}  # the source's, by what they are compared by
    for new in t:
        if (rooted := _rooted(pair, s, new)) is not None:
            yield pair.finding(LOCALE, "within", at=new, origin=rooted, bead=bead, new=shorten(new.target))
        match = PATH_LOCALE.search(new.target) if new.target[:4] == "http" else None
        if match is None and (named := _abroad(pair, new)):
            if not ends:
                ends = {identity(link.target): link for link in reversed(s)} | {link.target: link for link in s}
            led = ends.get(new.target, ends.get(identity(new.target)))
            if led is not None and not FOLDER.search(led.target):
                fix = _own_locale(pair, new, led, f"/{named}", had=False)
                yield pair.finding(
                    LOCALE, "named", at=new, origin=led, bead=bead, locale=named, old=led.target, fix=fix
                )
            continue
        if match is None or match.group(1).lower() not in ADDRESSED:
            continue
        language = match.group(1).lower()
        if language == language_of(pair.locale):
            continue
        old = next((link for link in s if identity(link.target) == identity(new.target)), None)
        if old is None:
            continue
        had = PATH_LOCALE.search(old.target)
        if had is not None and had.group(1).lower() == language:
            continue
        yield pair.finding(
            LOCALE, "named", at=new, origin=old, bead=bead, locale=match.group(0).strip("/"), old=old.target,
            fix=_own_locale(pair, new, old, match.group(0), had is not None),
        )  # fmt: skip


def unled(pair: Pair, missing: list[Link], blocks: Sequence[Block]) -> list[Link]:
    """Those of the links lost in some blocks that are not there with a label defined nowhere, which is told by itself.

    It is not where what is set in, or a plugin of MkDocs, may define labels.
    """
    page = pair.target
    if not missing or not page.unresolved or DIALECTS[page.dialect].python or SETS_IN.search(page.raw):
        return missing
    if "unresolved" not in pair.memo:
        pair.memo["unresolved"] = (
            {normal(one.label) for one in pair.source.unresolved},
            [one.start for one in page.unresolved],
        )
    known, starts = pair.memo["unresolved"]
    left = list(missing)
    for block in blocks:
        for one in page.unresolved[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            if one.sure and normal(one.label) not in known:
                same = next((old for old in left if old.form == "reference"), left[0] if len(left) == 1 else None)
                if same is not None:
                    left.remove(same)
    return left


def _rooted(pair: Pair, s: Sequence[Link], new: Link) -> Link | None:
    """The link of the source whose address begins with a slash, where this begins with the page's own locale and has none.

    Such a folder would lie in the folder of that locale once more: `ja/docs/` beside `content/ja/p.md`.
    """
    first, slash, _ = new.target.partition("/")
    if not slash or first != pair.locale or f"/{first}/" not in f"/{pair.target.path}":
        return None
    whole = identity(new.target[len(first) :])
    return next((old for old in s if old.target[:1] == "/" and identity(old.target) == whole), None)


def _abroad(pair: Pair, new: Link) -> str:
    """The folder of a third language that an address names, neither the page's nor the source's: `fr` of `/fr/a`."""
    known = language_of(pair.locale), language_of(pair.source.locale or "en")
    path = new.target.partition("#")[0].partition("?")[0]
    named = next((one[1] for one in FOLDER.finditer(path) if one[1] in SPOKEN and one[1] not in known), "")
    return "" if named in names_of(pair.locale) else named


def _own_locale(pair: Pair, new: Link, old: Link, named: str, had: bool) -> Fix | None:
    """The page's own locale in an address, as other links of the page name it; none where the source names none."""
    message = "name the page's own language"
    within = (max(new.text_end, new.start), new.end)
    if not had:
        return exchange(pair.target, within, new.target, old.target, message, UNSAFE)
    if "habit" not in pair.memo:
        pair.memo["habit"] = _habit(pair)
    habit: str = pair.memo["habit"]
    return exchange(pair.target, within, named, habit, message, UNSAFE) if habit else None


def _habit(pair: Pair) -> str:
    """How the links of a page name its own locale; empty where none does."""
    own = language_of(pair.locale)
    for block in pair.target.blocks:
        for link in block.links:
            other = PATH_LOCALE.search(link.target) if link.target[:4] == "http" else None
            if other is not None and other.group(1).lower() == own:
                return other.group(0)
    return ""


def syntax_of(pair: Pair, bead: Bead) -> Finding | None:
    """What is meant to be a link in a block and is none, where the source has nothing like it."""
    for block in bead.target:
        place = _no_link(block)
        if place is not None:
            if any(SPACED.search(other.text) or UNOPENED.search(other.text) for other in bead.source):
                return None
            return _broken(pair, block, *place, bead=bead)
    return None


def syntax_beside(pair: Pair) -> Iterator[Finding]:
    """The same in what only the translation has: an address in brackets behind a text in brackets, nowhere in the source."""
    broken: list[tuple[Block, int, int]] = []
    for unit in pair.extra if b"] (" in pair.target.raw else ():
        for block in unit.blocks:
            place = _no_link(block)
            if place is not None and ADDRESS.match(block.text, place[0]):
                broken.append((block, *place))
    if broken and not any(SPACED.search(other.text) for other in pair.source.blocks):
        for block, first, end in broken:
            yield _broken(pair, block, first, end)


def _no_link(block: Block) -> tuple[int, int] | None:
    """Where in a text something begins and ends that is meant to be a link."""
    text = block.text
    if "[" not in text and "](" not in text and "] (" not in text and "< " not in text:
        return None
    if block.kind in ("code", "directive", "html"):
        return None
    match = SPACED.search(text) or UNOPENED.search(text)
    if match is None or (text[match.start()] == "[" and text[: match.start()].endswith("]")):
        return None  # the label of a reference
    if text[match.start()] == "<" and not _leads(block, block.offset(match.end())):
        return None  # less than what stands in code
    return match.span()


def _broken(pair: Pair, block: Block, at: int, end: int, *, bead: Bead | None = None) -> Finding:
    text = block.text
    first = _opened(text, at)
    shown = text[first : end + (text[end - 1] == "]")]
    begin, start = block.offset(first), block.offset(at)
    line = pair.target.line_span(start)[1]
    return pair.finding(
        SYNTAX,
        "broken",
        at=(begin, min(line, begin + len(shown.encode()))),
        origin=bead.source[0] if bead is not None else None,
        bead=bead,
        shown=shorten(shown.replace(OBJECT, "…")),
        fix=_joined(pair, start, block.offset(end - 1) + 1, line),
    )


def _opened(text: str, at: int) -> int:
    """Where what is no link begins: with the bracket that opens its text, and the sign of a picture before it."""
    opening = text.rfind("[", 0, at) if text[at] == "]" else -1
    if opening > text.rfind("]", 0, at):
        at = opening
    return at - 1 if at and text[at] == "[" and text[at - 1] == "!" else at


def _leads(block: Block, at: int) -> bool:
    """Whether a link begins there."""
    return any(link.start == at for link in block.links)


def _joined(pair: Pair, start: int, end: int, line: int) -> Fix | None:
    """The blank between the brackets of a link taken out, if they are what ends at `end`: others may follow."""
    match = APART.search(pair.target.raw, start, line)
    if match is None or match.end() != end:
        return None
    return instead(pair.target, match.span(1), "", "join the brackets")


def where_lost(block: Block, link: Link, text: Sought) -> tuple[int, int]:
    """Where a lost link's text still stands in the text of a block, else the block."""
    at = text.first(link.text) if link.text else -1
    return stretch(block, at, link.text) if at >= 0 else (block.start, block.end)
