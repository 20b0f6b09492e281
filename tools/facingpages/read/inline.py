"""What stands inside one leaf block: text, links, images, code, bold, HTML tags, directives, bare addresses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any, TypeAlias

from facingpages.document import OBJECT, Block, Heading, Id, Image, Link, LinkForm, RawTag, Span
from facingpages.late import late
from facingpages.read.attributes import begins_block
from facingpages.read.hidden import is_attributes, is_comment, unwrapped
from facingpages.read.html import BREAKING, id_of, read_tag
from facingpages.read.leaf import finish, more
from facingpages.read.page import PageText
from facingpages.read.passage import Passage
from facingpages.read.python_markdown import as_written
from facingpages.seldom import unescape

MAX_NESTED = 40
TOKEN = late(
    rb"\\(?:[!-#%-/:-@\[-`{-~]|(?=\$))|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});|\$\$+"
)
HEADING_ID = late(r"#([^\s}#*]+)")
COMMENT_ID = late(r"\A\{/\*\s*#?([^\s}#*]+)\s*\*/\}")  # of react.dev and kin: one word, alone in a comment
BAR = b"|"[0]
BACKSLASH = 92  # where a text begins with one, it is no escape: that would not be part of the text
TARGET = late(r"\]\(\s*<?((?>\{\{.*?\}\}|\{%.*?%\}|\{.*?\}|[^\s<>{}])*+)", re.S)
FORMS: Mapping[str, LinkForm] = {
    "Inline": "inline", "Reference": "reference", "ReferenceUnknown": "reference", "Collapsed": "reference",
    "CollapsedUnknown": "reference", "Shortcut": "reference", "ShortcutUnknown": "reference", "Autolink": "auto",
    "Email": "auto", "WikiLink": "inline",
}  # fmt: skip
TAGS = {"strong": "Strong", "b": "Strong", "em": "Emphasis", "i": "Emphasis", "a": "a"}


# An inline element that is open: its name and offset, its first piece of text, and the link or image that it is.
Mark: TypeAlias = tuple[str, int, int, Link | Image | None]


class Inline:
    """The inline content of the blocks of one passage. One block is under way at a time."""

    def __init__(self, page: PageText, passage: Passage) -> None:
        self.comments = page.document.comments
        self.dialect = page.dialect
        self.targets = page.targets
        self.passage = passage
        self.reread = page.reread
        self.hidden = page.hidden
        self.hidden_starts = page.hidden_starts
        self.marks: list[Mark] = []
        self.tags: list[Mark] = []
        self.objects: dict[int, str] = {}

    def hidden_within(self, start: int, end: int) -> list[Span]:
        """The hidden places in a range of the passage, with their offsets in it."""
        if not self.hidden:
            return []
        passage = self.passage
        first = bisect_left(self.hidden_starts, passage.at(start))
        last = bisect_left(self.hidden_starts, passage.until(end))
        if not passage.inner:
            return list(self.hidden[first:last])
        return [Span(passage.inside(a), passage.inside(b - 1) + 1, text) for a, b, text in self.hidden[first:last]]

    def text(self, leaf: Block, start: int, end: int, value: str) -> None:
        """Text with escapes, entities or hidden places: in pieces that stand in the page as they are read."""
        shown = self.passage.shown
        pieces: list[tuple[int, str]] = []
        at, objects = start, False
        for match in TOKEN.finditer(shown, start + (shown[start] == BACKSLASH), end):
            if match.start() > at:
                pieces.append((at, shown[at : match.start()].decode()))
            at = match.start()
            sign = match.group()[:1]
            if sign == b"\\":
                at += 1
            elif sign == b"&":
                pieces.append((at, unescape(match.group().decode())))
                at = match.end()
            else:
                objects = True
                for span in self.hidden_within(at, match.end()):
                    if span.start > at:
                        pieces.append((at, shown[at : span.start].decode()))
                    self._hidden(leaf, span, pieces)
                    at = span.end
        if at < end:
            pieces.append((at, shown[at:end].decode()))
        if not objects and "".join([piece for _, piece in pieces]) != value:
            pieces = [(start, value)]
        leaf.pieces += pieces

    def _hidden(self, leaf: Block, span: Span, pieces: list[tuple[int, str]]) -> None:
        comment = is_comment(span.text)
        if comment or is_attributes(span.text):
            match = (COMMENT_ID if comment else HEADING_ID).search(span.text)
            if begins_block(span.text) or (comment and not isinstance(leaf, Heading)):
                match = None
            if match is not None:
                leaf.anchors = more(leaf.anchors, Id(span.start, span.end, match.group(1), "attributes"))
                if isinstance(leaf, Heading):
                    return
            if not comment:
                leaf.directives = more(leaf.directives, span)
            return
        leaf.directives = more(leaf.directives, span)
        pieces.append((span.start, OBJECT))
        self.objects[span.start] = span.text

    def code(self, leaf: Block, start: int, end: int, value: str) -> None:
        """A code span."""
        raw, shown = self.passage.raw[start:end], self.passage.shown[start:end]
        if ("$$" in value and self.hidden) or (BAR in raw and raw != shown):
            written = raw.decode()
            marks = len(written) - len(written.lstrip("`"))
            value = " ".join(written[marks:-marks].split("\n")).strip()
        leaf.codes = more(leaf.codes, Span(start, end, value))
        leaf.pieces.append((start, OBJECT))
        self.objects[start] = value

    def open(self, leaf: Block, name: str, detail: Any, start: int, end: int) -> None:
        """An inline element begins."""
        item: Link | Image | None = None
        if name == "Link":
            form = FORMS[detail["link_type"]]
            if detail["link_type"] == "Collapsed" and self.passage.shown[end : end + 2] == b"[]":
                end += 2
            item = Link(start, end, detail["dest_url"], form, detail["title"])
            if form == "reference" and "$$" in item.target:
                item.target = self.targets.get(detail["id"], item.target)
        elif name == "Image":
            item = Image(start, end, detail["dest_url"], "")
        self.marks.append((name, start, len(leaf.pieces), item))

    def close(self, leaf: Block, end: int, before: int) -> None:
        """An inline element ends at `end`; what stood last inside it ended at `before`."""
        name, start, first, item = self.marks.pop()
        text = self._read(leaf, first) if len(self.marks) < MAX_NESTED else ""
        if name == "Strong":
            leaf.strongs = more(leaf.strongs, Span(start, end, text))
        elif name == "Emphasis":
            leaf.emphases = more(leaf.emphases, Span(start, end, text))
        elif isinstance(item, Link):
            item.text = text
            item.text_end = before if before < end else start + 1
            if "$$" in item.target and item.form == "inline" and self.hidden:
                item.target = self._target(start, end) or item.target
            leaf.links = more(leaf.links, item)
        elif isinstance(item, Image):
            item.alt = text
            if "$$" in item.source and self.hidden:
                item.source = self._target(start, end) or item.source
            del leaf.pieces[first:]
            leaf.images = more(leaf.images, item)

    def _read(self, leaf: Block, first: int) -> str:
        """The text from a piece on, with code and directives as written."""
        text = "".join([piece for _, piece in leaf.pieces[first:]])
        if OBJECT not in text:
            return text
        return "".join([self.objects.get(at, piece) if piece == OBJECT else piece for at, piece in leaf.pieces[first:]])

    def _target(self, start: int, end: int) -> str:
        """The target of an inline link or image as it is written, where it holds a directive."""
        found = TARGET.findall(unwrapped(self.passage.raw[start:end].decode("utf-8", "replace")))
        return found[-1].removesuffix(")") if found else ""

    def tag(self, leaf: Block, start: int, end: int, value: str) -> None:
        """An HTML tag within a text, or a comment."""
        if "$$" in value and self.hidden:
            value = self.passage.raw[start:end].decode("utf-8", "replace")
        if value.startswith("<!--"):
            self.comments.append(Span(self.passage.at(start), self.passage.until(end), value))
            return
        found = read_tag(value)
        if found is None:
            return
        name, attributes, closing = found
        leaf.html = more(leaf.html, RawTag(start, end, ("/" if closing else "") + name, attributes))
        if name in BREAKING:
            leaf.pieces.append((start, " "))
        if closing:
            self._end_tag(leaf, TAGS.get(name, ""), start, end)
            return
        if (identifier := id_of(name == "a", attributes, start, end)) is not None:
            leaf.anchors = more(leaf.anchors, identifier)
        if name == "img":
            leaf.images = more(leaf.images, Image(start, end, attributes.get("src", ""), attributes.get("alt")))
        elif name == "a" and "href" in attributes:
            link = Link(start, end, attributes["href"], "html", attributes.get("title", ""))
            link.text_start = link.text_end = end
            leaf.links = more(leaf.links, link)
            self.tags.append(("a", start, len(leaf.pieces), link))
        elif name != "a" and name in TAGS:
            self.tags.append((TAGS[name], start, len(leaf.pieces), None))
        del self.tags[:-MAX_NESTED]

    def _end_tag(self, leaf: Block, wanted: str, start: int, end: int) -> None:
        for depth in range(len(self.tags) - 1, -1, -1):
            if self.tags[depth][0] == wanted:
                break
        else:
            return
        name, begin, first, item = self.tags.pop(depth)
        text = self._read(leaf, first)
        if isinstance(item, Link):
            item.end, item.text_end, item.text = end, start, text
        elif name == "Strong":
            leaf.strongs = more(leaf.strongs, Span(begin, end, text))
        else:
            leaf.emphases = more(leaf.emphases, Span(begin, end, text))

    def finish(self, leaf: Block) -> Block | None:
        """The block is complete: what it turns out to be, None if nothing of it is left."""
        if self.tags:
            self.tags.clear()
        if self.objects:
            self.objects.clear()
        if self.reread:
            leaf.pieces = [(at, as_written(self.passage.raw, at, piece)) for at, piece in leaf.pieces]
        return finish(leaf, self.passage.raw, self.dialect)
