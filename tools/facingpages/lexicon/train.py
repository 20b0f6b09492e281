"""A lexicon learnt from pairs of words: IBM Model 1 in both directions (Brown et al. 1993, The Mathematics of
Statistical Machine Translation, section 4.1), with an empty word on the source's side.

Everything is added up one after the other (`bincount`) and divided, which IEEE 754 fixes to the bit, so the same pairs
in the same order give the same lexicon on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import chain, pairwise
from typing import Any

from facingpages.lexicon.pairs import PairOfWords, Words
from facingpages.lexicon.words import SCALE, Lexicon, Table

ROUNDS = 4  # one tells .886 of right renderings first, four .977
DISCOUNT = 0.3  # of a count: what is seen once in a while by chance
LEAST = 0.003  # probability of a rendering that is kept


def train(pairs: Sequence[PairOfWords]) -> Lexicon:
    """What some pairs teach. Raises ImportError where numpy is not installed."""
    numpy: Any = import_module("numpy")
    links = _Links(numpy, pairs)
    of_s, of_t = links.s.words[links.s.places[links.first]], links.t.words[links.t.places[links.first]]
    return Lexicon(
        _table(numpy, links, links.s, links.t, of_s, of_t), _table(numpy, links, links.t, links.s, of_t, of_s)
    )


class _Words:
    """The words of one side of all pairs, one pair after the other, by their numbers."""

    def __init__(self, numpy: Any, texts: Sequence[Words]) -> None:
        self.names = list(dict.fromkeys(chain.from_iterable(texts)))
        numbers = {name: number for number, name in enumerate(self.names)}
        self.words = numpy.array([*map(numbers.__getitem__, chain.from_iterable(texts))])
        self.sizes = numpy.array([*map(len, texts)])
        self.places: Any = None  # of every link: its word among these

    @property
    def known(self) -> int:
        return len(self.names)


class _Links:
    """Every word of a pair beside every word on its other side.

    They are sorted by these words, the source's first, so that what is looked up of them lies side by side. `entry` is
    the number of the two words of each link among all that are linked; `first` the first link of each of those.
    """

    def __init__(self, numpy: Any, pairs: Sequence[PairOfWords]) -> None:
        self.s, self.t = (_Words(numpy, [pair[side] for pair in pairs]) for side in (0, 1))
        s, t = self.s, self.t
        beside = numpy.repeat(t.sizes, s.sizes)  # how many words are beside each of the source
        of_s = numpy.repeat(numpy.arange(len(s.words)), beside)
        begins = numpy.repeat(numpy.cumsum(t.sizes) - t.sizes, s.sizes)
        links = numpy.arange(len(of_s))
        of_t = links + numpy.repeat(begins - (numpy.cumsum(beside) - beside), beside)
        # Sorted together with their numbers, which takes a quarter of the time that it takes to sort these by them.
        bits = len(links).bit_length()
        found = numpy.sort(((s.words[of_s] * t.known + t.words[of_t]) << bits) | links)
        code, order = found >> bits, found & ((1 << bits) - 1)
        s.places, t.places = of_s[order], of_t[order]
        new = numpy.ones(len(links), bool)
        numpy.not_equal(code[1:], code[:-1], out=new[1:])
        self.first, self.entry = numpy.flatnonzero(new), numpy.cumsum(new) - 1


def _table(numpy: Any, links: _Links, s: _Words, t: _Words, of_s: Any, of_t: Any) -> Table:
    """The renderings of the words of `s` among those of `t`; of every entry, which words it links."""
    likely, by_chance = numpy.ones(len(of_s)), numpy.ones(t.known)
    counts = totals = likely
    for _ in range(ROUNDS):
        weight = likely[links.entry]
        chance = by_chance[t.words]
        whole = numpy.bincount(t.places, weight, len(t.words)) + chance
        weight /= whole[t.places]
        counts = numpy.bincount(links.entry, weight, len(of_s))
        totals = numpy.bincount(of_s, counts, s.known)
        likely = counts / totals[of_s]
        alone = numpy.bincount(t.words, chance / whole, t.known)  # words that render the empty one
        by_chance = alone / alone.sum()
    least = (counts - DISCOUNT) / (totals[of_s] + 1)
    kept = numpy.flatnonzero(least > LEAST)
    by_chance = numpy.rint(by_chance * SCALE).astype(int).tolist()
    found = {"": {name: value for name, value in zip(t.names, by_chance, strict=True) if value > LEAST * SCALE}}
    kept = kept[of_s[kept].argsort(kind="stable")]
    ends = [0, *(numpy.flatnonzero(numpy.diff(of_s[kept])) + 1).tolist(), len(kept)]
    others = [*map(t.names.__getitem__, of_t[kept].tolist())]
    rounded = numpy.rint(least[kept] * SCALE).astype(int).tolist()
    for first, last in pairwise(ends):
        if first < last:
            found[s.names[of_s[kept[first]]]] = dict(zip(others[first:last], rounded[first:last], strict=True))
    counted = numpy.bincount(t.words, minlength=t.known).tolist()
    counts_of = {name: number for name, number in zip(t.names, counted, strict=True) if number > 1}
    return Table(found, counts_of, len(t.words))
