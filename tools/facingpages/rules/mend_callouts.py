"""Callouts as the source has them: their markers and types, what the rules about callouts offer."""

from __future__ import annotations

import re
from functools import lru_cache

from facingpages.document import Block, Container, Document
from facingpages.finding import Fix
from facingpages.late import late
from facingpages.rules.base import Pair, beginning
from facingpages.rules.mend import SAFE, UNSAFE, Change, exchange, several
from facingpages.rules.mend_blocks import line_end
from facingpages.rules.units import boxes

KNOWN = frozenset((
    "note", "tip", "important", "warning", "caution", "danger", "info", "success", "question", "failure", "bug", "example",
    "quote",
))  # fmt: skip
# A marker with a backslash or in code, which makes it text: what is too much, the type, what is too much.
UNMADE = late(rb"(\\|`)(?:(?<=\\)|(?<=`)(?=\[))(?:(?=\[!)|(?:///|:::+|!!!|\?\?\?\+?)[ \t]*)(\[![\w-]+\]|[\w-]+)(`?)")
OPENING = late(rb"^[ \t>]*(?:///|:::+|!!!|\?\?\?\+?)[ \t]*([^\s|{\"/:\[(<]+)", re.M)
QUOTED = late(rb"[ \t]*(?:>[ \t]?)+")
MARKER = late(r"(?:!!!|\?\?\?|:::|///|\[!\w+\])")


def retyped(pair: Pair, one: Container, two: Container) -> Fix | None:
    """The source's type, as it is written there."""
    here, there = (_written(document, box) for document, box in ((pair.target, two), (pair.source, one)))
    if not here or not there:
        return None
    line = (two.start, pair.target.line_span(two.start)[1])
    return exchange(pair.target, line, here, there, "take the type of the source")


def marked(pair: Pair, block: Block, one: Container) -> Fix | None:
    """The marker of a callout without what makes it text; where there is none, the source's line before the block."""
    raw = pair.target.raw
    before = pair.target.blocks[block.index - 1].start if block.index else block.start
    found = list(UNMADE.finditer(raw, pair.target.line_span(before)[0], block.end))
    if len(found) == 1:
        opening, name, closing = found[0].span(1), found[0].group(2).decode("utf-8", "replace"), found[0].span(3)
        changes: list[Change] = [(opening, ""), (closing, "")]
        sure = SAFE if name.strip("[]! \t").lower() == one.name.lower() else UNSAFE
        return several(pair.target, changes, "make the marker one again", sure)
    first, last = pair.source.line_span(one.start)
    line = pair.source.source_text(first, last).lstrip("> \t")
    start = pair.target.line_span(beginning(block))[0]
    renamed = renamed_callout(pair, one)
    if found or renamed is not None or not MARKER.match(line) or line.startswith(("!!!", "???")):
        return renamed
    lead = QUOTED.match(raw, start)
    margin = lead.group().decode() if lead is not None and line.startswith("[!") else ""
    after = pair.source.raw[last:].lstrip(b"\r")[1:2]
    text = margin + line + line_end(pair.target) * (2 if after in (b"\r", b"\n") else 1)
    return several(pair.target, [((start, start), text)], "begin the callout")


def renamed_callout(pair: Pair, one: Container) -> Fix | None:
    """The type of the source for the one name of a callout on the page that no callout has."""
    strange, name = _strange(pair.source.raw, pair.target.raw), _written(pair.source, one)
    if strange is None or not name or pair.target.source_text(*strange).lower() in KNOWN:
        return None
    return several(pair.target, [(strange, name)], "take the type of the source", SAFE)


def marker_line(pair: Pair, block: Block) -> tuple[int, int] | None:
    """The line before a block, if it looks like a callout's marker that holds nothing."""
    raw = pair.target.raw
    lines = raw[: raw.rfind(b"\n", 0, block.start) + 1].rstrip(b"> \t\r\n")
    start = lines.rfind(b"\n") + 1
    if any(start <= box.start < len(lines) for box in boxes(block, "callout")):
        return None
    return (start, len(lines)) if MARKER.match(lines[start:].decode("utf-8", "replace").lstrip("> \t")) else None


def _written(document: Document, box: Container) -> str:
    """The type of a callout in its own letters."""
    line = document.source_text(box.start, document.line_span(box.start)[1])
    at = line.lower().find(box.name.lower()) if box.name else -1
    return line[at : at + len(box.name)] if at >= 0 else ""


@lru_cache(maxsize=2)
def _strange(source: bytes, target: bytes) -> tuple[int, int] | None:
    """The one name of a callout or container on a page that none has on the other; a page is asked for many."""
    there = {match.group(1) for match in OPENING.finditer(source)}
    found = [match.span(1) for match in OPENING.finditer(target) if match.group(1) not in there]
    return found[0] if len(found) == 1 else None
