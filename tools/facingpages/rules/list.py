"""Lists: their items, their nesting, their kind; and paragraphs that became lists by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Container
from facingpages.finding import Finding, Fix
from facingpages.rules.base import Pair, beginning, whole
from facingpages.rules.contrast import named
from facingpages.rules.mend import instead
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.mend_lists import as_items, as_paragraph, nested, of_kind
from facingpages.rules.rule import ERROR, WARNING, Family, Rule
from facingpages.rules.units import boxes

MISSING = Rule(
    "list-item-missing",
    ERROR,
    "A bullet of the source has no counterpart.",
    {"missing": 'This item of the source has no counterpart: "{text}"'},
    origin="source item",
)
EXTRA = Rule(
    "list-item-extra",
    WARNING,
    "The translation has a bullet that the source lacks.",
    {"extra": 'This item has no counterpart in the source: "{text}"'},
)
MERGED = Rule(
    "list-item-merged",
    WARNING,
    "Two bullets of the source stand in one, or one stands in two.",
    {"merged": "Two items of the source stand in one here.", "split": "One item of the source is split in two here."},
    origin="source item",
)
NESTING = Rule(
    "list-nesting",
    ERROR,
    "A list item stands at another level than in the source.",
    {"level": "This item is at level {here} of the list; in the source it is at level {there}."},
    origin="source item",
)
KIND = Rule(
    "list-kind",
    ERROR,
    "Numbered in the source, bulleted here, or the other way round.",
    {
        "bulleted": "The list is numbered in the source and bulleted here.",
        "numbered": "The list is bulleted in the source and numbered here.",
    },
    origin="source item",
)
LOST = Rule(
    "list-lost",
    ERROR,
    "An item of the source is no list item here.",
    {"paragraph": "The source has a list item here; this is a paragraph."},
    origin="source item",
)
ACCIDENTAL = Rule(
    "list-accidental",
    ERROR,
    "A paragraph became a list item by accident.",
    {"number": 'A paragraph of the source became a numbered list here; write "{fixed}" to keep it a paragraph.'},
)
ADDED = Rule(
    "list-added",
    WARNING,
    "A paragraph of the source is a list item here.",
    {"made": "A paragraph of the source is a list item here."},
)

GLUED = re.compile(r"\s*\d{1,2}[.)][^\W\d_]")  # the source meant a number, too, and forgot the space
SPAN_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "summary", "th", "label", "button"))
ORDINAL = re.compile(rb"\s*\d{1,9}[.)][ \t]")


def check(pair: Pair) -> Iterator[Finding]:
    """Items without counterpart, merged, nested or marked differently, made or lost."""
    blocks = Blocks(pair)
    for unit in pair.missing:
        if unit.kind == "item":
            item = unit.blocks[0]
            yield pair.finding(
                MISSING, "missing", at=pair.gap(unit.position), origin=whole(item), text=named(pair.source, item),
                fix=blocks.put_in(unit),
            )  # fmt: skip
    for unit in pair.extra:
        item = unit.blocks[0]
        if unit.kind == "item" and pair.duplicate_of(item) is None:
            yield pair.finding(
                EXTRA, "extra", at=whole(item), text=named(pair.target, item), fix=blocks.take_out(unit.blocks)
            )
    seen: set[tuple[str, int, int]] = set()
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.marker is None and b.marker is None and (a.parent is None) == (b.parent is None):
            continue
        found = _compare(blocks, bead, a, b, seen)
        if found is not None:
            yield found


def _compare(blocks: Blocks, bead: Bead, a: Block, b: Block, seen: set[tuple[str, int, int]]) -> Finding | None:
    pair = blocks.pair
    place, origin = (beginning(b), b.end), (beginning(a), a.end)
    if a.marker is not None and b.marker is not None:
        for side in (bead.source, bead.target):
            if len(side) == 2 and all(block.marker is not None and not block.marker.ordered for block in side):
                return pair.finding(
                    MERGED, "merged" if side is bead.source else "split", at=place, origin=origin, bead=bead
                )
        depth_a, depth_b = len(boxes(a, "list")), len(boxes(b, "list"))
        if depth_a != depth_b:
            if not _first(seen, "nesting", a.marker.parent, b.marker.parent):
                return None
            return pair.finding(
                NESTING, "level", at=place, origin=origin, bead=bead, here=str(depth_b), there=str(depth_a),
                fix=nested(blocks, a),
            )  # fmt: skip
        if a.marker.ordered != b.marker.ordered and _first(seen, "kind", a.marker.parent, b.marker.parent):
            return pair.finding(
                KIND, "bulleted" if a.marker.ordered else "numbered", at=place, origin=origin, bead=bead,
                fix=of_kind(blocks, a, b),
            )  # fmt: skip
        return None
    if a.marker is not None:
        if b.kind != "paragraph" or boxes(a, "list") == [] or not _first(seen, "lost", a.marker.parent, b.parent):
            return None
        return pair.finding(LOST, "paragraph", at=place, origin=origin, bead=bead, fix=as_items(blocks, a))
    if b.marker is not None and a.kind == "paragraph":
        if GLUED.match(a.text) or not takes_blocks(b):
            return None
        if b.marker.ordered and ORDINAL.match(pair.target.raw[b.marker.start : b.marker.start + 14]):
            written = pair.target.source_text(b.marker.start, b.marker.start + 14).split()[0]
            return pair.finding(
                ACCIDENTAL,
                "number",
                at=place,
                origin=origin,
                bead=bead,
                fixed=written[:-1] + "\\" + written[-1],
                fix=_escaped(pair, b.marker.start, written),
            )
        return pair.finding(ADDED, "made", at=place, origin=origin, bead=bead, fix=as_paragraph(pair, b))
    return None


def _escaped(pair: Pair, start: int, written: str) -> Fix:
    """A backslash before the sign that makes a number a marker."""
    at = start + len(written.encode()) - 1
    return instead(pair.target, (at, at), "\\", "escape the mark")


def takes_blocks(block: Block) -> bool:
    """Whether a list can arise where a block stands: not inside the tags that hold running text."""
    return not any(box.name in SPAN_TAGS for box in boxes(block, "html"))


def _first(seen: set[tuple[str, int, int]], what: str, one: Container | None, other: Container | None) -> bool:
    """True once for each pair of lists, so that a whole list told differently is one finding."""
    key = (what, id(one), id(other) if what == "kind" else 0)
    if key in seen:
        return False
    seen.add(key)
    return True


FAMILY = Family((MISSING, EXTRA, MERGED, NESTING, KIND, LOST, ACCIDENTAL, ADDED), pair=check)
