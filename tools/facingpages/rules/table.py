"""Tables: the same rows, the same number of cells in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facingpages.align import Bead
from facingpages.document import Container, Document, Row
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.python_markdown import is_glued
from facingpages.rules.base import Pair, across, shorten
from facingpages.rules.cells import changed_cells
from facingpages.rules.held import What
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.untabled import untabled

ROW_MISSING = Rule(
    "table-row-missing",
    ERROR,
    "A row of a table, or the whole table, has no counterpart.",
    {
        "one": 'This table row of the source has no counterpart: "{text}"',
        "many": '{count} table rows of the source have no counterpart, the first is "{text}"',
    },
    origin="source row",
)
ROW_EXTRA = Rule(
    "table-row-extra",
    WARNING,
    "A table has a row that the source lacks.",
    {
        "one": 'This table row has no counterpart in the source: "{text}"',
        "many": '{count} table rows have no counterpart in the source, the first is "{text}"',
    },
)
LOST = Rule(
    "table-lost",
    ERROR,
    "A table of the source is none here.",
    {
        "glued": "Without a blank line before it, this table is part of the paragraph above.",
        "text": "This is no table, but text: its second line should hold dashes for each column, and no line be blank.",
    },
    origin="source row",
)
CELLS = Rule(
    "table-cells",
    ERROR,
    "A row has another number of cells than in the source, or a cell without its text.",
    {
        "cells": "Cells in this row: {here}; in the source: {there}.",
        "emptied": 'A cell of this row is empty; in the source it says "{there}".',
        "value": 'A cell of this row says "{here}"; in the source it says "{there}".',
    },
    origin="source row",
)

EMPTY = late(rb"(?:\|(?<!\\\|)[ \t]*)+\s*$")  # the last cells of a row, and what closes it


def check(pair: Pair) -> Iterator[Finding]:
    """Rows without counterpart, rows with more or fewer cells."""
    blocks = Blocks(pair)
    listed = _listed(pair)
    lost = untabled(pair)
    for table, block in lost.tables.items():
        yield pair.finding(LOST, "text", at=block, origin=(table.start, table.start + 1))
    for units, rule in ((pair.missing, ROW_MISSING), (pair.extra, ROW_EXTRA)):
        for unit in units:
            if unit.kind != "row" or unit.blocks[0].parent in lost.tables:
                continue
            first, last = unit.blocks[0], unit.blocks[-1]
            text = shorten(first.text.replace("\t", " | "))
            count = str(len(unit.blocks))
            message = "one" if len(unit.blocks) == 1 else "many"
            if rule is ROW_MISSING:
                yield pair.finding(
                    rule, message, at=pair.gap(unit.position), origin=across(first, last), text=text, count=count,
                    lost=unit, fix=blocks.put_in(unit), severity=INFO if first.parent in listed and len(unit.blocks) == 1 else None,
                )  # fmt: skip
            else:
                fix = blocks.take_out(unit.blocks, unit.kind)
                yield pair.finding(rule, message, at=across(first, last), text=text, count=count, added=unit, fix=fix)
    told: set[tuple[int, int]] = set()
    python = DIALECTS[pair.target.dialect].python
    heads = _heads(pair)
    for bead in pair.holding(What.ROW):
        a, b = bead.source[0], bead.target[0]
        if python and isinstance(a, Row) and isinstance(b, Row) and is_glued(pair.target, b.start):
            if not is_glued(pair.source, a.start):
                yield pair.finding(LOST, "glued", at=b, origin=a, bead=bead)
        if isinstance(a, Row) and isinstance(b, Row) and _differ(pair, a, b, heads):
            difference = id(b.parent), a.cells - b.cells
            if difference in told:
                continue
            told.add(difference)
            yield pair.finding(CELLS, "cells", at=b, origin=a, bead=bead, here=str(b.cells), there=str(a.cells))
        elif isinstance(a, Row) and isinstance(b, Row) and len(bead.source) == 1 == len(bead.target):
            yield from _of_cells(pair, bead)


def _of_cells(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """Cells of two rows of which one lost its text, or has another value."""
    a, b = bead.source[0], bead.target[0]
    if isinstance(a, Row) and isinstance(b, Row) and a.cells == b.cells:
        before = pair.source.blocks[a.index - 1] if a.index else None
        head = before is None or before.kind != "row" or before.parent is not a.parent
        for here, there in changed_cells(a, b, head=head):
            yield pair.finding(
                CELLS, "value" if here else "emptied", at=b, origin=a, bead=bead, severity=WARNING,
                here=shorten(here), there=shorten(there),
            )  # fmt: skip


def _listed(pair: Pair) -> set[Container]:
    """The tables of the source whose rows are items of a list here, which has no place for their head."""
    if not pair.missing:
        return set()
    made: dict[Container, set[bool]] = {}
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if isinstance(a, Row) and a.parent is not None:
            made.setdefault(a.parent, set()).add(b.marker is not None)
    return {table for table, items in made.items() if items == {True}}


def _differ(pair: Pair, a: Row, b: Row, heads: Mapping[int, int]) -> bool:
    """Whether two rows have other numbers of cells, unless one that is shorter than its head was filled."""
    if a.cells == b.cells or a.cells < b.cells == heads.get(id(b.parent)):
        return False
    return _filled(pair.source, a) != _filled(pair.target, b)


def _heads(pair: Pair) -> dict[int, int]:
    """The cells of the first row of each table; none where the source's has others."""
    heads: dict[int, int] = {}
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if isinstance(a, Row) and isinstance(b, Row):
            heads.setdefault(id(b.parent), b.cells if a.cells == b.cells else 0)
    return heads


def _filled(document: Document, row: Row) -> int:
    """The cells of a row up to its last that is not empty: a renderer fills a row up to the cells of the head."""
    bars = EMPTY.search(document.raw, row.start, row.end)
    return row.cells - max((bars.group().count(b"|") if bars is not None else 0) - 1, 0)


FAMILY = Family((ROW_MISSING, ROW_EXTRA, LOST, CELLS), pair=check, of=What.ROW)
