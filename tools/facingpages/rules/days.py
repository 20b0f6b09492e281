"""Dates in numbers: written in another order, with the month in words, by another calendar, or with a month lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facingpages.languages import Language
from facingpages.late import late
from facingpages.rules.quantities import DIGITS

DAY = late(r"(?<![\d/.-])\d{1,2}/\d{1,2}(?![\d/])")  # of a month, without its year
DATE = late(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
DECADE = late(r"\b(1\d|20)(\d0)(?=s\b)")
FRACTION = late(r"\d+(?:[.,]\d+)+")
SHORT_YEAR = late(r"(?<!\w)['\u2019](\d\d)\b")


def parts(text: str) -> set[str]:
    """The numbers of the dates in a text that stand there in digits."""
    dates = (DIGITS.findall(match.group()) for pattern in (DAY, DATE) for match in pattern.finditer(text))
    return {str(int(part)) for date in dates if _is_date(date) for part in date}


def _is_date(date: Sequence[str]) -> bool:
    """Whether numbers can be a day, a month and, where there are three, a year."""
    small = sorted(int(part) for part in date)[:2]
    return 1 <= small[0] <= 12 and small[1] <= 31


def otherwise(source: str, target: str, origin: Language, own: Language) -> set[str]:
    """Values that may come or go with a date: months, those that another calendar has, short years, decades."""
    allowed: set[str] = set()
    for match in DECADE.finditer(source):  # the 1990s are the nineties of the 20th century
        allowed |= {match.group(), match.group(2), str(int(match.group(1)) + 1)}
    for match in SHORT_YEAR.finditer(source):
        years = {century + match.group(1) for century in ("19", "20")}
        allowed |= {match.group(1), *years} if not years.isdisjoint(DIGITS.findall(target)) else set()
    allowed |= {str(number) for number in origin.months_in(source)}
    if own.own_months and own.dates_otherwise(target):
        allowed |= {str(int(part)) for date, _, _ in origin.dated(source) for part in DIGITS.findall(date)}
    if DATE.search(source):
        allowed |= {str(int(part)) for date in DATE.findall(source) for part in DIGITS.findall(date) if int(part) <= 12}
    for match in DAY.finditer(source):  # 9/24 is the 24th of September
        for part in set(DIGITS.findall(match.group())):
            month = own.month(int(part)) if int(part) <= 12 else None
            allowed |= {str(int(part))} if month is not None and month.search(target) else set()
    return allowed


def lost_month(source: str, target: str, origin: Language, own: Language) -> str | None:
    """A date of a source whose month its translation names neither by word nor by number."""
    for date, name, number in origin.dated(source):
        if own.dates_otherwise(target):
            return None
        pattern = own.month(number)
        if pattern is None or pattern.search(target) or name[:3].lower() in target.lower():
            continue
        if not _counts_month(number, source, target):
            return date
    return None


def _counts_month(number: int, source: str, target: str) -> bool:
    """Whether a text has the number of a month that is no other number of its source: the 4 of 4.4 says nothing of April."""
    if str(number) in parts(target) or re.search(rf"(?<!\d)0?{number}\s?[\u6708\uc6d4]", target):
        return True
    fractions = set(FRACTION.findall(source))
    rest = FRACTION.sub(lambda match: "" if match.group() in fractions else match.group(), target)
    here, there = (re.findall(r"(?<!\d)\d{1,2}(?!\d)", text) for text in (rest, FRACTION.sub("", source)))
    return sum(int(one) == number for one in here) > sum(int(one) == number for one in there)
