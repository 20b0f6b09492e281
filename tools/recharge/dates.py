"""Calendar dates, in UTC as the usage reports are, with no time of day."""

import re
from datetime import date

FIRST = date(1900, 1, 1)
LAST = date(2999, 12, 31)

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def parse_iso_date(text: str) -> date:
    """The date written as `YYYY-MM-DD`.

    Raises ValueError for any other form, a day that does not exist, and a year outside 1900 to 2999.
    """
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"not written as YYYY-MM-DD: {text!r}")
    day = date(*map(int, match.groups()))
    if not FIRST <= day <= LAST:
        raise ValueError(f"outside {FIRST} to {LAST}: {text!r}")
    return day


def one_year_after(day: date) -> date:
    """The same day of the month twelve months later; 29 February gives 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
