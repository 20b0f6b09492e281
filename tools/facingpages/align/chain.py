"""The best way to pair two sequences in order: dynamic programming over 1-1, 1-0, 0-1, 1-2 and 2-1."""

from __future__ import annotations

from collections.abc import Callable

CELLS = 150_000
STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
Score = Callable[[int, int, int, int], float]  # (i, j, how many of the first side, of the second) that end before i, j


def chain(n: int, m: int, score: Score) -> list[tuple[int, int, int, int]]:
    """Beads (i, j, a, b): `a` items from `i` of the first side go with `b` items from `j` of the second.

    The whole table where it is small; else a band around the diagonal, so that time stays linear in n + m.
    """
    if not n or not m:
        return [(i, 0, 1, 0) for i in range(n)] + [(0, j, 0, 1) for j in range(m)]
    width = m if n * m <= CELLS else max(6, CELLS // max(n, m) // 2)
    best: list[dict[int, float]] = []
    back: list[dict[int, int]] = []
    for i in range(n + 1):
        center = i * m // n
        low, high = max(0, center - width), min(m, center + width + m // n + 1)
        row: dict[int, float] = {}
        choice: dict[int, int] = {}
        for j in range(low, high + 1):
            if i == 0 and j == 0:
                row[0] = 0.0
                continue
            top, step = -1e18, -1
            for index, (a, b) in enumerate(STEPS):
                if a > i or b > j:
                    continue
                before = row.get(j - b) if a == 0 else best[i - a].get(j - b)
                if before is None or before <= -1e17:
                    continue
                value = before + score(i, j, a, b)
                if value > top + 1e-9:
                    top, step = value, index
            row[j] = top
            choice[j] = step
        best.append(row)
        back.append(choice)
    beads = []
    i, j = n, m
    while i or j:
        step = back[i].get(j, -1)
        a, b = STEPS[step] if step >= 0 else ((1, 0) if i else (0, 1))
        i, j = i - a, j - b
        beads.append((i, j, a, b))
    beads.reverse()
    return beads
