"""Numbers beyond twelve as words: by tens and ones, or sign by sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from facingpages.languages import ideographs

if TYPE_CHECKING:
    from facingpages.languages.file import Language

FIRST = 13
ENDING = 5  # letters of a numeral behind how it begins


def composed(own: Language, number: int) -> re.Pattern[str] | None:
    """What a number beyond the numerals looks like as a word; None where that is not known."""
    if FIRST <= number < 100 and own.tens:
        found = "|".join(_joined(own, number))
        before = own.clitics.get("before")
        return re.compile(rf"(?<!\w){f'(?:{before})?' if before else ''}(?:{found})", re.I) if found else None
    if not FIRST <= number < ideographs.LARGEST or own.numerals[9:11] != ["十", "十一"]:
        return None
    word = ideographs.composed(own.numerals, number)
    tenths = [word for word, factor in own.multipliers.items() if factor == 10 and number in range(20, 100, 10)]
    return re.compile("|".join([word, *(f"(?:{own.numerals[number // 10 - 1]}){tenth}" for tenth in tenths)]))


def _joined(own: Language, number: int) -> Iterator[str]:
    """The ways to say a number by its tens and ones, whichever comes first."""
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
