"""Markdown that is not read: inside a tag whose blank line was lost, behind a marker that no engine knows."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten
from facingpages.rules.callout import opened
from facingpages.rules.held import What
from facingpages.rules.rule import ERROR, Family, Rule
from facingpages.rules.unread import DASHES, markdown_in

INSIDE = Rule(
    "html-swallowed",
    ERROR,
    "Markdown inside an HTML tag is not read.",
    {"inside": 'A blank line is missing before "{text}": inside the tag it is shown as it is written.'},
    evident=True,
)
MARKER = Rule(
    "directive-unknown",
    ERROR,
    "A line that should open a container opens none.",
    {
        "unknown": '"{text}" opens no container, so the reader sees it.',
        "insert": '"{text}" sets no file in, so the reader sees it.',
    },
    evident=True,
)
END = late(rb"[ \t]*</[A-Za-z][\w-]*>")


def check(pair: Pair) -> Iterator[Finding]:
    """Blocks of HTML that hold marks of Markdown, and lines with a container's mark in the text."""
    yield from _inside(pair)
    yield from _markers(pair)


def _inside(pair: Pair) -> Iterator[Finding]:
    if not pair.held.whole & What.HTML:
        return
    if any(markdown_in(pair.source, block) for block in pair.source.blocks if block.kind == "html"):
        return  # the site reads it there, or nobody minds
    for block in pair.target.blocks:
        place = markdown_in(pair.target, block) if block.kind == "html" else None
        if place is not None and not (pair.generator == "jekyll" and _is_behind_an_end(pair, place[0])):
            yield pair.finding(INSIDE, "inside", at=place, text=shorten(pair.target.source_text(*place), 40))
            return


def _is_behind_an_end(pair: Pair, at: int) -> bool:
    """Whether a line begins with the end of a tag: kramdown reads on behind it, where CommonMark waits for a blank line."""
    return END.match(pair.target.raw, *pair.target.line_span(at)) is not None


def _markers(pair: Pair) -> Iterator[Finding]:
    """Paragraphs that begin with the mark of a container, one of which the source reads as a container."""
    told = False
    for block in pair.unopened:
        named = any(sign.isalnum() for sign in block.text)
        if told and not named:
            continue  # the end of one that was told
        told |= named
        place = (block.start, min(pair.target.line_span(block.start)[1], block.end))
        text = shorten(pair.target.source_text(*place), 40)
        message = "insert" if text[:1] in DASHES else "unknown"
        yield pair.finding(MARKER, message, at=place, text=text, fix=opened(pair, block))


FAMILY = Family((INSIDE, MARKER), pair=check, of=What.HTML | What.OPENER)
