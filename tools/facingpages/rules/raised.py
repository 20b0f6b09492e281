"""Raised digits: the powers of a text, 2³² and m², which no other digit tells apart."""

from __future__ import annotations

from collections import Counter

from facingpages.late import late

SIGN = late("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b]")
POWER = late("(?:[^\\W\\d_]{1,3}|[0-9]+)?([\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b]+)")


def other_power(source: str, target: str) -> tuple[str, str] | None:
    """A power of the translation and the one of the source that it stands for, where as many are written in both.

    What is written otherwise on one side, `m2` or a note's number in brackets, is nothing to compare.
    """
    if source.isascii() or not SIGN.search(source):
        return None
    there, here = ([(match[1], match[0]) for match in POWER.finditer(text)] for text in (source, target))
    if not there or len(there) != len(here):
        return None
    lost = Counter(sign for sign, _ in there) - Counter(sign for sign, _ in here)
    new = Counter(sign for sign, _ in here) - Counter(sign for sign, _ in there)
    if not lost:
        return None
    return next(text for sign, text in here if new[sign]), next(text for sign, text in there if lost[sign])
