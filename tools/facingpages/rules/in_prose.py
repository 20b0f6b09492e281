"""Sections whose lists and tables are told in running text: nothing of them is missing, if that is as much longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from facingpages.align.features import STRONG, keys
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.late import late
from facingpages.rules.absent import Sides
from facingpages.rules.units import Unit

TOLD = frozenset(("step", "item", "row", "block"))
MOST, LONGER = 0.6, 0.25  # of what the list or table says, and of what else stands there, the text says more
MARKED = late(r"\||(?:^|[:\uff1a])[ \t]*[-*\u2022\u00b7\u30fb][ \t]")  # what is left of a row, or of bullets in a line
Told = tuple[Block, frozenset[str]]  # the longest paragraph of a section, and what all of them hold


class Remembering(Sides, Protocol):
    """Two pages, and what was found of them."""

    memo: dict[object, Any]


def in_prose(pair: Remembering, unit: Unit) -> Block | None:
    """The longest paragraph of a section that tells in sentences what its source has as a list or a table."""
    if unit.kind not in TOLD:
        return None
    if unit.kind == "block" and (above := _led_above(pair, unit)) is not None:
        return above
    found: dict[int, Told] | None = pair.memo.get("told in prose")
    if found is None:
        found = pair.memo["told in prose"] = _sections(pair)
    told = found.get(unit.position)
    if told is None or any(key not in told[1] for block in unit.blocks for key in keys(block) if key[0] in STRONG):
        return None
    return told[0]


def _led_above(pair: Remembering, unit: Unit) -> Block | None:
    """The block above that ends in a colon here, and in none in its source: it leads to the list, as what is missing did."""
    block = unit.blocks[0]
    bead = pair.beads[unit.position - 1] if unit.position and len(unit.blocks) == 1 else None
    if bead is None or not bead.source or not bead.target or not block.text.rstrip().endswith((":", "\uff1a")):
        return None
    ends = (side[-1].text.rstrip().endswith((":", "\uff1a")) for side in (bead.source, bead.target))
    return bead.target[-1] if list(ends) == [False, True] else None


def _sections(pair: Remembering) -> dict[int, Told]:
    """What tells such sections, by each bead of theirs that has no counterpart."""
    found: dict[int, Told] = {}
    first = 0
    for at in range(len(pair.beads) + 1):
        if at == len(pair.beads) or _is_heading(pair.beads[at].source) or _is_heading(pair.beads[at].target):
            if texts := _told(pair, first, at):
                told = max(texts, key=lambda block: len(block.text)), frozenset().union(*map(keys, texts))
                found.update((place, told) for place in range(first, at) if not pair.beads[place].target)
            first = at + 1
    return found


def _is_heading(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and blocks[0].kind == "heading"


def _told(pair: Remembering, first: int, last: int) -> list[Block]:
    beads = [bead for bead in pair.beads[first:last] if not bead.moved]
    here = [block for bead in beads for block in bead.target]
    gone = [block for bead in beads if not bead.target for block in bead.source]
    if not any(map(_is_listed, gone)) or any(map(_is_listed, here)):
        return []
    texts = [block for block in here if block.kind == "paragraph"]
    lines = sum(pair.target.raw.count(b"\n", block.start, block.end) + 1 for block in texts)
    if lines >= len(list(filter(_is_listed, gone))) + len(texts) or any(MARKED.search(block.text) for block in texts):
        return []  # their marks are broken, and the lines are there
    own = [block for bead in beads if bead.target and bead.target[0].kind == "paragraph" for block in bead.source]
    size, said = (sum(weight(block.text) for block in side) * pair.scale for side in (gone, own))
    more = sum(weight(block.text) for block in texts) - said
    return texts if more >= max(MOST * size, LONGER * said) else []


def _is_listed(block: Block) -> bool:
    return block.marker is not None or block.kind == "row"
