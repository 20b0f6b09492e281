"""Lists: their items, their nesting, their kind; and paragraphs that became lists by accident."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Container
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.python_markdown import glued, is_glued
from facingpages.rules.base import Pair, beginning, whole
from facingpages.rules.contrast import named
from facingpages.rules.credits import are_credits
from facingpages.rules.held import What
from facingpages.rules.instead import lists_instead
from facingpages.rules.items import (
    counts_on,
    is_alone,
    is_another,
    is_begun,
    is_glued_item,
    is_item_flat,
    is_listed_otherwise,
    is_lone,
    is_number_nested,
    is_step,
    is_told,
    lines,
    swallows,
    takes_blocks,
)  # fmt: skip
from facingpages.rules.mend import instead
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.mend_lists import as_items, as_paragraph, nested, of_kind
from facingpages.rules.nearby import is_told_beside
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.units import as_one, boxes, runs

MISSING = Rule(
    "list-item-missing",
    ERROR,
    "A bullet of the source has no counterpart.",
    {
        "missing": 'This item of the source has no counterpart: "{text}"',
        "many": '{count} items of the source have no counterpart, the first is "{text}"',
        "told": '{count} items of the source seem to be told in a sentence here, the first is "{text}"',
    },
    origin="source item",
)
EXTRA = Rule(
    "list-item-extra",
    WARNING,
    "The translation has a bullet that the source lacks.",
    {
        "extra": 'This item has no counterpart in the source: "{text}"',
        "several": '{count} items have no counterpart in the source, the first is "{text}"',
    },
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
    {
        "paragraph": "The source has a list item here; this is a paragraph.",
        "heading": "The heading of the source begins a list item; this one does not.",
        "term": "The source has a term with its meaning here; this is a paragraph.",
        "glued": "Without a blank line before it, this list is part of the paragraph above.",
    },
    origin="source item",
)
ACCIDENTAL = Rule(
    "list-accidental",
    ERROR,
    "A paragraph became a list item by accident.",
    {"number": 'A paragraph of the source became a numbered list here; write "{fixed}" to keep it a paragraph.'},
    evident=True,
)
ADDED = Rule(
    "list-added", WARNING, "A paragraph of the source is a list item here.",
    {"made": "A paragraph of the source is a list item here."},
)  # fmt: skip

GLUED = late(r"\s*\d{1,2}[.)][^\W\d_]")  # the source meant a number, too, and forgot the space
CIRCLED = late(r"[\u2460-\u2473]|\u7b2c[一二三四五六七八九十]")  # marks of a list that a translator typed on purpose
# A number that is read without a list: what is behind it, or digits of the language's own, which Markdown takes for none.
WRITTEN = late(
    r"\s*\d{1,2}[\u3001\uff0e\uff09]|\s*[(\uff08]\d{1,2}[)\uff09]|\s*(?!\d?[0-9])\d{1,2}[.)\u06d4-](?![^\n]*\n\s*(?![0-9])\d)"
)
NUMBERED = late(r"\W*\d")  # a heading that counts by itself
ORDINAL = late(rb"\s*\d{1,9}[.)][ \t]")


def check(pair: Pair) -> Iterator[Finding]:
    """Items without counterpart, merged, nested or marked differently, made or lost."""
    blocks = Blocks(pair)
    unlisted = {
        id(bead.source[0].marker.parent)
        for bead in pair.holding(What.FORM | What.JOINED)
        if bead.source[0].marker is not None and bead.target[0].marker is None and bead.target[0].kind == "paragraph"
        and pair.vouches(bead) and not is_lone(pair, bead.source[0])
    }  # fmt: skip
    kept = {id(box) for bead in pair.aligned for block in bead.source if block.marker for box in boxes(block, "list")}
    anew = lists_instead(pair)
    gone = {block.index for one in anew for block in one.missing.blocks}
    new = {block.index for one in anew for block in one.extra.blocks}
    for run in pair.absent.runs(gone, "item"):
        item = run[0].blocks[0]
        if item.marker is not None and id(item.marker.parent) not in unlisted:  # else the list is told as lost
            unit = as_one(run)
            told = (
                len(run) > 1 and id(item.marker.parent) not in kept and is_told_beside(pair, unit.position, unit.blocks)
            )
            yield pair.finding(
                MISSING, "told" if told else "missing" if len(run) == 1 else "many", at=pair.gap(unit.position),
                origin=whole(item), text=named(pair.source, item), count=str(len(run)), severity=INFO if told else None,
                lost=run[0], fix=None if told else blocks.put_in(unit),
            )  # fmt: skip
    added = [unit for unit in pair.extra if unit.blocks[0].index not in new]
    for run in runs([unit for unit in added if pair.duplicate_of(unit.blocks[0]) is None], "item"):
        item, unit = run[0].blocks[0], as_one(run)
        yield pair.finding(
            EXTRA, "extra" if len(run) == 1 else "several", at=whole(item), text=named(pair.target, item),
            count=str(len(run)), added=run[0], fix=blocks.take_out(unit.blocks, "item"),
            severity=INFO if are_credits(unit.blocks) else None,
        )  # fmt: skip
    seen: set[tuple[str, int, int]] = set()
    columns = What.LISTED if DIALECTS[pair.target.dialect].python else 0  # may tell two items of one form apart
    python = columns and bool(glued(pair.target.raw))
    for bead in pair.holding(What.FORM | What.JOINED | columns):
        a, b = bead.source[0], bead.target[0]
        if len(bead.source) + len(bead.target) > 2 and (in_sentence := _told(pair, bead)) is not None:
            yield in_sentence
            continue
        if a.marker is None and b.marker is None and a.kind != "term" and (a.parent is None) == (b.parent is None):
            continue
        if python and a.marker is not None and b.marker is not None and is_glued(pair.target, b.marker.start):
            if not is_glued(pair.source, a.marker.start) and _first(seen, "glued", a.marker.parent, b.marker.parent):
                yield pair.finding(LOST, "glued", at=(beginning(b), b.end), origin=(beginning(a), a.end), bead=bead)
            continue
        found = _compare(blocks, bead, a, b, seen) if a.kind != "term" else _defined(pair, bead, seen)
        if found is not None:
            yield found


def _told(pair: Pair, bead: Bead) -> Finding | None:
    """A list that is told in a sentence, or the reverse: for information, as nothing is lost.

    A text of as many lines as the list has items is a list whose marks are broken, if they are no signs like \u2460.
    """
    at, one = (beginning(bead.target[0]), bead.target[-1].end), bead.target[0]
    items = [block for block in bead.source if block.marker is not None]
    if is_told(items, bead.target):
        origin, broken = whole(items[0]), lines(pair, one) >= len(items) and not CIRCLED.match(one.text.strip())
        if broken:
            return pair.finding(LOST, "paragraph", at=at, origin=origin, bead=bead) if is_step(items[0]) else None
        text, count = named(pair.source, items[0]), str(len(items))
        return pair.finding(MISSING, "told", at=at, origin=origin, bead=bead, text=text, count=count, severity=INFO)
    one = bead.source[0]
    items = [block for block in bead.target if block.marker is not None]
    if not is_told(items, bead.source):
        return None
    made = items[0] is not bead.target[0] or all(item.links for item in items)  # else it is told as any list is
    return pair.finding(ADDED, "made", at=at, origin=one, bead=bead, severity=INFO) if made else None


def _compare(blocks: Blocks, bead: Bead, a: Block, b: Block, seen: set[tuple[str, int, int]]) -> Finding | None:
    pair, place, origin = blocks.pair, (beginning(b), b.end), (beginning(a), a.end)
    if a.marker is not None and b.marker is not None:
        for side in (bead.source, bead.target):
            if len(side) == 2 and all(block.marker is not None and not block.marker.ordered for block in side):
                which = "merged" if side is bead.source else "split"
                meant = INFO if which == "split" and is_glued_item(a) else None  # a slip of the source, mended here
                return pair.finding(MERGED, which, at=place, origin=origin, bead=bead, severity=meant)
        depth_a, depth_b = len(boxes(a, "list")), len(boxes(b, "list"))
        is_flat = depth_a == depth_b > 1 and is_item_flat(pair.target, b) and not is_item_flat(pair.source, a)
        depth_b -= is_flat
        if depth_a != depth_b and pair.vouches(bead) and not pair.absent.holds(b):
            outer = boxes(a, "list")[-1] if is_flat else a.marker.parent
            if not _first(seen, "nesting", outer, b.marker.parent):
                return None
            return pair.finding(
                NESTING, "level", at=place, origin=origin, bead=bead, here=str(depth_b), there=str(depth_a),
                fix=nested(blocks, a), severity=INFO if is_number_nested(a, b) else None,
            )  # fmt: skip
        if (
            a.marker.ordered != b.marker.ordered
            and pair.vouches(bead)
            and _first(seen, "kind", a.marker.parent, b.marker.parent)
            and not is_another(pair, a.marker, b.marker)
        ):
            return pair.finding(
                KIND, "bulleted" if a.marker.ordered else "numbered", at=place, origin=origin, bead=bead,
                fix=of_kind(blocks, a, b),
                severity=INFO if is_alone(b) or is_alone(a) else None if a.marker.ordered else WARNING,
            )  # fmt: skip
        return None
    if a.marker is not None:
        headed = a.kind == b.kind == "heading" and not NUMBERED.match(b.text)
        if (b.kind != "paragraph" and not headed) or not pair.vouches(bead) or is_begun(pair, b) or is_lone(pair, a):
            return None
        if not _first(seen, "lost", a.marker.parent, b.parent):
            return None
        typed = WARNING if WRITTEN.match(b.text) else None
        if CIRCLED.match(b.text.strip()) or is_listed_otherwise(pair, a, b):
            typed = INFO
        return pair.finding(
            LOST, "heading" if headed else "paragraph", at=place, origin=origin, bead=bead,
            fix=None if typed or headed else as_items(blocks, a), severity=typed,
        )  # fmt: skip
    if b.marker is not None and a.kind == "paragraph" and not GLUED.match(a.text) and takes_blocks(b):
        return _made(pair, bead, seen)
    return None


def _defined(pair: Pair, bead: Bead, seen: set[tuple[str, int, int]]) -> Finding | None:
    """A term of the source whose meaning lost its mark, so that both are paragraphs here."""
    a, b = bead.source[0], bead.target[0]
    if b.kind != "paragraph" or b.marker is not None or boxes(b, "definitions") or not pair.vouches(bead):
        return None
    if not _first(seen, "term", a.parent, b.parent):
        return None
    return pair.finding(LOST, "term", at=(beginning(b), b.end), origin=(a.start, a.end), bead=bead)


def _made(pair: Pair, bead: Bead, seen: set[tuple[str, int, int]]) -> Finding | None:
    """A paragraph that is an item here: by accident, where its number is the only one."""
    a, b = bead.source[0], bead.target[0]
    place, origin = (beginning(b), b.end), (beginning(a), a.end)
    if b.marker is None:
        return None
    if (
        b.marker.ordered
        and ORDINAL.match(pair.target.raw[b.marker.start : b.marker.start + 14])
        and not counts_on(pair.target, b)
    ):
        written = pair.target.source_text(b.marker.start, b.marker.start + 14).split()[0]
        fixed = written[:-1] + "\\" + written[-1]
        return pair.finding(
            ACCIDENTAL, "number", at=place, origin=origin, bead=bead, fixed=fixed,
            fix=_escaped(pair, b.marker.start, written),
        )  # fmt: skip
    if not pair.vouches(bead) or swallows(pair, a) or not _first(seen, "added", b.marker.parent, None):
        return None
    return pair.finding(ADDED, "made", at=place, origin=origin, bead=bead, fix=as_paragraph(pair, b))


def _escaped(pair: Pair, start: int, written: str) -> Fix:
    """A backslash before the sign that makes a number a marker."""
    at = start + len(written.encode()) - 1
    return instead(pair.target, (at, at), "\\", "escape the mark")


def _first(seen: set[tuple[str, int, int]], what: str, one: Container | None, other: Container | None) -> bool:
    """True once for each pair of lists, so that a whole list told differently is one finding."""
    key = (what, id(one), id(other) if what == "kind" else 0)
    if key in seen:
        return False
    seen.add(key)
    return True


FAMILY = Family(
    (MISSING, EXTRA, MERGED, NESTING, KIND, LOST, ACCIDENTAL, ADDED),
    pair=check,
    of=What.FORM | What.JOINED | What.UNPAIRED | What.INDENTED,
)
