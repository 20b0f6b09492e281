"""Edits of a page's bytes: what is beside them stays as it is, to the byte."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from facingpages.finding import Edit, Finding, Fix


def edited(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """A page with some edits made, none of which overlaps another. Raises ValueError at a place that is not on it."""
    parts: list[bytes] = []
    known = 0
    for start, end, text in offsets(raw, edits):
        if start < known or end < start:
            raise ValueError("edits overlap")
        parts += (raw[known:start], text)
        known = end
    return b"".join((*parts, raw[known:]))


def offsets(raw: bytes, edits: Iterable[Edit]) -> list[tuple[int, int, bytes]]:
    """Edits of a page in its order: the bytes from one offset to another, and what stands there then instead.

    Raises ValueError at a place that is not on the page.
    """
    lines = raw.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return sorted(
        (_offset(lines, starts, edit, end=False), _offset(lines, starts, edit, end=True), edit.text.encode())
        for edit in edits
    )


def _offset(lines: Sequence[bytes], starts: Sequence[int], edit: Edit, *, end: bool) -> int:
    """The byte at which an edit begins or ends."""
    line, column = (edit.place.end_line, edit.place.end_column) if end else edit.place[1:3]
    return starts[min(line, len(starts)) - 1] + bytes_before(lines, line, column)


def bytes_before(lines: Sequence[bytes], line: int, column: int) -> int:
    """How many bytes of a line stand before a column. Raises ValueError at a place that is not on the page."""
    if not 1 <= line <= len(lines) + 1 or column < 1:
        raise ValueError("a place that is not on the page")
    text = lines[line - 1].decode("utf-8", "surrogateescape") if line <= len(lines) else ""
    if column - 1 > len(text):
        raise ValueError("a place that is not on the page")
    return len(text[: column - 1].encode("utf-8", "surrogateescape"))


def fitting(findings: Iterable[Finding]) -> list[Fix]:
    """The fixes of some findings that can be made together, by their places; the others must wait."""
    taken: dict[Fix, None] = {}
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = []  # sorted, and none of them in another
    for finding in sorted(findings, key=lambda one: one.order):
        assert finding.fix is not None
        own = [(edit.place[1:3], edit.place[3:5]) for edit in finding.fix.edits]
        if finding.fix in taken:
            continue  # two rules ask for the same
        if not any(_touches(spans, first, last) for first, last in own):
            taken[finding.fix] = None
            for span in own:
                insort(spans, span)
    return list(taken)


def _touches(
    spans: Sequence[tuple[tuple[int, int], tuple[int, int]]], first: tuple[int, int], last: tuple[int, int]
) -> bool:
    """Whether a stretch touches one of those that were taken: the last that begins before it ends, ends last, too."""
    at = bisect_right(spans, last, key=lambda span: span[0])
    return at > 0 and first <= spans[at - 1][1]
