"""Dates and plurals: one text on both sides."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.browser.windows import own_window

from recharge.language import LOCALES, language

USES = ["long", "long_day", "day", "day_year", "month"]
COUNTS = [0, 1, 2, 3, 5, 10, 11, 19, 20, 21, 101, 102, 103, 120]


def data(locale: str) -> dict[str, Any]:
    fields = asdict(language(locale))
    return {
        "patterns": fields["date_patterns"],
        "ranges": fields["range_patterns"],
        "months": fields["months"],
        "monthsShort": fields["months_short"],
    }


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from(LOCALES), st.sampled_from(USES))
@settings(max_examples=166, deadline=None)
def test_the_script_writes_dates_as_the_server_does(js: Any, day: date, locale: str, use: str) -> None:
    assert js("dateText", day.isoformat(), use, data(locale)) == language(locale).date_text(day, use)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_is_written_the_same(js: Any, locale: str) -> None:
    for month in range(12):
        day = date(2026, 1, 9) + timedelta(days=30 * month)
        for use in USES:
            assert js("dateText", day.isoformat(), use, data(locale)) == language(locale).date_text(day, use)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.integers(0, 800), st.sampled_from(LOCALES))
@settings(max_examples=100, deadline=None)
def test_the_script_writes_periods_as_the_server_does(js: Any, first: date, length: int, locale: str) -> None:
    last = min(first + timedelta(days=length), date(2999, 12, 31))
    for use in ("long", "day_year", *(["day"] if first.year == last.year else [])):
        text = language(locale).range_text(first, last, use)
        assert js("rangeText", first.isoformat(), last.isoformat(), use, data(locale)) == text


def test_a_period_says_nothing_twice() -> None:
    first, last = date(2026, 3, 1), date(2026, 3, 14)
    texts = [language(locale).range_text(first, last) for locale in LOCALES]
    assert [text.replace("\u2009", " ").replace("\u202f", " ") for text in texts] == [
        "March 1 – 14, 2026",
        "2026. gada 1.–14. marts",
        "1 – 14 март 2026 г.",
        "1–14 mars 2026",
        "1.–14. marec 2026",
        "1–14 martie 2026",
    ]
    assert language("sv").range_text(first, first) == "1 mars 2026"


def test_dates_as_readers_write_them() -> None:
    day = date(2026, 3, 6)
    assert [language(locale).date_text(day) for locale in LOCALES] == [
        "March 6, 2026",
        "2026. gada 6. marts",
        "6 март 2026\u202fг.",
        "6 mars 2026",
        "6. marec 2026",
        "6 martie 2026",
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_script_takes_the_plural_form_the_server_takes(js: Any, locale: str) -> None:
    for count in [*COUNTS, *range(200), 999, 1000, 1001, 1_000_000]:
        assert js("pluralCategory", count, locale) == language(locale).plural_category(count)


@pytest.mark.browser
def test_chromium_takes_the_plural_form_the_server_takes(chromium: Any) -> None:
    page = own_window(chromium)
    theirs = page.evaluate(
        "([locales, counts]) => locales.map((l) => counts.map((n) => new Intl.PluralRules(l).select(n)))",
        [list(LOCALES), COUNTS],
    )
    page.context.close()
    assert theirs == [[language(locale).plural_category(count) for count in COUNTS] for locale in LOCALES]


def test_the_plural_forms_of_cldr() -> None:
    assert {locale: language(locale).plural_categories() for locale in LOCALES} == {
        "en": ("one", "other"),
        "lv": ("zero", "one", "other"),
        "bg": ("one", "other"),
        "sv": ("one", "other"),
        "sl": ("one", "two", "few", "other"),
        "ro": ("one", "few", "other"),
    }


def test_another_locale_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'lt'.*en, lv, bg, sv, sl, ro"):
        language("lt")
