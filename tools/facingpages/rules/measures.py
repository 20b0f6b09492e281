"""Units behind numbers - per cent, bytes, times, lengths, money - in the ways in which languages write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from facingpages.finding import Finding
from facingpages.languages import Language, language
from facingpages.languages.spoken import KIND_OF, amounts, amounts_of, names_time
from facingpages.late import late
from facingpages.rules.fractions import told_in_parts
from facingpages.rules.money import HINT as MONEY
from facingpages.rules.money import exchanged

UNIT = late(r"\d[\s\u00a0]?(KB|MB|GB|TB|kB|Kbps|Mbps|Gbps|GHz|MHz|kHz|ms|km|kg|cm|mm|px)(?![A-Za-z0-9_])")
# As most languages of Latin or Cyrillic script write them; what else a language writes is in its file.
UNITS = {
    "kb": "kb(?!m)|kib|kilo", "mb": "mb(?!m)|mib|mega", "gb": "gb(?!m)|gib|giga", "tb": "tb(?!m)|tib|tera", "ms": r"ms(?![a-z])|mil[il]+s", "km": "km|kil", "kg": "kg|kil",
    "px": "px|pix", "mbps": "mbps|mbit|mb/s|\u043c\u0431[\u0438\u0456]\u0442", "gbps": "gbps|gbit|gb/s", "kbps": "kbps|kbit|kb/s",
}  # fmt: skip
PER_CENT = late(r"\d[\s\u00a0]?%")
WHOLLY = late(r"(?<![\w.,])100[ \u00a0]?%(?=[ \u00a0][a-z])")
ALL_OF = late(r"(?<![\w.,])100[ \u00a0]?%[ \u00a0](?!(?:of|in|on|at|to|for|and|or|if|when|as)\b)[a-z]")
PERCENT = late(r"\d[\s\u00a0\u202f-]?[%\uff05\u066a]|%[\s\u00a0]?\d")  # 95-%-Intervall
FIGURE = late(r"\d")
NUMBER = late(r"\d+(?:[.,]\d+)*")
# What stands between two numbers of one unit, told once: `10 bis 30 %`, `10, 20 und 30 %`, `4 \uff5e 16\uff05`.
BETWEEN = late(
    r"-[^\W\d_]{1,4}[\s\u00a0\u202f]|[\s\u00a0\u202f]?(?:,|[-\u2013\u2014~\uff5e\u301c\u81f3\u5230]|[^\W\d_]{1,7})[\s\u00a0\u202f]?"
)


def is_measured(text: str, locale: str, *, has_digits: bool) -> bool:
    """Whether a text has units at all."""
    return "%" in text or (
        has_digits and bool(MONEY.search(text) or UNIT.search(text) or amounts(language(locale), text))
    )


def is_wholly(source: str, token: str) -> bool:
    """Whether a number says but that something is wholly so: `100% free`."""
    return token == "100" and ALL_OF.search(source) is not None and source.count(token) == 1


def lost_unit(source: str, target: str, origin: str, locale: str) -> tuple[str, str, str] | None:
    """The first unit of a text that its translation lacks: `missing` or `changed`, how it is written here and there."""
    if (unit := _other_unit(source, target, language(origin), language(locale))) is not None:
        return "changed", *unit
    words = language(locale).percents
    told = len(PERCENT.findall(target)) + (len(words.findall(target)) if words else 0)
    if "100" not in target:  # `100% safe`: wholly so
        source = WHOLLY.sub("", source)
    untold = len(PER_CENT.findall(source)) - told
    if untold > 0 and untold > _shared(target, words) + told_in_parts(source, target, language(locale)):
        return "missing", "", "%"
    written, other = UNIT.findall(source), UNIT.findall(target)
    if written and len(written) == len(other):
        there, here = Counter(map(str.lower, written)), Counter(map(str.lower, other))
        lost, new = list(there - here), list(here - there)
        if lost and new:
            return "changed", _as_in(other, new[0]), _as_in(written, lost[0])
    if (currency := exchanged(source, target)) is not None:
        return "changed", *currency
    for name in dict.fromkeys(written):
        sign = name.lower()
        own = language(locale).unit(sign)
        if not re.search(UNITS.get(sign, sign), target, re.I) and not (own and own.search(target)):
            return "missing", "", name
    return None


def _shared(text: str, words: re.Pattern[str] | None) -> int:
    """How many numbers of a text are per cent by the sign or word behind another, with which they stand together."""
    count, unit, following = 0, False, len(text)
    for match in reversed(list(NUMBER.finditer(text))):
        rest = text[match.end() : match.end() + 20]
        if PERCENT.match(text, match.end() - 1) or (words is not None and words.match(rest.lstrip(" \u00a0\u202f-"))):
            unit = True
        else:
            unit = unit and BETWEEN.fullmatch(text, match.end(), following) is not None
            count += unit
        following = match.start()
    return count


def without_units(told: Sequence[Finding], source: str) -> Iterator[Finding]:
    """What is told of a text, without a lost unit whose number is lost, too: it is one quantity."""
    gone = [one.values["there"] for one in told if one.rule == "number-changed" and not one.values["here"]]
    for one in told:
        unit = re.escape(one.values.get("there", ""))
        lost = one.rule == "number-unit" and not one.values["here"]
        if not lost or not any(re.search(rf"(?<!\d){re.escape(token)}[\s\u00a0]?{unit}", source) for token in gone):
            yield one


def _other_unit(source: str, target: str, origin: Language, own: Language) -> tuple[str, str] | None:
    """What is measured in another unit of its kind, with the same number: how the unit is written here and there."""
    there = amounts(origin, source)
    if not there or not FIGURE.search(target):
        return None
    kinds = dict.fromkeys(KIND_OF[unit] for _, unit, _ in there)
    told: dict[int, dict[str, str]] = {}
    for kind in kinds:
        for number, unit, word in amounts_of(own, kind, target):
            told.setdefault(number, {})[unit] = word
    for number, unit, word in there if told else ():
        same = told.get(number, {})
        other = next((name for name in same if KIND_OF[name] is KIND_OF[unit]), None)
        if other is not None and unit not in same and not names_time(own, unit, target):
            return same[other], word
    return None


def _as_in(written: list[str], unit: str) -> str:
    """A unit as a text writes it."""
    return next((found for found in written if found.lower() == unit), unit)
