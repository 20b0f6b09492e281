"""Amounts of money: the currency of the same amount is the source's, however a language writes it."""

from __future__ import annotations

import re
from functools import lru_cache

from facingpages.late import late
from facingpages.rules.quantities import readings

# Signs, codes (ISO 4217) and words, by the currencies they can stand for; `$` and `\u00a5` are those of several.
CURRENCIES = (
    ("BRL", r"R\$|BRL|rea(?:l|is)\b"),
    ("USD", r"[A-Z]{0,2}\$|USD|AUD|CAD|NZD|HKD|SGD|TWD|MXN|d[o\u00f3]l+[a\u00e1]r\w*|\u0434\u043e\u043b+\u0430\u0440\w*|"
            r"\u03b4\u03bf\u03bb\u03ac\u03c1\w+|\u062f\u0648\u0644\u0627\u0631|\u062f\u0644\u0627\u0631|\u05d3\u05d5\u05dc\u05e8|"
            r"\u0921\u0949\u0932\u0930|\u0e14\u0e2d\u0e25\u0e25\u0e32\u0e23\u0e4c|\u0111\u00f4 la|\ub2ec\ub7ec|\u30c9\u30eb|\u7f8e\u5143|\u5143"),
    ("EUR", r"\u20ac|EUR\b|[eE]ur(?:o|os|oa|y|\u00f3|\u00f3w|oj)\b|\u0435\u0432\u0440\w+|\u03b5\u03c5\u03c1\u03ce|\u064a\u0648\u0631\u0648|"
            r"\u06cc\u0648\u0631\u0648|\u05d0\u05d9\u05e8\u05d5|\u05d9\u05d5\u05e8\u05d5|\u092f\u0942\u0930\u094b|\u0e22\u0e39\u0e42\u0e23|"
            r"\uc720\ub85c|\u30e6\u30fc\u30ed|\u6b27\u5143|\u6b50\u5143|eiro\b|evro\w*|avro\b"),
    ("GBP", r"\u00a3|GBP"),
    ("JPY", r"(?:JP)?[\u00a5\uffe5]|JPY|\u5186|\u65e5\u5143"),
    ("CNY", r"(?:CN)?[\u00a5\uffe5]|CNY|RMB|\u5143|\u4eba\u6c11\u5e01|\u4eba\u6c11\u5e63"),
    ("INR", r"\u20b9|INR|Rs\.?"),
    ("KRW", r"\u20a9|KRW|\uc6d0"),
    ("RUB", r"\u20bd|RUB|\u0440\u0443\u0431\w*"),
    ("UAH", r"\u20b4|UAH|\u0433\u0440\u043d"),
    ("PLN", r"z\u0142|PLN"),
    ("CZK", r"K\u010d|CZK"),
    ("TRY", r"\u20ba|TRY|TL\b"),
    ("CHF", r"CHF"),
    ("SEK", r"SEK|NOK|DKK|ISK|kr\b"),
    ("RON", r"RON|lei\b|leu\b"),
    ("BGN", r"BGN|\u043b\u0432|\u043b\u0435\u0432\w*"),
    ("HUF", r"HUF|Ft\b|forint\w*"),
)  # fmt: skip
_Amounts = tuple[tuple[str, frozenset[str]], ...]  # how the currency of each is written, and what its number can be
BLANK = "[ \\t\u00a0\u202f]?"
EITHER = "|".join(f"(?:{signs})" for _, signs in CURRENCIES)
NUMBER = r"\d+(?:[., \u00a0\u202f'\u2019\u066b\u066c]\d+){0,6}+"
SPACELESS = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"  # letters of scripts that set no blank before an amount
AMOUNT = late(
    rf"(?<![^\W{SPACELESS}])(?<!\$)({EITHER}){BLANK}({NUMBER})"
    rf"|(?<![^\W{SPACELESS}])(?<![.,])({NUMBER}){BLANK}({EITHER})(?![A-Za-z\u0400-\u04ff])"
)
# A sign or a code of a currency, or a word for one, by a sign of it that is none of the commonest letters.
HINT = late(
    "[$\u20ac\u00a3\u00a5\u20b9\u20a9\u20bd\u20b4\u20bauA-Zd](?:(?<=[$\u20ac\u00a3\u00a5\u20b9\u20a9\u20bd\u20b4\u20ba])"
    r"|(?<=[eE]u)ro|(?<=[dD])ollar|(?<=\b[A-Z])[A-Z]{2}\b)"
)


@lru_cache(maxsize=256)
def _meant(written: str) -> frozenset[str]:
    return frozenset(name for name, signs in CURRENCIES if re.fullmatch(signs, written))


@lru_cache(maxsize=1024)
def _amounts(text: str) -> _Amounts:
    """The amounts of a text, each with how its currency is written and the values its number can have."""
    found = (match.groups() for match in AMOUNT.finditer(text))
    return tuple((before or after, readings(one or two)) for before, one, two, after in found)


def exchanged(source: str, target: str) -> tuple[str, str] | None:
    """The currency of an amount that became another one, though the number did not: how it is written here and there."""
    there = _amounts(source) if HINT.search(source) else ()
    here = _amounts(target) if there else ()
    of_theirs, of_ours = (_by_value(there), _by_value(here)) if here else ({}, {})
    told: dict[frozenset[str], tuple[str, frozenset[str], str | None]] = {}  # asked once of the values of an amount
    for sign, values in there if here else ():
        if values not in told:
            known, same = _signs(of_theirs, values), _signs(of_ours, values)
            theirs, ours = (frozenset().union(*map(_meant, signs)) for signs in (known, same))
            strange = None
            if len(same) == len(known) > 1:  # the sum stands there several times, and one of them became another
                strange = next((other for other in same if not _meant(other) & theirs), None)
            told[values] = same[0] if same else "", ours, strange
        first, ours, strange = told[values]
        if first and not ours & _meant(sign):
            return first, sign
        if strange is not None:
            return strange, sign
    return None


def _by_value(amounts: _Amounts) -> dict[str, list[tuple[int, str]]]:
    """How the currencies of amounts are written, each with its place among them, by the values of their numbers."""
    found: dict[str, list[tuple[int, str]]] = {}
    for at, (sign, values) in enumerate(amounts):
        for value in values:
            found.setdefault(value, []).append((at, sign))
    return found


def _signs(by_value: dict[str, list[tuple[int, str]]], values: frozenset[str]) -> list[str]:
    """How the currencies of the amounts are written that have one of some values, in their order."""
    return [sign for _, sign in sorted({one for value in values for one in by_value.get(value, ())})]
