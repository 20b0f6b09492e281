"""What may not be in the source's language on a source page that was rebuilt from a translation.

Only what stands in the segments of a bilingual page is there in both languages. Text outside them - descriptions of
pictures, titles of links, keywords, a sentence that was not segmented - stands there once, and mostly translated.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from facingpages.importing.learn import LearnFile
from facingpages.read import read_page

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_ALT = re.compile(r"""\balt-text\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LINK_TITLE = re.compile(r"""!?\[[^\]\n]*\]\([^()\s"']*\s+(?:"([^"\n]+)"|'([^'\n]+)')\s*\)""")
_DEFINITION = re.compile(
    r"""(?m)^ {0,3}\[([^\]\n]+)\]:\s*\S+(?:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|\(([^()\n]*)\)))?[ \t]*$"""
)


class Doubt(NamedTuple):
    """A text that may not be in the source's language, and the line of the rebuilt page in which it stands."""

    line: int
    text: str


def doubts(file: LearnFile) -> list[Doubt]:
    """Every text of the rebuilt source page that stands outside the segments, in order, each once a line."""
    if file.source is None:
        return []
    raw = file.embedded.source.raw
    front = len(file.source) - _line(raw, len(raw))
    found = set(_in_front_matter(file, front))
    inside = _Inside(file)
    for start, text in _texts(raw):
        if any(not inside.holds(start + len(text[: word.start()].encode())) for word in _LETTERS.finditer(text)):
            found.add(Doubt(front + _line(raw, start), " ".join(text.split())))
    return sorted(found)


class _Inside:
    """Which bytes of the source's text stand in a segment."""

    def __init__(self, file: LearnFile) -> None:
        self.side = file.embedded.source
        self.spans = [(s.source_offset, s.source_offset + len(s.source.encode())) for s in file.segments]

    def holds(self, offset: int) -> bool:
        origin = self.side.origin(offset)
        at = bisect_right(self.spans, (origin, len(self.side.raw) + origin)) - 1
        return at >= 0 and self.spans[at][0] <= origin < self.spans[at][1]


def _texts(raw: bytes) -> Iterator[tuple[int, str]]:
    """What a reader may read on a page, code apart, and where each begins."""
    document = read_page(raw, "learn")
    code = sorted((block.start, block.end) for block in document.blocks if block.kind == "code")
    for block in document.blocks:
        if block.kind == "code":
            continue
        if block.kind not in ("directive", "html"):
            yield from block.pieces
        for image in block.images:
            yield image.start, image.alt or ""
    text = raw.decode("utf-8", "replace")
    for pattern in (_ALT, _LINK_TITLE, _DEFINITION):
        for match in pattern.finditer(text):
            start = len(text[: match.start()].encode())
            at = bisect_right(code, (start, len(raw))) - 1
            if at < 0 or start >= code[at][1]:
                yield start, next(filter(None, match.groups()), "")


def _in_front_matter(file: LearnFile, front: int) -> Iterator[Doubt]:
    """Keywords, and every value that is not written in the source's letters."""
    assert file.source is not None
    listed = False
    for number, line in enumerate(file.source[:front], start=1):
        key, colon, value = line.text.partition(":")
        if colon and not key.startswith((" ", "-")):
            listed = key.strip() == "keywords"
        if (listed and _LETTERS.search(value if colon else line.text)) or not line.text.isascii():
            if key != "title":
                yield Doubt(number, line.text.strip())


def _line(raw: bytes, offset: int) -> int:
    return len(re.findall(rb"\r\n|\r|\n", raw[:offset])) + 1
