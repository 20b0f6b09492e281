"""Words as a lexicon has them: small letters, cut where endings begin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from facingpages.late import late

STEM = 5  # letters of a word that count: what an inflected language changes stands behind them
# Scripts written without spaces: a sign is a word. Han, kana (but for katakana, which spells whole words), Thai, Lao,
# Tibetan, Burmese, Khmer.
SIGNS = r"\u2e80-\u2fdf\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SOUNDS = r"\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
# Vowel signs of Indic scripts and accents that stand by themselves are no letters to Python, but belong to the word.
MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff"
PLAIN = late(r"[a-z0-9]+")
LETTERS = late(r"[^\W_]+")
SPECIAL = late(rf"[{SIGNS}{SOUNDS}{MARKS}]")
WORD = late(rf"[{SIGNS}{SOUNDS}]|(?:(?![{SIGNS}{SOUNDS}_])[\w{MARKS}])+")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, each once, in the order in which they first stand there."""
    text = text.lower()
    word = PLAIN if text.isascii() else WORD if SPECIAL.search(text) else LETTERS
    return tuple(dict.fromkeys([found[:STEM] for found in word.findall(text)]))


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text, and where it stands there."""
    for found in (WORD if SPECIAL.search(text) else LETTERS).finditer(text):
        yield found.group().lower()[:STEM], found.start(), found.end()
