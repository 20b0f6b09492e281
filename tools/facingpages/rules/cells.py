"""What is told of the cells of two rows that face each other: one that was emptied, one whose value is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import OBJECT, Row
from facingpages.late import late
from facingpages.tuples import NamedTuple

WORD = late(r"[^\W\d_]{2,}")
SENTENCE = 3  # words of a cell that is left out by no taste, as `none` or `not set` is
# Values that a program knows, those in a row being one of a kind: a cell that says one of them says no other one here.
KINDS = (
    ("true", "false"),
    ("string", "number", "boolean", "bool", "integer", "int", "object", "array", "function", "float", "double"),
)
SAME = {"bool": "boolean", "int": "integer"}
# Words that a program knows, with one sign between all of them: `rtl / ltr / ttb`, `start,end,center`.
CHOICES = late(r"\w[\w.:-]*(?:\s*(?P<sign>[/|,])\s*\w[\w.:-]*)(?:\s*(?P=sign)\s*\w[\w.:-]*)+", re.A)
CHOICE = late(r"\w[\w.:-]*", re.A)
MASK = late(r"[yYMdDHhmsSaAEZ][yYMdDHhmsSaAEZ:./, -]+[yMdHhmsS]")  # how a date is written: `yyyy-MM-dd`
NUMBERS = late(r"[\d.]+")

TAG = late(r"[a-z]{2,3}-[A-Z]{2}")  # of a language: `en-US`
NO = "no"  # which may be taken for the short form of a number
NUMBER = late("nr\\.?|n[\u00ba\u00b0]\\.?|n\\.\u00ba|\u2116|\u756a\u53f7|\ubc88\ud638|\u7f16\u53f7|\u7de8\u865f", re.I)


class Changed(NamedTuple):
    """A cell that differs: its text here, empty where nothing is left of it, and that of the source."""

    here: str
    there: str


def changed_cells(a: Row, b: Row, *, head: bool) -> Iterator[Changed]:
    """The cells of a row that were emptied, or whose value a program knows and is another one here; `head`: of names."""
    there, here = (_cells(row) for row in (a, b))
    if len(there) != len(here) or there == here:
        return
    filled = any(two and not one for one, two in zip(there, here, strict=True))
    for one, two in zip(there, here, strict=True):
        if not two:
            if not filled and len(WORD.findall(one)) >= SENTENCE and any(here):
                yield Changed("", one)
        elif one != two and (
            _is_switched(one, two)
            or _is_other_choice(one, two)
            or _is_cut(one, two)
            or (TAG.fullmatch(one) and TAG.fullmatch(two))
            or (not head and one.lower() == NO and NUMBER.fullmatch(two))
        ):
            yield Changed(two, one)


def as_many_cells(bead: Bead) -> bool:
    """Whether two rows have as many cells; where one lacks a column, what stands in another is no counterpart."""
    a, b = bead.source[0], bead.target[0]
    return not (isinstance(a, Row) and isinstance(b, Row)) or a.cells == b.cells


def _cells(row: Row) -> list[str]:
    """The texts of the cells of a row; code and pictures are a sign each, so that no cell that has one is empty."""
    found = [cell.strip() for cell in row.text.split("\t")]
    return found + [""] * (row.cells - len(found))


def _is_switched(there: str, here: str) -> bool:
    """Whether `true` is `false` here, or `string` is `number`: both are said as a program says them, and one is wrong."""
    one, two = (SAME.get(value.lower(), value.lower()) for value in (there, here))
    return one != two and any(one in kind and two in kind for kind in KINDS)


def _is_other_choice(there: str, here: str) -> bool:
    """Whether one of several values is another one here, all others being the source's: a slip, no translation."""
    if not CHOICES.fullmatch(there) or not CHOICES.fullmatch(here) or OBJECT in there:
        return False
    one, two = CHOICE.findall(there.lower()), CHOICE.findall(here.lower())
    odd = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    if len(one) != len(two) or len(odd) != 1:
        return False
    first, second = odd[0]
    if len(first) != len(second) or NUMBERS.fullmatch(first):  # a number is told as what it is
        return False
    return set(first) == set(second) or sum(a != b for a, b in zip(first, second, strict=True)) == 1


def _is_cut(there: str, here: str) -> bool:
    """Whether the form of a date lost its end or its beginning. Another one may be that of the locale."""
    return bool(MASK.fullmatch(there) and MASK.fullmatch(here)) and (there.startswith(here) or there.endswith(here))
