"""Ids behind a heading that the renderer does not take for any: with something behind them, without a blank before them.

Python-Markdown and kramdown want blanks before the braces, all of them the end of the line behind. Docusaurus takes ids from
lines that begin with `#` alone; in MDX what is left of others is a program, and the page does not build.
A site may have other braces around ids, `%{#id}%`; these are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Document, Heading
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair
from facingpages.rules.held import What
from facingpages.tuples import NamedTuple

LISTED = late(rb"\{(?<![\\%{]\{)((?::[ \t]*)?#[^\s{}]+\}|/\*[ \t]*#[^\s{}]+[ \t]*\*/\})")
END = late(
    rb"(?:[ \t]*+(?:\{/\*(?:[^*\r\n]|\*(?!/\}))*+\*/\}|\{[^{}\r\n]*+\}|<[^<>\r\n]*+>))*+[ \t]*+#*+[ \t]*+(?=[\r\n]|\Z)"
)
ENDS = frozenset(b")`*_]>")  # of an element in the heading, to which a list behind it belongs


class Unread(NamedTuple):
    """A list with an id that is none: where it stands, and whether it keeps the page from being built."""

    start: int
    end: int
    breaks: bool


def unread_ids(pair: Pair) -> Iterator[tuple[Bead, Unread]]:
    """Those of a translation's headings, unless the source's has such a one, too."""
    for bead in pair.holding(What.ANCHOR):
        one, heading = bead.source[0], bead.target[0]
        if not isinstance(heading, Heading) or not heading.anchors:
            continue
        found = _unread(pair.target, heading)
        if found is not None and not (isinstance(one, Heading) and _unread(pair.source, one)):
            yield bead, found


def _unread(document: Document, heading: Heading) -> Unread | None:
    if document.raw.find(b"{", heading.start, heading.end) < 0:
        return None
    dialect = DIALECTS[document.dialect]
    first, last = document.line_span(heading.start)
    at_margin = document.raw[first : first + 1] == b"#"
    for match in LISTED.finditer(document.raw, heading.start, min(last, heading.end)):
        before = document.raw[match.start() - 1 : match.start()]
        if before and before[0] in ENDS:
            continue
        is_expression = match.group()[1:2] != b"/"
        if dialect.jsx and is_expression and not at_margin:
            return Unread(*match.span(), breaks=True)
        if END.match(document.raw, match.end()) is None or (dialect.python and before not in (b" ", b"\t")):
            return Unread(*match.span(), breaks=False)
    return None
