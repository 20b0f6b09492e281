"""One page as it was read, and the way from its bytes to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Literal, TypeAlias

from facingpages.document.chunks import Chunk, chunks
from facingpages.document.inline import Span
from facingpages.document.leaf import Block, Container, Heading
from facingpages.document.names import Definition, Id, Unresolved, Use
from facingpages.tuples import NamedTuple

DialectName: TypeAlias = Literal["commonmark", "mkdocs", "learn", "hugo", "mdx"]
Shape: TypeAlias = Literal["scalar", "list", "mapping"]


class Place(NamedTuple):
    """A range of one file: lines and columns from 1, columns in code points, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


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
    shape: Shape


class Document:
    """A parsed page. `path` is as reported; `page` its name without locale, the same on both sides.

    Beside the blocks stands what is asked for across pages, in the order of the page: `headings`, those included that
    only the page's renderer takes for such; `tabs`; `ids`; `definitions` of references, the `labels` that are used (as
    `normal` has them) and `unresolved` ones; `footnotes`, the marks that lead to them and those that lead to none;
    `uses`, all targets. `open`: a program writes part of the page, which may have more ids than can be told.
    """

    def __init__(
        self, path: str, raw: bytes, dialect: DialectName = "commonmark", faults: list[Fault] | None = None
    ) -> None:
        self.path = path
        self.raw = raw
        self.dialect = dialect
        self.blocks: list[Block] = []
        self.metadata: dict[str, Entry] = {}
        self.metadata_end = 0
        self.faults: list[Fault] = [] if faults is None else faults
        self.comments: list[Span] = []
        self.headings: list[Heading] = []
        self.tabs: list[Container] = []
        self.ids: list[Id] = []
        self.definitions: list[Definition] = []
        self.labels: set[str] = set()
        self.unresolved: list[Unresolved] = []
        self.footnotes: list[Span] = []
        self.footnote_marks: list[Span] = []
        self.unresolved_marks: list[Span] = []
        self.uses: list[Use] = []
        self.open = False
        self.locale = ""
        self.page = ""
        self.memo: dict[str, Any] = {}  # what was computed of the page, once for all locales
        self._lines: list[int] = []
        self._known = (0, 0, 0)  # a line, an offset in it, the column there
        self._shown = (0, 0, "")  # the line told last

    def chunks(self) -> Iterator[Chunk]:
        """The page cut into its blocks, so that every byte of `raw` is in exactly one piece."""
        return chunks(self.raw, self.blocks, self.definitions, self.metadata_end)

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
