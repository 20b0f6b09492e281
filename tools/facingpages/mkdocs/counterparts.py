"""Which block of the source is shown beside which of the translation, and where neither a pair nor a loss is certain.

The alignment answers for every block with what is likeliest, as a check must. A reader takes what stands side by side
for a fact, and "not in the translation" for a reproach; so both need grounds here. Numbers, code, addresses and names
that agree outrank the place on the page; where they contradict each other and nothing else tells, there is no pair.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from facingpages.align import Vouching, align
from facingpages.align.features import keys, words
from facingpages.align.score import FORBIDDEN, Side, fit, weight
from facingpages.document import Block, Document

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
VERSION = re.compile(r"\bv?(\d+(?:\.\d+)+)")
STOPS = (".", "!", "?", "\u3002", "\uff0e", "\uff01", "\uff1f")
NAMED = 24  # characters at the beginning of a block in which a version is its name
SOFT = "w"  # begins a key that is a word: two of them are worth one number, address or code
ALIKE = 0.5  # of what speaks for two blocks they must share to be one that was moved
MARGIN = 0.1  # by which a pair must fit better than one with a block left over; 0.7 is a doubling of length
ENOUGH = 40  # characters; of a shorter text its length tells nothing
MOST = 100  # blocks left over that one is compared with
KNOWN = 0.8  # of the translation must have a source before anything is said to be missing from it
TEXT = frozenset(("paragraph", "heading", "row", "term", "code"))


class Counterpart(NamedTuple):
    """Source blocks and the blocks that translate them. Without any, `certain` tells whether they are missing."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]
    certain: bool


def counterparts(source: Document, target: Document, lexicon: Vouching = None) -> list[Counterpart]:
    """The counterparts of all source blocks, in their order. A lexicon is asked as the alignment asks it."""
    return _Judgement(
        source.blocks, target.blocks, [(bead.source, bead.target) for bead in align(source, target, lexicon)]
    ).judged()


Pair = tuple[tuple[Block, ...], tuple[Block, ...]]


