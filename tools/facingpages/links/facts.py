"""What one page defines and uses, taken from its parsed form while that is at hand: small enough to keep for all pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from facingpages.document import Block, Document, Link
from facingpages.links.headings import heading_ids
from facingpages.links.references import Note, references
from facingpages.links.rendering import Rendering
from facingpages.parse.html import read_tag


class Use(NamedTuple):
    """A target as written, and where: a byte range of the page.

    `kind` is link, image, html (an attribute of a raw tag that leads somewhere), html-image (one that is shown),
    definition (of a reference that is used), snippet (a file set into the page) or bare (an address in the text).
    """

    kind: str
    target: str
    start: int
    end: int


class Heading(NamedTuple):
    """A heading's level, its id in the built page and its byte offset."""

    level: int
    id: str
    start: int


@dataclass(slots=True)
class PageFacts:
    """The facts of one page. `ids` are all ids it defines, each with the byte offset where it does first.

    `loose` are ids that it may have: other renderers would give them. `open` tells that it may have more ids than can
    be told, because a program writes part of it. `address` holds what its front matter says about its address.
    """

    path: str
    page: str
    locale: str
    ids: dict[str, int] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    headings: list[Heading] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    address: dict[str, str] = field(default_factory=dict)
    open: bool = False


# Tags whose attributes lead nowhere, met so often that they are not read again.
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
        "blockquote",
        "cite",
        "q",
    ]
)
LEADS = ("href", "data", "action", "cite", "longdesc")
SHOWS = ("src", "poster", "background")
ADDRESS_KEYS = ("slug", "url", "permalink", "aliases", "redirect_from", "id", "draft", "published")
ATTRIBUTE_ID = re.compile(r"#([^\s}#.]+)")
HREF = re.compile(r"""\b(href|src|link|source|url)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
SNIPPET = re.compile(rb"^(;*)[ \t>]*-+8<-+[ \t]+([\"'])(.*?)\2", re.M)
SNIPPET_BLOCK = re.compile(rb"^[ \t>]*-+8<-+[ \t]*\r?\n(.*?)^[ \t>]*-+8<-+[ \t]*$", re.M | re.S)
OPENING = re.compile(r"\{\{[<%]\s*(?:include|readfile|render|partial|snippet|md)\b|\{%-?\s*include[-_ ]?markdown")
PARTIAL = re.compile(rb"^import\s[^\r\n]*\.mdx?[\"']", re.M)
LITERAL_LINK = re.compile(r"(!?)\[([^\[\]\ufffc]*)\]\(\s*([^()\ufffc\"']*[^()\ufffc\"'\s])(?:\s+[\"'][^)]*[\"'])?\s*\)")
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


def collect(document: Document, rendering: Rendering) -> PageFacts:
    """The facts of a parsed page, as the renderer would see it. One pass; the page is not parsed again."""
    facts = PageFacts(document.path, document.page, document.locale)
    found = heading_ids(document, rendering)
    facts.ids, facts.loose = found.ids, found.loose
    facts.headings = [Heading(*heading) for heading in found.headings]
    facts.notes += found.notes
    uses = facts.uses
    references_used: set[str] = set()
    raw = document.raw
    shut: list[str] = []  # raw HTML blocks that Python-Markdown passes through with all that is inside
    for block in document.blocks:
        if rendering.python and (shut or block.kind == "html"):
            _nest(block, shut)
        if block.links:
            _links(document, block, uses, references_used, literal=bool(shut))
        if block.images and not shut:
            for image in block.images:
                kind = "html-image" if raw[image.start : image.start + 1] == b"<" else "image"
                target = image.source
                if "$$" in target:
                    target = _written(document, image.start, image.end, SHOWS) or target
                elif kind == "image" and _is_reference(raw, image.end):
                    references_used.add(_label(document, image.start + 1, image.end))
                    continue
                uses.append(Use(kind, target, image.start, image.end))
        if block.html:
            uses += _tags(document, block)
        if block.directives:
            uses += _directives(block, facts)
        if rendering.python and not shut and "](" in block.text and block.kind not in ("code", "html", "directive"):
            uses += _loose_links(block)
    if b"8<-" in raw and rendering.snippets:
        uses += _snippets(document)
    if document.dialect == "mdx" and b"import" in raw and PARTIAL.search(raw):
        facts.open = True
    notes, definitions = references(document, rendering, references_used)
    facts.notes += notes
    uses += [Use("definition", target, start, end) for target, start, end in definitions]
    for key in ADDRESS_KEYS:
        if key in document.metadata:
            facts.address[key] = document.metadata[key].value
    return facts


def _links(document: Document, block: Block, uses: list[Use], used: set[str], *, literal: bool) -> None:
    html_block = block.kind == "html"
    for link in block.links:
        form = link.form
        if form == "html":
            target = link.target
            if "$$" in target:
                target = _written(document, link.start, link.end, ("href",)) or target
            uses.append(Use("html", target, link.start, link.end))
        elif literal or html_block:
            continue  # Markdown inside raw HTML stays text
        elif form == "reference":
            used.add(_label(document, link.start, link.end))
        elif form == "bare":
            uses.append(Use("bare", link.target, link.start, link.end))
        elif form != "auto" or ":" in link.target:
            uses.append(Use("link", link.target, link.start, link.end))


def _label(document: Document, start: int, end: int) -> str:
    """The label of a reference link, as labels are compared: `[text][label]`, `[label][]`, `[label]`."""
    written = document.raw[start:end].decode("utf-8", "replace")
    if written.endswith("[]"):
        written = written[:-2]
    elif written.endswith("]"):
        depth = 0
        for at in range(len(written) - 1, -1, -1):
            depth += (written[at] == "]") - (written[at] == "[")
            if depth == 0:
                written = written[at:]
                break
    return normal_label(written[1:-1])


def normal_label(label: str) -> str:
    """A reference label as labels are compared: case and blanks don't count."""
    return " ".join(label.split()).casefold()


def _is_reference(raw: bytes, end: int) -> bool:
    return raw[end - 1 : end] == b"]"


def _written(document: Document, start: int, end: int, names: tuple[str, ...]) -> str:
    """An attribute of a tag as it stands in the page, where the parser saw a template in it and left it out."""
    written = document.raw[start:end].decode("utf-8", "replace")
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
        written = document.raw[start:end].decode("utf-8", "replace")
        tag = read_tag(written)
        if tag is None:
            continue
        attributes = tag[1]
        for key in LEADS:
            if attributes.get(key) and not (key == "href" and name in ("base", "use")):
                kind = "html-image" if name in ("link", "object", "image") else "html"
                yield Use(kind, attributes[key], start, end)
        for key in SHOWS:
            if attributes.get(key) and not (key == "src" and (whole or name == "img")):
                yield Use("html-image", attributes[key], start, end)
        for key in ("srcset", "imagesrcset"):
            for candidate in srcset(attributes.get(key, "")):
                yield Use("html-image", candidate, start, end)


def srcset(value: str) -> list[str]:
    """The addresses in a `srcset`: each may have a width or density behind it. A comma inside an address is part of it."""
    found = []
    rest = value.strip()
    while rest:
        address, _, rest = rest.partition(" ")
        if address.endswith(","):
            found.append(address.rstrip(","))
            rest = rest.strip()
            continue
        found.append(address)
        rest = rest.partition(",")[2].strip()
    return [address for address in found if address]


def _directives(block: Block, facts: PageFacts) -> Iterator[Use]:
    """Targets in attributes of a dialect's own elements; whether one lets ids in that can't be told."""
    if block.kind == "directive" and block.name == ":::":
        facts.open = True
    for start, end, text in block.directives:
        if OPENING.match(text):
            facts.open = True
        if "=" not in text or text.startswith(("{:", "{#", "{.")):
            continue
        for match in HREF.finditer(text):
            target = match.group(2) or match.group(3)
            if target:
                image = match.group(1) in ("src", "source")
                kind = "shown" if image else "leads"
                yield Use(kind, target, start, end)


def _loose_links(block: Block) -> Iterator[Use]:
    """Python-Markdown takes a target with blanks in it, CommonMark does not."""
    for match in LITERAL_LINK.finditer(block.text):
        if " " in match.group(3):
            start = block.offset(match.start())
            yield Use("image" if match.group(1) else "link", match.group(3), start, start + len(match.group().encode()))


def _snippets(document: Document) -> Iterator[Use]:
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
        if hidden(match.start()):
            continue
        at = match.start(1)
        for line in match.group(1).splitlines(keepends=True):
            name = line.strip()
            if name and not name.startswith(b";") and b"8<" not in name:
                start = at + line.index(name)
                yield Use("snippet", name.decode("utf-8", "replace"), start, start + len(name))
            at += len(line)


def _nest(block: Block, shut: list[str]) -> None:
    """Keep count of the raw HTML blocks that are open: Python-Markdown ends one at its closing tag, not at a blank line."""
    if block.kind != "html" or block.name:  # a named one asks for Markdown inside
        return
    for span in block.html:
        name = span.text
        if name[0] == "/":
            if name[1:] in shut:
                while shut.pop() != name[1:]:
                    pass
        elif name in RAW_BLOCKS and (shut or block.parent is None):
            shut.append(name)


def links_of(facts: PageFacts) -> Iterator[Use]:
    """The uses that lead out of the site's own files: addresses with a host."""
    for use in facts.uses:
        if use.target[:4].lower() == "http" or use.target.startswith("//"):
            yield use


__all__ = ["Heading", "Link", "PageFacts", "Use", "collect", "links_of", "normal_label", "srcset"]
