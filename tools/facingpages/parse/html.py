"""Raw HTML inside Markdown, as far as a translation must keep it: links, images, ids, and the text between the tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from facingpages.document import Block, Image, Link, Span

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([a-zA-Z_:@][\w:.@-]*)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
MARKDOWN_LINK = re.compile(r"(!?)\[([^\[\]\n]*)\]\(\s*([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\s*\)")


def read_tag(written: str) -> tuple[str, dict[str, str], bool] | None:
    """Name, attributes and whether it closes, of one tag as written; None where it is none."""
    match = TAG.match(written)
    if match is None:
        return None
    closing, name, rest = match.groups()
    return name.lower(), read_attributes(rest), bool(closing)


def read_attributes(written: str) -> dict[str, str]:
    """The attributes inside a tag; of a repeated one the first counts, as in a browser."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        value = match.group(2) or match.group(3) or match.group(4) or ""
        found.setdefault(match.group(1).lower(), unescape(value) if "&" in value else value)
    return found


def harvest(block: Block, written: str, base: int) -> Iterator[tuple[int, int, str]]:
    """Fill a block from raw HTML; `base` is its byte offset. Gives the comments in it: start, end, text."""
    comments = list(COMMENT.finditer(written))
    if comments:
        for match in comments:
            start = base + len(written[: match.start()].encode())
            yield start, start + len(match.group().encode()), match.group()
        written = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), written)
    ascii_only = written.isascii()

    def at(index: int) -> int:
        return base + (index if ascii_only else len(written[:index].encode()))

    links: list[Link] = []
    images: list[Image] = []
    html: list[Span] = []
    anchors: list[Span] = []
    open_links: list[tuple[Link, int]] = []
    seen = 0
    for match in TAG.finditer(written):
        if match.start() > seen:
            _text(block, written[seen : match.start()], at(seen), links, images)
        seen = match.end()
        closing, name, rest = match.groups()
        name = name.lower()
        start, end = at(match.start()), at(match.end())
        html.append(Span(start, end, ("/" if closing else "") + name))
        if closing:
            if name == "a" and open_links:
                link, first = open_links.pop()
                link.end, link.text_end = end, start
                link.text = "".join(piece for _, piece in block.pieces[first:]).strip()
            continue
        attributes = read_attributes(rest) if rest else {}
        identifier = attributes.get("id") or (attributes.get("name") if name == "a" else None)
        if identifier:
            anchors.append(Span(start, end, identifier))
        if name == "a" and "href" in attributes:
            link = Link(start, end, attributes["href"], "html", attributes.get("title", ""))
            link.text_start = link.text_end = end
            links.append(link)
            open_links.append((link, len(block.pieces)))
        elif "src" in attributes:
            images.append(Image(start, end, attributes["src"], attributes.get("alt") if name == "img" else None))
    if seen < len(written):
        _text(block, written[seen:], at(seen), links, images)
    block.links = [*block.links, *links] if links else block.links
    block.images = [*block.images, *images] if images else block.images
    block.html = [*block.html, *html]
    block.anchors = [*block.anchors, *anchors] if anchors else block.anchors
    block.text = " ".join("".join(piece for _, piece in block.pieces).split())


def _text(block: Block, text: str, start: int, links: list[Link], images: list[Image]) -> None:
    """Text between tags. Kramdown and md_in_html read Markdown there: at least its links count."""
    if not text.strip():
        return
    if "](" in text:
        for match in MARKDOWN_LINK.finditer(text):
            first = start + len(text[: match.start()].encode())
            last = first + len(match.group().encode())
            if match.group(1):
                images.append(Image(first, last, match.group(3), match.group(2)))
                continue
            link = Link(first, last, match.group(3), "inline")
            link.text = match.group(2)
            link.text_end = link.text_start + len(link.text.encode())
            links.append(link)
    block.pieces.append((start, text))
