"""Sentences that stand twice in a row: a translator's slip, where a sentence was pasted over the next or below itself."""

from __future__ import annotations

from itertools import pairwise

STOPS = "\u3002\uff01\uff1f\u0964\u06d4"  # of writing that sets no blank behind one
ENCODED = tuple((stop, stop.encode()) for stop in STOPS)
SHORTEST, FEWEST = 12, 6  # letters of a sentence that says something; of a writing with a sign for a word
SET_IN = "\ufffc"  # stands for code and pictures, which may be others


def stops_of(raw: bytes) -> str:
    """Those of these stops that a page may have."""
    return STOPS if b"&" in raw else "".join([stop for stop, written in ENCODED if written in raw])


def said_again(text: str, stops: str = STOPS) -> str:
    """The first sentence that is said twice in a row, without its stop; empty if there is none."""
    for stop in stops:
        if stop in text:
            text = text.replace(stop, ". ")
    if ". " not in text:
        return ""
    sentences = [one.strip(" .\n") for one in text.split(". ")]
    if len(set(sentences)) == len(sentences):
        return ""
    return next((one for one, two in pairwise(sentences) if one == two and _says_something(one)), "")


def _says_something(sentence: str) -> bool:
    least = SHORTEST if sentence.isascii() or " " in sentence else FEWEST
    return len(sentence) >= least and SET_IN not in sentence
