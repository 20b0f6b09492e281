"""Clock times told in another zone: 13:18 UTC is 22:18 JST, and 20:18 UTC the next day there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType

from facingpages.languages import Language
from facingpages.late import late

DAY = 24 * 60
# Minutes ahead of UTC, by the names that tz database and news agencies share; several where a name stands for several.
AHEAD = MappingProxyType(
    {
        "UTC": (0,), "GMT": (0,), "WET": (0,), "BST": (60, 360), "WEST": (60,), "CET": (60,), "MEZ": (60,),
        "CEST": (120,), "MESZ": (120,), "EET": (120,), "EEST": (180,), "MSK": (180,), "TRT": (180,), "IST": (330, 120, 60),
        "WIB": (420,), "ICT": (420,), "SGT": (480,), "HKT": (480,), "CST": (480, -360), "JST": (540,), "KST": (540,),
        "AEST": (600,), "AEDT": (660,), "NZST": (720,), "NZDT": (780,), "BRT": (-180,), "ART": (-180,), "EST": (-300,),
        "EDT": (-240,), "ET": (-300, -240), "CDT": (-300,), "CT": (-360, -300), "MST": (-420,), "MDT": (-360,),
        "MT": (-420, -360), "PST": (-480,), "PDT": (-420,), "PT": (-480, -420),
    }
)  # fmt: skip
NAMED = late(r"[A-Z]T\b|\bUTC|\b[A-Z]{2}ST\b|\bMES?Z\b")
SIGNED = r"(?:UTC|GMT)\s?[+\u2212-]\s?\d{1,2}(?::?[03]0)?"
FIGURE = late(r"(?<![\d.:])\d{1,2}(?![\d:]|\.\d)")


def told_elsewhere(source: str, target: str, origin: Language, own: Language) -> set[str]:
    """Hours, minutes and days that stand for the same moments in zones that the two texts name."""
    if not NAMED.search(source) or not any(character.isdigit() for character in target):
        return set()
    same: set[str] = set()
    there = list(_moments(target, own))
    for minutes, zones in _moments(source, origin):
        for other, others in there:
            if zones == others:
                continue
            for ahead, ahead_there in ((a, b) for a in zones for b in others):
                days, rest = divmod(minutes - ahead + ahead_there, DAY)
                if rest == other:
                    same |= {str(part) for part in (*divmod(minutes, 60), *divmod(other, 60))}
                    same |= _moved(source, target, days)
    return same


def _moved(source: str, target: str, days: int) -> set[str]:
    """The days of a month that are others where midnight has passed."""
    here = {int(number) for number in FIGURE.findall(target)}
    pairs = ((int(day), int(day) + days) for day in FIGURE.findall(source) if days)
    return {str(day) for pair in pairs if pair[1] in here for day in pair}


def _moments(text: str, spoken: Language) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The minute of the day of each time beside a zone, and what the zone may be ahead."""
    for match in _clock(spoken).finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or match["minutes"] or 0)
        if half := match["half"] or match["hours"]:
            hour = hour % 12 + (12 if half.lower() == "p" else 0)
        if hour < 24 and minute < 60 and (zone := match["before"] or match["after"]):
            yield hour * 60 + minute, _ahead(zone, spoken)


@cache
def _clock(spoken: Language) -> re.Pattern[str]:
    zone = "|".join((SIGNED, *spoken.zones, rf"\b(?:{'|'.join(AHEAD)})\b"))
    return re.compile(
        rf"(?:(?P<before>{zone})[^:\n]{{0,12}}?)?(?<![\d.:])(?P<hour>\d{{1,2}})"
        r"(?:[:.h](?P<minute>\d\d)(?!\d)(?::\d\d)?(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?)?(?:\s?Uhr)?"
        r"|\s?(?P<hours>[AaPp])\.?\s?[Mm]\b\.?|\s?(?:[\u6642\u65f6\u70b9\u9ede\uc2dc]|Uhr|h\b)(?:\s?(?P<minutes>\d\d?)[\u5206\ubd84])?)"
        rf"(?:\s?\(?(?P<after>{zone}))?"
    )


def _ahead(zone: str, spoken: Language) -> tuple[int, ...]:
    if zone in AHEAD:
        return AHEAD[zone]
    if zone[:3] in ("UTC", "GMT"):
        sign = -1 if re.search(r"[\u2212-]", zone) else 1
        hours, *rest = re.findall(r"\d{1,2}", zone)
        return (sign * (int(hours) * 60 + (int(rest[0]) if rest else 0)),)
    return next(
        tuple(int(60 * hours) for hours in ahead) for name, ahead in spoken.zones.items() if re.fullmatch(name, zone)
    )
