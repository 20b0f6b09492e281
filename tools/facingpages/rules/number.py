"""Numbers: the same quantities, read in each language's own way of writing them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from facingpages.align import Bead
from facingpages.document import Block
from facingpages.finding import Finding, Severity
from facingpages.rules.base import INFO, WARNING, Example, Family, Pair, Rule
from facingpages.rules.numerals import month, numeral

CHANGED = Rule(
    "number-changed",
    WARNING,
    "A number of the source is missing or another one.",
    "Compared block by block as quantities: decimal comma, grouping by spaces, dots or apostrophes, dates in another "
    "order or with the month in words, 7 PM as 19:00, 100K written out, small numbers in words are all the same.",
    (
        Example("Refunds are capped at 50,000 USD a year.\n", "Återbetalning högst 500 000 USD per år.\n", ("1:21",)),
        Example("It costs 87.74 per month.\n", "Det kostar 877,74 per månad.\n", ("1:12",)),
        Example("It costs 1,234.50 USD.\n", "Det kostar 1 234,50 USD.\n", note="The Swedish way of writing it."),
        Example("By April 15, 2021 at 7 PM.\n", "Senast den 2021-04-15 kl. 19:00.\n", note="A date and a time."),
        Example("Wait for 3 days.\n", "Vänta i tre dagar.\n", note="A small number in words."),
    ),
)
EXTRA = Rule(
    "number-extra",
    INFO,
    "A number that the source lacks.",
    "Often a date or an amount that the source no longer states.",
    (Example("It takes a while.\n", "Det tar 45 minuter.\n", ("1:9",)),),
)

DATE_LOST = Rule(
    "number-date",
    WARNING,
    "A date of the source lost its month.",
    "The translation names it neither by its word nor by its number.",
    (Example("Support ends on June 30, 2022.\n", "Supporten upphör den 30, 2022.\n", ("1:1",)),),
)

UNIT_LOST = Rule(
    "number-unit",
    WARNING,
    "A unit of the source is missing.",
    "A per cent sign, bytes, seconds, lengths: written in the translation's own way, too (`Mo`, `МБ`, `procent`).",
    (
        Example("Use 80% of 5 GB.\n", "Använd 80 av 5 GB.\n", ("1:1",)),
        Example("Use 80% of 5 GB.\n", "Använd 80 procent av 5 GB.\n"),
    ),
)
UNIT = re.compile(r"\d[\s\u00a0]?(KB|MB|GB|TB|kB|Kbps|Mbps|Gbps|GHz|MHz|kHz|ms|km|kg|cm|mm|px)\b")
UNITS = {
    "kb": r"kb|\u043a\u0431|ko\b|kt\b|kib|\u30ad\u30ed|\u5343\u5b57\u8282", "mb": r"mb|\u043c\u0431|mo\b|mt\b|mib|\u30e1\u30ac|\u5146",
    "gb": r"gb|\u0433\u0431|go\b|gt\b|gib|\u30ae\u30ac|\u5343\u5146", "tb": r"tb|\u0442\u0431|to\b|tt\b|tib|\u30c6\u30e9",
    "ms": r"ms\b|\u043c\u0441|mil[il]+s|\u6beb\u79d2|\u30df\u30ea\u79d2|\u043c\u0438\u043b", "km": r"km|\u043a\u043c|kil|\u516c\u91cc|\u30ad\u30ed", "kg": r"kg|\u043a\u0433|kil|\u516c\u65a4|\u30ad\u30ed",
    "cm": r"cm|\u0441\u043c", "mm": r"mm|\u043c\u043c", "px": r"px|pix|\u043f\u0438\u043a|\u50cf\u7d20|\u30d4\u30af", "mbps": r"mbps|mbit|mb/s|\u043c\u0431|mo/s", "gbps": r"gbps|gbit|gb/s|\u0433\u0431",
    "kbps": r"kbps|kbit|kb/s|\u043a\u0431", "ghz": r"ghz|\u0433\u0433\u0446", "mhz": r"mhz|\u043c\u0433\u0446", "khz": r"khz|\u043a\u0433\u0446",
}  # fmt: skip
PERCENT_SOURCE = re.compile(r"\d[\s\u00a0]?%")
PERCENT = re.compile(
    r"\d[\s\u00a0\u202f]?[%\uff05\u066a]|%[\s\u00a0]?\d|per\s?cent|pro[cs]ent|prozent|por\s?ciento|por\s?cento|pour\s?cent|\u0432\u0456\u0434\u0441\u043e\u0442|\u043f\u0440\u043e\u0446\u0435\u043d\u0442|odstot|"
    r"proc\.|la\ssut|y\u00fczde|percent|\ud37c\uc13c\ud2b8|\u30d1\u30fc\u30bb\u30f3\u30c8|\u767e\u5206|\u5272|\u6210", re.I
)  # fmt: skip
SPACES = "\u0020\u00a0\u2007\u2009\u202f"
TOKEN = re.compile(
    rf"(?<![A-Za-z0-9_])(?<![A-Za-z0-9_][.#_/])\d+(?:[{SPACES}]\d{{3}}(?!\d)|[.,'\u2019:]\d+|\u066b\d+|\u066c\d+)*"
)  # fmt: skip
DIGITS = re.compile(r"\d+")
MULTIPLIERS = (
    (re.compile(r"[\s\u00a0-]*(?:k\b|thousand|t\u016bkst|tusen|tis|\u0445\u0438\u043b|\u0442\u044b\u0441|\u0442\u0438\u0441|mii\b|mil\b|mille|tausend|\u5343|\ucc9c)", re.I), 1000),
    (re.compile(r"[\s\u00a0-]*(?:m\b|mn\b|mil+[ij]|mio|\u043c\u0438\u043b|\u043c\u043b\u043d|\u043c\u0456\u043b|\u767e\u4e07|\ubc31\ub9cc)", re.I), 10**6),
    (re.compile(r"[\s\u00a0-]*(?:b\b|bn\b|billion|mili?ard|mld|mrd|\u043c\u0438\u043b\u0438\u0430\u0440\u0434|\u043c\u0456\u043b\u044c\u044f\u0440\u0434)", re.I), 10**9),
    (re.compile(r"[\s]*\u5343\u4e07"), 10**7),
    (re.compile(r"[\s]*(?:\u4e07|\u842c|\ub9cc)"), 10**4),
    (re.compile(r"[\s]*(?:\u4ebf|\u5104|\uc5b5)"), 10**8),
)  # fmt: skip
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b", re.I)
CLOCKS = re.compile(r"\b(\d{1,2})\s*[-\u2013]\s*\d{1,2}\s*([ap])\.?\s?m\b", re.I)  # the first of two hours
FULL_DAY = re.compile(r"\b24[ -]?h(?:ou)?rs?\b", re.I)
DAY_WORD = re.compile(
    r"dygn|diennakt|denono\u010d|\u0434\u0435\u043d\u043e\u043d\u043e\u0449|\u0441\u0443\u0442\u043a|\u0434\u043e\u0431|d\u00f8gn|doba|dobie|etmaal|vuorokau",
    re.I,
)
GLUED = re.compile(r"(?<!\S)\d{1,2}[.)][^\W\d_]{2}")
PARTY = re.compile(r"\b([123])(?:st|nd|rd)[ -]part(?:y|ies)\b", re.I)
MILITARY = re.compile(r"[01]\d[0-5]\d|2[0-3][0-5]\d")
DAY = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec)\.?\s\d{1,4}\b|\b\d{1,2}\s(January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
NAMED = re.compile(r"[A-Z][\w-]*[\s\u00a0(\"*]+$")
WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|first|second|third|fourth|fifth|once|twice|"
    r"half|double|both|single|hundred|thousand|a couple|triple|pair|several|quarter|zero|no\.)\b", re.I
)  # fmt: skip
DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")


def check(pair: Pair) -> Iterator[Finding]:
    """Numbers of each aligned block, as quantities."""
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.kind in ("code", "directive") or b.kind in ("code", "directive"):
            continue
        if len(bead.source) == len(bead.target) == 1:
            text_a, text_b = a.text, b.text
            if b.marker is not None and a.marker is None and b.marker.ordered:  # its number was meant as text
                text_b = pair.target.source_text(b.marker.start, b.start) + text_b
        else:
            text_a, text_b = _text(bead.source), _text(bead.target)
        found_a, measured, dated = _figures(text_a)
        if measured:
            yield from _units(pair, bead, text_a, text_b)
        if dated and pair.source.locale.startswith("en"):
            yield from _months(pair, bead, text_a, text_b)
        if found_a != DIGITS.findall(text_b):
            yield from _compare(pair, bead, text_a, text_b)


@lru_cache(maxsize=4096)
def _figures(text: str) -> tuple[list[str], bool, bool]:
    """The digits of a source text, whether it has units, and dates. It is asked once for all locales."""
    found = DIGITS.findall(text)
    return found, "%" in text or bool(found and found_unit(text)), bool(found and DAY.search(text))


def _written(text: str, unit: str) -> str:
    """A unit as a text writes it."""
    return next((found for found in found_unit(text) if found.lower() == unit), unit)


def found_unit(text: str) -> list[str]:
    """The units that stand behind numbers in a text."""
    return [match.group(1) for match in UNIT.finditer(text)]


def _units(pair: Pair, bead: Bead, source: str, target: str) -> Iterator[Finding]:
    """Units of the source that the translation lacks: the per cent sign, bytes, times, lengths."""
    percents = len(PERCENT_SOURCE.findall(source)), len(PERCENT.findall(target))
    if percents[0] > percents[1]:
        yield _report(pair, bead, UNIT_LOST, 'The unit "{there}" of the source is missing here.', "", "%")
        return
    there, here = Counter(map(str.lower, found_unit(source))), Counter(map(str.lower, found_unit(target)))
    if (
        there
        and sum(there.values()) == sum(here.values())
        and (lost := list(there - here))
        and (new := list(here - there))
    ):
        yield _report(
            pair, bead, UNIT_LOST, 'The unit "{here}" stands for "{there}" of the source.', _written(target, new[0]), _written(source, lost[0])
        )  # fmt: skip
        return
    for unit in dict.fromkeys(found_unit(source)):
        known = UNITS.get(unit.lower(), unit)
        if not re.search(rf"(?:{known})", target, re.I if len(unit) > 1 else 0):
            yield _report(pair, bead, UNIT_LOST, 'The unit "{there}" of the source is missing here.', "", unit)
            return


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)


def _compare(pair: Pair, bead: Bead, source: str, target: str) -> Iterator[Finding]:
    s, t = quantities(source, english=pair.source.locale.startswith("en")), quantities(target)
    missing: list[tuple[str, frozenset[str]]] = []
    extra = list(t)
    for token, values in s:
        match = next((item for item in extra if item[1] & values), None)
        if match is not None:
            extra.remove(match)
        else:
            missing.append((token, values))
    if not missing and not extra:
        return
    everything = {value for _, values in t for value in values}
    repeated = [item for item in missing if item[1] & everything]  # said once instead of twice, or one of two lost
    missing = [item for item in missing if not item[1] & everything]
    allowed = _allowed(source, target)
    missing = [item for item in missing if not item[1] & allowed and not _parts(item[0]) <= everything]
    spoken = {value for _, values in s for value in values}
    extra = [item for item in extra if not item[1] & (allowed | spoken) and not _parts(item[0]) <= (allowed | spoken)]
    if GLUED.search(source):
        return  # the source meant a numbered list and forgot a space: the translation may have mended it
    if missing and extra:
        token, _ = missing[0]
        new = min(extra, key=lambda item: _distance(item[0], token))
        yield _report(pair, bead, CHANGED, "The number {here} stands for {there} of the source.", new[0], token)
        return
    lost = [item for item in missing if not _spelled(pair, source, target, item[0])]
    if lost:
        ordinal = re.search(rf"\b{re.escape(lost[0][0])}(?:st|nd|rd|th)\b", source)
        yield _report(
            pair,
            bead,
            CHANGED,
            "The number {there} of the source is missing here.",
            "",
            lost[0][0],
            INFO if ordinal else None,
        )
    elif repeated and extra and len(s) == len(t):
        new = min(extra, key=lambda item: _distance(item[0], repeated[0][0]))
        message = "The number {here} stands for {there} of the source."
        yield _report(pair, bead, CHANGED, message, new[0], repeated[0][0])
        return
    elif repeated and not extra and (gone := [item for item in repeated if not _small(item[0])]):
        message = "The number {there} stands more often in the source."
        yield _report(pair, bead, CHANGED, message, gone[0][0], gone[0][0], INFO)
    strange = [item for item in extra if not _small(item[0])]
    if strange and not missing and not WORDS.search(source):
        yield _report(pair, bead, EXTRA, "The source has no number {here} here.", strange[0][0], "")


def _spelled(pair: Pair, source: str, target: str, token: str) -> bool:
    """Whether a small number of the source may stand in the translation as a word."""
    if not _small(token):
        return False
    at = source.find(token)
    if NAMED.search(source[max(0, at - 24) : at]) and not source[at + len(token) : at + len(token) + 1].isalpha():
        return False  # Windows 10, Step 3: part of a name
    word = numeral(pair.locale, int(token))
    return word is None or word.search(target) is not None


def _months(pair: Pair, bead: Bead, source: str, target: str) -> Iterator[Finding]:
    """Months of the source's dates that the translation names neither by word nor by number."""
    for match in DAY.finditer(source):
        word = (match.group(1) or match.group(2)).lower()[:3]
        number = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word))
        pattern = month(pair.locale, number)
        if pattern is None or pattern.search(target) or word in target.lower():
            continue
        if not any(int(digits) == number for digits in DIGITS.findall(target) if len(digits) < 3):
            yield _report(pair, bead, DATE_LOST, 'The month of "{there}" is missing here.', "", match.group())
            return


