"""Addresses that hold words for a reader: what an app shows, the subject of a mail."""

from __future__ import annotations

from urllib.parse import unquote

from facingpages.late import late
from facingpages.rules.wording import translates

APP = late(r"(?!https?:|ftp:|file:)[A-Za-z][A-Za-z0-9+.-]{1,30}:[^?#\s]+\?")
NESTED = 3  # addresses within addresses


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
