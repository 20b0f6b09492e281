"""Choices that a program makes between texts, as ICU writes them: `{count, plural, one {# file} other {# files}}`."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.late import late
from facingpages.tuples import NamedTuple

KINDS = frozenset(("plural", "select", "selectordinal"))
CATEGORIES = frozenset(("zero", "one", "two", "few", "many", "other"))
OPENING = late(r"\{\s*(\w+)\s*,\s*(\w+)\s*,(?=[^{}\n]{1,60}\{)")
KEY = late(r"\s*(?:offset:\d+\s+)?(=\d+|[^\s{}=]+)\s*\{")
DEPTH = 20  # braces within braces that are read


class Branching(NamedTuple):
    """One choice: what is asked, how, the words before its texts, and whether its braces close."""

    name: str
    kind: str
    keys: tuple[str, ...]
    closed: bool
    text: str
    at: int


def choices(text: str) -> Iterator[Branching]:
    """The choices of a text, those within others left out."""
    after = 0
    for match in OPENING.finditer(text):
        if match.start() < after:
            continue
        keys, end, closed = _keys(text, match.end())
        after = end
        yield Branching(match[1], match[2], keys, closed, text[match.start() : end], match.start())


def _keys(text: str, at: int) -> tuple[tuple[str, ...], int, bool]:
    """The words before the texts of a choice, where it ends, and whether it does."""
    keys: list[str] = []
    while (match := KEY.match(text, at)) is not None:
        keys.append(match[1])
        depth, at = 1, match.end()
        while depth and at < len(text) and depth < DEPTH:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        if depth:
            return tuple(keys), at, False
    rest = text[at:].lstrip()
    return tuple(keys), len(text) - len(rest) + (rest[:1] == "}"), rest[:1] == "}"


def without(text: str) -> str:
    """A text without its choices, in whose braces stand words: `{who, select, me {mine} other {theirs}}`."""
    if "select" in text or "plural" in text:
        for choice in choices(text):
            text = text.replace(choice.text, "", 1)
    return text


def is_read(here: Branching, there: Branching) -> bool:
    """Whether a program reads a choice of a translation as it reads the source's.

    A language has the numbers that it has, but calls them as the program does, and always has `other`.
    """
    if (here.name, here.kind, here.closed) != (there.name, there.kind, there.closed):
        return False
    if there.kind == "select":
        return set(here.keys) == set(there.keys)
    return "other" in here.keys and all(key in CATEGORIES or key[0] == "=" for key in here.keys)
