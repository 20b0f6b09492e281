"""What lacks a counterpart at one place is told once, whatever it is made of: paragraphs, code, a list, sections.

Every rule tells what it knows of - a paragraph, a picture, a step. Where several of these are neighbours, a reader sees one
stretch that is missing, that is new, or that was written anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from facingpages.document import Block, Document
from facingpages.finding import Finding, Severity, severity_of
from facingpages.rules import block, heading
from facingpages.rules.base import Pair, beginning
from facingpages.rules.contrast import named
from facingpages.rules.gone import own
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.rule import ERROR, INFO, WARNING
from facingpages.rules.units import Unit, as_one, boxes, runs
from facingpages.tuples import NamedTuple

THINGS = ["block", "callout", "code", "directive", "heading", "image", "list-item", "step", "table-row"]
GONE = frozenset(f"{thing}-missing" for thing in THINGS)
NEW = frozenset(f"{thing}-extra" for thing in THINGS)
RULES = GONE | NEW | {block.REWRITTEN.id}
ANEW = 4  # things told at one place, lost ones and new ones, from which on the stretch was written anew
LISTED = ("item", "step")
NEAR = 2  # beads to either side of one with both of which one without counterpart makes it doubtful
RANKS = (ERROR, WARNING, INFO)  # the gravest first

Spot = tuple[int, int]  # line and column where something begins


class _Told(NamedTuple):
    """A finding about blocks without counterpart, and these, of either side."""

    finding: Finding
    gap: int
    lost: Unit | None
    new: Unit | None

    @property
    def counts(self) -> bool:
        return self.finding.severity is not INFO

    def is_of(self, blocks: Set[int]) -> bool:
        """Whether this is about what the translation has in some of its blocks."""
        return self.lost is None and self.new is not None and self.new.blocks[0].index in blocks


def gathered(pair: Pair, found: list[Finding], rules: Set[str], severities: Mapping[str, Severity]) -> list[Finding]:
    """The findings of a pair, in which neighbours are told once.

    `rules` are those that are asked; one that has another severity than others by the configuration stays by itself.
    """
    if len(pair.missing) + len(pair.extra) < 2 or block.MISSING.id not in rules:
        return found
    level = severity_of(block.MISSING.id, severities, ERROR)
    alike = {one for one in RULES & rules if severity_of(one, severities, ERROR) is level}
    blocks = Blocks(pair)
    made: dict[int, Finding] = {}  # by the identity of the first of those that it stands for
    gone: set[int] = set()
    for told in _stretches(pair, [one for one in found if one.rule in alike]):
        for some in _parts(told, own(pair)):
            made[id(some[0].finding)] = _whole(blocks, some)
            gone.update(id(one.finding) for one in some)
    return [made.get(id(one), one) for one in found if id(one) not in gone or id(one) in made]


def _stretches(pair: Pair, found: Sequence[Finding]) -> Iterator[list[_Told]]:
    """What is told between two blocks and their counterparts, where that is more than one thing."""
    if sum(one.severity is not INFO for one in found) < 2:
        return
    gaps, doubted = _gaps(pair)
    some_lost = [Unit("doubted", list(pair.beads[at].source), at) for at in doubted]
    some_new = [Unit("doubted", list(pair.beads[at].target), at) for at in doubted]
    lost, new = _spots(pair.source, [*pair.missing, *some_lost]), _spots(pair.target, [*pair.extra, *some_new])
    some: dict[int, list[_Told]] = defaultdict(list)
    for one in found:
        here = new.get((one.place.line, one.place.column)) if one.rule not in GONE else None
        origin = one.related[0].place if one.related and one.rule not in NEW else None
        there = lost.get((origin.line, origin.column)) if origin is not None else None
        if one.rule in GONE and (there is None or len(one.related) > 1 or not _is_at(pair, one, there)):
            continue  # what may stand on the page after all is not missing with its neighbours
        if one.rule == block.REWRITTEN.id and (there is None or here is None):
            continue
        if (unit := there or here) is not None:
            wide, gap = gaps[unit.position]
            some[wide].append(_Told(one, gap, there, here))
    for told in some.values():
        if len(told) > 1:
            yield sorted(told, key=_order)


def _order(told: _Told) -> tuple[bool, int]:
    """In the source's order; what is new behind it."""
    unit = told.lost or told.new
    return told.lost is None, unit.position if unit is not None else 0


def _gaps(pair: Pair) -> tuple[list[tuple[int, int]], list[int]]:
    """For each bead, how many that something vouches for stand before it, and how many with both sides; and the doubtful.

    What is between the same two stands together. Only of beads near one without counterpart it is asked what vouches.
    """
    gaps, doubted = [], []
    wide = gap = 0
    alone = [not (bead.source and bead.target) for bead in pair.beads]
    for at, bead in enumerate(pair.beads):
        gaps.append((wide, gap))
        if alone[at] or bead.moved:
            continue
        gap += 1
        if any(alone[max(at - NEAR, 0) : at + NEAR + 1]) and not pair.vouches(bead):
            doubted.append(at)
        else:
            wide += 1
    return gaps, doubted


