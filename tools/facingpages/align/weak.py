"""Pairs for want of better that are none: two blocks with nothing in common but their place, or what stands before."""

from __future__ import annotations

from collections.abc import Mapping

from facingpages.align.features import keys
from facingpages.align.left import Found
from facingpages.align.score import form_of
from facingpages.document import Block, Code

STRANGE = 0.1  # what two blocks that stand beside others left over are worth at least, to be taken for a pair
SHORT = 3  # signs of a line of code: brackets, which every program has


def parted(found: list[Found], least: float = STRANGE) -> list[Found]:
    """Two blocks that have nothing in common but their place, where blocks beside them are left over: no pair.

    Where nothing beside them is left over that could be meant instead, they are the only ones that can be. Headings of
    one level are a pair for what stands below them. Code in two languages is none where no line of it is the same.
    """
    left: tuple[dict[int, Block], dict[int, Block]] = ({}, {})
    for s, t, _, _ in found:
        if not s or not t:
            for side, blocks in zip(left, (s, t), strict=True):
                side.update((block.index, block) for block in blocks)
    result: list[Found] = []
    for s, t, score, moved in found:
        if (
            len(s) == len(t) == 1
            and not moved
            and _may_be_two(s[0], t[0], score < least)
            and _is_beside(s[0], t[0], left)
        ):
            result += [(s, (), 0.0, False), ((), t, 0.0, False)]
        else:
            result.append((s, t, score, moved))
    return result


def _may_be_two(a: Block, b: Block, weak: bool) -> bool:
    """Whether nothing says that two blocks are one, by their kinds."""
    if isinstance(a, Code) and isinstance(b, Code):
        return _are_two_programs(a, b)
    kinds = {a.kind, b.kind}
    apart = kinds <= {"paragraph", "row"} or (kinds == {"heading"} and form_of(a).level != form_of(b).level)
    return weak and apart and a.text != b.text


def _is_beside(a: Block, b: Block, left: tuple[Mapping[int, Block], Mapping[int, Block]]) -> bool:
    """Whether something is left over beside two blocks that could stand for one of them: a heading only for another."""
    around = (side.get(one.index + step) for side, one in zip(left, (a, b), strict=True) for step in (-1, 1))
    return any(one is not None and (one.kind != "heading" or "heading" in (a.kind, b.kind)) for one in around)


def _are_two_programs(a: Code, b: Code) -> bool:
    one, other = (code.info.split()[0].lower() if code.info.split() else "" for code in (a, b))
    shared = keys(a) & keys(b)
    return bool(one and other) and one != other and not any(len(line) > SHORT for line in shared)
