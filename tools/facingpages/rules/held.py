"""What the blocks of a pair hold and in what its two sides differ, found in one look: it decides which rules are asked.

Most blocks of a published translation differ from the source's in nothing but words. A rule says in its `Family` of what
it can speak at all; a pair that holds nothing of it is not shown to the rule, and the rule looks at no block but those
that `Pair.holding` has. Where there is doubt, something counts as held.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from facingpages.align import Bead
from facingpages.align.score import weight
from facingpages.align.wide import NARROW, RADICAL
from facingpages.document import Block, Container, Document, Heading, Span
from facingpages.hashing import blake2b
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.tuples import NamedTuple


class What:
    """What a pair can hold, as signs that are put together by `|`."""

    ALWAYS = 1 << 0  # every pair holds that
    LINK = 1 << 1
    BARE = 1 << 2  # a link that is no text in brackets before its target
    PICTURE = 1 << 3
    CODE = 1 << 4  # inline code
    FENCE = 1 << 5  # a block of code
    BOLD = 1 << 6
    ROW = 1 << 7
    DIRECTIVE = 1 << 8
    HTML = 1 << 9  # a block of raw HTML
    ANCHOR = 1 << 10  # an id that an author wrote
    CALLOUT = 1 << 11
    BOX = 1 << 12  # whatever holds blocks, but a list, an item, a quotation, a table
    LISTED = 1 << 13  # an item
    BRACKET = 1 << 14  # `[`, `]` or `<` in the text, as what was meant to be a link leaves it
    BRACE = 1 << 15  # `{` or `%` in the text
    STAR = 1 << 16  # `*` or `_` in the text
    OPENER = 1 << 17  # text that begins with a sign of which marks of containers are made
    FIGURE = 1 << 18  # a digit, or a sign of percentage
    # In what the two sides of an aligned pair of blocks differ.
    FORM = 1 << 19  # kind, level of a heading, marker, containers around
    LESS = 1 << 20  # the translation marks less: bold, emphasis, code
    JOINED = 1 << 21  # two blocks on a side
    MOVED = 1 << 22
    UNPAIRED = 1 << 23  # a block without counterpart
    # Of the pair as a whole.
    INDENTED = 1 << 24  # items whose renderer nests them by the columns they stand in
    WORDS = 1 << 25  # what the words mean is known: a lexicon was learnt
    MATH = 1 << 26  # the source holds signs around a formula, or a diagram
    TAG = 1 << 27  # a bracket with which tags begin
    EMPHASIS = 1 << 28
    ASIDE = 1 << 29  # what may have a title or a text that stands in no block: a callout, a tab, a picture, a link
    PAREN = 1 << 30  # `(` in the text
    ALL = (1 << 31) - 1
    MARKED = BOLD | CODE | EMPHASIS


SPECIAL = {"code": What.FENCE, "row": What.ROW, "directive": What.DIRECTIVE, "html": What.HTML}
LONGEST = 400  # letters of the kinds of containers around a block; of more a digest is kept
PLAIN_BOXES = frozenset(("list", "item", "quote", "table"))
OPENERS = frozenset(":\uff1a/!\uff01?=-\u2013\u2014")
SIGNS = (
    (b"$", What.MATH),
    (b"\\(", What.MATH),
    (b"\\[", What.MATH),
    (b"mermaid", What.MATH),
    (b"<", What.TAG),
    (b"{/*", What.TAG),
)
# Bytes with which nothing begins that is told of a text: no mark, no digit, no sign of percentage, no reference to one.
# Letters and blanks of ASCII, Latin, Greek, Cyrillic, Armenian and Hebrew letters, punctuation, ideographs, and all bytes
# in the midst of a sign.
MARKS = b"[]<{*_(\xe3"
OPEN_BRACE = b"{"[0]  # as a number: Python looks for bytes in bytes behind an error that it makes and drops
FIGURES = b"0123456789%&"
PLAIN = bytes(
    code for code in range(256)
    if (code < 0x80 and code not in MARKS + FIGURES) or 0x80 <= code < 0xD8 or code == 0xE2 or 0xE4 <= code < 0xEA
)  # fmt: skip


Look: TypeAlias = tuple[int, str]
"""What a block holds, as a sum of the above, and its form: two that are of one form stand in the same boxes."""


REFERENCE = late(rb"&[#A-Za-z]")  # to a character, which may be a wide sign


class Held(NamedTuple):
    """What a pair holds as a whole, and each of its beads."""

    whole: int
    beads: Sequence[int]


def held(source: Document, target: Document, beads: Sequence[Bead], *, taught: bool) -> Held:
    """What a pair holds; `taught`: there is a lexicon."""
    each: list[int] = []
    whole = What.ALWAYS | (What.WORDS if taught else 0) | _signs(source) | (What.TAG if b"<" in target.raw else 0)
    for before, after, _, moved in beads:
        if len(before) == 1 == len(after):
            a, b = before[0], after[0]
            there, form = a.look or look(source, a)
            here, other = b.look or look(target, b)
            found = there | here
            if form != other:
                found |= What.FORM
            if found & What.MARKED and marks(b) < marks(a):
                found |= What.LESS
        else:
            found = What.JOINED if before and after else What.UNPAIRED
            for document, side in ((source, before), (target, after)):
                for block in side:
                    found |= (block.look or look(document, block))[0]
        if moved:
            found |= What.MOVED
        whole |= found
        each.append(found)
    if whole & What.LISTED and DIALECTS[target.dialect].python:
        whole |= What.INDENTED
    return Held(whole, each)


def _signs(source: Document) -> int:
    """What the bytes of a source tell of it, once for all its translations."""
    found: int | None = source.memo.get("signs")
    if found is None:
        found = source.memo["signs"] = sum({what for sign, what in SIGNS if sign in source.raw})
    return found


def everything(beads: Sequence[Bead]) -> Held:
    """All that there is, so that each rule is asked and looks at each bead."""
    return Held(What.ALL, [What.ALL] * len(beads))


def marks(block: Block) -> int:
    """How many stretches of a block are marked."""
    return len(block.strongs) + len(block.emphases) + len(block.codes)


def look(document: Document, block: Block) -> Look:
    """What a block holds, and its form."""
    form: str = block.kind
    held = SPECIAL.get(form, 0) | _marked(block)
    if block.text:
        held |= _written(document, block)
    if form == "directive" and b"=" in document.raw[block.start : block.end]:
        held |= What.ASIDE  # a component may have a title
    if isinstance(block, Heading):
        form += str(block.level)
        if block.id:
            held |= What.ANCHOR
    if block.parent is not None:
        around, shape = boxes(block.parent)
        held |= around
        form += shape
        if block.marker is not None:
            form += "#" if block.marker.ordered else "-"
    block.look = held, form
    return held, form


def _marked(block: Block) -> int:
    """What stands in a block beside its text."""
    held = 0
    if block.links:
        held = What.LINK
        for link in block.links:
            if link.form in ("bare", "auto"):
                held |= What.BARE
            if link.title:
                held |= What.ASIDE
    if block.images:
        held |= What.PICTURE | What.ASIDE
    if block.codes:
        held |= What.CODE
    if block.strongs:
        held |= What.BOLD
        if len(block.strongs) > 1 and nested(block) is not None:
            held |= What.STAR
    if block.emphases:
        held |= What.EMPHASIS
    if block.directives:
        held |= What.DIRECTIVE
    if block.anchors:
        held |= What.ANCHOR
    return held


def nested(block: Block) -> Span | None:
    """A bold run in another, which ends later: the marker before it should have closed that one, and opens this."""
    return next((one for one, two in pairwise(block.strongs) if two.start < one.start), None)


def _written(document: Document, block: Block) -> int:
    """What the signs of a block's text tell."""
    kept = document.raw[block.start : block.end].translate(None, PLAIN)
    if not kept:
        return What.OPENER if block.text.lstrip()[:1] in OPENERS else 0
    text, held = block.text, 0
    if "[" in text or "]" in text or "<" in text:
        held = What.BRACKET
    if "%" in text or OPEN_BRACE in kept:  # an expression of MDX is no text
        held |= What.BRACE
    if "*" in text or "_" in text:
        held |= What.STAR
    if "(" in text or "\u3010" in text:
        held |= What.PAREN
    if text.lstrip()[:1] in OPENERS:
        held |= What.OPENER
    if kept.translate(None, MARKS):
        held |= What.FIGURE
    return held


