"""Every target that a page names: in Markdown, in raw HTML, in what its dialect adds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from facingpages.document import Block, Document
from facingpages.links.raw import RawHtml
from facingpages.links.references import label_of
from facingpages.read.html import read_tag


class Use(NamedTuple):
    """A target as written, and where: a byte range of the page.

    `kind` is link, image, html (an attribute of a raw tag that leads somewhere), html-image (one that is shown), leads
    and shown (the same of a dialect's own elements), definition (of a reference that is used), snippet (a file set into
    the page), listing (one set into its code) or bare (an address in the text).
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
LEADS = ("href", "xlink:href", "data", "action", "cite", "longdesc")
SHOWS = ("src", "poster", "background")
ATTRIBUTE = re.compile(r"""\b(href|src|link|source|url)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
OPENING = re.compile(r"\{\{[<%]\s*(?:include|readfile|render|partial|snippet|md)\b|\{%-?\s*include[-_ ]?markdown")
SPACED = re.compile(r"(!?)\[([^\[\]\ufffc]*)\]\(\s*([^()\ufffc\"']*[^()\ufffc\"'\s])(?:\s+[\"'][^)]*[\"'])?\s*\)")


def uses_of(document: Document, raw: RawHtml | None, labels: set[str]) -> Iterator[Use]:
    """The targets of all blocks; the labels that reference links use go into `labels`.

    `raw` is what Python-Markdown leaves as it stands, None for other renderers, which go by CommonMark.
    """
    for block in document.blocks:
        if block.links:
            yield from _links(document, block, labels, raw)
        if block.images:
            yield from _images(document, block, labels, raw)
        if block.html:
            yield from _tags(document, block)
        if block.directives:
            yield from _directives(block)
        if (
            raw is not None
            and "](" in block.text
            and block.kind not in ("code", "html", "directive")
            and not raw.holds(block.start)
        ):
            yield from _spaced(block)


def _literal(block: Block, at: int, raw: RawHtml | None) -> bool:
    """Whether what looks like Markdown there is text in raw HTML."""
    return block.kind == "html" and not block.name if raw is None else raw.holds(at)


def _links(document: Document, block: Block, labels: set[str], raw: RawHtml | None) -> Iterator[Use]:
    for link in block.links:
        form = link.form
        if form == "html":
            target = link.target
            if "$$" in target:
                target = _written(document, link.start, link.end, ("href",)) or target
            yield Use("html", target, link.start, link.end)
        elif form == "bare":
            yield Use("bare", link.target, link.start, link.end)
        elif _literal(block, link.start, raw):
            continue
        elif form == "reference":
            labels.add(label_of(document.source_text(link.start, link.end)))
        elif form != "auto" or ":" in link.target:
            yield Use("link", link.target, link.start, link.end)


def _images(document: Document, block: Block, labels: set[str], raw: RawHtml | None) -> Iterator[Use]:
    page = document.raw
    for image in block.images:
        target = image.source
        if page[image.start : image.start + 1] == b"<":
            if "$$" in target:
                target = _written(document, image.start, image.end, SHOWS) or target
            if target:
                yield Use("html-image", target, image.start, image.end)
        elif _literal(block, image.start, raw):
            continue
        elif page[image.end - 1 : image.end] == b"]":
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
        if name[0] == "/" or name in SILENT or (name == "a" and b"xlink:" not in document.raw[start:end]):
            continue
        tag = read_tag(document.source_text(start, end))
        if tag is None:
            continue
        attributes = tag[1]
        for key in LEADS:
            if attributes.get(key) and not (key.endswith("href") and name in ("base", "use")):
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
