"""Paragraphs of which one became two, or two became others: one has no counterpart, and nothing was added."""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from facingpages.align import Bead
from facingpages.align.features import keys
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.rules.base import Pair
from facingpages.rules.units import Unit

LEAST = 12.0  # letters by which short texts may differ without saying much
FITS = 0.35  # how far two may be from what the one of the source makes likely: 7 in 10
BETTER = 0.1  # by how much nearer that is than what one of the two is


def is_split(pair: Pair, unit: Unit) -> bool:
    """Whether an extra paragraph stands beside one that is too short by itself, and together they are as long as the source's.

    It holds nothing that a translator keeps but what that paragraph holds; and around them, nothing is missing.
    """
    block, at = unit.blocks[0], unit.position
    if len(unit.blocks) > 1 or block.kind != "paragraph" or block.marker is not None:
        return False
    if any(bead.source and not bead.target for bead in pair.beads[max(0, at - 3) : at + 4]):
        return False
    return any(_fits(pair, bead, block) for bead in (*pair.beads[max(0, at - 1) : at], *pair.beads[at + 1 : at + 2]))


def _fits(pair: Pair, bead: Bead, block: Block) -> bool:
    if not bead.source or not bead.target or bead.moved:
        return False
    whole, parts = bead.source[0], bead.target
    near = parts[-1] if parts[-1].index < block.index else parts[0]
    if any(one.kind != "paragraph" for one in (*bead.source, *parts)) or whole.marker is not None:
        return False
    if (
        whole.depth != block.depth
        or abs(near.index - block.index) != 1
        or (len(parts) == 1 and near.depth != block.depth)
    ):
        return False
    if not keys(block) <= frozenset().union(*map(keys, bead.source)):
        return False
    asked = log(_size(bead.source) * pair.scale + LEAST)
    alone, both = (abs(log(size + LEAST) - asked) for size in (_size(parts), _size(parts) + _size([block])))
    return both < min(FITS, alone - (BETTER if len(bead.source) == len(parts) else 0.0))


def _size(blocks: Iterable[Block]) -> float:
    return sum(weight(block.text) + sum(len(code.text) for code in block.codes) for block in blocks)
