"""Code in the properties of components, between backticks: the same but for its comments and what a reader fills in."""

from __future__ import annotations

from facingpages.rules.comments import strip_comments
from facingpages.rules.readers import names_otherwise
from facingpages.rules.wording import is_wording, neutral


def same_code(one: str, two: str) -> bool:
    """Whether two components differ only in the code that they are given, and there as blocks of code may."""
    here, there = one.split("`"), two.split("`")
    if len(here) != len(there) or len(here) < 3 or list(map(neutral, here[::2])) != list(map(neutral, there[::2])):
        return False
    return all(_is_same(a, b) for a, b in zip(here[1::2], there[1::2], strict=True))


def _is_same(one: str, two: str) -> bool:
    a, b = (list(filter(None, strip_comments(text))) for text in (one, two))
    return len(a) == len(b) and all(
        x == y or names_otherwise(x, y) or is_wording(x, y) for x, y in zip(a, b, strict=True)
    )
