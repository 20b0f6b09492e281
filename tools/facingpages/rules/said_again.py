"""Sentences that stand twice in a row, or long ones in a paragraph: a translator's slip, where a sentence was pasted over the next or below itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

STOPS = "\u3002\uff01\uff1f\u0964\u06d4"  # of writing that sets no blank behind one
ENCODED = tuple((stop, stop.encode()) for stop in STOPS)
SHORTEST, FEWEST = 12, 6  # letters of a sentence that says something; of a writing with a sign for a word
LONG, MANY = 24, 9  # letters, or words, of a sentence that nobody says twice in a paragraph, whatever stands between
WORDS = 4  # of one that ends in a colon, and leads to code: one or two before a colon are a label
SET_IN = "\ufffc"  # stands for code and pictures


def stops_of(raw: bytes) -> str:
    """Those of these stops that a page may have."""
    return STOPS if b"&" in raw else "".join([stop for stop, written in ENCODED if written in raw])


def said_again(text: str, set_in: Sequence[str] = (), stops: str = STOPS) -> str:
    """The first sentence that is said twice in a row, or a long one in all, without its stop; empty if there is none.

    `set_in`: the code that the signs for it stand for; where these are not all, two of them may be different things.
    """
    for stop in stops:
        if stop in text:
            text = text.replace(stop, ". ")
    found = _again(text.split(". "), set_in, " .\n", 1) if ". " in text else ""
    if not found and "\t" in text and SET_IN not in text:  # a sentence of a cell begins behind the one before
        found = next(filter(None, (_again(cell.split(". "), (), " .\n", 1) for cell in text.split("\t"))), "")
    if not found and (text.count(":") > 1 or text.count("\uff1a") > 1):  # both lead to what follows
        led = f"{text.strip()} ".replace("\uff1a", ": ").replace(": ", ". ").split(". ")
        found = _again(led[:-1], set_in, " .:\n", WORDS)
    return found


def _again(sentences: Sequence[str], set_in: Sequence[str], around: str, words: int) -> str:
    said = [one.strip(around) for one in sentences]
    if len(set(said)) == len(said):
        return ""
    known = len(set_in) == sum(one.count(SET_IN) for one in said)
    seen = 0
    for one, two in pairwise(said):
        count = one.count(SET_IN)
        if one == two and _says_something(one, words):
            if not count or (known and set_in[seen : seen + count] == set_in[seen + count : seen + 2 * count]):
                return one
        seen += count
    return _far_again(said) if words < WORDS else ""


def _far_again(said: Sequence[str]) -> str:
    """The first long sentence that is said again behind others: one that was pasted anew and then gone on with."""
    once: set[str] = set()
    for one in said:
        if one in once and SET_IN not in one and _is_long(one):
            return one
        once.add(one)
    return ""


def _is_long(sentence: str) -> bool:
    return len(sentence.split()) >= MANY if " " in sentence else len(sentence) >= LONG and not sentence.isascii()


def _says_something(sentence: str, words: int) -> bool:
    spaced = sentence.isascii() or " " in sentence
    return len(sentence) >= (SHORTEST if spaced else FEWEST) and (not spaced or len(sentence.split()) >= words)
