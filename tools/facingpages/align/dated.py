"""Rows of other things, and rows of one that hold other numbers because their page is older."""

from __future__ import annotations

from facingpages.align.features import keys, row_name
from facingpages.align.score import by_names
from facingpages.document import Block


def is_another(a: Block, b: Block, *, dated: bool = False) -> bool:
    """Whether two rows are of other things, by what no translator changes: names alone, if the rest is out of date."""
    return by_names(row_name(a), row_name(b)) < 0 or (not dated and hold_others(a, b))


def hold_others(a: Block, b: Block) -> bool:
    """Whether both hold what no translator changes, and nothing of the other's."""
    (one, _), (other, _) = row_name(a), row_name(b)
    translated = {f"c{one}", f"c{other}"} if one.isascii() != other.isascii() else set()  # a code that was a word
    here, there = keys(a) - translated, keys(b) - translated
    return bool(here and there and here.isdisjoint(there))
