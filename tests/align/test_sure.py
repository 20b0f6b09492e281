"""Pairs that need no search stand in order on either side, whatever one side lost."""

from __future__ import annotations

from itertools import pairwise

import pytest

from facingpages.align import stretch
from facingpages.document import Block


@pytest.mark.parametrize("lost", range(1, 9))
@pytest.mark.parametrize("longer", [0, 1])
def test_they_stand_in_order(lost: int, longer: int, monkeypatch: pytest.MonkeyPatch) -> None:
    size, head = 24, 12
    whole = [Block(0, 0, None) for _ in range(size)]
    kept = [Block(0, 0, None) for _ in range(size - lost)]
    sides = (whole, kept) if longer else (kept, whole)
    at = [{id(one): number for number, one in enumerate(side)} for side in sides]
    more = len(sides[1]) - len(sides[0])

    def plain(a: Block, b: Block, _: object) -> bool:  # blocks around the lost ones seem to be pairs in both ways
        i, j = at[0][id(a)], at[1][id(b)]
        return (j == i and i < head + 2) or (j == i + more and i > head - 4)

    monkeypatch.setattr(stretch, "_is_plain", plain)
    found = stretch._sure(*sides, (lambda text: text, lambda text: text))  # type: ignore[arg-type]
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(found))
