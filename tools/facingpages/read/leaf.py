"""What the whole text of a leaf block tells once it is read: bare addresses, looser bold, directives, callouts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from facingpages.document import OBJECT, Block, Container, Directive, Heading, Id, Link, Offsets, Span
from facingpages.late import late
from facingpages.read.attributes import escaped_id, listed_id
from facingpages.read.dialects.dialect import Dialect

# The letters of an address: none from U+3000 to U+FFEF, said so that it is compiled soon.
BARE = late(
    r"(?<![\w@/.:-])(?:https?://|ftp://|mailto:|www\.(?=[\w-]+\.))"
    r"(?:(?=[\x00-\u2fff\ufff0-\U0010ffff])[^\s<>\"'`|\u00ab\u00bb\u201c-\u201f\ufffc])+"
)
IN_ADDRESSES = ("://", "mailto:", "www.")  # a text without them has no such address
LABELLED = late(r"(?:\([^()\s]+\)=\s*)+")  # of MyST: each a name of what stands below
# The id that a site's own program reads at the end of a heading: `## Hooks (#hooks)`. Without one it is text.
PARENTHESIZED = late(r" \(#([A-Za-z][A-Za-z0-9_.-]*)\)$")
BRACKETED = late(r"\s(?:\[#([^\s\[\]]+)\]|:id=([^\s\[\]:=]+)|\[\[([a-z\d]+(?:-[a-z\d]+)*)\]\])\Z")
ALERT = late(r"\[!([^\]\n]{1,60})\]\s*")
TIGHT_HEADING = late(r"#{1,6}(?=[^#\s])")
OPENS = late(r"\{%-?\s*(end)?(\w+)|\{\{[<%]\s*(/)?\s*(\w+)")
EMBEDS = frozenset(("video", "include", "div", "code"))  # Learn writes these as quotes, too, but they are no callouts
LOOSE_BOLD = late(r"\*\*(?![\s*])([^*\n]+?)(?<![\s*])\*\*")
LOOSE_ITALIC = late(r"(?<![*\\])\*(?![\s*])([^*\n]+?)(?<![\s*])\*(?!\*)")
ESCAPE = late(rb"\\?")
ENTITY = late(rb"&[#\w]{1,40};")
PAIRS = {")": "(", "]": "[", "}": "{"}
T = TypeVar("T")


def more(items: Sequence[T], item: T) -> Sequence[T]:
    """The items and one more. Blocks share an empty tuple until they have any."""
    if isinstance(items, list):
        items.append(item)
        return items
    return [*items, item]


def line_by_line(block: Block, raw: bytes) -> list[Block]:
    """A block of nothing but directives as one for each of its lines: that none is empty between them says nothing.

    What is opened and closed in it stays together.
    """
    rows: list[list[Span]] = []
    inside = ""  # of what
    spans = block.directives if isinstance(block, Directive) and block.marker is None else ()
    last = {name: at for at, (closes, name) in enumerate(map(_tag, spans)) if closes}  # where each is closed
    for at, span in enumerate(spans):
        if inside or (rows and b"\n" not in raw[rows[-1][-1].end : span.start]):
            rows[-1].append(span)
        else:
            rows.append([span])
        closes, name = _tag(span)
        if inside:
            inside = "" if closes and name == inside else inside
        elif not closes and last.get(name, -1) > at:
            inside = name
    if len(rows) < 2 or block.html or block.anchors or block.strongs or block.emphases:
        return [block]
    found: list[Directive] = []
    for at, row in enumerate(rows):
        start, end = row[0].start if at else block.start, row[-1].end if at + 1 < len(rows) else block.end
        part = Directive(start, end, block.parent, row[0].text)
        part.directives, part.text = row, " ".join(OBJECT for _ in row)
        found.append(part)
    starts = [part.start for part in found]
    for piece in block.pieces:
        part = found[bisect_right(starts, piece[0]) - 1]
        if part.start <= piece[0] < part.end:
            part.pieces.append(piece)
    return [*found]


def _tag(span: Span) -> tuple[bool, str]:
    """Whether a directive closes something, and what it is the name of; no name where it opens and closes nothing."""
    match = OPENS.match(span.text)
    return (False, "") if match is None else (bool(match[1] or match[3]), match[2] or match[4])


def finish(leaf: Block, raw: bytes, dialect: Dialect) -> Block | None:
    """A leaf of the passage `raw` is complete: what it turns out to be, None if nothing is left, as of a comment."""
    pieces = leaf.pieces
    text = pieces[0][1] if len(pieces) == 1 else "".join([piece for _, piece in pieces])
    leaf.text = text
    if "://" in text or "www." in text or "mailto:" in text:
        _addresses(leaf, raw)
    if dialect.python and "*" in text:
        _loose_emphasis(leaf, raw)
    if leaf.directives and leaf.kind == "paragraph" and not leaf.text.strip(OBJECT + " \t"):
        if not (leaf.codes or leaf.links or leaf.images):  # a paragraph of nothing but directives is one
            return Directive.of(leaf, leaf.directives[0].text)
    if dialect.python and text[:1] == "#" and leaf.kind == "paragraph" and (marks := TIGHT_HEADING.match(text)):
        leaf = _tight_heading(leaf, marks.end(), raw)
    if isinstance(leaf, Heading):
        _heading_id(leaf, raw, dialect)
    elif text[-2:] == ")=":
        _labels(leaf, dialect)
    if text[:2] == "[!" and (parent := leaf.parent) is not None and parent.kind == "quote":
        leaf = _alert(leaf, parent, raw)
        if _is_callout(parent) and not raw[leaf.end : parent.end].strip(b"> \t\r\n"):
            return leaf  # a marker with nothing behind it: all there is of the callout
    if leaf.pieces or leaf.kind != "paragraph" or leaf.images or leaf.html or leaf.links or leaf.footnotes:
        return leaf
    return None


def _tight_heading(leaf: Block, level: int, raw: bytes) -> Block:
    """The heading that Python-Markdown makes of a line of text with `#` right before it; an item stays one."""
    written = raw[leaf.start : leaf.end].rstrip()
    if leaf.marker is not None or b"\n" in written or not written.startswith(b"#"):
        return leaf
    heading = Heading.of(leaf, level)
    ends = len(leaf.text.rstrip().rstrip("#").rstrip())
    fill(heading, [(0, level, ""), (ends, len(leaf.text), "")][: 2 if ends < len(leaf.text) else 1])
    return heading


def _heading_id(heading: Heading, raw: bytes, dialect: Dialect) -> None:
    """The id that the author of a heading gave it."""
    heading.id = listed_id(raw[heading.start : heading.end])
    if not heading.id and dialect.jsx:
        heading.id = escaped_id(raw[heading.start : heading.end])
    heading.listed = heading.id != ""
    if heading.anchors and not heading.listed:
        heading.id = heading.anchors[-1].text
        heading.listed = heading.anchors[-1].made == "attributes"
    if " (#" in heading.text and (given := PARENTHESIZED.search(heading.text)):
        start = heading.offset(given.start() + 1)
        heading.anchors = more(heading.anchors, Id(start, start + len(given.group()) - 1, given.group(1), "name"))
    if (heading.text.endswith("]") or ":id=" in heading.text) and not heading.id:
        _bracketed_id(heading)


def _labels(leaf: Block, dialect: Dialect) -> None:
    """The labels of MyST that a paragraph consists of."""
    if LABELLED.fullmatch(leaf.text) and not dialect.python:
        for name in leaf.text.split():
            leaf.anchors = more(leaf.anchors, Id(leaf.start, leaf.end, name[1:-2], "id"))


def _bracketed_id(heading: Heading) -> None:
    """The id of a heading as Nextra, Docsify, doc-builder write it: `[#id]`, `:id=id` or `[[id]]` at its end, which no
    reader sees."""
    match = BRACKETED.search(heading.text)
    if match is None:
        return
    heading.id, heading.listed = match.group(match.lastindex or 0), True
    start = heading.offset(match.start() + 1)
    written = match.group().strip().encode()
    heading.anchors = more(heading.anchors, Id(start, start + len(written), heading.id, "id"))
    fill(heading, [(match.start(), match.end(), "")])


def _is_callout(box: Container) -> bool:
    return box.kind == "callout"


def _addresses(leaf: Block, raw: bytes) -> None:
    """Addresses written bare in the text become links; in the text an object stands for each."""
    if not any(one in leaf.text for one in IN_ADDRESSES):
        return
    inside = sorted((link.start, link.end) for link in leaf.links)
    breaks = _breaks(leaf.pieces, raw)
    reached = known = 0
    holes: list[tuple[int, int, str]] = []
    offsets = Offsets(leaf.pieces)
    for match in BARE.finditer(leaf.text):
        stop = breaks[bisect_right(breaks, match.start())]
        address = trim_address(match.group()[: stop - match.start()])
        if not address:
            continue
        start = offsets.at(match.start())
        while known < len(inside) and inside[known][0] <= start:
            reached = max(reached, inside[known][1])
            known += 1
        if start < reached:
            continue
        end = offsets.at(match.start() + len(address) - 1) + len(address[-1].encode())
        link = Link(start, end, address, "bare")
        link.text, link.text_start, link.text_end = address, start, end
        leaf.links = more(leaf.links, link)
        holes.append((match.start(), match.start() + len(address), OBJECT))
    fill(leaf, holes)


def _breaks(pieces: Sequence[tuple[int, str]], raw: bytes) -> list[int]:
    """The places in a text, by character, where what follows does not follow in the page: a mark stands between."""
    found: list[int] = []
    index = end = before = 0
    for start, piece in pieces:
        if start != end and not ESCAPE.fullmatch(raw, end, start) and not ENTITY.fullmatch(raw, before, start):
            found.append(index)
        index += len(piece)
        before, end = start, start + len(piece.encode())
    return [*found, index]


def _loose_emphasis(leaf: Block, raw: bytes) -> None:
    """Python-Markdown lets `**` open and close beside any letter or sign; CommonMark, hence the parser, does not."""
    for pattern, mark in ((LOOSE_BOLD, 2), (LOOSE_ITALIC, 1)):
        holes: list[tuple[int, int, str]] = []
        offsets = Offsets(leaf.pieces)
        for match in pattern.finditer(leaf.text):
            start, end = offsets.at(match.start()), offsets.at(match.end() - 1) + 1
            if raw[start - 1 : start] == b"\\" or raw[start : start + 1] != b"*":
                continue
            span = Span(start, end, match.group(1))
            if mark == 2:
                leaf.strongs = more(leaf.strongs, span)
            else:
                leaf.emphases = more(leaf.emphases, span)
            holes += ((match.start(), match.start(1), ""), (match.end(1), match.end(), ""))
        fill(leaf, holes)


def _alert(leaf: Block, parent: Container, raw: bytes) -> Block:
    """The first paragraph of a quote begins with `[!NAME]`, as on GitHub and Learn: the quote is a callout."""
    match = ALERT.match(leaf.text)
    if match is None or raw[leaf.start : leaf.start + 2] != b"[!":
        return leaf
    marker = match.group(1)
    words = marker.split(None, 1)
    # With a blank inside the brackets no engine knows it; the name says so.
    parent.kind, parent.name = "callout", words[0].lower() if words and marker == marker.strip() else marker.lower()
    fill(leaf, [(0, match.end(), "")])
    if parent.name in EMBEDS and not (leaf.text.strip() or leaf.images or leaf.html):
        return Directive.of(leaf, raw[leaf.start + 2 : leaf.end].decode("utf-8", "replace").rstrip().removesuffix("]"))
    return leaf


def fill(leaf: Block, holes: Sequence[tuple[int, int, str]]) -> None:
    """Put other text in place of ranges of the text, given in order."""
    if not holes:
        return
    offsets = Offsets(leaf.pieces)
    pieces: list[tuple[int, str]] = []
    waiting = iter(holes)
    begin, end, filling = next(waiting)
    at = seen = 0
    for _, piece in leaf.pieces:
        stop = seen + len(piece)
        while at < stop:
            if at < begin:
                pieces.append((offsets.at(at), piece[at - seen : min(begin, stop) - seen]))
                at = min(begin, stop)
                continue
            if at == begin and filling:
                pieces.append((offsets.at(at), filling))
            at = min(end, stop)
            if at == end:
                begin, end, filling = next(waiting, (1 << 60, 1 << 60, ""))
        seen = stop
    leaf.pieces = pieces
    leaf.text = "".join([piece for _, piece in pieces])


def trim_address(address: str) -> str:
    """A bare address without the punctuation of the sentence around it (as GitHub's autolinks do)."""
    open_marks = {mark: address.count(PAIRS[mark]) - address.count(mark) for mark in PAIRS}
    end = len(address)
    while end:
        last = address[end - 1]
        if last in PAIRS:
            if open_marks[last] >= 0:
                break
            open_marks[last] += 1
        elif last not in ".,;:!?*_~'\"\u2026":
            break
        end -= 1
    return address[:end]
