"""What a pair of blocks is worth, and of sections: on either side of what the scores are made of."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path

import pytest
from tests.align import made

from facingpages.align.columns import Columns
from facingpages.align.features import numbers
from facingpages.align.score import Side, fit, plain_fit, weight
from facingpages.align.sections import Part
from facingpages.read import read_page

FILE = Path(__file__).parent / "worth.json"
"""By kind of pair: two texts and what they are worth. `python -m tests.align.test_score` writes the numbers anew."""

ALL: dict[str, list[tuple[str, str, float]]] = json.loads(FILE.read_text("utf-8"))


def worth(kind: str, one: str, two: str) -> float:
    """The last blocks of two pages; without their links; the last two with the last one; or all as two sections."""
    s, t = (read_page(text.encode(), "mkdocs", path="a.md").blocks for text in (one, two))
    match kind:
        case "blocks":
            value = fit(Side(s[-1:], 1.0), Side(t[-1:], 1.0))
        case "scaled":
            value = fit(Side(s[-1:], 1.0), Side(t[-1:], 1.2))
        case "without links":
            value = plain_fit(Side(s[-1:], 1.0), Side(t[-1:], 1.0))
        case "joined":
            value = fit(Side(s[-2:], 1.0), Side(t[-1:], 1.0))
        case "sections":
            a, b = Part(s, 1.0), Part(t, 1.0)
            value = a.likeness(b, fit(a.head, b.head), 0.0)
        case _:
            raise ValueError(kind)
    return round(max(value, -9.0), 2)


@pytest.mark.parametrize("kind", ALL)
def test_worth(kind: str) -> None:
    for one, two, value in ALL[kind]:
        assert worth(kind, one, two) == pytest.approx(value, abs=0.011), (one, two)
        if kind in ("blocks", "without links", "sections") and "```" not in one + two:  # how long code is says nothing
            assert worth(kind, two, one) == pytest.approx(value, abs=0.011), (two, one)


def test_what_cannot_be_a_side_is_never_a_pair() -> None:
    s = read_page(b"One.\n\n`a` two.\n", "mkdocs", path="a.md").blocks
    sides = [None, Side(s[:1], 1.0), None, Side(s[1:], 1.0)]
    assert not Columns(sides).empty
    assert Columns([None, None]).empty
    row = Columns(sides).row(Side(s[1:], 1.0), 0, 4)
    assert [value < -1e6 for value in row] == [True, False, True, False]
    assert row[3] > 4 > 1 > row[1]
    assert Columns(sides).row(Side(s[1:], 1.0), 2, 4) == row[2:]


def test_a_part_of_a_row_is_what_stands_there_in_the_whole() -> None:
    """Blocks with ids, targets, code, numbers, words, bold runs: each is looked up by where it stands."""
    for _, source, target in islice(made.cases(), 60):
        sides = [Side((block,), 1.0) for block in target.blocks]
        columns = Columns(sides)
        for block in source.blocks:
            side = Side((block,), 1.0)
            whole = columns.row(side, 0, len(sides))
            assert whole == [fit(side, other) for other in sides]  # to the last bit
            assert [columns.row(side, low, len(sides)) for low in range(4)] == [whole[low:] for low in range(4)]
            assert columns.row(side, 1, 3) == whole[1:3]


def test_an_ideograph_weighs_two_letters_and_a_half() -> None:
    assert [weight(text) for text in ("abc", "åäö", "\u8bdd\u8d39a", "")] == [3, 3, 6, 0]


def test_digits_of_any_script() -> None:
    assert numbers("٠٧ and 7, ٠, 07") == ["7", "7", "0", "07"]
    assert numbers("é " + "٣" * 5000) == ["3" * 5000]  # more than Python turns into a number


def main() -> None:
    """Write what the pairs are worth."""
    told = {kind: [[one, two, worth(kind, one, two)] for one, two, _ in table] for kind, table in ALL.items()}
    rows = [
        f"{json.dumps(kind)}: [\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in table) + "\n]"
        for kind, table in told.items()
    ]
    FILE.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
