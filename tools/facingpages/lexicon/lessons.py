"""What the pages of a locale teach: a lexicon, or nothing where they are too few or its words vouch for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from facingpages.lexicon.meaning import Meaning, vouched
from facingpages.lexicon.pairs import PairOfWords, pairs
from facingpages.lexicon.train import train
from facingpages.lexicon.words import Lexicon
from facingpages.read.skim import Skimmed

FEWEST = 60  # pages with pairs of words: at 50, two in ten blocks are paired wrongly that are not at 200
WORK = 250_000  # words of the one side beside words of the other in all pairs: what the time goes by
TOLD = 0.95  # of neighbouring pairs must be told from what they would be exchanged; a lexicon that tells reaches 0.99
LONG = 4  # words of a text on each side that must be told
TRIED = 20  # neighbours that must be there to be told
HELD_OUT = 10  # pages that are not learnt from, but tried, of ten times as many at least


class Learnt(NamedTuple):
    """How many pages had something to teach, and what they taught."""

    pages: int
    lexicon: Lexicon | None

    def told(self, locale: str) -> str:
        """A sentence for people."""
        if self.lexicon is not None:
            return f"{locale}: words of {self.pages} pages tell which blocks and links belong together."
        if self.pages < FEWEST:
            return f"{locale}: {self.pages} pages in parity are too few to learn words from; it takes {FEWEST}."
        return f"{locale}: the words of {self.pages} pages do not tell which texts belong together."

    def flat(self) -> list[Any]:
        """What JSON can hold."""
        return [self.pages, self.lexicon.flat() if self.lexicon is not None else None]

    @classmethod
    def of(cls, data: Any) -> Learnt:
        """From its flat form. Raises TypeError, ValueError, KeyError or AttributeError for what is none."""
        pages, lexicon = data
        if type(pages) is not int:
            raise TypeError("no number of pages")
        return cls(pages, Lexicon.of(lexicon) if lexicon is not None else None)


def lesson(leaves: Iterable[tuple[Sequence[Skimmed], Sequence[Skimmed]]]) -> Learnt:
    """What pages and their translations teach: as many of them as are taken. Raises ImportError without numpy."""
    pages: list[list[PairOfWords]] = []
    work = 0
    for source, target in leaves:
        found = pairs(source, target)
        if not found:
            continue
        work += sum(len(s) * len(t) for s, t in found)
        if work > WORK and len(pages) >= FEWEST:
            break
        pages.append(found)
    if len(pages) < FEWEST:
        return Learnt(len(pages), None)
    held_out = max(1, min(HELD_OUT, len(pages) // 10))
    lexicon = train(pages[held_out:])
    return Learnt(len(pages), lexicon if tells(lexicon, pages[:held_out]) else None)


def tells(lexicon: Lexicon, pages: Sequence[Sequence[PairOfWords]]) -> bool:
    """Whether neighbours of pages that were not learnt from vouch for their own renderings more than each other's."""
    right = tried = 0
    for page in pages:
        long = [(s, t) for s, t in page if len(s) >= LONG and len(t) >= LONG]
        for (a, x), (b, y) in pairwise(long):
            if a == b or x == y:
                continue
            meaning = Meaning(lexicon, (" ".join(a), " ".join(b)), (" ".join(x), " ".join(y)))
            one, two = meaning.source(" ".join(a)), meaning.source(" ".join(b))
            three, four = meaning.target(" ".join(x)), meaning.target(" ".join(y))
            tried += 1
            right += vouched(one, three) + vouched(two, four) > vouched(one, four) + vouched(two, three)
    return tried >= TRIED and right >= TOLD * tried
