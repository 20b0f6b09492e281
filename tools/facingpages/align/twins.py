"""Blocks that read the same are rendered alike, wherever they stand."""

from __future__ import annotations

from collections import Counter

from facingpages.align.echoes import ECHO, Saying, repeated, said
from facingpages.align.features import keys
from facingpages.align.left import Found, FoundAt, turned
from facingpages.align.score import form_of
from facingpages.document import Block


def alike(found: list[Found]) -> list[Found]:
    """Blocks that read the same on either page render each other: one of them gives way to no other block beside it.

    Of "Close", "Send", "Close" the translation lost the second: what stands there twice is no "Send".
    """
    return turned(_alike(turned(_alike(found))))


def _alike(found: list[Found]) -> list[Found]:
    """The same, of what is left over on the first side."""
    if all(t for _, t, _, _ in found):
        return found
    sides = ([s[0] for s, _, _, _ in found if len(s) == 1], [t[0] for _, t, _, _ in found if len(t) == 1])
    twins = [repeated(side) for side in sides]
    if not all(twins):
        return found
    here, there = (Counter(map(said, side)) for side in twins)
    indexes = [{block.index for block in side} for side in twins]
    pairs = Counter(
        (said(s[0]), said(t[0])) for s, t, _, _ in found
        if len(s) == len(t) == 1 and s[0].index in indexes[0] and t[0].index in indexes[1]
    )  # fmt: skip
    of_s: dict[Saying, Saying] = {}
    of_t: dict[Saying, Saying] = {}
    for (one, other), _ in pairs.most_common():
        if here[one] > 1 < there[other] and one not in of_s and other not in of_t:
            of_s[one], of_t[other] = other, one
    for at in (*range(len(found)), *reversed(range(len(found)))) if of_s else ():
        s, t, score, moved = found[at]
        lost = [one for one in (at - 1, at + 1) if 0 <= one < len(found) and not found[one][1]]
        if not lost or len(s) != 1 or len(t) != 1 or of_s.get(said(s[0])) == said(t[0]):
            continue
        for beside in lost:
            left, meant = found[beside][0][0], of_t.get(said(t[0]))
            shifted = meant is None and said(s[0]) in of_s and said(left) not in of_s
            if said(left) == meant or (
                shifted and form_of(left) == form_of(s[0]) and keys(s[0]).isdisjoint(keys(t[0]))
            ):
                found[beside], found[at] = (found[beside][0], t, score, moved), (s, (), 0.0, False)
                break
    return found


def nearest(found: list[Found]) -> list[Found]:
    """Of two blocks that read the same, the one beside what stands beside its counterpart on the other page.

    A list of six steps that became two lists, each of which ends with one sentence, has its sixth step in the first.
    """
    return turned(_nearest(turned(_nearest(found))))


def _nearest(found: list[Found]) -> list[Found]:
    """The same, of what is left over on the first side."""
    left = {said(s[0]): s[0] for s, t, _, _ in found if len(s) == 1 and not t and len(s[0].text) >= ECHO}
    if not left:
        return found
    places = FoundAt(found)
    for at, (s, t, score, moved) in enumerate(found):
        twin = left.get(said(s[0])) if len(s) == len(t) == 1 else None
        if twin is None or not places.left_over(0, twin):
            continue
        beside = {step: places.targets.get(t[0].index + step) for step in (-1, 1)}
        ours, theirs = (
            sum(
                _nearness(found, place, t[0])
                for step, place in beside.items()
                if place is not None and place == places.sources.get(block.index + step)
            )
            for block in (s[0], twin)
        )
        if theirs > ours:
            other = places.sources[twin.index]
            found[at], found[other] = (s, (), 0.0, False), ((twin,), t, score, moved and ours > 0)
            places = FoundAt(found)
    return found


def _nearness(found: list[Found], place: int, block: Block) -> int:
    """How much it says that something stands beside a block: more where both are items of one list."""
    other = found[place][1][0]
    one, two = block.marker, other.marker
    return 2 if one is not None and two is not None and one.parent is two.parent else 1
