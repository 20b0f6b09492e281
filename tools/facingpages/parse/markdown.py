"""Markdown events become leaf blocks and containers. The one module that knows the parser (pyromark, pulldown-cmark)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Any

import pyromark

from facingpages.document import OBJECT, Block, Container, Document, Image, Link, Span
from facingpages.parse.html import harvest, read_tag
from facingpages.parse.regions import Region, blank, find_regions

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
EVENTS: Callable[[str], Iterator[tuple[Any, dict[str, int]]]]
_MARKDOWN = pyromark.Markdown(options=OPTIONS)

ATTRIBUTES = rb"\{:[^{}\r\n]*\}|\{[ \t]*[#.][\w-][^{}\r\n]*\}"
LIQUID = rb"\{\{(?!<|%)[^\r\n]*?\}\}|\{%[^\r\n]*?%\}"
SHORTCODE = rb"\{\{[<%](?:[^>%\r\n]|[>%](?!\}\})|\r?\n(?![ \t]*\r?\n)){0,2000}[%>]\}\}"
INLINE = {
    "commonmark": re.compile(rb"|".join((LIQUID, ATTRIBUTES))),
    "learn": re.compile(rb"\{\{[^\r\n]*?\}\}|" + ATTRIBUTES),
    "mkdocs": re.compile(rb"|".join((LIQUID, ATTRIBUTES))),
    "hugo": re.compile(rb"|".join((SHORTCODE, LIQUID, ATTRIBUTES))),
    "mdx": re.compile(rb"\{/\*.*?\*/\}|" + LIQUID + rb"|(?<!\$)\{[^{}\r\n]*\}", re.S),
}
BLANKED = re.compile(r"\$[$\s]*\$")
BARE = re.compile(r"(?<![\w@/.:-])(?:https?://|ftp://|mailto:|www\.(?=[\w-]+\.))[^\s<>\"'`|\u00ab\u00bb\u201c-\u201f\u3000-\uffef]+")
ALERT = re.compile(r"\[!([^\]\n]{1,60})\]\s*")
BREAKING = frozenset(("br", "td", "th", "tr", "li", "p", "div", "table", "ul", "ol", "dt", "dd"))  # words end at such a tag
EMBEDS = frozenset(("video", "include", "div", "code"))  # Learn writes these as quotes, too, but they are no callouts
LOOSE_BOLD = re.compile(r"\*\*(?![\s*])([^*\n]+?)(?<![\s*])\*\*")
LOOSE_ITALIC = re.compile(r"(?<![*\\])\*(?![\s*])([^*\n]+?)(?<![\s*])\*(?!\*)")
HEADING_ID = re.compile(r"#([^\s}#]+)")
PIPE = re.compile(rb"(?<!\\)\|")
CODE_SPAN = re.compile(rb"(`+)(?:.*?[^`])\1(?!`)")


def read_blocks(document: Document, body: bytes) -> None:
    """Fill `blocks`, `comments` and `definitions` from the page's text, front matter already blanked in `body`."""
    directives: list[Span] = []
    pattern = INLINE[document.dialect]
    if b"{" in body:
        body = pattern.sub(lambda match: _take(match, directives), body)
    if b"]:" in body:
        found = pyromark.reference_definitions(body.decode("utf-8", "replace"), options=OPTIONS)
        document.definitions = {label: entry["dest"] for label, entry in found.items()}
    reader = _Reader(document, directives)
    reader.read(body, None)
    for index, block in enumerate(document.blocks):
        block.index = index


def _take(match: re.Match[bytes], directives: list[Span]) -> bytes:
    found = match.group()
    directives.append(Span(match.start(), match.end(), found.decode("utf-8", "replace")))
    if b"\n" in found or b"\r" in found:
        return re.sub(rb"[^\r\n]", b"$", found)
    return b"$" * len(found)


