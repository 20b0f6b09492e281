"""Numbers that a translation tells in words: small ones, round ones, one and a half."""

from __future__ import annotations

import re

from facingpages.languages import language
from facingpages.languages.numerals import says
from facingpages.languages.spoken import halves, tells
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.converted import Item
from facingpages.rules.quantities import MOST
from facingpages.rules.spans import is_roman

WHOLE = late(r"\d{2,15}|\d{1,3}(?:,\d{3}){1,4}")
LONGEST = 12  # digits of a number that has a word
SMALL = 12  # numbers that every language tells in words
NAMED = late(r"[A-Z][\w-]*[\s\u00a0(\"*]+$")


def is_spelled(pair: Pair, source: str, target: str, item: Item) -> bool:
    """Whether a small number of the source may stand in the translation as a word."""
    token = item[0]
    if not is_small(token):
        return is_in_words(pair, source, target, item)
    at = source.find(token)
    name = NAMED.search(source[max(0, at - 24) : at])
    if name and not source[at + len(token) : at + len(token) + 1].isalpha():
        kept = name.group().strip(' \u00a0("*')
        if re.search(rf"\b{re.escape(kept)}\b", target):
            return False  # Windows 10: part of a name; Step 3 is not, as Step was translated
    word = language(pair.locale).numeral(int(token))
    return word is None or word.search(target) is not None or is_roman(int(token), source, target)


def is_in_words(pair: Pair, source: str, target: str, item: Item) -> bool:
    """Whether a number beyond twelve, or one and a half, stands in the translation in words."""
    token, values = item
    if is_small(token):
        return False
    own = language(pair.locale)
    whole = int(token.replace(",", "")) if WHOLE.fullmatch(token) else 0
    scaled = {int(value) for value in values if value.isdigit() and len(value) <= LONGEST}  # 100 million among them
    return (
        tells(own, whole, target)
        or (token.endswith(".5") and halves(own, target))
        or any(one > SMALL and says(own, one, target) for one in {whole, *scaled})
        or (whole > SMALL and is_roman(whole, source, target))
    )


def is_small(token: str) -> bool:
    """Whether every language has a word for a number."""
    return token.isdigit() and len(token) <= MOST and int(token) <= SMALL
