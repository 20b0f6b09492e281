"""Headings that what follows tells apart: the first block of a section stands right below its heading on both pages.

A paragraph that is nothing but bold, `**Troubleshooting**`, heads what stands below it in the same way.
"""

from __future__ import annotations

from facingpages.align.features import keys, versions, words
from facingpages.align.left import Found, kept, turned
from facingpages.align.score import form_of
from facingpages.document import Block, Heading


def headed(found: list[Found]) -> list[Found]:
    """A heading left over on one page, beside the one on the other below which its own section begins.

    That is left over, too, however much longer it is; or it was paired by its place with another, below which something
    else stands.
    """
    return turned(_headed(turned(_headed(found))))


def _headed(found: list[Found]) -> list[Found]:
    """The first side's headings that are left over."""
    left = [at for at, (s, t, _, _) in enumerate(found) if not t and _level(s[0])]
    if not left:
        return found
    sources = {block.index: at for at, item in enumerate(found) for block in item[0]}
    targets = {block.index: at for at, item in enumerate(found) for block in item[1]}
    result = list(found)
    for at in left:
        heading = found[at][0][0]
        behind = sources.get(heading.index + 1)
        if behind is None or not found[behind][1] or found[behind][0][0].index != heading.index + 1:
            continue
        first, below = found[behind][:2]
        there = targets.get(below[0].index - 1)
        if there is None or len(result[there][1]) != 1:
            continue
        s, t = result[there][:2]
        if not _level(t[0]) or _is_other(heading, t[0]):
            continue
        if s and (
            len(s) != 1
            or s[0].index + 1 in (heading.index, first[0].index)  # below that, too, if one was lost
            or not _is_same(first[0], below[0])
            or not _level(s[0])
            or _level(heading) != _level(t[0])
            or not _is_by_place(s[0], t[0])
        ):
            continue
        result[at] = ((heading,), t, 0.0, not _is_in_order(found, heading, t[0]))
        result[there] = (s, (), 0.0, False)
    return [item for item in result if item[0] or item[1]]


def _is_in_order(found: list[Found], a: Block, b: Block) -> bool:
    """Whether what stands before a block, and has not moved, stands before its counterpart, too."""
    pairs = [(s[0], t) for s, t, _, moved in found if s and t and not moved and b not in t]
    before = [t[-1].index for one, t in pairs if one.index < a.index]
    behind = [t[0].index for one, t in pairs if one.index > a.index]
    return max(before, default=-1) < b.index < min(behind, default=b.index + 1)


def _level(block: Block) -> int:
    """The level of a heading, 7 of a paragraph that is nothing but bold, and 0 of any other block."""
    if isinstance(block, Heading):
        return block.level
    return 7 if block.strongs and block.marker is None and form_of(block).like_heading else 0


def _is_other(a: Block, b: Block) -> bool:
    """Whether two headings are called by ids, versions or numbers, and by other ones."""
    if isinstance(a, Heading) and isinstance(b, Heading) and a.id and b.id and a.id != b.id:
        return True
    one, other = versions(a), versions(b)
    return bool(one and other) and one.isdisjoint(other)


def _is_same(a: Block, b: Block) -> bool:
    """Whether two blocks hold something that no translator changes, or are headings."""
    return kept(a, b) or (_level(a) != 0 and _level(b) != 0)


def _is_by_place(a: Block, b: Block) -> bool:
    """Whether two headings share nothing but where they stand."""
    return keys(a).isdisjoint(keys(b)) and words(a).isdisjoint(words(b))
