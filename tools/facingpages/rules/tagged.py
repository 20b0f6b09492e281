"""Headings that are HTML in a translation, `<h2 id="a">`, where the source has Markdown: they are there."""

from __future__ import annotations

import re

from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.tuples import NamedTuple

TAG = late(rb"^[ \t]*<h[1-6](?=[\s>])", re.I | re.M)


class HeadingsInHtml(NamedTuple):
    """By position, headings of the source that stand there in HTML; the blocks of the translation that hold them."""

    positions: frozenset[int]
    blocks: frozenset[int]


def tagged(pair: Pair) -> HeadingsInHtml:
    """Those of a pair of pages, each with the place between what stands above and below it on both sides."""
    if "tagged" not in pair.memo:
        pair.memo["tagged"] = _tagged(pair)
    found: HeadingsInHtml = pair.memo["tagged"]
    return found


def _tagged(pair: Pair) -> HeadingsInHtml:
    raw = pair.target.raw
    positions: set[int] = set()
    blocks: set[int] = set()
    for unit in pair.missing if TAG.search(raw) else ():
        if unit.kind != "heading" or len(unit.blocks) > 1:
            continue
        above = (bead.target[-1].end for bead in reversed(pair.beads[: unit.position]) if bead.source and bead.target)
        below = (bead.target[0].start for bead in pair.beads[unit.position + 1 :] if bead.source and bead.target)
        start, end = next(above, 0), next(below, len(raw))
        places = [match.end() for match in TAG.finditer(raw, start, end)]
        inside = [block.index for block in pair.target.blocks for at in places if block.start <= at <= block.end]
        free = [index for index in inside if index not in blocks]
        if places and (free or not inside):
            positions.add(unit.position)
            blocks.update(free[:1])
    return HeadingsInHtml(frozenset(positions), frozenset(blocks))
