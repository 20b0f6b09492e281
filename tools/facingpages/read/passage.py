"""A passage: a text that is parsed by itself, and the way back from it to the page it was cut from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from facingpages.document import Block, Container, Span
from facingpages.read.regions import Region, indent_of

BLANKS = bytes(code if code in b"\r\n" else 32 for code in range(256))


class Passage:
    """The page, or the body of one of its regions without the indentation and the quote marks it has to lose.

    `raw` is as written. `shown` is as long and is what the parser sees: directives are hidden, regions are placeholders
    (`regions`, by offset). `inner` and `outer` are the offsets of each line here and in the page; empty for the page.
    """

    __slots__ = ("inner", "outer", "raw", "regions", "shown", "starts")

    def __init__(
        self, raw: bytes, shown: bytes, regions: Mapping[int, Region], inner: Sequence[int], outer: Sequence[int]
    ) -> None:
        self.raw = raw
        self.shown = shown
        self.regions = regions
        self.starts = list(regions)
        self.inner = inner
        self.outer = outer

    def at(self, offset: int) -> int:
        """Where the byte at `offset` stands in the page."""
        if not self.inner:
            return offset
        line = max(bisect_right(self.inner, offset) - 1, 0)
        return self.outer[line] + offset - self.inner[line]

    def until(self, offset: int) -> int:
        """Where something that ends before `offset` ends in the page."""
        return self.at(offset - 1) + 1 if self.inner and offset else self.at(offset)

    def inside(self, offset: int) -> int:
        """Where the byte at `offset` of the page stands here."""
        line = max(bisect_right(self.outer, offset) - 1, 0)
        return self.inner[line] + offset - self.outer[line]

    def within(self, start: int, end: int) -> list[int]:
        """The offsets of the placeholders in a range."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def whole(raw: bytes, shown: bytes, regions: Sequence[Region]) -> Passage:
    """The page itself. Regions are blanked to the byte, so that every offset stays as it is."""
    parts: list[bytes] = []
    places: dict[int, Region] = {}
    seen = 0
    for region in regions:
        start = region.start
        if region.head_end - start == 3 and shown[start - 1 : start] in (b" ", b"\t"):
            start -= 1
        width = (
            region.head_end - start
        )  # three bytes or more; with three it is an HTML block, but no tag in a paragraph
        mark = b"<?" + b" " * (width - 4) + b"?>" if width > 3 else b"<?>"
        places[start] = region
        parts += (shown[seen:start], mark, shown[region.head_end : region.end].translate(BLANKS))
        seen = region.end
    parts.append(shown[seen:])
    return Passage(raw, b"".join(parts), places, (), ())


def body(region: Region, raw: bytes, shown: bytes) -> Passage:
    """What stands inside a region of the page `raw`."""
    rows = region.rows or []
    indent = region.indent if region.indent >= 0 else min(_margins(region, shown), default=0)
    inner: list[int] = []
    outer: list[int] = []
    places: dict[int, Region] = {}
    written: list[bytes] = []
    seen: list[bytes] = []
    size = 0
    for start, end, inside in rows:
        begin = skip(shown, start, inside.start if inside else end, region.quotes, indent)
        inner.append(size)
        outer.append(begin)
        if inside is None:
            line, mark = raw[begin:end], shown[begin:end]
        else:
            margin = shown[begin : inside.start]
            places[size + len(margin)] = inside
            line = mark = margin + b"<??>\n"
            inner.append(size + len(line) - 1)
            outer.append(inside.end)
        written.append(line)
        seen.append(mark)
        size += len(line)
    return Passage(b"".join(written), b"".join(seen), places, inner, outer)


def dedented(passage: Passage, start: int, end: int) -> Passage:
    """Indented lines of a passage without their quote marks and the indentation that all of them have."""
    begin = max(passage.shown.rfind(b"\n", 0, start), passage.shown.rfind(b"\r", 0, start)) + 1
    before = passage.shown[begin:start]
    quotes = 0
    if not before.strip(b"> \t"):  # not behind the mark of an item
        start, quotes = begin, before.count(b">")
    places = passage.within(start, end)
    rows: list[tuple[int, int, Region | None]] = []
    for line in passage.shown[start:end].splitlines(keepends=True):
        rows.append((start, start + len(line), None))
        start += len(line)
    cut = body(Region("html", "", "", 0, 0, 0, 0, quotes, rows=rows), passage.raw, passage.shown)
    regions = {cut.inside(place): passage.regions[place] for place in places}
    return Passage(cut.raw, cut.shown, regions, cut.inner, [passage.at(offset) for offset in cut.outer])


def _margins(region: Region, shown: bytes) -> Iterator[int]:
    """The indentation of each line inside a region that is not blank."""
    for start, end, inside in region.rows or ():
        if inside is not None:
            yield indent_of(shown, start, inside.start, region.quotes)
        elif text := (shown[start:end].lstrip(b"> \t\r\n") if region.quotes else shown[start:end].lstrip()):
            yield indent_of(shown, start, end - len(text), region.quotes)


def skip(text: bytes, start: int, end: int, quotes: int, indent: int) -> int:
    """Where a line goes on behind its quote marks and so many columns of indentation, or all it has."""
    for _ in range(quotes):
        mark = text.find(b">", start, end)
        if mark < 0 or text[start:mark].strip(b" \t"):
            break
        start = mark + 1 + (text[mark + 1 : mark + 2] == b" ")
    column = 0
    while start < end and column < indent and text[start] in b" \t":
        column += 4 - column % 4 if text[start] == 9 else 1
        start += 1
    return start


def relocate(passage: Passage, blocks: Sequence[Block], boxes: Sequence[Container]) -> None:
    """Move blocks and containers from the passage to where they stand in the page."""
    at, until = passage.at, passage.until
    for box in boxes:
        box.start, box.end = at(box.start), until(box.end)
    for block in blocks:
        block.start, block.end = at(block.start), until(block.end)
        block.pieces = [(at(start), piece) for start, piece in block.pieces]
        for link in block.links:
            link.start, link.end = at(link.start), until(link.end)
            link.text_start, link.text_end = at(link.text_start), until(link.text_end)
        for image in block.images:
            image.start, image.end = at(image.start), until(image.end)
        block.html = [tag._replace(start=at(tag.start), end=until(tag.end)) for tag in block.html]
        block.anchors = [one._replace(start=at(one.start), end=until(one.end)) for one in block.anchors]
        for name in ("codes", "strongs", "emphases", "directives", "footnotes"):
            spans: Sequence[Span] = getattr(block, name)
            if spans:
                setattr(block, name, [Span(at(start), until(end), text) for start, end, text in spans])