@dataclass
class _Judgement:
    """Two pages and their alignment while it is judged. A section is called by the index of its heading."""

    source: Sequence[Block]
    target: Sequence[Block]
    beads: list[Pair]
    pairs: dict[int, Pair] = field(default_factory=dict)  # by the index of the first source block
    parted: set[int] = field(default_factory=set)  # where two versions stood side by side

    def __post_init__(self) -> None:
        self.pairs = {s[0].index: (s, t) for s, t in self.beads if s and t}
        self.scale = (sum(weight(b.text) for b in self.source) + 500) / (sum(weight(b.text) for b in self.target) + 500)
        self.heads_s, self.heads_t = _heads(self.source), _heads(self.target)
        self.evidence = {block: _evidence(block) for block in (*self.source, *self.target)}
        self.hard = {block: _hard(found) for block, found in self.evidence.items()}
        frequent = [
            Counter(key for block in side for key in self.evidence[block]) for side in (self.source, self.target)
        ]
        self.worth = {key: 1 / max(n, frequent[1][key]) for key, n in frequent[0].items() if key in frequent[1]}

    def judged(self) -> list[Counterpart]:
        """All source blocks, each once."""
        self._move(self._unsupported())
        self.parted = {index for index, (s, t) in self.pairs.items() if _named_otherwise(s[0], t[0])}
        self._part(self.parted)
        self._part(self._in_doubt())
        missing = self._missing()
        paired = {block.index for s, _ in self.pairs.values() for block in s}
        found = [Counterpart(s, t, True) for s, t in self.pairs.values()]
        found += [Counterpart((b,), (), b.index in missing) for b in self.source if b.index not in paired]
        return sorted(found, key=lambda one: one.source[0].index)

    def _part(self, indexes: Iterable[int]) -> None:
        for index in indexes:
            self.pairs.pop(index, None)

    def _lone(self) -> tuple[list[Block], list[Block]]:
        there = {block.index for s, _ in self.pairs.values() for block in s}
        here = {block.index for _, t in self.pairs.values() for block in t}
        return [b for b in self.source if b.index not in there], [b for b in self.target if b.index not in here]

    def _unsupported(self) -> dict[int, Pair]:
        """Pairs of single blocks that have something to go by, on one side or both, and nothing of it in common."""
        found: dict[int, Pair] = {}
        for index, pair in self.pairs.items():
            s, t = pair
            mine, theirs = self.hard[s[0]], self.hard[t[0]]
            if len(s) == len(t) == 1 and (mine or theirs) and not mine & theirs:
                found[index] = pair
        return found

    def _agreement(self, a: Block, b: Block) -> float:
        """What speaks for two blocks: 1 for something that each page has once; -1 where it speaks against them."""
        mine, theirs = self.evidence[a], self.evidence[b]
        shared = mine & theirs
        hard_a, hard_b = self.hard[a], self.hard[b]
        both = _hard(shared)
        if hard_a and hard_b and not both:
            return -1.0
        if len(both) < ALIKE * min(len(hard_a), len(hard_b)):
            return 0.0
        return sum(self.worth.get(key, 0.0) * (0.5 if key[0] == SOFT else 1.0) for key in shared)

    def _move(self, unsupported: Mapping[int, Pair]) -> None:
        """Pair what is left over, or not supported where it stands, with what agrees with it elsewhere."""
        lone_s, lone_t = self._lone()
        lone_s = lone_s + [pair[0][0] for pair in unsupported.values()]
        lone_t = lone_t + [pair[1][0] for pair in unsupported.values()]
        by_key: dict[str, list[Block]] = {}
        for block in lone_t:
            for key in self.evidence[block]:
                by_key.setdefault(key, []).append(block)
        offers = []
        for a in lone_s:
            for b in {block.index: block for key in self.evidence[a] for block in by_key.get(key, ())[:20]}.values():
                value = self._agreement(a, b)
                if value >= 1 and self._fit(a, b) > 0.3 and not _named_otherwise(a, b):
                    offers.append((-value, a.index, b.index, a, b))
        taken_s: set[int] = set()
        taken_t: set[int] = set()
        for _, i, j, a, b in sorted(offers, key=lambda offer: offer[:3]):
            if i not in taken_s and j not in taken_t:
                taken_s.add(i)
                taken_t.add(j)
                for index, pair in unsupported.items():
                    if (index == i or pair[1][0].index == j) and self.pairs.get(index) is pair:
                        del self.pairs[index]
                self.pairs[i] = (a,), (b,)

    def _fit(self, a: Block, b: Block) -> float:
        return fit(Side((a,), 1.0), Side((b,), self.scale))

    def _section(self, b: Block) -> int | None:
        """The source's section in which a block of the target stands; None where its heading has no counterpart."""
        return self._over.get(self.heads_t[b.index])

    def _settle(self) -> None:
        """See which sections go together, and what is left over in each."""
        self._over: dict[int, int | None] = {-1: -1}
        for (a, *_), (b, *_) in self.pairs.values():
            if a.kind == b.kind == "heading":
                self._over[b.index] = a.index
        self._left: dict[int | None, tuple[list[Block], list[Block]]] = {}
        lone_s, lone_t = self._lone()
        for block in lone_s:
            self._left.setdefault(self.heads_s[block.index], ([], []))[0].append(block)
        for block in lone_t:
            self._left.setdefault(self._section(block), ([], []))[1].append(block)

    def _in_doubt(self) -> set[int]:
        """Pairs that only their place speaks for, where the place says little.

        That is a section with something left over on both sides with which a block fits as well, one in which most of
        what can be compared contradicts its place, and one whose heading names another version.
        """
        self._settle()
        against: Counter[int] = Counter()
        for index, ((a, *_), (b, *_)) in self._unsupported().items():
            against[self.heads_s[index]] += self._agreement(a, b) < 0
        known: Counter[int] = Counter()
        silent: list[tuple[int, int, Block, Block]] = []
        for index, ((a, *_), (b, *_)) in self.pairs.items():
            head = self.heads_s[index]
            if self.hard[a] and self.hard[b]:
                known[head] += 1
            if a.kind != "heading" and self._agreement(a, b) <= 0:
                silent.append((index, head, a, b))
        doubt = set()
        for index, head, a, b in silent:
            lone_s, lone_t = self._left.get(head, ((), ()))
            if head in self.parted or (against[head] > 1 and 2 * against[head] > known[head]):
                doubt.add(index)
            elif lone_s and lone_t:
                others = [self._fit(other, b) for other in lone_s[:MOST] if other.kind == a.kind]
                others += [self._fit(a, other) for other in lone_t[:MOST] if other.kind == b.kind]
                if others and max(others) > self._fit(a, b) - MARGIN:
                    doubt.add(index)
        return doubt

    def _missing(self) -> set[int]:
        """The blocks that are certainly not in the translation: what could be their counterpart has another."""
        self._settle()
        lone_s, lone_t = self._lone()
        texts = sum(block.kind in TEXT for block in self.target)
        strange = sum(block.kind in TEXT for block in lone_t)
        if texts - strange < KNOWN * texts:
            return set()
        found: set[int] = set()
        run: list[int] = []  # neighbours in one section, of which all are missing, or none is certain to be
        certain = True
        for a in lone_s:
            if run and (a.index != run[-1] + 1 or self.heads_s[a.index] != self.heads_s[run[-1]]):
                found.update(run if certain else ())
                run, certain = [], True
            run.append(a.index)
            certain = certain and not self._may_be_there(a, lone_t) and not self._ends_a_sentence(a)
        return found.union(run if certain else ())

    def _may_be_there(self, a: Block, lone_t: Sequence[Block]) -> bool:
        """Whether a block may be translated after all: by what stands without source, or as a part of a neighbour."""
        head = self.heads_s[a.index]
        if self._left.get(head, ((), ()))[1]:
            return True
        length = weight(a.text)
        for b in lone_t[:MOST]:
            other = weight(b.text) * self.scale
            if self._fit(a, b) > FORBIDDEN and max(length, other) + 20 < 2 * (min(length, other) + 20):
                return True
        for index in range(a.index - 2, a.index + 3):
            if index in self.pairs and self.heads_s[index] == head:
                (*_, near), t = self.pairs[index]
                spare = sum(weight(b.text) for b in t) * self.scale - weight(near.text)
                if near.kind == a.kind == "paragraph" and spare > 0.5 * max(length, weight(near.text), ENOUGH):
                    return True
        return False

    def _ends_a_sentence(self, a: Block) -> bool:
        """Whether a paragraph may end what was begun above a list; other languages say it all above or below."""
        if a.kind != "paragraph" or a.marker is not None:
            return False
        before = a.index - 1
        while before >= 0 and self.source[before].depth > a.depth:
            before -= 1
        return 0 <= before < a.index - 1 and not self.source[before].text.rstrip().endswith(STOPS)


def _heads(blocks: Sequence[Block]) -> list[int]:
    """For every block the index of the heading under which it stands, or which it is; -1 before the first."""
    found, head = [], -1
    for block in blocks:
        head = block.index if block.kind == "heading" else head
        found.append(head)
    return found


def _evidence(block: Block) -> frozenset[str]:
    """What no translator changes: addresses, code, whole numbers; and how words begin, which may be names."""
    numbers = {"n" + found.replace(",", ".") for found in NUMBER.findall(block.text) if len(found) > 1}
    kept = {key for key in keys(block) if key[0] in "lick#" and len(key) > 1}
    return frozenset(kept | numbers | {SOFT + word for word in words(block) if not word.isdigit()})


def _hard(found: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in found if key[0] != SOFT)


def _named_otherwise(a: Block, b: Block) -> bool:
    """Whether both blocks begin with a version, each with one that the other lacks: `2.2.0` is not `2.0.0`."""
    one, other = VERSION.search(a.text[:NAMED]), VERSION.search(b.text[:NAMED])
    return one is not None and other is not None and one.group(1) not in b.text and other.group(1) not in a.text
