"""Tables that are two: a row of one is no counterpart of a row of the other because it stands where that would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from facingpages.align.left import Found
from facingpages.document import Block, Row

Tables = tuple[int, int]
Pairing = Callable[[Sequence[Block], Sequence[Block]], list[Found]]


def of_two_tables(found: list[Found], pairing: Pairing) -> list[Found]:
    """Where rows of other numbers of cells are paired though their tables face others, these are paired by themselves.

    A table faces that in which most of its rows have found one of as many cells. A page that has a table more or less
    shifts the rows of those beside it.
    """
    beside = Counter(_tables(s, t) for s, t, _, _ in found if _are_rows(s, t) and _as_many(s[0], t[0]))
    facing = _facing(beside)
    odd = {
        table
        for s, t, _, _ in found
        if _are_rows(s, t) and not _as_many(s[0], t[0]) and _tables(s, t) not in facing
        for table in _tables(s, t)
    }
    anew = [tables for tables in facing if not odd.isdisjoint(tables)]
    for there, here in anew:
        found = _paired_anew(found, there, here, pairing)
    return found


def _facing(beside: Counter[Tables]) -> set[Tables]:
    """The tables that face each other: each once, those with the most pairs first."""
    facing: set[Tables] = set()
    taken: set[int] = set()
    for tables, _ in beside.most_common():
        if taken.isdisjoint(tables):
            facing.add(tables)
            taken.update(tables)
    return facing


def _paired_anew(found: list[Found], there: int, here: int, pairing: Pairing) -> list[Found]:
    """The rows of two tables paired with each other only; what else was paired with one of them is left over."""
    rows = [block for s, _, _, _ in found for block in s if _stands_in(block, there)]
    others = [block for _, t, _, _ in found for block in t if _stands_in(block, here)]
    result: list[Found] = []
    for item in found:
        s = tuple(block for block in item[0] if not _stands_in(block, there))
        t = tuple(block for block in item[1] if not _stands_in(block, here))
        if (s, t) == item[:2]:
            result.append(item)
        else:
            result += [((block,), (), 0.0, False) for block in s] + [((), (block,), 0.0, False) for block in t]
    by_place = sorted(rows, key=lambda row: row.index), sorted(others, key=lambda row: row.index)
    return result + pairing(*by_place)


def _stands_in(block: Block, table: int) -> bool:
    return block.kind == "row" and id(block.parent) == table


def _are_rows(s: Sequence[Block], t: Sequence[Block]) -> bool:
    return len(s) == len(t) == 1 and s[0].kind == t[0].kind == "row"


def _as_many(a: Block, b: Block) -> bool:
    """Whether two rows have as many cells."""
    return isinstance(a, Row) and isinstance(b, Row) and a.cells == b.cells


def _tables(s: Sequence[Block], t: Sequence[Block]) -> Tables:
    return id(s[0].parent), id(t[0].parent)
