"""A page cut into chunks, one a leaf block, so that a page can be put together again with other words in it.

Joined, the heads, bodies and tails of all chunks are the page's bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facingpages.document.leaf import Block, Code, Heading, Paragraph
from facingpages.document.names import Definition
from facingpages.late import late
from facingpages.tuples import NamedTuple

OPEN_FENCE = late(rb"(`{3,}|~{3,})[^\r\n]*(?:\r\n|\n|\r|\Z)")
CLOSE_FENCE = late(rb"(?:\r\n|\n|\r)?[ \t>]*(?:`{3,}|~{3,})[ \t]*\Z")
ATX = late(rb"#{1,6}[ \t]*")
CLOSING_MARKS = late(rb"(?:^|[ \t]+)#+[ \t]*\Z")
UNDERLINE = late(rb"[ \t]*(?:\r\n|\n|\r)[ \t>]*(?:=+|-+)[ \t]*\Z")
BLANK = b" \t\r\n"


class Chunk(NamedTuple):
    """One leaf block, one definition of a reference, or - neither - the front matter of a page.

    `head` is what opens it: indentation, the marks of lists and quotes, the line that opens a callout, `#`, a fence.
    `tail` is what follows: blank lines, closing marks, the rule of a table, comments. `start` is where its head begins.
    """

    start: int
    head: bytes
    body: bytes
    tail: bytes
    block: Block | None = None
    definition: Definition | None = None


class _Cut(NamedTuple):
    """Where a chunk's head begins, and its body."""

    head: int
    start: int
    end: int
    block: Block | None = None
    definition: Definition | None = None


def chunks(
    raw: bytes, blocks: Sequence[Block], definitions: Sequence[Definition], metadata_end: int
) -> Iterator[Chunk]:
    """The chunks of a page `raw`, whose front matter ends at `metadata_end`, in order."""
    cuts = list(_cuts(raw, blocks, definitions, metadata_end))
    if not cuts:
        cuts = [_Cut(0, 0, len(raw.rstrip(BLANK)))]
    for number, cut in enumerate(cuts):
        first = cut.head if number else 0
        after = cuts[number + 1].head if number + 1 < len(cuts) else len(raw)
        yield Chunk(
            first, raw[first : cut.start], raw[cut.start : cut.end], raw[cut.end : after], cut.block, cut.definition
        )


def _cuts(raw: bytes, blocks: Sequence[Block], definitions: Sequence[Definition], metadata_end: int) -> Iterator[_Cut]:
    reached = 0
    if metadata_end:
        lines = raw[:metadata_end]
        inside = lines.find(b"\n") + 1 or lines.find(b"\r") + 1
        end = max(inside, max(lines.rfind(b"\n"), lines.rfind(b"\r")))
        yield _Cut(0, inside, max(inside, len(lines[:end].rstrip(b"\r"))))
        reached = metadata_end
    waiting = iter(one for one in definitions if one.known)
    definition = next(waiting, None)
    for block in blocks:
        while definition is not None and definition.start < block.start:
            if definition.start >= reached:
                start, end = definition.start, _end_of_line(raw, definition.end)
                yield _Cut(_line_start(raw, start, reached), start, end, None, definition)
                reached = end
            definition = next(waiting, None)
        head = block.start
        for box in block.parent.around() if block.parent is not None else ():
            if box.start < reached:
                break
            head = min(head, box.start)
        start, end = _body(raw, block)
        start = max(start, reached)
        end = max(end, start)
        yield _Cut(_line_start(raw, max(head, reached), reached), start, end, block)
        reached = end
    while definition is not None:
        if definition.start >= reached:
            start, end = definition.start, _end_of_line(raw, definition.end)
            yield _Cut(_line_start(raw, start, reached), start, end, None, definition)
            reached = end
        definition = next(waiting, None)


def _line_start(raw: bytes, at: int, reached: int) -> int:
    """The beginning of a line, but not before what the chunk before it has reached."""
    return max(reached, raw.rfind(b"\n", reached, at) + 1, raw.rfind(b"\r", reached, at) + 1)


def _end_of_line(raw: bytes, at: int) -> int:
    ends = [end for end in (raw.find(b"\n", at), raw.find(b"\r", at)) if end >= 0]
    return max(at, len(raw[: min(ends, default=len(raw))].rstrip(BLANK)))


def _body(raw: bytes, block: Block) -> tuple[int, int]:
    """The body of a block: without the marks of a heading, the fences of code, blanks at its end."""
    start, end = block.start, block.end
    written = raw[start:end].rstrip(BLANK)
    end = start + len(written)
    if isinstance(block, Heading):
        if mark := ATX.match(written):
            closing = CLOSING_MARKS.search(written, mark.end())
            return start + mark.end(), start + closing.start() if closing else end
        line = UNDERLINE.search(written)
        return start, start + line.start() if line else end
    if isinstance(block, Code) and (fence := OPEN_FENCE.match(written)):
        last = CLOSE_FENCE.search(written, fence.end()) if block.closed else None
        if last is None and block.closed and CLOSE_FENCE.fullmatch(written[fence.end() :]):
            return start + fence.end(), start + fence.end()
        return start + fence.end(), start + last.start() if last else end
    if isinstance(block, Paragraph) and not block.pieces and block.marker is not None and not block.images:
        return end, end  # an item without content: all of it opens it
    return start, end