def _report(
    pair: Pair, bead: Bead, rule: Rule, message: str, here: str, there: str, severity: Severity | None = None
) -> Finding:
    place, origin = _find(bead.target, here), _find(bead.source, there)
    return pair.finding(rule, message, place, origin, bead=bead, severity=severity, here=here, there=there)


def _find(blocks: Sequence[Block], token: str) -> tuple[int, int]:
    for block in blocks:
        at = block.text.find(token) if token else -1
        if at >= 0:
            start = block.offset(at)
            return start, start + len(token.encode())
    return blocks[0].start, blocks[-1].end


def _small(token: str) -> bool:
    return token.isdigit() and int(token) <= 12


def _distance(a: str, b: str) -> int:
    return abs(len(a) - len(b)) + sum(1 for x, y in zip(a, b, strict=False) if x != y)


@lru_cache(maxsize=2048)
def quantities(text: str, *, english: bool = False) -> list[tuple[str, frozenset[str]]]:
    """The numbers of a text in order, each with every value it can be read as."""
    found = []
    for match in TOKEN.finditer(text):
        token = match.group().rstrip(SPACES + ".,:'")
        if ":" in token or (token.count(".") == 2 and len(token.split(".")[-1]) == 4):
            found += [(part, frozenset((str(int(part)),))) for part in DIGITS.findall(token)]
            continue
        if token.count(".") > 2:
            continue
        if token[0] == "0" and MILITARY.fullmatch(token):
            found += [(part, frozenset((str(int(part)),))) for part in (token[:2], token[2:])]
            continue
        values = readings(token)
        if english and len(values) > 1 and "," in token:  # there a comma groups and does nothing else
            values = frozenset((str(int(re.sub(r"\D", "", token))),))
        tail = text[match.start() + len(token) : match.start() + len(token) + 14]
        for pattern, factor in MULTIPLIERS:
            if pattern.match(tail):
                values |= {_plain(Decimal(value) * factor) for value in values if value.replace(".", "", 1).isdigit()}
        found.append((token, values))
    return found


