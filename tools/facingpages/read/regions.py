"""Regions: containers and lines that CommonMark does not know, found in one pass before the real parser runs.

Otherwise the second paragraph of an admonition reads as a code block, and its links are lost.
"""

from __future__ import annotations

from facingpages.late import late
from facingpages.read.dialects.dialect import INDENTED, Dialect, Head, Line, RegionKind
from facingpages.tuples import NamedTuple

MAX_DEPTH = 40
LONGER = frozenset((b":", b"`", b"~"))  # a longer mark of these closes a shorter one, too
SPACE = b" \t\r\n"  # what Markdown takes for blank: no form feed
TICK, TILDE, TAB = b"`~\t"  # numbers: Python looks for bytes in bytes behind an error that it makes and drops

FENCE = late(rb"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*+(`{3,}+|~{3,}+)([^\r\n]*)")
HTML_TAG = late(rb"<(/?)([a-zA-Z][\w-]*+)(?:[^<>\"']++|\"[^\"\r\n]*+\"|'[^'\r\n]*+')*+>")
TAGS_ONLY = late(rb"(?:</?[a-zA-Z](?:[^<>\"']++|\"[^\"\r\n]*+\"|'[^'\r\n]*+')*+>[ \t]*+)++")


class Region:
    """One container or leaf. All offsets are those of the page.

    `start` is its first visible byte, in the line that begins at `line`; `head_end` ends its head, `end` all of it.
    `rows` are the lines of its body: start, end with the line end, and the region that stands there instead, if any;
    None for a leaf. Every line of the body loses `quotes` quote marks and `indent` columns (-1: as many as all have).
    """

    def __init__(
        self, kind: RegionKind, name: str, title: str, line: int, start: int, head_end: int, end: int, quotes: int = 0,
        indent: int = -1, closed: bool = True, rows: list[tuple[int, int, Region | None]] | None = None,
    ) -> None:  # fmt: skip
        self.kind = kind
        self.name = name
        self.title = title
        self.line = line
        self.start = start
        self.head_end = head_end
        self.end = end
        self.quotes = quotes
        self.indent = indent
        self.closed = closed
        self.rows = rows

    @property
    def inside(self) -> list[Region]:
        """The regions right inside this one."""
        return [region for _, _, region in self.rows or () if region is not None]


class _Open:
    """A region whose end is not reached. Lines indented less than `floor` end it or one around it."""

    def __init__(
        self, region: Region, rows: list[tuple[int, int, Region | None]], key: bytes = b"", size: int = 0,
        floor: int = 0, nested: int = 0,
    ) -> None:  # fmt: skip
        self.region = region
        self.rows = rows
        self.key = key
        self.size = size
        self.floor = floor
        self.nested = nested  # of an HTML element: how many of its tag are open


class _Fence(NamedTuple):
    """An open code fence, with the quote marks and the number of regions around it."""

    mark: bytes
    quotes: int
    depth: int


def find_regions(raw: bytes, shown: bytes, dialect: Dialect) -> list[Region]:
    """The outermost regions of a page, in order. `shown` is `raw` with its directives hidden. Linear in its length."""
    if not any(sign in shown for sign in dialect.line_signs) or not dialect.lines.search(shown):
        return []
    return _Scan(raw, shown, dialect).regions()


def _holds_fence(text: bytes) -> bool:
    """Whether a line has the signs of a fence."""
    return (TICK in text and b"```" in text) or (TILDE in text and b"~~~" in text)


