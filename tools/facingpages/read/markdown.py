"""Markdown events become leaf blocks and containers. With `page`, what knows the parser (pyromark, pulldown-cmark)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facingpages.document import (
    Block,
    BoxKind,
    Code,
    Container,
    Directive,
    Document,
    Heading,
    Html,
    Paragraph,
    Row,
    Separator,
    Span,
    Term,
)
from facingpages.read.hidden import is_comment
from facingpages.read.html import harvest
from facingpages.read.index import index
from facingpages.read.inline import Inline
from facingpages.read.leaf import line_by_line, more
from facingpages.read.page import PageText
from facingpages.read.passage import Passage, dedented, relocate
from facingpages.read.prepared import for_parser
from facingpages.read.regions import MAX_DEPTH, Region
from facingpages.read.unparsed import cells, closed, unhidden

SPANS = frozenset(("Strong", "Emphasis", "Link", "Image", "Strikethrough", "Subscript", "Superscript"))
LEAVES = frozenset(("Paragraph", "Heading", "TableHead", "TableRow", "DefinitionListTitle"))
BOXES: Mapping[str, BoxKind] = {
    "Table": "table", "FootnoteDefinition": "footnote", "DefinitionList": "definitions",
    "DefinitionListDefinition": "definition",
}  # fmt: skip


def read_blocks(document: Document, text: bytes) -> None:
    """Fill all but the metadata from the text of the page, in which front matter is blanked."""
    page = PageText(document, for_parser(text))
    _Reader(page, page.passage, None).read()
    document.comments += [span for span in page.hidden if is_comment(span.text)]
    for number, block in enumerate(document.blocks):
        block.index = number
    index(page, read_blocks)


class _Reader:
    """Reads one passage, and the regions inside it, into the document."""

    def __init__(self, page: PageText, passage: Passage, box: Container | None, depth: int = 0) -> None:
        self.page = page
        self.passage = passage
        self.box = box
        self.outside = box
        self.depth = depth
        self.blocks = page.document.blocks
        self.inline = Inline(page, passage)
        self.own: list[Block] = []  # blocks and containers with offsets in this passage
        self.boxes: list[Container] = []
        self.lines: list[str] | None = None  # of the code block under way
        self.info: str | None = None
        self.missed = dict(passage.regions)

    def read(self) -> None:  # noqa: C901 - a branch for each kind of event, in the loop that all pages go through
        """Append the blocks of the passage."""
        inline, regions, shown = self.inline, self.passage.regions, self.passage.shown
        plain = not inline.hidden and b"\\" not in shown and b"&" not in shown
        leaf: Block | None = None
        first, end = len(self.blocks), 0
        for event, bounds in self.page.events(shown.decode()):
            before, start, end = end, bounds["start"], bounds["end"]
            if "Text" in event:
                value = event["Text"]
                if leaf is None:
                    if self.lines is not None:
                        self.lines.append(value)
                        continue
                    leaf = self._begin(Paragraph(start, end, self.box))
                if plain or (end - start == len(value.encode()) and "$$" not in value):
                    leaf.pieces.append((start, value))
                else:
                    inline.text(leaf, start, end, value)
            elif "Start" in event:
                tag = event["Start"]
                name, detail = (tag, None) if tag.__class__ is str else next(iter(tag.items()))
                if name in SPANS:
                    leaf = leaf or self._begin(Paragraph(start, end, self.box))
                    inline.open(leaf, name, detail, start, end)
                elif name != "TableCell":
                    if leaf is not None:
                        self._finish(leaf, before)
                    leaf = self._start(name, detail, start, end)
                elif leaf is not None and leaf.pieces and start < end:
                    leaf.pieces.append((start, "\t"))
            elif "End" in event:
                tag = event["End"]
                name = tag if tag.__class__ is str else next(iter(tag))
                if name in SPANS:
                    if leaf is not None:
                        inline.close(leaf, end, before)
                elif name != "TableCell":
                    if leaf is not None:
                        self._finish(leaf, before)
                        leaf = None
                    if name not in LEAVES:
                        self._end(name, start, end)
            elif event == "SoftBreak" or event == "HardBreak":
                if leaf is not None:
                    leaf.pieces.append((start, " "))
            elif "Code" in event:
                leaf = leaf or self._begin(Paragraph(start, end, self.box))
                inline.code(leaf, start, end, event["Code"])
            elif "InlineHtml" in event:
                if start in regions:
                    if leaf is not None:
                        self._finish(leaf, before)
                        leaf = None
                    self._region(start)
                else:
                    leaf = leaf or self._begin(Paragraph(start, end, self.box))
                    inline.tag(leaf, start, end, event["InlineHtml"])
            elif "FootnoteReference" in event:
                leaf = leaf or self._begin(Paragraph(start, end, self.box))
                leaf.footnotes = more(leaf.footnotes, Span(start, end, event["FootnoteReference"]))
            elif event == "Rule":
                if leaf is not None:
                    self._finish(leaf, before)
                    leaf = None
                self._begin(Separator(start, end, self.box))
        if leaf is not None:
            self._finish(leaf, end)
        if self.passage.inner:
            relocate(self.passage, self.own, self.boxes)
        if self.missed:  # the parser took a placeholder for text: nothing may get lost
            for place in list(self.missed):
                self._region(place)
            self.blocks[first:] = sorted(self.blocks[first:], key=lambda block: block.start)

    def _begin(self, block: Block) -> Block:
        self.own.append(block)
        return self._append(block)

    def _append(self, block: Block) -> Block:
        """The next block of the page; the first inside an item is its step."""
        page = self.page
        if page.fresh is not None:
            block.marker, page.fresh = page.fresh, None
        self.blocks.append(block)
        return block

    def _finish(self, leaf: Block, end: int) -> None:
        """A leaf ends, in a tight list with what was read last; the `[]` of a reference is not told by itself."""
        leaf.end = max(leaf.end, end)
        for spans in (leaf.links, leaf.images):
            leaf.end = max(leaf.end, spans[-1].end) if spans else leaf.end
        done = self.inline.finish(leaf)
        if done is None:
            self.blocks.pop()
            self.own.pop()
            self.page.fresh = leaf.marker
        elif done is not leaf:
            parts = line_by_line(done, self.passage.raw)
            self.blocks[-1:], self.own[-1:] = parts, parts

    def _start(self, name: str, detail: Any, start: int, end: int) -> Block | None:
        """A block or container begins; gives the leaf whose text follows, if it is one."""
        leaf: Block | None = None
        if name == "Paragraph":
            leaf = self._begin(Paragraph(start, end, self.box))
        elif name == "Item":
            parent = self.box
            self.page.fresh = box = self._open("item", start, end)
            if parent is not None:
                parent.items += 1
                box.number, box.ordered = parent.items, parent.ordered
        elif name == "List":
            box = self._open("list", start, end)
            box.ordered, box.number = detail is not None, detail or 0
        elif name == "Heading":
            leaf = self._begin(Heading(start, end, self.box, int(detail["level"][1])))
        elif name == "BlockQuote":
            box = self._open("quote" if detail is None else "callout", start, end)
            box.name = detail.lower() if detail else ""
        elif name in ("TableHead", "TableRow"):
            leaf = self._begin(Row(start, end, self.box, cells(self.passage.shown[start:end])))
        elif name == "DefinitionListTitle":
            leaf = self._begin(Term(start, end, self.box))
        elif name == "CodeBlock":
            self.lines = []
            self.info = None if detail == "Indented" else detail["Fenced"]
        elif name == "HtmlBlock":
            self.lines = []
        else:
            box = self._open(BOXES.get(name, "container"), start, end)
            box.name = detail if isinstance(detail, str) else ""
            if box.kind == "footnote":
                self.page.footnotes.append(box)
        return leaf

    def _open(self, kind: BoxKind, start: int, end: int) -> Container:
        self.box = Container(kind, start, end, self.box)
        self.boxes.append(self.box)
        return self.box

    def _end(self, name: str, start: int, end: int) -> None:
        """A container ends, or a block of code or HTML."""
        if name == "CodeBlock":
            lines, self.lines = self.lines or [], None
            self._code("".join(lines), start, end)
        elif name == "HtmlBlock":
            self.lines = None
            self._html(start, end)
        elif self.box is not None:
            if name == "Item" and self.page.fresh is self.box:
                self._begin(Paragraph(start, end, self.box))  # an item without content
            self.box = self.box.parent

    def _code(self, text: str, start: int, end: int) -> None:
        places = self.passage.within(start, end) if self.passage.regions else []
        if self.info is None and self.depth < MAX_DEPTH and self.page.is_indented_text(self.box, regions=bool(places)):
            self._nested(dedented(self.passage, start, end), self.box)
            for place in places:
                self.missed.pop(place, None)
            return
        if self.info is None and places:
            for place in places:
                self._region(place)
            return
        reread = self.page.reread and self.passage.raw[start:end] != self.passage.shown[start:end]
        if places or reread or ("$$" in text and self.page.hidden):
            text = unhidden(self.passage, start, end, text, fenced=self.info is not None)
        block = Code(start, end, self.box)
        self._begin(block)
        if self.info is None:
            block.text = "\n".join(line.strip() for line in text.splitlines())
        else:
            block.info = self.info.strip()
            block.closed = closed(self.passage.shown[start:end])
            block.text = "\n".join(line.rstrip() for line in text.splitlines())
            block.pieces = [(start, "")]

    def _html(self, start: int, end: int) -> None:
        """A block of raw HTML, and the regions whose placeholders stand in it."""
        for place in self.passage.within(start, end):
            self._markup(start, place)
            region = self._region(place)
            start = self.passage.shown.index(b"?>", place) + 2 if self.passage.inner else region.end
        self._markup(start, end)

    def _markup(self, start: int, end: int) -> None:
        written = self.passage.raw[start:end]
        if not written.strip():
            return
        block = Html(start, end, self.box)
        for comment in harvest(block, written, start):
            at, until = self.passage.at(comment.start), self.passage.until(comment.end)
            self.page.document.comments.append(Span(at, until, comment.text))
        block.directives = [span for span in self.inline.hidden_within(start, end) if not is_comment(span.text)]
        if block.html or block.text or block.images or block.links:
            self._append(block)
            self.own.append(block)

    def _region(self, place: int) -> Region:
        """A region takes its place in the tree: a directive or tags, and a container with the blocks of its body."""
        region = self.passage.regions[place]
        self.missed.pop(place, None)
        self.page.column = self.page.dialect.columns.get(region.name, self.page.column)
        if region.rows is None or region.kind in ("directive", "html"):
            self._append(self._head(region))
        if region.rows is not None:
            box = Container(region.kind, region.start, region.end, self.box)
            box.name, box.title = region.name.lower(), region.title
            if box.title:
                self.page.titled.append(box)
            self._nested(self.page.body(region), box)
        if not self.passage.inner:  # blanked lines do not count as part of the list around them
            for around in self.box.around() if self.box is not None else ():
                around.end = max(around.end, region.end)
        return region

    def _head(self, region: Region) -> Block:
        """The leaf that the head of a region is."""
        if region.kind == "html":
            element = Html(region.start, region.head_end, self.box, region.name)
            harvest(element, self.page.text[region.start : region.head_end], region.start)
            return element
        leaf = Directive(region.start, region.head_end, self.box, region.name, closed=region.closed)
        if region.title:
            leaf.directives = [Span(region.start, region.head_end, region.title)]
        return leaf

    def _nested(self, passage: Passage, box: Container | None) -> None:
        _Reader(self.page, passage, box, self.depth + 1).read()
