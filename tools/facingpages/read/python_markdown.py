"""Where Python-Markdown, which MkDocs uses, reads otherwise than CommonMark, hence than the parser.

- Raw HTML goes from a block's tag at the beginning of a line to the tag that closes it, not to a blank line; what looks
  like Markdown in it is text. It reads on behind that tag, behind a comment and behind tags that are no block's.
- Stars open and close emphasis beside any letter or sign (`loose_emphasis`).
- A heading needs no blank behind its `#`.
- The target of a link may hold blanks.
- A list or a table needs a blank line before it; without one its lines belong to the paragraph above (`glued`).
- What stands behind a fence that is never closed is text, and so is, in a list item, what is not indented by four
  blanks more than the item.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from facingpages.document import Block, Code, Document, Heading, Paragraph, Use
from facingpages.late import late
from facingpages.read.attributes import ATTRIBUTES, id_in

# Python-Markdown's list of block elements, without those of which nothing is left open (`hr`).
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "canvas", "center", "colgroup", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "group", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "iframe", "legend", "li", "main", "map", "math", "menu", "nav", "noscript", "object", "ol",
    "option", "output", "p", "pre", "progress", "script", "section", "style", "summary", "table", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "tr", "ul", "video",
))  # fmt: skip
# Instructions and CDATA, to their ends.
FOREIGN = late(rb"<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>", re.S)
MOST_BLANKS = 3  # before a tag that begins a line
FENCE = late(rb"[ \t>]*(`{3,}|~{3,})")
OPEN_COMMENT = late(rb"^( {0,3})<!--", re.M)
RULE = late(rb"\n(?:[ \t>|:]*-[ \t>:-]*\||[ \t>]*\|[ \t:]*-)[ \t>|:-]*+(?=\n|\Z)")  # of a table
ROW = late(rb"^[^`\r\n]*`[^\r\n]*$", re.M)
CODE = late(rb"(?<![\\`])(`+)(?!`)[^\r\n]*?(?<!`)\1(?!`)")
TAB = 4  # blanks for each level
ITEM = late(rb"(?:[-*+]|\d{1,9}\.)[ \t]+\S")
DELIMITER = late(rb"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+(?:\|[ \t]*+)?$")
# Lines that begin no paragraph, those behind which one may begin at once, and those that end one.
OTHER = late(rb"[-*+>|<:=\[{]|\d{1,9}\.[ \t]")
HEAD = late(rb"#|!!!|\?\?\?|/{3}|={3}[!+]?[ \t]+\"")
ENDING = late(rb"#|[>|<]|:[ \t]|(?:=+|-+)$|([-*_])[ \t]*(?:\1[ \t]*){2,}$")
SIGNS = b"-*+_0123456789|><:=[{#!?/"  # with one of these each of them begins
# An item below a line that is none: of items right below one another, the first is such a one, or none is.
GLUED = late(rb"\n[ \t]*(?!(?:[-*+]|\d{1,9}\.)[ \t])[^\s].*\n[ \t>]*(?:[-*+]|\d{1,9}\.)[ \t]")
RULED = late(rb"\|.*\n[ \t>]*[|:-][|: \t-]*\r?$", re.M)  # a row of a table, and what parts it from others
TIGHT = late(rb"\n##{0,5}[^#\s]")
TIGHT_LINE = late(r"^(#{1,6})([^#\s].*?)#*[ \t]*$", re.M)
INLINE_LINK = late(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
SPACED = late(
    r"(!?)\[([^\[\]\ufffc]*)\]\(\s*+((?:[^()\ufffc\"']|\([^()\ufffc\"']*\))*(?:[^()\ufffc\"'\s]|(?<=[)])))(?:\s+([\"'][^)]*[\"']))?\s*\)"
)


def as_python_markdown(shown: bytes) -> bytes:
    """A page of the same length that the parser reads as Python-Markdown does.

    A comment that is never closed is text; a `|` in code does not end a table's cell.
    """
    if b"<!--" in shown and (start := shown.find(b"<!--", shown.rfind(b"-->") + 1)) >= 0:
        start = shown.rfind(b"\n", 0, start) + 1
        shown = shown[:start] + OPEN_COMMENT.sub(rb"\1(!--", shown[start:])
    if b"|" in shown and b"`" in shown and RULE.search(b"\n" + shown):
        closed = ROW.sub(_closed_cells, shown)
        shown = closed if closed != shown else shown
    return shown


@lru_cache(maxsize=2)
def glued(raw: bytes) -> frozenset[int]:
    """Where the lines of a page begin that look like items or rows and belong to the paragraph right above them."""
    found: set[int] = set()
    if not GLUED.search(b"\n" + raw) and not RULED.search(raw):
        return frozenset()
    mark, state, start, first, before, depth = b"", "fresh", 0, 0, 0, 0
    for line in raw.splitlines(keepends=True):
        at, start, words = start, start + len(line), line.strip()
        if depth or words.startswith(b">"):
            words, depth, state = _inside(words, depth, "" if mark else state)
        if mark or not words:
            mark, state = b"" if words.startswith(mark) and not words.strip(mark[:1]) else mark, "fresh"
        elif (b"```" in words or b"~~~" in words) and (fence := FENCE.match(words)) is not None:
            mark = fence.group(1)
        elif state == "fresh":
            sign, first = words[0], at
            state = "text"
            if sign in SIGNS:  # what begins with a letter is none of these
                state = "fresh" if HEAD.match(words) else "other" if OTHER.match(words) else "text"
        elif state == "text" and words[0] in SIGNS and ITEM.match(words):
            found.add(at)
        elif state == "text" and b"|" in words and DELIMITER.match(words):
            state = "other"
            if before != first:
                found.add(before)
        elif state == "text" and words[0] in SIGNS and ENDING.match(words) and not words.startswith(b"|"):
            state = "other"
        before = at
    return frozenset(found)


def _inside(words: bytes, depth: int, state: str) -> tuple[bytes, int, str]:
    """A line without the signs of quotations, their number, and the state, anew where a quotation begins.

    In code (no state), only the signs of those it stands in.
    """
    found = 0
    while words.startswith(b">") and (state or found < depth):
        words, found = words[1:].lstrip(b" \t"), found + 1
    return words, found, "fresh" if found > depth else state


def is_glued(document: Document, start: int) -> bool:
    """Whether what stands in the line of an offset belongs to the paragraph above it."""
    return document.line_span(start)[0] in glued(document.raw)


def as_written(raw: bytes, start: int, text: str) -> str:
    """A text that was read at `start`, with the mark of a comment that is never closed as it is written there."""
    return f"<{text[1:]}" if text.startswith("(!--") and raw[start : start + 4] == b"<!--" else text


def _closed_cells(row: re.Match[bytes]) -> bytes:
    return CODE.sub(lambda code: code.group().replace(b"|", b"_"), row.group())


class Verbatim:
    """The raw HTML of a page: the byte ranges in which nothing is Markdown, in their order."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def holds(self, at: int) -> bool:
        """Whether the byte at `at` is left as it stands."""
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.ends[index]


