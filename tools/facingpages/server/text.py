"""The text of a page as an editor has it, and the way between its positions and our lines and columns.

An editor counts from 0, in the units of an encoding that was agreed on; we count from 1, in code points. A line ends
where the protocol says: at a line feed, a carriage return or both, and nowhere else. (The text documents of pygls end
lines wherever Python does, at U+2028 and at a form feed, too, and would put edits behind one into the wrong line.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from lsprotocol import types

from facingpages.document import Place

HALF = re.compile("[\ud800-\udfff]")
END = re.compile(r"\r\n|\r|\n")
FAR = 1 << 30  # beyond every line and column
Encoding = types.PositionEncodingKind | str | None


class EditorText:
    """A text that does not change, with the version that the editor gave it; None where it is not open there.

    Half of a surrogate pair, which no file can hold, is replaced.
    """

    def __init__(self, text: str, version: int | None = None) -> None:
        self.text = text if text.isascii() or not HALF.search(text) else HALF.sub("\ufffd", text)
        self.version = version

    @classmethod
    def of_bytes(cls, raw: bytes) -> EditorText:
        """The text of a file."""
        return cls(raw.decode("utf-8-sig", "replace"))

    @cached_property
    def raw(self) -> bytes:
        """The bytes that are checked."""
        return self.text.encode()

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each line begins, in code points."""
        return [0, *(match.end() for match in END.finditer(self.text))]

    def line(self, number: int) -> str:
        """A line by its number from 0, without its end; empty where there is none."""
        if not 0 <= number < len(self.starts):
            return ""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end].rstrip("\r\n")

    def index(self, position: types.Position, encoding: Encoding) -> int:
        """The code point at an editor's position; beyond the end of a line it is that end."""
        if position.line >= len(self.starts):
            return len(self.text)
        return self.starts[position.line] + code_points(self.line(position.line), position.character, encoding)

    def offset(self, position: types.Position, encoding: Encoding) -> int:
        """The byte at an editor's position."""
        return len(self.text[: self.index(position, encoding)].encode())

    def position(self, line: int, column: int, encoding: Encoding) -> types.Position:
        """An editor's position of a line and a column that count from 1."""
        if line > len(self.starts):
            line, column = len(self.starts), FAR
        return types.Position(line - 1, units(self.line(line - 1), column - 1, encoding))

    def range(self, place: Place, encoding: Encoding) -> types.Range:
        """An editor's range of a place."""
        _, line, column, end_line, end_column = place
        return types.Range(self.position(line, column, encoding), self.position(end_line, end_column, encoding))

    def changed(
        self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int | None, encoding: Encoding
    ) -> EditorText:
        """The text after some changes, each of the text that the one before it left."""
        now = self
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = now.index(change.range.start, encoding), now.index(change.range.end, encoding)
                now = EditorText(now.text[:start] + change.text + now.text[max(start, end) :])
            else:
                now = EditorText(change.text)
        return EditorText(now.text, version)


def units(line: str, column: int, encoding: Encoding) -> int:
    """How many units of an encoding stand before a column (from 0, in code points) of a line."""
    before = line[: max(column, 0)]
    if encoding == types.PositionEncodingKind.Utf32 or before.isascii():
        return len(before)
    if encoding == types.PositionEncodingKind.Utf8:
        return len(before.encode("utf-8"))
    return len(before.encode("utf-16-le")) // 2


def code_points(line: str, count: int, encoding: Encoding) -> int:
    """How many code points of a line stand before some units of an encoding; one that is cut is not counted."""
    if encoding == types.PositionEncodingKind.Utf32 or line.isascii():
        return min(count, len(line))
    form, size = ("utf-8", 1) if encoding == types.PositionEncodingKind.Utf8 else ("utf-16-le", 2)
    raw = line.encode(form)[: count * size]
    return len(raw.decode(form, "ignore"))
