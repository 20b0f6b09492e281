"""Words as a lexicon has them: small letters, cut where endings begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from facingpages.late import late

STEM = 5  # letters of a word that count: what an inflected language changes stands behind them
SYLLABLES = 2  # the same of Korean and hiragana, whose signs are syllables: particles and endings stand behind these
# Scripts written without spaces: a sign is a word. Han, hiragana (of which a run is one), Thai, Lao, Tibetan, Burmese,
# Khmer.
BOUNDS = (
    ("\u2e80", "\u2fdf"), ("\u3005", "\u3007"), ("\u3041", "\u309f"), ("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
SIGNS = "".join(f"{low}-{high}" for low, high in BOUNDS)
SOUNDS = r"\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
# Vowel signs of Indic scripts and accents that stand by themselves are no letters to Python, but belong to the word.
MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff"
PLAIN = late(rf"([a-z0-9]{{1,{STEM}}})[a-z0-9]*")
LETTERS = late(rf"([^\W_]{{1,{STEM}}})[^\W_]*")
# What Latin, Greek and Cyrillic are written with, and signs that stand in such texts; and which of them are letters or
# digits: told one by one, these are found in half of the time that it takes to ask of each sign whether it is one.
UNUSUAL = late(r"[^\0-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u21ff\ufffc]")
USUAL = (
    r"0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u02c6-\u02d1"
    r"\u02e0-\u02e4\u02ec\u02ee\u0370-\u0374\u0376\u0377\u037a-\u037d\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1"
    r"\u03a3-\u03f5\u03f7-\u0481\u048a-\u052f"
)
COMMON = late(rf"([{USUAL}]{{1,{STEM}}})[{USUAL}]*")
SPECIAL = late(rf"[{SOUNDS}{MARKS}]")
FIRST_SIGN = "\u2e80"
END = late(r"[.!?:;](?=\s)|[\u3002\uff01\uff1f\uff1b\uff1a]")  # of a sentence
# A word ends where another script begins: a particle stands right behind a name in Latin letters, or in katakana.
HIRAGANA, KATAKANA, HANGUL = r"\u3041-\u309f", r"\u30a1-\u30fa\u30fc-\u30ff", r"\uac00-\ud7a3"
ASIAN = late(rf"[{KATAKANA}{HANGUL}]")
STEMS = late(
    rf"(?<![{HANGUL}])[{HANGUL}]{{1,{SYLLABLES}}}|(?<![{KATAKANA}])[{KATAKANA}]{{1,{STEM}}}"
    rf"|(?<![^\W_{KATAKANA}{HANGUL}])[^\W_{KATAKANA}{HANGUL}]{{1,{STEM}}}"
)
WORD = late(
    rf"[{HIRAGANA}]+|[{SIGNS}{SOUNDS}]|[{HANGUL}]+|[{KATAKANA}]+"
    rf"|(?:[^\W_{SIGNS}{SOUNDS}{KATAKANA}{HANGUL}]++|[{MARKS}]++)++"
)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, each once, in the order in which they first stand there."""
    text = text.lower()
    return tuple(dict.fromkeys(_cut_of(text)(text)))


@lru_cache(maxsize=4096)
def word_set(text: str) -> frozenset[str]:
    """The same, in no order."""
    return frozenset(words(text))


def sentences(text: str) -> list[tuple[str, ...]]:
    """The words of each sentence of a text, as `words` has them."""
    text = text.lower()
    cut = _cut_of(text)
    return [tuple(dict.fromkeys(cut(part))) for part in END.split(text) if part and not part.isspace()]


def _cut_of(text: str) -> Callable[[str], list[str]]:
    """What finds the words of a text, or of some of it."""
    if text.isascii():
        return PLAIN.findall
    if not UNUSUAL.search(text):
        return COMMON.findall
    if is_special(text):
        return _cut
    return STEMS.findall if ASIAN.search(text) else LETTERS.findall


def is_special(text: str) -> bool:
    """Whether a text has signs, sounds or marks of which words are cut in another way."""
    if SPECIAL.search(text) is not None:
        return True
    # A pattern of so many signs is long to compile, and what a page has beyond these is an emoji or two, or all of it.
    signs = (one for one in text if one >= FIRST_SIGN) if max(text) >= FIRST_SIGN else ()
    return any(low <= one <= high for one in signs for low, high in BOUNDS)


def _cut(text: str) -> list[str]:
    return [word if len(word) == 1 else _stem(word) for word in WORD.findall(text)]


def _stem(word: str) -> str:
    return word[: SYLLABLES if "\u3041" <= word < "\u30a0" or "\uac00" <= word < "\ud7a4" else STEM]


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word of a text, and where it stands there."""
    for found in (WORD if text and (ASIAN.search(text) or is_special(text)) else LETTERS).finditer(text):
        yield _stem(found.group().lower()), found.start(), found.end()
