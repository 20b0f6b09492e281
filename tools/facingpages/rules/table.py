"""Tables: the same rows, the same number of cells in each."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.finding import Finding
from facingpages.rules.base import ERROR, WARNING, Example, Family, Pair, Rule, shorten

TABLE = "| Plan | Price |\n|---|---|\n| Basic | `b1` |\n| Pro | `p1` |\n| Max | `m1` |\n"

ROW_MISSING = Rule(
    "table-row-missing",
    ERROR,
    "A row of a table, or the whole table, has no counterpart.",
    "Told once for neighbouring rows. How cells are padded never matters.",
    (
        Example(TABLE, "| Plan | Pris |\n|---|---|\n| Bas | `b1` |\n| Max | `m1` |\n", ("4:1",)),
        Example(TABLE, TABLE.replace("Price", "Pris").replace(" | `", "      |    `"), note="Padding."),
    ),
)
ROW_EXTRA = Rule(
    "table-row-extra",
    WARNING,
    "A table has a row that the source lacks.",
    "Often a row that was removed from the source since.",
    (Example("| A | B |\n|---|---|\n| x | `1` |\n", "| A | B |\n|---|---|\n| x | `1` |\n| y | `2` |\n", ("4:1",)),),
)
CELLS = Rule(
    "table-cells",
    ERROR,
    "A row has another number of cells than in the source.",
    "A lost or stray `|` moves every cell behind it into the wrong column.",
    (Example(TABLE, TABLE.replace("| Pro | `p1` |", "| Pro `p1` |"), ("4:1",)),),
)


def check(pair: Pair) -> Iterator[Finding]:
    """Rows without counterpart, rows with more or fewer cells."""
    for units, rule in ((pair.missing, ROW_MISSING), (pair.extra, ROW_EXTRA)):
        for unit in units:
            if unit.kind != "row":
                continue
            first, last = unit.blocks[0], unit.blocks[-1]
            text = shorten(first.text.replace("\t", " | "))
            count = str(len(unit.blocks))
            if rule is ROW_MISSING:
                message = (
                    'This table row of the source has no counterpart: "{text}"' if len(unit.blocks) == 1
                    else '{count} table rows of the source have no counterpart, the first is "{text}"'
                )  # fmt: skip
                yield pair.finding(
                    rule,
                    message,
                    pair.gap(unit.position),
                    (first.start, last.end),
                    note="source row",
                    text=text,
                    count=count,
                )
            else:
                message = (
                    'This table row has no counterpart in the source: "{text}"' if len(unit.blocks) == 1
                    else '{count} table rows have no counterpart in the source, the first is "{text}"'
                )  # fmt: skip
                yield pair.finding(rule, message, (first.start, last.end), text=text, count=count)
    told: set[int] = set()
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.kind == b.kind == "row" and a.level != b.level:
            difference = (id(b.parent), a.level - b.level)
            if hash(difference) in told:
                continue
            told.add(hash(difference))
            yield pair.finding(
                CELLS, "This row has {here} cells; in the source it has {there}.", (b.start, b.end), (a.start, a.end),
                note="source row", bead=bead, here=str(b.level), there=str(a.level),
            )  # fmt: skip


FAMILY = Family((ROW_MISSING, ROW_EXTRA, CELLS), pair=check)
