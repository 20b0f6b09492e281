"""Lists and tables that have as many items or rows as those of the source: none of theirs is surely missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from facingpages.align import Bead
from facingpages.align.features import STRONG, keys
from facingpages.document import Block, Document

KNOWN = 2  # items of a list at least that have counterparts, all in one list


def as_many(source: Document, target: Document, beads: Sequence[Bead]) -> dict[int, Block]:
    """What stands in the places of those items and rows of the source that lack a counterpart, by their indexes.

    Some of their neighbours are paired with the wrong ones then, which nobody can see in short texts.
    """
    lost = [bead.source[0] for bead in beads if bead.source and not bead.target and _whole(bead.source[0])]
    if not lost:
        return {}
    voices: Counter[tuple[int, int]] = Counter()
    paired: dict[int, Block] = {}  # of the source, by the indexes of their counterparts
    for bead in beads:
        if bead.source and bead.target and (there := _whole(bead.source[0])) and (here := _whole(bead.target[0])):
            voices[there, here] += 1
            paired[bead.target[0].index] = bead.source[0]
    likely = sorted(voices.items(), key=lambda item: item[1])
    forth, back = {there: here for (there, here), _ in likely}, {here: there for (there, here), _ in likely}
    members = tuple(_members(page) for page in (source, target))
    found: dict[int, Block] = {}
    for block in lost:
        there = _whole(block)
        here = forth.get(there, 0)
        one, two = members[0][there], members[1][here]
        if back.get(here) == there and voices[there, here] >= KNOWN and len(one) <= len(two):
            other = two[one.index(block)]
            if block.kind == other.kind and not (other.index in paired and share_strong(paired[other.index], other)):
                found[block.index] = other
    return found


def share_strong(one: Block, other: Block) -> bool:
    """Whether two blocks hold the same link, code, picture, or id."""
    return any(key[0] in STRONG for key in keys(one) & keys(other))


def _members(page: Document) -> dict[int, list[Block]]:
    found: dict[int, list[Block]] = defaultdict(list)
    for block in page.blocks:
        if whole := _whole(block):
            found[whole].append(block)
    return found


def _whole(block: Block) -> int:
    """What tells the list or the table of an item or a row from all others; 0: it is in none."""
    if block.marker is not None:
        return id(block.marker.parent)
    return id(block.parent) if block.kind == "row" else 0
