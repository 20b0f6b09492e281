"""Two pages in the light of a lexicon: how much the words of a block on one vouch for those of a block on the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

from facingpages.lexicon.tokens import words
from facingpages.lexicon.words import RENDERS, Lexicon, Table

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

    def said(self, text: str) -> Said:
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = Said(self, words(text))
        return found


class Said:
    """The words of a text, what they say against a text that renders none of them, and what each rendering adds."""

    __slots__ = ("against", "page", "set", "words", "worth")

    def __init__(self, page: _Page, said: tuple[str, ...]) -> None:
        self.page = page
        self.words = said
        self.set = frozenset(said)
        self.against = sum(page.back.base(word) for word in said)
        table, size = page.table, len(said) + 1
        expected = table.expected(said)
        self.worth = {
            word: table.word(word, expected.get(word, 0), size, word in self.set) - table.base(word)
            for word in (expected.keys() | self.set) & page.others
        }


def share_rendered(part: Said, whole: Said) -> float:
    """How many of the words of a text a word of the other one renders, of those that could be."""
    table = whole.page.table
    known = [word for word in part.words if word in table.counts]
    if not known:
        return 1.0
    rendered = {
        rendering
        for word in whole.words
        for rendering, value in table.renderings.get(word, _NONE).items()
        if value >= RENDERS
    }
    return sum(1 for word in known if word in rendered or word in whole.set) / len(known)


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


def vouched(one: Said, other: Said) -> int:
    """How much two texts on either side vouch for each other, below 0: speak against it; over all words, both ways.

    A sum of logarithms in thousandths.
    """
    score = one.against + other.against
    worth = one.worth
    for word in other.set & worth.keys():
        score += worth[word]
    worth = other.worth
    for word in one.set & worth.keys():
        score += worth[word]
    return score
