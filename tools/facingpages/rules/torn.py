"""What was a tag and is text now: escaped, torn by a blank, in full-width brackets, in code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from facingpages.document import Block, Document
from facingpages.late import late
from facingpages.rules.units import Unit

TORN = late(
    rb"(?:&lt;|&#60;|\\<|\xef\xbc\x9c|(?<!\{\{)<[ \t]++|(?<!\{\{)</[ \t]++)/?[ \t]*+([A-Za-z][\w.:-]{0,59})"
)  # an escaped bracket, one torn off by a blank, or a full-width one, and a name; no shortcode
CODED = late(rb"</?([A-Za-z][\w.:-]{0,59})")
EDGE = late(rb"(?<!^)\b")
OPENED = late(r"<\s*[A-Za-z][\w-]*\s")
COMPONENT = late(r"<\s+([A-Za-z][\w.-]*)")

Spans = defaultdict[bytes, list[tuple[int, int]]]


def in_code(document: Document, blocks: Sequence[Block]) -> Spans:
    """Where tags stand in the code spans of blocks, by their names in lower case."""
    return _named(document, CODED, [(code.start, code.end) for block in blocks for code in block.codes])


def torn_tags(document: Document, blocks: Sequence[Block]) -> Spans:
    """Where what was a tag stands as text, by names in lower case."""
    return _named(document, TORN, [(blocks[0].start, blocks[-1].end)])


def is_component(a: Block, b: Block) -> bool:
    """Whether a paragraph is the tag of a component that a blank keeps from being one, `< Card>`."""
    match = COMPONENT.match(b.text) if a.kind == "directive" else None
    return match is not None and a.name.split(maxsplit=1)[:1] == [match[1]]


def is_torn_tag(source: Document, missing: Iterable[Unit], block: Block) -> bool:
    """Whether a block is a tag that is none to a browser, and that of the source is told to be missing: `<img src=« … »>`."""
    tag = OPENED.match(block.text)
    if tag is None:
        return False
    written, first = tag[0].replace(" ", "").rstrip().encode(), (unit.blocks[0] for unit in missing)
    return any(other.kind in ("html", "directive") and source.raw.startswith(written, other.start) for other in first)


def _named(document: Document, opening: re.Pattern[bytes], places: Iterable[tuple[int, int]]) -> Spans:
    """Where names stand after an opening. A name may end wherever a word does: `a` is also found in `a-b`.

    All names are found in one pass: a search for each would take the square of the length of a line of tags.
    """
    found: Spans = defaultdict(list)
    for start, end in places:
        for match in opening.finditer(document.raw, start, end):
            word = match.group(1)
            for edge in EDGE.finditer(word):
                found[word[: edge.start()].lower()].append((match.start(), match.start(1) + edge.start()))
    return found
