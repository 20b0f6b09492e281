"""From an old source to the new one: which chunk became which."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from facingpages.merge.page import PageChunk

ALIKE = 0.5  # the share of words in common from which a block is a changed one; below, it is another
ALIKE_AWAY = 0.75  # the same where it also stands elsewhere
BARELY = 0.2  # the same in the place of the old one: below, a longer text is another
SHORT = 8  # words up to which a text in the place of another is its successor, whatever it says
TELLING = 20  # characters from which equal text found elsewhere was moved and is not only the same again
CELLS = 40_000  # pairs of blocks that are compared in one gap


@dataclass(slots=True)
class SourceChanges:
    """`same`: old to new, equal and in order; `moved`: equal, elsewhere; `changed`: alike; each from old to new."""

    same: dict[int, int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)

    def known(self) -> dict[int, int]:
        """All of them."""
        return {**self.same, **self.moved, **self.changed}


def changes(old: Sequence[PageChunk], new: Sequence[PageChunk]) -> SourceChanges:
    """What became of each piece of the old page."""
    found = SourceChanges()
    _match([one.key for one in old], [one.key for one in new], found.same)
    _moves(old, new, found)
    _gaps(old, new, found)
    _changed_away(old, new, found)
    return found


def _match(a: Sequence[Hashable], b: Sequence[Hashable], same: dict[int, int]) -> None:
    """Equal items in the same order: what both begin and end with, then between those that stand once on each side."""
    waiting = [(0, len(a), 0, len(b))]
    while waiting:
        i, i_end, j, j_end = waiting.pop()
        while i < i_end and j < j_end and a[i] == b[j]:
            same[i] = j
            i, j = i + 1, j + 1
        while i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            same[i_end] = j_end
        if i == i_end or j == j_end:
            continue
        counts_a, counts_b = Counter(a[i:i_end]), Counter(b[j:j_end])
        once = {b[at]: at for at in range(j, j_end) if counts_b[b[at]] == 1}
        pairs = [(at, once[a[at]]) for at in range(i, i_end) if counts_a[a[at]] == 1 and a[at] in once]
        anchors = rising(pairs)
        if not anchors:
            _nearest(a, b, (i, i_end, j, j_end), same)
            continue
        for start, end in zip([(i - 1, j - 1), *anchors], [*anchors, (i_end, j_end)], strict=True):
            waiting.append((start[0] + 1, end[0], start[1] + 1, end[1]))
        same.update(anchors)


def _nearest(
    a: Sequence[Hashable], b: Sequence[Hashable], gap: tuple[int, int, int, int], same: dict[int, int]
) -> None:
    """Equal items of a gap where each stands several times: the longest run, if the gap is small, else none."""
    i, i_end, j, j_end = gap
    if (i_end - i) * (j_end - j) > CELLS:
        return
    width = j_end - j
    best = [[0] * (width + 1) for _ in range(i_end - i + 1)]
    for x in range(i_end - i - 1, -1, -1):
        row, below = best[x], best[x + 1]
        for y in range(width - 1, -1, -1):
            row[y] = below[y + 1] + 1 if a[i + x] == b[j + y] else max(below[y], row[y + 1])
    x = y = 0
    while x < i_end - i and y < width:
        if a[i + x] == b[j + y]:
            same[i + x] = j + y
            x, y = x + 1, y + 1
        elif best[x + 1][y] >= best[x][y + 1]:
            x += 1
        else:
            y += 1


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, sorted by their first, whose seconds rise, too."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        at = bisect_left(tops, second)
        before.append(ends[at - 1] if at else -1)
        if at == len(tops):
            tops.append(second)
            ends.append(index)
        else:
            tops[at], ends[at] = second, index
    found = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _moves(old: Sequence[PageChunk], new: Sequence[PageChunk], found: SourceChanges) -> None:
    """Equal pieces left over on both sides: moved, where they tell enough or their neighbour moved, too."""
    places: dict[Hashable, list[int]] = {}
    taken = set(found.same.values())
    for index, piece in enumerate(new):
        if index not in taken:
            places.setdefault(piece.key, []).append(index)
    waiting = [index for index, piece in enumerate(old) if index not in found.same and piece.key in places]
    for telling in (True, False):
        for index in waiting:
            free = places[old[index].key]
            if index in found.moved or not free:
                continue
            near = [
                at
                for at in free
                if found.moved.get(index - 1, -9) == at - 1 or found.moved.get(index + 1, -9) == at + 1
            ]
            if near or (telling and old[index].size >= TELLING and len(free) == 1):
                found.moved[index] = (near or free)[0]
                free.remove(found.moved[index])
    for index in reversed(waiting):
        free = places[old[index].key]
        near = [at for at in free if found.moved.get(index + 1, -9) == at + 1] if index not in found.moved else []
        if near:
            found.moved[index] = near[0]
            free.remove(near[0])


def _gaps(old: Sequence[PageChunk], new: Sequence[PageChunk], found: SourceChanges) -> None:
    """Pieces between two that stayed: alike in order."""
    ends = [(-1, -1), *sorted(found.same.items()), (len(old), len(new))]
    taken_new = set(found.moved.values())
    for (i, j), (i_end, j_end) in pairwise(ends):
        a = [at for at in range(i + 1, i_end) if at not in found.moved]
        b = [at for at in range(j + 1, j_end) if at not in taken_new]
        if a and b:
            alike = _alike(old, new, a, b)
            found.changed.update(alike)
            found.changed.update(_replaced(old, new, a, b, alike))


def _replaced(
    old: Sequence[PageChunk], new: Sequence[PageChunk], a: Sequence[int], b: Sequence[int], alike: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Short pieces with other words in the same place: where the same kinds stand between two that are paired.

    A heading is mostly another one then, not gone: its translation is to be seen by a person, not lost.
    """
    ends = [(-1, -1), *sorted(alike.items()), (len(old), len(new))]
    for (i, j), (i_end, j_end) in pairwise(ends):
        olds = [at for at in a if i < at < i_end]
        news = [at for at in b if j < at < j_end]
        if [_form(old[at]) for at in olds] == [_form(new[at]) for at in news]:
            for one, two in zip(olds, news, strict=True):
                if likeness(old[one], new[two]) > BARELY or max(old[one].words, new[two].words) <= SHORT:
                    yield one, two


