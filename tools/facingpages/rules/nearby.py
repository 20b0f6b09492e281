"""What stands beside a pair of blocks: what went there from it, and whether that casts doubt on the pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from facingpages.align import Bead
from facingpages.align.features import keys
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.late import late
from facingpages.lexicon import mostly_rendered
from facingpages.rules.base import Pair, codes

NEAR = 2  # beads before and behind one
SAID = 3  # letters of a code at least, for its neighbours to say it by no chance
MOST, LONGER = 0.6, 0.2  # of what a list says, and of what stands beside it, a paragraph says more that tells it, too
FEW = 60  # letters
WORD = late(r"\w{2,}")
ADRIFT = 8  # beads before and behind one between which it is asked what vouches for it
REWRITTEN = 3  # blocks of text left over there, on both sides together, from which on it is
LARGEST = 5000  # characters of a block that is looked through for each thing that another one lost
STRANGE, UNLIKE = 0.3, 0.8  # what the aligner gives two paragraphs at least, and two pieces of code, that are a pair
STRONG = "lick#d"  # kinds of evidence that stand alone: targets, pictures, code, ids, directives


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
        if more >= max(MOST * size, LONGER * own) and kept <= {key for block in bead.target for key in keys(block)}:
            return True
    return False


def _weight(blocks: Sequence[Block]) -> float:
    return sum(weight(block.text) for block in blocks)


def is_doubtful(pair: Pair, bead: Bead) -> bool:
    """Whether blocks are left over beside a pair that nothing a translator keeps vouches for: it may be another's.

    Or on both sides, somewhere between it and what is plainly a pair.
    Or a step stands for a bullet or a paragraph, and holds nothing of what that holds.
    What is left over is told; of what form the two are is not said then.
    """
    at = _place(pair, bead)
    if at is None:
        return False
    known: dict[int, bool] = pair.memo.setdefault("doubtful", {})  # many a thing that a block lost asks the same
    if at not in known:
        known[at] = _is_doubtful(pair, bead, at)
    return known[at]


def are_strangers(pair: Pair, bead: Bead, least: float = STRANGE) -> bool:
    """Whether such a pair shares nothing at all, not even a number, and looks no more alike than any two blocks.

    What one of them lost it never had: the source's has no counterpart.
    """
    size = sum(len(block.text) for block in bead.source)  # of a few words nothing can be said
    if bead.score >= least or size < FEW or not is_doubtful(pair, bead):
        return False
    there, here = ({key for block in side for key in keys(block)} for side in (bead.source, bead.target))
    return there.isdisjoint(here)


def says_otherwise(pair: Pair, bead: Bead) -> bool:
    """Whether paragraphs are strangers, and the source's holds what no translator changes: then they say something else."""
    if any(block.kind != "paragraph" or block.marker is not None for block in (*bead.source, *bead.target)):
        return False
    there, here = (
        {word for code in codes(side) for word in WORD.findall(code.text)} for side in (bead.source, bead.target)
    )
    if not there.isdisjoint(here):
        return False  # one code may be the other's form
    strong = any(key[0] in STRONG for block in bead.source for key in keys(block))
    return strong and are_strangers(pair, bead)


def _is_doubtful(pair: Pair, bead: Bead, at: int) -> bool:
    a, b = bead.source[0], bead.target[0]
    around = [pair.beads[place] for place in (at - 1, at + 1) if 0 <= place < len(pair.beads)]
    paired = all(other.source and other.target for other in around)
    if a.text == b.text or (paired and _marked(a) == _marked(b) and not is_adrift(pair, bead)):
        return False
    there, here = (_kept(side) for side in (bead.source, bead.target))
    return there.isdisjoint(here) and (not paired or bool(there or here) or _marked(a) == _marked(b))


def is_adrift(pair: Pair, bead: Bead) -> bool:
    """Whether several texts are left over on both sides between the next pairs on either side that are plainly pairs.

    All between these were paired for want of better, unless they hold something in common or their words say more.
    One lost and one new may be what a torn mark made of one.
    """
    at = _place(pair, bead)
    if at is None or bead.source[0].kind == "heading" or _is_plainly_one(bead):
        return False
    lost = new = 0
    for step in (-1, 1):
        for place in range(at + step, at + step * (ADRIFT + 1), step):
            other = pair.beads[place] if 0 <= place < len(pair.beads) else None
            if other is None or (other.source and other.target and _is_plainly_one(other)):
                break
            lost += not other.target and any(block.text for block in other.source)
            new += not other.source and any(block.text for block in other.target)
    if not lost or not new or lost + new < REWRITTEN:
        return False
    texts = (" ".join(block.text for block in side) for side in (bead.source, bead.target))
    return pair.lexicon is None or not mostly_rendered(pair.lexicon, *texts)


def _is_plainly_one(bead: Bead) -> bool:
    a, b = bead.source[0], bead.target[0]
    if a.kind != b.kind or a.kind == "heading":
        return a.kind == b.kind
    return a.text == b.text != "" or not _kept(bead.source).isdisjoint(_kept(bead.target))


def _kept(blocks: Sequence[Block]) -> set[str]:
    return {key for block in blocks for key in keys(block) if key[0] in STRONG}


def _marked(block: Block) -> bool | None:
    """What a block is in a list: a step, a bullet, or no item."""
    return block.marker.ordered if block.marker is not None else None


def _place(pair: Pair, bead: Bead) -> int | None:
    places: dict[int, int] | None = pair.memo.get("places of beads")
    if places is None:
        places = pair.memo["places of beads"] = {id(one): place for place, one in enumerate(pair.beads)}
    return places.get(id(bead))
