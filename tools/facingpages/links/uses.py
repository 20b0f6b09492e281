"""Every target that a page names: in Markdown, in raw HTML, in what its dialect adds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from facingpages.document import Block, Document
from facingpages.links.references import label_of
from facingpages.links.rendering import Rendering
from facingpages.parse.html import read_tag


class Use(NamedTuple):
    """A target as written, and where: a byte range of the page.

    `kind` is link, image, html (an attribute of a raw tag that leads somewhere), html-image (one that is shown), leads
    and shown (the same of a dialect's own elements), definition (of a reference that is used), snippet (a file set into
    the page) or bare (an address in the text).
    """

    kind: str
    target: str
    start: int
    end: int


# Tags that lead nowhere by their own attributes, met so often that they are not read again.
SILENT = frozenset(
    [
        "br",
        "b",
        "i",
        "em",
        "strong",
        "sup",
        "sub",
        "span",
        "div",
        "p",
        "kbd",
        "code",
        "pre",
        "details",
        "summary",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "small",
        "mark",
        "u",
        "s",
        "del",
        "ins",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "center",
        "font",
        "section",
        "header",
        "footer",
        "main",
        "nav",
        "figure",
        "figcaption",
        "hr",
        "picture",
        "abbr",
        "button",
        "label",
        "cite",
    ]
)
LEADS = ("href", "data", "action", "cite", "longdesc")
SHOWS = ("src", "poster", "background")
# Raw HTML that Python-Markdown ends at the closing tag, where CommonMark ends it at a blank line.
RAW_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "iframe",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "p",
        "pre",
        "script",
        "section",
        "style",
        "table",
        "ul",
        "video",
    ]
)
ATTRIBUTE = re.compile(r"""\b(href|src|link|source|url)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
OPENING = re.compile(r"\{\{[<%]\s*(?:include|readfile|render|partial|snippet|md)\b|\{%-?\s*include[-_ ]?markdown")
SPACED = re.compile(r"(!?)\[([^\[\]\ufffc]*)\]\(\s*([^()\ufffc\"']*[^()\ufffc\"'\s])(?:\s+[\"'][^)]*[\"'])?\s*\)")
SNIPPET = re.compile(rb"^(;*)[ \t>]*-+8<-+[ \t]+([\"'])(.*?)\2", re.M)
SNIPPET_BLOCK = re.compile(rb"^[ \t>]*-+8<-+[ \t]*\r?\n(.*?)^[ \t>]*-+8<-+[ \t]*$", re.M | re.S)


def uses_of(document: Document, rendering: Rendering, labels: set[str]) -> Iterator[Use]:
    """The targets of all blocks; the labels that reference links use go into `labels`."""
    shut: list[str] = []
    for block in document.blocks:
        if rendering.python and block.kind == "html":
            _nest(block, shut)
        if block.links:
            yield from _links(document, block, labels, literal=bool(shut) or block.kind == "html")
        if block.images:
            yield from _images(document, block, labels, literal=bool(shut) or block.kind == "html")
        if block.html:
            yield from _tags(document, block)
        if block.directives:
            yield from _directives(block)
        if rendering.python and not shut and "](" in block.text and block.kind not in ("code", "html", "directive"):
            yield from _spaced(block)


def _nest(block: Block, shut: list[str]) -> None:
    """Keep count of the raw HTML that is open: what Markdown stands inside stays text."""
    if block.name:  # `<div markdown>` asks for Markdown inside
        return
    for span in block.html:
        name = span.text
        if name[0] == "/":
            if name[1:] in shut:
                while shut.pop() != name[1:]:
                    pass
        elif name in RAW_BLOCKS and (shut or block.parent is None):
            shut.append(name)


def _links(document: Document, block: Block, labels: set[str], *, literal: bool) -> Iterator[Use]:
    for link in block.links:
        form = link.form
        if form == "html":
            target = link.target
            if "$$" in target:
                target = _written(document, link.start, link.end, ("href",)) or target
            yield Use("html", target, link.start, link.end)
        elif form == "bare":
            yield Use("bare", link.target, link.start, link.end)
        elif literal:
            continue
        elif form == "reference":
            labels.add(label_of(document.source_text(link.start, link.end)))
        elif form != "auto" or ":" in link.target:
            yield Use("link", link.target, link.start, link.end)


