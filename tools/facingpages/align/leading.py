"""Items that lead to items within them: where these stand in another order, what led to them went with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facingpages.align.left import ENOUGH, Found, FoundAt, paired_anew
from facingpages.document import Block, Container


def with_theirs(found: list[Found]) -> list[Found]:
    """Items beside that which leads to the counterparts of all items within them, wherever it stands.

    `Image` and what changed of it is one item of a list of changes; by its place, that is as well `Theme`.
    """
    heads = _heads(block for item in found for block in item[0]), _heads(block for item in found for block in item[1])
    if not heads[0] or not heads[1]:
        return found
    forth: dict[int, Counter[int]] = {}
    back: dict[int, Counter[int]] = {}
    for s, t, _, _ in found:
        if len(s) == len(t) == 1 and (one := heads[0].get(s[0].index)) and (other := heads[1].get(t[0].index)):
            forth.setdefault(one.index, Counter())[other.index] += 1
            back.setdefault(other.index, Counter())[one.index] += 1
    places = FoundAt(found)
    chosen: dict[int, int] = {}
    for first, votes in forth.items():
        head = next(iter(votes))
        if len(votes) == len(back[head]) == 1 and _goes(found, places, first, head, votes[head]):
            chosen[places.sources[first]] = places.targets[head]
    return paired_anew(found, chosen) if chosen else found


def _goes(found: list[Found], places: FoundAt, one: int, other: int, count: int) -> bool:
    """Whether two items are no pair yet, and no part of another bead, and enough leads from one to the other."""
    (s, t, _, _), (first, second, _, _) = found[places.sources[one]], found[places.targets[other]]
    if len(s) != 1 or len(second) != 1 or t == second:
        return False
    return count >= ENOUGH or not (t or first)


def _heads(blocks: Iterator[Block]) -> dict[int, Block]:
    """The item in which each item stands, by the index of that."""
    texts: dict[int, Block] = {}  # the first block of each item
    found: dict[int, Block] = {}
    for block in sorted(blocks, key=lambda one: one.index):
        if block.marker is None:
            continue
        texts[id(block.marker)] = block
        outer = _item_around(block.marker)
        if outer is not None and (head := texts.get(id(outer))) is not None and not outer.ordered:
            found[block.index] = head
    return found


def _item_around(item: Container) -> Container | None:
    box = item.parent.parent if item.parent is not None else None
    while box is not None and box.kind != "item":
        box = box.parent
    return box
