"""Tables whose columns a translator has put into another order: which column of the source goes with which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

MOST = 6  # columns that are tried in every order
PROOF = 2  # cells that must agree in another order, more than in the same


def order(rows: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Sequence[int]:
    """For each column of the translation the source's column, by the cells that say the same in both languages.

    `rows` are pairs of rows, source and translation, each cell as its letters and digits. Unless it is refuted, the
    order is the same.
    """
    width = max((len(source) for source, _ in rows), default=0)
    same = range(width)
    if width > MOST or any(len(source) != width or len(target) != width for source, target in rows):
        return same
    agree = [[0] * width for _ in same]
    for source, target in rows:
        for i, mine in enumerate(target):
            for j, other in enumerate(source):
                agree[i][j] += bool(mine) and mine == other
    best = max(permutations(same), key=lambda way: sum(agree[i][j] for i, j in enumerate(way)))
    gain = sum(agree[i][j] for i, j in enumerate(best)) - sum(agree[i][i] for i in same)
    return best if gain >= PROOF else same
