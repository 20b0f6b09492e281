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
from facingpages.tuples import NamedTuple

Words = tuple[str, ...]
PairOfWords = tuple[Words, Words]
LONGEST = 30  # words of a side: longer texts cost much and tell little
UNLIKE = 4.0  # times that one side may be longer than the other


class Worded(NamedTuple):
    """A leaf of a page with the words of its sentences, of its links by where they lead, and of its labels."""

    kind: str
    text: str
    sentences: Sequence[Words]
    links: Sequence[tuple[str, Words]]
    labels: Sequence[Words]


def worded(leaves: Sequence[Skimmed]) -> list[Worded]:
    """The leaves of a page with their words."""
    return [
        Worded(
            kind, text, sentences(text),
            [(_end(target), words(told)) for target, told in links] if links else (),
            [words(told) for told in labels] if labels else (),
        )
        for kind, text, links, labels in leaves
    ]  # fmt: skip


def pairs(source: Sequence[Worded], target: Sequence[Worded]) -> list[PairOfWords]:
    """The pairs of words of a page and its translation; none where they are not parallel."""
    found: list[PairOfWords] = []
    for a, b in _parallel(source, target):
        if a.text == b.text:
            continue
        if len(a.sentences) == len(b.sentences):
            found += zip(a.sentences, b.sentences, strict=True)
        else:
            found.append((_whole(a.sentences), _whole(b.sentences)))
        if a.links and b.links:
            found += _linked(a.links, b.links)
        if len(a.labels) == len(b.labels):
            found += zip(a.labels, b.labels, strict=True)
    return [(s, t) for s, t in found if _tells(s, t)]


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
