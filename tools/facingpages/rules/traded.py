"""Blocks of code each of which stands where the other does in the source: whoever copies one runs the other."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Document
from facingpages.finding import Finding
from facingpages.rules.base import Pair
from facingpages.rules.held import What
from facingpages.rules.rule import WARNING, Rule


def traded(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """Of each two, the one that stands first here, which whoever reads on copies in place of the other."""
    for bead in {id(bead): bead for bead in trades(pair).values()}.values():
        yield pair.finding(rule, "moved", at=bead.target[0], origin=bead.source[0], bead=bead, severity=WARNING)


def trades(pair: Pair) -> dict[int, Bead]:
    """By the index of a block of code that stands where another one should: the first of the two."""
    if "traded" not in pair.memo:
        pair.memo["traded"] = _traded(pair)
    found: dict[int, Bead] = pair.memo["traded"]
    return found


def _traded(pair: Pair) -> dict[int, Bead]:
    moved = [bead for bead in pair.holding(What.MOVED) if bead.moved and bead.source[0].kind == "code"]
    if len(moved) < 2:
        return {}
    before = {
        bead.target[-1].index: bead.source[-1].index
        for bead in pair.beads
        if bead.source and bead.target and not bead.moved
    }
    behind = {bead.source[0].index - 1: bead for bead in moved}

    def rightful(bead: Bead) -> Bead | None:
        """The one that the source has where this stands."""
        return behind.get(before.get(bead.target[0].index - 1, -2))

    def beside(bead: Bead) -> Bead | None:
        """The next one of the source, if it stands before it here, each in the other's tab, by what that is called."""
        other = behind.get(bead.source[0].index)
        if other is None or other.target[0].index + 1 != bead.target[0].index:
            return None
        there, here = (
            [_head(page, one) for one in (a, b)]
            for page, a, b in (
                (pair.source, bead.source[0], other.source[0]),
                (pair.target, other.target[0], bead.target[0]),
            )
        )
        return other if there == here and there[0] != there[1] else None

    found: dict[int, Bead] = {}
    for bead in moved:
        other = rightful(bead)
        if other is None or other is bead or rightful(other) is not bead:
            other = beside(bead)
        if other is not None:
            found[bead.target[0].index] = found[other.target[0].index] = min(
                bead, other, key=lambda one: one.target[0].index
            )
    return found


def _head(page: Document, block: Block) -> bytes:
    """How what a block stands in begins: a tab with its title."""
    return page.raw[slice(*page.line_span(block.parent.start))].strip() if block.parent is not None else b""
