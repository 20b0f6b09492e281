"""What stands before a number, or between two: a minus, a comparison, the order of a ratio, which of two is the least."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from facingpages.languages import Language
from facingpages.languages.spoken import limits, negative
from facingpages.late import late

NUMBER = r"\d{1,40}(?:[.,\u066b\u066c]\d{1,40}){0,4}"
# A minus stands at its number, with a blank or a bracket before it: no hyphen, no range, no item of a list.
MINUS = late(rf"(?:(?<![\S])|(?<=[(\[=<>:,~\u2248\"'/\u201c]))(?<!\d )[-\u2212]({NUMBER})(?![\w%]?[-:/]|[^\W\d_])")
ANY_MINUS = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d\u2796"
BESIDE = (
    " \u00a0\u200e\u200f\u061c\u2066\u2067\u2068\u2069$\u20ac\u00a3"  # what may stand between a sign and its number
)
HERE = late(NUMBER)
FAR = 18  # characters between a word for minus and its number
DIGIT = late(r"\d")
TURNED = late(r"(?<![\d.,:/x\u00d7])(\d{1,5})[ \u00a0]?([:x\u00d7])[ \u00a0]?(\d{1,5})(?![\d:x\u00d7]|[.,]\d)")
# Not behind a number, as two may stand in either order: 1 < 2 is 2 > 1.
OPERATOR = late(rf"(?<![<>=\-])(<=|>=|[<>\u2264\u2265\uff1c\uff1e])[ \u00a0]?[vV]?({NUMBER})")
PLAIN = str.maketrans({"\u2264": "<", "\u2265": ">", "\uff1c": "<", "\uff1e": ">", "=": None})
PAIR = 2
MOST = 40  # numbers of a block so written, beyond which it is a table of data


def other_sign(source: str, target: str, own: Language) -> tuple[str, str] | None:
    """A number that lost its minus or changed its comparison, or a ratio that was turned: as written here and there."""
    return _lost_minus(source, target, own) or _other_comparison(source, target) or _turned(source, target)


def exchanged_limits(source: str, target: str, origin: Language, own: Language) -> tuple[str, str] | None:
    """The two numbers of a text of which one is the least and one the most, where each is the other here."""
    there = _limits(source, origin)
    here = _limits(target, own) if there else None
    if there is None or here is None or there[0] == here[0] or there[::-1] != here:
        return None
    numbers = [match.group() for match in HERE.finditer(target)]
    return numbers[0], next(
        match.group() for match in HERE.finditer(source) if _digits(match.group()) != _digits(numbers[0])
    )


@lru_cache(maxsize=4096)
def _limits(text: str, own: Language) -> tuple[str, str] | None:
    """The least and the most that a text tells with its only two numbers, each by its digits: the first by the first word."""
    numbers = [_digits(match.group()) for match in islice(HERE.finditer(text), PAIR + 1)]
    if len(numbers) != PAIR or numbers[0] == numbers[1] or (said := limits(own)) is None:
        return None
    words = [str(match.lastgroup) for match in islice(said.finditer(text), PAIR + 1)]
    if sorted(words) != ["least", "most"]:
        return None
    return (numbers[0], numbers[1]) if words[0] == "least" else (numbers[1], numbers[0])


def _lost_minus(source: str, target: str, own: Language) -> tuple[str, str] | None:
    there = _negative(source)
    if not there or not own.minus:
        return None
    all_there = Counter(_digits(match.group()) for match in islice(HERE.finditer(source), MOST))
    here = [(_digits(match.group()), match) for match in islice(HERE.finditer(target), MOST)]
    all_here = Counter(digits for digits, _ in here)
    for digits, written in there.items():
        if all_here[digits] != all_there[digits]:
            continue  # told as what it is
        bare = [match for value, match in here if value == digits and not _is_negative(target, match, own)]
        if bare and len(bare) > all_there[digits] - len(written):
            return bare[0].group(), written[0]
    return None


@lru_cache(maxsize=4096)
def _negative(source: str) -> Mapping[str, Sequence[str]]:
    """The numbers of a source that have a minus, by their digits. It is asked once for all locales."""
    found: dict[str, list[str]] = {}
    for match in islice(MINUS.finditer(source), MOST) if "-" in source or "\u2212" in source else ():
        found.setdefault(_digits(match.group(1)), []).append(match.group())
    return found


def _is_negative(text: str, number: re.Match[str], own: Language) -> bool:
    before = text[max(0, number.start() - FAR) : number.start()]
    behind = text[number.end() : number.end() + FAR]
    signs = before.rstrip(BESIDE)[-1:], behind[:1]
    if any(sign and sign in ANY_MINUS for sign in signs):
        return True
    words = negative(own)
    return words is not None and words.search(f"{before}\n{behind}") is not None


def _other_comparison(source: str, target: str) -> tuple[str, str] | None:
    """A number that another sign compares than in the source, whose own no number of its digits has here."""
    there = _compared(source)
    here = _compared(target) if there else {}
    for digits, signs in there.items():
        if len(signs) == 1 and len(others := here.get(digits, {})) == 1 and not signs.keys() & others.keys():
            return next(iter(others.values())), next(iter(signs.values()))
    return None


@lru_cache(maxsize=4096)
def _compared(text: str) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for match in islice(OPERATOR.finditer(text), MOST):
        before = text[max(0, match.start() - FAR) : match.start()].split()[-1:]
        if before and DIGIT.search(before[0]):
            continue
        found.setdefault(_digits(match.group(2)), {})[match.group(1).translate(PLAIN)] = match.group()
    return found


def _turned(source: str, target: str) -> tuple[str, str] | None:
    """A ratio or a size whose numbers changed places: 3:1 as 1:3."""
    there, here = _pairs(source), _pairs(target)
    for (first, last), written in there.items() if here else ():
        if first != last and (last, first) in here and (first, last) not in here and (last, first) not in there:
            return here[last, first], written
    return None


@lru_cache(maxsize=4096)
def _pairs(text: str) -> Mapping[tuple[int, int], str]:
    return {(int(match.group(1)), int(match.group(3))): match.group() for match in islice(TURNED.finditer(text), MOST)}


def _digits(number: str) -> str:
    """A number by its digits alone, whatever groups or parts them."""
    return "".join(str(int(sign)) for sign in number if sign.isdigit())
