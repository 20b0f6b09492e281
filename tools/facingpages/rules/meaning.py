"""What changed places or stands on the wrong words, as the words say that a site vouches for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from facingpages.align import Bead
from facingpages.align.features import keys
from facingpages.document import Block, Link
from facingpages.lexicon import UNIT, Cover, Lexicon, Meaning, renders, vouched
from facingpages.rules.identity import by_target

# How much more two texts must vouch crosswise than straight (logarithms). Neighbours that did not change places reach 8
# on one of thousands of published pages; links of other blocks are many more to choose from.
NEIGHBOURS, ACROSS = 8 * UNIT, 12 * UNIT
RENDERED = 0.9  # of a text's words: where so many are rendered, it is not asked whether another one fits better
FEW = 60  # links of a page that are compared with each other
# Odds (logarithms) that the text of a link does not say what it should, and at most that the block does not, without it.
MISSED, SAID = 3.0, -1.0


class Linked(NamedTuple):
    """A link of the source, and the one of the translation that leads where it does."""

    bead: Bead
    old: Link
    new: Link


class Meant:
    """What the words of an aligned pair say that a lexicon vouches for; nothing where there is none."""

    def __init__(self, lexicon: Lexicon | None, beads: Sequence[Bead]) -> None:
        self._lexicon = lexicon
        self._beads = beads

    @cached_property
    def swapped(self) -> list[tuple[Bead, Bead]]:
        """Neighbours whose words say that each renders the other's source; a block is in one such pair at most."""
        return list(_swapped_blocks(self._lexicon, self._beads)) if self._lexicon is not None else []

    def swapped_links(self, told: Set[int]) -> Iterator[tuple[Linked, Linked]]:
        """Pairs of links whose texts say that each carries the other's target, but for those `told`, by their start."""
        if self._lexicon is not None:
            yield from _swapped_links(self._lexicon, [one for one in self._strange if one.new.start not in told])

    def misplaced(self, told: Set[int]) -> Iterator[tuple[Linked, str]]:
        """Links whose texts say nothing of what they should, while words beside them do, and these words."""
        if self._lexicon is not None:
            for one in self._strange:
                if one.new.start not in told and (words := _words_beside(self._lexicon, one)):
                    yield one, words

    @cached_property
    def _strange(self) -> list[Linked]:
        """Links that have one counterpart each, whose texts do not render all that theirs say."""
        if self._lexicon is None:
            return []
        return [
            Linked(bead, old, new)
            for bead in self._beads
            for old, new in by_target(_links(bead.source), _links(bead.target))
            if _has_strange_text(self._lexicon, old, new)
        ]


def _swapped_blocks(lexicon: Lexicon, beads: Sequence[Bead]) -> Iterator[tuple[Bead, Bead]]:
    strange = [_is_strange(lexicon, bead) for bead in beads]
    last = -1
    for at, (one, other) in enumerate(pairwise(beads)):
        if at > last and (strange[at] or strange[at + 1]) and _are_neighbours(one, other):
            texts = (one.source[0].text, one.target[0].text), (other.source[0].text, other.target[0].text)
            if _crossed(lexicon, *texts) > NEIGHBOURS:
                last = at + 1
                yield one, other


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


def _links(blocks: Sequence[Block]) -> Sequence[Link]:
    return blocks[0].links if len(blocks) == 1 else [link for block in blocks for link in block.links]


def _swapped_links(lexicon: Lexicon, found: Sequence[Linked]) -> Iterator[tuple[Linked, Linked]]:
    told: set[int] = set()
    for at, one in enumerate(found[:FEW]):
        best, top = -1, 0
        for number, other in enumerate(found[at + 1 : FEW], at + 1):
            if at in told or number in told:
                continue
            value = _crossed(lexicon, (one.old.text, one.new.text), (other.old.text, other.new.text))
            if value > (NEIGHBOURS if one.bead is other.bead else ACROSS) and value > top:
                best, top = number, value
        if best >= 0:
            told |= {at, best}
            yield one, found[best]


def _words_beside(lexicon: Lexicon, one: Linked) -> str:
    """The words of a block that say what the text of a link should, where that says nothing of it; else none."""
    cover = Cover(lexicon, one.old.text)
    if cover.missed(one.new.text) <= MISSED:
        return ""
    block = next((block for block in one.bead.target if block.start <= one.new.start < block.end), one.bead.target[0])
    beside = [piece for start, piece in block.pieces if not one.new.start <= start < one.new.end]
    return cover.place(block.text) if cover.missed(" ".join(beside)) < SAID else ""


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
