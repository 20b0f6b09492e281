"""Ids of headings: Learn makes them of the English words, MkDocs of the page's own. So each is written down."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facingpages.generators.slugs import Taken, counted, github
from facingpages.read import read_page

_HEADING = re.compile(rb"(?P<marks>[ \t>]*(\#{1,6})[ \t]+)(?P<text>.*?)(?:[ \t]+\#+)?[ \t]*")
_EXPLICIT = re.compile(rb"[ \t]*\{[ \t]*#(?P<id>[^\s{}]+)[^{}]*\}[ \t]*")
_MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|<[^<>]*>|[`*]|(?<!\w)_|_(?!\w)|\\(?=[^\w\s])")


class _Heading(NamedTuple):
    start: int
    end: int
    level: int
    marks: bytes
    text: bytes
    id: str


def with_ids(raw: bytes, source: Sequence[tuple[int, str]] = ()) -> tuple[bytes, list[tuple[int, str]]]:
    """A page whose headings have explicit ids, and level and id of each.

    Those of a translation are the source's, where it has the same headings; else each keeps its own or gets one.
    """
    found = list(_headings(raw))
    same = [heading.level for heading in found] == [level for level, _ in source]
    taken: Taken = {}
    told: list[tuple[int, str]] = []
    parts: list[bytes] = []
    here = 0
    for at, heading in enumerate(found):
        wanted = source[at][1] if same else heading.id or counted(github(_plain(heading.text)) or "section", taken)
        taken.setdefault(wanted, 0)
        told.append((heading.level, wanted))
        parts += [raw[here : heading.start], heading.marks, heading.text, f" {{#{wanted}}}".encode()]
        here = heading.end
    return b"".join((*parts, raw[here:])), told


def _headings(raw: bytes) -> Iterator[_Heading]:
    for block in read_page(raw, "mkdocs").blocks:
        if block.kind != "heading":
            continue
        start = raw.rfind(b"\n", 0, block.start) + 1
        end = raw.find(b"\n", start)
        end = len(raw) if end < 0 else end
        match = _HEADING.fullmatch(raw[start:end])
        if match is None:
            continue
        text = match["text"]
        explicit = next((each for each in _EXPLICIT.finditer(text) if each.end() == len(text)), None)
        name = explicit["id"].decode("utf-8", "replace") if explicit else ""
        shown = text[: explicit.start()] if explicit else text
        yield _Heading(start, end, len(match[2]), match["marks"], shown, name)


def _plain(text: bytes) -> str:
    shown = text.decode("utf-8", "replace")
    for _ in range(2):  # a picture in a link
        shown = _MARKUP.sub(lambda match: match[1] or "", shown)
    return html.unescape(shown).strip()