class _Reader:
    """Reads one text, and the bodies of its regions, into the document."""

    def __init__(self, document: Document, directives: list[Span]) -> None:
        self.document = document
        self.blocks = document.blocks
        self.directives = directives
        self.directive_starts = [span.start for span in directives]
        self.depth = 0
        self.origin: Callable[[int], int] | None = None

    def read(self, raw: bytes, box: Container | None) -> None:
        """Append the blocks of `raw`; offsets in them are offsets in `raw`."""
        places: dict[int, Region] = {}
        if self.depth < 60:
            regions = find_regions(raw, self.document.dialect)
            if regions:
                raw, places = blank(raw, regions)
        text = raw.decode("utf-8", "replace")
        leaf: Block | None = None
        fresh: Container | None = None  # the item that has no block yet
        open_inline: list[tuple[str, int, int, Any]] = []  # kind, start, index of the first piece, link
        blocks = self.blocks
        in_row = False

        def begin(kind: str, start: int, end: int) -> Block:
            nonlocal fresh
            block = Block(kind, start, end, box)
            if fresh is not None and box is fresh:
                block.marker, fresh = fresh, None
            blocks.append(block)
            return block

        for event, bounds in _MARKDOWN.events_with_range(text, merge_text=True):
            start, end = bounds["start"], bounds["end"]
            if event.__class__ is str:
                if event == "Rule":
                    if leaf is not None:
                        self._finish(leaf, raw, open_inline)
                        leaf = None
                    begin("rule", start, end)
                elif leaf is not None:
                    leaf.pieces.append((start, " "))
                    leaf.end = max(leaf.end, end)
                continue
            for tag, value in event.items():
                break
            if tag == "Text":
                if leaf is None:
                    if box is not None and box.kind in ("code", "htmlblock"):
                        continue
                    leaf = begin("paragraph", start, end)
                leaf.pieces.append((start, value))
                if end > leaf.end:
                    leaf.end = end
            elif tag == "Start":
                name, detail = (value, None) if value.__class__ is str else next(iter(value.items()))
                if name in INLINE_TAGS:
                    if leaf is None:
                        leaf = begin("paragraph", start, end)
                    leaf.end = max(leaf.end, end)
                    item: Link | Image | None = None
                    if name == "Link":
                        item = Link(start, end, detail["dest_url"], LINK_FORMS[detail["link_type"]], detail["title"])
                    elif name == "Image":
                        item = Image(start, end, detail["dest_url"], "")
                    open_inline.append((name, start, len(leaf.pieces), item))
                    continue
                if leaf is not None:
                    self._finish(leaf, raw, open_inline)
                    leaf = None
                if name == "Paragraph":
                    leaf = begin("paragraph", start, end)
                elif name == "Item":
                    parent = box
                    box = Container("item", start, end, parent)
                    if parent is not None:
                        parent.items += 1
                        box.number = parent.items
                        box.ordered = parent.ordered
                    fresh = box
                elif name == "List":
                    box = Container("list", start, end, box)
                    box.ordered = detail is not None
                    box.number = detail or 0
                elif name == "Heading":
                    leaf = begin("heading", start, end)
                    leaf.level = int(detail["level"][1])
                    leaf.name = detail["id"] or ""
                elif name == "CodeBlock":
                    leaf = None
                    block = begin("code", start, end)
                    self._code(block, raw, "" if detail == "Indented" else detail["Fenced"], detail != "Indented")
                    box = Container("code", start, end, box)
                elif name == "HtmlBlock":
                    box = Container("htmlblock", start, end, box)
                elif name == "BlockQuote":
                    box = Container("quote" if detail is None or detail == "None" else "callout", start, end, box)
                    if box.kind == "callout":
                        box.name = detail.lower()
                        box.start = raw.rfind(b"\n", 0, start) + 1 if start else 0
                elif name in ("TableHead", "TableRow"):
                    leaf = begin("row", start, end)
                    leaf.level = _cells(raw[start:end])
                    in_row = True
                elif name == "TableCell":
                    pass
                elif name == "DefinitionListTitle":
                    leaf = begin("term", start, end)
                else:
                    label = detail if isinstance(detail, str) else ""
                    box = Container(BOXES.get(name, "container"), start, end, box, name=label)
                if in_row and leaf is None and blocks:
                    leaf = blocks[-1]
                    if leaf.pieces:
                        leaf.pieces.append((start, "\t"))
            elif tag == "End":
                name = value if value.__class__ is str else next(iter(value))
                if name in INLINE_TAGS:
                    if leaf is not None and open_inline:
                        self._close(leaf, raw, open_inline.pop(), end)
                    continue
                if name == "TableCell":
                    continue
                if leaf is not None:
                    self._finish(leaf, raw, open_inline)
                    leaf = None
                if name in ("TableHead", "TableRow"):
                    in_row = False
                elif name == "HtmlBlock" and box is not None:
                    ended, box = box, box.parent
                    self._html(raw, ended, box, places, begin)
                elif name not in ("Paragraph", "Heading", "DefinitionListTitle") and box is not None:
                    if fresh is box and box.kind == "item":
                        leaf = begin("paragraph", box.start, box.end)
                        self._finish(leaf, raw, open_inline)
                        leaf = None
                    fresh = None if fresh is box else fresh
                    box = box.parent
            elif tag == "Code":
                if leaf is None:
                    leaf = begin("paragraph", start, end)
                if "$$" in value:
                    value = self._original(start, end).strip("`").strip()
                leaf.codes = [*leaf.codes, Span(start, end, value)]
                leaf.pieces.append((start, OBJECT))
                leaf.end = max(leaf.end, end)
            elif tag == "InlineHtml":
                if start in places:
                    if leaf is not None:
                        self._finish(leaf, raw, open_inline)
                        leaf = None
                    self._region(places[start], box, begin)
                    continue
                if leaf is None:
                    leaf = begin("paragraph", start, end)
                self._tag(leaf, value, start, end, open_inline, raw)
                leaf.end = max(leaf.end, end)
            elif tag == "FootnoteReference":
                if leaf is None:
                    leaf = begin("paragraph", start, end)
                leaf.footnotes = [*leaf.footnotes, Span(start, end, value)]
        if leaf is not None:
            self._finish(leaf, raw, open_inline)

    def _original(self, start: int, end: int) -> str:
        """The page's own text of a range, directives not blanked."""
        if self.origin is not None:
            start, end = self.origin(start), self.origin(end)
        return self.document.raw[start:end].decode("utf-8", "replace")

    def _close(self, leaf: Block, raw: bytes, inline: tuple[str, int, int, Any], end: int) -> None:
        """An inline element ends: it becomes a link, an image or a span of its block."""
        name, start, first, item = inline
        pieces = leaf.pieces[first:]
        text = "".join(piece for _, piece in pieces)
        if OBJECT in text:
            for code in leaf.codes:
                if code.start >= start:
                    text = text.replace(OBJECT, code.text, 1)
        if name == "Link":
            item.text = text
            if "$$" in item.target:
                item.target = _target(self._original(start, end))
            close = raw.rfind(b"](", start, end) if item.form == "inline" else raw.rfind(b"][", start, end)
            item.text_end = close if close > start else end - 1
            leaf.links = [*leaf.links, item]
        elif name == "Image":
            item.alt = text
            if "$$" in item.source:
                item.source = _target(self._original(start, end))
            del leaf.pieces[first:]
            leaf.images = [*leaf.images, item]
        elif name == "Strong":
            leaf.strongs = [*leaf.strongs, Span(start, end, text)]
        elif name == "Emphasis":
            leaf.emphases = [*leaf.emphases, Span(start, end, text)]

    def _finish(self, leaf: Block, raw: bytes, open_inline: list[tuple[str, int, int, Any]]) -> None:
        """The block is complete: its text, directives, bare addresses, explicit id."""
        if open_inline:
            for inline in open_inline:
                if inline[0] == "a" and inline[3] is not None:
                    leaf.links = [*leaf.links, inline[3]]
            open_inline.clear()
        pieces = leaf.pieces
        text = "".join([piece for _, piece in pieces]) if len(pieces) != 1 else pieces[0][1]
        if "://" in text or "www." in text or "mailto:" in text:
            text = self._addresses(leaf)
        if "$" in text and self.directives:
            leaf.pieces = [(at, BLANKED.sub(lambda m: OBJECT * len(m.group()), piece)) for at, piece in pieces]
            text = "".join([piece for _, piece in leaf.pieces])
        leaf.text = text
        if "*" in text and self.document.dialect == "mkdocs":
            self._loose_emphasis(leaf, raw)
        if self.directives:
            self._directives(leaf)
        parent = leaf.parent
        if parent is not None and parent.kind == "quote" and text[:2] == "[!" and (
            raw[leaf.start : leaf.start + 2] == b"[!" and (match := ALERT.match(text))
        ):
            words = match.group(1).split(None, 1)
            parent.kind, parent.name = "callout", words[0].lower() if words else ""
            leaf.pieces = [(leaf.start, " " * match.end()), (leaf.start + len(match.group().encode()), text[match.end() :])]
            leaf.text = "".join(piece for _, piece in leaf.pieces)
            if parent.name in EMBEDS and not leaf.text.strip():
                leaf.kind, leaf.name = "directive", match.group(1)
        if leaf.kind == "heading" and not leaf.name:
            for anchor in leaf.anchors:
                leaf.name = anchor.text

    def _loose_emphasis(self, leaf: Block, raw: bytes) -> None:
        """Python-Markdown lets `**` open and close beside any letter or sign; CommonMark, hence the parser, does not."""
        text = leaf.text
        for pattern, name in ((LOOSE_BOLD, "strongs"), (LOOSE_ITALIC, "emphases")):
            for match in pattern.finditer(text):
                start, end = leaf.offset(match.start()), leaf.offset(match.end() - 1) + 1
                if raw[start - 1 : start] == b"\\" or raw[start : start + 1] != b"*":
                    continue
                setattr(leaf, name, [*getattr(leaf, name), Span(start, end, match.group(1))])
                mark = (match.end() - match.start() - len(match.group(1))) // 2
                hidden = "\u200b" * mark
                text = text[: match.start()] + hidden + match.group(1) + hidden + text[match.end() :]
        if text is not leaf.text:
            pieces, seen = [], 0
            for at, piece in leaf.pieces:
                pieces.append((at, text[seen : seen + len(piece)]))
                seen += len(piece)
            leaf.pieces, leaf.text = pieces, text

    def _directives(self, leaf: Block) -> None:
        start, end = leaf.start, leaf.end
        if self.origin is not None:
            start, end = self.origin(start), self.origin(max(end - 1, 0)) + 1
        first = bisect_left(self.directive_starts, start)
        last = bisect_left(self.directive_starts, end)
        for span in self.directives[first:last]:
            local = span if self.origin is None else Span(leaf.start, leaf.end, span.text)
            if self.origin is None and any(code.start <= span.start < code.end for code in leaf.codes):
                continue
            if leaf.kind == "heading" and (match := HEADING_ID.search(span.text)) and span.text[1] in ":# \t./":
                leaf.name = match.group(1)
                leaf.anchors = [*leaf.anchors, Span(local.start, local.end, leaf.name)]
                continue
            if span.text.startswith("{/*"):
                continue
            leaf.directives = [*leaf.directives, local]
        if leaf.kind == "paragraph" and leaf.directives and not leaf.text.strip(OBJECT + " \t") and not leaf.codes:
            leaf.kind = "directive"
            leaf.name = leaf.directives[0].text
        leaf.text = leaf.text.replace(OBJECT * 2, OBJECT) if leaf.kind == "directive" else leaf.text

    def _addresses(self, leaf: Block) -> str:
        """Addresses written bare in the text become links; in the text an object stands for each."""
        inside = [(link.start, link.end) for link in leaf.links]
        pieces: list[tuple[int, str]] = []
        for at, piece in leaf.pieces:
            seen = 0
            for match in BARE.finditer(piece):
                start = at + len(piece[: match.start()].encode())
                if any(a <= start < b for a, b in inside):
                    continue
                address = trim_address(match.group())
                stop = start + len(address.encode())
                link = Link(start, stop, address, "bare")
                link.text, link.text_start, link.text_end = address, start, stop
                leaf.links = [*leaf.links, link]
                pieces.append((at + len(piece[:seen].encode()), piece[seen : match.start()]))
                pieces.append((start, OBJECT))
                seen = match.start() + len(address)
            pieces.append((at + len(piece[:seen].encode()), piece[seen:]) if seen else (at, piece))
        leaf.pieces = pieces
        return "".join([piece for _, piece in pieces])

    def _tag(
        self, leaf: Block, value: str, start: int, end: int, open_inline: list[tuple[str, int, int, Any]], raw: bytes
    ) -> None:
        """An HTML tag within a text."""
        if value.startswith("<!--"):
            self._comment(start, end, value)
            return
        tag = read_tag(value)
        if tag is None:
            return
        name, attributes, closing = tag
        leaf.html = [*leaf.html, Span(start, end, ("/" if closing else "") + name)]
        if name in BREAKING:
            leaf.pieces.append((start, " "))
        elif closing:
            wanted = {"strong": "Strong", "b": "Strong", "em": "Emphasis", "i": "Emphasis"}.get(name, name)
            for depth in range(len(open_inline) - 1, -1, -1):
                if open_inline[depth][0] == wanted and open_inline[depth][3] is not _MARKED:
                    inline = open_inline.pop(depth)
                    if wanted == "a":
                        link = inline[3]
                        link.end, link.text_end = end, start
                        link.text = "".join(piece for _, piece in leaf.pieces[inline[2] :]).replace(OBJECT, "")
                        leaf.links = [*leaf.links, link]
                    else:
                        self._close(leaf, raw, (wanted, inline[1], inline[2], None), end)
                    break
        else:
            identifier = attributes.get("id") or (attributes.get("name") if name == "a" else None)
            if identifier:
                leaf.anchors = [*leaf.anchors, Span(start, end, identifier)]
            if name == "a" and "href" in attributes:
                link = Link(start, end, attributes["href"], "html", attributes.get("title", ""))
                link.text_start = link.text_end = end
                open_inline.append(("a", start, len(leaf.pieces), link))
            elif name in ("strong", "b"):
                open_inline.append(("Strong", start, len(leaf.pieces), None))
            elif name in ("em", "i"):
                open_inline.append(("Emphasis", start, len(leaf.pieces), None))
            elif name == "img":
                leaf.images = [*leaf.images, Image(start, end, attributes.get("src", ""), attributes.get("alt"))]

    def _comment(self, start: int, end: int, value: str) -> None:
        if self.origin is not None:
            start, end = self.origin(start), self.origin(end)
        self.document.comments.append(Span(start, end, value))

    def _code(self, block: Block, raw: bytes, info: str, fenced: bool) -> None:
        written = raw[block.start : block.end]
        if b"$$" in written and self.directives:
            written = self._original(block.start, block.end).encode()
        block.name = info.strip()
        if not fenced:
            block.level = 1
            block.text = "\n".join(line.strip() for line in written.decode("utf-8", "replace").splitlines())
            return
        lines = written.decode("utf-8", "replace").splitlines()
        mark = lines[0].strip()[:3]
        block.level = int(len(lines) > 1 and lines[-1].strip(" \t>").startswith(mark) and not lines[-1].strip(" \t>" + mark[:1]))
        inside = lines[1:-1] if block.level else lines[1:]
        block.text = "\n".join(line.rstrip() for line in inside)
        block.pieces = [(block.start, "")]

    def _html(
        self, raw: bytes, box: Container, parent: Container | None, places: dict[int, Region],
        begin: Callable[[str, int, int], Block],
    ) -> None:  # fmt: skip
        """A block of raw HTML ends."""
        start, end = box.start, box.end
        if places:
            indent = len(raw[start:end]) - len(raw[start:end].lstrip(b" \t"))
            region = places.get(start + indent)
            if region is not None:
                self._region(region, parent, begin)
                return
        written = raw[start:end].decode("utf-8", "replace")
        if written.lstrip().startswith("<!--") and written.find("-->") == written.rstrip().rfind("-->") >= 0:
            if written.rstrip().endswith("-->"):
                self._comment(start + len(written) - len(written.lstrip()), start + len(written.rstrip().encode()), written.strip())
                return
        elif written.lstrip().startswith("<!--") and "-->" not in written:
            self._comment(start, end, written)
            return
        block = begin("html", start, end)
        for comment in harvest(block, written, start):
            self._comment(*comment)
        if self.directives:
            self._directives(block)

    def _region(self, region: Region, parent: Container | None, begin: Callable[[str, int, int], Block]) -> None:
        """A region takes its place in the tree: a directive, or a container with the blocks of its body."""
        if region.kind in ("directive", "html"):
            leaf = begin("directive" if region.kind == "directive" else "html", region.start, region.head_end)
            leaf.name, leaf.level = region.name, int(region.closed)
            if region.kind == "html":
                leaf.end = region.end
                for start, end in region.tags:
                    written = self._original(start, end) if self.origin is not None else ""
                    written = written or self.document.raw[start:end].decode("utf-8", "replace")
                    for _ in harvest(leaf, written, start):
                        pass
            elif region.title:
                leaf.directives = [Span(region.start, region.head_end, region.title)]
            if region.body is None:
                return
        box = Container(region.kind, region.start, region.end, parent, name=region.name.lower(), title=region.title)
        body = region.body or b""
        if self.document.definitions and b"[" in body:
            body += b"\n" + "".join(f"\n[{k}]: <{v}>" for k, v in self.document.definitions.items()).encode()
        inner = [at for at, _ in region.lines]
        outer = [at for _, at in region.lines]
        before = self.origin

        def origin(offset: int) -> int:
            line = max(bisect_right(inner, offset) - 1, 0)
            local = (outer[line] + offset - inner[line]) if outer else region.start
            return before(local) if before is not None else local

        def local_origin(offset: int) -> int:
            line = max(bisect_right(inner, offset) - 1, 0)
            return (outer[line] + offset - inner[line]) if outer else region.start

        first = len(self.blocks)
        self.origin = origin
        self.depth += 1
        self.read(body, box)
        self.depth -= 1
        self.origin = before
        relocate(self.blocks[first:], box, local_origin)


