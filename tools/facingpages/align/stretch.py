"""The blocks of one stretch of two pages, paired in order."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TypeVar

from facingpages.align.agreeing import same_form
from facingpages.align.chain import chain
from facingpages.align.columns import Columns
from facingpages.align.features import keys
from facingpages.align.score import FORBIDDEN, GAP, RENDERED, SPLIT, Side, Voices, fit, plain_fit, telling
from facingpages.document import Block
from facingpages.lexicon import share_found
from facingpages.lexicon.texts import Both

# How sure words must be (`telling`) of blocks that stand as far from the first or last ones, and how many on either
# side of a pair must be as plain as it is.
SURE, AROUND = 0.3, 2
EVEN = 1.0  # how much better another way to pair two lists of as many items is at least than one by one
UNDER = 0.3  # how much more two blocks are worth that stand before the first heading left over on either side
FEW = 12  # beads between one item left over and one on the other side that evens it out
Run = tuple[int, int, int, int]
Row = TypeVar("Row", Sequence[float], Sequence[float] | None)


def in_turn(
    s: Sequence[Block], t: Sequence[Block], scale: float, voices: Voices
) -> list[tuple[int, int, int, int, float]]:  # fmt: skip
    """Beads (i, j, a, b) as `chain` has them, and what each is worth."""
    found: list[tuple[int, int, int, int, float]] = []
    first = second = 0
    for i, j in [*_sure(s, t, voices), (len(s), len(t))]:
        if first < i or second < j:
            scores = _InTurn(s[first:i], t[second:j], scale, voices)
            runs = _straighten(chain(i - first, j - second, scores), scores.sides_s, scores.sides_t)
            runs = _evened(runs, scores)
            found += [
                (first + at, second + to, a, b, scores.of(at, to, a, b) if a and b else 0.0) for at, to, a, b in runs
            ]
        if i < len(s):
            found.append((i, j, 1, 1, 1.0))
        first, second = i + 1, j + 1
    return found


def _sure(s: Sequence[Block], t: Sequence[Block], voices: Voices) -> list[tuple[int, int]]:
    """Pairs that need no search: they and those around them are plainly pairs, as they stand.

    Such are looked for as far from the first block on either side, and from some place on as far from the last. Nothing
    is around the first and the last ones but there where both sides begin or end. Items that begin with one word may
    seem to be pairs in either way: one between a pair and that place must be a pair in that way only.
    """
    size, more = len(s), len(t) - len(s)
    if voices[0] is None:
        return []
    first = [at < len(t) and _is_plain(s[at], t[at], voices) for at in range(size)]
    if not more:
        return [(at, at) for at in range(size) if _all_around(first, at)]
    last = [at + more >= 0 and _is_plain(s[at], t[at + more], voices) for at in range(size)]
    only = [one and not other for one, other in zip(first, last, strict=True)]
    only_last = [other and not one for one, other in zip(first, last, strict=True)]
    gained = accumulate((one - other for one, other in zip(only, only_last, strict=True)), initial=0)
    turn = max(enumerate(gained), key=lambda item: item[1])[0]
    found = [
        (at, at)
        for at in range(turn - AROUND)
        if _all_around(first, at) and any(only[at + 1 : at + AROUND + 1])
    ]  # fmt: skip
    begun = found[-1][1] if found else -1  # where a side lost more than stands around: no block is in two pairs
    return found + [
        (at, at + more)
        for at in range(turn + AROUND, size)
        if at + more > begun and _all_around(last, at) and any(only_last[at - AROUND : at])
    ]  # fmt: skip


def _all_around(plain: Sequence[bool], at: int) -> bool:
    return all(plain[max(at - AROUND, 0) : at + AROUND + 1])


def _is_plain(a: Block, b: Block, voices: Voices) -> bool:
    """Whether two blocks are plainly a pair: they look alike, hold something in common, and their words agree."""
    if not same_form(a, b) or a.depth != b.depth or (a.marker is None) != (b.marker is None):
        return False
    one, other = keys(a), keys(b)
    if one != other and (one.isdisjoint(other) or _contradict(one - other, other - one)):
        return False
    if a.text == b.text or voices[0] is None or voices[1] is None:
        return bool(a.text)
    said, back = voices[0](a.text), voices[1](b.text)
    return share_found(said, back) >= RENDERED and telling(said, back) > SURE


def _contradict(one: Set[str], other: Set[str]) -> bool:
    """Whether each of two blocks leads where the other does not, or counts what it does not, as entries of lists do."""
    return any(any(key[0] == kind for key in one) and any(key[0] == kind for key in other) for kind in "ln")


class _InTurn:
    """How well the blocks of a stretch fit each other, as `chain` asks."""

    gap = GAP

    def __init__(self, s: Sequence[Block], t: Sequence[Block], scale: float, voices: Voices) -> None:
        self.sides_s = [Side((block,), 1.0, voices[0]) for block in s]
        self.sides_t = [Side((block,), scale, voices[1]) for block in t]
        self._joined_s, self._joined_t = _joined(s, 1.0), _joined(t, scale)
        self._voices = voices
        self._first = _headed(s, t)
        self._both = Both([side.said for side in self.sides_s], [side.said for side in self.sides_t])
        self._single = Columns(self.sides_t, self._both)

    @cached_property
    def _double(self) -> Columns:
        return Columns([self._heard(side, 1) for side in self._joined_t], self._both)

    def one_to_one(self, i: int, low: int, high: int) -> Sequence[float]:
        """Each block with each; those that stand under one heading, before one left over, are more likely a pair."""
        return self._nearer(self._single.row(self.sides_s[i], low, high), i, low)

    def two_to_one(self, i: int, low: int, high: int) -> Sequence[float] | None:
        """Two blocks that a translator may have made one, neither of them a stranger to that."""
        if self._joined_s[i] is None:
            return None
        places: Set[int] | None = None
        if self._voices[0] is not None:
            one, other = (self._single.wholes(part, low, high) for part in self.sides_s[i : i + 2])
            places = one & other
        return self._nearer(_row(self._single, self._heard(self._joined_s[i], 0), low, high, places), i, low)

    def one_to_two(self, i: int, low: int, high: int) -> Sequence[float] | None:
        """A block that a translator may have split."""
        if not any(self._joined_t):
            return None
        whole = self.sides_s[i]
        places: Set[int] | None = None
        if self._voices[0] is not None:
            parts = self._single.parts(whole, low, high + 1)
            places = {at for at in parts if at + 1 in parts and self._joined_t[at] is not None}
        return self._nearer(_row(self._double, whole, low, high, places), i, low)

    def _nearer(self, scores: Row, i: int, low: int) -> Row:
        """What a row of pairs is worth, more where both stand before the first heading that is left over on a side."""
        if scores is None or self._first is None or i >= self._first[0]:
            return scores
        behind = self._first[1]
        return [score + UNDER if at < behind else score for at, score in enumerate(scores, low)]

    def of(self, i: int, j: int, a: int, b: int) -> float:
        """The score of a bead that has both sides."""
        one = self._heard(self._joined_s[i], 0) if a == 2 else self.sides_s[i]
        other = self._heard(self._joined_t[j], 1) if b == 2 else self.sides_t[j]
        return FORBIDDEN if one is None or other is None else fit(one, other) + (SPLIT if a != b else 0.0)

    def worth(self, run: Run) -> float:
        """What a bead adds to the whole.

        Few words say less than more do: a short item may be worth more together with its neighbour, though that has
        nothing to do with it. So of three only two count.
        """
        i, j, a, b = run
        if not a or not b:
            return GAP
        best = max(self.of(at, to, 1, 1) for at in range(i, i + a) for to in range(j, j + b))
        return best + GAP * (a + b - 2)

    def is_held(self, run: Run) -> bool:
        """Whether both sides of a bead hold some of what a translator keeps."""
        i, j, a, b = run
        ours, theirs = self.sides_s[i : i + a], self.sides_t[j : j + b]
        return any(not one.keys.isdisjoint(other.keys) for one in ours for other in theirs)

    def _heard(self, side: Side | None, which: int) -> Side | None:
        """Two blocks, with what their words say."""
        voice = self._voices[which]
        if side is not None and voice is not None and side.said is None:
            side.said = voice(side.text)
        return side


def _headed(s: Sequence[Block], t: Sequence[Block]) -> tuple[int, int] | None:
    """How many blocks of either side stand before the first heading that is left over on it; None: none is on any."""
    first, behind = (next((at for at, one in enumerate(side) if one.kind == "heading"), len(side)) for side in (s, t))
    return None if first == len(s) and behind == len(t) else (first, behind)


def _row(columns: Columns, side: Side | None, low: int, high: int, places: Set[int] | None) -> Sequence[float] | None:
    """What two blocks made one are worth, or one made two; in some places only, if so."""
    if side is None or (places is not None and not places):
        return None
    scores = columns.row(side, low, high)
    if places is None:
        return [score + SPLIT for score in scores]
    return [score + SPLIT if at in places else FORBIDDEN for at, score in enumerate(scores, low)]


def _straighten(beads: list[Run], s: Sequence[Side], t: Sequence[Side]) -> list[Run]:
    """Two neighbours whose links changed places look like two blocks that changed places; their words tell which.

    A pair between a block left over on one side and one left over on the other becomes two pairs in order, unless the
    blocks without their link targets fit better crosswise.
    """
    result: list[Run] = []
    position = 0
    while position < len(beads):
        trio = beads[position : position + 3]
        shapes = tuple((a, b) for _, _, a, b in trio)
        if shapes in (((1, 0), (1, 1), (0, 1)), ((0, 1), (1, 1), (1, 0))):
            i, j = min(run[0] for run in trio), min(run[1] for run in trio)
            straight = plain_fit(s[i], t[j]) + plain_fit(s[i + 1], t[j + 1])
            crosswise = plain_fit(s[i], t[j + 1]) + plain_fit(s[i + 1], t[j])
            linked = any(key[0] == "l" for side in (s[i], s[i + 1], t[j], t[j + 1]) for key in side.keys)
            if linked and straight > crosswise + 0.05 and straight > 1.0:
                result += [(i, j, 1, 1), (i + 1, j + 1, 1, 1)]
                position += 3
                continue
        result.append(beads[position])
        position += 1
    return result


def _evened(runs: list[Run], scores: _InTurn) -> list[Run]:
    """Items of two lists are taken one by one where as many are left over on either side, unless that is plainly worse.

    One that is rendered freely, or as its neighbour is, would part all between it and the next such one. What holds
    something that a translator keeps is not asked: that says where it belongs.
    """
    result: list[Run] = []
    at = 0
    while at < len(runs):
        behind = _back(runs, at)
        some, (i, j) = runs[at:behind], runs[at][:2]
        high, last = i + sum(a for _, _, a, _ in some), j + sum(b for _, _, _, b in some)
        if (
            len(some) > 1
            and _is_list(scores.sides_s[i:high])
            and _is_list(scores.sides_t[j:last])
            and not any(map(scores.is_held, some))
        ):
            even = [(i + step, j + step, 1, 1) for step in range(high - i)]
            worth, plain = (sum(map(scores.worth, beads)) for beads in (some, even))
            some = even if plain > worth - EVEN else some
        result += some
        at = behind
    return result


def _back(runs: Sequence[Run], at: int) -> int:
    """Where, from a bead on, both sides have come as far again; behind the bead where that is not soon."""
    ahead = 0
    for place, (_, _, a, b) in enumerate(runs[at : at + FEW], at + 1):
        ahead += a - b
        if not ahead:
            return place
    return at + 1


def _is_list(sides: Sequence[Side]) -> bool:
    """Whether these are items of one list and nothing else."""
    boxes = {id(side.block.marker.parent) if side.block.marker is not None else 0 for side in sides}
    return len(boxes) == 1 and 0 not in boxes


def _joined(blocks: Sequence[Block], scale: float) -> list[Side | None]:
    """Each block but the last with the next one as one side, where a translator could have merged or split them."""
    return [
        Side((one, other), scale)
        if one.kind == other.kind == "paragraph" and one.depth == other.depth and other.index == one.index + 1
        else None
        for one, other in pairwise(blocks)
    ]
