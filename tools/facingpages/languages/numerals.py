"""Numbers beyond twelve as words: by thousands, hundreds, tens and ones, or sign by sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from facingpages.languages import ideographs
from facingpages.languages.cldr import UNSPACED

if TYPE_CHECKING:
    from facingpages.languages.file import Language

FIRST = 13
ENDING = 5  # letters of a numeral behind how it begins
FACTORS = (10_000, 1000, 100)  # those that a language may have a word for
DOZEN = 12
DOZENS = 10  # at most that people count
LARGEST = 1_000_000  # from here on people write a figure and a word, which is read as a number
HUNDREDS = range(1100, 2000, 100)  # said by hundreds in many languages: fifteen hundred
LEAD = 24  # characters before a word in which a numeral that multiplies it may stand


def composed(own: Language, number: int) -> re.Pattern[str] | None:
    """What a number beyond the numerals looks like as a word; None where that is not known."""
    if own.numerals[9:11] != ["十", "十一"]:
        known = own.tens or own.large if number < 100 else own.large
        found = "|".join(dict.fromkeys(_said(own, number))) if known and FIRST <= number < LARGEST else ""
        return _opened(own, found) if found else None
    if not FIRST <= number < ideographs.LARGEST:
        return None
    word = ideographs.composed(own.numerals, number)
    tenths = [word for word, factor in own.multipliers.items() if factor == 10 and number in range(20, 100, 10)]
    dozens = _dozens(own, number)
    return re.compile("|".join([word, *(f"(?:{own.numerals[number // 10 - 1]}){tenth}" for tenth in tenths), *dozens]))


def says(own: Language, number: int, text: str) -> bool:
    """Whether a text has the word for a number, which is no part of that for a greater one."""
    pattern = own.numeral(number)
    if pattern is None or not _counts(own, text):
        return False
    # Five hundred is no hundred.
    greater = _greater(own) if number >= 100 else None
    return any(
        greater is None or greater.search(text[max(0, found.start() - LEAD) : found.start()]) is None
        for found in pattern.finditer(text)
    )


@lru_cache(maxsize=256)
def _counts(own: Language, text: str) -> bool:
    """Whether a text has any word of which numbers are made: asked once of a text that lost many figures."""
    words = _words(own)
    return words is None or words.search(text) is not None


@cache
def _words(own: Language) -> re.Pattern[str] | None:
    """All words of which the numbers of a language are made; None where signs are."""
    if own.numerals[9:11] == ["十", "十一"]:
        return None
    words = [*own.numerals, *own.teens, *own.tens, *own.large.values()]
    return re.compile("|".join(filter(None, words)), re.I) if words else None


@cache
def _greater(own: Language) -> re.Pattern[str] | None:
    """What stands before a word that it multiplies or adds to."""
    words, large = "|".join([*own.numerals[1:], *own.teens, *own.tens]), "|".join(own.large.values())
    if not words or not large:
        return None
    return re.compile(rf"(?:(?<!\w)(?:{words})|(?:{large}))[^\W\d]{{0,{ENDING}}}[\s\u00a0-]?$", re.I)


def _opened(own: Language, found: str) -> re.Pattern[str]:
    """Words as they begin in a text, behind the little words that are written onto them."""
    before = own.clitics.get("before")
    begins = "" if UNSPACED.search(found) else rf"(?<!\w){f'(?:{before})?' if before else ''}"
    return re.compile(rf"{begins}(?:{found})", re.I)


def _said(own: Language, number: int) -> Iterator[str]:
    """The ways to say a number: 1500 is a thousand five hundred, fifteen hundred, one and a half thousand."""
    if number < FIRST:
        yield from (own.numerals[number - 1].replace(r"\b", ""),) if own.numerals else ()
        return
    if number < 100 and own.tens:
        yield from _joined(own, number)
    if (whole := own.large.get(str(number))) is not None:
        yield whole
    for factor in FACTORS:
        word = own.large.get(str(factor))
        if word is not None and number >= factor and (factor > 100 or number < 1000 or number in HUNDREDS):
            yield from _times(own, number, word, factor)
    yield from _dozens(own, number)


def _dozens(own: Language, number: int) -> Iterator[str]:
    dozen = own.large.get(str(DOZEN))
    if dozen is not None and not number % DOZEN and number <= DOZEN * DOZENS:
        yield rf"{number // DOZEN}[\s-]?(?:{dozen})"
        yield from _times(own, number, dozen, DOZEN)


def _times(own: Language, number: int, word: str, factor: int) -> Iterator[str]:
    """A number by how often it has another one that has a word, and what is left; half of that by a half, too."""
    times, rest = divmod(number, factor)
    many = "|".join(_said(own, times))
    if not many:
        return
    lead = rf"(?:(?:{many})[^\W\d]{{0,{ENDING}}}[\s-]?){'?' if times == 1 else ''}"
    if rest and (whole := own.large.get(str(number - rest))) is not None and times > 1:
        word, lead = f"{whole}|{lead}(?:{word})", ""
    joint = rf"(?:(?:{own.between})[\s-]?)?" if own.between else ""
    left = "|".join(_said(own, rest)) if rest else ""
    if not rest:
        yield rf"{lead}(?:{word})"
    elif left:
        yield rf"{lead}(?:{word})[^\W\d]{{0,{ENDING}}}[\s-]?{joint}(?:{left})"
    if 2 * rest == factor and own.half:
        yield rf"{lead}(?:{'|'.join(own.half)})[^\W\d]{{0,{ENDING}}}[\s-]?(?:{word})"


def _joined(own: Language, number: int) -> Iterator[str]:
    """The ways to say a number below a hundred by its tens and ones, whichever comes first."""
    if number < 20:
        yield own.teens[number - FIRST]
        return
    tens, ones = own.tens[number // 10 - 2], number % 10
    if not ones:
        yield tens
    elif own.numerals:
        one = own.numerals[ones - 1].replace(r"\b", "")
        joint = rf"(?:(?:{own.between})[\s-]?)" if own.between else ""
        yield rf"(?:{tens})[^\W\d]{{0,{ENDING}}}[\s-]?{joint and joint + '?'}(?:{one})"
        if joint:
            yield rf"(?:{one})[^\W\d]{{0,{ENDING}}}[\s-]?{joint}(?:{tens})"


def roman(number: int) -> str:
    """A number from 1 to 39 in Roman numerals."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]