def readings(token: str) -> frozenset[str]:
    """The values that a number as written can have in some language."""
    groups = re.split(r"[^\d]+", token)
    marks = re.findall(r"[^\d]+", token)
    if len(token) > 60:
        return frozenset((token,))
    if not marks:
        return frozenset((str(int(token)),))
    values = set()
    if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and len(set(marks)) == 1:
        values.add(str(int("".join(groups))))
    if marks[-1] in ".,\u066b" and (
        len(marks) == 1 or (marks[-1] not in marks[:-1] and all(len(g) == 3 for g in groups[1:-1]))
    ):
        values.add(_plain(Decimal("".join(groups[:-1]) + "." + groups[-1])))
    if len(marks) > 1 and not values:
        values.add(".".join(str(int(group)) for group in groups))
    return frozenset(values or {".".join(groups)})


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _parts(token: str) -> set[str]:
    """The whole numbers in a token: a date written with dots is three."""
    parts = DIGITS.findall(token)
    return {str(int(part)) for part in parts} if len(parts) > 1 else {token}


def _allowed(source: str, target: str) -> set[str]:
    """Values that may come or go: months, clock times, number words."""
    allowed: set[str] = set()
    for match in CLOCK.finditer(source):
        hour = int(match.group(1))
        allowed |= {str(hour), str((hour % 12) + (12 if match.group(3).lower() == "p" else 0)), "0", "24", "12"}
    for match in CLOCK.finditer(target):
        hour = int(match.group(1))
        allowed |= {str((hour % 12) + (12 if match.group(3).lower() == "p" else 0)), str(hour), "0"}
    for match in CLOCKS.finditer(source):
        allowed |= {str(int(match.group(1)) % 12 + (12 if match.group(2).lower() == "p" else 0)), match.group(1)}
    if FULL_DAY.search(source) and DAY_WORD.search(target):
        allowed.add("24")
    for match in PARTY.finditer(source):
        allowed.add(match.group(1))
    for match in MONTH.finditer(source):
        word = match.group().lower()[:3]
        allowed.add(str(next(i for i, month in enumerate(MONTHS, 1) if month.startswith(word))))
    if DATE.search(source):
        allowed |= {
            str(part)
            for match in DATE.finditer(source)
            for part in map(int, DIGITS.findall(match.group()))
            if part <= 12
        }
    if WORDS.search(source):
        allowed |= {str(number) for number in range(21)} | {"100", "1000", "50", "0.5", "24"}
    return allowed


FAMILY = Family((CHANGED, EXTRA, DATE_LOST, UNIT_LOST), pair=check)
