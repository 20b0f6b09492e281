"""Lengths, weights and degrees of English-speaking countries, told in the units that readers elsewhere know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from facingpages.late import late

Item: TypeAlias = tuple[str, frozenset[str]]  # a number as it is written, and what it may stand for

# What one of them is in centimetres, metres, kilometres, grams, kilograms, millilitres or litres, by the yard and pound
# of 1959 and the gallon of the United States.
FACTORS = {
    "fl oz": (29.57, 0.02957), "oz": (28.35, 0.02835), "lb": (0.4536, 453.6), "mph": (1.609,), "mi": (1.609,),
    "in": (2.54, 25.4), "ft": (0.3048, 30.48), "yd": (0.9144,), "gal": (3.785,), "cup": (236.6, 2.366, 240),
    "tbsp": (14.79,), "tsp": (4.929,), "pint": (0.4732, 473.2), "quart": (0.9464,), "acre": (0.4047, 4047),
}  # fmt: skip
MEASURE = late(
    r"(?<![\w.])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)[\s\u00a0-]?"
    r"(?:(?P<F>\u00b0\s?F|degrees F)|(?P<unit>fl\.? ?oz|oz|ounces?|lbs?|pounds?|mph|miles?|inch(?:es)?|in(?=[.,;)])|ft|feet|foot|yards?|gallons?|cups?|tbsp|tablespoons?|tsp|teaspoons?|pints?|quarts?|acres?)\b)"
)
SIDES = late(
    r"(?<![\w.])(?P<number>\d{1,4})(?: ?[x\u00d7] ?| by )\d+(?:\.\d+)?[\s\u00a0-]?(?:feet|ft|foot|inch(?:es)?)\b"
)
TALL = late(r"(?<!\w)(?P<feet>\d)['\u2019\u2032](?P<inches>\d{1,2})[\"\u201d\u2033]")
# By the smallest of each kind: 7 dl is 700 ml.
METRIC = {
    "ml": 1,
    "cl": 10,
    "dl": 100,
    "l": 1000,
    "mm": 10,
    "cm": 100,
    "m": 10_000,
    "km": 10_000_000,
    "g": 1,
    "kg": 1000,
}
KINDS = ({"ml", "cl", "dl", "l"}, {"mm", "cm", "m", "km"}, {"g", "kg"})
SIGN = late(r"(?<![\w.,])(\d{1,6}(?:[.,]\d{1,3})?)[\s\u00a0]?(ml|cl|dl|l|mm|cm|m|km|g|kg)\b", re.I)
MOST = 20  # measures of one text
NEARLY = 0.06  # people round


def unconverted(
    source: str, target: str, missing: Sequence[Item], extra: Sequence[Item], said: Sequence[Item]
) -> tuple[list[Item], list[Item]]:
    """What is left of the numbers that a translation lacks, and of those that its source lacks, without conversions.

    What the source says in both units, `said` among its numbers, a translation need not.
    """
    left, new = list(missing), list(extra)
    lost = frozenset(missing)
    scaled = list(_in_other_metric(source, target)) if missing else []
    both = [item for item in said if item not in lost]
    for written, values in islice(_measured(source), MOST) if missing else ():
        gone = [item for item in left if item[0] in written]
        same = next((item for item in new if any(_is_near(value, item) for value in values)), None)
        if same is not None and len(gone) == len(written):
            new.remove(same)
        if len(gone) == len(written) and (same or any(_is_near(value, item) for value in values for item in both)):
            left = [item for item in left if item not in gone]
    for written, other in scaled:  # behind those that are told in it: 3 cups (700 ml) as 7 dl
        left = [item for item in left if item[0] != written]
        new = [item for item in new if item[0] != other]
    return left, new


def _in_other_metric(source: str, target: str) -> Iterator[tuple[str, str]]:
    """The measures of a source in metric units that its translation tells in other such units, without rounding."""
    there, here = ([*islice(SIGN.finditer(text), MOST)] for text in (source, target))
    for one, other in ((one, other) for one in there for other in here):
        units = one[2].lower(), other[2].lower()
        values = [
            float(match[1].replace(",", ".")) * METRIC[unit] for match, unit in zip((one, other), units, strict=True)
        ]
        if units[0] != units[1] and values[0] == values[1] and any(kind.issuperset(units) for kind in KINDS):
            yield one[1], other[1]


def _measured(text: str) -> Iterator[tuple[Sequence[str], Sequence[float]]]:
    """The measures in a text: the numbers of each as they are written, and what it may be elsewhere."""
    for match in MEASURE.finditer(text):
        number = float(match["number"].replace(",", ""))
        if match["F"]:
            yield (match["number"],), ((number - 32) / 1.8,)
            continue
        unit = match["unit"].replace(".", "").replace("floz", "fl oz").replace("feet", "ft").replace("foot", "ft")
        unit = unit.replace("ounce", "oz").replace("pound", "lb").replace("yard", "yd").replace("mile", "mi")
        unit = unit.replace("tablespoon", "tbsp").replace("teaspoon", "tsp")
        factors = next((some for name, some in FACTORS.items() if unit.startswith(name)), ())
        yield (match["number"],), [number * factor for factor in factors]
    for match in SIDES.finditer(text):
        yield (match["number"],), [int(match["number"]) * factor for factor in (0.3048, 30.48, 2.54)]
    for match in TALL.finditer(text):
        tall = int(match["feet"]) * 30.48 + int(match["inches"]) * 2.54
        whole = match.group()[:-1]  # an apostrophe may group digits: that is read as one number
        yield (whole,) if "\u2032" not in whole else (match["feet"], match["inches"]), (tall, tall / 100)


def _is_near(value: float, item: Item) -> bool:
    numbers = (float(one) for one in item[1] if one.replace(".", "", 1).isdigit())
    return any(abs(number - value) <= NEARLY * abs(value) for number in numbers)
