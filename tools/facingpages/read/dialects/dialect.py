"""What a dialect adds to CommonMark: lines that open and close something, and places that a program reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from facingpages.document import DialectName
from facingpages.tuples import NamedTuple

INDENTED = b" "
RegionKind: TypeAlias = Literal["callout", "tab", "directive", "html"]


class Line(NamedTuple):
    """A line from its first visible byte to its last. `fresh`: a block may begin here, it continues no paragraph."""

    raw: bytes
    shown: bytes
    start: int
    end: int
    fresh: bool

    def written(self, start: int, end: int) -> str:
        """Part of the page as written, without spaces around it."""
        return self.raw[start:end].decode("utf-8", "replace").strip()


class Head(NamedTuple):
    """What a line opens or closes.

    `kind` is callout, tab, directive or html. `key` says what ends it: INDENTED, a mark or a tag; empty: it is a leaf.
    `size` is the length of a mark. `end`: where the head ends, if that is not the end of its line.
    """

    kind: RegionKind
    name: str
    title: str = ""
    key: bytes = b""
    size: int = 0
    closes: bool = False
    end: int = -1


Reader: TypeAlias = Callable[[Line], Head | None]


class Dialect(NamedTuple):
    """A dialect of Markdown.

    `readers` read the lines that open or close something, by the first byte of the line. `lines` finds out whether a
    page has such a line at all, and `line_signs` what must stand in such a page: bytes are quicker to look for than
    patterns. `hidden` is what a program reads in the text, which the parser must not see, and `hidden_signs` how it
    begins. `indented_code`: four blanks make code. `python`: Python-Markdown reads it, see `read.python_markdown`.
    `jsx`: tags are those of JSX, and a page with a tag too many does not build. `columns`: whether what follows a
    directive of this name stands in a column, where indentation makes no code. `markers`: small signs that it reads
    beside those that all do, by the names of `rules.marker`.
    """

    name: DialectName
    readers: Mapping[int, Reader]
    line_signs: tuple[bytes, ...]
    lines: re.Pattern[bytes]
    hidden: re.Pattern[bytes]
    hidden_signs: tuple[bytes, ...] = (b"{",)
    indented_code: bool = True
    python: bool = False
    jsx: bool = False
    columns: Mapping[str, bool] = MappingProxyType({})
    markers: frozenset[str] = frozenset()


def line_pattern(lines: bytes) -> re.Pattern[bytes]:
    """A pattern of `Dialect.lines`: what may stand at the beginning of a line."""
    return re.compile(rb"(?:\A|[\r\n])" + lines)
