"""What a message quotes: two texts that differ, cut so that it shows where, and a block, also one without words."""

from __future__ import annotations

import re
import unicodedata

from facingpages.document import Block, Document
from facingpages.late import late
from facingpages.rules.base import shorten

BEFORE = 16  # characters shown before the first that differs
BLANKS = late(r"[ \t\r\n]+")


def contrast(here: str, there: str, limit: int = 60, near: tuple[int, int] = (0, 0)) -> tuple[str, str]:
    """Both texts to quote in a message: as `shorten` cuts them; where that leaves the same, from where they differ.

    `near` is where what matters of them stands: where `shorten` would cut it off, they begin a little before that.
    """
    one, two = shorten(here, limit), shorten(there, limit)
    if (one != here or two != there) and max(near) + 1 >= limit:
        return _from(here, max(0, near[0] - BEFORE), limit), _from(there, max(0, near[1] - BEFORE), limit)
    if _seen(one) != _seen(two) or here == there:
        return one, two
    flat, other = BLANKS.sub(" ", here), BLANKS.sub(" ", there)
    if flat != other:  # lines and indents are not what differs, so they need no numbers
        here, there = flat, other
    at = next((at for at, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    start = max(0, at - BEFORE)
    return _from(here, start, limit), _from(there, start, limit)


def _seen(text: str) -> str:
    """A text without the signs that nobody sees and that take no place."""
    return text if text.isascii() else "".join(char for char in text if unicodedata.category(char) != "Cf")


def _from(text: str, start: int, limit: int) -> str:
    """A text from a place on, with signs that nobody sees by their numbers."""
    piece = "".join(_visible(char) for char in text[start : start + limit])
    return ("…" if start else "") + piece + ("…" if start + limit < len(text) else "")


def _visible(char: str) -> str:
    if char == " " or unicodedata.category(char) not in ("Zs", "Zl", "Zp", "Cc", "Cf"):
        return char
    return f"[U+{ord(char):04X}]"


def named(document: Document, block: Block) -> str:
    """What a message quotes of a block: its words, or what is written there where it has none, such as code alone."""
    worded = re.search(r"\w", block.text)
    return shorten(block.text if worded else document.source_text(block.start, block.end))
