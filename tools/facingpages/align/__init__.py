"""Two documents become beads: which source blocks the translator rendered by which target blocks.

Headings are paired first - by explicit id, then by what their sections hold - and cut the pages into chunks; within a
chunk the leaf blocks are paired in order by what a translator must not change; what is left is looked for elsewhere
on the page. List, quote and callout are properties of a leaf, so a broken list costs nothing but the one finding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from facingpages.align.agreeing import agree
from facingpages.document import Block, Document
from facingpages.lexicon import Lexicon
from facingpages.tuples import NamedTuple

Vouching: TypeAlias = Lexicon | Callable[[], Lexicon | None] | None


class Bead(NamedTuple):
    """Source blocks and the target blocks that render them. One side may be empty; `moved`: found out of order."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]
    score: float
    moved: bool = False


def align(source: Document, target: Document, lexicon: Vouching = None) -> list[Bead]:
    """The beads of two pages, in source order; what only the target has stands where it occurs.

    A lexicon, or what gives one, is asked where the two do not agree block by block. Every block is in exactly one
    bead. Swapping the sides swaps the beads: both orders are computed the same way.
    """
    s, t = source.blocks, target.blocks
    swapped = (len(s), source.raw) > (len(t), target.raw)
    if agree(t, s) if swapped else agree(s, t):
        return [Bead((a,), (b,), 1.0) for a, b in zip(s, t, strict=True)]
    from facingpages.align.search import searched  # most pages agree, and there is much to search by

    alone = _set_in(source, target)
    if alone:  # it stands for nothing of the source
        t = [block for block in t if block.index not in alone]
    found = searched(s, t, lexicon() if callable(lexicon) else lexicon, swapped=swapped)
    found += [((), (block,), 0.0, False) for block in target.blocks if block.index in alone]
    return _ordered([Bead(*item) for item in found], len(target.blocks))


def _set_in(source: Document, target: Document) -> frozenset[int]:
    """Which blocks of a translation were set in between two comments that the source has not."""
    if not target.comments:
        return frozenset()
    from facingpages.align.framed import set_in  # hardly a page has any

    return set_in(target, source)


def _ordered(beads: list[Bead], targets: int) -> list[Bead]:
    """Source order; a bead without source stands after the bead that holds the target block before it."""
    with_source = sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source[0].index)
    extras = sorted((bead for bead in beads if not bead.source), key=lambda bead: bead.target[0].index)
    after: dict[int, int] = {}
    for position, bead in enumerate(with_source):
        for block in bead.target:
            after[block.index] = position
    result: list[list[Bead]] = [[] for _ in range(len(with_source) + 1)]
    position = -1
    cursor = 0
    for extra in extras:
        while cursor < extra.target[0].index and cursor < targets:
            position = after.get(cursor, position)
            cursor += 1
        result[position + 1].append(extra)
    ordered = list(result[0])
    for bead, following in zip(with_source, result[1:], strict=True):
        ordered.append(bead)
        ordered += following
    return ordered
