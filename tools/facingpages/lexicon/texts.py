"""The texts of one page as columns of a table, of which each row is a text of the other page.

What two texts share is looked up by their words, so that those which share nothing cost next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from facingpages.lexicon.meaning import Renderings, Said

Places = dict[str, list[int]]  # in which columns something stands


class Both:
    """The texts of two pages that are laid beside each other, singly or some of them together."""

    def __init__(self, rows: Iterable[Said | None], columns: Iterable[Said | None]) -> None:
        s, t = ([said for said in side if said is not None] for side in (rows, columns))
        self.forward, self.backward = _renderings(s, t), _renderings(t, s)


def _renderings(some: Sequence[Said], others: Sequence[Said]) -> Renderings:
    way = some[0].way if some else None
    return Renderings(way, frozenset().union(*[said.words for said in others]))


class Texts:
    """Texts of one page beside those of another one. Each number is that of `vouched` or `share_rendered`."""

    def __init__(self, texts: Sequence[Said | None], both: Both) -> None:
        """`None` stands for a place that has no words: what is said of it means nothing."""
        self.sizes = [len(said.words) if said is not None else 0 for said in texts]
        self._texts = [(at, said) for at, said in enumerate(texts) if said is not None]
        self._both = both
        self._without: dict[int, list[int]] = {}

    def vouched(self, one: Said, low: int, high: int) -> list[int]:
        """How much a text and each of the columns from `low` to before `high` vouch for each other."""
        sizes = self.sizes[low:high]
        ours = self._by_chance(one, sizes)
        found = [value + ours[size] for value, size in zip(self._theirs(one)[low:high], sizes, strict=True)]
        by_chance = one.way.by_chance[len(one.words)]
        for word, value in one.reasons_among(self._both.forward).items():
            if word in self._places and (more := value - by_chance.get(word, 0)):
                for at in self._within(self._places[word], low, high):
                    found[at - low] += more
        for word in one.words:
            if word in self._added:
                places, values = self._added[word]
                if low or high < len(self.sizes):
                    first, last = bisect_left(places, low), bisect_left(places, high)
                    places, values = places[first:last], values[first:last]
                for at, more in zip(places, values, strict=True):
                    found[at - low] += more
        return found

    def rendering(self, one: Said, low: int, high: int) -> list[float]:
        """How many of the words of a text each column renders."""
        known = [word for word in one.words if word in one.way.back.counts]
        return _shares(self._counted(self._rendered, known, low, high), [len(known)] * (high - low))

    def rendered(self, one: Said, low: int, high: int) -> list[float]:
        """How many of the words of each column a text renders."""
        counts = one.way.table.counts
        words = [word for word in one.rendered if word in counts]
        return _shares(self._counted(self._places, words, low, high), self.known[low:high])

    def _by_chance(self, one: Said, sizes: Iterable[int]) -> dict[int, int]:
        """What is said against a text, and its words add beside columns of some sizes for no reason."""
        if not self._texts:
            return dict.fromkeys(sizes, one.against)
        way = self._texts[0][1].way
        likely = way.by_chance.likely
        words = [word for word in one.words if word in likely]
        return {
            size: one.against + sum(map(way.by_chance[size].__getitem__, words)) if words else one.against
            for size in set(sizes)
        }

    def _theirs(self, one: Said) -> list[int]:
        """What each column says against a text of some size that renders nothing, and its words add for no reason."""
        size = len(one.words)
        found = self._without.get(size)
        if found is None:
            found = self._without[size] = [0] * len(self.sizes)
            for at, said in self._texts:
                found[at] = said.against
            for word, value in one.way.by_chance[size].items():
                for at in self._places.get(word, ()):
                    found[at] += value
        return found

    @cached_property
    def _places(self) -> Places:
        return _places((at, said.words) for at, said in self._texts)

    @cached_property
    def _rendered(self) -> Places:
        return _places((at, said.rendered) for at, said in self._texts)

    @cached_property
    def known(self) -> list[int]:
        """How many words of each column could be rendered."""
        found = [0] * len(self.sizes)
        for at, said in self._texts:
            counts = said.way.back.counts
            found[at] = sum([word in counts for word in said.words])
        return found

    @cached_property
    def _added(self) -> dict[str, tuple[list[int], list[int]]]:
        """By word of the other page the columns that give a reason for it, and what it adds there beyond chance."""
        found: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for at, said in self._texts:
            by_chance = said.way.by_chance[len(said.words)]
            for word, value in said.reasons_among(self._both.backward).items():
                if more := value - by_chance.get(word, 0):
                    places, values = found[word]
                    places.append(at)
                    values.append(more)
        return dict(found)

    def _counted(self, places: Places, words: Iterable[str], low: int, high: int) -> list[int]:
        """How many of some words each column of a stretch holds."""
        found = [0] * (high - low)
        for word in words:
            if word in places:
                for at in self._within(places[word], low, high):
                    found[at - low] += 1
        return found

    def _within(self, places: list[int], low: int, high: int) -> list[int]:
        if not low and high == len(self.sizes):
            return places
        return places[bisect_left(places, low) : bisect_left(places, high)]


def _places(texts: Iterable[tuple[int, Iterable[str]]]) -> Places:
    found: Places = defaultdict(list)
    for at, words in texts:
        for word in words:
            found[word].append(at)
    return dict(found)


def _shares(found: Sequence[int], known: Sequence[int]) -> list[float]:
    return [one / all_ if all_ else 1.0 for one, all_ in zip(found, known, strict=True)]
