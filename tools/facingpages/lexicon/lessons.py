"""What pages of a locale teach: a lexicon, or nothing where they are too few or its words vouch for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from facingpages.lexicon.folds import FEWEST
from facingpages.lexicon.meaning import Said, vouched
from facingpages.lexicon.words import Lexicon
from facingpages.tuples import NamedTuple

if TYPE_CHECKING:
    from facingpages.lexicon.pairs import PairOfWords, Worded

LEAST = 36  # pages with pairs of words that teach a lexicon: what is left of the fewest without the largest of folds
WORK = 3000  # words of the one side beside words of the other in all pairs of a page: what the time goes by
TOLD = 0.95  # of neighbouring pairs must be told from what they would be exchanged; a lexicon that tells reaches 0.99
LONG = 4  # words of a text on each side that must be told
TRIED, ENOUGH = 20, 60  # neighbours that must be there to be told, and that are tried at most
COPIED = 0.5  # of the pairs of a page that earlier ones have; one with more of them is another edition of these
HELD_OUT = 10  # pages at most that are not learnt from, but tried: one in nine


class Learnt(NamedTuple):
    """How many pages had something to teach, and what they taught."""

    pages: int
    lexicon: Lexicon | None

    def flat(self) -> list[Any]:
        """What JSON can hold."""
        return [self.pages, self.lexicon.text if self.lexicon is not None else None]

    @classmethod
    def of(cls, data: Any) -> Learnt:
        """From its flat form. Raises TypeError or ValueError for what is none; for its lexicon see there."""
        pages, text = data
        if type(pages) is not int or not isinstance(text, str | None):
            raise TypeError("no number of pages, or no lexicon")
        return cls(pages, Lexicon.of(text) if text is not None else None)


def told(locale: str, pages: int, folds: Sequence[Learnt]) -> str:
    """A sentence for people: what the folds of a locale of some pages learnt, each of the others'."""
    in_parity = sum(one.pages for one in folds) // max(1, len(folds) - 1)
    if any(one.lexicon is not None for one in folds):
        return f"{locale}: words of {in_parity} pages tell which blocks and links belong together."
    if pages < FEWEST:
        return f"{locale}: it takes {FEWEST} translated pages to learn words from, not {pages}."
    if all(one.pages < LEAST for one in folds):
        return f"{locale}: of {pages} pages {in_parity} are in parity, which are too few to learn words from."
    return f"{locale}: the words of {in_parity} pages do not tell which texts belong together."


def taught_by(source: Sequence[Worded], target: Sequence[Worded]) -> list[PairOfWords]:
    """The pairs of words that a page and its translation teach: of the shorter leaves where they are many.

    Those tell more at less cost. None where the two are not parallel.
    """
    from facingpages.lexicon.pairs import pairs_of, parallel  # what was taught is remembered: few runs learn anew

    found: list[PairOfWords] = []
    left = WORK
    for a, b in sorted(parallel(source, target), key=lambda both: both[0].size * both[1].size):
        for s, t in pairs_of(a, b):
            left -= len(s) * len(t)
            if left < 0:
                return found
            found.append((s, t))
    return found


def lesson(pages: Sequence[Sequence[PairOfWords]]) -> Learnt:
    """What the pairs of some pages teach. Raises ImportError without numpy."""
    from facingpages.lexicon.train import train

    pages = _distinct(pages)
    if len(pages) < LEAST:
        return Learnt(len(pages), None)
    held_out = min(HELD_OUT, len(pages) // 9)
    lexicon = train([pair for page in pages[held_out:] for pair in page])
    return Learnt(len(pages), lexicon if tells(lexicon, pages[:held_out]) else None)


def _distinct(pages: Sequence[Sequence[PairOfWords]]) -> list[Sequence[PairOfWords]]:
    """Those that have something to teach, each once: a page of an older version says again what that of this one says.

    Words that stand beside each other in all editions of one page would be sure of each other after a single sentence.
    """
    seen: set[PairOfWords] = set()
    found = []
    for page in pages:
        if page and len(seen.intersection(page)) <= COPIED * len(page):
            found.append(page)
        seen.update(page)
    return found


def tells(lexicon: Lexicon, pages: Sequence[Sequence[PairOfWords]]) -> bool:
    """Whether neighbours of pages that were not learnt from vouch for their own renderings more than each other's."""
    there, here = (lru_cache(maxsize=None)(partial(Said, way)) for way in lexicon.ways)
    right = tried = 0
    for page in pages:
        long = [(s, t) for s, t in page if len(s) >= LONG and len(t) >= LONG]
        for (a, x), (b, y) in pairwise(long):
            if a == b or x == y:
                continue
            if tried == ENOUGH:
                break
            tried += 1
            straight = vouched(there(a), here(x)) + vouched(there(b), here(y))
            right += straight > vouched(there(a), here(y)) + vouched(there(b), here(x))
            if right >= TOLD * ENOUGH:  # whatever comes
                return True
    return tried >= TRIED and right >= TOLD * tried
