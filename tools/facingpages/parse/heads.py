"""The lines that open and close what CommonMark does not know, dialect by dialect.

The syntaxes are those of Python-Markdown and PyMdown Extensions (MkDocs), mkdocstrings, Microsoft Learn, VitePress,
Docusaurus and Starlight, MDX, and of the `markdown` attribute of md_in_html and kramdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

INDENTED = b" "
CALLOUTS = frozenset((
    "note", "tip", "important", "warning", "caution", "danger", "info", "success", "question", "failure", "bug",
    "example", "quote", "abstract", "summary", "hint", "check", "attention", "error", "details", "tldr", "todo",
    "seealso", "secondary", "moniker", "admonition",
))  # fmt: skip
TYPES = rb"([\w-]++(?:[ \t]++[\w-]++)*+)?+"
ADMONITION = re.compile(rb"(?:!!!|\?\?\?\+?)[ \t]+" + TYPES + rb'(?:[ \t]*+"([^\r\n]*)")?')
TAB = re.compile(rb'===[!+]?[ \t]+"([^\r\n]*)"')
SLASHES = re.compile(rb"(/{3,})[ \t]*+(?:([\w-]++)[ \t]*+(?:\|[ \t]*+([^\r\n]*))?+)?+")
COLONS = re.compile(rb"(:{3,})[ \t]*+([\w-][\w.-]*+)?+[ \t]*+([^\r\n]*)")
INSERT = re.compile(rb"-+8<-+[^\r\n]*|;--8<--[^\r\n]*|\{\*[^\r\n]*\*\}")
OPTIONS = re.compile(rb"(?:(?>\r\n|\r|\n)(?:(?: {4}|\t)[^\r\n]*+|[ \t]*+(?=[\r\n])))*+")
BLANK_LINE = re.compile(rb"(?>\r\n|\r|\n)[ \t]*+(?=[\r\n]|\Z)|\Z")
TAG = re.compile(rb"<([a-zA-Z][\w-]*+)((?:[^<>\"']++|\"[^\"\r\n]*+\"|'[^'\r\n]*+')*+)>")
MARKDOWN_ATTRIBUTE = re.compile(rb"(?<=\s)markdown(?=\s|=|\Z)")
COMPONENT = re.compile(rb"<(/?)([A-Z][\w.:-]*+)")
COMPONENT_PART = re.compile(
    rb"[^<>\"'`{}/]++|\"[^\"]{0,4000}+\"|'[^']{0,4000}+'|`[^`]{0,4000}+`|/(?!>)|(\{)|(\})|(/?>)"
)
COMPONENT_PARTS = 4000


class Line(NamedTuple):
    """A line from its first visible byte to its last. `fresh`: a block may begin here, it continues no paragraph."""

    raw: bytes
    shown: bytes
    start: int
    end: int
    fresh: bool

    def written(self, start: int, end: int) -> str:
        """Part of the page as written, without spaces around it."""
        return self.raw[start:end].decode("utf-8", "replace").strip()


class Head(NamedTuple):
    """What a line opens or closes.

    `kind` is callout, tab, directive or html. `key` says what ends it: INDENTED, a mark or a tag; empty: it is a leaf.
    `size` is the length of a mark. `end`: where the head ends, if that is not the end of its line.
    """

    kind: str
    name: str
    title: str = ""
    key: bytes = b""
    size: int = 0
    closes: bool = False
    end: int = -1


def admonition(line: Line) -> Head | None:
    """`!!! note "Title"` and `???` of Python-Markdown and pymdownx.details."""
    match = ADMONITION.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    return Head("callout", line.written(*match.span(1)), line.written(*match.span(2)), INDENTED)


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
    kind = "tab" if name == "tab" else "callout" if name.lower() in CALLOUTS else "directive"
    return Head(kind, name, line.written(*match.span(3)), b"/", size)


def insert(line: Line) -> Head | None:
    """A line that a preprocessor replaces: `--8<-- "file"`, `{* file *}`."""
    match = INSERT.fullmatch(line.shown, line.start, line.end)
    return Head("directive", "insert", line.written(line.start, line.end)) if match else None


def colons(line: Line) -> Head | None:
    """`:::name title` and its `:::`."""
    match = COLONS.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    size = len(match.group(1))
    name, title = line.written(*match.span(2)), line.written(*match.span(3))
    if not name and not title:
        return Head("directive", ":::", key=b":", size=size, closes=True)
    if title.endswith(":::"):
        return Head("directive", name or ":::", title)
    if name.lower() not in CALLOUTS:
        return Head("directive", name, title.strip("[]{}"), b":", size)
    if title.startswith("[") and "]" in title:
        title = title[1 : title.rindex("]")]
    return Head("callout", name, title.strip("[]{}"), b":", size)


def marker(line: Line) -> Head | None:
    """A `:::` line of Learn. What stands between two of them may cross lists, so they are no containers."""
    match = COLONS.fullmatch(line.shown, line.start, line.end)
    return Head("directive", line.written(*match.span(2)), line.written(*match.span(3))) if match else None


def identifier(line: Line) -> Head | None:
    """`::: package.module` of mkdocstrings, with the options indented below it."""
    match = COLONS.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    options = OPTIONS.match(line.shown, line.end)
    end = line.start + len(line.shown[line.start : options.end()].rstrip()) if options else line.end
    return Head("directive", ":::", line.written(match.end(1), line.end), end=end)


def element(line: Line) -> Head | None:
    """An HTML tag with the attribute `markdown`, alone on its line."""
    match = TAG.fullmatch(line.shown, line.start, line.end)
    if match is None or MARKDOWN_ATTRIBUTE.search(match.group(2)) is None:
        return None
    return Head("html", match.group(1).decode().lower(), key=match.group(1))


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
    match = COMPONENT.match(line.shown, line.start)
    if match is None:
        return None
    closing, tag = match.groups()
    end = at = match.end()
    depth = 0
    for _ in range(COMPONENT_PARTS):
        part = COMPONENT_PART.match(line.shown, at)
        if part is None:
            return None
        at = part.end()
        depth += (part.group(1) is not None) - (part.group(2) is not None)
        if part.group(3) is not None and depth <= 0:
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


BLANK_REST = re.compile(rb"[ \t]*+(?=[\r\n]|\Z)")
Reader = Callable[[Line], Head | None]

MKDOCS: Mapping[int, Reader] = {
    ord("!"): admonition, ord("?"): admonition, ord("="): tab, ord("/"): slashes, ord(":"): identifier,
    ord("<"): element, ord("-"): insert, ord(";"): insert, ord("{"): insert,
}  # fmt: skip
MDX: Mapping[int, Reader] = {ord(":"): colons, ord("<"): component, ord("i"): module, ord("e"): module}
OTHERS: Mapping[int, Reader] = {ord(":"): colons, ord("<"): element}

HEADS: Mapping[str, Mapping[int, Reader]] = {
    "commonmark": OTHERS, "learn": {ord(":"): marker}, "mkdocs": MKDOCS, "hugo": OTHERS, "mdx": MDX,
}  # fmt: skip
# A page without any of these has no regions; the bytes are quicker to look for than the lines.
SIGNS: Mapping[str, tuple[bytes, ...]] = {
    "commonmark": (b":::", b"markdown"),
    "learn": (b":::",),
    "mkdocs": (b"!!!", b"???", b"===", b"///", b":::", b"8<-", b"{*", b"markdown"),
    "hugo": (b":::", b"markdown"),
    "mdx": (b":::", b"<", b"import", b"export"),
}
ELEMENT = rb"<[a-zA-Z][^>\r\n]*\bmarkdown\b"
HINT: Mapping[str, re.Pattern[bytes]] = {
    dialect: re.compile(rb"(?:\A|[\r\n])" + lines)
    for dialect, lines in {
        "commonmark": rb"[ \t>]*+(?::::|" + ELEMENT + rb")",
        "learn": rb"[ \t>]*+:::",
        "mkdocs": rb"[ \t>]*+(?:!!!|\?\?\?|===[!+]?[ \t]|///|:::|-+8<-|;-+8<|\{\*|" + ELEMENT + rb")",
        "hugo": rb"[ \t>]*+(?::::|" + ELEMENT + rb")",
        "mdx": rb"(?:[ \t>]*+(?::::|</?[A-Z])|import\b|export\b)",
    }.items()
}
