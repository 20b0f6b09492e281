"""An example that was told in the reader's words, all over its page: `lotteria = [3, 7]` for `lottery = [3, 7]`.

One name that is another may be a slip. Several that are, each in the same way wherever it stands, were chosen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from facingpages.document import Block, Code
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.code_names import NAME, differing_names, is_other_word
from facingpages.rules.comments import strip_comments
from facingpages.rules.held import What
from facingpages.rules.wording import STRING

HABIT = 4  # words that the examples of a page have otherwise, where that is no slip
TEXT = late(r"[^\W\d_][^\W\d]*+(?:[ '-][^\W\d]++)*+")  # of a string: words, with nothing that a program reads in them


def is_renamed(pair: Pair, there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether lines of code differ in nothing but words that are others all over the page, each always the same one."""
    words: _Renamed = pair.memo.setdefault("renamed", _Renamed(pair))
    return words.are_told_so(there, here)


class _Renamed:
    """Words in the code of a page that are others in its translation."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair

    def are_told_so(self, there: Sequence[str], here: Sequence[str]) -> bool:
        """Whether lines differ in nothing else."""
        if len(there) != len(here):
            return False
        words: set[tuple[str, str]] = set()
        for one, two in zip(there, here, strict=True):
            found = _differing(one, two)
            if found is None or not all(pair in self._chosen for pair in found):
                return False
            words.update(found)
        return bool(words) and len(self._chosen) >= HABIT

    @cached_property
    def _times(self) -> Counter[tuple[str, str]]:
        """How often a word of the source's code is which one in lines of the same shape."""
        found: Counter[tuple[str, str]] = Counter()
        for bead in self._pair.holding(What.FENCE):
            one, two = (_lines(side) for side in (bead.source, bead.target))
            if len(one) == len(two):
                for there, here in zip(one, two, strict=True):
                    found.update(_differing(there, here) or ())
        return found

    @cached_property
    def _chosen(self) -> frozenset[tuple[str, str]]:
        """Those that are one for one, and no slips: neither is a word of the other page's code."""
        new, old = defaultdict(set), defaultdict(set)
        for one, other in self._times:
            new[one].add(other)
            old[other].add(one)
        there, here = (
            {word for block in page.blocks if isinstance(block, Code) for word in NAME.findall(block.text)}
            for page in (self._pair.source, self._pair.target)
        )
        return frozenset(
            (one, other)
            for one, other in self._times
            if len(new[one]) == len(old[other]) == 1
            and one not in here
            and other not in there
            and (is_other_word(other, one) or not other.isascii())
        )


def _lines(side: Sequence[Block]) -> list[str]:
    return [line for block in side if isinstance(block, Code) for line in strip_comments(block.text) if line]


def _differing(one: str, two: str) -> list[tuple[str, str]] | None:
    """The words that differ in two lines of code, the source's first; None where anything else does, too."""
    if one == two:
        return []
    names = differing_names(one, two)
    a, b = STRING.findall(one), STRING.findall(two)
    if names is None or len(a) != len(b):
        return None
    return [*((old, new) for new, old in names), *_strings(a, b)] if _are_texts(a, b) else None


def _are_texts(there: Sequence[str], here: Sequence[str]) -> bool:
    return all(
        one == two or (one[0] == two[0] and TEXT.fullmatch(one[1:-1]) and TEXT.fullmatch(two[1:-1]))
        for one, two in zip(there, here, strict=True)
    )


def _strings(there: Sequence[str], here: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((one[1:-1], two[1:-1]) for one, two in zip(there, here, strict=True) if one != two)
