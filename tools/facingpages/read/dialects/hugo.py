"""What Hugo reads: shortcodes, and Goldmark's attributes."""

from __future__ import annotations

from facingpages.late import late
from facingpages.read.dialects.commonmark import ATTRIBUTES, ELEMENT, LIQUID, colons, element
from facingpages.read.dialects.dialect import Dialect, line_pattern

SHORTCODE = rb"\{\{[<%](?:[^>%{\r\n]++|[>%](?!\}\})|\{(?!\{[<%])|(?:\r\n|\r|\n)(?![ \t]*+[\r\n]))*+[>%]\}\}"

HUGO = Dialect(
    "hugo",
    {ord(":"): colons, ord("<"): element},
    line_signs=(b":::", b"markdown"),
    lines=line_pattern(rb"[ \t>]*+(?::::|" + ELEMENT + rb")"),
    hidden=late(rb"|".join((SHORTCODE, LIQUID, ATTRIBUTES))),
    markers=frozenset(("attributes",)),
)
