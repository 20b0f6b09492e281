"""What looks like Markdown and is not read as such: one finding says so, and not each block that is missing by it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from facingpages.align import Bead
from facingpages.document import Block, Document, Html
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.undone import runs_on
from facingpages.rules.units import Unit

MARKDOWN = late(
    rb"(?m)^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S.*$|\*\*(?=[^\s*])[^*\n]+\*\*|(?<!`)`[^`\n]+`(?!`)|(?<!\!)\[[^\[\]\n]+\]\([^()\s]+\)|^#{2,6}[ \t]+\S.*$|^[ \t>]*(?:`{3,}|~{3,})[^`\n]*$(?=(?:\n[^\n]*)*?\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$)"
)
READ = (b"markdown", b"<pre", b"<code", b"<script", b"<style", b"<svg", b"<table", b"<td")
OPENERS = late(
    r"(?:-{1,3}|[\u2013\u2014]{1,2})\s*8\s*<[^\n]*|(?::{2,}|\uff1a{3,}|/{3}|!{3}|\uff01{3}|\?{3}\+?|={3}[!+]?)\s*(?:[\"\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c\u300e][^\n]*|[^\s=/!?:][^\n]*)?"
)
MARKS = {
    ":::": (b":::",), "\uff1a\uff1a\uff1a": (b":::",), "///": (b"///",), "!!!": (b"!!!",), "\uff01\uff01\uff01": (b"!!!",),
    "???": (b"???",), "===": (b'=== "', b'===! "', b'===+ "'),
}  # fmt: skip
DASHES = frozenset("-\u2013\u2014")
TWO, SNIPPET = (b":::",), (b"--8<--",)

# What damage makes of the line above front matter or below it, and what stands between: keys, entries, what is indented.
SIGNS = r"[-=*~_.+\u00ad\u2010-\u2015\u2212\u30fc\uff0b\uff0d\uff3f\uff5e]"
RULE = rf"[ \t]*{SIGNS}(?:[ \t]*{SIGNS}){{0,9}}[ \t]*"
FIELD = r"[\"']?[^\s:=\uff1a\"'`]{1,40}[\"']?[ \t]*[:=\uff1a](?:[ \t\u00a0][^\n]*)?"
BETWEEN = rf"(?:(?>(?:{FIELD}|[ \t]+[^\n]*|-[ \t][^\n]*|#[^\n]*|)\n)){{0,80}}?"  # a line is read in one way only
FIELDS = rf"(?:{FIELD}\n{BETWEEN})"
FRONT = late(
    rf"(?:[^\n]*\n){{0,3}}?{RULE}\n{FIELDS}{RULE}(?:\n|\Z)|{RULE}\n(?:{FIELD}\n){{1,80}}|---[ \t]+\w+:[ \t][^\n]*---[ \t]*(?:\n|\Z)"
)
UNOPENED = late(rf"\s*(?:#[^\n]*\n\s*){{0,20}}([\w.-]+)[ \t]*[:=](?:[ \t][^\n]*)?\n{BETWEEN}{RULE}(?:\n|\Z)")
UNFENCED = late(rb"[ \t>]*(?:\xe2\x80[\x8b-\x8d]|\xe2\x81\xa0|\xef\xbb\xbf|\xc2\xa0)+[ \t]*(?:`{3}|~{3})")
FRONT_AT_MOST = 8_000  # bytes of a page in which it is looked for


def lost_front(source: Document, target: Document) -> int:
    """Where what should be front matter ends in a translation that reads it as text; 0 where there is no such thing."""
    end = target.metadata_end
    if not source.metadata_end or (end and (target.metadata or not source.metadata)):
        return 0
    text = target.raw[end:FRONT_AT_MOST].decode("utf-8", "ignore").replace("\r\n", " \n")
    match = FRONT.match(text) if not end else None  # behind one that holds nothing: `---`, `---`, `title: …`
    if match is None and (found := UNOPENED.match(text)) is not None and found.group(1) in source.metadata:
        match = found
    return end + len(match.group().encode()) if match is not None else 0


def behind_front(source: Document, target: Document, found: list[Unit]) -> list[Unit]:
    """What of some stretches of a translation is not front matter that it reads as text."""
    front = lost_front(source, target)
    return [unit for unit in found if unit.blocks[0].start >= front] if front else found


def is_unfenced(document: Document, block: Block) -> bool:
    """Whether a paragraph would be code, were it not for a sign that nobody sees before its fence."""
    return block.kind == "paragraph" and UNFENCED.match(document.raw, document.line_span(block.start)[0]) is not None


def markdown_in(document: Document, block: Block) -> tuple[int, int] | None:
    """Where in a block of raw HTML the first mark of Markdown stands that nobody reads there."""
    if DIALECTS[document.dialect].jsx or not isinstance(block, Html) or block.name:
        return None
    written = document.raw[block.start : block.end]
    match = MARKDOWN.search(written)
    if match is None or any(sign in written for sign in READ):
        return None
    start = block.start + match.start() + len(match.group()) - len(match.group().lstrip())
    return start, block.start + match.end()


def stands_unread(beads: Sequence[Bead], position: int, unread: Set[int], comment: tuple[int, int] | None) -> bool:
    """Whether what is missing stands in a block of HTML beside it, which does not read it, or in a comment that never ends."""
    first = next((at for at in range(position, -1, -1) if beads[at].target), -1)
    last = next((at for at in range(position, len(beads)) if beads[at].target), -1)
    if first in unread or last in unread or comment is None:
        return first in unread or last in unread
    before, after = (beads[at].target if at >= 0 else () for at in (first, last))
    return (not before or before[-1].end <= comment[0]) and (not after or after[0].start >= comment[1])


def hides(source: Document, target: Document, blocks: Sequence[Block]) -> bool:
    """Whether one of these holds what should stand behind it, so that nobody reads it."""
    return any(markdown_in(target, one) is not None or runs_on(source, target, one) for one in blocks)


def lost_marker(document: Document, block: Block) -> tuple[bytes, ...]:
    """How a container's mark is written that a paragraph begins with as text; empty where it begins with none."""
    if block.kind != "paragraph":
        return ()
    text = block.text.lstrip()
    signs = MARKS.get(text[:3]) or (
        TWO if text[:2] == "::" else SNIPPET if text[:1] in DASHES and "8" in text[:6] else ()
    )
    if not signs or not OPENERS.match(text):
        return ()
    is_escaped = document.raw[max(block.start - 1, 0) : block.start + 1].strip(b" \n>").startswith(b"\\")
    return () if is_escaped else signs


def is_behind(document: Document, block: Block) -> bool:
    """Whether a block stands right behind the mark of a container that is text: it should stand in it."""
    return block.index > 0 and bool(lost_marker(document, document.blocks[block.index - 1]))


def is_told(found: Sequence[Block], block: Block) -> bool:
    """Whether a block, or the one before it, is one of those that should open a container: told as that."""
    return any(one.index in (block.index, block.index - 1) for one in found)


def unopened(source: Document, target: Document) -> list[Block]:
    """The paragraphs of a translation that begin with a mark which the source reads as a container's."""
    known = {block.text.lstrip()[:3] for block in source.blocks}
    return [
        block
        for block in target.blocks
        if (signs := lost_marker(target, block))
        and block.text.lstrip()[:3] not in known
        and any(sign in source.raw for sign in signs)
    ]
