"""Numbers that belong to what is beside them: `timeout` 30 and `retries` 3 are not 3 and 30, nor are cells of a row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from facingpages.align import Bead
from facingpages.document import Block
from facingpages.finding import Severity
from facingpages.languages import language
from facingpages.languages.numerals import says
from facingpages.languages.spoken import tells
from facingpages.late import late
from facingpages.rules.quantities import TOKEN
from facingpages.rules.rule import INFO

DIGIT = late(r"\d")
AMOUNT = late(
    r"(?:[A-Z]{3}[ \u00a0]?|[^\w\s]{0,2}[ \u00a0]?)(\d+(?:[.,'\u2019 \u00a0\u202f\u066b\u066c]\d+)*)[ \u00a0\u202f]?(?:[^\W\d]{1,4}|[^\w\s]{0,2})"
)
LONGEST = 40  # signs of a cell with one


def reassigned(source: Sequence[Block], target: Sequence[Block]) -> tuple[str, str] | None:
    """A number that stands beside another name than in the source, and the one that stood there.

    Only where names and numbers take turns on both sides, so that nobody can tell them apart otherwise, and the numbers
    are the same.
    """
    there, here = _beside(source), _beside(target)
    if there.keys() != here.keys() or sorted(there.values()) != sorted(here.values()):
        return None
    return next(((here[name], there[name]) for name in there if here[name] != there[name]), None)


def exchanged_cells(bead: Bead, source: Sequence[Block], target: Sequence[Block]) -> tuple[str, str] | None:
    """A number in a row that stands in another cell than in the source, and the one that stands there in the source.

    Not where the rows beside it, of the blocks of both pages, have theirs in another order, too: then the columns have.
    """
    a, b = bead.source[0], bead.target[0]
    if len(bead.source) + len(bead.target) > 2 or (found := _differing(a, b)) is None:
        return None
    near = [(a.index + step, b.index + step) for step in (-2, -1, 1, 2) if min(a.index, b.index) + step >= 0]
    rows = [(source[i], target[j]) for i, j in near if i < len(source) and j < len(target)]
    others = [(one, other) for one, other in rows if one.parent is a.parent and len(set(_cells(one))) > 1]
    return None if others and all(_differing(one, other) for one, other in others) else found


def in_a_cell(locale: str, bead: Bead, number: str) -> Severity | None:
    """How much it matters that a number stands less often: as much as the rule says where a cell of a row holds none, in
    figures or words, in whose place the source has this number and nothing else."""
    a, b = bead.source[0], bead.target[0]
    there, here = a.text.split("\t"), b.text.split("\t")
    if not a.kind == b.kind == "row" or len(there) != len(here) or not number.isdecimal():
        return INFO
    empty = any(one.strip() == number and not DIGIT.search(two) for one, two in zip(there, here, strict=True))
    own, value = language(locale), int(number)
    return None if empty and not (tells(own, value, b.text) or says(own, value, b.text)) else INFO


def in_another_cell(bead: Bead, text: str) -> bool:
    """Whether a cell of a row has something else in whose place the source has this and nothing else."""
    a, b = bead.source[0], bead.target[0]
    there, here = a.text.split("\t"), b.text.split("\t")
    both = zip(there, here, strict=False) if len(there) == len(here) and a.kind == b.kind == "row" else ()
    return any(one.strip() == text and two.strip() and text not in two for one, two in both)


def _differing(a: Block, b: Block) -> tuple[str, str] | None:
    if a.kind != "row" or b.kind != "row":
        return None
    there, here = _cells(a), _cells(b)
    one, two = ([digits for digits, _ in cells] for cells in (there, here))
    if len(one) != len(two) or sorted(one) != sorted(two):
        return None
    return next(((new[1], old[1]) for new, old in zip(here, there, strict=True) if new[0] != old[0]), None)


def _cells(row: Block) -> list[tuple[str, str]]:
    """The cells of a row that hold a number and at most its unit: its digits, and as it is written."""
    found = (AMOUNT.fullmatch(cell.strip()) for cell in row.text.split("\t") if len(cell) <= LONGEST)
    return [("".join(str(int(one)) for one in cell[1] if one.isdigit()), cell[1]) for cell in found if cell]


def _beside(blocks: Sequence[Block]) -> dict[str, str]:
    """The number beside each name; none where they don't take turns."""
    if len(blocks) != 1:
        return {}
    block = blocks[0]
    codes = [(code.start, True, code.text) for code in block.codes]
    numbers = [(block.offset(match.start()), False, match.group()) for match in TOKEN.finditer(block.text)]
    signs = sorted([*codes, *numbers])
    kinds = [is_code for _, is_code, _ in signs]
    if len(codes) < 2 or len(signs) != 2 * len(codes) or any(one == two for one, two in pairwise(kinds)):
        return {}
    names, values = ([text for _, is_code, text in signs if is_code is wanted] for wanted in (True, False))
    return dict(zip(names, values, strict=True)) if len(set(names)) == len(names) else {}
