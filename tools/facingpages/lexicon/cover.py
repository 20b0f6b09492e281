"""Whether a text says what another one says, each word by one of its likeliest renderings, and where it does."""

from __future__ import annotations

from collections import Counter
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
UNKNOWN = SAME / SCALE, 0.0, log(SAME / SCALE / CHANCE)  # of a word that has no renderings: itself, it may be
BETWEEN = 1.0  # what a word costs that renders nothing, in a stretch of others that do


class _Wanted(NamedTuple):
    """A word's likeliest renderings, how likely one of them is beside it, and the share of all words that they are.

    `worth` is what one of them says in favour of a text (a logarithm).
    """

    renderings: frozenset[str]
    likely: float
    share: float
    worth: float


# A word of a text: its number, where it stands, which of the words that should be said it renders, what that is worth.
_Told = tuple[int, int, int, list[int], float]


class Cover:
    """What should stand in a text that says the same as one in the language from which a way leads."""

    def __init__(self, way: Way, text: str) -> None:
        self._way = way
        known = way.memo
        self._wanted: list[_Wanted] = [known.get(word) or _wanted(way, word) for word in words(text)]
        self._renderings = [one.renderings for one in self._wanted]

    def said(self, text: str) -> int:
        """How many of the words a text says."""
        return len(self._renderings) - sum(map(word_set(text).isdisjoint, self._renderings))

    def said_besides(self, new: str, rest: str, beside: str) -> int:
        """How many of the words a text does not say, but the rest of its block, more often than is asked for there.

        What stands beside this text's source asks for it: each word for its own renderings, once.
        """
        there = word_set(new)
        asked: Counter[str] = Counter()
        for word, _, _ in spans(beside):
            asked.update((self._way.memo.get(word) or _wanted(self._way, word)).renderings)
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
        wanted: dict[str, list[int]] = {}
        for at, renderings in enumerate(self._renderings):
            for rendering in renderings:
                wanted.setdefault(rendering, []).append(at)
        worths = [one.worth for one in self._wanted]
        told: list[_Told] = []
        for at, (word, start, end) in enumerate(islice(spans(text), LONGEST)):
            if word in wanted:
                renders = wanted[word]
                told.append((at, start, end, renders, max([worths[one] for one in renders])))
        left = sum([most for *_, most in told if most > 0.0])  # what a stretch that begins here is worth at most
        best, place = 0.0, (0, 0)
        longest = 2 * len(worths) + LIKELIEST
        for number, (first, start, _, _, most) in enumerate(told):
            if left + BETWEEN <= best:  # but for what is lost in rounding
                break
            left -= max(0.0, most)
            known: set[int] = set()
            worth, before = 0.0, first - 1
            for at, _, end, renders, most in told[number:]:
                if at >= first + longest:
                    break
                if not known.isdisjoint(renders):
                    new = [worths[one] for one in renders if one not in known]
                    if not new:
                        continue
                    most = max(new)
                worth += most - BETWEEN * (at - before - 1)
                known.update(renders)
                before = at
                if worth > best:
                    best, place = worth, (start, end)
        return place


@lru_cache(maxsize=16)
def cover_of(way: Way, text: str) -> Cover:
    """What should stand in a text that says the same, kept for what else is asked about it."""
    return Cover(way, text)


def _wanted(way: Way, word: str) -> _Wanted:
    table = way.table
    counts = table.counts
    likeliest = sorted(table.own(word), key=lambda item: (-item[1], item[0]))[:LIKELIEST]
    if not likeliest:
        return _Wanted(frozenset((word,)), *UNKNOWN)
    likely = min(SURE, sum([value for _, value in likeliest]) / SCALE)
    share = sum([counts.get(rendering, 0) for rendering, _ in likeliest]) / max(1, table.total)
    renderings = frozenset([word, *[rendering for rendering, _ in likeliest]])
    found = way.memo[word] = _Wanted(renderings, likely, share, log(likely / max(CHANCE, share)))
    return found
