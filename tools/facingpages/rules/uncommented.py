"""Comments of HTML that never end: what stands behind them is not shown, up to where another one ends."""

from __future__ import annotations

from bisect import bisect_right

from facingpages.document import Document
from facingpages.late import late
from facingpages.read.dialects import DIALECTS

OPENER = b"<!--"
BLANK_LINE = late(rb"\n[ \t>]*\r?\n")
FIRST = late(rb"(?:\A|\n)[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\Z")  # what stands before the first of a block's lines


def open_comment(document: Document) -> tuple[int, int] | None:
    """Where the first such comment begins, and where what it keeps from a reader ends. To MDX each is a fault by itself."""
    if "open comment" not in document.memo:
        document.memo["open comment"] = None
        if OPENER in document.raw and not DIALECTS[document.dialect].jsx:
            document.memo["open comment"] = _open_comment(document)
    found: tuple[int, int] | None = document.memo["open comment"]
    return found


def _open_comment(document: Document) -> tuple[int, int] | None:
    raw, blocks = document.raw, document.blocks
    codes = [(block.start, block.end) for block in blocks if block.kind == "code"]
    codes += [(code.start, code.end) for block in blocks for code in block.codes]
    codes.sort()
    at = raw.find(OPENER, document.metadata_end)
    while at >= 0:
        number = bisect_right(codes, (at, len(raw))) - 1
        within = codes[number][1] if number >= 0 and at < codes[number][1] else 0
        end, following = raw.find(b"-->", at + 2), raw.find(OPENER, at + len(OPENER))
        if not within:
            if not FIRST.search(raw, max(0, raw.rfind(b"\n", 0, at)), at):
                paragraph = BLANK_LINE.search(raw, at)  # in a line of text a comment ends with its paragraph
                if end < 0 or (paragraph is not None and paragraph.start() < end):
                    return at, at + len(OPENER)
            elif end < 0 or 0 <= following < end:
                if end < 0 and DIALECTS[document.dialect].python:
                    return None  # there it is text, which the source lacks
                return at, len(raw) if end < 0 else end + 3
        at = raw.find(OPENER, within or end)
    return None
