"""Items of lists marked, indented as the source has it: what the rules about lists offer, on request only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facingpages.document import Block, Document
from facingpages.finding import Fix
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair
from facingpages.rules.mend import Change, several
from facingpages.rules.mend_blocks import MANY, MARK, Blocks
from facingpages.rules.units import boxes


def of_kind(blocks: Blocks, a: Block, b: Block) -> Fix | None:
    """The markers of the source's kind for a whole list; what stands below an item goes with its text."""
    pair = blocks.pair
    found = _written(pair.source, a)
    box = b.marker.parent if b.marker is not None else None
    if found is None or box is None:
        return None
    sign = found.rstrip().decode()[-1]
    items = blocks.items.get(id(box), [])
    if len(items) > MANY:
        return None
    changes: list[Change] = []
    first = _first_number(found)
    for position, item in enumerate(items):
        assert item.marker is not None
        match = MARK.match(pair.target.raw, item.marker.start)
        if match is None:
            return None
        mark = f"{first + position}{sign}" if first is not None else sign
        changes.append((match.span(2), mark))
        own = _column(pair.target, match.start(2))
        below = list(_lines(pair.target, match.end(), item.marker.end))
        deep = min((indent for _, indent in below), default=0) - own
        width = len(match.group(2)) + len(match.group(5))
        new = len(mark) + len(match.group(5))
        if below and (deep == width or deep < new):
            changes += _shifted(below, new - width)
    return several(pair.target, changes, "mark the items as the source does")


def as_items(blocks: Blocks, a: Block) -> Fix | None:
    """The markers of the source for the paragraphs that render the items of a list."""
    pair = blocks.pair
    changes: list[Change] = []
    for one in _siblings(blocks, a):
        two, mark = blocks.rendered.get(one.index), _written(pair.source, one)
        if two is None or two.marker is not None or two.kind != "paragraph":
            continue
        assert one.marker is not None
        if mark is None or pair.source.raw[one.marker.start + len(mark) : one.start].strip():
            return None
        line, column = pair.target.line_span(two.start)[0], _column(pair.target, two.start)
        wanted = _sibling_column(blocks, a)
        if wanted is None or pair.target.raw[line : two.start].strip():
            line = two.start
        else:
            mark = b" " * wanted + mark
        changes.append(((line, two.start), mark.decode()))
        changes += _shifted(
            list(_lines(pair.target, two.start, two.end)), len(mark) - column if line != two.start else len(mark)
        )
    return several(pair.target, changes, "mark the items as the source does")


def _sibling_column(blocks: Blocks, item: Block) -> int | None:
    """The column at which the counterparts of an item's neighbours begin that still are items."""
    for one in _siblings(blocks, item):
        two = blocks.rendered.get(one.index)
        if two is not None and two.marker is not None:
            return _column(blocks.pair.target, two.marker.start)
    return None


def as_paragraph(pair: Pair, b: Block) -> Fix | None:
    """An item without its marker, if there is nothing but one line of text in it."""
    if b.marker is None or b"\n" in pair.target.raw[b.marker.start : b.marker.end].rstrip():
        return None
    return several(pair.target, [((b.marker.start, b.start), "")], "take the marker away")


def nested(blocks: Blocks, a: Block) -> Fix | None:
    """The items of a list of the source, and what belongs to them, as deep here as they are there."""
    pair = blocks.pair
    changes: list[Change] = []
    reached = 0
    for one in _siblings(blocks, a):
        two = blocks.rendered.get(one.index)
        if two is None or two.marker is None or two.marker.start < reached:
            continue  # what stands below one that moves goes with it
        column = _wanted(blocks, one)
        by = column - _column(pair.target, two.marker.start) if column is not None else 0
        if by:
            line = pair.target.line_span(two.marker.start)[0]
            changes += _shifted(
                [(line, _blanks(pair.target.raw, line)), *_lines(pair.target, line, two.marker.end)], by
            )
            reached = two.marker.end
    return several(pair.target, changes, "indent it as the source does")


def _siblings(blocks: Blocks, item: Block) -> Sequence[Block]:
    """The items of the list of the source that one belongs to; none of a very long one."""
    box = item.marker.parent if item.marker is not None else None
    found = blocks.source_items.get(id(box), [])
    return found if len(found) <= MANY else ()


def _wanted(blocks: Blocks, item: Block) -> int | None:
    """The column at which the counterpart of an item of the source should begin."""
    pair = blocks.pair
    around = boxes(item, "item")
    if len(around) > 1:
        outer = blocks.owners.get(id(around[1]))
        parent = blocks.rendered.get(outer.index) if outer is not None else None
        if parent is None or parent.marker is None:
            return None
        deeper = _column(pair.source, around[0].start) - _column(pair.source, around[1].start)
        return _column(pair.target, parent.marker.start) + (_habit(blocks) or deeper)
    first = blocks.rendered.get(_siblings(blocks, item)[0].index)
    return _column(pair.target, first.marker.start) if first is not None and first.marker is not None else None


def _habit(blocks: Blocks) -> int:
    """How much deeper the items of a list within another begin on the page; 0 where there is none."""
    for items in blocks.items.values():
        box = items[0].marker.parent if items[0].marker is not None else None
        if box is not None and box.parent is not None and box.parent.kind == "item":
            assert items[0].marker is not None
            document = blocks.pair.target
            return _column(document, items[0].marker.start) - _column(document, box.parent.start)
    return 4 if DIALECTS[blocks.pair.target.dialect].python else 0


def _written(document: Document, block: Block) -> bytes | None:
    """The marker of an item with the blanks behind it."""
    match = MARK.match(document.raw, block.marker.start) if block.marker is not None else None
    return match.group().lstrip() if match is not None else None


def _first_number(mark: bytes) -> int | None:
    digits = mark.rstrip()[:-1]
    return int(digits) if digits.isdigit() else None


def _column(document: Document, offset: int) -> int:
    return len(document.raw[document.line_span(offset)[0] : offset])


def _lines(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines behind that of an offset and before an end that are not blank: where each begins, its indentation."""
    raw = document.raw
    at = raw.find(b"\n", start) + 1
    while 0 < at < end:
        stop = raw.find(b"\n", at) + 1 or len(raw)
        if raw[at:stop].strip():
            yield at, _blanks(raw, at)
        if stop == len(raw):
            return
        at = stop


def _blanks(raw: bytes, at: int) -> int:
    end = at
    while raw[end : end + 1] == b" ":
        end += 1
    return end - at


def _shifted(lines: Sequence[tuple[int, int]], by: int) -> Iterator[Change]:
    """Lines moved right, or left as far as they can."""
    for at, indent in lines:
        if by > 0:
            yield (at, at), " " * by
        elif by < 0 and indent:
            yield (at, at + min(-by, indent)), ""
