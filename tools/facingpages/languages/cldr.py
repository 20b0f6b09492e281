"""What CLDR knows of a language, through Babel: months, units, words for large numbers, its script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Literal

from facingpages.languages.scripts import BY_CODE
from facingpages.late import late

if TYPE_CHECKING:  # Babel is loaded when it is asked: most pages need nothing of it
    from babel import Locale

UNITS = {
    "%": ("concentr-percent",), "kb": ("digital-kilobyte",), "mb": ("digital-megabyte",), "gb": ("digital-gigabyte",),
    "tb": ("digital-terabyte",), "ms": ("duration-millisecond",), "kg": ("mass-kilogram",),
    "km": ("length-kilometer", "speed-kilometer-per-hour"), "cm": ("length-centimeter",), "mm": ("length-millimeter",),
    "px": ("graphics-pixel",),
    "kbps": ("digital-kilobit", "digital-kilobyte"), "mbps": ("digital-megabit", "digital-megabyte"),
    "gbps": ("digital-gigabit", "digital-gigabyte"), "ghz": ("frequency-gigahertz",), "mhz": ("frequency-megahertz",),
    "khz": ("frequency-kilohertz",),
    **{
        name: (f"{kind}-{name}",)
        for kind, names in (
            ("duration", ("millisecond", "second", "minute", "hour", "day", "week", "month", "year")),
            ("digital", (
                "bit", "kilobit", "megabit", "gigabit", "terabit",
                "byte", "kilobyte", "megabyte", "gigabyte", "terabyte",
            )),
            ("length", ("millimeter", "centimeter", "meter", "kilometer", "inch", "foot", "yard", "mile")),
            ("mass", ("gram", "kilogram", "ounce", "pound")),
            ("temperature", ("celsius", "fahrenheit")),
        )
        for name in names
    },
}  # fmt: skip
AMOUNTS = (1, 2, 5, 1.5, 10)  # between them, every plural form of every language
LENGTHS: Sequence[Literal["long", "short", "narrow"]] = ("long", "short", "narrow")
BESIDE = {"zh": ("zh_Hant",), "sr": ("sr_Latn",)}  # the same language in its other writing
# No blank stands between words: from U+0E00, U+1000, U+1780 and U+2E80, said by the others so that it is compiled soon.
UNSPACED = late("[^\0-\u0dff\u0f00-\u0fff\u10a0-\u177f\u1800-\u2e7f]")
ENDS = r"(?![^\W\d_])"  # behind an abbreviation
ABBREVIATED = 3  # as long as this, a form is taken for an abbreviation, which no ending follows


@cache
def _locale(code: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def script(code: str) -> str:
    """The name of the script that a language is written in, of those in `scripts`; other names are ISO 15924."""
    from babel.core import get_global

    likely = get_global("likely_subtags").get(code, "")
    iso = next((part for part in likely.split("_")[1:] if len(part) == 4), "")
    return BY_CODE.get(iso, iso)


@cache
def preferred(code: str) -> str:
    """The code that is used in place of another: `sv` of `swe`."""
    from babel.core import get_global

    return str(get_global("language_aliases").get(code, code)).partition("_")[0]


@cache
def decimal_sign(locale: str) -> str:
    """What stands before the tenths of a number in a locale, in digits as on this page; a stop where nobody knows."""
    code, _, region = locale.replace("-", "_").partition("_")
    found = _locale(f"{code}_{region.upper()}" if region else code) or _locale(code)
    return str(found.number_symbols.get("latn", {}).get("decimal", ".")) if found is not None else "."


@cache
def halves(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a language writes for the hours before noon and for those after it, beside a.m. and p.m."""
    locale = _locale(code)
    widths = locale.day_periods["format"].values() if locale is not None else ()
    before, after = (frozenset(forms[half] for forms in widths if half in forms) for half in ("am", "pm"))
    return before - after, after - before


@cache
def counts_on(code: str) -> bool:
    """Whether a language counts the hours of a day to 24."""
    locale = _locale(code)
    return locale is not None and "H" in str(locale.time_formats["short"].pattern)


