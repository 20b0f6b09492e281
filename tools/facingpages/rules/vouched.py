"""Whether a pair of blocks vouches for itself: all that is claimed of the two is a hint where it does not.

A block of an old translation may face one of the source for want of a better one. What a rule then says of the two - that
a link, a component, a row of cells changed - is true of the words on both pages and false of what their authors did. So
no rule judges this by itself: `Pair.finding` asks here, once for each pair of blocks, and lowers what is claimed.

Evidence is what the two have in common and few others have, words that the site's lexicon knows as renderings, for a
heading what stands below it. Without any, two blocks are a pair by their place, which tells nothing beside blocks that
are left over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from typing import Any, Protocol
from weakref import proxy

from facingpages.align import Bead
from facingpages.align.features import keys, words
from facingpages.align.meant import NUMBERED
from facingpages.document import Document, Id, Link
from facingpages.finding import Severity
from facingpages.lexicon import Lexicon, mostly_rendered
from facingpages.rules.became import are_things, written
from facingpages.rules.mistyped import mistyped
from facingpages.rules.old import fell_behind, stands_in
from facingpages.rules.programs import Programs
from facingpages.rules.strangers import (
    KEPT,
    are_other_items,
    are_strange,
    are_told_otherwise,
    could_be,
    hold_others,
    kept,
    lead_elsewhere,
    marked,
    share_little,
)

REACH = 8  # beads before and behind one between which it is asked what is left over
REWRITTEN = 3  # blocks left over there, on both sides together, from which on the stretch was written anew
RARE, ALIKE = 3, 0.5  # blocks of a page, at most, that hold what tells two of them apart; of what both of two hold
COGNATE, NAMED = 0.34, 2  # of the names and cognates of the shorter of two texts, and how many at least
OLD = 3  # beads of a page without counterpart, from which on it is an old one: a torn mark leaves one or two
SPREAD = 8  # of so many blocks of a page one says, at most, what tells some of them apart: else all are about it
SAID = 4  # letters of a thing, at least, to be looked for elsewhere


class TwoPages(Protocol):
    """A pair of pages, as far as it is asked for evidence."""

    source: Document
    target: Document
    beads: Sequence[Bead]
    lexicon: Lexicon | None
    memo: dict[object, Any]


class Vouching:
    """What vouches for the beads of a pair of pages, each asked once."""

    def __init__(self, pair: TwoPages) -> None:
        self.pair: TwoPages = proxy(pair)  # which holds this: in a cycle both would outlive the page by far
        self.places = {id(bead): at for at, bead in enumerate(pair.beads)}
        self.doubted: dict[int, Bead] = {}  # by their places, beads of which an error was lowered
        self._vouched: dict[int, bool] = {}
        self._evident: dict[int, bool] = {}

    def __call__(self, bead: Bead) -> bool:
        """Whether a bead is a pair by more than its place, or nothing beside it is left over that could be meant."""
        at = self.places.get(id(bead))
        if at is None or not bead.source or not bead.target:
            return True
        if self.is_stub:
            return False
        if at not in self._vouched:
            alone = not bead.moved and not self._is_old_code(bead) and self._stands_alone(at)
            self._vouched[at] = alone or (self.is_evident(at) and not self._is_remade(bead))
        return self._vouched[at]

    def at(self, place: int) -> bool:
        """The same of the bead at a place."""
        return self(self.pair.beads[place])

    def as_sure(self, bead: Bead, severity: Severity, new: Any, old: Any) -> Severity:
        """How sure what is claimed of a bead can be: no surer than that its two sides are a pair, and its things one."""
        sure = self.at_most(bead, severity, new, old)
        if sure is not severity is Severity.ERROR and not self(bead) and not isinstance(old, Id):  # which many lack
            self.doubted[self.places[id(bead)]] = bead
        return sure

    def at_most(self, bead: Bead, severity: Severity, new: Any, old: Any) -> Severity:
        """The same of what may be told later, or not at all: nothing is kept of it."""
        if severity is Severity.INFO:
            return severity
        if not self(bead):
            if are_things(new, old) and mistyped(written(self.pair.target, new), written(self.pair.source, old)):
                return severity
            return Severity.INFO
        if self.left >= OLD and are_things(new, old):
            one, two = written(self.pair.target, new), written(self.pair.source, old)
            placed = isinstance(new, Link) and fell_behind(self.pair) and not self._has_evidence(bead)
            if (placed and not mistyped(one, two)) or self._come_from_elsewhere(one, two):
                return Severity.INFO
        return severity

    def _has_evidence(self, bead: Bead) -> bool:
        return not bead.source or not bead.target or self.is_evident(self.places[id(bead)])

    def _is_old_code(self, bead: Bead) -> bool:
        """Whether two pieces of code face each other on a page that was rewritten: where they stand tells nothing."""
        return bead.source[0].kind == bead.target[0].kind == "code" and fell_behind(self.pair)

    def _is_remade(self, bead: Bead) -> bool:
        """Whether what was found elsewhere on a page that was rewritten holds no less of its own than in common."""
        return bead.moved and fell_behind(self.pair) and share_little(bead)

    @cached_property
    def left(self) -> int:
        """How many beads have no counterpart."""
        return sum(1 for bead in self.pair.beads if not bead.source or not bead.target)

    @cached_property
    def is_stub(self) -> bool:
        """Whether the page stands in for one that is yet to be translated."""
        return fell_behind(self.pair) and stands_in(self.pair.beads, self.is_evident)

    def is_evident(self, at: int) -> bool:
        """Whether something vouches for a bead but its place."""
        if at not in self._evident:
            bead = self.pair.beads[at]
            a, b = bead.source[0], bead.target[0]
            self._evident[at] = self._is_known(bead) or (
                a.kind == b.kind == "heading" and not bead.moved and self._heads_the_same(at)
            )
        return self._evident[at]

    def _is_known(self, bead: Bead) -> bool:
        a, b = bead.source[0], bead.target[0]
        if a.text.strip() == b.text.strip() and any(map(str.isalnum, a.text)):
            return True
        if self._is_old_code(bead):
            return self._programs.are_still_one(a, b, moved=bead.moved)
        if "code" in (a.kind, b.kind) and self._programs.are_one(a, b):
            return True
        if a.kind == "heading" != b.kind and b.text.startswith("#"):
            return True
        there, here = (kept(side, KEPT) for side in bead[:2])
        shared = there & here
        if a.kind == b.kind == "directive":  # many are called the same
            return bool(shared) and not are_told_otherwise(a, b)
        alike = len(shared) >= ALIKE * len(there | here)
        if shared and (alike or self.are_rare(shared)):
            return True
        if a.kind == b.kind == "row" and self.are_rare(kept(bead.source, "n") & kept(bead.target, "n")):
            return True
        if self.pair.lexicon is not None:
            texts = [" ".join(block.text for block in side) for side in bead[:2]]
            if a.kind == b.kind == "row":  # a word beside numbers stands in all rows
                texts = [NUMBERED.sub(" ", text) for text in texts]
            if (a.kind != "row" or len(texts[0].split()) > 1) and mostly_rendered(self.pair.lexicon, *texts):
                return True
        if a.kind == b.kind == "code":  # in which all names are cognates
            return False
        return self._are_cognate(*(frozenset().union(*map(words, side)) for side in bead[:2]))

    def _are_cognate(self, one: frozenset[str], two: frozenset[str]) -> bool:
        """Whether two texts name the same, or say it in words that begin alike."""
        there, here = self._said
        shared = {word: max(there[word], here[word]) for word in one & two if not word.isdecimal()}
        many = max(RARE, len(self.pair.beads) // SPREAD) if fell_behind(self.pair) else len(self.pair.beads)
        telling = [count for count in shared.values() if count <= many]
        if len(telling) < NAMED:
            return False
        return len(shared) >= COGNATE * min(len(one), len(two)) or sum(count <= RARE for count in telling) >= NAMED

    def are_rare(self, shared: Iterable[str]) -> bool:
        """Whether few blocks of either page hold one of the things that two of them share."""
        return any(max(page[key] for page in self._holding) <= RARE for key in shared)

    def _come_from_elsewhere(self, new: str, old: str) -> bool:
        """Whether one of two things stands as often on the other page: it is no other one, changed, but came from there."""
        if new in old or old in new:
            return False
        source, target = self._pages
        for thing, first, second in ((new, source, target), (old, target, source)):
            sign = thing.encode()
            if len(thing) >= SAID and first.raw.count(sign) >= second.raw.count(sign) > 0:
                return True
        return False

    @cached_property
    def _holding(self) -> tuple[Counter[str], Counter[str]]:
        """How many blocks of each page hold something."""
        there, here = (Counter(key for block in page.blocks for key in keys(block)) for page in self._pages)
        return there, here

    @cached_property
    def _programs(self) -> Programs:
        return Programs(*self._pages)

    @cached_property
    def _said(self) -> tuple[Counter[str], Counter[str]]:
        """How many blocks of each page say something."""
        there, here = (Counter(word for block in page.blocks for word in words(block)) for page in self._pages)
        return there, here

    @property
    def _pages(self) -> tuple[Document, Document]:
        return self.pair.source, self.pair.target

    def _heads_the_same(self, at: int) -> bool:
        """Whether all that stands below a heading has a counterpart, and something vouches for one of these pairs."""
        known = False
        for bead in self.pair.beads[at + 1 : at + 1 + REACH]:
            if any(side and side[0].kind == "heading" for side in bead[:2]):
                break
            if not bead.source or not bead.target:
                return False
            known = known or self._is_known(bead)
        return known

    def _stands_alone(self, at: int) -> bool:
        """Whether nothing is left over beside a bead, nor on both sides between the next ones that are evident."""
        beads = self.pair.beads
        a, b = beads[at].source[0], beads[at].target[0]
        strange = are_strange(beads[at])
        if strange and not b.text and b.kind != "code":  # a mere anchor
            return False
        no_pair = are_other_items(beads[at]) or lead_elsewhere(beads[at])
        no_pair = no_pair or (fell_behind(self.pair) and hold_others(beads[at]))
        if no_pair or not self.left:
            return not no_pair
        lost = new = rivals = 0
        for step in (-1, 1):
            for place in range(at + step, at + step * (REACH + 1), step):
                other = beads[place] if 0 <= place < len(beads) else None
                if other is None:
                    break
                if other.source and other.target:
                    if other.source[0].kind == other.target[0].kind == "heading" or self.is_evident(place):
                        break
                    continue
                meant = any(map(partial(could_be, b), other.source))
                meant = meant or (step < 0 and bool(other.source) and other.source[0].kind == "heading")
                rival = meant or any(map(partial(could_be, a), other.target))
                if (strange or meant or (rival and self.left >= OLD)) and abs(place - at) == 1:
                    return False
                rivals += rival
                lost += not other.target and any(block.text for block in other.source)
                new += not other.source and any(block.text for block in other.target)
        if (lost and new and lost + new >= REWRITTEN) or (self.left >= OLD and not self._is_counted(at)):
            return False
        return not rivals or (a.kind == b.kind and marked(a) == marked(b))

    def _is_counted(self, at: int) -> bool:
        """Whether the place of a bead can be told from one that is evident, or from an end of the page: nothing is left
        over in between, on one side at least."""
        return any(self._is_unbroken(at, step) for step in (-1, 1))

    def _is_unbroken(self, at: int, step: int) -> bool:
        beads = self.pair.beads
        for place in range(at + step, at + step * (REACH + 1), step):
            if not 0 <= place < len(beads):
                break
            if beads[place].moved or not beads[place].source or not beads[place].target:
                return False
            if self.is_evident(place):
                break
        return True
