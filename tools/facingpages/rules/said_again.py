"""Sentences that stand twice in a row: a translator's slip, where a sentence was pasted over the next or below itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

STOPS = "\u3002\uff01\uff1f\u0964\u06d4"  # of writing that sets no blank behind one
ENCODED = tuple((stop, stop.encode()) for stop in STOPS)
SHORTEST, FEWEST = 12, 6  # letters of a sentence that says something; of a writing with a sign for a word
WORDS = 4  # of one that ends in a colon, and leads to code: one or two before a colon are a label
SET_IN = "\ufffc"  # stands for code and pictures


def stops_of(raw: bytes) -> str:
    """Those of these stops that a page may have."""
    return STOPS if b"&" in raw else "".join([stop for stop, written in ENCODED if written in raw])


def said_again(text: str, set_in: Sequence[str] = (), stops: str = STOPS) -> str:
    """The first sentence that is said twice in a row, without its stop; empty if there is none.

    `set_in`: the code that the signs for it stand for; where these are not all, two of them may be different things.
    """
    for stop in stops:
        if stop in text:
            text = text.replace(stop, ". ")
    found = _again(text.split(". "), set_in, " .\n", 1) if ". " in text else ""
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
    return ""


def _says_something(sentence: str, words: int) -> bool:
    spaced = sentence.isascii() or " " in sentence
    return len(sentence) >= (SHORTEST if spaced else FEWEST) and (not spaced or len(sentence.split()) >= words)
