"""Callouts and tabs whose words stand in another one of the other page: two became one, or one became two."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import BoxKind, Container
from facingpages.rules.base import Pair
from facingpages.rules.held import What
from facingpages.rules.units import boxes


def joined(pair: Pair, kind: BoxKind) -> Iterator[tuple[Bead, Container]]:
    """Each callout, or tab, of the source that has none of its own, and its first bead.

    Of two that share one, that is its own whose type it has, or else the first; the other one's title and type are lost
    to a reader even where both are alike, for he sees one box where the source has two. Where one of its type is left
    over in the translation, nobody knows which of them lost what.
    """
    left = {boxes(unit.blocks[0], "callout")[-1].name for unit in pair.extra if unit.kind == kind == "callout"}
    homes: dict[int, list[tuple[Container, Bead]]] = {}  # by the translation's callout: whose words it holds
    seen: dict[int, set[int]] = {}  # by the source's callout: in which ones of the translation its words stand
    held: dict[int, Container] = {}
    for bead, block in ((one, block) for one in pair.holding(What.BOX) for block in one.source):
        one, two = boxes(block, kind), boxes(bead.target[0], kind)
        if one:
            seen.setdefault(id(one[0]), set()).add(id(two[0]) if two else 0)
            if two and not bead.moved:
                held[id(two[0])] = two[0]
                homes.setdefault(id(two[0]), []).append((one[0], bead))
    for key, inside in homes.items():
        first: dict[int, tuple[Container, Bead]] = {}
        for one_box, bead in inside:
            first.setdefault(id(one_box), (one_box, bead))
        if len(first) < 2:
            continue
        own = next((at for at, (box, _) in first.items() if box.name == held[key].name), next(iter(first)))
        for at, (box, bead) in first.items():
            if at != own and box.name not in left and seen[at] == {key} and len(bead.target) == 1:
                yield bead, box


def parted(pair: Pair, kind: BoxKind) -> Iterator[tuple[Bead, Container]]:
    """Each callout of the translation that goes on with what the one before it began, and its first bead.

    Its words stand in one callout of the source, of whose words the one before it holds the first; no other one has a
    part in it.
    """
    homes: dict[int, set[int]] = {}  # by the translation's callout: which ones of the source its words stand in
    first: dict[int, Container] = {}  # by the source's callout: the one of the translation that its words begin in
    begun: list[tuple[Bead, Container, Container]] = []
    for bead in pair.holding(What.BOX):
        one, two = boxes(bead.source[0], kind), boxes(bead.target[0], kind)
        if not two:
            continue
        new = id(two[0]) not in homes
        homes.setdefault(id(two[0]), set()).add(id(one[0]) if one else 0)
        if one and len(one) == len(two) and not bead.moved:
            if new and id(one[0]) in first:
                begun.append((bead, one[0], two[0]))
            first.setdefault(id(one[0]), two[0])
    for bead, one_box, box in begun:
        if homes[id(box)] == {id(one_box)} and homes[id(first[id(one_box)])] == {id(one_box)}:
            yield bead, box
