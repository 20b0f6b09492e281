"""The three pages of a merge, which blocks of the first two go together, and what became of the first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from facingpages.align import Bead, Vouching, align
from facingpages.align.features import neutral_target
from facingpages.document import Document
from facingpages.merge import around, text
from facingpages.merge.changes import SourceChanges, changes
from facingpages.merge.page import Cut, PageChunk

Group: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass
class Pages:
    """The three pages, the beads of the first two, and what became of the first."""

    old: Sequence[PageChunk]
    own: Sequence[PageChunk]
    new: Sequence[PageChunk]
    groups: list[Group]
    changes: SourceChanges
    beads: Sequence[Bead]
    memory: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    tails: dict[str, str] = field(default_factory=dict)
    columns: dict[int, dict[int, int] | None] = field(default_factory=dict)
    eol: str = "\n"


def pages(old: Cut, own: Cut, new: Sequence[PageChunk], lexicon: Vouching = None) -> Pages:
    """What all entries are made of; a lexicon is asked as `align` does."""
    beads = align(old[0], own[0], lexicon)
    found = Pages(old[1], own[1], new, groups(*old, *own, beads), changes(old[1], new), beads)
    _prefer_rendered(found)
    single = [(found.old[a[0]], found.own[b[0]]) for a, b in found.groups if len(a) == len(b) == 1]
    found.memory = _memory(single)
    found.heads = around.known((one.head, two.head) for one, two in single)
    found.tails = around.known((one.tail, two.tail) for one, two in single)
    tables = {}
    for at, to in found.changes.known().items():
        one, two = found.old[at].block, found.new[to].block
        if one is not None and two is not None and one.kind == two.kind == "row":
            key = id(one.parent)
            if key not in tables:
                tables[key] = text.columns(found.old[at].passage, found.new[to].passage)
            found.columns[at] = tables[key]
    return found


def _prefer_rendered(pages: Pages) -> None:
    """Of equal blocks of the old source, those that the translation renders are the ones that stay."""
    rendered = {at for group in pages.groups for at in group[0]}
    same = pages.changes.same
    gone: dict[Hashable, list[int]] = {}
    for at in rendered - pages.changes.known().keys():
        gone.setdefault(pages.old[at].key, []).append(at)
    for at in [at for at in same if at not in rendered]:
        twins = gone.get(pages.old[at].key)
        if twins:
            same[twins.pop()] = same.pop(at)


def groups(
    old: Document, olds: Sequence[PageChunk], own: Document, owns: Sequence[PageChunk],
    beads: Iterable[Bead] | None = None,
) -> list[Group]:  # fmt: skip
    """Which pieces of the old source the translation renders by which of its own; `beads` as of `findings`."""
    of_old = {id(piece.block): piece.index for piece in olds if piece.block is not None}
    of_own = {id(piece.block): piece.index for piece in owns if piece.block is not None}
    found = []
    for bead in align(old, own) if beads is None else beads:
        a = tuple(of_old[id(block)] for block in bead.source)
        b = tuple(of_own[id(block)] for block in bead.target)
        if a and b:
            found.append((a, b))
    for kind in ("front", "text"):
        ones, twos = ([piece.index for piece in side if piece.kind == kind] for side in (olds, owns))
        found += (((one,), (two,)) for one, two in zip(ones, twos, strict=False))
    return found + list(_definitions(olds, owns))


def _definitions(olds: Sequence[PageChunk], owns: Sequence[PageChunk]) -> Iterable[Group]:
    """Definitions of references: by label, by where they lead, then in order where as many are left."""
    a, b = ([piece for piece in side if piece.kind == "definition"] for side in (olds, owns))

    def label(piece: PageChunk) -> str:
        return " ".join(piece.chunk.definition.label.split()).casefold() if piece.chunk.definition else ""

    def leads(piece: PageChunk) -> str:
        return neutral_target(piece.chunk.definition.target) if piece.chunk.definition else ""

    for name in (label, leads):
        waiting: dict[str, list[PageChunk]] = {}
        for piece in b:
            waiting.setdefault(name(piece), []).append(piece)
        for piece in list(a):
            if waiting.get(name(piece)):
                other = waiting[name(piece)].pop(0)
                a.remove(piece)
                b.remove(other)
                yield (piece.index,), (other.index,)
    if len(a) == len(b):
        yield from (((one.index,), (two.index,)) for one, two in zip(a, b, strict=True))


def _memory(single: Iterable[tuple[PageChunk, PageChunk]]) -> dict[str, str]:
    """How the translation has a text: whole blocks and cells."""
    pairs: list[tuple[str, str]] = []
    for one, two in single:
        if one.kind in ("front", "code", "definition"):
            continue
        if one.kind == "row":
            cells = [[piece.passage.part(*place) for place in piece.passage.cells()] for piece in (one, two)]
            if len(cells[0]) == len(cells[1]):
                pairs += ((a.plain, b.text) for a, b in zip(*cells, strict=True) if a.plain)
        else:
            pairs.append((one.plain, two.body))
    return around.known(pairs)
