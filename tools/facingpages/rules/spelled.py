"""A number that the source spells and the translation writes in figures, as another one: twelve as 21."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from facingpages.languages import Language
from facingpages.rules.converted import Item, unconverted
from facingpages.rules.matching import overlapping
from facingpages.rules.quantities import quantities
from facingpages.rules.spans import retimed

LEAST = 3  # one and two are said for much else: a couple, both, once
HALF_A_DAY = 12  # hours


def respelled(
    source: str, target: str, origin: Language, own: Language, here: set[str], extra: Sequence[Item]
) -> tuple[str, str] | None:
    """The one number that the source lacks and the word for which it stands, where the source counts by no other.

    A word that the translation has as well, in figures or in words, is none that the number stands for.
    """
    if len(extra) != 1 or not extra[0][0].isdigit() or not origin.counts(source):
        return None
    words = [(found, values) for word, values in _words(origin) for found in word.finditer(source)]
    if len(words) != 1:
        return None
    found, values = words[0]
    number, (token, here_as) = _cardinals(origin).get(found.group().lower(), 0), extra[0]
    if number < LEAST or not here.isdisjoint(values) or str(number + HALF_A_DAY) in here_as:
        return None  # at seven is 19, too
    known = own.numeral(number)
    if known is None or known.search(target) or found.group().lower() in target.lower():  # it is part of a name
        return None
    figures = source[: found.start()] + str(number) + source[found.end() :]  # ten million, three hours, ten miles
    s, t = quantities(figures, origin.code), quantities(target, own.code, origin.code)
    lost, new = overlapping(s, t, lambda item: item[1])
    lost, new = unconverted(figures, target, lost, new, s)
    lost, new = retimed(figures, target, origin, own, lost, new)
    return (token, found.group()) if lost and any(item[0] == token for item in new) else None


@cache
def _words(own: Language) -> Sequence[tuple[re.Pattern[str], Sequence[str]]]:
    return [(re.compile(rf"\b(?:{word})\b", re.I), values) for word, values in own.number_words.items()]


@cache
def _cardinals(own: Language) -> dict[str, int]:
    """The words that count: the first that a value has, so three, but no third or triple; half has several."""
    plain = ((words.split("|")[0], values) for words, values in own.number_words.items() if len(values) == 1)
    return {word: int(values[0]) for word, values in plain if values[0].isdigit()}
