"""Where many short texts stand in one long text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

FEW = 32  # texts that are sooner looked for one by one
GRAM = 6  # characters by which they are known
SHORTEST = 2  # letters of what is told from words by standing alone
LATIN = "\u0250"  # behind the Latin letters: beside others, a word of these ends


class Sought:
    """A text, and what is going to be looked for in it: where that is much, all is found in one walk."""

    def __init__(self, text: str, names: Sequence[str]) -> None:
        self.text = text
        self.names = names

    def places(self, name: str) -> Iterable[int]:
        """Where one of the names stands, in order; occurrences may overlap."""
        return self._places[name] if len(self.names) > FEW and name in self._places else _one_by_one(self.text, name)

    def alone(self, name: str) -> Iterator[int]:
        """Where one of the names stands as a word of its own; a single sign never does."""
        if len(name) >= SHORTEST:
            for at in self.places(name):
                end = at + len(name)
                if not _joins(self.text[at - 1 : at], name[0]) and not _joins(self.text[end : end + 1], name[-1]):
                    yield at

    def first(self, name: str) -> int:
        """Where one of the names stands first; -1 where it does not, as `str.find` has it."""
        return next(iter(self.places(name)), -1)

    def count(self, name: str) -> int:
        """How often one of the names stands there, none of it in another, as `str.count` has it."""
        times = end = 0
        for at in self.places(name):
            if at >= end:
                times, end = times + 1, at + len(name)
        return times

    @cached_property
    def lowered(self) -> Sought:
        """The same in small letters."""
        return Sought(self.text.lower(), [name.lower() for name in self.names])

    @cached_property
    def pointed(self) -> Sought:
        """The same with points for commas."""
        return Sought(self.text.replace(",", "."), [name.replace(",", ".") for name in self.names])

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        return occurrences(self.names, self.text)


def _joins(sign: str, end: str) -> bool:
    """Whether a sign beside a name makes one word with it."""
    return sign.isalnum() and end.isalnum() and (sign < LATIN) == (end < LATIN)


def _one_by_one(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def occurrences(names: Iterable[str], text: str) -> Mapping[str, Sequence[int]]:
    """Where each of some names, none of them empty, stands in a text.

    Each is known by the run of its characters that is the rarest in all names, so that the time grows with the sizes of
    both, and not with their product.
    """
    found: dict[str, list[int]] = {name: [] for name in names}
    counts = Counter(gram for name in found for _, gram in _grams(name))
    known: defaultdict[int, defaultdict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for name in found:
        at, gram = min(_grams(name), key=lambda one: counts[one[1]])
        known[len(gram)][gram].append((name, at))
    for size, by_gram in known.items():
        for place in range(len(text) - size + 1):
            for name, at in by_gram.get(text[place : place + size], ()):
                if place >= at and text.startswith(name, place - at):
                    found[name].append(place - at)
    return found


def _grams(name: str) -> Iterator[tuple[int, str]]:
    size = min(len(name), GRAM)
    return ((at, name[at : at + size]) for at in range(len(name) - size + 1))