def verbatim(document: Document) -> Verbatim:
    """The raw HTML of a page."""
    found = Verbatim()
    open_tags: list[str] = []
    for block in document.blocks if b"<" in document.raw else ():
        if block.kind == "html" and not open_tags and (match := FOREIGN.match(document.raw, block.start)):
            found.starts.append(match.start())
            found.ends.append(match.end())
            continue
        if not block.html or (block.kind == "html" and block.name):  # `<div markdown>` asks for Markdown inside
            continue
        _follow(document, block, open_tags, found)
    if open_tags:
        found.ends.append(len(document.raw))
    return found


def _follow(document: Document, block: Block, open_tags: list[str], found: Verbatim) -> None:
    """Follow the tags of a block, from those that are open before it to those that are behind it."""
    for start, end, name, _ in block.html:
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


def _begins_line(document: Document, block: Block, start: int) -> bool:
    if start == block.start:
        return True
    before = document.raw[max(0, start - MOST_BLANKS - 1) : start]
    line = before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :]
    return len(line) <= MOST_BLANKS and not line.strip(b" ")


def has_tight(raw: bytes) -> bool:
    """Whether a line looks like a heading without a blank behind its `#`."""
    return TIGHT.search(raw) is not None or TIGHT.match(b"\n" + raw[:8]) is not None


def tight_headings(document: Document, block: Paragraph) -> Iterator[Heading]:
    """Headings without a blank behind the `#`, which the parser took for a paragraph."""
    if b"#" not in document.raw[block.start : block.end]:
        return
    for match in TIGHT_LINE.finditer(document.source_text(block.start, block.end)):
        line = Heading(block.start, block.end, block.parent, len(match.group(1)))
        tail = ATTRIBUTES.search(match.group(2))
        line.id = id_in(tail.group(1)) if tail is not None else ""
        line.listed = line.id != ""
        line.text = INLINE_LINK.sub(r"\1", ATTRIBUTES.sub("", match.group(2)))
        yield line


def spaced_uses(document: Document, block: Block) -> Iterator[Use]:
    """Links and pictures whose target holds a blank, or whose title holds its own quotes."""
    for match in SPACED.finditer(block.text):
        title = match.group(4) or ""
        start = block.offset(match.start())
        written = match.group().encode()
        # Of other links the parser leaves as text only those with quotes in their title, unless they are escaped.
        if " " in match.group(3) or (
            title[1:-1].count(title[:1])
            and document.raw[start - 1 : start] != b"\\"
            and document.raw.startswith(written, start)
        ):
            yield Use("image" if match.group(1) else "link", match.group(3), start, start + len(match.group().encode()))


def is_text(document: Document, block: Code) -> bool:
    """Whether a block of code is none, if a link may stand in it."""
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
