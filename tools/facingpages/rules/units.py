"""Blocks without counterpart, grouped into what a reader would name: a step, a section, a callout, a table's row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.features import neutral_target
from facingpages.document import Block, BoxKind, Container, Document, Heading


class Unit:
    """A stretch of blocks without counterpart that is one thing to a reader: a step, a section, a table, a block."""

    def __init__(self, kind: str, blocks: list[Block], position: int) -> None:
        self.kind = kind  # heading, callout, step, item, row, code, image, directive, block
        self.blocks = blocks
        self.position = position  # the bead at which it starts


def units(beads: Sequence[Bead], side: Callable[[Bead], Sequence[Block]]) -> list[Unit]:
    """What stands on a side of some beads, in order, each heading or step with what belongs to it."""
    found: list[Unit] = []
    unit: Unit | None = None
    previous = -2
    for position, bead in enumerate(beads):
        for block in side(bead):
            if unit is not None and previous in (position - 1, position) and _continues(unit, block):
                unit.blocks.append(block)
            else:
                kind = _kind(block)
                if (box := _begun(block, _before(beads, position, side))) and not _goes_on(beads, position, box):
                    kind = "callout"  # else the rest of it has a counterpart, and so has the callout
                unit = Unit(kind, [block], position)
                found.append(unit)
            previous = position
    return found


def readable(beads: Sequence[Bead], last: int) -> int:
    """Before which bead a page ends for a reader: a fence that is never closed swallows what follows, as one finding says."""
    for position, bead in enumerate(beads[:last]):
        if bead.target and bead.target[0].kind == "code" and not bead.target[0].closed:
            if not bead.source or bead.source[0].closed or bead.source[0].kind != "code":
                return position + 1
    return last


def _before(beads: Sequence[Bead], position: int, side: Callable[[Bead], Sequence[Block]]) -> Block | None:
    """The block of the same side before the bead at a position, aligned or not."""
    source = side(beads[position]) is beads[position].source
    for bead in reversed(beads[:position]):
        blocks = bead.source if source else bead.target
        if blocks:
            return blocks[-1]
    return None


def _goes_on(beads: Sequence[Bead], position: int, box: Container) -> bool:
    """Whether a later block of a callout has its counterpart in one, too."""
    source = bool(beads[position].source)
    for bead in map(beads.__getitem__, range(position + 1, len(beads))):
        blocks = bead.source if source else bead.target
        if blocks and box not in boxes(blocks[0], "callout"):
            return False
        if bead.source and bead.target:
            return all(boxes(one[0], "callout") for one in (bead.source, bead.target))
    return False


def _begun(block: Block, before: Block | None) -> Container | None:
    """The outermost callout that a block begins."""
    callouts = boxes(block, "callout")
    return callouts[-1] if callouts and (before is None or callouts[-1] not in boxes(before, "callout")) else None


def _kind(block: Block) -> str:
    if block.marker is not None:
        return "step" if block.marker.ordered else "item"
    if block.kind == "paragraph":
        return "image" if block.images and not block.text.strip() else "block"
    return {"heading": "heading", "row": "row", "code": "code", "directive": "directive"}.get(block.kind, "block")


def _continues(unit: Unit, block: Block) -> bool:
    first = unit.blocks[0]
    if unit.kind == "callout":
        return boxes(first, "callout")[-1] in boxes(block, "callout")
    if unit.kind == "heading" and isinstance(first, Heading):
        return not isinstance(block, Heading) or block.level > first.level
    if first.marker is not None:
        return any(box is first.marker for box in (block.parent.around() if block.parent else ()))
    if first.kind == "term":
        return block.kind != "term" and bool(boxes(block, "definitions"))
    if unit.kind == "row":
        return block.kind == "row" and block.parent is first.parent
    return False


def is_joined(beads: Sequence[Bead], unit: Unit) -> bool:
    """Whether a block stands in the one before or behind it, of which it is a part here: that holds its code and its
    links, which are none of those of its own counterpart. An item is one only of an item that stands for no other."""
    held = _held(unit.blocks)
    if len(unit.blocks) > 1 or not held or unit.kind not in ("block", "item", "step"):
        return False
    for way in (range(unit.position - 1, -1, -1), range(unit.position + 1, len(beads))):
        bead = next((beads[at] for at in way if beads[at].target), None)
        if bead is None or not bead.source or not held <= _held(bead.target) or held & _held(bead.source):
            continue
        if unit.kind == "block" or (bead.target[0].marker is not None and bead.source[0].marker is None):
            return True
    return False


def _held(blocks: Sequence[Block]) -> set[str]:
    """The code and the targets in some blocks."""
    return {one.text for block in blocks for one in block.codes} | {
        neutral_target(link.target) for block in blocks for link in block.links if link.target
    }


def runs(missing: Sequence[Unit], kind: str) -> Iterator[list[Unit]]:
    """Steps or bullets of one list that are missing at one place."""
    run: list[Unit] = []
    for unit in missing:
        if unit.kind != kind:
            continue
        if run and (_list_of(unit) is not _list_of(run[0]) or unit.position != run[-1].position + len(run[-1].blocks)):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def as_one(run: Sequence[Unit]) -> Unit:
    """Neighbouring units as one."""
    return Unit(run[0].kind, [block for unit in run for block in unit.blocks], run[0].position)


def _list_of(unit: Unit) -> Container | None:
    marker = unit.blocks[0].marker
    return marker.parent if marker is not None else None


def boxes(block: Block, *kinds: BoxKind) -> list[Container]:
    """The containers of the given kinds around a block, innermost first."""
    found = []
    box = block.parent
    while box is not None:  # asked of every block: no generator
        if box.kind in kinds:
            found.append(box)
        box = box.parent
    return found


def cut_short(source: Document, beads: Sequence[Bead]) -> list[Block]:
    """The tail of a source, if so much of it has no counterpart that the page was cut short."""
    last = len(beads)
    while last and not beads[last - 1].target:
        last -= 1
    blocks = [block for bead in beads[last:] for block in bead.source]
    if len(blocks) < 3 or last == 0:
        return []
    size = sum(max(1, len(block.text)) for block in blocks)
    total = sum(max(1, len(block.text)) for block in source.blocks)
    whole = len(units(beads[last:], lambda bead: bead.source))
    return blocks if size >= 0.15 * total and whole > 1 else []
