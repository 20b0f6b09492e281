"""Tables: which face each other, and which rows are titles of the others."""

from __future__ import annotations

from facingpages.align import align
from facingpages.align.tables import of_two_tables
from facingpages.read import read_page


def _rows(text: str) -> list[str]:
    return text.strip().split("\n")


def _table(rows: list[str]) -> str:
    head, *others = rows
    return "\n".join([head, "|" + " - |" * (head.count("|") - 1), *others]) + "\n"


def pairs(source: str, target: str) -> list[tuple[str, str]]:
    one, other = (read_page(text.encode(), path="a.md", dialect="commonmark") for text in (source, target))
    return [(bead.source[0].text, bead.target[0].text) for bead in align(one, other) if bead.source and bead.target]


def test_rows_that_a_table_more_has_shifted_are_paired_within_their_own() -> None:
    """Of three pairs two are of tables of as many columns, and one is of a row with another one's."""
    source = _table(["| a | b |", "| c | d |", "| e | f |"])
    target = (
        _table(["| 1 | 2 |", "| 3 | 4 |", "| 5 | 6 |"]) + "\nText.\n\n" + _table(["| x | y | z |", "| u | v | w |"])
    )
    one, other = (read_page(text.encode(), path="a.md", dialect="commonmark").blocks for text in (source, target))
    wide = [block for block in other if block.kind == "row" and block.text.count("\t") == 2]
    narrow = [block for block in other if block.kind == "row" and block.text.count("\t") == 1]
    shifted = [
        ((one[0],), (narrow[0],), 1.0, False),
        ((one[1],), (narrow[2],), 1.0, False),
        ((), (narrow[1],), 0.0, False),
        ((one[2],), (wide[0],), 1.0, False),
        ((), (wide[1],), 0.0, False),
    ]

    def straight(some: object, others: object) -> list:  # type: ignore[type-arg]
        return [((a,), (b,), 1.0, False) for a, b in zip(some, others, strict=True)]  # type: ignore[call-overload]

    found = of_two_tables(shifted, straight)
    assert {(s[0].text, t[0].text) for s, t, _, _ in found if s and t} == {
        (a.text, b.text) for a, b in zip(one, narrow, strict=True)
    }
    assert [t[0].text for s, t, _, _ in found if not s] == [wide[0].text, wide[1].text]
    # Where a table has but one counterpart, a column more on either side parts nothing.
    wider = [((a,), (b,), 1.0, False) for a, b in zip(one, wide, strict=False)]
    assert of_two_tables(wider, straight) == wider


TITLES = ["| - | Place | Now | Next |", "| Part 1 | | | |", "| | {} | 3.10.5 | soon |", "| | {} | 3.10.5 | soon |",
          "| Part 3 | | | |", "| | {} | 3.10.5 | soon |"]  # fmt: skip


def test_a_row_with_nothing_but_a_title_is_no_counterpart_of_one_with_all_cells() -> None:
    """`Part 3` and version 3 have a number in common, and the row before it is one that only the translation has."""
    source = "\n".join(_table(TITLES).split("\n")).format("Kanada", "Peru", "Japan")
    more = [*TITLES[:4], "| | {} | 3.4.1 | snart |", *TITLES[4:]]
    target = _table([row.replace("3.10.5", "3.4.1").replace("Part", "Del").replace("soon", "snart") for row in more])
    found = pairs(source, target.format("Kanada", "Peru", "Schweiz", "Japan"))
    assert ("Part 3\t\t\t", "Del 3\t\t\t") in found
    assert not any(one.startswith("Part") != other.startswith("Del") for one, other in found)
