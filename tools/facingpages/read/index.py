"""What a page defines and uses, taken from its blocks in one walk: ids, headings, footnotes, labels, targets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from facingpages.document import Block, Code, Container, Directive, Document, Heading, Html, Id, Paragraph, Span, Use
from facingpages.late import late
from facingpages.read.attributes import ANY_ATTRIBUTES, id_in
from facingpages.read.definitions import definitions, unresolved, unresolved_marks
from facingpages.read.dialects import DIALECTS
from facingpages.read.page import PageText
from facingpages.read.python_markdown import Verbatim, has_tight, is_text, spaced_uses, tight_headings, verbatim
from facingpages.read.snippets import SET_IN, snippets
from facingpages.read.uses import directive_uses, image_uses, link_uses, tag_uses

# What sets other text in, or is given an id that it makes one of.
OPENING = late(
    r"\{\{[<%]\s*(?:include|readfile|render|partial|snippet|md)\b|\{%-?\s*include[-_ ]?markdown"
    r"|\{%-?\s*include\s+[\"']?[^%\"'\s]+\.mdx?\b"
    r"|\{\{[<%]\s*[a-z][\w-]*\s[^{}]*?\bid=[\"'\w]"
)
# A component that shows what a script makes, with ids of its own: `<code src="./demo/basic.tsx">` of dumi.
FROM_SCRIPT = late(rb"<(?!script\b)[\w.-]+\b[^<>]*\bsrc=[\"'][^\"'<>]+\.(?:[jt]sx?|vue|svelte)[\"']")
PARTIAL = late(rb"^import\s[^\r\n]*\.mdx?[\"']", re.M)
ReadBlocks = Callable[[Document, bytes], None]


def index(page: PageText, read_blocks: ReadBlocks) -> None:
    """Fill what a document has beside its blocks. `read_blocks` reads a piece of the page as a page of its own."""
    _Index(page, read_blocks).walk()


class _Index:
    """The walk over the blocks of one page."""

    def __init__(self, page: PageText, read_blocks: ReadBlocks) -> None:
        self.page = page
        self.document = page.document
        self.python = page.dialect.python
        self.read_blocks = read_blocks
        self.verbatim = verbatim(page.document) if self.python else Verbatim()
        self.codes: list[tuple[int, int]] = []
        self.pieces: list[tuple[int, int]] = []  # what only the renderer takes for Markdown

    def walk(self) -> None:
        """Take everything from the blocks, then from what is no block."""
        document, raw = self.document, self.document.raw
        labels, marks, spaced = b"][" in raw, b"[^" in raw, self.python and b"](" in raw
        tight = self.python and has_tight(raw)
        for block in document.blocks:
            if isinstance(block, Code):
                self.codes.append((block.start, block.end))
                if self.python and is_text(document, block):
                    self.pieces.append((block.start, block.end))
            elif isinstance(block, Heading):
                if not self.verbatim.holds(block.start):
                    document.headings.append(block)
            elif tight and isinstance(block, Paragraph):
                document.headings += tight_headings(document, block)
            if block.anchors or block.directives:
                self._ids(block)
            if block.footnotes:
                document.footnote_marks += block.footnotes
            self._uses(block, spaced)
            text = block.text
            if labels and "][" in text and not isinstance(block, (Code, Directive)) and not self._stays_text(block):
                document.unresolved += unresolved(block)
            if marks and "[^" in text and not isinstance(block, (Code, Html, Directive)):
                document.unresolved_marks += unresolved_marks(block)
        self._rest(raw)

    def _stays_text(self, block: Block) -> bool:
        return isinstance(block, Html) and (not self.python or self.verbatim.holds(block.start))

    def _ids(self, block: Block) -> None:
        """Ids in tags and attribute lists; that of the heading itself stands in the heading."""
        document, is_heading = self.document, isinstance(block, Heading)
        document.ids += [one for one in block.anchors if not (is_heading and one.made == "attributes")]
        known = {(one.start, one.text) for one in block.anchors}
        for start, end, text in block.directives:
            if text[:1] == "{" and text[1:2] in ":#. \t" and ANY_ATTRIBUTES.fullmatch(text):
                identifier = id_in(text.strip("{:} \t"))
                if identifier and (start, identifier) not in known:
                    document.ids.append(Id(start, end, identifier, "attributes"))
            elif OPENING.match(text):
                document.open = True

    def _uses(self, block: Block, spaced: bool) -> None:
        """The targets in a block."""
        document = self.document
        shut = self.verbatim.holds if self.python else _raw if isinstance(block, Html) and not block.name else _none
        if block.links:
            document.uses += link_uses(document, block, shut)
        if block.images:
            document.uses += image_uses(document, block, shut)
        if block.html:
            document.uses += tag_uses(document, block)
        if block.directives:
            document.uses += directive_uses(block)
            if block.kind == "directive" and block.name == ":::":
                document.open = True
        elif block.name == ":::" and block.kind == "directive":
            document.open = True
        if spaced and "](" in block.text and not isinstance(block, (Code, Html, Directive)):
            if not self.verbatim.holds(block.start):
                document.uses += spaced_uses(document, block)

    def _rest(self, raw: bytes) -> None:
        """Titles, footnotes, definitions, snippets."""
        document = self.document
        for start, end in self.pieces:
            document.uses += self._lines(start, end)
        for box in self.page.titled:
            document.uses += self._title(box)
        document.tabs = [box for box in self.page.titled if box.kind == "tab"]
        document.footnotes = [Span(box.start, box.end, box.name) for box in self.page.footnotes]
        if b"]:" in raw:
            document.definitions += definitions(document, self.page.titles, self.codes)
        if self.python and b"8<-" in raw:
            document.uses += snippets(document, self.codes)
        if b"src=" in raw and FROM_SCRIPT.search(raw):
            document.open = True
        if DIALECTS[document.dialect].jsx and b"import" in raw and PARTIAL.search(raw):
            document.open = True

    def _title(self, box: Container) -> Iterator[Use]:
        if box.kind in ("callout", "tab") and ("](" in box.title or "<" in box.title):
            title = box.title.encode()
            start = self.document.raw.find(title, box.start, box.end)
            if start >= 0:
                yield from self._lines(start, start + len(title))

    def _lines(self, start: int, end: int) -> Iterator[Use]:
        """What each line of a piece leads to, read as a page of its own."""
        document, at = self.document, start
        for line in document.raw[start:end].splitlines(keepends=True):
            if b"](" in line or b"<" in line:
                text = line.strip()
                piece = Document(document.path, text, document.dialect)
                self.read_blocks(piece, text)
                document.labels |= piece.labels
                before = at + line.index(text)
                for use in piece.uses:
                    if use.kind not in SET_IN:
                        yield use._replace(start=use.start + before, end=use.end + before)
            at += len(line)


def _raw(_: int) -> bool:
    return True


def _none(_: int) -> bool:
    return False