def _images(document: Document, block: Block, labels: set[str], *, literal: bool) -> Iterator[Use]:
    raw = document.raw
    for image in block.images:
        target = image.source
        if raw[image.start : image.start + 1] == b"<":
            if "$$" in target:
                target = _written(document, image.start, image.end, SHOWS) or target
            if target:
                yield Use("html-image", target, image.start, image.end)
        elif literal:
            continue
        elif raw[image.end - 1 : image.end] == b"]":
            labels.add(label_of(document.source_text(image.start + 1, image.end)))
        else:
            yield Use("image", target, image.start, image.end)


def _written(document: Document, start: int, end: int, names: tuple[str, ...]) -> str:
    """An attribute of a tag as it stands in the page, where the parser saw a template in it and left it out."""
    written = document.source_text(start, end)
    for name in names:
        match = re.search(rf"""\b{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", written, re.I)
        if match:
            return match.group(1) or match.group(2) or match.group(3) or ""
    return ""


def _tags(document: Document, block: Block) -> Iterator[Use]:
    """Targets in raw tags beyond `<a href>` and the `src` that the parser tells."""
    whole = block.kind == "html"
    for start, end, name in block.html:
        if name[0] == "/" or name in SILENT or name == "a":
            continue
        tag = read_tag(document.source_text(start, end))
        if tag is None:
            continue
        attributes = tag[1]
        for key in LEADS:
            if attributes.get(key) and not (key == "href" and name in ("base", "use")):
                yield Use("html-image" if name in ("link", "object", "image") else "html", attributes[key], start, end)
        for key in SHOWS:
            if attributes.get(key) and not (key == "src" and (whole or name == "img")):
                yield Use("html-image", attributes[key], start, end)
        for key in ("srcset", "imagesrcset"):
            for candidate in srcset(attributes.get(key, "")):
                yield Use("html-image", candidate, start, end)


def srcset(value: str) -> list[str]:
    """The addresses in a `srcset`: each may have a width or a density behind it. A comma may be part of an address."""
    found = []
    rest = value.strip()
    while rest:
        address, _, rest = rest.partition(" ")
        if address.endswith(","):
            found.append(address.rstrip(","))
            rest = rest.strip()
        else:
            found.append(address)
            rest = rest.partition(",")[2].strip()
    return [address for address in found if address]


def _directives(block: Block) -> Iterator[Use]:
    """Targets in attributes of a dialect's own elements: components, shortcodes, `:::image`."""
    for start, end, text in block.directives:
        if "=" not in text or text.startswith(("{:", "{#", "{.")):
            continue
        for match in ATTRIBUTE.finditer(text):
            target = match.group(2) or match.group(3)
            if target:
                yield Use("shown" if match.group(1) in ("src", "source") else "leads", target, start, end)


def _spaced(block: Block) -> Iterator[Use]:
    """Python-Markdown takes a target with blanks in it, CommonMark does not."""
    for match in SPACED.finditer(block.text):
        if " " in match.group(3):
            start = block.offset(match.start())
            yield Use("image" if match.group(1) else "link", match.group(3), start, start + len(match.group().encode()))


def snippets(document: Document) -> Iterator[Use]:
    """Files that pymdownx.snippets sets into the page. It works before Markdown is read, so code does not stop it."""
    raw = document.raw
    comments = sorted((comment.start, comment.end) for comment in document.comments)

    def hidden(at: int) -> bool:
        index = bisect_right(comments, (at, len(raw))) - 1
        return index >= 0 and comments[index][0] <= at < comments[index][1]

    for match in SNIPPET.finditer(raw):
        if not match.group(1) and not hidden(match.start()):
            yield Use("snippet", match.group(3).decode("utf-8", "replace").strip(), match.start(3), match.end(3))
    for match in SNIPPET_BLOCK.finditer(raw):
        at = match.start(1)
        for line in match.group(1).splitlines(keepends=True):
            name = line.strip()
            if name and not name.startswith(b";") and b"8<" not in name and not hidden(at):
                start = at + line.index(name)
                yield Use("snippet", name.decode("utf-8", "replace"), start, start + len(name))
            at += len(line)
