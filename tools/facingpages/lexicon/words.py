"""A lexicon: which words of one language render which of another, and how much two texts vouch for each other."""

from __future__ import annotations

import json
from collections.abc import Mapping, Set
from functools import cached_property
from math import log
from typing import Any

from facingpages.hashing import blake2b
from facingpages.tuples import NamedTuple

SCALE = 10_000  # probabilities are whole numbers of this: the same in every file and on every machine
SAME = 3000  # of SCALE: how often a word that stands on both sides at least renders itself
UNIT = 1000  # of a logarithm: what words say is told in whole thousandths, which add up alike in any order
MOST = 1 << 31  # no site has so many words
FLOOR = 0.3  # what is left of a pair's likelihood by a word that nothing makes likely
AGAINST, CEILING = round(UNIT * log(FLOOR)), 5 * UNIT  # what a word may say against a pair, and for it
LIFT = 3  # times as likely beside a word as anywhere: `на` and `de`, which stand beside every noun, render none
RENDERS = 500  # of SCALE: a rendering that is no mere neighbour of the right one


class Table(NamedTuple):
    """One direction: each word's renderings with their probability; the empty word's are what stands without a reason.

    `counts` says how often each word of the other side was seen, of `total` words; one that is not there, at most once.
    """

    renderings: Mapping[str, Mapping[str, int]]
    counts: Mapping[str, int]
    total: int

    @property
    def least(self) -> float:
        """How likely a rendering must be at least that is seen once anywhere, and `own`."""
        return LIFT * SCALE / max(1, self.total)

    def own(self, word: str) -> list[tuple[str, int]]:
        """The renderings of a word that are plainly likelier beside it than anywhere."""
        counts, least = self.counts, self.least
        found = self.renderings.get(word, _NONE).items()
        return [(other, value) for other, value in found if value > least * counts.get(other, 1)]

    def worth(self, likely: Mapping[str, int], size: int, same: Set[str]) -> dict[str, int]:
        """What words of the other side add that are so likely beside `size` words, with the `same` ones among them.

        A word that nothing makes likely says `AGAINST`, or nothing if it was seen at most once; this is by how much
        more it says: never below 0.
        """
        counts, total = self.counts, self.total
        found: dict[str, int] = {}
        for word, value in likely.items():
            if value < SAME and word in same:
                value = SAME
            count = counts.get(word)
            if count:
                more = round(UNIT * log(FLOOR + 0.7 * value * total / (SCALE * size * count)))
                found[word] = (more if more < CEILING else CEILING) - AGAINST
            elif value:  # seen at most once: not known well enough to count against
                more = round(UNIT * log(1 + 0.7 * value * total / (SCALE * size)))
                found[word] = more if more < CEILING else CEILING
        return found


_NONE: Mapping[str, int] = {}
_NO_WORDS: Set[str] = frozenset()


class Way:
    """One way of a lexicon, from one language to the other, and the table back; with what is asked of it often."""

    def __init__(self, table: Table, back: Table) -> None:
        self.table = table
        self.back = back
        self.likely = _Likely(table.renderings)
        self.by_chance = _ByChance(table)
        self.memo: dict[str, Any] = {}  # what is found out of a word and asked often


class _Likely(dict[str, Set[str]]):
    """A word's renderings that are no mere neighbours of the right one, and the word itself."""

    def __init__(self, renderings: Mapping[str, Mapping[str, int]]) -> None:
        self._renderings = renderings

    def __missing__(self, word: str) -> Set[str]:
        known = self._renderings.get(word)
        if known is None:  # there is no end of such
            return frozenset((word,))
        found = self[word] = frozenset([word, *(other for other, value in known.items() if value >= RENDERS)])
        return found


class _OwnLikely(dict[str, Set[str]]):
    """The same of those that are plainly likelier beside the word than anywhere; nothing where it has no renderings."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __missing__(self, word: str) -> Set[str]:
        table = self._table
        known = table.renderings.get(word)
        if known is None:
            return _NO_WORDS
        counts, least = table.counts, table.least
        found = self[word] = frozenset(
            [word]
            + [other for other, value in known.items() if value >= RENDERS and value > least * counts.get(other, 1)]
        )
        return found


class _ByChance(dict[int, Mapping[str, int]]):
    """What words of the other side add that stand beside a text of so many words for no reason."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.likely = table.renderings.get("", _NONE)

    def __missing__(self, size: int) -> Mapping[str, int]:
        found = self[size] = self._table.worth(self.likely, size + 1, frozenset())
        return found


class Lexicon:
    """What a site says of two languages: from the source's words to those of the translation, and back."""

    def __init__(self, forward: Table, backward: Table) -> None:
        self._tables = forward, backward

    @property
    def forward(self) -> Table:
        """From the source's words to those of the translation."""
        return self._tables[0]

    @property
    def backward(self) -> Table:
        """And back."""
        return self._tables[1]

    @cached_property
    def ways(self) -> tuple[Way, Way]:
        """The same two."""
        return Way(self.forward, self.backward), Way(self.backward, self.forward)

    @cached_property
    def likely(self) -> Mapping[str, Set[str]]:
        """Of each word of the source that has any renderings: itself, and those that are no mere neighbours of them.

        Nothing of any other word.
        """
        return _OwnLikely(self.forward)

    @cached_property
    def text(self) -> str:
        """All of it, as JSON, which `of` takes."""
        return json.dumps([_flat(self.forward), _flat(self.backward)], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, text: str) -> Lexicon:
        """From its text, which is not looked into before a table is asked for.

        That raises TypeError, ValueError, KeyError, AttributeError or RecursionError where the text is none.
        """
        found = cls.__new__(cls)
        found.text = text
        return found

    @cached_property
    def _tables(self) -> tuple[Table, Table]:
        forward, backward = json.loads(self.text)
        return _table(forward), _table(backward)

    @cached_property
    def digest(self) -> str:
        """Two lexicons that share it are equal."""
        return blake2b(self.text.encode("utf-8", "surrogatepass"), digest_size=24).hexdigest()


def _flat(table: Table) -> list[Any]:
    return [{word: dict(found) for word, found in table.renderings.items()}, dict(table.counts), table.total]


def _table(data: Any) -> Table:
    renderings, counts, total = data
    for found in (counts, *renderings.values()):
        if not all(type(word) is str and type(value) is int and 0 < value < MOST for word, value in found.items()):
            raise TypeError("no table of words")
    if type(total) is not int or not 0 <= total < MOST:
        raise TypeError("no number of words")
    return Table(renderings, counts, total)
