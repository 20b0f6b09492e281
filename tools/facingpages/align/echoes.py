"""Blocks that say again what the one before them says: pasted twice, or pasted over what should stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import TypeAlias

from facingpages.align.agreeing import same_form
from facingpages.align.left import Found
from facingpages.document import Block
from facingpages.late import late

Saying: TypeAlias = tuple[str, int, str, tuple[str, ...]]
MARK = late(r"([-=~+:%]{2,8})[ \t]*/?[\w-]{1,40}[ \t]*\1")
ECHO = 12  # characters: shorter ones are repeated on purpose, "Yes" in one row and the next


def echoes(blocks: Sequence[Block], others: Sequence[Block]) -> frozenset[int]:
    """Which blocks say again what the one before them says. Paired with others, they would push those aside.

    Where something on the other page is said as often, these were two from the start: what stood between them is gone.
    """
    found = [b for a, b in pairwise(blocks) if is_echo(a, b)]
    if not found:
        return frozenset()
    texts = {b.text for b in found}
    here, there = Counter(said(block) for block in blocks if block.text in texts), Counter(map(said, repeated(others)))
    often = {(one[0], one[1], count) for one, count in there.items() if count > 1}
    return frozenset(b.index for b in found if (b.kind, b.depth, here[said(b)]) not in often)


def repeated(blocks: Sequence[Block]) -> list[Block]:
    """Those of some blocks whose texts stand in others of them, too: no other one says the same as another."""
    counts = Counter([block.text for block in blocks])
    return [block for block in blocks if counts[block.text] > 1] if len(counts) < len(blocks) else []


def said(block: Block) -> Saying:
    """The kind of a block and where it stands, its text, and what stands in it beside that."""
    return block.kind, block.depth, block.text, tuple(holds(block))


def repeats(a: Block, b: Block) -> bool:
    """Whether two blocks say and hold the same. What begins or ends something stands as often as that does."""
    text = a.text.strip()
    return text == b.text.strip() and holds(a) == holds(b) and not MARK.fullmatch(text)


def is_echo(a: Block, b: Block) -> bool:
    """Whether a block says what another one says, in the same form, and holds the same."""
    return len(b.text) >= ECHO and a.text == b.text and is_like(a, b) and _is_beside(a, b) and holds(a) == holds(b)


def _is_beside(a: Block, b: Block) -> bool:
    """Whether two blocks stand in one box, or begin two items of one list: not in a note and the tip behind it."""
    if a.marker is not None and b.marker is not None:
        return a.marker.parent is b.marker.parent
    return a.parent is b.parent


def echoed(found: Sequence[Found], s: Sequence[Block], t: Sequence[Block], again: Set[int]) -> list[Found]:
    """Pairs found without those of the second side that say `again` what the one before them says, and these.

    Such a one stands for the block of the first side that is left over beside the counterpart of the one before it, if
    there is one: that was rendered by the words for its neighbour. Else it is left over.
    """
    result = list(found)
    of_s = {item[0][0].index: at for at, item in enumerate(result) if len(item[0]) == 1} if again else {}
    of_t = {item[1][0].index: at for at, item in enumerate(result) if len(item[1]) == 1} if again else {}
    for index in sorted(again):
        one, another = t[index - 1], t[index]
        at = of_t.get(one.index)
        there = result[at][0][0] if at is not None and len(result[at][0]) == 1 else None
        place = _left_beside(result, of_s, s, there) if there is not None else None
        if at is None or there is None or place is None:
            of_t[index] = len(result)
            result.append(((), (another,), 0.0, False))
            continue
        lost = result[place][0][0]
        first, second = (place, at) if lost.index < there.index else (at, place)
        result[first] = (result[first][0], (one,), 0.0, False)
        result[second] = (result[second][0], (another,), 0.0, False)
        of_t[one.index], of_t[index] = first, second
    return result


def _left_beside(found: Sequence[Found], places: Mapping[int, int], s: Sequence[Block], block: Block) -> int | None:
    """Where a block without counterpart is, behind or before one and of its make."""
    for index in (block.index + 1, block.index - 1):
        place = places.get(index)
        if place is not None and not found[place][1] and is_like(block, s[index]):
            return place
    return None


def is_like(a: Block, b: Block) -> bool:
    """Whether two blocks are of one make, in or out of a list, and as deep in it."""
    return same_form(a, b) and a.depth == b.depth and (a.marker is None) == (b.marker is None)


def holds(block: Block) -> list[str]:
    """What stands in a block beside its text."""
    return [
        *(span.text for span in (*block.codes, *block.directives)),
        *(link.target for link in block.links),
        *(image.source for image in block.images),
    ]
