"""The register of planted edits: each kind with the rules that may claim it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.accuracy.pairs import Mutation, Pair

Mutator = Callable[[Pair, Random], Mutation | None]


@dataclass(frozen=True)
class Kind:
    """A kind of planted edit: its name, how to make it and which subjects of rules may claim it."""

    name: str
    mutate: Mutator
    fits: frozenset[str] = frozenset()
    """Subjects of fitting rules; empty for a harmless edit, where every finding is noise."""
    decidable: bool = True
    """False where the two pages alone cannot show the defect: measured, but left out of the totals."""

    @property
    def harmless(self) -> bool:
        return not self.fits


KINDS: dict[str, Kind] = {}


def defect(name: str, fits: str, decidable: bool = True) -> Callable[[Mutator], Mutator]:
    """Register a kind of defect; ``fits`` lists the subjects of rules that may claim it, with spaces between."""

    def register(mutate: Mutator) -> Mutator:
        KINDS[name] = Kind(name, mutate, frozenset(fits.split()), decidable)
        return mutate

    return register


def harmless(name: str) -> Callable[[Mutator], Mutator]:
    """Register a kind of edit after which the page is as right as before."""

    def register(mutate: Mutator) -> Mutator:
        KINDS[name] = Kind(name, mutate)
        return mutate

    return register
