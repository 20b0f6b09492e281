"""Lists that stand in another place, told by what each of their items keeps: little of one, much of all."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align.left import Found, is_plain, kept
from facingpages.document import Block, Heading

FEWEST = 2  # items of a list that may be known elsewhere


def relisted(found: list[Found]) -> list[Found]:
    """Pair two lists of bullets left over, each item of which keeps something of that in its place, and what leads."""
    ours, theirs = _lists(found, 0), _lists(found, 1)
    if not ours or not theirs:
        return found
    pairs = [(one, other) for one in ours for other in theirs if _are_one(one, other)]
    alone_s = {id(block): at for at, (s, t, _, _) in enumerate(found) for block in s if not t}
    alone_t = {id(block): at for at, (s, t, _, _) in enumerate(found) for block in t if not s}
    order = [(s[0].index, t[0].index) for s, t, _, moved in found if s and t and not moved]
    result = list(found)
    for one, other in pairs:
        if sum(one is a for a, _ in pairs) > 1 or sum(other is b for _, b in pairs) > 1:
            continue  # two lists of the same values: nobody knows which
        leads = _before(found, one[0], alone_s), _before(found, other[0], alone_t)
        both = list(zip(one, other, strict=True))
        if leads[0] is not None and leads[1] is not None:
            both.insert(0, (leads[0], leads[1]))
        for a, b in both:
            moved = not all((s < a.index) == (t < b.index) for s, t in order)
            result[alone_s[id(a)]] = ((a,), (b,), 1.0, moved)
            result[alone_t[id(b)]] = ((), (), 0.0, False)
    return [item for item in result if item[0] or item[1]]


def _lists(found: Sequence[Found], side: int) -> list[list[Block]]:
    """The lists of bullets of a side none of whose items has a counterpart."""
    lists: dict[int, list[Block]] = {}
    kept_lists: set[int] = set()
    for s, t, _, _ in found:
        ours, theirs = (t, s) if side else (s, t)
        for block in ours:
            if block.marker is not None and not block.marker.ordered:
                lists.setdefault(id(block.marker.parent), []).append(block)
                if theirs:
                    kept_lists.add(id(block.marker.parent))
    return [items for name, items in lists.items() if name not in kept_lists and len(items) >= FEWEST]


def _are_one(one: Sequence[Block], other: Sequence[Block]) -> bool:
    return len(one) == len(other) and all(kept(a, b) for a, b in zip(one, other, strict=True))


def _before(found: Sequence[Found], first: Block, alone: dict[int, int]) -> Block | None:
    """The paragraph right before a list, if it has no counterpart either."""
    blocks = (block for at in alone.values() for side in (found[at][0], found[at][1]) for block in side)
    return next((one for one in blocks if id(one) in alone and one.index == first.index - 1 and is_plain(one)), None)


def reread(found: list[Found]) -> list[Found]:
    """Pair what is left over on both pages and reads the same there, as often on either: `API`, `<Cards />`."""
    sides: tuple[dict[_Reading, list[int]], dict[_Reading, list[int]]] = ({}, {})
    for at, (s, t, _, _) in enumerate(found):
        for places, ours, theirs in ((sides[0], s, t), (sides[1], t, s)):
            if len(ours) == 1 and not theirs and (reading := _reading(ours[0])) is not None:
                places.setdefault(reading, []).append(at)
    order = [(s[0].index, t[0].index) for s, t, _, moved in found if s and t and not moved]
    result = list(found)
    for reading in sides[0].keys() & sides[1].keys():
        here, there = sides[0][reading], sides[1][reading]
        for at, to in zip(here, there, strict=True) if len(here) == len(there) else ():
            a, b = found[at][0][0], found[to][1][0]
            moved = not all((s < a.index) == (t < b.index) for s, t in order)
            result[at], result[to] = ((a,), (b,), 1.0, moved), ((), (), 0.0, False)
    return [item for item in result if item[0] or item[1]]


_Reading = tuple[object, ...]


def _reading(block: Block) -> _Reading | None:
    """All that a block says, and of what form it is; None where that is nothing, or code, which is found otherwise."""
    parts = [span.text for spans in (block.codes, block.directives, block.html) for span in spans]
    if block.kind == "code" or not (any(map(str.isalnum, block.text)) or any(map(str.isalnum, "".join(parts)))):
        return None
    level = block.level if isinstance(block, Heading) else 0
    return (block.kind, level, block.marker is None, block.text, *parts, *(image.source for image in block.images))
