"""The data of one parsed page: leaf blocks in reading order, the containers around them, and what stands inside.

Every offset is a byte offset into `Document.raw`; `Document.place` turns a range into lines and columns, the only
place where that is done.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

OBJECT = "\ufffc"  # stands in `Block.text` where an inline code, a directive or a bare address was


class Place(NamedTuple):
    """A range of one file: lines and columns from 1, columns in code points, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Container:
    """A block that holds blocks: list, item, quote, callout, tab, table, footnote, definition, directive."""

    __slots__ = ("depth", "end", "items", "kind", "name", "number", "ordered", "parent", "start", "title")

    def __init__(
        self, kind: str, start: int, end: int, parent: Container | None, *, name: str = "", title: str = ""
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.parent = parent
        self.name = name
        self.title = title
        self.ordered = False
        self.number = 0  # list: its first number; item: its place in the list, from 1
        self.items = 0
        self.depth: int = parent.depth + 1 if parent is not None else 1

    def around(self) -> Iterator[Container]:
        """This container and all that hold it, innermost first."""
        box: Container | None = self
        while box is not None:
            yield box
            box = box.parent


class Link:
    """A link: `form` is inline, reference, auto (in angle brackets), bare (an address in the text) or html."""

    __slots__ = ("end", "form", "start", "target", "text", "text_end", "text_start", "title")

    def __init__(self, start: int, end: int, target: str, form: str, title: str = "") -> None:
        self.start = start
        self.end = end
        self.target = target
        self.form = form
        self.title = title
        self.text = ""
        self.text_start = start + 1
        self.text_end = start + 1


class Image:
    """A picture: Markdown, HTML or a dialect's own; `alt` is None where none can be given."""

    __slots__ = ("alt", "end", "source", "start")

    def __init__(self, start: int, end: int, source: str, alt: str | None) -> None:
        self.start = start
        self.end = end
        self.source = source
        self.alt = alt


class Span(NamedTuple):
    """A piece of inline text with a meaning: code, strong, emphasis, directive, footnote, html."""

    start: int
    end: int
    text: str


_NONE: tuple[()] = ()


class Block:
    """A leaf block.

    `kind` is heading, paragraph, code, html, rule, row, directive or term. `marker` is the item whose first
    block this is: such a block *is* the step. `text` is what a reader reads, one space for a line break, without code.
    """

    __slots__ = (
        "anchors", "codes", "directives", "emphases", "end", "footnotes", "html", "images", "index", "keys", "kind",
        "level", "links", "marker", "name", "parent", "pieces", "start", "strongs", "text", "words",
    )  # fmt: skip

    def __init__(self, kind: str, start: int, end: int, parent: Container | None) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.parent = parent
        self.marker: Container | None = None
        self.level = 0  # heading: 1-6; row: number of cells
        self.name = ""  # code: its info string; heading: its explicit id; directive: its name
        self.text = ""
        self.index = 0
        self.pieces: list[tuple[int, str]] = []
        self.links: Sequence[Link] = _NONE
        self.images: Sequence[Image] = _NONE
        self.codes: Sequence[Span] = _NONE
        self.strongs: Sequence[Span] = _NONE
        self.emphases: Sequence[Span] = _NONE
        self.directives: Sequence[Span] = _NONE
        self.footnotes: Sequence[Span] = _NONE
        self.html: Sequence[Span] = _NONE
        self.anchors: Sequence[Span] = _NONE
        self.keys: frozenset[str] | None = None
        self.words: frozenset[str] | None = None

    @property
    def depth(self) -> int:
        """How many containers hold this block."""
        return self.parent.depth if self.parent is not None else 0

    def offset(self, index: int) -> int:
        """The byte offset of the character at `index` of `text`."""
        seen = 0
        for start, piece in self.pieces:
            if index < seen + len(piece):
                return start + len(piece[: index - seen].encode())
            seen += len(piece)
        if not self.pieces:
            return self.start
        start, piece = self.pieces[-1]
        return start + len(piece.encode())


class Fault(NamedTuple):
    """Something wrong with the page itself, told by the parser as data: a rule id, a range, which of its messages."""

    rule: str
    start: int
    end: int
    message: str
    values: dict[str, str]


class Entry(NamedTuple):
    """A key of the front matter: its value as written (lists joined by newlines) and where it stands."""

    value: str
    start: int
    end: int
    shape: str  # scalar, list, mapping


@dataclass(slots=True)
class Document:
    """A parsed page. `path` is as reported; `page` its name without locale, the same on both sides."""

    path: str
    raw: bytes
    dialect: str
    blocks: list[Block] = field(default_factory=list)
    metadata: dict[str, Entry] = field(default_factory=dict)
    metadata_end: int = 0
    faults: list[Fault] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    locale: str = ""
    page: str = ""
    memo: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # what was computed of the page, once for all locales
    _lines: list[int] = field(default_factory=list, repr=False)
    _known: tuple[int, int, int] = field(default=(0, 0, 0), repr=False)  # a line, an offset in it, the column there

    _shown: tuple[int, int, str] = field(default=(0, 0, ""), repr=False)  # the line told last

    def place(self, start: int, end: int | None = None) -> Place:
        """The lines and columns of the bytes from `start` to `end` (by default one point)."""
        end = start if end is None else max(start, end)
        first_line, first_column = self._position(start)
        last_line, last_column = self._position(end)
        return Place(self.path, first_line, first_column, last_line, last_column)

    def _position(self, offset: int) -> tuple[int, int]:
        offset = min(max(offset, 0), len(self.raw))
        line = self._line(offset)
        known, at, column = self._known
        if known != line or at > offset:  # places are mostly asked for in order: a long line is counted once
            at, column = self._lines[line], 0
        column += len(self.raw[at:offset].decode("utf-8", "replace"))
        self._known = (line, offset, column)
        return line + 1, column + 1

    def _line(self, offset: int) -> int:
        if not self._lines:
            self._lines = [0, *accumulate(map(len, self.raw.splitlines(keepends=True)))]
            if self.raw and self.raw[-1] not in b"\r\n":
                self._lines.pop()  # the last line has no end
        return bisect_right(self._lines, offset) - 1

    def line_span(self, offset: int) -> tuple[int, int]:
        """The byte range of the line that holds `offset`, without its line end."""
        line = self._line(max(offset, 0))
        start = self._lines[line]
        end = self._lines[line + 1] if line + 1 < len(self._lines) else len(self.raw)
        tail = self.raw[max(start, end - 2) : end]
        return start, end - len(tail) + len(tail.rstrip(b"\r\n"))

    def line_text(self, offset: int) -> str:
        """The line that holds `offset`, as written. The same string as long as the same line is asked for."""
        start, end = self.line_span(offset)
        if self._shown[:2] != (start, end):
            self._shown = (start, end, self.source_text(start, end))
        return self._shown[2]

    def source_text(self, start: int, end: int) -> str:
        """The Markdown between two offsets, as written."""
        return self.raw[start:end].decode("utf-8", "replace")
