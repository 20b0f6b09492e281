"""Headings that are HTML in a translation, `<h2 id="a">`, where the source has Markdown: they are there."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left

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
    """Each tag is looked at once: those between two neighbours of a heading are found by their place."""
    places = [match.end() for match in TAG.finditer(pair.target.raw)]
    lost = [unit for unit in pair.missing if unit.kind == "heading" and len(unit.blocks) == 1] if places else []
    if not lost:
        return HeadingsInHtml(frozenset(), frozenset())
    paired = [at for at, bead in enumerate(pair.beads) if bead.source and bead.target]
    starts = [block.start for block in pair.target.blocks]
    positions: set[int] = set()
    blocks: set[int] = set()
    for unit in lost:
        at = bisect(paired, unit.position)
        start = pair.beads[paired[at - 1]].target[-1].end if at else 0
        end = pair.beads[paired[at]].target[0].start if at < len(paired) else len(pair.target.raw)
        within = range(bisect_left(places, start), bisect_left(places, end))
        inside = (bisect(starts, places[one]) - 1 for one in within)
        free = next((index for index in inside if index not in blocks), None)
        if free is not None:
            positions.add(unit.position)
            blocks.add(free)
    return HeadingsInHtml(frozenset(positions), frozenset(blocks))
