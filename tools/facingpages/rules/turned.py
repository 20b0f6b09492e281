"""A pair of pages seen from the other side: what only the translation has, as if the source had lost it.

What is new is no surer new than it was looked for, as what is missing is: a sentence that was set apart, a paragraph that
stands behind its picture instead of before it have no counterpart of their own, and nobody added them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol
from weakref import proxy

from facingpages.align import Bead
from facingpages.document import Block, Document
from facingpages.rules.absent import Absence, Sides
from facingpages.rules.in_prose import in_prose
from facingpages.rules.units import Unit
from facingpages.rules.vouched import Vouching


class AskedPair(Sides, Protocol):
    """A pair that knows what it lacks, and keeps what was found of it."""

    memo: dict[object, Any]

    @property
    def absent(self) -> Absence:
        """What may be the counterparts of what the translation lacks."""


class Turned:
    """A pair with its sides exchanged."""

    def __init__(self, pair: Sides) -> None:
        self.pair: Sides = proxy(pair)  # which keeps this
        self.source, self.target, self.lexicon = pair.target, pair.source, pair.lexicon
        self.beads: Sequence[Bead] = [Bead(bead.target, bead.source, bead.score, bead.moved) for bead in pair.beads]

    @property
    def vouches(self) -> Vouching:
        """What vouches for the beads, which is the same from either side."""
        return self.pair.vouches

    @property
    def scale(self) -> float:
        """How much longer the source's text is than the translation's, of all that has a counterpart."""
        return 1 / self.pair.scale

    @property
    def missing(self) -> list[Unit]:
        """What only the translation has."""
        return self.pair.extra

    @property
    def extra(self) -> list[Unit]:
        """What the translation lacks."""
        return self.pair.missing


def added(pair: AskedPair) -> Absence:
    """What may be the counterparts of what only the translation has."""
    if "added" not in pair.memo:
        pair.memo["added"] = Absence(Turned(pair), turned=True)
    found: Absence = pair.memo["added"]
    return found


def perhaps(pair: AskedPair, lost: Unit | None, new: Unit | None) -> tuple[Document, Block] | None:
    """What may be the counterpart of something that is said to be missing, or to be new, and the page that has it."""
    page, absence, unit = (pair.target, pair.absent, lost) if lost else (pair.source, added(pair), new)
    found = absence.instead(unit) if unit is not None else None
    if found is None and lost is not None:
        found = in_prose(pair, lost)
    return (page, found) if found is not None else None
