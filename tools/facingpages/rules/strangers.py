"""What tells that two blocks which stand in the same place are no pair: nothing that no translator changes is in both."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align import Bead
from facingpages.align.features import STRONG, keys
from facingpages.document import Block
from facingpages.late import late
from facingpages.rules.held import OPENERS

KEPT = STRONG + "v"  # kinds of evidence that stand alone: those, and the values of arguments
STRANGE, UNLIKE = 0.3, 0.8  # what the aligner gives two blocks at least, and two pieces of code, that are a pair
FEW = 60  # letters of which nothing can be said
LINKED = 3  # links of a block, from which on not one of them is lost by chance
ARGUMENT = late(r"=\s*\{?[\"']([^\"'\n]+)[\"']")


def are_strange(bead: Bead) -> bool:
    """Whether two blocks share nothing at all, not even a number, and look no more alike than any two. Of a few words
    nothing can be said."""
    a, b = bead.source[0], bead.target[0]
    if sum(len(block.text) for block in bead.source) < FEW or bead.score >= (
        UNLIKE if a.kind == b.kind == "code" else STRANGE
    ):
        return False
    there, here = ({key for block in side for key in keys(block)} for side in bead[:2])
    return there.isdisjoint(here)


def marked(block: Block) -> bool | None:
    """What a block is in a list: a step, a bullet, or no item."""
    return block.marker.ordered if block.marker is not None else None


def are_told_otherwise(a: Block, b: Block) -> bool:
    """Whether two components have arguments, and none of the same value."""
    old, new = ({value for span in block.directives for value in ARGUMENT.findall(span.text)} for block in (a, b))
    return bool(old) and bool(new) and old.isdisjoint(new)


def are_other_items(bead: Bead) -> bool:
    """Whether a step stands for a bullet, and holds nothing of what that holds."""
    one, two = bead.source[0].marker, bead.target[0].marker
    if one is None or two is None or one.ordered == two.ordered:
        return False
    there, here = (kept(side, KEPT) for side in bead[:2])
    return bool(there or here) and there.isdisjoint(here)


def lead_elsewhere(bead: Bead) -> bool:
    """Whether both sides are full of links, and no two of them lead to the same: two lists of other people."""
    there, here = (kept(side, "l") for side in bead[:2])
    return min(len(there), len(here)) >= LINKED and there.isdisjoint(here)


def hold_others(bead: Bead) -> bool:
    """Whether two blocks look less alike than any two, and each holds what no translator changes, nothing of it both."""
    if bead.score >= 0 or bead.source[0].kind in ("code", "heading"):
        return False
    there, here = (kept(side, KEPT) for side in bead[:2])
    return bool(there) and bool(here) and there.isdisjoint(here)


def share_little(bead: Bead) -> bool:
    """Whether two blocks hold something that no translator changes, and more of it or as much is not in both."""
    there, here = (kept(side, KEPT) for side in bead[:2])
    return bool(there | here) and len(there & here) <= len(there ^ here)


def could_be(block: Block, other: Block) -> bool:
    """Whether what is left over beside a block casts doubt on what that is paired with: one of its kind, which may be
    meant instead. Beside a heading, or code, whatever is: it may be of another section. What marks a container is none."""
    if block.kind in ("heading", "code"):
        return bool(other.text) and other.text[0] not in OPENERS
    return block.kind == other.kind and (
        other.kind == "directive" or (bool(other.text) and other.text[0] not in OPENERS)
    )


def kept(blocks: Sequence[Block], kinds: str) -> set[str]:
    """What blocks hold that no translator changes, of some kinds."""
    return {key for block in blocks for key in keys(block) if key[0] in kinds and len(key) > 1}
