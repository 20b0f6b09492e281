"""What Microsoft Learn reads: `:::` lines, includes, words that are not to be localized."""

from __future__ import annotations

from facingpages.late import late
from facingpages.read.dialects.commonmark import ATTRIBUTES, COLONS, LIQUID
from facingpages.read.dialects.dialect import Dialect, Head, Line, line_pattern

TRIPLE = rb"(?::::no-loc|(?:(?<=[^\s>][ \t])|(?<=[\w(])):::image)\b(?:[^:\r\n]++|:(?!::))*+:::"
INCLUDE = rb"\[!([\w-]++)[ \t]*+\[[^\[\]\r\n]*+\](\([^()\r\n]*+\))\]"


def marker(line: Line) -> Head | None:
    """A `:::` line of Learn. What stands between two of them may cross lists, so they are no containers."""
    match = COLONS.fullmatch(line.shown, line.start, line.end)
    return Head("directive", line.written(*match.span(2)), line.written(*match.span(3))) if match else None


LEARN = Dialect(
    "learn",
    {ord(":"): marker},
    line_signs=(b":::",),
    lines=line_pattern(rb"[ \t>]*+:::"),
    hidden=late(rb"|".join((LIQUID, ATTRIBUTES, TRIPLE, INCLUDE))),
    hidden_signs=(b"{", b":::", b"[!"),
    columns={"column": True, "column-end": False, "row": False, "row-end": False},
    markers=frozenset(("attributes",)),
)
