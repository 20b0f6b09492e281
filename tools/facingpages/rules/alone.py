"""Directives that begin or end a text on one side and stand by themselves beside it on the other: none was lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from facingpages.align import Bead
from facingpages.align.features import called
from facingpages.document import Block, Document, Span
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.callout import written_as
from facingpages.rules.held import What
from facingpages.rules.macros import machine
from facingpages.rules.units import Unit
from facingpages.rules.wording import is_wording
from facingpages.tuples import NamedTuple

TAG = late(r"\{\{[%<]-?\s*(/?)\s*(\w[\w-]*)|\{%-?\s*(end|)(\w+)|<(/?)([A-Z]\w*)")
ATTRIBUTES = late(r"\{(?::|[#.])")  # of the text that they end: by themselves they are of none, or of another one

TO_TRANSLATORS = late(rb"\btranslators?\b[^\n]{0,60}\b(?:remove|delete|drop|omit|leave out)\b[^\n]{0,200}", re.I)
VALUE = late(rb"[\w-]=\Z")  # what stands behind it in braces is an attribute's, compared with its tag


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
    for bead in (*pair.holding(What.DIRECTIVE), *_rewritten(pair)):
        for here, page, there, free, mine, its in (
            (bead.source, pair.source, bead.target, extra, source, target),
            (bead.target, pair.target, bead.source, lost, target, source),
        ):
            for spans, place in _edges(page, here, there):
                block = free.get(place)
                told = [one.text for one in block.directives] if block is not None else []
                edge = spans[: len(told)] if block is not None and block.index < there[0].index else spans[-len(told) :]
                if block is not None and _are_same(told, [one.text for one in edge]) and not ATTRIBUTES.match(told[0]):
                    mine.update(one.start for one in edge)
                    its.add(block.start)
    return Alone(frozenset(source), frozenset(target))


def _are_same(told: Sequence[str], edge: Sequence[str]) -> bool:
    """Whether directives are the same but for what is translated of them, their titles."""
    return len(told) == len(edge) and all(
        one == two or (called(one) == called(two) and is_wording(one, two) and machine(one) == machine(two))
        for one, two in zip(told, edge, strict=True)
    )


def is_value(page: Document, blocks: Sequence[Block], span: Span) -> bool:
    """Whether a directive is what an attribute has for a value, `style={{ margin: 0 }}`: it is compared with its tag."""
    if VALUE.search(page.raw, max(0, span.start - 2), span.start) is None:
        return False
    return any(tag.start < span.start < tag.end for block in blocks for tag in block.html)


def is_for_authors(source: Document, named: str) -> bool:
    """Whether a note in the source tells translators to remove this component, or what imports it is left without use."""
    if "for authors" not in source.memo:
        match = TO_TRANSLATORS.search(source.raw)
        source.memo["for authors"] = re.findall(rb"<([A-Z]\w*)", match.group()) if match is not None else []
    return any(re.search(rf"\b{name.decode()}\b", named) for name in source.memo["for authors"])


def around_lost(pair: Pair) -> frozenset[int]:
    """Where tags of the source begin that open and close before and behind blocks without counterpart: these are told."""
    found: set[int] = set()
    opened: list[tuple[str, Block, bool]] = []  # by name; and whether anything else stands behind it
    behind = -1
    for unit in pair.missing:
        if unit.position != behind:
            opened = []
        behind = unit.position + len(unit.blocks)
        block = unit.blocks[0]
        if unit.kind != "directive":
            opened = [(name, one, True) for name, one, _ in opened]
        elif (match := TAG.match(written_as(block).strip())) is not None:
            closes, name = (part for part in match.groups() if part is not None)
            if not closes:
                opened.append((name, block, False))
            elif opened and opened[-1][0] == name:
                _, first, holds = opened.pop()
                found.update((first.start, block.start) if holds else ())
    return frozenset(found)


def _rewritten(pair: Pair) -> Iterator[Bead]:
    """Texts of either side without counterpart that are neighbours, as if they were pairs."""
    for one, other in pairwise(pair.beads):
        first, second = (one, other) if one.source else (other, one)
        if first.source and second.target and not first.target and not second.source:
            yield Bead(first.source, second.target, 0.0)


def _blocks(units: Iterable[Unit]) -> dict[int, Block]:
    return {unit.blocks[0].index: unit.blocks[0] for unit in units if unit.kind == "directive"}


def _edges(page: Document, here: Sequence[Block], there: Sequence[Block]) -> Iterator[tuple[Sequence[Span], int]]:
    """The directives with which some blocks begin and end, and the places before and behind those on the other side."""
    first, last = here[0], here[-1]
    if first.kind != "directive" and (leading := _run(page, first.directives, first.start)):
        yield leading, there[0].index - 1
    at, spans = len(last.directives), last.directives
    end = last.start + len(page.raw[last.start : last.end].rstrip())
    while at and last.kind != "directive" and not page.raw[spans[at - 1].end : end].strip():
        at, end = at - 1, spans[at - 1].start
    if at < len(spans):
        yield spans[at:], there[-1].index + 1


def _run(page: Document, spans: Sequence[Span], start: int) -> Sequence[Span]:
    """The directives that follow one another from a place on, with nothing but blanks between them."""
    for at, span in enumerate(spans):
        if page.raw[start : span.start].strip():
            return spans[:at]
        start = span.end
    return spans
