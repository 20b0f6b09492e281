"""What becomes of a text of the translation: the text, and how many words of the new source are left to a person."""

from __future__ import annotations

from typing import NamedTuple


class Carried(NamedTuple):
    """`left`: words of the new source that a person must look at; `pending`: something is left, even if no word is."""

    text: str
    left: int = 0
    pending: bool = False