def relocate(blocks: list[Block], top: Container | None, origin: Callable[[int], int]) -> None:
    """Move the offsets of blocks, and of the containers between them and `top`, from a cut-out text to where it stood."""

    def last(offset: int) -> int:
        return origin(offset - 1) + 1 if offset else origin(0)

    moved: set[int] = set()
    for block in blocks:
        block.start, block.end = origin(block.start), last(block.end)
        block.pieces = [(origin(at), piece) for at, piece in block.pieces]
        for link in block.links:
            link.start, link.end = origin(link.start), last(link.end)
            link.text_start, link.text_end = origin(link.text_start), last(link.text_end)
        for image in block.images:
            image.start, image.end = origin(image.start), last(image.end)
        for name in ("codes", "strongs", "emphases", "directives", "footnotes", "html", "anchors"):
            spans: list[Span] = getattr(block, name)
            if spans:
                setattr(block, name, [Span(origin(s), last(e), text) for s, e, text in spans])
        for box in block.parent.around() if block.parent is not None else ():
            if box is top or id(box) in moved:
                break
            moved.add(id(box))
            box.start, box.end = origin(box.start), last(box.end)


def trim_address(address: str) -> str:
    """A bare address without the punctuation of the sentence around it (as GitHub's autolinks do)."""
    while address:
        if address[-1] in ".,;:!?*_~'\"\u2026" or (address[-1] in ")]}" and address.count(address[-1]) > address.count(
            {")": "(", "]": "[", "}": "{"}[address[-1]]
        )):  # fmt: skip
            address = address[:-1]
        else:
            break
    return address


