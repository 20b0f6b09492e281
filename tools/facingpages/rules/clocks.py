"""Clocks and days in figures, each as one thing: 16:15 is another time than 15:15, though every number of it stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from facingpages.languages import Language
from facingpages.languages.cldr import counts_on, parts_of_day
from facingpages.late import late
from facingpages.rules.zones import NAMED

HALF = r"(?:[\s\u00a0\u202f]?(?P<half>[ap])\.?\s?m\b)?"
CLOCK = late(
    rf"\d(?<![\d.:/]\d)\d?(?::[0-5]\d(?::[0-5]\d)?(?![\d:]|\.\d)|(?=[\s\u00a0\u202f]?[ap]\.?\s?m\b)){HALF}", re.I
)
# As other languages write them; the signs between an hour and its minutes are alike on a page.
COLONS = late(r"\d(?<![\d.:/]\d)\d?:\d\d(?::\d\d)?(?![\d:]|\.\d)")
STOPS = late(r"\d(?<![\d.:/,]\d)\d?\.\d\d(?:\.\d\d)?(?![\d:%]|[.,]\d|[ \u00a0]?%)")
LETTERED = late(
    r"\d(?<![\d.:/,]\d)\d?[ \u00a0]?(?:[\u6642\u65f6\u70b9\u9ede\uc2dc]|gi\u1edd|h(?![a-z]))[ \u00a0]?\d\d(?!\d)"
    r"|\d(?<![\d.:/,]\d)\d?[ \u00a0]?h(?![a-z\d]|[ \u00a0]?\d)",
    re.I,
)
FIGURES = late(r"\d{1,4}")
TENTHS = late(r"\d\.\d")
DATE = late(r"\d(?<![\d/.:_-]\d)(?:\d?/\d{1,2}/(?:\d\d)?\d\d|\d{3}([/-])\d{1,2}\1\d{1,2})(?![\d/-]|\.\d)")
DATE_HERE = late(
    r"\d(?<![\d/.:_-]\d)\d{0,3}[ \u00a0]?[/._\u5e74\ub144-][ \u00a0]?\d{1,2}[ \u00a0]?[/._\u6708\uc6d4-][ \u00a0]?(?:\d\d)?\d{1,2}(?!\d|[/-]\d)"
)
TORN = late(r"\d{4}(?:-\d\d?_|_\d\d?-)\d\d?(?!\d)")
CENTURY, MOST = 100, 31
MANY = 60  # clocks of one block, beyond which it is a timetable: its numbers are compared one by one
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


def other_clock(source: str, target: str, own: Language) -> tuple[str, str] | None:
    """The first clock of a source that is another time in its translation: how it is written here and there."""
    there = _clocks(source)
    if not 0 < len(there) <= MANY or (set(NAMED.findall(source)) != set(NAMED.findall(target))):
        return None  # of another zone, perhaps
    here = _clocks_here(target, len(there), tenths=TENTHS.search(CLOCK.sub("", source)) is not None)
    if not here:
        return None
    whole = counts_on(own.code) and not _halves_day(own, target)
    left = list(here)
    lost = []
    for text, hour, minute, half in there:
        hours = _hours(hour, half, whole=whole)
        same = next((one for one in left if one[2] == minute and one[1] in hours), None)
        if same is None:
            lost.append(text)
        else:
            left.remove(same)
    return (left[0][0], lost[0]) if lost else None


def other_day(source: str, target: str, own: Language) -> tuple[str, str] | None:
    """The one date in figures of a source that is another day here, or whose signs were torn: as written here and there."""
    there = [match.group() for match in DATE.finditer(source)]
    if len(there) != 1 or own.own_months:
        return None
    target = target.translate(MARKS)
    here = [match.group() for match in DATE_HERE.finditer(target)]
    if len(here) != 1:
        return None
    one, two = _day(there[0]), _day(here[0])
    if one is None or two is None:
        return None
    if one != two:
        days = one[:2] == two[:2] and (own.code in ("th", "lo") or bool(own.eras))  # years of another calendar
        return None if days else (here[0], there[0])
    return (here[0], there[0]) if TORN.fullmatch(here[0]) else None


def _day(date: str) -> tuple[int, int, int] | None:
    """The parts of a date, the year by its last two digits: which is which, each language says by its own order."""
    figures = [int(figure) % CENTURY for figure in FIGURES.findall(date)]
    small = sorted(figures)
    return (small[0], small[1], small[2]) if len(small) == 3 and 1 <= small[0] <= 12 and small[1] <= MOST else None


@lru_cache(maxsize=4096)
def _clocks(source: str) -> Sequence[tuple[str, int, int, str]]:
    """The clocks of a source: as written, hour, minute, `a` or `p`. It is asked once for all locales."""
    found = []
    for match in CLOCK.finditer(source) if ":" in source or "m" in source or "M" in source else ():
        figures = [int(figure) for figure in FIGURES.findall(match.group())]
        if figures[0] <= 24:
            found.append(
                (match.group(), figures[0], figures[1] if len(figures) > 1 else 0, (match["half"] or "").lower())
            )
    return found


def _clocks_here(target: str, count: int, *, tenths: bool) -> Sequence[tuple[str, int, int]]:
    """As many clocks as the source has, all written alike; with `tenths` a stop may stand in a number."""
    for pattern in (COLONS, LETTERED) if tenths else (COLONS, LETTERED, STOPS):
        found = [match.group() for match in pattern.finditer(target)]
        if found:
            figures = [[int(figure) for figure in FIGURES.findall(one)] for one in found]
            told = [
                (one, parts[0], parts[1] if len(parts) > 1 else 0) for one, parts in zip(found, figures, strict=True)
            ]
            return told if len(told) == count and all(minute < 60 for _, _, minute in told) else ()
    return ()


def _hours(hour: int, half: str, *, whole: bool) -> set[int]:
    """The hours as which an hour may be told: of 24, where a language counts on, or of twelve."""
    if not half:
        return {hour, hour % 12, hour % 12 + 12, *((24,) if not hour else ())}
    late_one = hour % 12 + (12 if half == "p" else 0)
    return {late_one, *((24,) if not late_one else ())} if whole else {late_one, hour, hour % 12, 24}


def _halves_day(own: Language, text: str) -> bool:
    """Whether a text says of which part of the day an hour is."""
    return re.search(parts_of_day(own.code), text, re.I) is not None
