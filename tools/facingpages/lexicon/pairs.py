"""What a lexicon is learnt from: texts of a site that render each other beyond doubt, as pairs of words.

Two pages whose leaves are of the same kinds in the same order are taken whole, else those of their sections that are. A
leaf with as many sentences on both sides gives a pair for each sentence; its links, by their targets, and its labels
give pairs of their own, which tell more, since they are short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from facingpages.lexicon.tokens import sentences, words
from facingpages.read.skim import Skimmed

Words = tuple[str, ...]
PairOfWords = tuple[Words, Words]
LONGEST = 30  # words of a side: longer texts cost much and tell little
UNLIKE = 4.0  # times that one side may be longer than the other


class Worded:
    """A leaf of a page. Its words are looked for when they are asked for, once: many leaves teach nothing."""

    __slots__ = ("_labels", "_leaf", "_links", "_sentences", "kind", "size", "text")

    def __init__(self, leaf: Skimmed) -> None:
        self.kind, self.text = leaf.kind, leaf.text
        self.size = len(leaf.text)
        self._leaf = leaf
        self._sentences: Sequence[Words] | None = None
        self._links: Sequence[tuple[str, Words]] | None = None
        self._labels: Sequence[Words] | None = None

    @property
    def sentences(self) -> Sequence[Words]:
        """The words of each sentence."""
        if self._sentences is None:
            self._sentences = sentences(self.text)
        return self._sentences

    @property
    def links(self) -> Sequence[tuple[str, Words]]:
        """Those of its links, by where these lead."""
        if self._links is None:
            self._links = [(_end(target), words(told)) for target, told in self._leaf.links]
        return self._links

    @property
    def labels(self) -> Sequence[Words]:
        """Those of its bold runs."""
        if self._labels is None:
            self._labels = [words(told) for told in self._leaf.labels]
        return self._labels


def worded(leaves: Sequence[Skimmed]) -> list[Worded]:
    """The leaves of a page with their words."""
    return [*map(Worded, leaves)]


def pairs(source: Sequence[Worded], target: Sequence[Worded]) -> list[PairOfWords]:
    """The pairs of words of a page and its translation; none where they are not parallel."""
    return [pair for a, b in parallel(source, target) for pair in pairs_of(a, b)]


def pairs_of(a: Worded, b: Worded) -> list[PairOfWords]:
    """The pairs of words of two leaves."""
    one, other = a.sentences, b.sentences
    found = [*zip(one, other, strict=True)] if len(one) == len(other) else [(_whole(one), _whole(other))]
    if a.links and b.links:
        found += _linked(a.links, b.links)
    if len(a.labels) == len(b.labels):
        found += zip(a.labels, b.labels, strict=True)
    return [(s, t) for s, t in found if _tells(s, t)]


def parallel(source: Sequence[Worded], target: Sequence[Worded]) -> list[tuple[Worded, Worded]]:
    """Leaves that render each other beyond doubt, of two pages or of those of their sections that are parallel.

    Those that were not translated are none of them.
    """
    return [(a, b) for a, b in _parallel(source, target) if a.text != b.text]


def _parallel(source: Sequence[Worded], target: Sequence[Worded]) -> Iterator[tuple[Worded, Worded]]:
    if _kinds(source) == _kinds(target):
        yield from zip(source, target, strict=True)
        return
    s, t = list(_sections(source)), list(_sections(target))
    if [part[0].kind for part in s] == [part[0].kind for part in t]:
        for one, other in zip(s, t, strict=True):
            if _kinds(one) == _kinds(other):
                yield from zip(one, other, strict=True)


def _kinds(leaves: Sequence[Worded]) -> list[str]:
    return [leaf.kind for leaf in leaves]


def _sections(leaves: Sequence[Worded]) -> Iterator[list[Worded]]:
    section: list[Worded] = []
    for leaf in leaves:
        if leaf.kind[0] == "h" and section:
            yield section
            section = []
        section.append(leaf)
    if section:
        yield section


def _whole(parts: Sequence[Words]) -> Words:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))


def _linked(s: Sequence[tuple[str, Words]], t: Sequence[tuple[str, Words]]) -> Iterator[PairOfWords]:
    """The texts of links that lead to the same place, where there is but one that does on either side."""
    ends_s, ends_t = [end for end, _ in s], [end for end, _ in t]
    for end, told in s:
        if ends_s.count(end) == 1 == ends_t.count(end):
            yield told, t[ends_t.index(end)][1]


def _end(target: str) -> str:
    """The last of a path, which names no locale."""
    return target.partition("#")[0].rstrip("/").rpartition("/")[2] or target


def _tells(s: Words, t: Words) -> bool:
    """Whether a pair tells anything of words that render others, at a cost that is worth it."""
    one, other = len(s), len(t)
    return (
        0 < one <= LONGEST and 0 < other <= LONGEST
        and one <= UNLIKE * other + 4 and other <= UNLIKE * one + 4 and s != t
    )  # fmt: skip
