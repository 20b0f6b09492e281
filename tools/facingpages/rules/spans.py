"""Stretches of time told in another unit, and parts of an hour in words: 24 hours as a day, 15 minutes as a quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.languages import Language
from facingpages.languages.file import WIDE
from facingpages.languages.numerals import roman
from facingpages.languages.spoken import (
    durations,
    halves,
    names_several,
    names_time,
    spells_time,
    tells_part,
    tells_part_of,
)
from facingpages.rules.converted import Item

# Units that are whole numbers of each other, whatever the month or the year.
SCALES = (
    {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800},
    {"month": 1, "year": 12},
)
ROUNDED = {30: (1, "month"), 60: (2, "month"), 90: (3, "month"), 180: (6, "month"), 365: (1, "year")}  # so many days


def retimed(
    source: str, target: str, origin: Language, own: Language, missing: Sequence[Item], extra: Sequence[Item]
) -> tuple[list[Item], list[Item]]:
    """What is left of the numbers that a translation lacks, and of those that its source lacks, without such stretches."""
    left, new = list(missing), list(extra)
    for number, unit, _ in durations(origin, source, short=True) if missing else ():
        gone = next((item for item in left if str(number) in item[1]), None)
        if gone is None:
            continue
        if (unit == "minute" and tells_part(own, number, target)) or _is_part(number, unit, own, target):
            left.remove(gone)
            continue
        if number == 1 and not new and spells_time(own, unit, target) and _is_said(own, 1, unit, target):
            left.remove(gone)  # many languages have no article, and need no word for one
            continue
        for times, other in _otherwise(number, unit):
            if not names_time(own, other, target):
                continue
            same = next((item for item in new if _plain(times) in item[1]), None)
            if same is not None:
                new.remove(same)
            if same is not None or (spells_time(own, other, target) and _is_said(own, times, other, target)):
                left.remove(gone)
                break
    return left, new


def is_rounded(source: str, target: str, origin: Language, own: Language, token: str) -> bool:
    """Whether a number of days is told as the months or the year that they nearly are."""
    for number, unit, _ in durations(origin, source, short=True):
        if unit == "day" and str(number) == token and number in ROUNDED:
            times, other = ROUNDED[number]
            if spells_time(own, other, target) and _is_said(own, times, other, target):
                return True
    return False


def _is_part(number: int, unit: str, own: Language, target: str) -> bool:
    """Whether a text tells a stretch of time as a half or as quarters of a longer unit: six months as half a year."""
    scale = next((scale for scale in SCALES if unit in scale), {})
    parts = ((4 * number * scale[unit] / size, other) for other, size in scale.items())
    return any(part in (1, 2, 3) and tells_part_of(own, int(part), other, target) for part, other in parts)


def _otherwise(number: int, unit: str) -> Iterator[tuple[float, str]]:
    """A stretch of time in other units, where it is a whole number of them or has a half more."""
    for scale in SCALES:
        if unit in scale:
            for other, size in scale.items():
                times = number * scale[unit] / size
                if other != unit and times >= 1 and not (2 * times) % 1:
                    yield times, other


def _is_said(own: Language, times: float, unit: str, target: str) -> bool:
    """Whether a text has the word for a number of units; one of them needs none."""
    if times % 1:
        return halves(own, target)
    if times == 1:
        return not names_several(own, unit, target)
    word = own.numeral(int(times)) if times <= WIDE else None
    return word is not None and word.search(target) is not None


def _plain(times: float) -> str:
    return format(times, "g")


def is_roman(number: int, source: str, target: str) -> bool:
    """Whether a translation tells a number of its source in Roman numerals: chapter IV, the XXI. century."""
    if not 1 < number < 40:
        return False
    written = re.compile(rf"(?<!\w){roman(number)}(?!\w)")
    return written.search(target) is not None and written.search(source) is None
