"""Numbers of a text as quantities: every value that what is written can have in some language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from facingpages.languages import language
from facingpages.languages.spoken import multiplied
from facingpages.late import late
from facingpages.rules.literal_kinds import HASH
from facingpages.seldom import Decimal

DIGITS = late(r"\d\d*")  # as in `align/features`
SPACES = "\u0020\u00a0\u2007\u2009\u202f"
# It is looked for by its first digit, behind which stands what must be before that.
TOKEN = late(
    rf"\d(?:(?:(?<![A-Za-z0-9_]\d)|(?<=\bR[Mps]\d)|(?<=\bkr\d)|(?<=\bFY\d))(?<![A-Za-z0-9_][.#_/]\d)"
    rf"|(?<=[A-Za-z0-9]/\d)(?=\d?:\d\d(?![\d:]))|(?<=\d[hH]\d)(?=\d(?!\d|[.,]\d)))\d*(?:[{SPACES}]\d{{3}}(?!\d)|[.,'\u2019:]\d+|\u066b\d+|\u066c\d+)*"
)  # fmt: skip
# Seven signs are what git shows of a commit. What has digits only may be a number: seven million.
BUILD = late(r"(?<=\d)\+[0-9A-Za-z.\\-]*[A-Za-z][0-9A-Za-z.\\-]*")  # of a version: 1.0.0+21AF26D3
# A telephone number, which every country groups in its own way: what counts is its digits.
PHONE = late(rf"(?<![\w+])\+\d{{1,3}}(?:[{SPACES}./()\u2010\u2011\u2013-]{{1,3}}\d{{1,12}}){{2,7}}(?![\w%])")
SHORTEST = 8  # digits of one
RAISED = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b", "0123456789-")
POWER = late("(?<=[0-9])[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b]+")  # 2³² is 2^32
NAMING = late(r"(?:FA|D|G)\b")
MANUAL = late(r"(?<=[a-z]\()\d(?=\))")  # the part of the manual that a command is in: `grep(1)`
ENUMERATED = late(r"\d{1,3}(?:,\d{1,3}){2,}")
MILITARY = late(r"[01]\d[0-5]\d|2[0-3][0-5]\d")
# A version that ends in a zero: as a number it would be the same without.
VERSION = late(r"(?:\b[vV]ersions?|\b[A-Z][\w-]*)[\s\u00a0]+[vV]?(\d+\.[1-9]\d*0)(?![\d%]|\.\d|[\s\u00a0]?[A-Z]{2}\b)")
ISO = late(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")
SCALE = late(r"[\s\u00a0-]?(?=[^\W\d_])[^\s.,;:!?()]{1,14}")
REST = late(
    r"\s?[-\u2013\u2014~\uff5e\u301c\u81f3\u5230]\s?\d+(?:[.,]\d+)*(?!\d)"
)  # of a range, behind where it begins
LONGEST = 2  # signs of a word between two parts of a number
MOST = 60  # signs of a number; what is longer is but a run of digits
TAIL = 14  # characters behind a number in which a word multiplies it
INDIAN = late(r"\d{1,2}(?:[,\u066c]\d\d)+[,\u066c]\d{3}")


BEFORE = 100  # characters before a number in which an era may be named


@lru_cache(maxsize=2048)
def quantities(text: str, locale: str, origin: str = "") -> list[tuple[str, frozenset[str]]]:
    """The numbers of a text in order, each with every value it can be read as.

    `origin` is the locale of the source, whose signs (100K) a translation may keep.
    """
    grouped = language(locale).comma_groups
    found: list[tuple[str, frozenset[str]]] = []
    before: tuple[int, int, Decimal] | None = None  # a number right before, by what it is multiplied: 1万2千 is one
    text = HASH.sub(lambda match: "#" * len(match.group()), text)  # no digit of it counts anything
    text = BUILD.sub(lambda match: "#" * len(match.group()), text)
    if "+" in text:
        text = PHONE.sub(lambda match: _called(match.group(), found), text)
    text = POWER.sub(lambda match: "^" + match.group().translate(RAISED), text)
    for match in TOKEN.finditer(text):
        token = match.group().rstrip(SPACES + ".,:'")
        if len(token) == 1 and (NAMING.match(text, match.start() + len(token)) or MANUAL.match(text, match.start())):
            continue  # 2FA, 3D, 5G, grep(1): part of a name
        if len(token) > MOST:
            found.append((token, readings(token)))
            continue
        if ":" in token or (token.count(".") == 2 and len(token.split(".")[-1]) == 4) or _is_enumerated(token):
            found += [(part, frozenset((str(int(part)),))) for part in DIGITS.findall(token)]
            continue
        if token.count(".") > 2:
            continue
        if token[0] == "0" and MILITARY.fullmatch(token):
            found += [(part, frozenset((str(int(part)),))) for part in (token[:2], token[2:])]
            continue
        values = readings(token)
        if grouped and len(values) > 1 and "," in token:  # there a comma groups and does nothing else
            values = frozenset((str(int(re.sub(r"\D", "", token))),))
        tail = text[match.start() + len(token) : match.start() + len(token) + TAIL]
        if rest := REST.match(text, match.start() + len(token)):  # 5-10 million, 500-1000万: both ends are multiplied
            tail = tail if tail[:1].isalpha() else text[rest.end() : rest.end() + TAIL]
        for factor in _factors(tail, locale, origin) if tail.lstrip(" \u00a0-+")[:1].isalpha() else ():
            values |= {_plain(Decimal(value) * factor) for value in values if value.replace(".", "", 1).isdigit()}
        if before is not None and (whole := _joined(text[before[0] : match.start()], before, values, tail, locale)):
            found[-1] = (found[-1][0], found[-1][1] | {_plain(whole)})
            before = None
            continue
        factor = next(_factors(tail, locale), 0) if tail[:1].isalpha() and token.isdigit() else 0
        before = (match.start() + len(token), factor, Decimal(token) * factor) if factor else None
        found.append(
            (token, values.union(_as_meant(values, locale, text[max(0, match.start() - BEFORE) : match.start()], tail)))
        )
    found += [(word, frozenset((str(year),))) for word, year in language(locale).first_years(text)]
    return found


def _called(number: str, found: list[tuple[str, frozenset[str]]]) -> str:
    """Take a telephone number for one, by its digits; what is left of it to look at."""
    digits = "".join(DIGITS.findall(number.replace("(0)", "")))  # which is dialled at home only
    if len(digits) < SHORTEST:
        return number
    found.append((number, frozenset((digits,))))
    return "#" * len(number)


def _is_enumerated(token: str) -> bool:
    """Whether commas part several numbers, 2,4,8,16, and not the thousands of one: some have one digit."""
    return ENUMERATED.fullmatch(token) is not None and any(len(part) == 1 for part in token.split(",")[1:])


def turned_date(source: str, target: str) -> tuple[str, str] | None:
    """A day as machines write it whose month and day changed places: how it is written here and there."""
    there, here = ISO.findall(source), ISO.findall(target)
    lost = [day for day in there if day not in here]
    new = [day for day in here if day not in there]
    return (new[0], lost[0]) if len(lost) == len(new) == 1 and sorted(lost[0]) == sorted(new[0]) else None


@lru_cache(maxsize=1024)
def scaled(text: str, locale: str, origin: str = "") -> dict[str, dict[int, str]]:
    """The numbers of a text that a word multiplies: by their digits, each such factor with both as they are written."""
    found: dict[str, dict[int, str]] = {}
    for match in TOKEN.finditer(text):
        word = SCALE.match(text, match.end()) if len(match.group()) <= MOST else None
        tail = text[match.end() : match.end() + TAIL]  # `mil millones` are two words
        for factor in _factors(tail, *filter(None, (locale, origin))) if word is not None else ():
            found.setdefault(min(readings(match.group())), {})[factor] = match.group() + word.group() if word else ""
    return found


def other_scale(source: str, target: str, origin: str, locale: str) -> tuple[str, str] | None:
    """A number that another word multiplies than in the source: how both are written here and there."""
    there, here = scaled(source, origin), scaled(target, locale, origin)
    for digits, factors in there.items():
        if (others := here.get(digits)) and not factors.keys() & others.keys():
            return next(iter(others.values())), next(iter(factors.values()))
    return None


def cut_version(source: str, target: str) -> tuple[str, str] | None:
    """A version that lost the zero it ends in: how it is written here and there."""
    for match in VERSION.finditer(source):
        short = match.group(1).rstrip("0")
        if match.group(1) not in target and re.search(rf"(?<![\d.]){re.escape(short)}(?![\d.]*\d)", target):
            return short, match.group(1)
    return None


def _as_meant(values: frozenset[str], locale: str, before: str, tail: str) -> Iterator[str]:
    """What else numbers stand for in a language: common years for those of its calendar, per cent for a discount."""
    own = language(locale)
    for value in values:
        if value.isdigit() and len(value) <= 4:
            yield from map(str, own.years(int(value), before))
        if value.replace(".", "", 1).isdigit() and (rebate := own.discounted(Decimal(value), tail)) is not None:
            yield _plain(rebate)


def _joined(
    between: str, before: tuple[int, int, Decimal], values: frozenset[str], tail: str, locale: str
) -> Decimal | None:
    """A number and the lower one that goes on behind the word between them, as in 1万2千 or 3억 5000만."""
    if not between.strip() or between.isascii() or multiplied(language(locale), between) != before[1]:
        return None
    plain = [Decimal(value) for value in values if value.isdigit()]
    own = next(_factors(tail, locale), 1) if tail[:1].isalpha() else 1
    rest = min(plain, default=Decimal(0)) * own
    return before[2] + rest if 0 < rest < before[1] and len(between.strip()) <= LONGEST else None


def _factors(tail: str, *locales: str) -> Iterator[int]:
    """What multiplies the number that stands before a text."""
    found = {multiplied(language(locale), tail) for locale in locales}
    yield from sorted(factor for factor in found if factor)


def readings(token: str) -> frozenset[str]:
    """The values that a number as written can have in some language."""
    groups = re.split(r"[^\d]+", token)
    marks = re.findall(r"[^\d]+", token)
    if len(token) > MOST:
        return frozenset((token,))
    if not marks:
        return frozenset((_padded(token),))
    values = set()
    if len(marks) > 1 and len(set(marks)) == 1 and INDIAN.fullmatch(token):
        values.add(str(int("".join(groups))))
    if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and len(set(marks)) == 1:
        values.add(str(int("".join(groups))))
    if marks[-1] in ".,\u066b" and (
        len(marks) == 1 or (marks[-1] not in marks[:-1] and all(len(g) == 3 for g in groups[1:-1]))
    ):
        values.add(_plain(Decimal("".join(groups[:-1]) + "." + groups[-1])))
    if len(marks) > 1 and not values:
        values.add(".".join(str(int(group)) for group in groups))
    return frozenset(values or {".".join(groups)})


def _padded(token: str) -> str:
    """A whole number in plain digits; one filled up with zeros (00000001) keeps them, as it is no quantity."""
    plain = str(int(token))
    return plain if len(token) < 4 or int(token[:2]) else plain.zfill(len(token))


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
