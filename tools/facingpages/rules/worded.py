"""Addresses that hold words for a reader: what an app shows, the subject of a mail."""

from __future__ import annotations

from urllib.parse import unquote

from facingpages.late import late
from facingpages.rules.wording import translates

APP = late(r"(?!https?:|ftp:|file:)[A-Za-z][A-Za-z0-9+.-]{1,30}:[^?#\s]+\?")
NESTED = 3  # addresses within addresses
# What a site shows or runs that an address hands to it, by its name: a program, a message to be sent on.
SHOWN = frozenset(("body", "code", "input", "message", "program", "quote", "subject", "text", "title"))
LONGEST = 100_000  # of such an address


def is_worded(old: str, new: str, depth: int = NESTED) -> bool:
    """Whether two addresses of an app, `app://say?text=...`, tell it the same but for words in the reader's language."""
    if APP.match(old) is None or APP.match(new) is None or not depth:
        return False
    (base, _, told), (other, _, tells) = old.partition("?"), new.partition("?")
    one, two = (sorted(part.partition("=")[::2] for part in text.split("&")) for text in (told, tells))
    if base != other or [key for key, _ in one] != [key for key, _ in two]:
        return False
    values = [(unquote(a), unquote(b)) for (_, a), (_, b) in zip(one, two, strict=True) if a != b]
    return all(a == b or is_worded(a, b, depth - 1) or (":" not in a and translates(a, b)) for a, b in values)


def shows_words(old: str, new: str) -> bool:
    """Whether two addresses of a site hand it texts to show, and nothing else differs: `/play#code=...`, `?text=...`.

    Names in a program, its comments and its strings are the reader's, so no more is asked of it.
    """
    if not (old.startswith("http") and new.startswith("http")) or len(old) + len(new) > LONGEST:
        return False
    sides = [url.replace("#", "&#", 1).replace("?", "&?", 1).split("&") for url in (old, new)]
    one, two = ([part.partition("=")[::2] for part in side] for side in sides)
    if [key for key, _ in one] != [key for key, _ in two]:
        return False
    differing = [(key.strip("?#"), a, b) for (key, a), (_, b) in zip(one, two, strict=True) if a != b]
    return bool(differing) and all(key in SHOWN and _is_text(a) and _is_text(b) for key, a, b in differing)


def _is_text(value: str) -> bool:
    """Whether a value is more than a word."""
    return len(unquote(value.replace("+", " ")).split()) > 1
