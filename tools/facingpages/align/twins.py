"""Blocks that read the same are rendered alike, wherever they stand."""

from __future__ import annotations

from collections import Counter

from facingpages.align.echoes import Saying, said
from facingpages.align.features import keys
from facingpages.align.left import Found, turned
from facingpages.align.score import form_of


def alike(found: list[Found]) -> list[Found]:
    """Blocks that read the same on either page render each other: one of them gives way to no other block beside it.

    Of "Close", "Send", "Close" the translation lost the second: what stands there twice is no "Send".
    """
    return turned(_alike(turned(_alike(found))))


def _alike(found: list[Found]) -> list[Found]:
    """The same, of what is left over on the first side."""
    if all(t for _, t, _, _ in found):
        return found
    here, there = (
        Counter(said(blocks[0]) for blocks in side if len(blocks) == 1)
        for side in ([s for s, _, _, _ in found], [t for _, t, _, _ in found])
    )
    pairs = Counter((said(s[0]), said(t[0])) for s, t, _, _ in found if len(s) == len(t) == 1)
    of_s: dict[Saying, Saying] = {}
    of_t: dict[Saying, Saying] = {}
    for (one, other), _ in pairs.most_common():
        if here[one] > 1 < there[other] and one not in of_s and other not in of_t:
            of_s[one], of_t[other] = other, one
    for at in (*range(len(found)), *reversed(range(len(found)))) if of_s else ():
        s, t, score, moved = found[at]
        if len(s) != 1 or len(t) != 1 or of_s.get(said(s[0])) == said(t[0]):
            continue
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(found) and not found[beside][1]:
                left, meant = found[beside][0][0], of_t.get(said(t[0]))
                shifted = meant is None and said(s[0]) in of_s and said(left) not in of_s
                if said(left) == meant or (
                    shifted and form_of(left) == form_of(s[0]) and keys(s[0]).isdisjoint(keys(t[0]))
                ):
                    found[beside], found[at] = (found[beside][0], t, score, moved), (s, (), 0.0, False)
                    break
    return found
