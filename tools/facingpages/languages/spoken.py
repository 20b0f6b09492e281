"""Quantities as a language says them: stretches of time, and round numbers in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from facingpages.languages import cldr, numerals
from facingpages.languages.file import Language
from facingpages.late import late

TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
# Units of one kind: what is told in one of them, with the same number, is another amount in another one of them.
KINDS = (
    ("millisecond", *TIMES),
    ("bit", "kilobit", "megabit", "gigabit", "terabit", "byte", "kilobyte", "megabyte", "gigabyte", "terabyte"),
    ("millimeter", "centimeter", "meter", "kilometer", "inch", "foot", "yard", "mile"),
    ("gram", "kilogram", "ounce", "pound"),
    ("celsius", "fahrenheit"),
)
KIND_OF = {unit: kind for kind in KINDS for unit in kind}
# Told by words alone: their signs are words elsewhere (`in`), or those of others in another case (Mb, MB).
WORDED = frozenset(("kilobit", "megabit", "gigabit", "terabit", *KINDS[2], *KINDS[3]))
BITS = late(r"[KMGT]b")  # which are no bytes
ENDED = late(r"\w\(")  # one letter, behind which a pattern says that its word ends
ENDING = late(r"[^\W\d_]{0,16}")
VAGUE = late(r"m\b", re.I)  # stands for minutes, months, metres and millions
WORDS = 12  # as far as numerals are known
OPENING = 40  # characters in which a note says whose it is
RANGE = late(r"(?<![\d.,:/-])(\d{1,4})\s?(?:[-\u2013]|to|or)\s?$")  # 30 to 60 seconds
LEAD = 10  # characters of it
CLOCK = 12  # characters between an hour and its half or quarter
HALF, THREE_QUARTERS = 2, 3  # of the quarters of a whole
LETTERS = 6  # at most, of a case or a blank between a numeral and what it counts


def durations(own: Language, text: str, *, short: bool = False) -> Sequence[tuple[int, str, str]]:
    """The stretches of time in a text told by a number: it, its unit in English, and that as written, or `short`."""
    return _told(_counted(own.code, TIMES, short), text)


@lru_cache(maxsize=4096)
def amounts(own: Language, text: str) -> Sequence[tuple[int, str, str]]:
    """What a text measures in units of any kind: as `durations`. A source is asked once for all locales."""
    return _told(_counted(own.code, tuple(KIND_OF), True), text)


def amounts_of(own: Language, kind: Sequence[str], text: str) -> Sequence[tuple[int, str, str]]:
    """What a text measures in units of one kind: as `durations`."""
    return _told(_counted(own.code, tuple(kind), True), text)


def _told(pattern: re.Pattern[str] | None, text: str) -> Sequence[tuple[int, str, str]]:
    told = []
    for match in pattern.finditer(text) if pattern else ():
        unit = str(match.lastgroup)
        first = RANGE.search(text[max(0, match.start() - LEAD) : match.start()])
        if BITS.fullmatch(match[unit]):
            continue
        rest = None if cldr.UNSPACED.match(match[unit]) else ENDING.match(text, match.end())
        word = match[unit] + (rest[0] if rest else "")
        told += [(int(number), unit, word) for number in (first and first.group(1), match["number"]) if number]
    return told


def _of_time(own: Language, unit: str) -> Sequence[str]:
    """Its words for a unit of time, that for a day of 24 hours among them, without letters that stand for one."""
    written = cldr.forms(own.code, unit, ("long",)) or cldr.forms(own.code, unit, ("short",))
    return [*written, *(own.full_day if unit == "day" else ())]


def names_time(own: Language, unit: str, text: str) -> bool:
    """Whether a text has a word for a unit, counted or not."""
    pattern = _named(own, unit)
    return pattern is None or pattern.search(text) is not None


@cache
def _named(own: Language, unit: str) -> re.Pattern[str] | None:
    """The words of a unit, an abbreviation by itself: `s` ends many words, and `η` of days is an article."""
    words = [*cldr.forms(own.code, unit), *_of_time(own, unit)]
    behind = r"(?:(?<=\d)|(?<=\d[\s\u00a0]))"
    begun = (
        (behind if ENDED.match(word) else r"(?<![^\W\d_])") + word if word.endswith(cldr.ENDS) else word
        for word in words
    )
    return re.compile("|".join(begun), re.I) if words else None


def spells_time(own: Language, unit: str, text: str) -> bool:
    """Whether a text has a word for a unit of time in full."""
    words = _of_time(own, unit)
    return bool(words) and re.search("|".join(words), text, re.I) is not None


def tells_part(own: Language, number: int, text: str) -> bool:
    """Whether a text has a word for a part: a quarter or half of an hour by its minutes, half by its hundredths."""
    words = own.told.get(str(number), ())
    return bool(words) and _begun(own, "|".join(words)).search(text) is not None


def names_part(own: Language, part: str, text: str) -> bool:
    """Whether a text has a word for a half or a quarter."""
    word = own.parts.get(part)
    return word is not None and _begun(own, word).search(text) is not None


@cache
def _begun(own: Language, words: str) -> re.Pattern[str]:
    """Words as they begin in a text, as a half is in many that are none: innerhalb, behalve."""
    begins = "" if cldr.UNSPACED.search(words) else rf"(?<![^\W\d_])(?:{own.clitics.get('before', '')})?"
    return re.compile(f"{begins}(?:{words})", re.I)


def tells_part_of(own: Language, quarters: int, unit: str, text: str) -> bool:
    """Whether a text tells so many quarters of a unit of time: half a year, three quarters of an hour."""
    pattern = _part_of(own, quarters, unit)
    return pattern is not None and pattern.search(text) is not None


@cache
def _part_of(own: Language, quarters: int, unit: str) -> re.Pattern[str] | None:
    part, units = own.parts.get("half" if quarters == HALF else "quarter"), "|".join(_of_time(own, unit))
    if part is None or not units:
        return None
    far = rf"[^\W\d]{{0,{LETTERS}}}(?:[\s\u00a0-]+[^\W\d]+){{0,3}}?[\s\u00a0'\u2019-]*"
    found = rf"(?:{part}){far}(?:{units})"
    if quarters == THREE_QUARTERS:
        three = own.numeral(THREE_QUARTERS)
        found = "|".join([found, *(own.told.get("15", ()) if unit == "hour" else ())])  # it may be a unit itself
        found = rf"(?:{three.pattern})[^\W\d]{{0,{LETTERS}}}[\s-]?(?:{found})" if three else ""
    return _begun(own, found) if found else None


def tells_half_to(own: Language, hour: int, text: str) -> bool:
    """Whether a text names half past an hour by the hour that follows: half six is 5:30."""
    word = own.numeral(hour % WORDS + 1) if own.half_to else None
    return word is not None and re.search(rf"(?<!\w)(?:{own.half_to})[\s-]*(?:{word.pattern})", text, re.I) is not None


def tells_clock(own: Language, hour: int, minutes: int, text: str) -> bool:
    """Whether a text tells a clock time by the quarters of its hour or to the next, whichever comes first."""
    pattern = _clock(own, hour % WORDS, minutes)
    return pattern is not None and pattern.search(text) is not None


@cache
def _clock(own: Language, hour: int, minutes: int) -> re.Pattern[str] | None:
    half = minutes == 30
    part = "|".join([*own.half, *filter(None, [own.parts.get("half")])]) if half else own.parts.get("quarter", "")
    if not part:
        return None
    named = [_hour(own, hour)] if half else [_hour(own, hour), _hour(own, (hour + 1) % WORDS)]
    hours = "|".join(filter(None, named))
    ways = [rf"(?:{hours})[^\W\d]{{0,{LETTERS}}}[^.!?\d]{{0,{CLOCK}}}?(?:{part})"]
    if not half or not own.half_to:  # elsewhere half eight is half past seven
        ways.append(rf"(?:{part})[^.!?\d]{{0,{CLOCK}}}?(?:{hours})")
    return re.compile("|".join(ways), re.I)


def _hour(own: Language, hour: int) -> str:
    """An hour of twelve in figures, counted either way, or as a word."""
    word = own.numeral(hour or WORDS)
    return rf"(?<!\d)0?(?:{hour}|{hour + WORDS}{'|24' if not hour else ''})(?!\d)" + (
        f"|{word.pattern}" if word else ""
    )


@lru_cache(maxsize=16)
def halves(own: Language, text: str) -> bool:
    """Whether a text has a word for a half more: one and a half."""
    return bool(own.half) and re.search("|".join(own.half), text, re.I) is not None


def is_by_translator(own: Language, text: str) -> bool:
    """Whether a text begins as a note of who translated it."""
    return bool(own.translators) and re.search("|".join(own.translators), text[:OPENING], re.I) is not None


def tells_of_translation(own: Language, text: str) -> bool:
    """Whether a text says that something was translated."""
    return bool(own.translated) and re.search("|".join(own.translated), text, re.I) is not None


def multiplied(own: Language, text: str) -> int | None:
    """By what the word at the beginning of a text multiplies the number before it; the longest word counts."""
    found = [(match.end(), factor) for pattern, factor in _behind(own) if (match := pattern.match(text))]
    return max(found)[1] if found else None


@cache
def _behind(own: Language) -> Sequence[tuple[re.Pattern[str], int]]:
    return [(re.compile(rf"[\s\u00a0+-]*{word}", re.I), factor) for word, factor in own.factors]


def names_several(own: Language, unit: str, text: str) -> bool:
    """Whether a text has a word for a unit of time behind one for two or more of them."""
    several = [own.numerals[number - 1] for number in range(2, len(own.numerals) + 1)]
    words = _of_time(own, unit)
    if not several or not words:
        return False
    return (
        re.search(rf"(?:{'|'.join(several)})[^\W\d]{{0,{LETTERS}}}[\s-]?(?:{'|'.join(words)})", text, re.I) is not None
    )


def tells(own: Language, number: int, text: str) -> bool:
    """Whether a text has a round number in words: a thousand, two million; see `numerals` for those known in full."""
    if own.large and number < numerals.LARGEST:
        return False
    return any(word.search(text) for word in _rounded(own, number)) if number >= 100 and not number % 100 else False


@cache
def _counted(code: str, names: Sequence[str], short: bool) -> re.Pattern[str] | None:
    units = {name: cldr.forms(code, name, ("long",)) or cldr.forms(code, name, ("short",)) for name in names}
    if short:
        units = {name: [*words, *_abbreviated(code, name)] for name, words in units.items()}
    either = "|".join(f"(?P<{name}>{'|'.join(words)})" for name, words in units.items() if words)
    number = r"(?<![\d.,:/])(?<![^\d\s]-)(?P<number>\d{1,4})[\s\u00a0-]?(?:de\s)?"  # 20 de minute
    return re.compile(f"{number}(?:{either})", re.I) if either else None


def _abbreviated(code: str, unit: str) -> Sequence[str]:
    """The short forms of a unit that stand for no other one."""
    written = () if unit in WORDED else cldr.forms(code, unit, ("short",))
    return [word for word in written if not VAGUE.match(word)]


@cache
def _rounded(own: Language, number: int) -> Sequence[re.Pattern[str]]:
    found = []
    for word, factor in own.factors:
        times, rest = divmod(number, factor) if factor >= 100 else (0, 1)
        short = len(word) <= cldr.ABBREVIATED
        if rest or not 1 <= times <= WORDS or (short and word not in own.multipliers):
            continue
        word += r"(?!\w)" if short else ""
        if times == 1:
            found.append(re.compile(rf"(?<![^\W_])(?:(?<=\d{{4}}[\s\u00a0])|(?<!\d[\s\u00a0])){word}", re.I))
        if 1 <= times <= len(own.numerals):
            found.append(
                re.compile(rf"(?<![^\W_])(?:{own.numerals[times - 1]})[^\W\d]{{0,{LETTERS}}}[\s-]?{word}", re.I)
            )
    return found


@cache
def negative(own: Language) -> re.Pattern[str] | None:
    """Its words for a minus and for what is below zero."""
    return re.compile("|".join(own.minus), re.I) if own.minus else None


@cache
def limits(own: Language) -> re.Pattern[str] | None:
    """Its words for the least and the most of something, each in a group of that name; None where either is unknown."""
    if not own.limits.keys() >= {"least", "most"}:
        return None
    return re.compile(rf"(?P<least>{own.limits['least']})|(?P<most>{own.limits['most']})", re.I)


def names_a_day(own: Language, text: str) -> bool:
    """Whether a text has a word for a day of 24 hours."""
    return bool(own.full_day) and re.search("|".join(own.full_day), text, re.I) is not None
