"""Blocks of code that changed places, where all else stands as it does in the source."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align.agreeing import same_form, trades
from facingpages.align.left import Found
from facingpages.align.score import Side, fit
from facingpages.document import Block

CLEARLY = 0.4  # by how much what leads to two blocks fits better the other way round, for both to have moved with it


def traded(s: Sequence[Block], t: Sequence[Block], scale: float) -> list[Found] | None:
    """Blocks of two stretches that are alike one by one, but for code that changed places; None where they are not."""
    found = trades(s, t)
    if not found or not all(
        same_form(a, b) and (a.marker is None) == (b.marker is None) for a, b in zip(s, t, strict=True)
    ):
        return None
    if any(at < to and _came_along(s, t, at, to, scale) for at, to in found.items()):
        return None
    return [((a,), (t[found.get(at, at)],), 1.0, at in found) for at, a in enumerate(s)]


def _came_along(s: Sequence[Block], t: Sequence[Block], at: int, to: int, scale: float) -> bool:
    """Whether what stands before two blocks of code changed places, too, so that nobody is misled."""
    if not at or to == at + 1:
        return False
    ours = [Side((s[place - 1],), 1.0) for place in (at, to)]
    theirs = [Side((t[place - 1],), scale) for place in (at, to)]
    straight = fit(ours[0], theirs[0]) + fit(ours[1], theirs[1])
    return fit(ours[0], theirs[1]) + fit(ours[1], theirs[0]) > straight + CLEARLY
