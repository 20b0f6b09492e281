"""Which item of a list in the front matter is another one than in the source."""

from __future__ import annotations

import re

from facingpages.document import Document, Entry
from facingpages.late import late
from facingpages.rules.base import Pair, Range, reach

ITEM = late(rb"^[ \t]*-[ \t]+([^\r\n]*[^\s])", re.M)  # on a line of its own


def differing(pair: Pair, entry: Entry, other: Entry) -> tuple[Range, Range]:
    """Where the first item that differs stands, here and in the source: the two keys, if one has more items or they
    aren't written one a line. A long list begins far above what is wrong in it, in lines that nobody edited."""
    whole = reach(other), reach(entry)
    there, here = entry.value.split("\n"), other.value.split("\n")
    places, origins = _items(pair.target, other), _items(pair.source, entry)
    if not len(there) == len(here) == len(places) == len(origins):
        return whole
    at = next((at for at, (a, b) in enumerate(zip(there, here, strict=True)) if a != b), None)
    return whole if at is None else (places[at], origins[at])


def _items(document: Document, entry: Entry) -> list[Range]:
    if entry.shape != "list":
        return []
    raw = document.raw[entry.start : entry.end]
    return [(entry.start + found.start(1), entry.start + found.end(1)) for found in ITEM.finditer(raw)]
