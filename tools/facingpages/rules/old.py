"""Whether a translation fell behind its source: its blocks differ from those of today at many places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, Protocol

from facingpages.align import Bead

MANY = 3  # places at which two pages differ, from which on the translation is an old one


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


def _places(beads: Sequence[Bead]) -> int:
    """At how many places two pages differ in their blocks; a mere line is none."""
    differ = [bead.moved or not bead.source or not bead.target for bead in beads if not _is_line(bead)]
    return sum(now and not before for before, now in zip(chain((False,), differ), differ, strict=False))


def _is_line(bead: Bead) -> bool:
    return all(block.kind == "rule" for block in (*bead.source, *bead.target))
