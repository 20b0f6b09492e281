"""Fences that do not hold: none to Python-Markdown, or ended only by the next code, which they swallow."""

from __future__ import annotations

import re

from facingpages.document import Block, Code, Document
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.python_markdown import TAB

FENCE = late(rb"[ \t>]*(`{3,}|~{3,})")
INNER = late(rb"\n[ \t>]*(`{3,}|~{3,})[A-Za-z][^`\n]*+$", re.M)
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
    at = _below(document.raw, end)
    while at < block.end:
        first, last = document.line_span(at)
        line = document.raw[first:last]
        blanks = PREFIX.match(line)
        if blanks is not None and line.strip() and _depth(blanks.group()) < deep:
            return first
        at = _below(document.raw, last)
    return None


def _below(raw: bytes, end: int) -> int:
    """Where the line behind one begins that ends here, however it is ended."""
    return raw.find(b"\n", end) + 1 or len(raw)


def swallows(document: Document, block: Block) -> bool:
    """Whether code has the beginning of other code in it, with a language, and is ended by the fence that ends that."""
    if block.kind != "code" or b"\n" not in document.raw[block.start : block.end]:
        return False
    opening = FENCE.match(document.raw, document.line_span(block.start)[0])
    if opening is None:
        return False
    inner = INNER.search(document.raw, opening.end(), block.end)
    return inner is not None and inner.group(1).startswith(opening.group(1))


def runs_on(source: Document, target: Document, block: Block) -> bool:
    """Whether code of a translation swallows the next, as none of its source does."""
    return swallows(target, block) and not any(swallows(source, one) for one in source.blocks)


def _depth(prefix: bytes) -> int:
    """How many columns stand before a line, signs of quotations among them."""
    return len(prefix.expandtabs(TAB))
