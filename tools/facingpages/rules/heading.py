"""Headings: the same levels in the same order, and still headings."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.document import Heading
from facingpages.finding import Finding
from facingpages.rules.base import Pair, across
from facingpages.rules.contrast import named
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.rule import ERROR, WARNING, Family, Rule

MISSING = Rule(
    "heading-missing",
    ERROR,
    "A heading of the source, or its whole section, has no counterpart.",
    {
        "section": 'The section "{text}" of the source, with {count} blocks, has no counterpart.',
        "heading": 'The heading "{text}" of the source has no counterpart.',
    },
    origin="source heading",
)
EXTRA = Rule(
    "heading-extra",
    WARNING,
    "The translation has a heading, or a section, that the source lacks.",
    {
        "section": 'The section "{text}", with {count} blocks, has no counterpart in the source.',
        "heading": 'The heading "{text}" has no counterpart in the source.',
    },
)
LEVEL = Rule(
    "heading-level",
    ERROR,
    "A heading has another level than in the source.",
    {"level": "This heading has level {here}; in the source it has level {there}."},
    origin="source heading",
)
LOST = Rule(
    "heading-lost",
    ERROR,
    "A heading of the source is no heading here.",
    {
        "space": "This is no heading: a space is missing after the #.",
        "text": "The source has a heading here; this is a paragraph.",
    },
    origin="source heading",
)
ADDED = Rule(
    "heading-added",
    WARNING,
    "What is a paragraph in the source is a heading here.",
    {"made": "This is a heading; in the source it is a paragraph."},
)
ORDER = Rule(
    "heading-order",
    WARNING,
    "A section stands in another place than in the source.",
    {"moved": 'The section "{text}" stands in another place in the source.'},
    origin="source heading",
)


def check(pair: Pair) -> Iterator[Finding]:
    """Headings missing, extra, of another level, turned into text, moved."""
    blocks = Blocks(pair)
    for unit in pair.missing:
        if unit.kind == "heading":
            block = unit.blocks[0]
            more = len(unit.blocks) - 1
            yield pair.finding(
                MISSING,
                "section" if more else "heading",
                at=pair.gap(unit.position),
                origin=across(block, unit.blocks[-1]),
                text=named(pair.source, block),
                count=str(more),
                fix=blocks.put_in(unit),
            )
    for unit in pair.extra:
        if unit.kind == "heading" and pair.duplicate_of(unit.blocks[0]) is None:
            block = unit.blocks[0]
            more = len(unit.blocks) - 1
            yield pair.finding(
                EXTRA, "section" if more else "heading", at=block, text=named(pair.target, block), count=str(more)
            )
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.kind != "heading" and b.kind != "heading":
            continue
        place, origin = (b.start, b.end), (a.start, a.end)
        if isinstance(a, Heading) and isinstance(b, Heading):
            if a.level != b.level:
                yield pair.finding(
                    LEVEL, "level", at=place, origin=origin, bead=bead, here=str(b.level), there=str(a.level)
                )
            if bead.moved:
                yield pair.finding(ORDER, "moved", at=place, origin=origin, bead=bead, text=named(pair.target, b))
        elif a.kind == "heading":
            message = "space" if b.text.startswith("#") else "text"
            yield pair.finding(LOST, message, at=place, origin=origin, bead=bead)
        else:
            yield pair.finding(ADDED, "made", at=place, origin=origin, bead=bead)


FAMILY = Family((MISSING, EXTRA, LEVEL, LOST, ADDED, ORDER), pair=check)
