"""A lexicon learnt from pairs of words: IBM Model 1 in both directions (Brown et al. 1993, The Mathematics of
Statistical Machine Translation, section 4.1), with an empty word on the source's side.

Everything is added up one after the other (`bincount`) and divided, which IEEE 754 fixes to the bit, so the same pairs
in the same order give the same lexicon on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from facingpages.lexicon.pairs import PairOfWords
from facingpages.lexicon.words import SCALE, Lexicon, Table

ROUNDS = 4  # one tells .886 of right renderings first, four .977
DISCOUNT = 0.3  # of a count: what is seen once in a while by chance
LEAST = 0.003  # probability of a rendering that is kept


def train(pages: Sequence[Sequence[PairOfWords]]) -> Lexicon:
    """What the pairs of some pages, page by page, teach. Raises ImportError where numpy is not installed.

    No page vouches for itself: a rendering counts without the page that has most of it, so it needs two at least, and
    the words of a page are never told by that page alone.
    """
    numpy: Any = import_module("numpy")
    links = _Links(numpy, pages)
    return Lexicon(
        _table(numpy, links, links.s, links.t, links.code // links.t.known, links.code % links.t.known),
        _table(numpy, links, links.t, links.s, links.code % links.t.known, links.code // links.t.known),
    )


class _Words:
    """The words of one side of all pairs, one pair after the other, by their numbers."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.words: Any = []
        self.sizes: Any = []
        self.places: Any = None  # of every link: its word among these

    def add(self, words: Sequence[str]) -> None:
        numbers = self.numbers
        self.words += [numbers.setdefault(word, len(numbers)) for word in words]
        self.sizes.append(len(words))

    @property
    def known(self) -> int:
        return len(self.numbers)


class _Links:
    """Every word of a pair beside every word on its other side, sorted by which two words they are, then by page.

    `entry` is the number of the two words of each link among all that are linked (`code`: one times how many words the
    other side has, plus the other), `page` its page.
    """

    def __init__(self, numpy: Any, pages: Sequence[Sequence[PairOfWords]]) -> None:
        self.s, self.t = _Words(), _Words()
        page_of: list[int] = []
        for number, page in enumerate(pages):
            for one, other in page:
                self.s.add(one)
                self.t.add(other)
                page_of.append(number)
        for side in (self.s, self.t):
            side.words, side.sizes = numpy.array(side.words), numpy.array(side.sizes)
        s, t = self.s, self.t
        widths = s.sizes * t.sizes
        pair = numpy.repeat(numpy.arange(len(widths)), widths)
        within = numpy.arange(len(pair)) - (numpy.cumsum(widths) - widths)[pair]
        t_sizes = t.sizes[pair]
        row = within // t_sizes
        places_s = (numpy.cumsum(s.sizes) - s.sizes)[pair] + row
        places_t = (numpy.cumsum(t.sizes) - t.sizes)[pair] + within - row * t_sizes
        codes = s.words[places_s] * t.known + t.words[places_t]
        order = numpy.argsort(codes, kind="stable")
        codes = codes[order]
        first = numpy.concatenate(([True], codes[1:] != codes[:-1]))
        self.code = codes[first]
        self.entry = numpy.cumsum(first) - 1
        self.page = numpy.array(page_of)[pair][order]
        self.pages = len(pages)
        s.places, t.places = places_s[order], places_t[order]
        # Links of the same two words on the same page, which stand together.
        self.piece = numpy.cumsum(first | numpy.concatenate(([True], self.page[1:] != self.page[:-1]))) - 1


def _table(numpy: Any, links: _Links, s: _Words, t: _Words, of_s: Any, of_t: Any) -> Table:
    """The renderings of the words of `s` among those of `t`; of every entry, which words it links."""
    entries = len(of_s)
    likely, by_chance = numpy.ones(entries), numpy.ones(t.known)
    weight = counts = totals = alone = likely
    for _ in range(ROUNDS):
        weight = likely[links.entry]
        chance = by_chance[t.words]
        whole = numpy.bincount(t.places, weight, len(t.words)) + chance
        weight /= whole[t.places]
        counts = numpy.bincount(links.entry, weight, entries)
        totals = numpy.bincount(of_s, counts, s.known)
        likely = counts / totals[of_s]
        alone = numpy.bincount(t.words, chance / whole, t.known)  # words that render the empty one
        by_chance = alone / alone.sum()
    # Without the page that has most of each rendering, and of each word.
    pieces = numpy.bincount(links.piece, weight)
    ends = numpy.flatnonzero(numpy.concatenate((links.piece[1:] != links.piece[:-1], [True])))
    most = numpy.zeros(entries)
    numpy.maximum.at(most, links.entry[ends], pieces)
    by_page = numpy.bincount(of_s[links.entry[ends]] * links.pages + links.page[ends], pieces, s.known * links.pages)
    most_of_word = by_page.reshape(s.known, links.pages).max(axis=1)
    least = (counts - most - DISCOUNT) / (totals - most_of_word + 1)[of_s]
    kept = numpy.flatnonzero(least > LEAST)
    names_s, names_t = list(s.numbers), list(t.numbers)
    found: dict[str, dict[str, int]] = {}
    by_chance = numpy.rint(by_chance * SCALE).astype(int).tolist()
    found[""] = {name: value for name, value in zip(names_t, by_chance, strict=True) if value > LEAST * SCALE}
    rounded = numpy.rint(least[kept] * SCALE).astype(int).tolist()
    for one, other, value in zip(of_s[kept].tolist(), of_t[kept].tolist(), rounded, strict=True):
        found.setdefault(names_s[one], {})[names_t[other]] = value
    counted = numpy.bincount(t.words, minlength=t.known).tolist()
    counts_of = {name: number for name, number in zip(names_t, counted, strict=True) if number > 1}
    return Table(found, counts_of, len(t.words))
