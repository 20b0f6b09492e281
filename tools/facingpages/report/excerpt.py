"""A line of a page cut around a place, so that it can be shown on one line of a given width."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from facingpages.document import Place
from facingpages.report.style import columns
from facingpages.safe import safe


class Excerpt(NamedTuple):
    """Text before a place, in it and after it, all harmless; `cut_start` and `cut_end` say where more was left out."""

    before: str
    marked: str
    after: str
    cut_start: bool
    cut_end: bool


def excerpt(line: str, place: Place, width: int) -> Excerpt:
    """A line around a place, at most `width` columns wide. Of a place of several lines, its part in the first."""
    start = min(place.column - 1, len(line))
    end = min(place.end_column - 1, len(line)) if place.end_line == place.line else len(line)
    end = max(start, end)
    before = safe(line[max(0, start - width) : start])
    marked = safe(line[start : min(end, start + width + 1)])  # one more than fits shows that it is cut
    whole = end <= start + width + 1  # marks that combine take no column
    after = safe(line[end : end + width])
    inside, right = columns(marked), columns(after)
    left = max(width // 3, width - inside - right)
    kept_before = _last(before, left)
    room = width - columns(kept_before)
    kept_marked = _first(marked, room)
    kept_after = _first(after, room - columns(kept_marked)) if whole and kept_marked == marked else ""
    shown_to_end = whole and kept_marked == marked and kept_after == after and end + width >= len(line)
    cut_start = kept_before != before or start > width
    return Excerpt(kept_before, kept_marked, kept_after, cut_start, not shown_to_end)


def _first(text: str, width: int) -> str:
    """As much of the beginning as fits."""
    if columns(text) <= width:
        return text
    cut = used = 0
    for char in text:
        used += columns(char)
        if used > width:
            break
        cut += 1
    return text[:cut]


def _last(text: str, width: int) -> str:
    """As much of the end as fits, not beginning with a mark that belongs to what was cut off."""
    if columns(text) <= width:
        return text
    cut, used = len(text), 0
    while cut and used + columns(text[cut - 1]) <= width:
        cut -= 1
        used += columns(text[cut])
    while cut < len(text) and unicodedata.combining(text[cut]):
        cut += 1
    return text[cut:]
