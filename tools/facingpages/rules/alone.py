"""Directives that begin or end a text on one side and stand by themselves beside it on the other: none was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facingpages.document import Block, Document, Span
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.held import What
from facingpages.rules.units import Unit
from facingpages.tuples import NamedTuple

ATTRIBUTES = late(r"\{(?::|[#.])")  # of the text that they end: by themselves they are of none, or of another one


class Alone(NamedTuple):
    """Where such a directive begins, in either page: in a text, or as a block."""

    source: frozenset[int]
    target: frozenset[int]


def by_themselves(pair: Pair) -> Alone:
    """Those of a pair, by blocks without counterpart beside texts that hold them."""
    found = Alone(frozenset(), frozenset())
    lost, extra = _blocks(pair.missing), _blocks(pair.extra)
    if not lost and not extra:
        return found
    source, target = set[int](), set[int]()
    for bead in pair.holding(What.DIRECTIVE):
        for here, page, there, free, mine, its in (
            (bead.source, pair.source, bead.target, extra, source, target),
            (bead.target, pair.target, bead.source, lost, target, source),
        ):
            for span, place in _edges(page, here, there):
                block = free.get(place)
                told = [one.text for one in block.directives] if block is not None else []
                if block is not None and told == [span.text] and not ATTRIBUTES.match(span.text):
                    mine.add(span.start)
                    its.add(block.start)
    return Alone(frozenset(source), frozenset(target))


def _blocks(units: Iterable[Unit]) -> dict[int, Block]:
    return {unit.blocks[0].index: unit.blocks[0] for unit in units if unit.kind == "directive"}


def _edges(page: Document, here: Sequence[Block], there: Sequence[Block]) -> Iterator[tuple[Span, int]]:
    """The directives with which some blocks begin and end, and the places before and behind those on the other side."""
    first, last = here[0], here[-1]
    if first.kind != "directive" and first.directives and not page.raw[first.start : first.directives[0].start].strip():
        yield first.directives[0], there[0].index - 1
    if last.kind != "directive" and last.directives and not page.raw[last.directives[-1].end : last.end].strip():
        yield last.directives[-1], there[-1].index + 1
