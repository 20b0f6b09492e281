"""Whether a text says what another one says, each word by one of its likeliest renderings, and where it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from math import exp, log

from facingpages.lexicon.tokens import spans, word_set, words
from facingpages.lexicon.words import SAME, SCALE, Way
from facingpages.tuples import NamedTuple

LIKELIEST = 6  # renderings of a word that are looked for: cases and synonyms
SURE = 0.95  # how likely one of them is at most: nothing is always rendered in the same words
CHANCE = 1e-4  # how likely they are at least to stand somewhere for another reason
LONGEST = 400  # words of a text that are looked at
BETWEEN = 1.0  # what a word costs that renders nothing, in a stretch of others that do


class _Wanted(NamedTuple):
    """A word's likeliest renderings, how likely one of them is beside it, and the share of all words that they are.

    `worth` is what one of them says in favour of a text (a logarithm).
    """

    renderings: frozenset[str]
    likely: float
    share: float
    worth: float


class Cover:
    """What should stand in a text that says the same as one in the language from which a way leads."""

    def __init__(self, way: Way, text: str) -> None:
        self._way = way
        self._wanted = [_wanted(way, word) for word in words(text)]

    def said(self, text: str) -> int:
        """How many of the words a text says."""
        there = word_set(text)
        return sum([not there.isdisjoint(one.renderings) for one in self._wanted])

    def said_besides(self, new: str, rest: str, beside: str) -> int:
        """How many of the words a text does not say, but the rest of its block, more often than is asked for there.

        What stands beside this text's source asks for it: each word for its own renderings, once.
        """
        there = word_set(new)
        asked: Counter[str] = Counter()
        for word, _, _ in spans(beside):
            asked.update(_wanted(self._way, word).renderings)
        left = {word for word, count in Counter(word for word, _, _ in spans(rest)).items() if count > asked[word]}
        return sum([there.isdisjoint(one.renderings) and not left.isdisjoint(one.renderings) for one in self._wanted])

    def missed(self, text: str) -> float:
        """The logarithm of the odds that a text does not say it: above 0 it rather does not, below 0 it does.

        For every word, how likely its renderings would stand there, or not, if it were said, against mere chance.
        """
        there = word_set(text)
        total = 0.0
        for one in self._wanted:
            chance = max(CHANCE, min(1 - exp(-len(there) * one.share), 0.999 * one.likely))
            if there.isdisjoint(one.renderings):
                total += log((1 - chance) / (1 - one.likely))
            else:
                total += log(chance / one.likely)
        return total

    def place(self, text: str) -> tuple[int, int]:
        """The stretch of a text that says most of it in fewest words; empty where none of it is said."""
        said = [*islice(spans(text), LONGEST)]
        wanted: dict[str, list[int]] = {}
        for at, one in enumerate(self._wanted):
            for rendering in one.renderings:
                wanted.setdefault(rendering, []).append(at)
        told = [(at, wanted[word]) for at, (word, _, _) in enumerate(said) if word in wanted]
        most = [max(0.0, *[self._wanted[one].worth for one in renders]) for _, renders in told]
        left = sum(most)  # what a stretch that begins here is worth at most, but for what is lost in rounding
        best, place = 0.0, (0, 0)
        for number, (first, _) in enumerate(told):
            if left + BETWEEN <= best:
                break
            left -= most[number]
            for last, worth in self._worth(told[number:]):
                if worth > best:
                    best, place = worth, (said[first][1], said[last][2])
        return place

    def _worth(self, told: Sequence[tuple[int, Sequence[int]]]) -> Iterator[tuple[int, float]]:
        """What each stretch is worth that begins with the first of some words and ends with one that renders more.

        Of each of the words where it stands, and what it renders.
        """
        known: set[int] = set()
        worth, first = 0.0, told[0][0]
        before, end = first - 1, first + 2 * len(self._wanted) + LIKELIEST
        for at, renders in told:
            if at >= end:
                return
            new = [one for one in renders if one not in known]
            if new:
                known.update(new)
                worth += max([self._wanted[one].worth for one in new]) - BETWEEN * (at - before - 1)
                before = at
                yield at, worth


@lru_cache(maxsize=16)
def cover_of(way: Way, text: str) -> Cover:
    """What should stand in a text that says the same, kept for what else is asked about it."""
    return Cover(way, text)


@lru_cache(maxsize=4096)
def _wanted(way: Way, word: str) -> _Wanted:
    table = way.table
    counts = table.counts
    likeliest = sorted(table.own(word), key=lambda item: (-item[1], item[0]))[:LIKELIEST]
    likely = min(SURE, sum(value for _, value in likeliest) / SCALE) if likeliest else SAME / SCALE
    share = sum(counts.get(rendering, 0) for rendering, _ in likeliest) / max(1, table.total)
    renderings = frozenset((word, *(rendering for rendering, _ in likeliest)))
    return _Wanted(renderings, likely, share, log(likely / max(CHANCE, share)))
