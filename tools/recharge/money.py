"""Amounts as text: written exactly as a browser's `Intl.NumberFormat` does, and read without guessing.

Babel's own `format_currency` is not used: it groups 1234 in every language and writes the hyphen where Swedish and
Slovenian have U+2212. Its `parse_decimal` reads 1234.5 as 12345 in Slovenian and Romanian.
"""

import re
import unicodedata
from dataclasses import dataclass

from babel.numbers import get_currency_symbol

from recharge.language import language
from recharge.scenario import MAX_AMOUNT

CURRENCIES = ("EUR", "SEK", "RON", "USD", "BGN", "CHF", "CZK", "DKK", "GBP", "HUF", "NOK", "PLN")
"""ISO 4217 codes of the currency list, all with 100 minor units."""

_NBSP = "\N{NO-BREAK SPACE}"


def format_money(
    minor: int, currency: str, locale: str, *, signed: bool = False, whole: bool = False, decimals: int = 2
) -> str:
    """An amount in minor units of 10 ** -`decimals` with its currency: `1234,50 €`.

    `signed` puts a plus before amounts above 0; `whole` leaves out the decimals of an amount that has none. Two
    decimals are written, more only where the amount has them.
    """
    tongue = language(locale)
    units, fraction = divmod(abs(minor), 10**decimals)
    number = _grouped(units, locale)
    if not whole or fraction:
        digits = f"{fraction:0{decimals}}"
        number += f"{tongue.decimal}{digits[:2]}{digits[2:].rstrip('0')}"
    sign = tongue.minus if minor < 0 else "+" if signed and minor else ""
    symbol = get_currency_symbol(currency, locale)
    if not tongue.currency_first:
        return f"{sign}{number}{_NBSP}{symbol}"
    # CLDR currencySpacing: a space only between a digit and a character that is not itself a symbol.
    gap = "" if unicodedata.category(symbol[-1]).startswith("S") else _NBSP
    return f"{sign}{symbol}{gap}{number}"


def format_amount(minor: int, locale: str) -> str:
    """An amount in minor units without its currency, as it may be typed: `1234,50`."""
    tongue = language(locale)
    units, cents = divmod(abs(minor), 100)
    return f"{tongue.minus if minor < 0 else ''}{_grouped(units, locale)}{tongue.decimal}{cents:02}"


def format_decimal(minor: int, decimals: int = 2) -> str:
    """An amount as exact decimal text, the same in every language: 123450 gives `1234.50`."""
    units, fraction = divmod(abs(minor), 10**decimals)
    return f"{'-' if minor < 0 else ''}{units}.{fraction:0{decimals}}"


def format_count(count: int, locale: str) -> str:
    """A whole number, 0 or more, with the language's group separators."""
    return _grouped(count, locale)


def _grouped(number: int, locale: str) -> str:
    tongue = language(locale)
    digits = str(number)
    if len(digits) < 3 + tongue.minimum_grouping:
        return digits
    return f"{number:,}".replace(",", tongue.group)


@dataclass(frozen=True, slots=True)
class ParsedMoney:
    """What was typed: `minor` units, or the code of what is wrong with it, never both.

    Codes: EMPTY; CHARS (a character no amount has); SEPARATORS (those of another language); AMBIGUOUS_DOT (1.234 may
    be one or a thousand); DECIMALS (more than two); FORMAT (groups or signs in the wrong place); NEGATIVE; TOO_LARGE;
    CURRENCY (the amount names another currency than the one asked for: `currency` is the one it names).
    """

    minor: int | None = None
    error: str | None = None
    currency: str | None = None


