"""What a block lost all at once: a list in a component that lost an item has not lost ten addresses, but one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facingpages.finding import Finding
from facingpages.rules.rule import ERROR, INFO

MANY = 4  # findings of one kind in a block, from which on they are one drift


def as_one(found: Iterable[Finding], *messages: str) -> Iterator[Finding]:
    """Some findings of one kind in one block: of many, the first of the gravest is told, the others for information.
    What says the same as one before it is, too.

    Only those with some messages, where these are given.
    """
    said: dict[str, int] = {}
    every = list(found)
    for at, one in enumerate(every):
        if one.severity != INFO and (not messages or one.message in messages) and said.setdefault(one.text, at) != at:
            every[at] = one._replace(severity=INFO)
    loud = [one for one in every if one.severity != INFO and (not messages or one.message in messages)]
    if len(loud) < MANY:
        yield from every
        return
    told = next((one for one in loud if one.severity == ERROR), loud[0])
    others = {id(one) for one in loud if one is not told}
    for one in every:
        yield one._replace(severity=INFO) if id(one) in others else one
