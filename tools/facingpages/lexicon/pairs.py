"""What a lexicon is learnt from: texts of a site that render each other beyond doubt, as pairs of words.

Two pages whose leaves are of the same kinds in the same order are taken whole, else those of their sections that are. A
leaf with as many sentences on both sides gives a pair for each sentence; its links, by their targets, and its labels
give pairs of their own, which tell more, since they are short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from facingpages.late import late
from facingpages.lexicon.tokens import words
from facingpages.read.skim import Skimmed

Words = tuple[str, ...]
PairOfWords = tuple[Words, Words]
LONGEST = 30  # words of a side: longer texts cost much and tell little
UNLIKE = 4.0  # times that one side may be longer than the other
END = late(r"[.!?:;](?=\s)|[\u3002\uff01\uff1f\uff1b\uff1a]")  # of a sentence


def pairs(source: Sequence[Skimmed], target: Sequence[Skimmed]) -> list[PairOfWords]:
    """The pairs of words of a page and its translation; none where they are not parallel."""
    found: list[PairOfWords] = []
    for a, b in _parallel(source, target):
        if a.text == b.text:
            continue
        found += _sentences(a.text, b.text)
        if a.links and b.links:
            found += _linked(a.links, b.links)
        if a.labels and len(a.labels) == len(b.labels):
            for one, other in zip(a.labels, b.labels, strict=True):
                found += _pair(one, other)
    return found


def _parallel(source: Sequence[Skimmed], target: Sequence[Skimmed]) -> Iterator[tuple[Skimmed, Skimmed]]:
    if _kinds(source) == _kinds(target):
        yield from zip(source, target, strict=True)
        return
    s, t = list(_sections(source)), list(_sections(target))
    if [part[0].kind for part in s] == [part[0].kind for part in t]:
        for one, other in zip(s, t, strict=True):
            if _kinds(one) == _kinds(other):
                yield from zip(one, other, strict=True)


def _kinds(leaves: Sequence[Skimmed]) -> list[str]:
    return [leaf.kind for leaf in leaves]


def _sections(leaves: Sequence[Skimmed]) -> Iterator[list[Skimmed]]:
    section: list[Skimmed] = []
    for leaf in leaves:
        if leaf.kind[0] == "h" and section:
            yield section
            section = []
        section.append(leaf)
    if section:
        yield section


def _sentences(one: str, other: str) -> Iterator[PairOfWords]:
    s, t = _parts(one), _parts(other)
    if len(s) == len(t):
        for a, b in zip(s, t, strict=True):
            yield from _pair(a, b)
    else:
        yield from _pair(one, other)


def _parts(text: str) -> list[str]:
    ends = [0, *(found.end() for found in END.finditer(text)), len(text)]
    return [part for first, last in pairwise(ends) if (part := text[first:last].strip())]


def _linked(s: Sequence[tuple[str, str]], t: Sequence[tuple[str, str]]) -> Iterator[PairOfWords]:
    """The texts of links that lead to the same place, where there is but one that does on either side."""
    ends_s, ends_t = Counter(_end(target) for target, _ in s), Counter(_end(target) for target, _ in t)
    texts = {_end(target): text for target, text in t}
    for target, text in s:
        end = _end(target)
        if ends_s[end] == ends_t[end] == 1:
            yield from _pair(text, texts[end])


def _end(target: str) -> str:
    """The last of a path, which names no locale."""
    return target.partition("#")[0].rstrip("/").rpartition("/")[2] or target


def _pair(one: str, other: str) -> Iterator[PairOfWords]:
    s, t = words(one), words(other)
    if s and t and s != t and len(s) <= LONGEST and len(t) <= LONGEST:
        if len(s) <= UNLIKE * len(t) + 4 and len(t) <= UNLIKE * len(s) + 4:
            yield s, t
