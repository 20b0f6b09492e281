"""MDX: Markdown with JSX, modules and expressions in it. Its comments are expressions, and it has no indented code."""

from __future__ import annotations

import re

from facingpages.late import late
from facingpages.read.dialects.commonmark import LIQUID, colons
from facingpages.read.dialects.dialect import Dialect, Head, Line, line_pattern

BLANK_LINE = late(rb"(?>\r\n|\r|\n)[ \t]*+(?=[\r\n]|\Z)|\Z")
COMPONENT = late(rb"<(/?)([A-Z\x80-\xff][\w.:\x80-\xff-]*+)")
MISQUOTED = late(rb"<([A-Z][\w.:-]*+)(?=[ \t])([^<>\r\n]*[^<>\r\n/])>")  # alone on its line, its quotes spoiled
COMPONENT_PART = late(rb"[^<>\"'`{}/]++|\"[^\"]{0,4000}+\"|'[^']{0,4000}+'|`[^`]{0,4000}+`|/(?!>)|(\{)|(\})|(/?>)")
# Inside braces is a program, with marked quotes in its strings and tags of its own; a quote alone stands in a text.
CODE_PART = late(
    rb"[^\"'`{}\r\n]++|\"(?:[^\"\\\r\n]|\\.){0,4000}+\"|'(?:[^'\\\r\n]|\\.){0,4000}+'|`(?:[^`\\]|\\.){0,4000}+`"
    rb"|(\{)|(\})|(\r?\n)|[\"'`\r]", re.S
)  # fmt: skip
# An element alone on its line with words below it: to MDX these are Markdown, with or without a blank line between.
AROUND_TEXT = late(
    rb"<(?:p|div|details|section|center|aside)(?:[ \t][^<>{}\r\n]*+)?>(?=[ \t]*+(?>\r\n|\r|\n)[ \t]*+[^\s<{])"
)
NEXT_COMPONENT = late(rb"([ \t]*+)<[A-Z\x80-\xff]")
COMPONENT_PARTS = 4000
BLANK_REST = late(rb"[ \t]*+(?=[\r\n]|\Z)")
COMMENT = rb"\{/\*(?:[^*{]++|\*(?!/\})|\{(?!/\*))*+\*/\}"
EXPRESSION = rb"(?<![\\$])\{(?:[^{}\r\n]++|\{[^{}\r\n]*+\})*+\}"


def module(line: Line) -> Head | None:
    """`import` and `export` of MDX, up to the next empty line."""
    word = line.shown[line.start : line.start + 7]
    if not line.fresh or word not in (b"import ", b"export ", b"import{", b"export{"):
        return None
    stop = BLANK_LINE.search(line.shown, line.end)
    end = stop.start() if stop else line.end
    written = line.written(line.start, end)
    return Head("directive", "module", " ".join(written.split()), end=end)


def component(line: Line) -> Head | None:
    """A JSX tag, alone on its line or on several."""
    found = _component(line)
    if found is None and (spoiled := MISQUOTED.fullmatch(line.shown, line.start, line.end)) is not None:
        return Head("directive", spoiled.group(1).decode(), line.written(*spoiled.span(2)), spoiled.group(1))
    return found


def _component(line: Line) -> Head | None:
    match = COMPONENT.match(line.shown, line.start)
    if match is None:
        around = AROUND_TEXT.match(line.shown, line.start)
        return Head("html", "", end=around.end()) if around is not None and around.end() == line.end else None
    closing, tag = match.groups()
    end = at = match.end()
    depth = 0
    for _ in range(COMPONENT_PARTS):
        part = (CODE_PART if depth else COMPONENT_PART).match(line.shown, at)
        if part is None or (depth and part.group(3) is not None and _begins_anew(line, part.end())):
            return None
        at = part.end()
        depth = max(depth + (part.group(1) is not None) - (part.group(2) is not None), 0)
        if part.group(3) is not None and not depth:
            end = part.start(3)
            break
    else:
        return None
    stop = BLANK_REST.match(line.shown, at)
    if stop is None:
        return None
    alone = part.group(3) == b"/>"
    name, attributes = tag.decode(), line.written(match.end(), end)
    if closing:
        return Head("directive", "/" + name, attributes, tag, closes=True, end=at)
    return Head("directive", name, attributes, b"" if alone else tag, end=at)


def _begins_anew(line: Line, at: int) -> bool:
    """Whether a component begins here no further inside than the one of a line: that one was never closed."""
    match = NEXT_COMPONENT.match(line.shown, at)
    if match is None:
        return False
    inside = line.start - (line.shown.rfind(b"\n", 0, line.start) + 1)
    return len(match.group(1)) <= inside


MDX = Dialect(
    "mdx",
    {ord(":"): colons, ord("<"): component, ord("i"): module, ord("e"): module},
    line_signs=(b":::", b"<", b"import", b"export"),
    lines=line_pattern(
        rb"(?:[ \t>]*+(?::::|</?[A-Z\x80-\xff]|<(?:p|div|details|section|center|aside)[ \t>])|import\b|export\b)"
    ),
    hidden=late(rb"|".join((COMMENT, LIQUID, EXPRESSION))),
    indented_code=False,
    jsx=True,
)
