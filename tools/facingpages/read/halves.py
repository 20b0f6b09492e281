"""Documents of the two texts in a bilingual file, moved to where they stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from facingpages.document import Container, Document, Span
from facingpages.read.bilingual import Half
from facingpages.read.passage import Passage, relocate


def move(document: Document, side: Half, raw: bytes) -> None:
    """Move everything in the document of one text of a bilingual file to where it stands in the file `raw`."""
    way = Passage(side.raw, side.raw, {}, side.starts, side.origins)
    boxes: dict[int, Container] = {}
    for block in document.blocks:
        block.pieces = _cut(block.pieces, side.starts)
        for box in block.parent.around() if block.parent is not None else ():
            if id(box) in boxes:
                break
            boxes[id(box)] = box
    relocate(way, document.blocks, list(boxes.values()))
    for name in ("ids", "definitions", "unresolved", "footnotes", "footnote_marks", "unresolved_marks", "uses"):
        found = getattr(document, name)
        setattr(document, name, [one._replace(start=way.at(one.start), end=way.until(one.end)) for one in found])
    document.comments = [Span(way.at(start), way.until(end), text) for start, end, text in document.comments]
    document.faults = [fault._replace(start=way.at(fault.start), end=way.until(fault.end)) for fault in document.faults]
    for key, entry in document.metadata.items():
        document.metadata[key] = entry._replace(start=way.at(entry.start), end=way.until(entry.end))
    document.metadata_end = way.until(document.metadata_end)
    document.raw = raw
    document._lines = []  # counted anew in the file


def _cut(pieces: Sequence[tuple[int, str]], starts: Sequence[int]) -> list[tuple[int, str]]:
    """Pieces cut where the text was put together, so that each of them stands in the file as it is."""
    result: list[tuple[int, str]] = []
    for at, piece in pieces:
        written = piece.encode()
        cut = bisect_right(starts, at)
        while cut < len(starts) and starts[cut] < at + len(written):
            size = starts[cut] - at
            result.append((at, written[:size].decode("utf-8", "replace")))
            at, written = starts[cut], written[size:]
            cut += 1
        result.append((at, written.decode("utf-8", "replace")))
    return result
