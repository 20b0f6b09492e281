"""The way through the table of scores is the best there is, and a pair is worth the same in any table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facingpages.align.chain import STEPS, chain
from facingpages.align.columns import Columns
from facingpages.align.score import Side, fit
from facingpages.read import read_page


class Numbers:
    """Scores as hypothesis has them, by what a bead begins with."""

    gap = -0.3

    def __init__(self, one: list[list[float]], two: list[list[float]], split: list[list[float]], *, only: bool) -> None:
        self.tables, self.only = (one, two, split), only

    def one_to_one(self, i: int, low: int, high: int) -> Sequence[float]:
        return self.tables[0][i][low:high]

    def two_to_one(self, i: int, low: int, high: int) -> Sequence[float] | None:
        return None if self.only else self.tables[1][i][low:high]

    def one_to_two(self, i: int, low: int, high: int) -> Sequence[float] | None:
        return None if self.only else self.tables[2][i][low:high]

    def of(self, i: int, j: int, a: int, b: int) -> float:
        if not a or not b:
            return self.gap
        if (a, b) != (1, 1) and self.only:
            return float("-inf")
        return self.tables[STEPS.index((a, b)) - (2 if a + b == 3 else 0)][i][j]


def best(n: int, m: int, scores: Numbers) -> float:
    @lru_cache(None)
    def worth(i: int, j: int) -> float:
        if i == n and j == m:
            return 0.0
        return max(scores.of(i, j, a, b) + worth(i + a, j + b) for a, b in STEPS if i + a <= n and j + b <= m)

    return worth(0, 0)


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, Numbers]:
    n, m = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    row = st.lists(st.floats(-1, 3).map(lambda value: round(value, 2)), min_size=m, max_size=m)
    one, two, split = (draw(st.lists(row, min_size=n, max_size=n)) for _ in range(3))
    return n, m, Numbers(one, two, split, only=draw(st.booleans()))


@settings(max_examples=80, deadline=None)
@given(tables())
def test_no_chain_of_beads_is_worth_more(table: tuple[int, int, Numbers]) -> None:
    n, m, scores = table
    beads = chain(n, m, scores)
    assert [at for i, _, a, _ in beads for at in range(i, i + a)] == list(range(n))
    assert [at for _, j, _, b in beads for at in range(j, j + b)] == list(range(m))
    assert sum(scores.of(*bead) for bead in beads) == pytest.approx(best(n, m, scores))


@pytest.mark.parametrize(("n", "m"), [(60, 60), (40, 90), (90, 40)])
def test_a_band_is_as_good_where_the_best_way_lies_in_it(monkeypatch: pytest.MonkeyPatch, n: int, m: int) -> None:
    one = [[1.0 if j == i * m // n else -0.8 for j in range(m)] for i in range(n)]
    scores = Numbers(one, one, one, only=True)
    whole = chain(n, m, scores)
    monkeypatch.setattr(import_module("facingpages.align.chain"), "CELLS", 1000)
    assert chain(n, m, scores) == whole


PAGE = b"""# One {#one}

A [link](a.md) and `code` of 2024. **Bold.** More.

A [link](a.md) and `code` of 2024. **Bold.** More.

- An item with `code`
1. A step: 7 boxes

***

```py
code
```

> ## Two

| a | b |
|---|---|
| 1 | `code` |

![](picture.png)

![](picture.png)
"""


def test_a_pair_is_worth_the_same_alone_and_beside_others() -> None:
    blocks = read_page(PAGE, "commonmark", path="a.md").blocks
    sides = [Side((block,), 1.0) for block in blocks]
    columns = Columns([None, *sides, None])
    for side in sides:
        whole = columns.row(side, 0, len(sides) + 2)
        assert whole[1:-1] == [fit(side, other) for other in sides]
        assert whole[0] == whole[-1] < -1e8
        assert columns.row(side, 3, 7) == whole[3:7]
        assert max(whole) == whole[1 + sides.index(side)]
