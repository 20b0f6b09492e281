"""Numbers that Chinese and Japanese write in words, one sign after the other: 三百五十 is three, hundred, five, ten."""

from __future__ import annotations

from collections.abc import Sequence

UNITS = ((10**8, "[亿億]"), (10**4, "[万萬]"), (1000, "千"), (100, "百"), (10, "十"))
SIGNS = "一二三四五六七八九十百千万萬亿億"
LARGEST = 10**12


def composed(numerals: Sequence[str], number: int) -> str:
    """A number, above 0, as a regular expression, where `numerals` has those up to nine: not a part of a longer one."""
    return f"(?<![{SIGNS}]){_written(numerals, number)}(?![{SIGNS}])"


def _written(numerals: Sequence[str], number: int) -> str:
    if number < 10:
        return f"(?:{numerals[number - 1]})" if number else ""
    factor, sign = next((factor, sign) for factor, sign in UNITS if number >= factor)
    times, rest = divmod(number, factor)
    first = _written(numerals, times) + ("?" if times == 1 else "")
    return first + sign + ("[零〇]?" if rest else "") + _written(numerals, rest)
