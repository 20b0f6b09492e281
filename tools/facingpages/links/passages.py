"""Links in places that the parser, which reads CommonMark, does not take for Markdown, and the renderer does.

Titles of callouts and tabs; for Python-Markdown also code that it does not take for code: behind a fence that is never
closed, and in a list item where it is not indented by four blanks more than the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.document import Block, Container, Document
from facingpages.links.raw import raw_html
from facingpages.links.rendering import Rendering
from facingpages.links.uses import Use, uses_of
from facingpages.read import read_page

FENCE = re.compile(rb"[ \t>]*(`{3,}|~{3,})")
TAB = 4  # blanks for each level, to Python-Markdown


def passages(document: Document, rendering: Rendering, labels: set[str]) -> Iterator[Use]:
    """The targets there; the labels that reference links use go into `labels`."""
    told: set[int] = set()
    for block in document.blocks:
        if rendering.python and block.kind == "code" and _read_as_text(document, block):
            yield from _lines(document, block.start, block.end, rendering, labels)
        for box in block.parent.around() if block.parent is not None else ():
            if id(box) in told:
                break
            told.add(id(box))
            if box.title and box.kind in ("callout", "tab") and ("](" in box.title or "<" in box.title):
                yield from _title(document, box, rendering, labels)


def _title(document: Document, box: Container, rendering: Rendering, labels: set[str]) -> Iterator[Use]:
    title = box.title.encode()
    start = document.raw.find(title, box.start, box.end)
    if start >= 0:
        yield from _lines(document, start, start + len(title), rendering, labels)


def _lines(document: Document, start: int, end: int, rendering: Rendering, labels: set[str]) -> Iterator[Use]:
    """What each line of a piece leads to, read as a page of its own."""
    at = start
    for line in document.raw[start:end].splitlines(keepends=True):
        if b"](" in line or b"<" in line:
            text = line.strip()
            piece = read_page(text, path=document.path, dialect=document.dialect)
            before = at + line.index(text)
            for use in uses_of(piece, raw_html(piece) if rendering.python else None, labels):
                yield use._replace(start=use.start + before, end=use.end + before)
        at += len(line)


def _read_as_text(document: Document, block: Block) -> bool:
    """Whether Python-Markdown takes a block of code for text."""
    raw = document.raw[block.start : block.end]
    if b"](" not in raw and b"<" not in raw:
        return False
    fence = FENCE.match(raw)
    if fence is not None:
        last = raw.rstrip().splitlines()[-1].strip(b" \t>")
        return raw.count(b"\n") > 0 and (last.strip(fence.group(1)[:1]) != b"" or not last.startswith(fence.group(1)))
    box = block.parent
    if box is None or box.kind != "item" or any(outer.kind == "quote" for outer in box.around()):
        return False
    line = document.raw[document.line_span(block.start)[0] : block.end]
    indent = len(line) - len(line.lstrip(b" "))
    level = (box.start - document.line_span(box.start)[0]) // TAB + 1
    return b"\t" not in line[: indent + 1] and indent < TAB * (level + 1) and indent > 0
