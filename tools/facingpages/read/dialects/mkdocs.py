"""What MkDocs reads: Python-Markdown with PyMdown Extensions, and mkdocstrings."""

from __future__ import annotations

from facingpages.late import late
from facingpages.read.dialects.commonmark import ATTRIBUTES, CALLOUTS, COLONS, ELEMENT, LIQUID, element
from facingpages.read.dialects.dialect import INDENTED, Dialect, Head, Line, RegionKind, line_pattern

TYPES = rb"([\w\x80-\xff-]++(?:[ \t]++[\w\x80-\xff-]++)*+)?+"
ADMONITION = late(rb"(?:!!!|\?\?\?\+?)(?:[ \t]+|(?=[\w\x80-\xff\"]))" + TYPES + rb'(?:[ \t]*+"([^\r\n]*)")?')
WORDS = late(r"[\w-]+(?:[ \t]+[\w-]+)*")
TAB = late(rb'===[!+]?[ \t]+"([^\r\n]*)"')
SLASHES = late(rb"(/{3,})[ \t]*+(?:([\w-]++)[ \t]*+(?:\|[ \t]*+([^\r\n]*))?+)?+")
INSERT = late(rb"-+8<-+[^\r\n]*|;--8<--[^\r\n]*|\{\*[^\r\n]*\*\}")
OPTIONS = late(rb"(?:(?>\r\n|\r|\n)(?:(?: {4}|\t)[^\r\n]*+|[ \t]*+(?=[\r\n])))*+")


def admonition(line: Line) -> Head | None:
    """`!!! note "Title"` and `???` of Python-Markdown and pymdownx.details."""
    match = ADMONITION.fullmatch(line.shown, line.start, line.end)
    if match is None or not _are_words(match.group(1) or b""):
        return None
    return Head("callout", line.written(*match.span(1)), line.written(*match.span(2)), INDENTED)


def _are_words(types: bytes) -> bool:
    """Whether Python-Markdown takes them for types: letters and digits of any script, and no other signs."""
    return types.isascii() or WORDS.fullmatch(types.decode("utf-8", "replace")) is not None


def tab(line: Line) -> Head | None:
    """`=== "Title"` of pymdownx.tabbed."""
    match = TAB.fullmatch(line.shown, line.start, line.end)
    return Head("tab", "tab", line.written(*match.span(1)), INDENTED) if match else None


def slashes(line: Line) -> Head | None:
    """`/// note | Title` of pymdownx.blocks."""
    match = SLASHES.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    size = len(match.group(1))
    if match.group(2) is None:
        return Head("directive", "/" * size, key=b"/", size=size, closes=True)
    name = line.written(*match.span(2))
    kind: RegionKind = "tab" if name == "tab" else "callout" if name.lower() in CALLOUTS else "directive"
    return Head(kind, name, line.written(*match.span(3)), b"/", size)


def insert(line: Line) -> Head | None:
    """A line that a preprocessor replaces: `--8<-- "file"`, `{* file *}`."""
    match = INSERT.fullmatch(line.shown, line.start, line.end)
    return Head("directive", "insert", line.written(line.start, line.end)) if match else None


def identifier(line: Line) -> Head | None:
    """`::: package.module` of mkdocstrings, with the options indented below it."""
    match = COLONS.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    options = OPTIONS.match(line.shown, line.end)
    end = line.start + len(line.shown[line.start : options.end()].rstrip()) if options else line.end
    return Head("directive", ":::", line.written(match.end(1), line.end), end=end)


MKDOCS = Dialect(
    "mkdocs",
    {
        ord("!"): admonition, ord("?"): admonition, ord("="): tab, ord("/"): slashes, ord(":"): identifier,
        ord("<"): element, ord("-"): insert, ord(";"): insert, ord("{"): insert,
    },
    line_signs=(b"!!!", b"???", b"===", b"///", b":::", b"8<-", b"{*", b"markdown"),
    lines=line_pattern(rb"[ \t>]*+(?:!!!|\?\?\?|===[!+]?[ \t]|///|:::|-+8<-|;-+8<|\{\*|" + ELEMENT + rb")"),
    hidden=late(LIQUID + rb"|" + ATTRIBUTES),
    python=True,
    markers=frozenset(("attributes", "key", "highlight", "abbreviation", "annotation")),
)  # fmt: skip
