"""Introductions, `For example:`: those of one thing are a pair, and one may stand at the end of what is before it."""

from __future__ import annotations

from collections import Counter

from facingpages.align.left import Found, FoundAt, is_plain, kept, turned
from facingpages.document import Block
from facingpages.late import late

COLONS = (":", "\uff1a")
# What says in Japanese, Chinese and Korean what a colon says: it is as follows.
FOLLOWS = late(
    "(?:\u4ee5\u4e0b|\u6b21)\u306e(?:\u901a\u308a|\u3068\u304a\u308a|\u3088\u3046)[^\u3002]{0,8}\u3002$"
    "|\u5982\u4e0b[^\u3002]{0,4}\u3002$|\ub2e4\uc74c\uacfc \uac19[^.]{0,6}\\.$"
)


def led(found: list[Found]) -> list[Found]:
    """Paragraphs that introduce one block on both sides, `For example:` before code, are a pair: whatever they say."""
    places = FoundAt(found)
    sources = {block.index: block for item in found for block in item[0]}
    targets = {block.index: block for item in found for block in item[1]}
    result = list(found)
    for s, t, _, moved in found:
        if len(s) != 1 or len(t) != 1 or moved or s[0].kind not in ("code", "row") or s[0].kind != t[0].kind:
            continue
        one, other = sources.get(s[0].index - 1), targets.get(t[0].index - 1)
        if one is None or other is None or not (_leads(one) and _leads(other)):
            continue
        here, there = places.sources[one.index], places.targets[other.index]
        if here == there or not (_is_loose(result[here]) and _is_loose(result[there])):
            continue
        given, taken = result[there][0], result[here][1]
        result[here] = ((one,), (other,), 0.0, False)
        result[there] = (given, (), 0.0, False)
        if taken:
            result.append(((), taken, 0.0, False))
    return [item for item in result if item[0] or item[1]]


def announced(found: list[Found]) -> list[Found]:
    """A paragraph that introduces what follows and is left over, beside one whose counterpart introduces it as well.

    Where that paragraph does not, by itself, both were run together.
    """
    return turned(_announced(turned(_announced(found))))


def _announced(found: list[Found]) -> list[Found]:
    places = FoundAt(found)
    sources = {block.index: block for item in found for block in item[0]}
    result = list(found)
    gone: set[int] = set()
    for at, (s, t, _, _) in enumerate(found):
        if t or len(s) != 1 or not _leads(s[0]):
            continue
        before = sources.get(s[0].index - 1)
        if before is None or not is_plain(before) or _leads(before) or before.depth != s[0].depth:
            continue
        above = places.sources[before.index]
        blocks, other, score, moved = result[above]
        if len(other) == 1 and _leads(other[0]) and not moved:
            result[above] = ((*blocks, s[0]), other, score, moved)
            gone.add(at)
    return [item for at, item in enumerate(result) if at not in gone]


def in_one(found: list[Found]) -> list[Found]:
    """Blocks of code whose lines all stand in one on the other side, with what introduces the second of them."""
    return turned(_in_one(turned(_in_one(found))))


def _in_one(found: list[Found]) -> list[Found]:
    places = FoundAt(found)
    sources = {block.index: block for item in found for block in item[0]}
    gone: set[int] = set()
    for at, (s, t, score, moved) in enumerate(found):
        if len(s) != 1 or len(t) != 1 or s[0].kind != "code" or t[0].kind != "code" or moved or s[0].text == t[0].text:
            continue
        rest = _lines(t[0])
        if not _lines(s[0]) <= rest:
            continue
        rest -= _lines(s[0])
        runs: list[list[Block]] = []
        for step in (-1, 1):
            run: list[Block] = []
            number = s[0].index + step
            while (one := sources.get(number)) is not None and places.left_over(0, one) and one.depth == s[0].depth:
                lines = _lines(one)
                if one.kind == "code" and lines and lines <= rest:
                    rest -= lines
                elif not is_plain(one):
                    break
                run.append(one)
                number += step
            while run and run[-1].kind != "code":
                run.pop()
            runs.append(run)
        before, behind = runs
        if before or behind:
            found[at] = ((*reversed(before), s[0], *behind), t, score, moved)
            gone.update(places.sources[one.index] for one in (*before, *behind))
    return [item for at, item in enumerate(found) if at not in gone]


def _lines(block: Block) -> Counter[str]:
    return Counter(line.strip() for line in block.text.splitlines() if line.strip())


def _leads(block: Block) -> bool:
    if block.kind != "paragraph" or block.marker is not None:
        return False
    text = block.text.rstrip(" *_\n")
    return text.endswith(COLONS) or (not text.isascii() and FOLLOWS.search(text) is not None)


def _is_loose(item: Found) -> bool:
    """Whether two blocks are a pair by their place only, or one has none."""
    s, t, _, _ = item
    return not s or not t or (len(s) == len(t) == 1 and s[0].text != t[0].text and not kept(s[0], t[0]))
