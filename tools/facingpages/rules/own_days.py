"""Days told by a language's own calendar: 20 March 2024 is the first of Farvardin 1403."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from facingpages.languages import Language
from facingpages.languages.calendars import by_calendar
from facingpages.late import late

IN_FIGURES = late(r"(?<![\d/.-])(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
DAY = late(r"\d{1,2}(?!\d)")
YEAR = late(r",?[ \u00a0](\d{4})(?!\d)")
CENTURY = 100  # years, by which two calendars are further apart
MOST = 20  # days of a text

Day = tuple[int, int, int]


def as_there(source: str, target: str, origin: Language, own: Language) -> str:
    """A translation with the days of its calendar that are days of the source written as they are there."""
    there = _translated(source, origin, own)
    if not there:
        return target
    for day, written in list(_told(target, own)):
        if day in there:
            target = target.replace(written, there[day], 1)
    return target


def other_own_day(source: str, target: str, origin: Language, own: Language) -> tuple[str, str] | None:
    """The one day of a source that is another one by the calendar of the language: how it is written here and there."""
    there = _translated(source, origin, own)
    year = min((day[0] for day in there), default=0)
    here = [(day, text) for day, text in _told(target, own) if abs(day[0] - year) < CENTURY] if len(there) == 1 else []
    if len(here) != 1 or here[0][0] in there:
        return None
    return here[0][1], next(iter(there.values()))


@lru_cache(maxsize=1024)
def _translated(source: str, origin: Language, own: Language) -> dict[Day, str]:
    """The days of a source by the calendar of a language, each as the source writes it."""
    if not own.calendar:
        return {}
    days = ((by_calendar(own.calendar, *day), written) for day, written in islice(_common(source, origin), MOST))
    return {day: written for day, written in days if day is not None}


def _common(source: str, origin: Language) -> Iterator[tuple[Day, str]]:
    for match in IN_FIGURES.finditer(source):
        yield (int(match[1]), int(match[3]), int(match[4])), match.group()
    at = 0
    for date, name, month in origin.dated(source):
        at = source.find(date, at) + len(date)
        day, year = DAY.search(date.replace(name, "")), YEAR.match(source, at)
        if day is not None and year is not None:
            yield (int(year[1]), month, int(day.group())), date + year.group()


def _told(target: str, own: Language) -> Iterator[tuple[Day, str]]:
    """The days of a text by the calendar of its language, as they are written."""
    named, months = _named(tuple(own.own_months))
    for match in islice(IN_FIGURES.finditer(target), MOST):
        yield (int(match[1]), int(match[3]), int(match[4])), match.group()
    for match in islice(named.finditer(target), MOST):
        yield (int(match[3]), months.index(match[2]) + 1, int(match[1])), match.group()


@cache
def _named(months: Sequence[str]) -> tuple[re.Pattern[str], Sequence[str]]:
    names = "|".join(map(re.escape, months))
    return re.compile(rf"(?<!\d)(\d{{1,2}})\s({names})(?:\s(?:\w{{3}}\s)?|\s?[,\u060c]\s?)(\d{{4}})(?!\d)"), months
