"""What looks like Markdown and is not read as such: one finding says so, and not each block that is missing by it."""

from __future__ import annotations

from facingpages.document import Block, Document, Html
from facingpages.late import late
from facingpages.read.dialects import DIALECTS

MARKDOWN = late(
    rb"(?m)^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\S.*$|\*\*(?=[^\s*])[^*\n]+\*\*|(?<!`)`[^`\n]+`(?!`)|(?<!\!)\[[^\[\]\n]+\]\([^()\s]+\)|^#{2,6}[ \t]+\S.*$"
)
READ = (b"markdown", b"<pre", b"<code", b"<script", b"<style", b"<svg", b"<table", b"<td")
OPENERS = late(
    r"(?::{3,}|\uff1a{3,}|/{3}|!{3}|\uff01{3}|\?{3}\+?|={3}[!+]?)\s*(?:[\"\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c\u300e][^\n]*|[^\s=/!?:][^\n]*)?"
)
MARKS = {
    ":::": (b":::",), "\uff1a\uff1a\uff1a": (b":::",), "///": (b"///",), "!!!": (b"!!!",), "\uff01\uff01\uff01": (b"!!!",),
    "???": (b"???",), "===": (b'=== "', b'===! "', b'===+ "'),
}  # fmt: skip


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


def lost_marker(document: Document, block: Block) -> tuple[bytes, ...]:
    """How a container's mark is written that a paragraph begins with as text; empty where it begins with none."""
    text = block.text.lstrip()
    if block.kind != "paragraph" or text[:3] not in MARKS or not OPENERS.match(text):
        return ()
    is_escaped = document.raw[max(block.start - 1, 0) : block.start + 1].strip(b" \n>").startswith(b"\\")
    return () if is_escaped else MARKS[text[:3]]


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
