"""What a block lost all at once: a list in a component that lost an item has not lost ten addresses, but one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facingpages.finding import Finding
from facingpages.rules.rule import ERROR, INFO

MANY = 4  # findings of one kind in a block, from which on they are one drift


def as_one(found: Iterable[Finding]) -> Iterator[Finding]:
    """Some findings of one kind in one block: of many, the first of the gravest is told, the others for information."""
    every = list(found)
    loud = [one for one in every if one.severity != INFO]
    if len(loud) < MANY:
        yield from every
        return
    told = next((one for one in loud if one.severity == ERROR), loud[0])
    for one in every:
        yield one if one is told else one._replace(severity=INFO)
