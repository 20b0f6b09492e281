"""Where Python-Markdown leaves raw HTML as it stands, so that what looks like Markdown in it is text.

It does so from a block's tag at the beginning of a line to the tag that closes it, where CommonMark goes by blank
lines; and it reads on behind that tag, behind a comment and behind tags that are no block's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from facingpages.document import Block, Document

# Python-Markdown's list of block elements, without those of which nothing is left open (`hr`).
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "canvas", "center", "colgroup", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "group", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "iframe", "legend", "li", "main", "map", "math", "menu", "nav", "noscript", "object", "ol",
    "option", "output", "p", "pre", "progress", "script", "section", "style", "summary", "table", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "tr", "ul", "video",
))  # fmt: skip
# Instructions and CDATA, to their ends.
FOREIGN = re.compile(rb"<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>", re.S)
MOST_BLANKS = 3  # before a tag that begins a line


@dataclass(slots=True)
class RawHtml:
    """The raw HTML of a page: the byte ranges in which nothing is Markdown, in their order."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def holds(self, at: int) -> bool:
        """Whether the byte at `at` is left as it stands."""
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.ends[index]


def raw_html(document: Document) -> RawHtml:
    """The raw HTML of a page, as Python-Markdown reads it."""
    found = RawHtml()
    open_tags: list[str] = []
    for block in document.blocks:
        if block.kind == "html" and not open_tags and (match := FOREIGN.match(document.raw, block.start)):
            found.starts.append(match.start())
            found.ends.append(match.end())
            continue
        if not block.html or (block.kind == "html" and block.name):  # `<div markdown>` asks for Markdown inside
            continue
        for start, end, name in block.html:
            if name[0] != "/":
                if open_tags:
                    open_tags.append(name)
                elif name in BLOCKS and block.parent is None and _begins_line(document, block, start):
                    if document.raw[end - 2 : end] != b"/>":
                        open_tags.append(name)
                        found.starts.append(start)
            elif name[1:] in open_tags:
                while open_tags.pop() != name[1:]:
                    pass
                if not open_tags:
                    found.ends.append(end)
    if open_tags:
        found.ends.append(len(document.raw))
    return found


def _begins_line(document: Document, block: Block, start: int) -> bool:
    if start == block.start:
        return True
    before = document.raw[max(0, start - MOST_BLANKS - 1) : start]
    line = before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :]
    return len(line) <= MOST_BLANKS and not line.strip(b" ")
