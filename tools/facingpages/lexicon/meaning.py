"""Texts in the light of a lexicon: how much the words of one vouch for those of one in the other language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache

from facingpages.lexicon.tokens import words
from facingpages.lexicon.words import AGAINST, Lexicon, Way

_NONE: Mapping[str, int] = {}
_NO_RENDERINGS: Mapping[str, Mapping[str, int]] = {}


class Meaning:
    """What a lexicon says of texts of two languages, each of which is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.source: Callable[[str], Said]
        self.target: Callable[[str], Said]
        self.source, self.target = (_Texts(way).__getitem__ for way in lexicon.ways)


class _Texts(dict[str, "Said"]):
    """Texts of one language."""

    def __init__(self, way: Way) -> None:
        self._way = way

    def __missing__(self, text: str) -> Said:
        found = self[text] = Said(self._way, words(text))
        return found


class Said:
    """The words of a text. They say nothing for a text that renders none of them, and each rendering adds something."""

    __slots__ = ("_known", "_rendered", "_renderings", "set", "vouched", "way", "words")

    def __init__(self, way: Way, said: tuple[str, ...]) -> None:
        self.way = way
        self.words = said
        self.set = frozenset(said)
        self._known = -1
        self.vouched: dict[Said, int] = {}  # what is known of this one and some of the other language
        self._rendered: Set[str] | None = None
        self._renderings: Sequence[Set[str]] | None = None

    @property
    def known(self) -> int:
        """How many of them count against a text that renders none: those that were seen more than once."""
        if self._known < 0:
            counts = self.way.back.counts
            self._known = sum(map(counts.__contains__, self.words))
        return self._known

    @property
    def against(self) -> int:
        """What they say against such a text."""
        return AGAINST * self.known

    @property
    def renderings(self) -> Sequence[Set[str]]:
        """What renders each of those words that have any renderings."""
        if self._renderings is None:
            likely, table = self.way.likely, self.way.table.renderings
            self._renderings = [likely[word] for word in self.words if word in table]
        return self._renderings

    @property
    def rendered(self) -> Set[str]:
        """The words of the other language that these render."""
        if self._rendered is None:
            likely, table = self.way.likely, self.way.table.renderings
            self._rendered = self.set.union(*[likely[word] for word in self.words if word in table])
        return self._rendered

    def reasons_for(self, others: frozenset[str]) -> Mapping[str, int]:
        """What each of some words adds that one of these gives a reason for; the rest add what chance does."""
        likely = dict.fromkeys(self.set & others, 0)
        renderings = self.way.table.renderings
        for word in self.words:
            if found := renderings.get(word):
                for rendering in others.intersection(found):
                    likely[rendering] = likely.get(rendering, 0) + found[rendering]
        return self._worth(likely)

    def reasons_among(self, renderings: Renderings) -> Mapping[str, int]:
        """The same, of the words of many texts, for each of which it is asked."""
        likely = dict.fromkeys(self.set & renderings.others, 0)
        for word in self.words:
            for rendering, value in renderings[word]:
                likely[rendering] = likely.get(rendering, 0) + value
        return self._worth(likely)

    def _worth(self, likely: dict[str, int]) -> Mapping[str, int]:
        by_chance = self.way.by_chance.likely
        for word in by_chance.keys() & likely.keys():
            likely[word] += by_chance[word]
        return self.way.table.worth(likely, len(self.words) + 1, self.set)


class Renderings(dict[str, Sequence[tuple[str, int]]]):
    """The renderings of words among some words of the other language, as they are met."""

    def __init__(self, way: Way | None, others: frozenset[str]) -> None:
        self.others = others
        self._renderings = way.table.renderings if way is not None else _NO_RENDERINGS

    def __missing__(self, word: str) -> Sequence[tuple[str, int]]:
        known = self._renderings.get(word, _NONE)
        found = self[word] = [(rendering, known[rendering]) for rendering in self.others.intersection(known)]
        return found


def vouched(one: Said, other: Said) -> int:
    """How much two texts on either side vouch for each other, below 0: speak against it; over all words, both ways.

    A sum of logarithms in thousandths.
    """
    if id(one.way) > id(other.way):  # kept in the texts of one language: who knew each other would outlive their page
        one, other = other, one
    known = one.vouched.get(other)
    if known is None:
        known = one.vouched[other] = one.against + other.against + _added(one, other) + _added(other, one)
    return known


def _added(one: Said, other: Said) -> int:
    """What the words of a text add that render those of another one."""
    reasons, by_chance = one.reasons_for(other.set), one.way.by_chance[len(one.words)]
    return sum(reasons.values()) + sum(
        [by_chance[word] for word in by_chance.keys() & other.set if word not in reasons]
    )


def share_rendered(part: Said, whole: Said) -> float:
    """How many of the words of a text a word of the other one renders, of those that could be."""
    counts = whole.way.table.counts
    known = [word for word in part.words if word in counts]
    if not known:
        return 1.0
    rendered = whole.rendered
    return sum([word in rendered for word in known]) / len(known)


def share_found(one: Said, other: Said) -> float:
    """How many of the words of a text, of those that are known, some word of the other one renders."""
    return share_said(one.renderings, other.set)


@lru_cache(maxsize=1024)
def known_words(lexicon: Lexicon, source: str) -> Sequence[Set[str]]:
    """What renders each of those words of a source's text that are known."""
    likely, known = lexicon.likely, lexicon.forward.renderings
    return [likely[word] for word in words(source) if word in known]


def share_said(known: Sequence[Set[str]], there: frozenset[str]) -> float:
    """Of how many of these some words have one."""
    return (len(known) - sum(map(there.isdisjoint, known))) / len(known) if known else 0.0
