"""Days by calendars of their own: which day of a language's calendar a common one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

EPOCH = date(622, 3, 21).toordinal()  # from which its years of 1800 to 2100 are counted right
YEAR = 365.2422
CYCLE, LEAPS = 33, (1, 5, 9, 13, 17, 22, 26, 30)  # years of the Persian calendar of which these have a day more
LONG = 6 * 31  # days of its first six months
KNOWN = range(1800, 2100)  # common years for which that holds


def _persian(day: date) -> tuple[int, int, int]:
    year = int((day.toordinal() - EPOCH) / YEAR) + 1
    first = _new_year(year)
    if day.toordinal() < first:
        year -= 1
    elif day.toordinal() >= _new_year(year + 1):
        year += 1
    passed = day.toordinal() - _new_year(year)
    if passed < LONG:
        return year, passed // 31 + 1, passed % 31 + 1
    return year, (passed - LONG) // 30 + 7, (passed - LONG) % 30 + 1


def _new_year(year: int) -> int:
    """The number of a Persian year's first day. Six months have 31 days, then they have 30, the last one 29 or 30."""
    cycles, rest = divmod(year - 1, CYCLE)
    leaps = cycles * len(LEAPS) + sum(leap <= rest for leap in LEAPS)
    return EPOCH + (year - 1) * 365 + leaps


CALENDARS: Mapping[str, Callable[[date], tuple[int, int, int]]] = MappingProxyType({"persian": _persian})


def by_calendar(name: str, year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """A common day by a calendar; None where that is unknown, or the day is none."""
    tell = CALENDARS.get(name)
    try:
        return tell(date(year, month, day)) if tell is not None and year in KNOWN else None
    except ValueError:
        return None
