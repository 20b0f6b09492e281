"""Addresses that stand bare in the text: what the renderer takes for part of them, and what lost its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Link
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, links, shorten
from facingpages.rules.held import What
from facingpages.rules.link_form import syntax_of
from facingpages.rules.rule import INFO, WARNING, Family, Rule

SWALLOWS = Rule(
    "link-swallows",
    WARNING,
    "An address runs on into the words behind it.",
    {"swallows": 'The address is read as "{here}"; a blank or angle brackets end it.'},
    origin="source link",
    evident=True,
)
BARE = Rule(
    "link-bare",
    WARNING,
    "A link with a text of its own is a bare address here.",
    {"bare": 'The source names this link "{text}"; here its address stands bare.'},
    origin="source link",
    evident=True,
)

# Where GitHub's autolinks are read, an address ends at a blank or `<`, whatever the script
# (https://github.github.com/gfm/#autolinks-extension-). Goldmark's and Python-Markdown's do not run on so.
RUNNING_ON = frozenset(("commonmark", "mdx", "learn"))
QUOTED = late(r"([\"'\u201c])([^\"'\u201c\u201d]*)[\"'\u201d]")
REST = late(rb"[\x80-\xff][^\s<]*")
BROKEN = late(rb"\][ \t]{0,3}(?:\(|\xef\xbc\x88)\Z")  # what stands before an address that was meant as a link's
DEFINING = late(rb"\[([^\[\]\n]+)\]:[ \t]*<?\Z")
ENDS = late(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff\u00ab\u00bb\u2018-\u201f]")  # a blank, or a quotation mark


def check(pair: Pair) -> Iterator[Finding]:
    """Bare addresses of each aligned block."""
    for bead in pair.holding(What.BARE):
        bare = [link for block in bead.target for link in block.links if link.form in ("bare", "auto")]
        if bare and bead.target[0].kind not in ("code", "directive"):
            yield from _swallows(pair, bead, bare)
            yield from _unnamed(pair, bead, bare)


def _swallows(pair: Pair, bead: Bead, bare: list[Link]) -> Iterator[Finding]:
    if pair.target.dialect not in RUNNING_ON:
        return
    for link in bare:
        match = REST.match(pair.target.raw, link.end) if link.form == "bare" else None
        if match is None:
            continue
        rest = match.group().decode("utf-8", "replace")
        known = next((one for one in links(bead.source) if one.target == link.target), None)
        if known is None or ENDS.match(rest) or REST.match(pair.source.raw, known.end):
            continue
        end = link.end + len(match.group())
        yield pair.finding(
            SWALLOWS, "swallows", at=(link.start, end), origin=known, bead=bead, here=shorten(link.target + rest)
        )


def _unnamed(pair: Pair, bead: Bead, bare: list[Link]) -> Iterator[Finding]:
    """Links of the source that have a text, where all that is left of them is the address."""
    named = Counter(link.target for link in links(bead.target) if link.form not in ("bare", "auto"))
    plain = {link.target: link for link in bare}
    known = {link.target for link in links(bead.source) if link.form in ("bare", "auto")}
    for old in links(bead.source):
        if old.form in ("bare", "auto") or old.target in known:
            continue
        if old.text.strip(" /") in old.target and not _has_brackets(pair, bead, old):
            continue
        new = plain.get(old.target)
        broken = new is not None and BROKEN.search(pair.target.raw, max(0, new.start - 8), new.start)
        if broken and (broken.group() == b"](" or syntax_of(pair, bead) is not None):
            continue  # it was meant as a link, and is told as a broken one
        if new is not None and _defines(pair, new):
            continue  # told as what defines nothing
        if new is not None and not named[old.target] and "://" not in old.text:
            text = old.text.strip()
            within = QUOTED.fullmatch(text)  # the message puts it in quotation marks
            text = shorten(within[2] if within else text, 40)
            severity = INFO if new.form == "auto" else None  # written as an address on purpose: `<https://a.example>`
            yield pair.finding(BARE, "bare", at=new, origin=old, bead=bead, severity=severity, text=text)
            return


def _defines(pair: Pair, link: Link) -> bool:
    """Whether an address stands behind a label that the source defines, so that it was meant to define it."""
    line = pair.target.line_span(link.start)[0]
    match = DEFINING.search(pair.target.raw, line, link.start)
    return match is not None and any(one.label.encode() == match[1] for one in pair.source.definitions)


def _has_brackets(pair: Pair, bead: Bead, old: Link) -> bool:
    """Whether the text of a link stands in its brackets still, though it is none here."""
    label = pair.source.raw[old.text_start : old.text_end]
    raw = pair.target.raw[bead.target[0].start : bead.target[-1].end]
    return bool(label) and b"[" + label + b"]" in raw


FAMILY = Family((SWALLOWS, BARE), pair=check, of=What.BARE)
