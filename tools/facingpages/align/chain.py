"""The best way to pair two sequences in order: dynamic programming over 1-1, 1-0, 0-1, 2-1 and 1-2."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain as one_after_another
from itertools import repeat
from operator import add
from typing import Protocol

CELLS = 150_000
STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
NEVER = float("-inf")
SURELY = 1e-9  # what is better by less is only rounded otherwise: the first of STEPS is taken


class Scores(Protocol):
    """What pairs of items are worth, item `i` of the first sequence with each of a stretch of the second, from `low`.

    `gap` is what an item without counterpart is worth. None says that no pair of a kind can be.
    """

    gap: float

    def one_to_one(self, i: int, low: int, high: int) -> Sequence[float]:
        """Item `i` with each from `low` to before `high`."""

    def two_to_one(self, i: int, low: int, high: int) -> Sequence[float] | None:
        """Item `i` and the next one, together, with each from `low` to before `high`."""

    def one_to_two(self, i: int, low: int, high: int) -> Sequence[float] | None:
        """Item `i` with each from `low` to before `high` and the next one, together."""


def chain(n: int, m: int, scores: Scores) -> list[tuple[int, int, int, int]]:
    """Beads (i, j, a, b): `a` items from `i` of the first side go with `b` items from `j` of the second.

    The whole table where it is small; else a band around the diagonal, so that time stays linear in n + m.
    """
    if not n or not m:
        return [(i, 0, 1, 0) for i in range(n)] + [(0, j, 0, 1) for j in range(m)]
    width = m if n * m <= CELLS else max(6, CELLS // max(n, m) // 2)
    taken: list[tuple[int, bytearray]] = []  # the step that led to each cell of each row, from a column on
    gap = scores.gap
    before = [NEVER] * (m + 1)
    last = [NEVER] * (m + 1)
    for i in range(n + 1):
        center = i * m // n
        low, high = max(0, center - width), min(m, center + width + m // n + 1)
        row = [NEVER] * (m + 1)
        steps = bytearray(b"\x02") * (high - low + 1)
        if not i:
            row[0] = 0.0
            for j in range(1, high + 1):
                row[j] = row[j - 1] + gap
        else:
            if not low:
                row[0], steps[0] = last[0] + gap, 1
            first = max(low, 1)
            found = _row(i, first, high, before, last, row[first - 1], scores)
            row[first : high + 1], steps[first - low :] = found
        taken.append((low, steps))
        before, last = last, row
    return _beads(n, m, taken)


def _row(
    i: int, first: int, high: int, before: list[float], last: list[float], left: float, scores: Scores
) -> tuple[list[float], bytearray]:
    """The best that comes to each cell from `first` to `high` of row `i`, and the number of the step that led there.

    `before` and `last` are the rows above, `left` is what comes to the cell before the first.
    """
    gap = scores.gap
    values: list[float] = []
    steps = bytearray()
    pairs = map(add, last[first - 1 : high], scores.one_to_one(i - 1, first - 1, high))
    above = last[first : high + 1]
    two = scores.two_to_one(i - 2, first - 1, high) if i > 1 else None
    start = max(first - 2, 0)  # the first of two: before the second column there are none
    split = scores.one_to_two(i - 1, start, high - 1) if high > 1 else None
    if two is None and split is None:
        for value, up in zip(pairs, above, strict=True):
            step = 0
            if (other := up + gap) > value + SURELY:
                value, step = other, 1
            if (other := left + gap) > value + SURELY:
                value, step = other, 2
            left = value
            values.append(value)
            steps.append(step)
        return values, steps
    joined: Iterable[float] = map(add, before[first - 1 : high], two) if two is not None else repeat(NEVER)
    parted: Iterable[float] = map(add, last[start : high - 1], split) if split is not None else repeat(NEVER)
    if first == 1:
        parted = one_after_another((NEVER,), parted)
    for value, up, by_two, in_two in zip(pairs, above, joined, parted):  # noqa: B905 - some repeat without end
        step = 0
        if (other := up + gap) > value + SURELY:
            value, step = other, 1
        if (other := left + gap) > value + SURELY:
            value, step = other, 2
        if by_two > value + SURELY:
            value, step = by_two, 3
        if in_two > value + SURELY:
            value, step = in_two, 4
        left = value
        values.append(value)
        steps.append(step)
    return values, steps


def _beads(n: int, m: int, taken: Sequence[tuple[int, bytearray]]) -> list[tuple[int, int, int, int]]:
    """The way back from the last cell."""
    beads = []
    i, j = n, m
    while i or j:
        low, steps = taken[i]
        a, b = STEPS[steps[j - low]]
        i, j = i - a, j - b
        beads.append((i, j, a, b))
    beads.reverse()
    return beads
