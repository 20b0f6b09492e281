"""Hours of the day as they are written: 7 PM is 19:00, and so is the end of a day that goes from 9 to 7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from facingpages.languages import Language, language
from facingpages.languages.cldr import halves
from facingpages.languages.spoken import tells_clock, tells_half_to
from facingpages.late import late

CLOCK = late(
    r"(\d{1,2})(?:[:.](\d\d))?\s*(?:([ap])\.?\s?m\b|(?:o'clock )?(?:in the|at) (?:morning|afternoon|evening|night)\b)",
    re.I,
)
FIGURE = late(r"\d{1,9}")
CLOCKS = late(
    r"\b(\d{1,2})(?:\s*[-\u2013]\s*| to | and | until )\d{1,2}\s*([ap])\.?\s?m\b", re.I
)  # the first of two hours
HALF_PAST = late(r"(?<!\d)(\d{1,2})[:.]30(?!\d)")
QUARTERS = late(r"(?<![\d:.])(\d{1,2}):(15|30|45)(?![\d:])|(?<![\d:.])(\d{1,2})\.(15|30|45)(?=\s?[ap]\.?m)", re.I)
ZONE = late(r"\b(?:[A-Z]{2,4}T|UTC|GMT)\b")
FULL = late(r"(?<![\d:.])\d{1,2}:(00)(?![\d:])")
DAY_LONG = late(r"\b(\d{1,2})(?: to | till | until |\s?[-\u2013]\s?)(\d{1,2})\b(?![:.]\d|\s?[ap]\.?\s?m\b)", re.I)


def hours(source: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The hours of clock times, as they are written, with both ways to count them."""
    for match in CLOCK.finditer(source):
        hour = int(match.group(1))
        yield match.group(1), frozenset((str(hour), str(hour % 12 + (12 if _is_late(match) else 0))))


def _is_late(clock: re.Match[str]) -> bool:
    """Whether a clock time is told for the second half of the day: by p.m., or by the afternoon, the evening, the night."""
    return clock[3].lower() == "p" if clock[3] else "morning" not in clock[0].lower()


def in_both_ways(source: str, target: str) -> set[str]:
    """Values that clock times of the source or the translation may have, each with the other way to count it."""
    found: set[str] = set()
    for _, both in hours(source):
        found |= {*both, "0", "24", "12"}
    told = found | {str(int(number)) for number in FIGURE.findall(source)}
    for _, both in hours(target):
        if both & told:  # else it is another hour
            found |= {*both, "0"}
    for match in CLOCKS.finditer(source):
        found |= {str(int(match.group(1)) % 12 + (12 if match.group(2).lower() == "p" else 0)), match.group(1)}
    for first, last in DAY_LONG.findall(source):  # from 9 to 5: only a day ends before it began
        later = str(int(last) + 12)
        found |= {"0"}
        if 0 < int(last) < int(first) <= 12 and re.search(rf"(?<!\d){later}(?!\d)", target):
            found |= {last, later}
    return found


def half_past(source: str, target: str, own: Language) -> set[str]:
    """The hours and minutes of 5:30 in a source whose translation says half of the next hour."""
    past = {match.group(1) for match in HALF_PAST.finditer(source)}
    found = {part for hour in past if tells_half_to(own, int(hour), target) for part in (str(int(hour)), "30")}
    # Quarter past seven, and half eight where that is 8:30. A text may have one clock a thousand times.
    told = {tuple(int(part) for part in match.groups() if part) for match in QUARTERS.finditer(source)}
    for hour, minutes in told:
        if tells_clock(own, hour, minutes, target):
            found |= {str(hour), str(minutes)}
    return found


def other_half(source: str, target: str, locale: str) -> tuple[str, str] | None:
    """A clock of the translation that stands for one of the other half of the day, 3 PM for 3 AM, and that one."""
    told = _told(source)
    if not told:  # as most texts
        return None
    zones, others = set(ZONE.findall(source)), set(ZONE.findall(target))
    if zones and others and zones != others:
        return None
    pattern, late_ones = _twelve_hours(language(locale).code)
    here = {
        (int(match["hour"]) % 12, _minutes(match), late_ones.match(half) is not None): match[0]
        for match in pattern.finditer(target)
        if (half := match["before"] or match["behind"])
    }
    for (hour, minute, is_late), text in told.items():
        other = here.get((hour, minute, not is_late))
        if other is not None and (hour, minute, is_late) not in here and (hour, minute, not is_late) not in told:
            return other.strip(), text
    return None


@lru_cache(maxsize=4096)
def _told(source: str) -> dict[tuple[int, str, bool], str]:
    """The clocks of a source by hour, minute and half of the day. It is asked once for all locales."""
    return {(int(match[1]) % 12, match[2] or "00", _is_late(match)): match[0] for match in CLOCK.finditer(source)}


def _minutes(clock: re.Match[str]) -> str:
    return clock["minute"] or clock["minutes"] or ("30" if clock["past"] else "00")


@cache
def _twelve_hours(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Clocks of twelve hours with a.m. or p.m., or what a language says for them, and those words for after noon."""
    early, late_ones = (
        "|".join([rf"{letter}\.?\s?m\b\.?", *(re.escape(word) for word in sorted(words) if len(word) > 1)])
        for words, letter in zip(halves(code), "ap", strict=True)
    )
    hour = r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?!\d))?(?!\d)"
    both = rf"{early}|{late_ones}"
    past = r"(?:\s?(?P<minutes>\d\d)\s?[\u5206\ubd84]|\s?(?P<past>[\u534a\ubc18]))?"
    pattern = (
        rf"(?:(?P<before>{both})\s?)?{hour}(?:\s?[\u6642\u65f6\u70b9\u9ede\uc2dc]{past})?(?:\s?(?P<behind>{both}))?"
    )
    return re.compile(pattern, re.I), re.compile(late_ones, re.I)


def full_hours(source: str) -> set[str]:
    """The minutes of 16:00, which another language needs not say."""
    return {"0"} if FULL.search(source) else set()
