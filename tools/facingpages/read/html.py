"""Raw HTML inside Markdown, as far as a translation must keep it: links, images, ids, and the text between the tags."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facingpages.document import Block, Id, Image, Link, RawTag, Span
from facingpages.late import late
from facingpages.seldom import unescape

# Nothing is given back once it is matched: what begins like a tag and isn't one costs its own length, once.
TAG = late(rb"<(/?)([a-zA-Z][\w:-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)(>?)")
# In braces is a program's value, as JSX has it; of two pairs of them at most.
ATTRIBUTE = late(
    r"([a-zA-Z_:@][\w:.@-]*+)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|(\{(?:[^{}]++|\{[^{}]*+\})*+\}|[^\s\"'>]++)))?"
)
COMMENT = late(rb"<!--.*?(?:-->|\Z)", re.S)
WORD = late(rb"\S+")
MARKDOWN_LINK = late(
    rb"(!?)\[([^\[\]\r\n]*+)\]\([ \t]*+([^()\s]++(?:\([^()\s]*+\)[^()\s]*+)*+)(?:[ \t]++\"[^\"\r\n]*+\")?+[ \t]*+\)"
)
NONE: Mapping[str, str] = {}
SILENT = frozenset((b"script", b"style"))
# Words end at such a tag.
BREAKING = frozenset(("br", "td", "th", "tr", "li", "p", "div", "table", "ul", "ol", "dt", "dd"))


def id_of(is_link: bool, attributes: Mapping[str, str], start: int, end: int) -> Id | None:
    """The id that a tag gives its element; `is_link`: it is an `<a>`, whose name counts, too."""
    if identifier := attributes.get("id"):
        return Id(start, end, identifier, "id")
    if is_link and (identifier := attributes.get("name")):
        return Id(start, end, identifier, "name")
    return None


def read_tag(written: str) -> tuple[str, dict[str, str], bool] | None:
    """Name, attributes and whether it closes, of one tag as written; None where it is none."""
    match = TAG.match(written.encode())
    if match is None or not match.group(4):
        return None
    closing, name, rest, _ = match.groups()
    return name.decode().lower(), read_attributes(rest.decode()) if rest else {}, bool(closing)


def read_attributes(written: str) -> dict[str, str]:
    """The attributes inside a tag; of a repeated one the first counts, as in a browser."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        value = match.group(2) or match.group(3) or match.group(4) or ""
        found.setdefault(match.group(1).lower(), unescape(value) if "&" in value else value)
    return found


def html_ids(raw: bytes) -> dict[str, int]:
    """All ids of a page of HTML, each with the offset where it stands first."""
    found: dict[str, int] = {}
    for match in TAG.finditer(COMMENT.sub(lambda match: b" " * len(match.group()), raw)):
        if match.group(4) and not match.group(1):
            attributes = read_attributes(match.group(3).decode("utf-8", "replace"))
            name = attributes.get("name", "") if match.group(2).lower() == b"a" else ""
            for identifier in (attributes.get("id", ""), name):
                if identifier:
                    found.setdefault(identifier, match.start())
    return found


def harvest(block: Block, written: bytes, base: int) -> list[Span]:
    """Fill a block from the raw HTML that stands at the offset `base`; gives the comments in it."""
    comments, written = _comments(written, base) if b"<!--" in written else ([], written)
    links: list[Link] = []
    images: list[Image] = []
    html: list[RawTag] = []
    anchors: list[Id] = []
    open_links: list[tuple[Link, int]] = []
    silent = b""
    seen = 0
    for match in TAG.finditer(written):
        if not match.group(4):
            continue
        closing, name, rest, _ = match.groups()
        name = name.lower()
        if silent and not (closing and name == silent):
            continue
        if match.start() > seen and not silent:
            _text(block, written, seen, match.start(), base, links, images)
        seen = match.end()
        start, end = base + match.start(), base + match.end()
        attributes = read_attributes(rest.decode("utf-8", "replace")) if rest and not closing else NONE
        html.append(RawTag(start, end, ("/" if closing else "") + name.decode(), attributes))
        if name.decode() in BREAKING:
            _space(block.pieces, start)
        silent = name if name in SILENT and not closing else b""
        if closing:
            if name == b"a" and open_links:
                link, first = open_links.pop()
                link.end, link.text_end = end, start
                link.text = "".join([piece for _, piece in block.pieces[first:]]).strip()
            continue
        if (identifier := id_of(name == b"a", attributes, start, end)) is not None:
            anchors.append(identifier)
        if name == b"a" and "href" in attributes:
            links.append(_link(attributes, start, end))
            open_links = [*open_links[-9:], (links[-1], len(block.pieces))]
        elif "src" in attributes:
            images.append(Image(start, end, attributes["src"], attributes.get("alt") if name == b"img" else None))
    if seen < len(written) and not silent:
        _text(block, written, seen, len(written), base, links, images)
    block.links, block.images, block.html, block.anchors = links, images, html, anchors
    _join(block)
    return comments


def _comments(written: bytes, base: int) -> tuple[list[Span], bytes]:
    """The comments, and the text with blanks in their place."""
    comments = [
        Span(base + match.start(), base + match.end(), match.group().decode("utf-8", "replace"))
        for match in COMMENT.finditer(written)
    ]
    return comments, COMMENT.sub(lambda match: b" " * len(match.group()), written)


def _link(attributes: Mapping[str, str], start: int, end: int) -> Link:
    """The link that an `<a>` opens."""
    link = Link(start, end, attributes["href"], "html", attributes.get("title", ""))
    link.text_start = link.text_end = end
    return link


def _join(block: Block) -> None:
    """The block's text is what stands between the tags."""
    if block.pieces and block.pieces[-1][1] == " ":
        block.pieces.pop()
    block.text = "".join([piece for _, piece in block.pieces])


def _text(
    block: Block, written: bytes, start: int, end: int, base: int, links: list[Link], images: list[Image]
) -> None:
    """Text between tags, a space between words. Kramdown and md_in_html read Markdown there: its links count."""
    pieces = block.pieces
    last = start
    for match in WORD.finditer(written, start, end):
        if match.start() > last:
            _space(pieces, base + last)
        word = match.group().decode("utf-8", "replace")
        pieces.append((base + match.start(), unescape(word) if "&" in word else word))
        last = match.end()
    if last < end:
        _space(pieces, base + last)
    if written.find(b"](", start, end) < 0:
        return
    for match in MARKDOWN_LINK.finditer(written, start, end):
        mark, text, target = (group.decode("utf-8", "replace") for group in match.groups())
        first, last = base + match.start(), base + match.end()
        if mark:
            images.append(Image(first, last, target, text))
        else:
            link = Link(first, last, target, "inline")
            link.text, link.text_end = text, base + match.end(2)
            links.append(link)


def _space(pieces: list[tuple[int, str]], offset: int) -> None:
    if pieces and pieces[-1][1] != " ":
        pieces.append((offset, " "))
