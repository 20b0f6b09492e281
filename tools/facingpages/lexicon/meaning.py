"""Two pages in the light of a lexicon: how much the words of a block on one vouch for those of a block on the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache

from facingpages.lexicon.tokens import words
from facingpages.lexicon.words import AGAINST, RENDERS, Lexicon, Table

_NONE: Mapping[str, int] = {}


class Meaning:
    """What a lexicon says of two pages. Texts are told apart by side only; each is prepared once."""

    def __init__(self, lexicon: Lexicon, source: Iterable[str], target: Iterable[str]) -> None:
        self.lexicon = lexicon
        there = frozenset(word for text in source for word in words(text))
        here = frozenset(word for text in target for word in words(text))
        self._source = _Page(lexicon.forward, lexicon.backward, here)
        self._target = _Page(lexicon.backward, lexicon.forward, there)

    def source(self, text: str) -> Said:
        """A text of the source's page."""
        return self._source.said(text)

    def target(self, text: str) -> Said:
        """A text of the translation's."""
        return self._target.said(text)


class _Page:
    """One of two pages: `table` leads from its words to the others', `back` the other way."""

    def __init__(self, table: Table, back: Table, others: Set[str]) -> None:
        self.table = table
        self.back = back
        self.others = others
        self.known: dict[str, Said] = {}
        self.renderings = _Renderings(table, others)
        self.likely = _Likely(self.renderings, others)
        self.by_chance = _ByChance(table, self.renderings[""])

    def said(self, text: str) -> Said:
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = Said(self, words(text))
        return found


class _Renderings(dict[str, Sequence[tuple[str, int]]]):
    """Those of a word's renderings that stand on the other page, with their probability."""

    def __init__(self, table: Table, others: Set[str]) -> None:
        self._table = table
        self._others = others

    def __missing__(self, word: str) -> Sequence[tuple[str, int]]:
        others = self._others
        found = self[word] = [item for item in self._table.renderings.get(word, _NONE).items() if item[0] in others]
        return found


class _Likely(dict[str, Set[str]]):
    """Those that are no mere neighbours of the right one, and the word itself if it stands there."""

    def __init__(self, renderings: _Renderings, others: Set[str]) -> None:
        self._renderings = renderings
        self._others = others

    def __missing__(self, word: str) -> Set[str]:
        likely = [other for other, value in self._renderings[word] if value >= RENDERS]
        found = self[word] = frozenset([*likely, word] if word in self._others else likely)
        return found


class _ByChance(dict[int, Mapping[str, int]]):
    """What words of the other page add that stand there for no reason, beside a text of so many words."""

    def __init__(self, table: Table, likely: Sequence[tuple[str, int]]) -> None:
        self._worth = table.worth
        self.likely = dict(likely)

    def __missing__(self, size: int) -> Mapping[str, int]:
        found = self[size] = {word: self._worth(word, value, size + 1, False) for word, value in self.likely.items()}
        return found


class Said:
    """The words of a text. They say nothing for a text that renders none of them, and each rendering adds something."""

    __slots__ = ("_reasons", "_rendered", "against", "page", "set", "words")

    def __init__(self, page: _Page, said: tuple[str, ...]) -> None:
        self.page = page
        self.words = said
        self.set = frozenset(said)
        counts = page.back.counts
        self.against = AGAINST * sum([word in counts for word in said])
        self._reasons: Mapping[str, int] | None = None
        self._rendered: Set[str] | None = None

    @property
    def rendered(self) -> Set[str]:
        """The words of the other page that these render, no mere neighbours of the right one."""
        if self._rendered is None:
            likely = self.page.likely
            self._rendered = frozenset().union(*[likely[word] for word in self.words])
        return self._rendered

    @property
    def reasons(self) -> Mapping[str, int]:
        """What each word of the other page adds that one of these gives a reason for; the rest add what chance does."""
        if self._reasons is None:
            expected = dict.fromkeys(self.set & self.page.others, 0)
            renderings = self.page.renderings
            for word in self.words:
                for rendering, value in renderings[word]:
                    expected[rendering] = expected.get(rendering, 0) + value
            self._reasons = self._worth(expected)
        return self._reasons

    def reasons_for(self, others: Set[str]) -> Mapping[str, int]:
        """The same for some words of the other page only."""
        if self._reasons is not None:
            return {word: self._reasons[word] for word in others & self._reasons.keys()}
        expected = dict.fromkeys(self.set & others, 0)
        renderings = self.page.renderings
        for word in self.words:
            for rendering, value in renderings[word]:
                if rendering in others:
                    expected[rendering] = expected.get(rendering, 0) + value
        return self._worth(expected)

    def _worth(self, expected: Mapping[str, int]) -> Mapping[str, int]:
        worth, size, by_chance, same = self.page.table.worth, len(self.words) + 1, self.page.by_chance.likely, self.set
        return {
            word: worth(word, likely + by_chance.get(word, 0), size, word in same) for word, likely in expected.items()
        }


def vouched(one: Said, other: Said) -> int:
    """How much two texts on either side vouch for each other, below 0: speak against it; over all words, both ways.

    A sum of logarithms in thousandths.
    """
    return one.against + other.against + _added(one, other) + _added(other, one)


def _added(one: Said, other: Said) -> int:
    """What the words of a text add that render those of another one."""
    reasons, by_chance = one.reasons_for(other.set), one.page.by_chance[len(one.words)]
    return sum(reasons.values()) + sum(
        [by_chance[word] for word in other.words if word in by_chance and word not in reasons]
    )


def share_rendered(part: Said, whole: Said) -> float:
    """How many of the words of a text a word of the other one renders, of those that could be."""
    counts = whole.page.table.counts
    known = [word for word in part.words if word in counts]
    if not known:
        return 1.0
    rendered = whole.rendered
    return sum([word in rendered for word in known]) / len(known)


def share_found(one: Said, other: Said) -> float:
    """How many of the words of a text, of those that are known, some word of the other one renders."""
    likely, renderings, there = one.page.likely, one.page.table.renderings, other.set
    known = [word for word in one.words if word in renderings]
    return sum([not likely[word].isdisjoint(there) for word in known]) / len(known) if known else 0.0


@lru_cache(maxsize=512)
def renders(lexicon: Lexicon, source: str, target: str) -> float:
    """How many of the words of a source's text, of those that are known, some word of the other text renders."""
    there = frozenset(words(target))
    likely = lexicon.likely
    known = rendered = 0
    for word in words(source):
        renderings = likely.get(word)
        if renderings is not None:
            known += 1
            if word in there or not renderings.isdisjoint(there):
                rendered += 1
    return rendered / known if known else 0.0