def _form(piece: PageChunk) -> Hashable:
    return piece.kind, getattr(piece.block, "level", 0), piece.block is not None and piece.block.marker is not None


def _alike(old: Sequence[PageChunk], new: Sequence[PageChunk], a: Sequence[int], b: Sequence[int]) -> dict[int, int]:
    """The best way to pair pieces in order."""
    if len(a) * len(b) > CELLS:
        pairs = zip(a, b, strict=False)
        return {i: j for i, j in pairs if old[i].kind == new[j].kind and likeness(old[i], new[j]) >= ALIKE}
    width = len(b)
    best = [[0.0] * (width + 1) for _ in range(len(a) + 1)]
    fits: dict[tuple[int, int], float] = {}
    for x in range(len(a) - 1, -1, -1):
        row, below = best[x], best[x + 1]
        for y in range(width - 1, -1, -1):
            row[y] = max(below[y], row[y + 1])
            fit = likeness(old[a[x]], new[b[y]])
            if fit >= ALIKE:
                fits[x, y] = fit
                row[y] = max(row[y], below[y + 1] + fit)
    found = {}
    x = y = 0
    while x < len(a) and y < width:
        if (x, y) in fits and best[x][y] == best[x + 1][y + 1] + fits[x, y]:
            found[a[x]] = b[y]
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1
    return found


def _changed_away(old: Sequence[PageChunk], new: Sequence[PageChunk], found: SourceChanges) -> None:
    """Pieces that were moved and changed."""
    known = found.known()
    taken = set(known.values())
    left = [at for at in range(len(old)) if at not in known and old[at].size >= TELLING]
    free = [at for at in range(len(new)) if at not in taken and new[at].size >= TELLING]
    if len(left) * len(free) > CELLS:
        return
    for at in left:
        fits = sorted(((likeness(old[at], new[to]), -to) for to in free), reverse=True)
        if fits and fits[0][0] >= ALIKE_AWAY:
            to = -fits[0][1]
            found.changed[at] = to
            free.remove(to)


def likeness(one: PageChunk, two: PageChunk) -> float:
    """The share of words two pieces have in common, from 0 to 1; 0 where they are of different kinds."""
    if one.kind != two.kind:
        return 0.0
    if one.kind == "front":
        return 1.0
    a, b = one.bag, two.bag
    both = a.total() + b.total()
    if not both:
        return 1.0
    return 2 * (a & b).total() / both
