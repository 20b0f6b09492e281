"""Blocks that were run together with the one beside them, as far as lengths and sentences tell.

In any two languages, a block that says what two of the source say is about as long as both, and has the sentences of
both. So what has no counterpart may stand in the one of its neighbour: nothing else can know it where no words do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.left import off
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.late import late

KINDS = frozenset(("paragraph", "html", "term"))
STOP = late(r"[.!?](?=\s|$)|[\u3002\uff01\uff1f]")
SHORT = 20  # letters of what is lost, of which no length says anything
LIKELY = 0.3  # how far two lengths of what says the same are from each other (a logarithm)
FARTHER = 0.4  # how much farther the block is from what it is taken for alone


def run_together(beads: Sequence[Bead], scale: float, vouches: Callable[[Bead], bool]) -> Iterator[tuple[int, Block]]:
    """The blocks of the source that may stand in one beside them, by their indexes, each with that."""
    for at, bead in enumerate(beads):
        if bead.moved or len(bead.target) != 1 or not bead.source:
            continue
        if all(not 0 <= near < len(beads) or beads[near].target for near in (at - 1, at + 1)):
            continue
        block = bead.target[0]
        if block.kind not in KINDS or bead.source[0].kind not in KINDS:
            continue
        own, length = sum(weight(one.text) for one in bead.source), weight(block.text)
        if length <= own * scale:
            continue
        for lost in ([*_lost(beads, at, -1), *_lost(beads, at, 1)], _lost(beads, at, 1), _lost(beads, at, -1)):
            more = sum(weight(one.text) for one in lost)
            if not lost or min(weight(one.text) for one in lost) < SHORT:
                continue
            apart = off(length, (own + more) * scale)
            if apart > LIKELY or off(length, own * scale) < apart + FARTHER:
                continue
            if _stops([block]) >= _stops([*bead.source, *lost]) and vouches(bead):
                yield from ((one.index, block) for one in lost)
                break


def _lost(beads: Sequence[Bead], at: int, step: int) -> list[Block]:
    """The texts without counterpart right before a bead or behind it."""
    found: list[Block] = []
    for place in range(at + step, len(beads) if step > 0 else -1, step):
        if beads[place].target or beads[place].source[0].kind not in KINDS:
            break
        found.extend(beads[place].source)
    return found


def _stops(blocks: Sequence[Block]) -> int:
    """How many sentences some blocks end, about."""
    return sum(len(STOP.findall(block.text)) for block in blocks)