def _target(written: str) -> str:
    """The target of an inline link or image as it is written, where it holds a directive."""
    match = re.search(r"\]\(\s*<?((?:\{\{.*?\}\}|\{%.*?%\}|\{.*?\}|[^\s<>{}])*)", written, re.S)
    return match.group(1).removesuffix(")") if match else written


def _cells(line: bytes) -> int:
    """How many cells a table row has as written; the parser would pad or cut them to the head's."""
    line = line.split(b"\n", 1)[0].strip(b" \t\r>")
    if b"`" in line:
        line = CODE_SPAN.sub(b"x", line)
    line = line.removeprefix(b"|")
    if line.endswith(b"|") and not line.endswith(b"\\|"):
        line = line[:-1]
    return len(PIPE.findall(line)) + 1


_MARKED = object()
INLINE_TAGS = frozenset(("Strong", "Emphasis", "Link", "Image", "Strikethrough", "Subscript", "Superscript"))
BOXES = {
    "Table": "table",
    "FootnoteDefinition": "footnote",
    "DefinitionList": "definitions",
    "DefinitionListDefinition": "definition",
}
LINK_FORMS = {
    "Inline": "inline", "Reference": "reference", "ReferenceUnknown": "reference", "Collapsed": "reference",
    "CollapsedUnknown": "reference", "Shortcut": "reference", "ShortcutUnknown": "reference", "Autolink": "auto",
    "Email": "auto", "WikiLink": "inline",
}  # fmt: skip
