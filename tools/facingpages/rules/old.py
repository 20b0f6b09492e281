"""Whether a translation fell behind its source: its blocks differ from those of today at many places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, Protocol

from facingpages.align import Bead

MANY = 3  # places at which two pages differ, from which on the translation is an old one
BRIEF, SHORTER = 12, 2  # blocks at most of a page that says that it is yet to come; how many are lost for each of them
MOSTLY = 4  # of so many pairs one at most is evident there


class Beads(Protocol):
    """A pair of pages, as far as it is asked how much they differ."""

    beads: Sequence[Bead]
    memo: dict[object, Any]


def fell_behind(pair: Beads) -> bool:
    """Whether two pages differ in so many places that one of them was rewritten."""
    known: bool | None = pair.memo.get(fell_behind)
    if known is None:
        known = pair.memo[fell_behind] = _places(pair.beads) >= MANY
    return known


def stands_in(beads: Sequence[Bead], is_evident: Callable[[int], bool]) -> bool:
    """Whether a page stands in for one that is yet to be translated: far shorter than the source, and hardly anything that
    stands on both shows that they are one."""
    here = [at for at, bead in enumerate(beads) if bead.target]
    if not 0 < len(here) <= BRIEF or len(beads) - len(here) < SHORTER * len(here):
        return False
    return sum(is_evident(at) for at in here if beads[at].source) <= len(here) // MOSTLY


def _places(beads: Sequence[Bead]) -> int:
    """At how many places two pages differ in their blocks; a mere line is none."""
    differ = [bead.moved or not bead.source or not bead.target for bead in beads if not _is_line(bead)]
    return sum(now and not before for before, now in zip(chain((False,), differ), differ, strict=False))


def _is_line(bead: Bead) -> bool:
    return all(block.kind == "rule" for block in (*bead.source, *bead.target))
