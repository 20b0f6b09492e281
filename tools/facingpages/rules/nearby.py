"""What stands beside a pair of blocks: what went there from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from facingpages.align import Bead
from facingpages.align.features import STRONG, keys
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.rules.base import Pair
from facingpages.rules.items import is_dashed

NEAR = 2  # beads before and behind one
SAID = 3  # letters of a code at least, for its neighbours to say it by no chance
MOST, LONGER = 0.6, 0.2  # of what a list says, and of what stands beside it, a paragraph says more that tells it, too
FEW = 60  # letters
LARGEST = 5000  # characters of a block that is looked through for each thing that another one lost


def is_beside(pair: Pair, bead: Bead, count: Callable[[Sequence[Block]], int]) -> bool:
    """Whether a bead beside one holds more of something in the translation than in the source."""
    at = _place(pair, bead)
    if at is None:
        return False
    for step in (-1, 1):
        for place in range(at + step, at + step * (NEAR + 1), step):
            if not 0 <= place < len(pair.beads):
                break
            other = pair.beads[place]
            blocks = (*other.source, *other.target)
            if any(block.kind == "heading" or len(block.text) > LARGEST for block in blocks):
                break
            if other.target and count(other.target) > count(other.source):
                return True
    return False


def stands_near(pair: Pair, bead: Bead, text: str) -> bool:
    """Whether a code stands in one of the blocks beside one, or in the code it announces: it was not said again here."""
    at = _place(pair, bead)
    if at is None or len(text) < SAID:
        return False
    for step in (-1, 1):
        for place in range(at + step, at + step * (NEAR + 1), step):
            blocks = pair.beads[place].target if 0 <= place < len(pair.beads) else ()
            if any(block.kind == "heading" or len(block.text) > LARGEST for block in blocks):
                break
            for block in blocks:
                if any(code.text == text for code in block.codes) or (
                    block.kind == "code" and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", block.text)
                ):
                    return True
    return False


def lost_rows(pair: Pair, bead: Bead) -> bool:
    """Whether rows of a table in HTML are gone, with all that they held: told as that."""
    if bead.source[0].kind != "html":
        return False
    a, b = bead.source, bead.target
    return pair.source.raw.count(b"<tr", a[0].start, a[-1].end) > pair.target.raw.count(b"<tr", b[0].start, b[-1].end)


def is_told_beside(pair: Pair, position: int, blocks: Sequence[Block]) -> bool:
    """Whether a paragraph beside a list without counterpart is longer than its source by about what that says.

    It holds all that a translator keeps of it then: the list is told in a sentence.
    """
    size = _weight(blocks) * pair.scale
    kept = _kept(blocks)
    for side in (pair.beads[position::-1], pair.beads[position:]):
        bead = next((one for one in side if one.target), None)
        if bead is None or not bead.source or any(one.kind != "paragraph" for one in (*bead.source, *bead.target)):
            continue
        own = _weight(bead.source) * pair.scale
        more = _weight(bead.target) - own
        if is_dashed(bead.target[0].text, len(blocks)):
            return False
        if more >= max(MOST * size, LONGER * own) and kept <= {key for block in bead.target for key in keys(block)}:
            return True
    return False


def _weight(blocks: Sequence[Block]) -> float:
    return sum(weight(block.text) for block in blocks)


def _kept(blocks: Sequence[Block]) -> set[str]:
    return {key for block in blocks for key in keys(block) if key[0] in STRONG}


def _place(pair: Pair, bead: Bead) -> int | None:
    places: dict[int, int] | None = pair.memo.get("places of beads")
    if places is None:
        places = pair.memo["places of beads"] = {id(one): place for place, one in enumerate(pair.beads)}
    return places.get(id(bead))
