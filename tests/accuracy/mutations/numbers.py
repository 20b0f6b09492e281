"""Damage to numbers, dates, times, units and versions."""

import re
from random import Random

from babel import Locale, UnknownLocaleError
from tests.accuracy.blocks import Block
from tests.accuracy.kinds import defect
from tests.accuracy.page import Mark
from tests.accuracy.pairs import Mutation, Pair, pick

INTEGER = r"(?<![\w.,:/\\-])\d{2,}(?![\w.,:/\\-]*\d)(?![\w/\\-])"

DECIMAL = r"(?<![\w.,:/\\-])\d+[.,]\d+(?![\w.,:/\\-]*\d)(?![\w/\\-])"

VERSION = r"(?<![\w.,/\\-])(?:v\d+(?:\.\d+)+|\d+\.\d+\.\d+)(?![\w/\\-]|\.\d)"


def _kept_digits(pair: Pair, pattern: str) -> list[tuple[Block, Mark]]:
    """Signs beside numbers, in blocks that hold as many of them as the source block."""
    found = []
    for block in pair.target.prose():
        ours = list(pair.target.words(pattern, block))
        if len(ours) == len(list(pair.source.words(pattern, pair.source_of(block)))):
            found += [(block, mark) for mark in ours]
    return found


@defect("number-digit-dropped", "number literal")
def number_digit_dropped(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.literals(INTEGER))
    return found and pair.change(*found, found[1].text[:-1])


@defect("number-digit-changed", "number literal")
def number_digit_changed(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.literals(INTEGER))
    if found is None:
        return None
    text = found[1].text
    place = rng.randrange(len(text))
    digit = rng.choice([d for d in "123456789" if d != text[place]])
    return pair.change(*found, text[:place] + digit + text[place + 1 :])


@defect("number-times-ten", "number literal")
def number_times_ten(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.literals(INTEGER))
    return found and pair.change(*found, found[1].text + "0")


@defect("number-point-shifted", "number literal")
def number_point_shifted(pair: Pair, rng: Random) -> Mutation | None:
    """87.74 becomes 877.4, whichever separator the locale writes."""
    found = []
    for block in pair.target.prose():
        theirs = {mark.text.replace(",", ".") for mark in pair.source.words(DECIMAL, pair.source_of(block))}
        for mark in pair.target.words(DECIMAL, block):
            if mark.text.replace(",", ".") in theirs and not re.fullmatch(r"\d+[.,]0+", mark.text):
                found.append((block, mark))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    new = re.sub(r"([.,])(\d)", r"\2\1", chosen[1].text, count=1).rstrip(".,")
    return pair.change(*chosen, new)


@defect("number-grouping-misread", "number literal")
def number_grouping_misread(pair: Pair, rng: Random) -> Mutation | None:
    """1 500 becomes 1,5: a separator of thousands taken for a decimal one, and the noughts dropped."""
    grouped = r"(?<![\w.,:/\\-])\d{1,3}[.,\u00a0\u202f ]\d00(?![\w.,:/\\-]*\d|[\w/\\-])"
    found = []
    for block in pair.target.prose():
        theirs = {re.sub(r"\D", "", mark.text) for mark in pair.source.words(grouped, pair.source_of(block))}
        found += [
            (block, m)
            for m in pair.target.words(grouped, block)
            if re.sub(r"\D", "", m.text) in theirs and not m.text.startswith("0") and "000" not in m.text
        ]
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, re.sub(r"\D", ",", chosen[1].text)[:-2])


@defect("number-deleted", "number literal")
def number_deleted(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, pair.literals(INTEGER))
    return found and pair.change(*found, "", lost=True)


@defect("unit-changed", "number literal")
def unit_changed(pair: Pair, rng: Random) -> Mutation | None:
    """GB becomes MB."""
    found = pick(rng, pair.literals(r"(?<=\d)[ \u00a0]?[KMGT]B\b"))
    if found is None:
        return None
    old = found[1].text[-2]
    return pair.change(*found, f"{found[1].text[:-2]}{rng.choice([unit for unit in 'KMGT' if unit != old])}B")


@defect("percent-sign-lost", "number literal")
def percent_sign_lost(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _kept_digits(pair, r"(?<=\d)[ \u00a0]?%(?!\w)"))
    return found and pair.change(*found, "")


@defect("currency-changed", "number literal")
def currency_changed(pair: Pair, rng: Random) -> Mutation | None:
    """The sign before or after the sum becomes another currency's."""
    found = pick(rng, _kept_digits(pair, r"(?<![A-Z])\$(?=\d)|(?<=\d)[ \u00a0]?(?:\$|USD\b)"))
    return found and pair.change(*found, found[1].text.replace("$", "€").replace("USD", "EUR"))


@defect("clock-time-changed", "number literal")
def clock_time_changed(pair: Pair, rng: Random) -> Mutation | None:
    """The hour of a time that both sides write alike."""
    found = pick(rng, pair.literals(r"(?<![\d:.])(?:1\d|2[0-3]|0?[1-9]):[0-5]\d(?![\d:])"))
    if found is None:
        return None
    hour, _, minute = found[1].text.partition(":")
    return pair.change(*found, f"{(int(hour) + rng.choice((1, 3, 5))) % 24}:{minute}")


@defect("version-changed", "number literal")
def version_changed(pair: Pair, rng: Random) -> Mutation | None:
    """Another one; without the zero that it ends in it is the same."""
    found = pick(rng, pair.literals(VERSION))
    if found is None:
        return None
    head, point, tail = found[1].text.rpartition(".")
    ways = [f"{head}{point}{int(tail) + 1}", head if head.count(".") else f"{head}{tail}", f"{head}. {tail}"]
    if tail == "0" and head.count("."):
        ways.remove(head)
    return pair.change(*found, rng.choice(ways))


@defect("date-lost", "number")
def date_lost(pair: Pair, rng: Random) -> Mutation | None:
    """Day and month are gone, the year stays; only where the source names the same day."""
    try:
        names = Locale.parse(pair.target.locale.replace("-", "_")).months["format"]["wide"].values()
    except (UnknownLocaleError, ValueError):
        return None
    month = "|".join(re.escape(name) for name in names)
    shapes = (
        rf"(?<!Windows )(\d{{1,2}})\.?\s+(?:de\s+)?(?:{month})(?=\s+(?:de\s+)?\d{{4}})",
        rf"(?<=gada )(\d{{1,2}})\.\s+(?:{month})\w*",
    )
    found = []
    for block in pair.target.of("paragraph", "item", "quote"):
        for shape in shapes:
            for mark in pair.target.words(shape, block):
                day = re.search(r"\d+", mark.text)
                if day and re.search(rf"\b{day[0]}(?:st|nd|rd|th)?\b", pair.source_text(block)):
                    found.append((block, mark))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, "", lost=True)
