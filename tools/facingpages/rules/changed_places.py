"""Sections that stand in another place than in the source, told by what their headings are called elsewhere on the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from facingpages.document import Block, Heading
from facingpages.rules.base import Pair
from facingpages.rules.units import Unit

OFTEN = 2  # headings of one name that have one of the other side's for a counterpart: then they are called so
SOME = 4  # of those that are too many and called like one that is missing, which are looked at
FAR = 40  # beads between the two places of such a section


def changed_places(pair: Pair) -> tuple[tuple[Unit, Unit], ...]:
    """The sections of the source that are missing, each with the one that is too many here and is called like it.

    Both are of one part of the page, where no heading stands between that is above them, and hold as many blocks.
    """
    extra = [unit for unit in pair.extra if isinstance(unit.blocks[0], Heading)]
    missing = [unit for unit in pair.missing if isinstance(unit.blocks[0], Heading)] if extra else []
    if not missing:
        return ()
    called = _called(pair)
    by_name: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in extra:
        by_name[_name(unit.blocks[0])].append(unit)
    found: list[tuple[Unit, Unit]] = []
    for unit in missing:
        others = by_name.get(called.get(_name(unit.blocks[0]), ""), [])
        while others and others[0].position < unit.position - FAR:
            others.pop(0)
        near = [
            other for other in others[:SOME] if len(other.blocks) == len(unit.blocks) and _is_near(pair, unit, other)
        ]
        if near:
            others.remove(near[0])
            found.append((unit, near[0]))
    return tuple(found)


def _called(pair: Pair) -> Mapping[str, str]:
    """What headings of the source are called here, where one name always stands for another."""
    names = Counter(
        (_name(bead.source[0]), _name(bead.target[0]))
        for bead in pair.aligned
        if isinstance(bead.source[0], Heading) and isinstance(bead.target[0], Heading)
    )
    there, here = Counter[str](), Counter[str]()
    for (one, other), count in names.items():
        there[one] += count
        here[other] += count
    return {
        one: other
        for (one, other), count in names.items()
        if count >= OFTEN and 2 * count > max(there[one], here[other])
    }


def _is_near(pair: Pair, unit: Unit, other: Unit) -> bool:
    first, last = sorted((unit.position, other.position))
    level = unit.blocks[0].level if isinstance(unit.blocks[0], Heading) else 0
    return last - first <= FAR and not any(
        isinstance(block, Heading) and block.level < level
        for bead in pair.beads[first : last + 1]
        for block in (*bead.source[:1], *bead.target[:1])
    )


def _name(block: Block) -> str:
    return " ".join(block.text.split())
