"""What stands around an item, and what its number says: whether it was meant as one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facingpages.document import Block, Container, Document
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.python_markdown import TAB
from facingpages.rules.base import Pair
from facingpages.rules.units import boxes

BULLET = late(r"(?:^|[:\uff1a])\s*[-*\u2022\u00b7\u30fb]\s")  # the first: at the beginning, or behind what leads to it
DASHES = late(r"(?<!\S)[-*\u2022\u00b7\u30fb]\s|[:\uff1a][-*\u2022\u00b7\u30fb]\s")
TYPED = late(r"\s*\d{1,3}[.)]")  # a number that is read as text
SEVERAL = 2  # items of a list that a sentence can tell
NEAR = 12  # blocks before and behind one numbered item where the next may stand
SPAN_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "summary", "th", "label", "button"))


def is_begun(pair: Pair, block: Block) -> bool:
    """Whether an item without counterpart that says something stands right above, or above a picture.

    Then what follows ends it.
    """
    beside, above = block.index - 1, block.index - 2
    if (begun := pair.memo.get("begun")) is None:
        firsts = (unit.blocks[0] for unit in pair.extra)
        begun = pair.memo["begun"] = frozenset(one.index for one in firsts if one.marker is not None and _says(one))
    return beside in begun or (above in begun and not _says(pair.target.blocks[beside]))


def is_lone(pair: Pair, item: Block) -> bool:
    """Whether an item is the only one of its list that has a counterpart, and the others have none.

    Where that is a paragraph, the list is new in the source, and this an older one's words for one of its items.
    """
    lists: dict[int, list[bool]] | None = pair.memo.get("counterparts of items")
    if lists is None:
        lists = pair.memo["counterparts of items"] = {}
        for bead in pair.beads:
            for block in bead.source:
                if block.marker is not None:
                    lists.setdefault(id(block.marker.parent), []).append(bool(bead.target))
    here = lists.get(id(item.marker.parent), []) if item.marker is not None else []
    return sum(here) == 1 < len(here)


def is_another(pair: Pair, one: Container, other: Container) -> bool:
    """Whether an item stands in a list of more or fewer items, and an item beside it may be another's.

    Then the list was written anew, and that it counts otherwise is the least of it.
    """
    there, here = one.parent, other.parent
    if there is None or here is None or there.items == here.items:
        return False
    return any(
        not pair.vouches(bead)
        for bead in pair.aligned
        if (a := bead.source[0].marker) is not None and a.parent is there
        and (b := bead.target[0].marker) is not None and b.parent is here
    )  # fmt: skip


def is_alone(item: Block) -> bool:
    """Whether an item is all there is of its list, and has no number: its mark says nothing."""
    box = item.marker.parent if item.marker is not None else None
    return box is not None and box.items == 1 and not box.ordered


def is_listed_otherwise(pair: Pair, item: Block, text: Block) -> bool:
    """Whether nothing is lost where an item is a paragraph: it was a list of its own, it explains a term or is a note
    at the foot, or the rest of its list is elsewhere."""
    return bool(is_alone(item) or boxes(text, "definition") or boxes(text, "footnote") or is_strayed(pair, item, text))


def is_strayed(pair: Pair, item: Block, text: Block) -> bool:
    """Whether the items around one stand elsewhere than the paragraph that faces it, or nowhere: a list that lost a mark
    keeps its items together, so another text is faced here for want of better."""
    box = item.marker.parent if item.marker is not None else None
    if box is None or box.items < SEVERAL:
        return False
    at: dict[int, int] | None = pair.memo.get("items by counterpart")
    if at is None:
        at = pair.memo["items by counterpart"] = {
            block.index: bead.target[0].index
            for bead in pair.aligned
            for block in bead.source
            if block.marker is not None
        }
    near = [
        other.index
        for other in pair.source.blocks[max(0, item.index - NEAR) : item.index + NEAR]
        if other is not item and other.marker is not None and other.marker.parent is box
    ]
    near.sort(key=lambda index: abs(index - item.index))
    near = near[:SEVERAL]
    if all(at.get(index) == text.index for index in near):
        return False  # all of the list stands here
    for index in near:
        here = at.get(index, text.index)
        if here != text.index and abs(here - text.index) <= abs(index - item.index) + 1:
            first, last = sorted((here, text.index))
            return any(block.kind == "heading" for block in pair.target.blocks[first:last])
    return True


def is_told(items: Sequence[Block], text: Sequence[Block]) -> bool:
    """Whether several items of a list stand in one paragraph on the other page; steps, where that says so."""
    if len(items) < SEVERAL or len(text) > 1 or text[0].marker is not None or text[0].kind != "paragraph":
        return False
    if is_dashed(text[0].text, len(items)):
        return False
    from facingpages.align.itemized import counts_up  # most lists are of bullets

    return not any(item.marker.ordered for item in items if item.marker is not None) or counts_up(items, text[0])


def is_dashed(text: str, count: int) -> bool:
    """Whether the bullets of so many items stand in a text as signs, so that it was meant as a list: `Buy: - one - two`."""
    return count >= SEVERAL and BULLET.search(text) is not None and len(DASHES.findall(text)) >= count


def is_glued_item(item: Block) -> bool:
    """Whether the mark of another item stands in an item as text, without its line or its blank: `One. -Two`."""
    from facingpages.align.unmerged import MARKED  # where two items stand for one, it is loaded

    return MARKED.search(item.text.strip()) is not None


def lines(pair: Pair, block: Block) -> int:
    """How many lines of the translation a block has."""
    return pair.target.raw[block.start : block.end].strip().count(b"\n") + 1


def is_step(block: Block) -> bool:
    """Whether a block is an item of a numbered list."""
    return block.marker is not None and block.marker.ordered


def _says(block: Block) -> bool:
    """Whether there are any words in a block."""
    return any(map(str.isalpha, block.text))


def counts_on(document: Document, block: Block) -> bool:
    """Whether the number before a block is one of several, here or behind what stands between: a list that was meant."""
    number = _number(document, block)
    for other in document.blocks[max(0, block.index - NEAR) : block.index + NEAR]:
        if other.marker is None or other is block or not other.marker.ordered:
            continue
        if other.marker.parent is block.marker.parent if block.marker is not None else False:
            return True
        if abs(_number(document, other) - number) == 1:
            return True
    return False


def _number(document: Document, block: Block) -> int:
    """The number that stands before an item, as it is written."""
    start = block.marker.start if block.marker is not None else block.start
    written = re.match(rb"\s*(\d{1,9})", document.raw[start : start + 14])
    return int(written[1]) if written else -9


def takes_blocks(block: Block) -> bool:
    """Whether a list can arise where a block stands: not inside the tags that hold running text."""
    return not any(box.name in SPAN_TAGS for box in boxes(block, "html"))


def swallows(pair: Pair, paragraph: Block) -> bool:
    """Whether the item before a paragraph of the source has no counterpart: both stand in one, and the item is told."""
    lost = (bead.source[-1] for bead in pair.beads if not bead.target)
    return any(one.marker is not None and one.index == paragraph.index - 1 for one in lost)


def is_item_flat(document: Document, block: Block) -> bool:
    """Whether an item that is indented to stand inside another is none of its items to Python-Markdown.

    Some sites nest by two blanks with an extension; where the source does so, its translations may.
    """
    from facingpages.rules.nesting import column  # few pages ask

    items = boxes(block, "item")
    return (
        DIALECTS[document.dialect].python
        and len(items) > 1
        and column(document, items[0].start) - column(document, items[1].start) < TAB
    )


def is_number_nested(one: Block, other: Block) -> bool:
    """Whether one of two items is the number behind a bullet, read as a list within it, and the other has it as text."""
    for item, text in ((one, other), (other, one)):
        if item.marker is not None and text.marker is not None and item.marker.ordered and not text.marker.ordered:
            return TYPED.match(text.text) is not None
    return False
