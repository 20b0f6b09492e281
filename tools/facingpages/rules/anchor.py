"""Anchors: explicit ids stay as they are in the source, and a fragment of the page itself leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.document import Heading
from facingpages.finding import Finding
from facingpages.rules.base import Pair, shorten
from facingpages.rules.rule import ERROR, Family, Rule

MISSING = Rule(
    "anchor-missing",
    ERROR,
    "An explicit id of the source is missing.",
    {"missing": 'The id "{there}" of the source is missing.'},
    origin="source id",
)
CHANGED = Rule(
    "anchor-changed",
    ERROR,
    "A heading has another explicit id than in the source.",
    {"changed": 'The id of this heading is "{here}"; in the source it is "{there}".'},
    origin="source heading",
)


def check(pair: Pair) -> Iterator[Finding]:
    """Ids of headings, then ids of everything else over the page."""
    ids = {anchor.text for block in pair.target.blocks for anchor in block.anchors}
    ids |= {block.id for block in pair.target.blocks if isinstance(block, Heading) and block.id}
    for unit in pair.missing:
        for block in unit.blocks:
            for anchor in block.anchors:
                if anchor.text not in ids and not block.text.strip():
                    yield pair.finding(MISSING, "missing", at=pair.gap(unit.position), origin=anchor, there=anchor.text)
    for bead in pair.aligned:
        a = bead.source[0]
        if isinstance(a, Heading) and a.id and a.id not in ids:
            b = bead.target[0]
            if isinstance(b, Heading) and b.id:
                yield pair.finding(CHANGED, "changed", at=b, origin=a, bead=bead, here=b.id, there=a.id)
            else:
                yield pair.finding(
                    MISSING,
                    "missing",
                    at=b,
                    origin=a,
                    bead=bead,
                    there=a.id,
                    text=shorten(a.text),
                    note=CHANGED.origin,
                )
        for block in bead.source:
            for anchor in block.anchors:
                if anchor.text not in ids and anchor.text != (a.id if isinstance(a, Heading) else ""):
                    b = bead.target[0]
                    yield pair.finding(MISSING, "missing", at=b, origin=anchor, bead=bead, there=anchor.text)


FAMILY = Family((MISSING, CHANGED), pair=check)
