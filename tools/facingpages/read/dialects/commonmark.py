"""Plain Markdown as GitHub and most site generators read it; what other dialects share with it stands here, too.

Containers of `:::` are those of VitePress, Docusaurus and Starlight, the attribute `markdown` is that of md_in_html
and kramdown. Fences and colons with a name in braces are MyST's (https://mystmd.org/guide/directives): directives whose
body is text are containers.
"""

from __future__ import annotations

from facingpages.late import late
from facingpages.read.dialects.dialect import Dialect, Head, Line, line_pattern

CALLOUTS = frozenset((
    "note", "tip", "important", "warning", "caution", "danger", "info", "success", "question", "failure", "bug",
    "example", "quote", "abstract", "summary", "hint", "check", "attention", "error", "details", "tldr", "todo",
    "seealso", "secondary", "moniker", "admonition",
))  # fmt: skip
COLONS = late(rb"(:{3,})[ \t]*+([\w\x80-\xff-][\w\x80-\xff.-]*+)?+[ \t]*+([^\r\n]*)")
WORDED = CALLOUTS | frozenset((
    "versionadded", "versionchanged", "deprecated",
    "dropdown", "card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item", "margin", "sidebar",
    "aside", "topic", "epigraph", "pull-quote", "highlights", "exercise", "solution", "definition", "theorem",
    "lemma", "corollary", "proof", "proposition", "remark", "table",
))  # fmt: skip
NAMED = late(rb"(:{3,}|`{3,}|~{3,})[ \t]*+\{(?:prf:)?+([\w-]++)\}[ \t]*+([^\r\n]*)")
# Notes in fences: those of mdbook-admonish, whose kind may be left out, and of the plugin of Obsidian.
ADMONISH = late(
    rb"(`{3,}|~{3,})[ \t]*+(?:admonish\b(?:[ \t]++([\w\x80-\xff-]++)(?=[ \t]|\Z))?+|ad-([\w\x80-\xff-]++))"
    rb"[ \t]*+([^\r\n`]*)"
)
TITLE = late(r"(?:\btitle\s*=\s*)?\"([^\"]*)\"")
CURLY = late("[\u201c-\u201f\u00ab\u00bb\u300c-\u300f\uff02]")
BARE_FENCE = late(rb"`{3,}+|~{3,}+")
TAG = late(rb"<([a-zA-Z][\w-]*+)((?:[^<>\"']++|\"[^\"\r\n]*+\"|'[^'\r\n]*+')*+)>")
MARKDOWN_ATTRIBUTE = late(rb"(?<=\s)markdown(?=\s|=|\Z)")
ELEMENT = rb"<[a-zA-Z][^>\r\n]*\bmarkdown\b"
# Every pattern stops where another of its kind opens, so that a page of openers that never close costs no more.
ATTRIBUTES = rb"(?<!\\)\{(?::|[ \t]*+[#.][\w-])[^{}\r\n]*+\}"
WRAPPED = rb"(?:\r?\n[ \t>]*+(?![ \t>]*+\r?\n))"  # a line end that ends no paragraph
VARIABLE = rb"\{\{(?![<%])(?:[^{}\r\n]++|" + WRAPPED + rb")*+(?:[{}](?![{}])[^{}\r\n]*+)*+\}\}"
ID_COMMENT = rb"\{/\*[ \t]*+#?[\w-]++[ \t]*+\*/\}(?=[ \t]*+(?:[\r\n]|\Z))"  # a heading's id, as in MDX
# Settings of a tag may stand over blank lines, and hold some: Liquid does not see these.
SETTING = rb"=[ \t\r\n]*+\"[^\"%{]*+\"(?:\s++(?=[\w-]++[ \t]*+=|-?%\}))?+"
LIQUID = VARIABLE + rb"|\{%(?:[^%{=\r\n]++|" + SETTING + rb"|%(?!\})|\{(?!%)|=|" + WRAPPED + rb")*+%\}"


def colons(line: Line) -> Head | None:
    """`:::name title` and its `:::`."""
    match = COLONS.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    if match.group(3).startswith(b"{") and (head := named(line)) is not None:
        return head
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


def fence(line: Line) -> Head | None:
    """A fence that opens a directive whose body is text, and the bare one that may close it."""
    if BARE_FENCE.fullmatch(line.shown, line.start, line.end):
        return Head(
            "directive", "", key=line.shown[line.start : line.start + 1], size=line.end - line.start, closes=True
        )
    return admonish(line) or named(line)


def admonish(line: Line) -> Head | None:
    """A note whose text stands in a fence."""
    match = ADMONISH.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    mark, name, rest = match.group(1), match.group(2) or match.group(3) or b"note", line.written(*match.span(4))
    title, spoiled = TITLE.match(rest), CURLY.search(TITLE.sub("", rest))  # a title in other quotes is none
    kind = name.decode("utf-8", "replace").lower() + (f" {rest}" if spoiled else "")
    return Head("callout", kind, title[1] if title else "", mark[:1], len(mark))


def named(line: Line) -> Head | None:
    """`:::{name} title` and the same as a fence. Options behind it are text, for other rules to compare."""
    match = NAMED.fullmatch(line.shown, line.start, line.end)
    if match is None:
        return None
    mark, name, title = match.group(1), match.group(2).decode().lower(), line.written(*match.span(3))
    if mark[:1] == b"`" in match.group(3):
        return None  # no fence, but code between backticks
    if name not in WORDED and mark[:1] != b":":
        return None
    return Head("callout" if name in CALLOUTS else "directive", name, title, mark[:1], len(mark))


def element(line: Line) -> Head | None:
    """An HTML tag with the attribute `markdown`, alone on its line."""
    match = TAG.fullmatch(line.shown, line.start, line.end)
    if match is None or MARKDOWN_ATTRIBUTE.search(match.group(2)) is None:
        return None
    return Head("html", match.group(1).decode().lower(), key=match.group(1))


COMMONMARK = Dialect(
    "commonmark",
    {ord(":"): colons, ord("<"): element, ord("`"): fence, ord("~"): fence},
    line_signs=(b":::", b"markdown", b"```{", b"~~~{", b"``` {", b"admonish", b"```ad-"),
    lines=line_pattern(
        rb"[ \t>]*+(?::::|`{3,}+[ \t]*+(?:\{|admonish\b|ad-)|~{3,}+[ \t]*+(?:\{|admonish\b)|" + ELEMENT + rb")"
    ),
    hidden=late(LIQUID + rb"|" + ID_COMMENT + rb"|" + ATTRIBUTES),
    markers=frozenset(("attributes",)),
)
