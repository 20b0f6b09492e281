"""Ignores written in a page, each tied to the block it covers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from facingpages.document import Document, Span
from facingpages.finding import Finding
from facingpages.tuples import NamedTuple


class Ignore(NamedTuple):
    """A comment in a page that asks to ignore a rule in the lines it covers."""

    path: str
    locale: str
    line: int
    first: int
    last: int
    rule: str
    fingerprint: str
    reason: str
    column: int = 1
    used: bool = False  # whatever it covers
    gone: tuple[int, int, int, int] | None = None  # lines and columns of what goes with it when it is deleted

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is what this ignore asks to ignore."""
        if finding.place.path != self.path or not self.first <= finding.place.line <= self.last + 1:
            return False
        if finding.rule != self.rule and not finding.rule.startswith(self.rule + "-"):
            return False
        return not self.fingerprint or finding.fingerprint.startswith(self.fingerprint)


def ignores(document: Document) -> Iterator[Ignore]:
    """The ignores written in a page: `<!-- facingpages: ignore RULE [fingerprint] reason -->`.

    One covers the block it stands in, or the next block; with a fingerprint, only that very finding.
    """
    ends: list[int] = []  # of the blocks, each as far as any before it reaches
    for comment in document.comments:
        words = comment.text.removeprefix("<!--").removesuffix("-->").removeprefix("{/*").removesuffix("*/}").split()
        if words[:2] != ["facingpages:", "ignore"] or len(words) < 3:
            continue
        mark, rest = "", words[3:]
        if rest and len(rest[0]) >= 6 and all(char in "0123456789abcdef" for char in rest[0]):
            mark, rest = rest[0], rest[1:]
        first = last = document.place(comment.start).line
        column = document.place(comment.start).column
        ends = ends or list(accumulate((block.end for block in document.blocks), max))
        at = bisect_right(ends, comment.start)
        if at < len(ends):
            block = document.blocks[at]
            last = max(last, document.place(max(block.start, block.end - 1)).line)
        else:
            last = document.place(len(document.raw)).line
        gone = _whole_line(document, comment)
        yield Ignore(
            document.path, document.locale, first, first, last, words[2], mark, " ".join(rest), column, gone=gone
        )


def _whole_line(document: Document, comment: Span) -> tuple[int, int, int, int]:
    """A comment with its line, if nothing else stands there; else with the blank before it."""
    (start, _), (_, end) = document.line_span(comment.start), document.line_span(comment.end)
    raw = document.raw
    if raw[start : comment.start].strip() or raw[comment.end : end].strip():
        start = comment.start - (raw[comment.start - 1 : comment.start] == b" ")
        return document.place(start, comment.end)[1:]
    after = end + (2 if raw[end : end + 2] == b"\r\n" else 1 if raw[end : end + 1] else 0)
    return document.place(start, after)[1:]
