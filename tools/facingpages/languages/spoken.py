"""Quantities as a language says them: stretches of time, and round numbers in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from facingpages.languages import cldr
from facingpages.languages.file import Language

TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
WORDS = 12  # as far as numerals are known
OPENING = 40  # characters in which a note says whose it is
LETTERS = 6  # at most, of a case or a blank between a numeral and what it counts


def durations(own: Language, text: str) -> Sequence[tuple[int, str, str]]:
    """The stretches of time in a text told by a number: it, its unit in English, and that as written."""
    pattern = _counted(own.code)
    found = pattern.finditer(text) if pattern else ()
    return [(int(match["number"]), str(match.lastgroup), match[str(match.lastgroup)]) for match in found]


def names_time(own: Language, unit: str, text: str) -> bool:
    """Whether a text has a word for a unit of time, counted or not."""
    words = cldr.forms(own.code, unit)
    return not words or re.search("|".join(words), text, re.I) is not None


def tells_part(own: Language, number: int, text: str) -> bool:
    """Whether a text has a word for a part: a quarter or half of an hour by its minutes, half by its hundredths."""
    words = own.told.get(str(number), ())
    return bool(words) and re.search("|".join(words), text, re.I) is not None


def tells_half_to(own: Language, hour: int, text: str) -> bool:
    """Whether a text names half past an hour by the hour that follows: half six is 5:30."""
    word = own.numeral(hour % WORDS + 1) if own.half_to else None
    return word is not None and re.search(rf"(?<!\w)(?:{own.half_to})[\s-]+(?:{word.pattern})", text, re.I) is not None


@lru_cache(maxsize=16)
def halves(own: Language, text: str) -> bool:
    """Whether a text has a word for a half more: one and a half."""
    return bool(own.half) and re.search("|".join(own.half), text, re.I) is not None


def is_by_translator(own: Language, text: str) -> bool:
    """Whether a text begins as a note of who translated it."""
    return bool(own.translators) and re.search("|".join(own.translators), text[:OPENING], re.I) is not None


def tells_of_translation(own: Language, text: str) -> bool:
    """Whether a text says that something was translated."""
    return bool(own.translated) and re.search("|".join(own.translated), text, re.I) is not None


def multiplied(own: Language, text: str) -> int | None:
    """By what the word at the beginning of a text multiplies the number before it; the longest word counts."""
    found = [(match.end(), factor) for pattern, factor in _behind(own) if (match := pattern.match(text))]
    return max(found)[1] if found else None


@cache
def _behind(own: Language) -> Sequence[tuple[re.Pattern[str], int]]:
    return [(re.compile(rf"[\s\u00a0+-]*{word}", re.I), factor) for word, factor in own.factors]


def names_several(own: Language, unit: str, text: str) -> bool:
    """Whether a text has a word for a unit of time behind one for two or more of them."""
    several = [own.numerals[number - 1] for number in range(2, len(own.numerals) + 1)]
    words = cldr.forms(own.code, unit)
    if not several or not words:
        return False
    return (
        re.search(rf"(?:{'|'.join(several)})[^\W\d]{{0,{LETTERS}}}[\s-]?(?:{'|'.join(words)})", text, re.I) is not None
    )


def tells(own: Language, number: int, text: str) -> bool:
    """Whether a text has a round number in words: a thousand, two million."""
    return any(word.search(text) for word in _rounded(own, number)) if number >= 100 and not number % 100 else False


@cache
def _counted(code: str) -> re.Pattern[str] | None:
    units = {name: cldr.forms(code, name, ("long",)) or cldr.forms(code, name, ("short",)) for name in TIMES}
    either = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in units.items() if words)
    return re.compile(rf"(?<![\d.,:/-])(?P<number>\d{{1,4}})[\s\u00a0-]?(?:{either})", re.I) if either else None


@cache
def _rounded(own: Language, number: int) -> Sequence[re.Pattern[str]]:
    found = []
    for word, factor in own.factors:
        times, rest = divmod(number, factor) if factor >= 100 else (0, 1)
        short = len(word) <= cldr.ABBREVIATED
        if rest or not 1 <= times <= WORDS or (short and word not in own.multipliers):
            continue
        word += r"(?!\w)" if short else ""
        if times == 1:
            found.append(re.compile(rf"(?<![^\W_])(?:(?<=\d{{4}}[\s\u00a0])|(?<!\d[\s\u00a0])){word}", re.I))
        if 1 <= times <= len(own.numerals):
            found.append(
                re.compile(rf"(?<![^\W_])(?:{own.numerals[times - 1]})[^\W\d]{{0,{LETTERS}}}[\s-]?{word}", re.I)
            )
    return found