_SPACES = re.compile("[\u0020\u00a0\u2007\u2009\u202f]")
_LONGEST = 60
_MINUS = ("-", "\N{MINUS SIGN}")
_FOREIGN = re.compile("[^0-9., '’\N{MINUS SIGN}-]")
_SYMBOLS: dict[str, tuple[str, ...]] = {
    "€": ("EUR",),
    "$": ("USD",),
    "£": ("GBP",),
    "US$": ("USD",),
    "kr": ("SEK", "NOK", "DKK"),
    "Nkr": ("NOK",),
    "Dkr": ("DKK",),
    "лв.": ("BGN",),
    "лв": ("BGN",),
    "щ.д.": ("USD",),
    "lei": ("RON",),
    "Lei": ("RON",),
    "zł": ("PLN",),
    "Kč": ("CZK",),
    "Ft": ("HUF",),
    "eiro": ("EUR",),
    "евро": ("EUR",),
    "euro": ("EUR",),
    "evro": ("EUR",),
    "evrov": ("EUR",),
    "лева": ("BGN",),
    "kronor": ("SEK", "NOK", "DKK"),
}
"""What stands for a currency in the six languages; the likeliest first where it stands for several."""
_TOKENS = {code: (code,) for code in CURRENCIES} | {code.lower(): (code,) for code in CURRENCIES} | _SYMBOLS
_LONGEST_FIRST = sorted(_TOKENS, key=len, reverse=True)  # the dot of "лв." is part of it, not a separator


def parse_money(text: str, locale: str, *, negative: bool = False, currency: str | None = None) -> ParsedMoney:
    """Read a typed amount, with or without its currency; never rounds and never guesses.

    Any space groups in every language, dots in Slovenian and Romanian only, commas in English only. Amounts below 0
    are refused unless `negative` is set, and with a `currency` those that name another one.
    """
    plain = _SPACES.sub(" ", text).strip(" \t\r\n")
    if not plain:
        return ParsedMoney(error="EMPTY")
    if len(plain) > _LONGEST:
        return ParsedMoney(error="FORMAT")
    minus = plain.startswith(_MINUS)
    body, named = _without_currency(plain[1:].lstrip(" ") if minus else plain)
    if not minus and body.startswith(_MINUS):
        minus, body = True, body[1:]
    if _FOREIGN.search(body):
        return ParsedMoney(error="CHARS")
    minor, error = _magnitude(body, locale)
    if error:
        return ParsedMoney(error=error)
    if minor > MAX_AMOUNT:
        return ParsedMoney(error="TOO_LARGE")
    if minus and minor and not negative:
        return ParsedMoney(error="NEGATIVE")
    if currency and named and currency not in named:
        return ParsedMoney(error="CURRENCY", currency=named[0])
    return ParsedMoney(minor=-minor if minus else minor)


def _without_currency(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its currency, and the currencies that may be meant by it."""
    for token in _LONGEST_FIRST:
        if text.startswith(token):
            return text[len(token) :].lstrip(" "), _TOKENS[token]
    for token in _LONGEST_FIRST:
        if text.endswith(token):
            return text[: -len(token)].rstrip(" "), _TOKENS[token]
    return text, ()


def _groups(separator: str) -> str:
    return rf"[1-9][0-9]{{0,2}}(?:{re.escape(separator)}[0-9]{{3}})+"


def _magnitude(text: str, locale: str) -> tuple[int, str | None]:
    """The amount in minor units and None, or 0 and an error code; `text` has no sign and no currency."""
    decimal, other = (".", ",") if locale == "en" else (",", ".")
    other_groups = locale in ("en", "sl", "ro")
    plain = rf"[0-9]+|{_groups(' ')}"
    whole = rf"{plain}|{_groups(other)}" if other_groups else plain
    match = re.fullmatch(rf"({whole})(?:{re.escape(decimal)}([0-9]+))?", text)
    if match is None and locale != "en":
        # A dot for the decimal comma: what a numeric keypad types.
        match = re.fullmatch(rf"({plain})\.([0-9]+)", text)
        if match and not other_groups and re.fullmatch(_groups("."), text):
            return 0, "AMBIGUOUS_DOT"
    if match:
        units, decimals = re.sub("[^0-9]", "", match[1]), match[2] or ""
        return (0, "DECIMALS") if len(decimals) > 2 else (int(units + decimals.ljust(2, "0")), None)
    swapped = decimal in text and other in text[text.index(decimal) :]
    foreign = rf"(?:{plain}),[0-9]+" if locale == "en" else rf"{_groups('.')}(?:,[0-9]+)?"
    if text.count(decimal) > 1 or swapped or re.fullmatch(foreign, text):
        return 0, "SEPARATORS"
    return 0, "FORMAT"
