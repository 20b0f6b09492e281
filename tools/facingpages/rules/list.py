"""Lists: their items, their nesting, their kind; and paragraphs that became lists by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Container
from facingpages.finding import Finding
from facingpages.rules.base import ERROR, WARNING, Example, Family, Pair, Rule, beginning, boxes, shorten

MISSING = Rule(
    "list-item-missing",
    ERROR,
    "A bullet of the source has no counterpart.",
    "The finding stands where the item should have stood and names it.",
    (Example("- Latvia\n- Sweden, see [rates](r.md)\n- Romania\n", "- Lettland\n- Rumänien\n", ("2:1",)),),
)
EXTRA = Rule(
    "list-item-extra",
    WARNING,
    "The translation has a bullet that the source lacks.",
    "Often an item that was removed from the source since.",
    (
        Example(
            "- `lv` for Latvia\n- `ro` for Romania\n",
            "- `lv` för Lettland\n- `sv` för Sverige\n- `ro` för Rumänien\n",
            ("2:1",),
        ),
    ),
)
MERGED = Rule(
    "list-item-merged",
    WARNING,
    "Two bullets of the source stand in one, or one stands in two.",
    "Nothing is lost, but the list reads differently.",
    (
        Example(
            "- Calls to Latvia are paid from [credits](c.md).\n- Calls to `Zone A` are included in the plan.\n- Other\n",
            "- Samtal till Lettland betalas med [krediter](c.md). Samtal till `Zone A` ingår i abonnemanget.\n- Annat\n",
            ("1:1",),
        ),
    ),
)
NESTING = Rule(
    "list-nesting",
    ERROR,
    "A list item stands at another level than in the source.",
    "A sub-step became a step, or the other way round. Told once for a run of items. How far a nested list is "
    "indented does not matter as long as it is nested.",
    (
        Example(
            "1. Open.\n   - Choose A.\n   - Choose B.\n2. Save.\n",
            "1. Öppna.\n\n- Välj A.\n- Välj B.\n\n2. Spara.\n",
            ("3:1",),
        ),
    ),
)
KIND = Rule(
    "list-kind",
    ERROR,
    "Numbered in the source, bulleted here, or the other way round.",
    "A sequence of steps that lost its numbers, or a list that gained an order it does not have.",
    (Example("1. Open.\n2. Save.\n", "- Öppna.\n- Spara.\n", ("1:1",)),),
)
LOST = Rule(
    "list-lost",
    ERROR,
    "An item of the source is no list item here.",
    "Its marker was lost, or the space after it, so it is a paragraph.",
    (Example("- Latvia\n- Sweden\n\nEnd.\n", "Lettland\n\nSverige\n\nSlut.\n", ("1:1",)),),
)
ACCIDENTAL = Rule(
    "list-accidental",
    ERROR,
    "A paragraph became a list item by accident.",
    "Latvian, Slovene and other languages write ordinals and dates with a full stop; at the start of a paragraph "
    "`2022. gada` or `1. korak:` is a numbered list. A backslash before the stop keeps it a paragraph: `2022\\. gada`.",
    (
        Example("In 2022 we added credits.\n", "2022. gadā pievienojām kredītus.\n", ("1:1",), "lv"),
        Example("In 2022 we added credits.\n", "2022\\. gadā pievienojām kredītus.\n", locale="lv"),
    ),
)
ADDED = Rule(
    "list-added",
    WARNING,
    "A paragraph of the source is a list item here.",
    "The paragraph after a list was indented into it, or gained a marker.",
    (Example("Buy credits.\n\nThen wait.\n", "- Köp krediter.\n\nVänta sedan.\n", ("1:1",)),),
)

GLUED = re.compile(r"\s*\d{1,2}[.)][^\W\d_]")  # the source meant a number, too, and forgot the space
SPAN_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "summary", "th", "label", "button"))
ORDINAL = re.compile(rb"\s*\d{1,9}[.)][ \t]")


def check(pair: Pair) -> Iterator[Finding]:
    """Items without counterpart, merged, nested or marked differently, made or lost."""
    for unit in pair.missing:
        if unit.kind == "item":
            item = unit.blocks[0]
            yield pair.finding(
                MISSING, 'This item of the source has no counterpart: "{text}"', pair.gap(unit.position),
                (beginning(item), item.end), note="source item", text=shorten(item.text),
            )  # fmt: skip
    for unit in pair.extra:
        item = unit.blocks[0]
        if unit.kind == "item" and pair.duplicate_of(item) is None:
            yield pair.finding(
                EXTRA, 'This item has no counterpart in the source: "{text}"', (beginning(item), item.end),
                text=shorten(item.text),
            )  # fmt: skip
    seen: set[tuple[str, int, int]] = set()
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.marker is None and b.marker is None and (a.parent is None) == (b.parent is None):
            continue
        found = _compare(pair, bead, a, b, seen)
        if found is not None:
            yield found


def _compare(pair: Pair, bead: Bead, a: Block, b: Block, seen: set[tuple[str, int, int]]) -> Finding | None:
    place, origin = (beginning(b), b.end), (beginning(a), a.end)
    if a.marker is not None and b.marker is not None:
        for blocks in (bead.source, bead.target):
            if len(blocks) == 2 and all(block.marker is not None and not block.marker.ordered for block in blocks):
                return pair.finding(
                    MERGED,
                    "Two items of the source stand in one here." if blocks is bead.source
                    else "One item of the source is split in two here.",
                    place, origin, note="source item", bead=bead,
                )  # fmt: skip
        depth_a, depth_b = len(boxes(a, "list")), len(boxes(b, "list"))
        if depth_a != depth_b:
            if not _first(seen, "nesting", a.marker.parent, b.marker.parent):
                return None
            return pair.finding(
                NESTING, "This item is at level {here} of the list; in the source it is at level {there}.", place, origin,
                note="source item", bead=bead, here=str(depth_b), there=str(depth_a),
            )  # fmt: skip
        if a.marker.ordered != b.marker.ordered and _first(seen, "kind", a.marker.parent, b.marker.parent):
            return pair.finding(
                KIND,
                "The list is numbered in the source and bulleted here." if a.marker.ordered
                else "The list is bulleted in the source and numbered here.",
                place, origin, note="source item", bead=bead,
            )  # fmt: skip
        return None
    if a.marker is not None:
        if b.kind != "paragraph" or boxes(a, "list") == [] or not _first(seen, "lost", a.marker.parent, b.parent):
            return None
        return pair.finding(
            LOST, "The source has a list item here; this is a paragraph.", place, origin, note="source item", bead=bead
        )  # fmt: skip
    if b.marker is not None and a.kind == "paragraph":
        if GLUED.match(a.text) or not takes_blocks(b):
            return None
        if b.marker.ordered and ORDINAL.match(pair.target.raw[b.marker.start : b.marker.start + 14]):
            written = pair.target.source_text(b.marker.start, b.marker.start + 14).split()[0]
            return pair.finding(
                ACCIDENTAL,
                'A paragraph of the source became a numbered list here; write "{fixed}" to keep it a paragraph.',
                place, origin, bead=bead, fixed=written[:-1] + "\\" + written[-1],
            )  # fmt: skip
        return pair.finding(ADDED, "A paragraph of the source is a list item here.", place, origin, bead=bead)
    return None


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
