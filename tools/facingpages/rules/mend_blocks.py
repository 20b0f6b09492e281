"""Whole blocks put in, taken out, put in order: what the rules about missing and extra blocks offer, on request only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from facingpages.document import Block, Chunk, Container, Document
from facingpages.finding import Fix
from facingpages.late import late
from facingpages.rules.base import Pair, Range
from facingpages.rules.mend import Change, several
from facingpages.rules.units import Unit

MARK = late(rb"([ \t]*)([-*+]|(\d{1,9})([.)]))([ \t]+|(?=[\r\n]|\Z))")
TEXTS = frozenset(("block", "item", "step", "heading", "callout"))
MANY = 200  # items of a list from which on it is not numbered anew: each of them would be an edit of each fix


class Blocks:
    """The blocks of a pair as pieces of their pages; made when the first of them is asked for."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair

    @cached_property
    def source(self) -> dict[int, Chunk]:
        """The pieces of the source, by their blocks' indexes."""
        return {chunk.block.index: chunk for chunk in self.pair.source.chunks() if chunk.block is not None}

    @cached_property
    def target(self) -> dict[int, Chunk]:
        """The pieces of the translation."""
        return {chunk.block.index: chunk for chunk in self.chunks if chunk.block is not None}

    @cached_property
    def chunks(self) -> list[Chunk]:
        """All pieces of the translation, the definitions of references among them."""
        return list(self.pair.target.chunks())

    @cached_property
    def places(self) -> dict[int, int]:
        """Where among all pieces that of a block is, by the block's index."""
        return {chunk.block.index: place for place, chunk in enumerate(self.chunks) if chunk.block is not None}

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Kinds of text where the page lacks some and has other too much: that may be its translation, or a part of it."""
        extra = any(unit.kind in TEXTS and self.pair.duplicate_of(unit.blocks[0]) is None for unit in self.pair.extra)
        return TEXTS if extra and any(unit.kind in TEXTS for unit in self.pair.missing) else frozenset()

    @cached_property
    def partners(self) -> dict[int, tuple[Block, ...]]:
        """The blocks that render one of the source, by its index, where they stand in order."""
        return {a.index: bead.target for bead in self.pair.aligned if not bead.moved for a in bead.source}

    @cached_property
    def items(self) -> dict[int, list[Block]]:
        """The first blocks of each list of the translation, by the list's identity."""
        return _by_list(self.pair.target.blocks)

    @cached_property
    def source_items(self) -> dict[int, list[Block]]:
        """The first blocks of each list of the source."""
        return _by_list(self.pair.source.blocks)

    @cached_property
    def owners(self) -> dict[int, Block]:
        """The first block of each item of the source, by the item's identity."""
        return {id(block.marker): block for block in self.pair.source.blocks if block.marker is not None}

    @cached_property
    def rendered(self) -> dict[int, Block]:
        """The block that renders one of the source, by its index, wherever it stands."""
        return {bead.source[0].index: bead.target[0] for bead in self.pair.aligned}

    def put_in(self, unit: Unit) -> Fix | None:
        """What the translation lacks, in the source's words, where it should have stood."""
        first, last = unit.blocks[0], unit.blocks[-1]
        if last.index - first.index != len(unit.blocks) - 1 or unit.kind in self.doubtful or self.pair.cut:
            return None  # of a page that was cut short nobody knows what its last blocks belong to
        found = self._behind(first, last) or self._ahead(first, last)
        if found is None:
            return None
        at, text = found
        changes: list[Change] = [((at, at), text)]
        if unit.kind == "step":
            changes += self._renumbered(first, at)
        return several(self.pair.target, changes, "put it in as the source has it")

    def take_out(self, blocks: Sequence[Block], kind: str = "") -> Fix | None:
        """What the source lacks, deleted. `kind`: that of its unit, where it does not say what another says, too."""
        first, last = blocks[0], blocks[-1]
        if last.index - first.index != len(blocks) - 1 or first.index not in self.target or kind in self.doubtful:
            return None
        place, end = self.places[first.index], self.places[last.index]
        before = self.chunks[place - 1] if place else None
        after = self.chunks[end + 1] if end + 1 < len(self.chunks) else None
        if end - place != len(blocks) - 1:
            return None
        own = self.target[first.index], self.target[last.index]
        if after is not None and (before is None or _beside(first, after.block) or not _beside(first, before.block)):
            gone = own[0].start, after.start
        elif before is not None:
            gone = _end(before), _end(own[1])
        else:
            return None
        changes: list[Change] = [(gone, "")]
        if first.marker is not None and first.marker.ordered:
            changes += self._counted_down(first)
        return several(self.pair.target, changes, "delete it")

    def in_order(self, source: Container, target: Container) -> Fix | None:
        """The items of a list in the order of the source's: what stands behind their markers is exchanged."""
        there = [
            block for block in self.pair.source.blocks if block.marker is not None and block.marker.parent is source
        ]
        here = self.items.get(id(target), [])
        wanted = [self.rendered.get(block.index) for block in there]
        if len(here) != len(there) or len(here) > MANY or {id(b) for b in here} != {id(b) for b in wanted}:
            return None
        spans = {id(block): self._content(block) for block in here}
        changes: list[Change] = []
        for place, block in zip(here, wanted, strict=True):
            if block is not None and block is not place:
                changes.append((spans[id(place)], self.pair.target.source_text(*spans[id(block)])))
        return several(self.pair.target, changes, "put the steps in the order of the source")

    def _content(self, block: Block) -> Range:
        """What stands behind an item's marker, all of it."""
        assert block.marker is not None
        raw = self.pair.target.raw
        return block.start, block.start + len(raw[block.start : block.marker.end].rstrip())

    def _behind(self, first: Block, last: Block) -> tuple[int, str] | None:
        """Behind what renders the source's block before it, parted from that as there."""
        before = self.source.get(first.index - 1)
        partner = self.partners.get(first.index - 1)
        here = self.target.get(partner[-1].index) if partner else None
        if before is None or here is None or bool(before.tail.strip()) != bool(here.tail.strip()):
            return None
        return _end(here), self._text(_end(before), _end(self.source[last.index]))

    def _ahead(self, first: Block, last: Block) -> tuple[int, str] | None:
        """Before what renders the source's block behind it."""
        after = self.source.get(last.index + 1)
        partner = self.partners.get(last.index + 1)
        here = self.target.get(partner[0].index) if partner else None
        if after is None or here is None:
            return None
        return here.start, self._text(self.source[first.index].start, after.start)

    def _text(self, start: int, end: int) -> str:
        """A stretch of the source with the translation's line ends."""
        text = self.pair.source.source_text(start, end).replace("\r\n", "\n")
        return text.replace("\n", line_end(self.pair.target))

    def _renumbered(self, step: Block, at: int) -> Iterator[Change]:
        """The steps behind one that is put in, each one higher, if they count on from it."""
        assert step.marker is not None
        put = _number(self.pair.source, step.marker)
        lists = self.items.values()
        beside = next((some for some in lists if some[0].marker is not None and _holds(some[0].marker.parent, at)), [])
        behind = [block for block in beside if block.start >= at]
        yield from self._moved(behind, put, 1)

    def _counted_down(self, step: Block) -> Iterator[Change]:
        """The steps behind one that is taken out, each one lower."""
        assert step.marker is not None
        gone = _number(self.pair.target, step.marker)
        beside = self.items.get(id(step.marker.parent), [])
        before = next((block.marker for block in reversed(beside) if block.start < step.start), None)
        counted = _number(self.pair.target, before) if before is not None else None
        if gone is None or (counted is not None and counted[0] + 1 != gone[0]):
            return  # it did not count
        yield from self._moved([block for block in beside if block.start > step.start], gone[0] + 1, -1)

    def _moved(self, steps: Sequence[Block], first: int | tuple[int, int] | None, by: int) -> Iterator[Change]:
        expected = first[0] if isinstance(first, tuple) else first
        for block in steps if expected is not None and len(steps) <= MANY else ():
            found = _number(self.pair.target, block.marker) if block.marker is not None else None
            if found is None or found[0] != expected:
                return
            assert expected is not None
            yield (found[1], found[1] + len(str(expected))), str(expected + by)
            expected += 1


def _by_list(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    found: defaultdict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.marker is not None and block.marker.parent is not None:
            found[id(block.marker.parent)].append(block)
    return found


def _number(document: Document, marker: Container) -> tuple[int, int] | None:
    """The number that an item is written with, and where."""
    match = MARK.match(document.raw, marker.start)
    return (int(match.group(3)), match.start(3)) if match is not None and match.group(3) else None


def _holds(box: Container | None, at: int) -> bool:
    return box is not None and box.ordered and box.start < at <= box.end


def _end(chunk: Chunk) -> int:
    """Where a piece ends for a reader: with what closes it, without the blank lines behind."""
    return chunk.start + len(chunk.head) + len(chunk.body) + len(chunk.tail.rstrip())


def _beside(one: Block, other: Block | None) -> bool:
    """Whether two blocks stand side by side: two items of a list, two paragraphs of one container."""
    if other is None:
        return False
    here = one.marker.parent if one.marker is not None else one.parent
    there = other.marker.parent if other.marker is not None else other.parent
    return here is there


def line_end(document: Document) -> str:
    """How the lines of a page end."""
    return "\r\n" if b"\r\n" in document.raw else "\n"
