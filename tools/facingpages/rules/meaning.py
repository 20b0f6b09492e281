"""What changed places with its neighbour, as the words say that a site vouches for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from facingpages.align import Bead
from facingpages.align.features import keys
from facingpages.document import Block, Link
from facingpages.lexicon import UNIT, Lexicon, Meaning, renders, vouched

# How much more two texts must vouch crosswise than straight (logarithms). Neighbours that did not change places reach 8
# on one of thousands of published pages; links of other blocks are many more to choose from.
NEIGHBOURS, ACROSS = 8 * UNIT, 12 * UNIT
RENDERED = 0.9  # of a text's words: where so many are rendered, it is not asked whether another one fits better
FEW = 60  # links of a page that are compared with each other
Item = TypeVar("Item")


def swapped_blocks(lexicon: Lexicon, beads: Sequence[Bead]) -> list[tuple[Bead, Bead]]:
    """Neighbours whose words say that each renders the other's source; a block is in one such pair at most."""
    strange = [_is_strange(lexicon, bead) for bead in beads]
    found: list[tuple[Bead, Bead]] = []
    last = -1
    for at, (one, other) in enumerate(pairwise(beads)):
        if at > last and (strange[at] or strange[at + 1]) and _are_neighbours(one, other):
            texts = (one.source[0].text, one.target[0].text), (other.source[0].text, other.target[0].text)
            if _crossed(lexicon, *texts) > NEIGHBOURS:
                last = at + 1
                found.append((one, other))
    return found


def _is_strange(lexicon: Lexicon, bead: Bead) -> bool:
    """Whether a block of text stands beside one that does not render all of it, as far as that is known."""
    return _may_be(bead) and renders(lexicon, bead.source[0].text, bead.target[0].text) < RENDERED


def _may_be(bead: Bead) -> bool:
    """Whether nothing but words says what belongs together: no translator changes a target, code or number."""
    if len(bead.source) != 1 or len(bead.target) != 1 or bead.moved:
        return False
    a, b = bead.source[0], bead.target[0]
    if a.kind != b.kind or a.kind in ("code", "rule", "html", "directive") or a.text == b.text:
        return False
    return not keys(a) & keys(b)


def _are_neighbours(one: Bead, other: Bead) -> bool:
    """Whether one block follows the other in both pages, of the same kind and in the same place."""
    if not _may_be(one) or not _may_be(other):
        return False
    a, b, x, y = one.source[0], other.source[0], one.target[0], other.target[0]
    in_turn = a.kind == "heading" or (b.index == a.index + 1 and y.index == x.index + 1)
    return in_turn and _form(a) == _form(b) == _form(x) == _form(y)


def _form(block: Block) -> tuple[str, int, bool]:
    return block.kind, block.depth, block.marker is not None


def swapped_links(
    lexicon: Lexicon, found: Sequence[tuple[Item, Link, Link]]
) -> Iterator[tuple[tuple[Item, Link, Link], tuple[Item, Link, Link]]]:
    """Pairs of links, with where they are, whose texts say that each carries the other's target."""
    strange = [one for one in found if _has_strange_text(lexicon, one[1], one[2])][:FEW]
    told: set[int] = set()
    for at, one in enumerate(strange):
        best, top = -1, 0
        for number, other in enumerate(strange[at + 1 :], at + 1):
            if at in told or number in told:
                continue
            value = _crossed(lexicon, (one[1].text, one[2].text), (other[1].text, other[2].text))
            if value > (NEIGHBOURS if one[0] is other[0] else ACROSS) and value > top:
                best, top = number, value
        if best >= 0:
            told |= {at, best}
            yield one, strange[best]


def _has_strange_text(lexicon: Lexicon, old: Link, new: Link) -> bool:
    if not old.text.strip() or not new.text.strip() or old.text == new.text:
        return False
    return old.form not in ("bare", "auto") and renders(lexicon, old.text, new.text) < RENDERED


def _more_straight(lexicon: Lexicon, one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether more words are rendered where they stand than crosswise: quickly seen, and the end of it."""
    (a, x), (b, y) = one, other
    straight = renders(lexicon, a, x) + renders(lexicon, b, y)
    return straight > renders(lexicon, a, y) + renders(lexicon, b, x)


def _crossed(lexicon: Lexicon, one: tuple[str, str], other: tuple[str, str]) -> int:
    """How much more two pairs of texts vouch for each other when they are exchanged."""
    (a, x), (b, y) = one, other
    if a == b or x == y or _more_straight(lexicon, one, other):
        return 0
    meaning = Meaning(lexicon, (a, b), (x, y))
    first, second, third, fourth = meaning.source(a), meaning.source(b), meaning.target(x), meaning.target(y)
    return (
        vouched(first, fourth) + vouched(second, third) - vouched(first, third) - vouched(second, fourth)
    )  # fmt: skip