class _Scan:
    """One pass over the lines of a page with a stack of open regions."""

    def __init__(self, raw: bytes, shown: bytes, dialect: Dialect) -> None:
        self.raw = raw
        self.shown = shown
        self.readers = dialect.readers
        self.top = _Open(Region("html", "", "", 0, 0, 0, len(raw)), [])
        self.stack = [self.top]
        self.fence: _Fence | None = None
        self.comment = False
        self.last_comment = shown.rfind(b"-->")
        self.fresh = True
        self.reached = 0  # the end of the last line that is not blank

    def regions(self) -> list[Region]:
        """Read all lines."""
        page, signs = self.top, self._signs()
        offset = head_end = 0
        for line in self.shown.splitlines(keepends=True):
            start, offset = offset, offset + len(line)
            if start < head_end:
                continue
            text = line.strip(SPACE)
            if not text or (self.top.region.quotes and self._is_blank(text)):
                self.fresh = True
                self.top.rows.append((start, offset, None))
            elif self.top is page and text[0] not in signs and self.fence is None and not self.comment:
                self.fresh = False
            elif self.fence is not None and self._is_code(text, self.fence):
                self.top.rows.append((start, offset, None))
                self.fresh = False
                self.reached = start + len(line.rstrip(SPACE))
            else:
                head_end = self._line(line, text, start, offset)
        while len(self.stack) > 1:
            self._abandon()
        self.top.region.rows = self.top.rows
        return self.top.region.inside

    def _signs(self) -> frozenset[int]:
        """The first bytes of the lines that have to be looked at where no region is open."""
        fences = b"`~-*+0123456789" if b"```" in self.shown or b"~~~" in self.shown else b""
        return frozenset((*self.readers, *b"<>", *fences))

    def _is_blank(self, text: bytes) -> bool:
        """Whether a line is a blank one within the quotation of a region."""
        return not text.strip(b"> \t") and text.count(b">") >= self.top.region.quotes

    def _is_code(self, text: bytes, fence: _Fence) -> bool:
        """Whether a line is plainly one of the code under way: it ends neither that nor a region."""
        top = self.top
        return not (text[0] in b"`~>" or fence.quotes or top.floor or top.region.quotes)

    def _line(self, line: bytes, text: bytes, start: int, offset: int) -> int:
        """Take one line that is not blank, and say where a head that begins in it ends."""
        quotes, text = unquoted(text) if text[0] == 62 else (0, text)
        begin = start + len(line.rstrip(SPACE)) - len(text)
        if self.top.floor or self.top.region.quotes:
            self._leave(start, begin, quotes)
        if self.fence is not None and quotes < self.fence.quotes:
            self.fence = None
        if self.fence is not None:
            if text.startswith(self.fence.mark) and not text.strip(self.fence.mark[:1]):
                self.fence = None
        elif self.comment:
            self.comment = b"-->" not in text
        elif _holds_fence(text) and (fence := self._fence_head(text, begin)) is not None:
            return self._head(fence, start, begin, begin + len(text), quotes)
        elif _holds_fence(text) and self._opens_fence(text, quotes):
            pass
        elif text[0] == 60 and text.startswith(b"<!--") and begin < self.last_comment:
            self.comment = b"-->" not in text[4:]
        elif self.top.nested and b"<" in text:
            return self._tags(start, begin, begin + len(text), offset)
        else:
            read = self.readers.get(text[0])
            if read is not None:
                found = read(Line(self.raw, self.shown, begin, begin + len(text), self.fresh))
                if found is not None:
                    return self._head(found, start, begin, begin + len(text), quotes)
        self.top.rows.append((start, offset, None))
        self.fresh = False
        self.reached = begin + len(text)
        return offset

    def _leave(self, start: int, begin: int, quotes: int) -> None:
        """Leave the regions that a line stands outside of: it is indented less, or has fewer quote marks."""
        while len(self.stack) > 1:
            region = self.top.region
            if quotes >= region.quotes:
                columns = indent_of(self.shown, start, begin, region.quotes) if self.top.floor else 0
                if columns >= self.top.floor:
                    return
            self._abandon()

    def _abandon(self) -> None:
        """Leave the innermost region without a closing mark. Where one is needed, only its head remains a region."""
        left = self.stack.pop()
        self.top = self.stack[-1]
        if self.fence is not None and self.fence.depth > len(self.stack):
            self.fence = None
        if left.key == INDENTED:
            while left.rows and left.rows[-1][0] >= self.reached:
                left.rows.pop()  # blank lines behind it
            left.region.end, left.region.rows = max(self.reached, left.region.head_end), left.rows
        else:
            left.region.closed = False
            left.region.end = left.region.head_end
            self.top.rows += left.rows

    def _fence_head(self, text: bytes, begin: int) -> Head | None:
        """A fence that opens a directive, or closes one that is open."""
        read = self.readers.get(text[0])
        found = read(Line(self.raw, self.shown, begin, begin + len(text), self.fresh)) if read is not None else None
        return None if found is None or (found.closes and not self._closed_by(found)) else found

    def _opens_fence(self, text: bytes, quotes: int) -> bool:
        match = FENCE.match(text)
        if match is None or (match.group(1)[:1] == b"`" and b"`" in match.group(2)):
            return False
        self.fence = _Fence(match.group(1), quotes, len(self.stack))
        return True

    def _head(self, found: Head, line: int, begin: int, end: int, quotes: int) -> int:
        """A line opens a region, closes one, or is one. Gives where the head ends."""
        end = found.end if found.end >= 0 else end
        self.fresh, self.reached = True, end
        if found.closes:
            depth = self._closed_by(found)
            if depth:
                self._close(depth, end)
                return end
        region = Region(found.kind, found.name, found.title, line, begin, end, end, quotes, closed=not found.closes)
        self.top.rows.append((line, end, region))
        if found.key and not found.closes and len(self.stack) < MAX_DEPTH:
            floor = self.top.floor
            if found.key == INDENTED:
                region.indent = floor = indent_of(self.shown, line, begin, quotes) + 4
            self.top = _Open(region, [], found.key, found.size, floor, int(found.kind == "html"))
            self.stack.append(self.top)
        return end

    def _closed_by(self, found: Head) -> int:
        """The place in the stack of what a closing mark closes; 0 if there is nothing."""
        for depth in range(len(self.stack) - 1, 0, -1):
            top = self.stack[depth]
            if top.key == found.key and (top.size == found.size or (top.size < found.size and top.key in LONGER)):
                return depth
            if top.key == INDENTED:
                break
        return 0

    def _close(self, depth: int, end: int) -> Region:
        while len(self.stack) > depth + 1:
            self._abandon()
        done = self.stack.pop()
        self.top = self.stack[-1]
        done.region.end, done.region.rows = end, done.rows
        return done.region

    def _tags(self, line: int, begin: int, end: int, offset: int) -> int:
        """A line with tags inside an element whose body is Markdown: they may open and close elements."""
        head = self.readers[60](Line(self.raw, self.shown, begin, end, True))
        if head is not None:
            return self._head(head, line, begin, end, self.top.region.quotes)
        self.reached = end
        closed, mark = None, end
        for match in HTML_TAG.finditer(self.shown, begin, end):
            closing, tag = match.groups()
            depth = self._closed_by(Head("html", "", key=tag)) if closing else 0
            if depth:
                self.stack[depth].nested -= 1
            elif not closing:
                self.top.nested += tag == self.top.key
            if depth and not self.stack[depth].nested:
                if match.start() > begin:
                    self.top.rows.append((line, match.start(), None))
                closed, mark = self._close(depth, match.end()), match.start()
                line = begin = match.end()
        if begin == end or not self.shown[begin:end].strip():
            return offset
        if self.top.nested and TAGS_ONLY.fullmatch(self.shown, begin, end):
            self._bare_tags(line, begin, end)
        elif closed is not None and closed.rows is not None:
            closed.rows.append((mark, offset, None))  # not the next line's: that would begin with the region's blanks
            closed.end = end
        else:
            self.top.rows.append((line, offset, None))
        self.fresh = False
        return offset

    def _bare_tags(self, line: int, begin: int, end: int) -> None:
        """Tags alone on a line: they belong to the head that they follow, or are a leaf of their own."""
        if not self.top.rows:
            self.top.region.head_end = end
        else:
            region = Region("html", "", "", line, begin, end, end, self.top.region.quotes)
            self.top.rows.append((line, end, region))


def unquoted(text: bytes) -> tuple[int, bytes]:
    """How many quote marks a line has, and what stands behind them."""
    bare = text.lstrip(b"> \t")
    return text[: len(text) - len(bare)].count(b">"), bare or b">"


def indent_of(text: bytes, start: int, end: int, quotes: int) -> int:
    """The columns before `end` in a line, behind its quote marks."""
    space = text[start:end]
    for _ in range(quotes):
        space = space.partition(b">")[2].removeprefix(b" ")
    return len(space.expandtabs(4)) if TAB in space else len(space)
