"""Quotations: blocks in the source's words on purpose, beside their translation or the code that makes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.document import OBJECT, Block
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.occurrences import FEW, Sought
from facingpages.rules.units import boxes

LOWER = late(r"(?<!\S)[(\"'\u201c]?[a-z][a-z'\u2019-]*+[.,:;)\"'\u201d!?]*+(?!\S)")
LEAST = 60  # letters of a text that stands in another one by no chance
# What nobody shall translate, and what is called as a program calls it, in whatever language that is, are told of so, too.
QUOTES = {"\u201c": "\u201d", '"': '"', "_": "_", "[!DNL ": "]", "[!UICONTROL ": "]"}
QUOTE = late('[\u201c"_]|\\[!(?:DNL|UICONTROL) ')
MARKS = late(r"[*`~]")
CODE_NEAR = 3  # blocks before and behind one, where the code stands that makes it
FORGOTTEN = 3  # paragraphs in both languages on a page: more are its way
SAID = 12  # words in small letters of a text that is no title
SHOWN = 30  # characters that stand in code and beside it not by chance


def quoted_originals(pair: Pair) -> set[int]:
    """Indexes of blocks that show a quotation twice, translated and as it was said: neither is extra or untranslated."""
    extra = {unit.blocks[0].index: unit.blocks[0] for unit in pair.extra}
    quoted: set[int] = set()
    left: set[int] = set()  # running text of the source beside its translation: perhaps not taken away
    for bead in pair.aligned if extra else ():
        a, b = bead.source[0], bead.target[0]
        if len(a.text) < 30 or not _reads_as(b, a) or prose(b) < 5:
            continue
        for index in near(pair, b.index):
            twin = extra.get(index)
            if twin is not None and 0.4 < len(twin.text) / len(b.text) < 2.5:
                quoted |= {b.index, index}
                if _is_running(pair, b) and twin.kind == "paragraph" and not boxes(twin, "quote"):
                    left.add(b.index)
                break
    if extra:
        originals = {bead.target[0].index: bead.source[0] for bead in pair.aligned}
        for index, twin in extra.items():
            beside = (originals[other] for other in near(pair, index) if other in originals)
            if len(twin.text) >= 30 and any(_reads_as(twin, original) for original in beside):
                quoted.add(index)
                if _is_running(pair, twin):
                    left.add(index)
    return quoted - left if 0 < len(left) <= FORGOTTEN else quoted


def _is_running(pair: Pair, block: Block) -> bool:
    """Whether a block is a plain paragraph of running text: in no quotation, beside no code, neither set apart by signs nor as
    a whole, so that nothing says that it is a quotation."""
    if block.kind != "paragraph" or boxes(block, "quote") or prose(block) < SAID or QUOTE.match(block.text):
        return False
    raw = pair.target.raw[block.start : block.end].strip()
    beside = (pair.target.blocks[at] for at in (block.index - 1, block.index + 1) if 0 <= at < len(pair.target.blocks))
    return raw[:1] not in (b"*", b"_", b"(") and all(other.kind in ("paragraph", "heading") for other in beside)


def _reads_as(block: Block, original: Block) -> bool:
    """Whether a block is the source's text, give or take its marks."""
    one, two = (re.sub(r"\W+", "", text.text.lower()) for text in (block, original))
    if one == two:
        return True
    return min(len(one), len(two)) > LEAST and (one in two or two in one) and len(one) * 2 > len(two)


def near(pair: Pair, index: int) -> Iterator[int]:
    """The two blocks with text before a block of the translation, and the two behind it."""
    blocks = pair.target.blocks
    for step in (-1, 1):
        other, found = index + step, 0
        while 0 <= other < len(blocks) and found < 2 and abs(other - index) < 12:
            if blocks[other].text.strip():
                found += 1
                yield other
            other += step


def is_shown(pair: Pair, block: Block) -> bool:
    """Whether a block shows what a block of code near it makes: the longest of its texts stands in that, too."""
    row = block.kind == "row"  # whose text has no bars
    pieces = [pair.target.source_text(block.start, block.end)] if row else block.text.split(OBJECT)
    text = max((_unmarked(piece) for piece in pieces), key=len)
    if len(text) < SHOWN:
        return False
    blocks, first, last = pair.target.blocks, block.index, block.index
    while row and first and blocks[first - 1].kind == "row":
        first -= 1  # a table is near with all its rows
    while row and last + 1 < len(blocks) and blocks[last + 1].kind == "row":
        last += 1
    beside = blocks[max(0, first - CODE_NEAR) : last + CODE_NEAR + 1]
    return any(other.kind == "code" and text in _unmarked(other.text) for other in beside)


def _unmarked(text: str) -> str:
    """A text in one line, without the marks of emphasis and code that an example of Markdown shows."""
    return " ".join(MARKS.sub("", text).split())


def prose(block: Block) -> int:
    """How many words of a block read as prose: plain lower-case words, not in a link, a quoted title, an address or a path."""
    return plain_words(outside_links(block))


def plain_words(text: str) -> int:
    """How many words of a text are in small letters only."""
    return len(LOWER.findall(text))


def outside_links(block: Block) -> str:
    """The text of a block without those of its links, and without quotations."""
    text, names = block.text, [link.text for link in block.links if link.text]
    if len(names) > FEW:
        return unquoted(_without(text, names))
    for name in names:
        text = text.replace(name, " ", 1)
    return unquoted(text)


def _without(text: str, names: Sequence[str]) -> str:
    """A text with a blank in place of each of many names, the first of it that none before has taken."""
    sought = Sought(text, names)
    waiting = {name: iter(sought.places(name)) for name in names}
    taken = bytearray(len(text))
    ends: dict[int, int] = {}
    for name in names:
        size = len(name)
        at = next((at for at in waiting[name] if taken.find(1, at, at + size) < 0), None)
        if at is not None:
            taken[at : at + size] = b"\1" * size
            ends[at] = at + size
    starts = sorted(ends)
    between = zip([0, *(ends[at] for at in starts)], [*starts, len(text)], strict=True)
    return " ".join(text[start:end] for start, end in between)


def unquoted(text: str) -> str:
    """A text with a blank in place of each quotation. A sign that is never closed opens none, and is looked for once."""
    if not any(map(text.__contains__, QUOTES)):  # as most
        return text
    kept: list[str] = []
    open_ended: set[str] = set()
    at = 0
    for match in QUOTE.finditer(text):
        start, close = match.start(), QUOTES[match.group()]
        if start < at or close in open_ended:
            continue
        end = text.find(close, start + 1)
        if end < 0:
            open_ended.add(close)
            continue
        kept += (text[at:start], " ")
        at = end + 1
    return "".join(kept) + text[at:] if kept else text
