"""Fences that are none to Python-Markdown: a line of the code stands further left than they do."""

from __future__ import annotations

from facingpages.document import Code, Document
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.python_markdown import TAB

FENCE = late(rb"[ \t>]*(`{3,}|~{3,})")
PREFIX = late(rb"[ \t>]*")


def undone(document: Document, block: Code) -> int | None:
    """Where the first line begins that undoes a fence, in whichever extension reads it: that of Python-Markdown knows no
    indented fence, that of PyMdown takes no line for code that is indented less. None where the fence holds."""
    if not DIALECTS[document.dialect].python or not block.closed:
        return None
    start, end = document.line_span(block.start)
    opening = FENCE.match(document.raw, start, end)
    if opening is None or not (deep := _depth(document.raw[start : opening.start(1)])):
        return None
    at = end + 1
    while at < block.end:
        first, last = document.line_span(at)
        line = document.raw[first:last]
        blanks = PREFIX.match(line)
        if blanks is not None and line.strip() and _depth(blanks.group()) < deep:
            return first
        at = last + 1
    return None


def _depth(prefix: bytes) -> int:
    """How many columns stand before a line, signs of quotations among them."""
    return len(prefix.expandtabs(TAB))
