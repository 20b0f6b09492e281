"""What is folded away: `<details>` of HTML begins and ends where it does in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facingpages.align import Bead
from facingpages.document import Block
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten
from facingpages.rules.rule import ERROR, Rule

FOLDS = "details"
SHUT = late(
    rb"<details\b[^<>]*>[\s>]*(?:<summary\b[^<>]*>(?:[^<]|<(?!/summary>|details))*</summary>[\s>]*)?(</details>)"
)  # also in a quotation


def elsewhere(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """What folds text away and stands elsewhere in the source, each told once, where it stands."""
    tags = {id(tag): tag for tag in misfolded(pair).values()}
    for tag in tags.values():
        a, b = tag.source[0], tag.target[0]
        text = shorten(pair.source.source_text(a.start, a.end), 40)
        yield pair.finding(rule, "tag", at=b, origin=a, severity=ERROR, text=text)
    if not tags:
        yield from _shut(pair, rule)


def _shut(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """The end of what folds nothing but its heading, so that all that should be folded is shown, where the source has none."""
    match = SHUT.search(pair.target.raw) if b"</details>" in pair.target.raw else None
    if match is None or SHUT.search(pair.source.raw):
        return
    end = pair.source.raw.find(b"</details>")
    block = next((one for one in pair.target.blocks if one.start <= match.start(1) < one.end), None)
    if end >= 0 and block is not None and block.kind == "html":
        yield pair.finding(
            rule, "tag", at=match.span(1), origin=(end, end + 10), severity=ERROR, text=match[1].decode()
        )


def misfolded(pair: Pair) -> Mapping[int, Bead]:
    """The pairs of tags that fold text and have others before them than in the source, by the identity of all those
    that are told to be elsewhere: theirs, or that of a block that came to stand within them, or fell out."""
    if "misfolded" not in pair.memo:  # two ask
        found: dict[int, Bead] = {}
        moved = [bead for bead in pair.aligned if bead.moved]
        still = [bead for bead in pair.aligned if not bead.moved] if moved else []
        for tag in pair.aligned if moved and _are_as_many(pair) else ():
            if not (_is_end(tag.source[0]) and _is_end(tag.target[0])):
                continue
            across = [bead for bead in (still if tag.moved else moved) if _is_before(bead, tag) is None]
            if any(pair.vouches(bead) for bead in across):
                found |= {id(one): tag for one in (tag, *across) if one.moved}
        pair.memo["misfolded"] = found
    told: dict[int, Bead] = pair.memo["misfolded"]
    return told


def _are_as_many(pair: Pair) -> bool:
    """Whether both pages fold as often: else nobody knows which of several ends is which."""
    name = FOLDS.encode()
    there, here = (document.raw.count(b"</" + name) for document in (pair.source, pair.target))
    return there == here > 0


def _is_before(bead: Bead, tag: Bead) -> bool | None:
    """Whether a pair stands before another; None: on one page it does, on the other it doesn't."""
    there = bead.source[0].index < tag.source[0].index
    here = bead.target[0].index < tag.target[0].index
    return there if there == here else None


def _is_end(block: Block) -> bool:
    """Whether a block of HTML begins or ends what is folded, and not both."""
    if block.kind != "html" or not block.html:
        return False
    tags = [tag.text for tag in block.html]
    return tags.count(FOLDS) != tags.count("/" + FOLDS)
