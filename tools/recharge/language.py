"""The six languages of the calculator: how each writes numbers and dates, and which plural form a count takes.

The data are Unicode CLDR's, as Babel carries them, but for the minimum grouping digits, which Babel leaves out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

SOURCE = "en"
LOCALES = ("en", "lv", "bg", "sv", "sl", "ro")

_DEFAULT_CURRENCY = {"en": "USD", "lv": "EUR", "bg": "EUR", "sv": "SEK", "sl": "EUR", "ro": "RON"}
"""Bulgaria uses the euro since 2026-01-01 (Council Regulation (EU) 2025/1407 and its decision of 2025-07-08)."""

_MINIMUM_GROUPING = {"en": 1, "lv": 2, "bg": 2, "sv": 1, "sl": 2, "ro": 1}
"""CLDR `minimumGroupingDigits`: how many digits must stand before a group separator (2: 1234 but 12 345)."""


_LONG_MONTH = re.compile("M+")


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes numbers and dates.

    `currency` is the one its readers most likely pay in; `date_patterns` are CLDR patterns by their use, and with the
    month names all the script needs: dates are written with these data on both sides, never with the browser's.
    `range_patterns` are the patterns of a range's two ends, by use and by the largest field (y, M, d) that differs.
    """

    code: str
    currency: str
    decimal: str
    group: str
    minus: str
    minimum_grouping: int
    currency_first: bool
    date_patterns: dict[str, str]
    range_patterns: dict[str, dict[str, tuple[str, str]]]
    months: tuple[str, ...]
    months_short: tuple[str, ...]

    def plural_category(self, count: int) -> str:
        """The CLDR plural category of a count: zero, one, two, few, many or other."""
        return str(Locale.parse(self.code).plural_form(count))

    def plural_categories(self) -> tuple[str, ...]:
        """The categories counts can have in this language, in CLDR's order."""
        tags = Locale.parse(self.code).plural_form.tags | {"other"}
        return tuple(tag for tag in ("zero", "one", "two", "few", "many", "other") if tag in tags)

    def date_text(self, day: date, use: str = "long") -> str:
        """A date in words; `use` is `long` (6 March 2026), `long_day` (6 March), `day`, `day_year` or `month`."""
        return format_date(day, self.date_patterns[use], locale=self.code)

    def range_text(self, first: date, last: date, use: str = "long") -> str:
        """A period in words, with nothing said twice; `use` is `long` (6–19 March 2026), `day` or `day_year`."""
        if first == last:
            return self.date_text(first, use)
        greatest = "y" if first.year != last.year else "M" if first.month != last.month else "d"
        start, end = self.range_patterns[use][greatest]
        return format_date(first, start, locale=self.code) + format_date(last, end, locale=self.code)


@cache
def language(code: str) -> Language:
    """The language of a locale of the site; ValueError names the six there are."""
    if code not in LOCALES:
        raise ValueError(f"no such locale: {code!r}; expected one of {', '.join(LOCALES)}")
    locale = Locale.parse(code)
    symbols = locale.number_symbols["latn"]
    months = locale.months["format"]
    return Language(
        code=code,
        currency=_DEFAULT_CURRENCY[code],
        decimal=symbols["decimal"],
        group=symbols["group"],
        minus=symbols["minusSign"],
        minimum_grouping=_MINIMUM_GROUPING[code],
        currency_first=locale.currency_formats["standard"].pattern.startswith("¤"),
        date_patterns={
            "long": locale.date_formats["long"].pattern,
            "long_day": locale.datetime_skeletons["MMMMd"].pattern,
            "day": locale.datetime_skeletons["MMMd"].pattern,
            "day_year": locale.datetime_skeletons["yMMMd"].pattern,
            "month": locale.datetime_skeletons["yMMM"].pattern,
        },
        range_patterns={
            "long": _ranges(locale, "yMMMMd", "yMMMd"),
            "day": _ranges(locale, "MMMd"),
            "day_year": _ranges(locale, "yMMMd"),
        },
        months=tuple(months["wide"][number] for number in range(1, 13)),
        months_short=tuple(months["abbreviated"][number] for number in range(1, 13)),
    )


def _ranges(locale: Locale, skeleton: str, instead: str = "") -> dict[str, tuple[str, str]]:
    """CLDR's interval patterns of a skeleton; where it has none, those of `instead`, its months in full (UTS 35)."""
    found = locale.interval_formats.get(skeleton)
    if not found:
        found = {field: [_LONG_MONTH.sub("MMMM", end) for end in ends] for field, ends in _intervals(locale, instead)}
    return {field: (ends[0], ends[1]) for field, ends in found.items()}


def _intervals(locale: Locale, skeleton: str) -> Iterable[tuple[str, list[str]]]:
    patterns: dict[str, list[str]] = locale.interval_formats[skeleton]
    return patterns.items()
