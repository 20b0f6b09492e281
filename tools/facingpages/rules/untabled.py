"""Tables that are none in a translation: their lines stand there as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facingpages.document import Block, Container, Row
from facingpages.late import late
from facingpages.rules.base import Pair

BARS = late(rb"\||\xef\xbd\x9c|\xe2\x94\x82")  # also the full-width one, and that of a frame
NEAR = 3  # beads between where a table should stand and its text


class Untabled:
    """The tables of a source whose lines are text in its translation, each with the first block of these, and them all."""

    def __init__(self) -> None:
        self.tables: dict[Container, Block] = {}
        self.blocks: set[int] = set()


def untabled(pair: Pair) -> Untabled:
    """What of a pair's tables is text in the translation."""
    if "untabled" not in pair.memo:
        pair.memo["untabled"] = _untabled(pair)
    found: Untabled = pair.memo["untabled"]
    return found


def _untabled(pair: Pair) -> Untabled:
    found = Untabled()
    left: dict[int, Sequence[Block]] = {unit.position: unit.blocks for unit in pair.extra if unit.kind == "block"}
    gone = [(unit.position, unit.blocks[0]) for unit in pair.missing if unit.kind == "row"]
    for at, bead in enumerate(pair.beads):
        if bead.target and isinstance(row := next(iter(bead.source), None), Row) and bead.target[0].kind == "paragraph":
            left[at] = bead.target
            gone.append((at, row))
    for position, row in gone:
        table = row.parent
        if table is None or table in found.tables or not isinstance(row, Row):
            continue
        near = sorted((at for at in left if abs(at - position) <= NEAR), key=lambda at: (abs(at - position), at))
        first = next((at for at in near if _is_text_of(pair, left[at], row)), None)
        if first is not None:
            blocks = _around(pair, left, first, row)
            found.tables[table] = blocks[0]
            found.blocks.update(block.index for block in blocks)
    return found


def _is_text_of(pair: Pair, blocks: Sequence[Block], row: Row) -> bool:
    """Whether a paragraph has the bars of a row's table: its first line begins with one, or each line has some."""
    if blocks[0].kind != "paragraph":
        return False
    lines = pair.target.raw[blocks[0].start : blocks[0].end].splitlines()
    bars = [len(BARS.findall(line)) for line in lines]
    opens = BARS.match(lines[0].lstrip(b" \t>\\")) is not None
    return sum(bars) >= max(row.cells - 1, 1) and (opens or (len(bars) > 1 and all(bars)))


def _around(pair: Pair, left: Mapping[int, Sequence[Block]], at: int, row: Row) -> list[Block]:
    """The neighbours of such a paragraph that are text of the same table, and it."""
    first = last = at
    while first - 1 in left and _is_text_of(pair, left[first - 1], row):
        first -= 1
    while last + 1 in left and _is_text_of(pair, left[last + 1], row):
        last += 1
    return [block for place in range(first, last + 1) for block in left[place]]
