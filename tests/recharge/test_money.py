"""Amounts: written as a browser writes them, read as their writer meant them or not at all."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.browser.windows import own_window
from tests.recharge.conftest import ROOT

from recharge.language import LOCALES, language
from recharge.money import CURRENCIES, ParsedMoney, format_amount, format_count, format_money, parse_money
from recharge.scenario import MAX_AMOUNT

SPEC = ROOT.parent / "shared" / "spec"
MAGNITUDES = [0, 1, 9, 10, 99, 100, 101, 999, 1000, 5000, 12_345, 99_999, 100_000, 123_450, 999_999, 1_000_000]
MAGNITUDES += [1_234_567, 9_999_999, 10_000_000, 123_456_789, 999_999_999, 1_000_000_000, MAX_AMOUNT]
AMOUNTS = [*MAGNITUDES, *(-amount for amount in MAGNITUDES if amount)]
OPTIONS = [{}, {"signed": True}, {"whole": True}]
FINE_OPTIONS = [{"decimals": 3}, {"decimals": 4}, {"decimals": 4, "whole": True}, {"decimals": 4, "signed": True}]

INTL = """([locales, currencies, amounts]) => locales.flatMap((locale) => [
    ...currencies.flatMap((currency) => amounts.flatMap((minor) => {
        const digits = String(Math.abs(minor)).padStart(3, "0");
        const exact = (minor < 0 ? "-" : "") + digits.slice(0, -2) + "." + digits.slice(-2);
        const style = { style: "currency", currency };
        const text = (options) => new Intl.NumberFormat(locale, { ...style, ...options }).format(exact);
        const whole = minor % 100 === 0 ? 0 : 2;
        const fractions = (count) => ({ minimumFractionDigits: count, maximumFractionDigits: count });
        return [
            text(fractions(2)),
            text({ ...fractions(2), signDisplay: "exceptZero" }),
            text(fractions(whole)),
        ];
    })),
    ...amounts.map((minor) => new Intl.NumberFormat(locale).format(Math.abs(minor))),
])"""


def ours() -> list[str]:
    return [
        text
        for locale in LOCALES
        for text in [
            *(
                format_money(minor, currency, locale, **options)
                for currency in CURRENCIES
                for minor in AMOUNTS
                for options in OPTIONS
            ),
            *(format_count(abs(minor), locale) for minor in AMOUNTS),
        ]
    ]


@pytest.mark.browser
def test_the_server_writes_what_chromiums_intl_writes(chromium: Any) -> None:
    page = own_window(chromium)
    theirs = page.evaluate(INTL, [list(LOCALES), list(CURRENCIES), AMOUNTS])
    page.context.close()
    assert ours() == theirs


@given(
    st.integers(-MAX_AMOUNT, MAX_AMOUNT) | st.sampled_from(AMOUNTS),
    st.sampled_from(CURRENCIES),
    st.sampled_from(LOCALES),
    st.sampled_from([*OPTIONS, *FINE_OPTIONS]),
)
@settings(max_examples=333, deadline=None)
def test_the_script_writes_what_the_server_writes(
    js: Any, minor: int, currency: str, locale: str, options: dict[str, bool]
) -> None:
    assert js("formatMoney", minor, currency, locale, options) == format_money(minor, currency, locale, **options)
    assert js("formatAmount", minor, locale) == format_amount(minor, locale)
    assert js("formatCount", abs(minor), locale) == format_count(abs(minor), locale)


def test_two_decimals_are_written_and_more_only_where_there_are_more() -> None:
    written = [format_money(minor, "EUR", "lv", decimals=4) for minor in (340, 3400, 12_345_678, 500_000)]
    assert written == ["0,034\u00a0€", "0,34\u00a0€", "1234,5678\u00a0€", "50,00\u00a0€"]
    assert format_money(500_000, "EUR", "lv", decimals=4, whole=True) == "50\u00a0€"


def given_vectors(name: str) -> list[dict[str, Any]]:
    path = SPEC / name
    if not path.exists():
        pytest.skip(f"{name} is not here")
    vectors: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    return vectors


def test_given_formats() -> None:
    for vector in given_vectors("money-format.json"):
        assert format_money(vector["minor"], vector["currency"], vector["locale"]) == vector["text"]


def test_given_typed_amounts(js: Any) -> None:
    for vector in given_vectors("money-parse.json"):
        expected = {"minor": vector["minor"], "error": vector["error"]}
        assert parse_money(vector["input"], vector["locale"]) == ParsedMoney(**expected), vector
        assert js("parseMoney", vector["input"], vector["locale"]) == expected, vector


TYPED = [
    ("en", "1,234.50", 123_450),
    ("en", "1,234", 123_400),
    ("en", "$1,234,567.89", 123_456_789),
    ("en", "1 234.5", 123_450),
    ("en", "1234,5", "SEPARATORS"),
    ("en", "0,123", "SEPARATORS"),
    ("en", "1.234,50", "SEPARATORS"),
    ("en", "1.234.567", "SEPARATORS"),
    ("en", "1.234", "DECIMALS"),
    ("en", "1,23", "SEPARATORS"),
    ("en", "1,2,3", "FORMAT"),
    ("en", "12,34.50", "FORMAT"),
    ("lv", "0.123", "DECIMALS"),
    ("sl", "0.123", "DECIMALS"),
    ("ro", "1.234,5", 123_450),
    ("ro", "1.234,567", "DECIMALS"),
    ("sl", "1 234.567,89", "FORMAT"),
    ("sv", "1\u00a0234.50", 123_450),
    ("sv", "1 234 kr", 123_400),
    ("sv", "12 34", "FORMAT"),
    ("bg", "50 лв.", 5000),
    ("bg", "50 щ.д.", 5000),
    ("ro", "50 lei", 5000),
    ("ro", "50 ron", 5000),
    ("lv", "50€", 5000),
    ("lv", "EUR 50", 5000),
    ("lv", "EUR", "FORMAT"),
    ("lv", "€ 50 €", "CHARS"),
    ("lv", "50 eiro", 5000),
    ("lv", "50 eirо", "CHARS"),
    ("lv", "1e5", "CHARS"),
    ("lv", "NaN", "CHARS"),
    ("lv", "５０", "CHARS"),
    ("lv", "+50", "CHARS"),
    ("lv", "-", "FORMAT"),
    ("lv", "50-", "FORMAT"),
    ("lv", "--50", "FORMAT"),
    ("lv", "5,", "FORMAT"),
    ("lv", ",5", "FORMAT"),
    ("lv", "\u221250", "NEGATIVE"),
    ("lv", "€ -50", "NEGATIVE"),
    ("lv", "-1,234", "DECIMALS"),
    ("lv", "\t\n", "EMPTY"),
    ("lv", "100000000", "TOO_LARGE"),
    ("lv", "-100000000", "TOO_LARGE"),
    ("lv", "9" * 60, "TOO_LARGE"),
    ("lv", "9" * 61, "FORMAT"),
    ("lv", "007", 700),
]


@pytest.mark.parametrize(("locale", "text", "wanted"), TYPED)
def test_typed_amount(js: Any, locale: str, text: str, wanted: int | str) -> None:
    expected = ParsedMoney(minor=wanted) if isinstance(wanted, int) else ParsedMoney(error=wanted)
    assert parse_money(text, locale) == expected
    assert js("parseMoney", text, locale) == {"minor": expected.minor, "error": expected.error}


OTHER_CURRENCIES = [
    ("bg", "100 лв", "EUR", "BGN"),
    ("bg", "100 лв.", "BGN", None),
    ("bg", "100 лева", "EUR", "BGN"),
    ("lv", "100 USD", "EUR", "USD"),
    ("lv", "usd 100", "EUR", "USD"),
    ("en", "£100", "USD", "GBP"),
    ("en", "$100", "USD", None),
    ("sv", "100 kr", "NOK", None),
    ("sv", "100 kr", "EUR", "SEK"),
    ("sv", "100 kronor", "SEK", None),
    ("ro", "100 lei", "EUR", "RON"),
    ("ro", "100", "EUR", None),
    ("sl", "-€50", "RON", "EUR"),
]


@pytest.mark.parametrize(("locale", "text", "asked", "named"), OTHER_CURRENCIES)
def test_an_amount_in_another_currency_is_not_read_as_this_one(
    js: Any, locale: str, text: str, asked: str, named: str | None
) -> None:
    parsed = parse_money(text, locale, negative=True, currency=asked)
    theirs = js("parseMoney", text, locale, {"negative": True, "currency": asked})
    assert (parsed.error, parsed.currency) == (("CURRENCY", named) if named else (None, None))
    assert (theirs["error"], theirs.get("named")) == (parsed.error, parsed.currency)
    assert theirs["minor"] == parsed.minor


def test_a_negative_amount_is_taken_where_it_makes_sense(js: Any) -> None:
    assert parse_money("-50,10", "sv", negative=True).minor == -5010
    assert js("parseMoney", "\u221250,10", "sv", {"negative": True})["minor"] == -5010


@given(
    st.text(alphabet="0123456789.,  '’-\u2212\u00a0\u202f€krлв.x", max_size=14), st.sampled_from(LOCALES), st.booleans()
)
@settings(max_examples=666, deadline=None)
def test_both_sides_read_the_same_amount(js: Any, text: str, locale: str, negative: bool) -> None:
    parsed = parse_money(text, locale, negative=negative)
    assert js("parseMoney", text, locale, {"negative": negative}) == {"minor": parsed.minor, "error": parsed.error}
    assert (parsed.minor is None) != (parsed.error is None)


@given(st.integers(-MAX_AMOUNT, MAX_AMOUNT), st.sampled_from(CURRENCIES), st.sampled_from(LOCALES))
@settings(max_examples=333, deadline=None)
def test_what_is_written_can_be_typed_back(minor: int, currency: str, locale: str) -> None:
    assert parse_money(format_money(minor, currency, locale), locale, negative=True).minor == minor
    assert parse_money(format_amount(minor, locale), locale, negative=True).minor == minor


def test_each_language_starts_in_the_currency_its_readers_pay_in() -> None:
    default = {"en": "USD", "lv": "EUR", "bg": "EUR", "sv": "SEK", "sl": "EUR", "ro": "RON"}
    assert {locale: language(locale).currency for locale in LOCALES} == default