def boxes(box: Container) -> tuple[int, str]:
    """What a container and those around it are as a sum, and their kinds, from the outermost on."""
    waiting: list[Container] = []  # from the inside out: a page may nest deeper than calls may
    outer: Container | None = box
    while outer is not None and outer.shape is None:
        waiting.append(outer)
        outer = outer.parent
    around, shape = (outer.shape or (0, "")) if outer is not None else (0, "")
    for one in reversed(waiting):
        if one.kind == "callout":
            around |= What.CALLOUT | What.BOX
        elif one.kind == "item":
            around |= What.LISTED
        elif one.kind not in PLAIN_BOXES:
            around |= What.BOX
        if one.title:
            around |= What.ASIDE
        shape = f"{shape}/{one.kind}"
        if len(shape) > LONGEST:  # all of them together would be as long as the square of how deep a page nests
            shape = blake2b(shape.encode(), digest_size=16).hexdigest()
        one.shape = around, shape
    return around, shape


def unlinked(blocks: Iterable[Block]) -> str:
    """The text of some blocks that is in none of their links, in small letters."""
    kept: list[str] = []
    for block in blocks:
        spans = sorted((link.start, link.end) for link in block.links)
        known = 0
        for start, piece in block.pieces:
            while known < len(spans) and spans[known][1] <= start:
                known += 1
            if known == len(spans) or start < spans[known][0]:
                kept.append(piece)
        kept.append(" ")
    return "".join(kept).lower()


def text_weight(document: Document, blocks: Iterable[Block]) -> float:
    """The length of the texts of some blocks of a page as `weight` has it, code left out."""
    narrow = document.memo.get("narrow")
    if narrow is None:
        raw = document.raw
        wide = raw.translate(None, NARROW) or RADICAL.search(raw) or REFERENCE.search(raw)
        narrow = document.memo["narrow"] = not wide
    return sum(map(len if narrow else weight, [block.text for block in blocks if block.kind != "code"]))
