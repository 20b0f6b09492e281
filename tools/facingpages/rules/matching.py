"""What stands on both sides of a pair, found by what it is compared by, and not by looking at all for each."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

One = TypeVar("One")

NEAR = 64  # things left over that are compared with one that was lost: a block with more of them is no translation


def matched(
    source: Iterable[One], target: Iterable[One], key: Callable[[One], Hashable]
) -> tuple[list[tuple[One, One]], list[One], list[One]]:
    """Those of both sides that share a key, the first with the first; then what is left of the source, and of the target.

    The time it takes grows with their number. The order is that of the target for pairs, and each side's own for the rest.
    """
    left, here = list(source), list(target)
    keys, sought = [key(one) for one in left], [key(one) for one in here]
    if keys == sought:  # as it is on most pages
        return list(zip(left, here, strict=True)), [], []
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for position, name in enumerate(keys):
        waiting[name].append(position)
    pairs: list[tuple[One, One]] = []
    extra: list[One] = []
    taken: set[int] = set()
    for other, name in zip(here, sought, strict=True):
        places = waiting.get(name)
        if places:
            position = places.popleft()
            taken.add(position)
            pairs.append((left[position], other))
        else:
            extra.append(other)
    return pairs, [one for position, one in enumerate(left) if position not in taken], extra


def overlapping(
    source: Sequence[One], target: Sequence[One], keys: Callable[[One], Iterable[Hashable]]
) -> tuple[list[One], list[One]]:
    """What is left of both sides when each thing of the source has taken the first one that shares a key with it."""
    places: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for position, one in enumerate(target):
        for key in keys(one):
            places[key].append(position)
    taken: set[int] = set()
    missing: list[One] = []
    for one in source:
        first = len(target)
        for key in keys(one):
            waiting = places.get(key)
            while waiting and waiting[0] in taken:
                waiting.popleft()
            if waiting:
                first = min(first, waiting[0])
        if first < len(target):
            taken.add(first)
        else:
            missing.append(one)
    return missing, [one for position, one in enumerate(target) if position not in taken]


def distance(a: str, b: str) -> int:
    """How much two tokens differ, sign by sign from their beginning."""
    return abs(len(a) - len(b)) + sum(1 for x, y in zip(a, b, strict=False) if x != y)