@cache
def parts_of_day(code: str) -> str:
    """What a language says for the parts of a day, a.m. and p.m. among them, as a regular expression."""
    locale = _locale(code)
    widths = locale.day_periods["format"].values() if locale is not None else ()
    told = [name.split() for names in widths for name in names.values()]
    # Of `de la mañana` and `tengah hari` the little words and that for a day stand anywhere.
    words = {word for name in told for word in name if len(word) > (1 if len(name) == 1 else ABBREVIATED)}
    day = [form.lower() for form in forms(code, "day", ("long",))]
    found = (_in_a_text(word) for word in sorted(words) if not any(re.match(form, word.lower()) for form in day))
    return "|".join([r"[ap]\.?\s?m\b", *found])


def _in_a_text(word: str) -> str:
    """A word as it begins in a text; a short one in full, as it begins many others."""
    if UNSPACED.match(word):
        return re.escape(word)
    return rf"\b{re.escape(word)}" + (r"\b" if len(word) <= ABBREVIATED else "")


def months(code: str, number: int) -> frozenset[str]:
    """The names of a month, long and short, without a stop behind."""
    locale = _locale(code)
    if locale is None:
        return frozenset()
    names = locale.months
    styles, widths = ("format", "stand-alone"), ("wide", "abbreviated")
    return frozenset(names[style][width][number].rstrip(".") for style in styles for width in widths)


def month_begins(name: str) -> str:
    """How the name of a month begins, whatever its case, as a regular expression; one that is a number in full."""
    if not re.search(r"\d", name):
        return re.escape(name[: max(3, len(name) - 2)])
    return rf"(?<!\d){re.escape(name)}" + (r"(?!\d)" if name[-1].isdigit() else "")


@cache
def forms(code: str, unit: str, lengths: Sequence[Literal["long", "short", "narrow"]] = LENGTHS) -> Sequence[str]:
    """Regular expressions for a unit, named by its sign in lower case, as words and signs of a language."""
    locales = [known for name in (code, *BESIDE.get(code, ())) if (known := _locale(name)) is not None]
    if not locales:
        return ()
    from babel.units import format_unit  # most pages hold no unit

    found: set[str] = set()
    for name in UNITS.get(unit, ()):
        for locale, length in product(locales, lengths):
            texts = {format_unit(amount, name, length, locale=locale) for amount in AMOUNTS}
            found.update(text for text in map(_word, texts) if text and text != name and text != "%")
    return sorted(_stems(found))


def factors(code: str) -> Iterator[tuple[str, int]]:
    """Regular expressions for words that multiply the number before them, each with its factor."""
    from babel.numbers import format_compact_decimal

    locale = _locale(code)
    for style in ("long", "short") if locale else ():
        found: dict[int, set[str]] = {}
        for power in range(3, 13):
            for amount in AMOUNTS[:3]:
                try:
                    text = format_compact_decimal(amount * 10**power, format_type=style, locale=locale)
                except (KeyError, ValueError):
                    continue  # CLDR has no such form
                digits = re.sub(r"\D", "", text)
                word = _word(text)
                if word and digits:
                    found.setdefault(amount * 10**power // int(digits), set()).add(word)
        for factor, words in found.items():
            yield from ((word, factor) for word in sorted(_stems(words)))


def _word(text: str) -> str:
    return re.sub(r"[\d\s\u00a0\u202f.,]+$|^[\d\s\u00a0\u202f.,]+", "", text).strip()


def _stems(words: set[str]) -> Iterator[str]:
    """Words as regular expressions: the beginning that forms of a word share, abbreviations whole."""
    short = {word for word in words if len(word) <= ABBREVIATED}
    for word in short:
        yield re.escape(word) + ("" if UNSPACED.match(word[-1]) else ENDS)
    long = sorted(words - short)
    while long:
        stem = long[0][:ABBREVIATED]
        alike = [word for word in long if word.startswith(stem)]
        long = [word for word in long if not word.startswith(stem)]
        first, last = alike[0], alike[-1]
        shared = first[: next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]
        shared = shared[:-1] if len(shared) > ABBREVIATED + 2 else shared
        yield re.sub(r"(\\?\s)+", r"\\s?", re.escape(shared))
