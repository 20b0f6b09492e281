"""Paragraphs and lists that stand where the source has others: one thing to say of each, not that one is lost, one new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from facingpages.align.features import STRONG, keys
from facingpages.align.left import FAR, off
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.rules.base import Pair
from facingpages.rules.units import Unit, as_one, boxes, runs
from facingpages.tuples import NamedTuple

MANY = 6  # paragraphs left over at one place of which it is asked which stands for which; of more, in their order


class Instead(NamedTuple):
    """A paragraph or list of the source without counterpart, one of the translation, between the same neighbours."""

    missing: Unit
    extra: Unit

    @property
    def are_lists(self) -> bool:
        """Whether these are lists of several items."""
        return all(sum(block.marker is not None for block in unit.blocks) > 1 for unit in self)

    @property
    def loses(self) -> bool:
        """Whether the source's holds something that no translator changes, and this one nothing of it."""
        there, here = ({key for block in unit.blocks for key in keys(block) if key[0] in STRONG} for unit in self)
        return bool(there) and there.isdisjoint(here)


def instead(pair: Pair) -> list[Instead]:
    """Those of a pair of pages, in order."""
    if not pair.missing or not pair.extra:  # as most pages
        return []
    missing, extra = _by_gap(pair, pair.missing), _by_gap(pair, pair.extra)
    return [
        Instead(one, other)
        for gap in sorted(missing.keys() & extra.keys())
        for one, other in _matched(missing[gap], extra[gap], pair.scale)
    ]


def lists_instead(pair: Pair) -> list[Instead]:
    """Lists that were written anew: none of the items of either has a counterpart, and both stand at one place.

    And items: one of the source and one of the translation without counterpart, of lists that are otherwise kept.
    """
    if not pair.missing or not pair.extra:
        return []
    if "lists instead" not in pair.memo:  # three rules ask for them
        missing, extra = (_lists_by_gap(pair, pair.missing), _lists_by_gap(pair, pair.extra))
        both = sorted(gap for gap in missing.keys() & extra.keys() if len(missing[gap]) == len(extra[gap]) == 1)
        found = [Instead(missing[gap][0], extra[gap][0]) for gap in both]
        pair.memo["lists instead"] = found + list(_lone_items(pair, {id(unit) for one in found for unit in one}))
    told: list[Instead] = pair.memo["lists instead"]
    return told


def _lone_items(pair: Pair, taken: Set[int]) -> Iterator[Instead]:
    """Items and steps that are the only ones of their kind without counterpart at one place, on either side."""
    sides = (pair.missing, pair.extra)
    for kind in ("item", "step"):
        missing, extra = (
            _at_gaps(pair, [unit for unit in side if unit.kind == kind and id(unit) not in taken]) for side in sides
        )
        for gap in sorted(missing.keys() & extra.keys()):
            if len(missing[gap]) == len(extra[gap]) == 1:
                one, other = missing[gap][0], extra[gap][0]
                a, b = one.blocks[0], other.blocks[0]
                level = len(boxes(a, "list")) == len(boxes(b, "list"))
                if level and pair.duplicate_of(b) is None and _are_as_long(a, b, pair.scale):
                    yield Instead(one, other)


def _lists_by_gap(pair: Pair, units: Sequence[Unit]) -> dict[int, list[Unit]]:
    """Whole lists without counterpart, of several items, by how many beads with both sides stand before them."""
    whole = [as_one(run) for kind in ("item", "step") for run in runs(units, kind) if len(run) > 1]
    wanted = {unit.position: unit for unit in whole}
    found: dict[int, list[Unit]] = {}
    gap = 0
    kept: set[int] = set()
    for position, bead in enumerate(pair.beads) if wanted else ():
        if bead.source and bead.target:
            gap += not bead.moved
            kept.update(_list_of(block) for side in (bead.source, bead.target) for block in side)
        elif position in wanted:
            found.setdefault(gap, []).append(wanted[position])
    return {gap: some for gap, some in found.items() if all(_list_of(unit.blocks[0]) not in kept for unit in some)}


def _list_of(block: Block) -> int:
    """What tells the list whose item begins with a block from all others; 0: none does."""
    return id(block.marker.parent) if block.marker is not None else 0


def _by_gap(pair: Pair, units: Sequence[Unit]) -> dict[int, list[Unit]]:
    """Lone paragraphs, by how many beads with both sides stand before them: those of one place stand together."""
    return _at_gaps(pair, [unit for unit in units if unit.kind == "block" and _is_plain(unit.blocks)])


def _at_gaps(pair: Pair, units: Sequence[Unit]) -> dict[int, list[Unit]]:
    """Units, by how many beads with both sides stand before them."""
    found: dict[int, list[Unit]] = {}
    wanted = {unit.position: unit for unit in units}
    gap = 0
    for position, bead in enumerate(pair.beads) if wanted else ():
        if bead.source and bead.target:
            gap += not bead.moved
        elif position in wanted:
            found.setdefault(gap, []).append(wanted[position])
    return found


def _is_plain(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and blocks[0].kind == "paragraph" and any(map(str.isalpha, blocks[0].text))


def _matched(missing: Sequence[Unit], extra: Sequence[Unit], scale: float) -> Iterator[tuple[Unit, Unit]]:
    """Which stands for which: in order, those whose lengths fit best, and none that is far from its counterpart."""
    turned = len(missing) > len(extra)
    few, many = (extra, missing) if turned else (missing, extra)
    for first, second in _chosen(few, many, 1 / scale if turned else scale):
        one, other = (second, first) if turned else (first, second)
        a, b = one.blocks[0], other.blocks[0]
        if a.depth == b.depth and _are_as_long(a, b, scale):
            yield one, other


def _are_as_long(a: Block, b: Block, scale: float) -> bool:
    return 1 / FAR < (weight(b.text) + 20) / (weight(a.text) * scale + 20) < FAR


def _chosen(few: Sequence[Unit], many: Sequence[Unit], scale: float) -> Iterator[tuple[Unit, Unit]]:
    """Each of the fewer with one of the others. `scale`: the length of the others' text over that of the fewer's."""
    if len(many) > MANY:
        return zip(few, many, strict=False)
    ways = ([*zip(few, some, strict=True)] for some in combinations(many, len(few)))
    return iter(min(ways, key=lambda way: sum(off(_length(one) * scale, _length(other)) for one, other in way)))


def _length(unit: Unit) -> float:
    return weight(unit.blocks[0].text)