def _things(units: Sequence[Unit]) -> Iterator[Unit]:
    """What is told of some units, which is all that is left of a list from an item on."""
    yield from (unit for unit in units if unit.kind not in LISTED)
    for kind in LISTED:
        for run in runs(units, kind):
            yield from (as_one(run[at:]) for at in range(len(run)))


def _spots(document: Document, units: Sequence[Unit]) -> dict[Spot, Unit]:
    """Where what has no counterpart may be told: at its first block, the marker before it, its picture, its callout."""
    found: dict[Spot, Unit] = {}
    for unit in _things(units):
        first = unit.blocks[0]
        starts = {beginning(first), first.start}
        if unit.kind == "image":
            starts.add(first.images[0].start)
        starts.add(_start(unit))
        for start in sorted(starts):
            place = document.place(start)
            found.setdefault((place.line, place.column), unit)
    return found


def _is_at(pair: Pair, finding: Finding, unit: Unit) -> bool:
    """Whether something is told where it should have stood, not at what became of it."""
    place = pair.target.place(*pair.gap(unit.position))
    return (place.line, place.column) == (finding.place.line, finding.place.column)


def _parts(told: Sequence[_Told], own: Set[int]) -> Iterator[list[_Told]]:
    """What of a stretch is told once: all of it, or what is lost, and what is new.

    What a locale says on its `own` is no finding by itself, but stands for what is lost there.
    """
    lost = [one for one in told if one.lost]
    new = [one for one in told if one.new]
    counted = [sum(one.counts or one.is_of(own) for one in some) for some in (lost, new)]
    if min(counted) > 1 and sum(one.counts or one.is_of(own) for one in told) >= ANEW:
        yield [*told]
        return
    for gap in dict.fromkeys(one.gap for one in told):
        for some in (lost, new):
            alone = [one for one in some if one.gap == gap and not (one.lost and one.new)]
            if sum(one.counts for one in alone) > 1:
                yield alone


def _whole(blocks: Blocks, some: Sequence[_Told]) -> Finding:
    """One finding for some that are neighbours."""
    pair = blocks.pair
    lost, new = (
        [unit for unit in side if unit is not None] for side in zip(*((one.lost, one.new) for one in some), strict=True)
    )
    severity = min((one.finding.severity for one in some), key=RANKS.index)
    if lost and new:
        return pair.finding(
            block.REWRITTEN, "stretch", at=_reach(new), origin=_reach(lost), severity=severity,
            text=_name(pair.source, lost), count=str(len(_blocks(lost))), here=str(len(_blocks(new))),
        )  # fmt: skip
    sections = all(one.finding.rule in (heading.MISSING.id, heading.EXTRA.id) for one in some)
    many = len(some) if sections else len(_blocks(lost or new))
    one = "extra" if new else "missing"  # thing: a callout and the item in it
    message, count = "sections" if sections else "several" if many > 1 else one, str(many)
    if new:
        rule, fix = (heading.EXTRA, None) if sections else (block.EXTRA, blocks.take_out(_blocks(new)))
        text = _name(pair.target, new)
        return pair.finding(rule, message, at=_reach(new), severity=severity, text=text, count=count, fix=fix)
    first = lost[0].position
    fix = blocks.put_in(Unit("heading" if sections else "block", _blocks(lost), first))
    return pair.finding(
        heading.MISSING if sections else block.MISSING, message, at=pair.gap(first), origin=_reach(lost),
        severity=severity, text=_name(pair.source, lost), count=count, fix=fix,
    )  # fmt: skip


def _blocks(units: Sequence[Unit]) -> list[Block]:
    """The blocks of neighbours, each once, in order."""
    return sorted({one.index: one for unit in units for one in unit.blocks}.values(), key=lambda one: one.index)


def _name(document: Document, units: Sequence[Unit]) -> str:
    """The first block by which a reader knows some neighbours: no mere line."""
    blocks = _blocks(units)
    return named(document, next((one for one in blocks if one.kind != "rule"), blocks[0]))


def _start(unit: Unit) -> int:
    """Where a reader sees something begin: a callout with its mark."""
    first = unit.blocks[0]
    return boxes(first, "callout")[-1].start if unit.kind == "callout" else beginning(first)


def _reach(units: Sequence[Unit]) -> tuple[int, int]:
    """From there to the end of the last block."""
    return min(map(_start, units)), _blocks(units)[-1].end
