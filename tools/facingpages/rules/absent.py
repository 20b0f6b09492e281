"""Whether what has no counterpart may stand on the page after all: it is no surer missing than it was looked for.

Two blocks are no pair where a page was written anew around them, and then one of them is told missing that stands
there, in other words or at another place. So before an error says that something is missing, this is asked, once for
each: whether a block that is left over, or paired for want of a better one, says its words, holds what few others hold,
or stands in its form at its place. Each of these is the counterpart of one thing at most.

The farther away, the more it takes: between the next pairs that vouch for themselves something in common will do, in
the rest of the page it takes half of all.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from typing import Protocol
from weakref import proxy

from facingpages.align import Bead
from facingpages.align.features import words
from facingpages.document import Block, Document, Heading
from facingpages.late import late
from facingpages.lexicon import Lexicon, likelier, may_render, mostly_rendered
from facingpages.rules.as_many import as_many, share_strong
from facingpages.rules.kindred import NUMBERED, are_cognate, is_number
from facingpages.rules.run_together import run_together
from facingpages.rules.strangers import KEPT, kept
from facingpages.rules.units import Unit, boxes, runs
from facingpages.rules.vouched import REACH, Vouching

PERHAPS = "perhaps this"  # what is said at a block that may be what is told to be missing
HALF = 0.5  # of what two blocks hold, of the blocks of a thing
QUARTER = 0.25  # of the longer one's names and cognates, where two texts share half of the shorter one's
MOST = 0.8  # of what only one of two neighbours says, where the other's counterpart says it, too
CLEARLY = 2  # names and cognates more than its own counterpart's that a text shares with a lost one
CODED = 0.8  # of the words of the longer of two pieces of code
MANY = 10_000  # pairs of blocks that are looked at over the whole page; of more, those of a stretch are
TEXTS = frozenset(("paragraph", "html", "term"))  # kinds of block that say the same in another form
BARE = frozenset(("", "-", "+", "*"))  # what an item says that has but its mark, or the mark of another one
SAID = 12  # letters of a text that is looked for far away
NEAR = 3  # beads before and behind a lost block, of which one of its kind may say what it says, too
SECTION = 7  # blocks of a section at most whose heading may be the next one's
WORDY = 7  # words of it, where only they vouch for it
TOKEN = late(r"\w{2,}")


class Sides(Protocol):
    """A pair of pages, as far as it is asked what is missing."""

    source: Document
    target: Document
    beads: Sequence[Bead]
    lexicon: Lexicon | None

    @property
    def scale(self) -> float:
        """How much longer the translation says the same."""

    @property
    def vouches(self) -> Vouching:
        """What vouches for the beads."""

    @property
    def missing(self) -> list[Unit]:
        """What the translation lacks."""

    @property
    def extra(self) -> list[Unit]:
        """What only the translation has."""


class Absence:
    """What may be the counterparts of what a pair of pages lacks."""

    def __init__(self, pair: Sides, *, turned: bool = False) -> None:
        self.pair: Sides = pair if turned else proxy(pair)  # nobody else keeps a turned one
        self.turned = turned  # the source is in the other language
        self._found: dict[int, Block] | None = None  # by the indexes of blocks of the source

    def instead(self, unit: Unit) -> Block | None:
        """The block of the translation that may be what is said to be missing, or a part of it."""
        if self._found is None:
            self._found = self._look()
        if unit.kind == "callout" and not any(
            boxes(one, "callout") for block in unit.blocks if (one := self._found.get(block.index))
        ):
            return None  # what stands there as text is no callout
        first = self._found.get(unit.blocks[0].index)
        if first is not None or len(unit.blocks) == 1:
            return first
        there = [found for block in unit.blocks if (found := self._found.get(block.index)) is not None]
        return there[0] if len(there) > HALF * len(unit.blocks) else None

    def runs(self, told: Set[int], kind: str) -> Iterator[list[Unit]]:
        """Items or steps of one list that are missing at one place, but for those told otherwise: what may stand on the
        page after all apart from what does not."""
        units = [unit for unit in self.pair.missing if unit.kind == kind and unit.blocks[0].index not in told]
        units = [unit for unit in units if any(block.text.strip() not in BARE for block in unit.blocks)]
        found = {id(unit) for unit in units if self.instead(unit) is not None}
        yield from runs([unit for unit in units if id(unit) not in found], kind)
        yield from runs([unit for unit in units if id(unit) in found], kind)

    def holds(self, block: Block) -> bool:
        """Whether a block of the translation may be the counterpart of something that is said to be missing."""
        if self._found is None:
            self._found = self._look()
        return any(block is found for found in self._found.values())

    def _look(self) -> dict[int, Block]:
        """All of them, the nearest first: what is in a stretch, then what is on the page."""
        beads, vouches = self.pair.beads, self.pair.vouches
        lost = [(at, bead.source[0]) for at, bead in enumerate(beads) if bead.source and not bead.target]
        weak = [
            at
            for at, bead in enumerate(beads)
            if lost and bead.target and (not bead.source or not vouches.is_evident(at))
        ]
        found: dict[int, Block] = {}
        taken: set[int] = set()
        for far in (False, True) if weak else ():
            if far and len(lost) * len(weak) > MANY:
                break
            for at, block in lost:
                if block.index not in found:
                    for place in weak if far else self._beside(at, weak):
                        if place not in taken and (
                            self._may_be(block, place, far) or (not far and self._is_unlisted(at, place))
                        ):
                            found[block.index] = beads[place].target[0]
                            taken.add(place)
                            break
        found.update(self._headings(taken))
        for at, block in lost:
            if block.index not in found and (held := self._within(at)) is not None:
                found[block.index] = held
        counted = as_many(self.pair.source, self.pair.target, beads)
        if self.turned:  # of a member that is lost and one that is new in its place, one is told
            free = {bead.target[0].index for bead in beads if bead.target and not bead.source}
            return {**{index: block for index, block in counted.items() if block.index not in free}, **found}
        return {**(dict(run_together(beads, self.pair.scale, vouches)) if lost else {}), **counted, **found}

    def _beside(self, at: int, weak: Sequence[int]) -> list[int]:
        """The places of blocks left over between the next beads that are evident, the nearest first."""
        low, high = (self._edge(at, step) for step in (-1, 1))
        return sorted((place for place in weak if low < place < high), key=lambda place: abs(place - at))

    def _edge(self, at: int, step: int) -> int:
        beads, vouches = self.pair.beads, self.pair.vouches
        for place in range(at + step, at + step * (REACH + 1), step):
            if not 0 <= place < len(beads):
                return place
            if beads[place].source and beads[place].target and vouches.is_evident(place):
                return place
        return at + step * (REACH + 1)

    def _may_be(self, block: Block, place: int, far: bool) -> bool:
        """Whether a block that is left over, or another's for want of a better one, may be this one's."""
        bead = self.pair.beads[place]
        other = bead.target[0]
        if _form(block) != _form(other):
            return False
        if block.text == other.text and any(map(str.isalnum, block.text)):
            return not far or len(block.text) >= SAID or block.kind == "heading"
        if far and bead.source:
            return False
        if block.kind == "code":
            one, two = (set(TOKEN.findall(side.text)) for side in (block, other))
            return len(one & two) >= CODED * max(len(one), len(two)) > 0
        if self._share(block, other, far) or (not far and is_number(block, other)):
            return True
        if block.kind in ("directive", "image"):
            return False
        if self.pair.lexicon is not None and (not far or len(block.text.split()) >= WORDY):
            texts = (other.text, block.text) if self.turned else (block.text, other.text)
            if may_render(self.pair.lexicon, *texts):
                return True
        return not far and are_cognate(block, other)

    def _is_unlisted(self, at: int, place: int) -> bool:
        """Whether a lost item may be a paragraph right beside it that is left over, as its neighbour of the list is one."""
        beads = self.pair.beads
        lost, here = beads[at].source[0], beads[place].target[0]
        if lost.marker is None or here.marker is not None or here.kind != "paragraph" or abs(at - place) > 1:
            return False
        if NUMBERED.match(here.text):
            return False  # which of them it is, it says itself
        near = [one for one in (*beads[max(at - 2, 0) : at], *beads[at + 1 : at + 3]) if one.source and one.target]
        return not beads[place].source and any(
            one.source[0].marker is not None
            and one.source[0].marker.parent is lost.marker.parent
            and one.target[0].marker is None
            for one in near
        )

    def _share(self, block: Block, other: Block, far: bool) -> bool:
        """Whether two blocks hold the same target, picture, code, id, argument: far away, half of all that both hold, and
        one that few hold."""
        there, here = kept((block,), KEPT), kept((other,), KEPT)
        shared = {key for key in there & here if key[0] != "d"}
        if not shared or len(shared) < (HALF if far else QUARTER) * len(there | here):
            return False
        return not far or ((block.marker is None) == (other.marker is None) and self.pair.vouches.are_rare(shared))

    @cached_property
    def _rendered(self) -> list[int]:
        """The places of the beads that hold a block of the translation."""
        return [at for at, bead in enumerate(self.pair.beads) if bead.target]

    def _within(self, at: int) -> Block | None:
        """The block beside a lost one that has a counterpart of its own, and says what the lost one says, too."""
        beads = self.pair.beads
        block = beads[at].source[0]
        behind = bisect(self._rendered, at)
        for way in (self._rendered[max(behind - NEAR, 0) : behind][::-1], self._rendered[behind : behind + NEAR]):
            near = map(beads.__getitem__, way)
            bead = next((one for one in near if one.source and _form(one.source[0]) == _form(block)), None)
            if bead is None or _form(bead.target[0]) != _form(block):
                continue
            a, b = bead.source[0], bead.target[0]
            said, its, here = self._said(block, source=True), self._said(a, source=True), self._said(b, source=False)
            own = said - its
            if len(own) > 1 and len(own & here) >= MOST * len(own):
                return b
            if (
                block.marker is not None
                and a.marker is not None
                and b.marker is not None
                and block.depth == b.depth != a.depth
            ):
                return b
            if block.kind == "paragraph" and len(said & here) >= len(its & here) + CLEARLY:
                return b
        return None

    def _said(self, block: Block, *, source: bool) -> frozenset[str]:
        """The words of a block by which it can be known in another language: of code and HTML, all."""
        if block.kind != "code" and "<" not in block.text:
            return words(block)
        page = self.pair.source if source else self.pair.target
        return frozenset(TOKEN.findall(page.source_text(block.start, block.end)))

    def _headings(self, taken: set[int]) -> Iterator[tuple[int, Block]]:
        """Headings that are more likely a lost one's than that of which they are taken for the counterpart.

        Nobody knows which of two it is where nothing says so, and what stands below the lost one is not lost.
        """
        beads, vouches = self.pair.beads, self.pair.vouches
        units = [unit for unit in self.pair.missing if unit.kind == "heading" and len(unit.blocks) <= SECTION]
        places = {unit.position for unit in units}
        for unit in units:
            lost = unit.blocks[0]
            if not isinstance(lost, Heading):
                continue
            for place in self._next_headings(unit.position, places):
                own, other = beads[place].source[0], beads[place].target[0]
                if place in taken or not isinstance(other, Heading) or other.level == 1 or share_strong(own, other):
                    continue
                if self._is_likelier(lost, own, other) or (
                    len(unit.blocks) == 1 and lost.level == other.level and not vouches.at(place)
                ):
                    taken.add(place)
                    yield lost.index, other
                    break

    def _next_headings(self, at: int, lost: Set[int]) -> Iterator[int]:
        """The pairs of headings next to a lost one, behind it and before it, if it is the next lost one to them."""
        beads = self.pair.beads
        for way in (range(at + 1, len(beads)), range(at - 1, -1, -1)):
            for place in way:
                bead = beads[place]
                if place in lost:
                    break
                if bead.source and bead.target and bead.source[0].kind == "heading":
                    if not bead.moved:
                        yield place
                    break

    def _is_likelier(self, lost: Heading, own: Block, other: Heading) -> bool:
        """Whether a heading says rather what a lost one does than what its own counterpart does, or no less, in the form
        of the lost one."""
        one, two = len(words(lost) & words(other)), len(words(own) & words(other))
        if self.pair.lexicon is not None and (more := self._more(self.pair.lexicon, lost, own, other)):
            return more > 0
        formed = isinstance(own, Heading) and own.level != other.level == lost.level
        return one > two or (formed and one == two > 0)

    def _more(self, lexicon: Lexicon, lost: Block, own: Block, other: Block) -> int:
        """Which of two headings another one renders, or is rendered by, if but one: 1 for the lost one, -1 for its own."""
        if not self.turned:
            return likelier(lexicon, lost.text, own.text, other.text)
        return mostly_rendered(lexicon, other.text, lost.text) - mostly_rendered(lexicon, other.text, own.text)


def _form(block: Block) -> str:
    """What a block is, as far as two of them have to be the same to be each other's."""
    return "text" if block.kind in TEXTS else block.kind
