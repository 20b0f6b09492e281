"""The translation, patched: what its source's change asks of each of its blocks, in its own order."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from facingpages.align import align
from facingpages.align.features import neutral_target
from facingpages.document import Document
from facingpages.merge import around, lines, text
from facingpages.merge.carried import Carried
from facingpages.merge.changes import Changes, _rising, changes
from facingpages.merge.page import Piece
from facingpages.merge.tokens import localized


class Place(NamedTuple):
    """Where in the result an entry begins, where its body ends and where it ends."""

    start: int
    body: int
    end: int


State: TypeAlias = Literal["kept", "edited", "moved", "pending", "new", "deleted"]


@dataclass(slots=True)
class Entry:
    """A block of the result; `old`, `own` and `new` are the pieces it comes from and goes with."""

    head: str
    body: str
    tail: str
    state: State
    own: Piece | None = None
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    left: int = 0

    @property
    def marked(self) -> bool:
        """Whether it is left to a person."""
        return self.state in ("pending", "new") and self.left > 0


@dataclass
class Pages:
    """The three pages, the beads of the first two, and what became of the first."""

    old: Sequence[Piece]
    own: Sequence[Piece]
    new: Sequence[Piece]
    groups: list[tuple[tuple[int, ...], tuple[int, ...]]]
    changes: Changes
    memory: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    tails: dict[str, str] = field(default_factory=dict)
    columns: dict[int, dict[int, int] | None] = field(default_factory=dict)
    eol: str = "\n"


def pages(old: tuple[Document, list[Piece]], own: tuple[Document, list[Piece]], new: Sequence[Piece]) -> Pages:
    """What all entries are made of."""
    found = Pages(old[1], own[1], new, groups(*old, *own), changes(old[1], new))
    _prefer_rendered(found)
    single = [(found.old[a[0]], found.own[b[0]]) for a, b in found.groups if len(a) == len(b) == 1]
    found.memory = _memory(single)
    found.heads = around.known((one.head, two.head) for one, two in single)
    found.tails = around.known((one.tail, two.tail) for one, two in single)
    became = {**found.changes.same, **found.changes.moved, **found.changes.changed}
    tables = {}
    for at, to in became.items():
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
    known = {*same, *pages.changes.moved, *pages.changes.changed}
    for at in rendered - known:
        gone.setdefault(pages.old[at].key, []).append(at)
    for at in [at for at in same if at not in rendered and gone.get(pages.old[at].key)]:
        same[gone[pages.old[at].key].pop()] = same.pop(at)


def groups(
    old: Document, olds: Sequence[Piece], own: Document, owns: Sequence[Piece]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Which pieces of the old source the translation renders by which of its own."""
    of_old = {id(piece.block): piece.index for piece in olds if piece.block is not None}
    of_own = {id(piece.block): piece.index for piece in owns if piece.block is not None}
    found = []
    for bead in align(old, own):
        a = tuple(of_old[id(block)] for block in bead.source)
        b = tuple(of_own[id(block)] for block in bead.target)
        if a and b:
            found.append((a, b))
    for kind in ("front", "text"):
        ones, twos = ([piece.index for piece in side if piece.kind == kind] for side in (olds, owns))
        found += (((one,), (two,)) for one, two in zip(ones, twos, strict=False))
    return found + list(_definitions(olds, owns))


def _definitions(olds: Sequence[Piece], owns: Sequence[Piece]) -> Iterable[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Definitions of references: by label, by where they lead, then in order where as many are left."""
    a, b = ([piece for piece in side if piece.kind == "definition"] for side in (olds, owns))

    def label(piece: Piece) -> str:
        return " ".join(piece.chunk.definition.label.split()).casefold() if piece.chunk.definition else ""

    def leads(piece: Piece) -> str:
        return neutral_target(piece.chunk.definition.target) if piece.chunk.definition else ""

    for name in (label, leads):
        waiting: dict[str, list[Piece]] = {}
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


def _memory(single: Iterable[tuple[Piece, Piece]]) -> dict[str, str]:
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


def patch(pages: Pages, doubted: Collection[int] = (), *, plain_heads: bool = False) -> list[Entry]:
    """The entries of the result in order. `doubted`: pieces of the new source that a person must see in any case.

    `plain_heads`: what stands before a block is as in the new source.
    """
    known = {**pages.changes.same, **pages.changes.moved, **pages.changes.changed}
    ordered = sorted(known.items())
    stay = {old for old, _ in _rising(ordered)}
    of_own = {at: group for group in pages.groups for at in group[1]}
    result: list[Entry] = []
    moving: dict[int, list[Entry]] = {}
    done: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    for piece in pages.own:
        group = of_own.get(piece.index)
        if group is None:
            result.append(Entry(piece.head, piece.body, piece.tail, "kept", piece))
        elif group not in done:
            done.add(group)
            entries = _entries(pages, group, known, doubted, plain_heads=plain_heads)
            news = [known[at] for at in group[0] if at in known]
            if len(group[1]) > 1 and not _is_run(group[1]):
                entries, later = entries[:1], entries[1:]  # the rest keeps its own place
                for entry in later:
                    assert entry.own is not None
                    of_own[entry.own.index] = ((), (entry.own.index,))
            if news and not any(at in stay for at in group[0]):
                moving[news[0]] = entries
            else:
                result += entries
    _insert(pages, result, moving, known, doubted)
    return result


def _is_run(places: Sequence[int]) -> bool:
    return list(places) == list(range(places[0], places[0] + len(places)))


def _entries(
    pages: Pages, group: tuple[tuple[int, ...], tuple[int, ...]], known: Mapping[int, int], doubted: Collection[int],
    *, plain_heads: bool,
) -> list[Entry]:  # fmt: skip
    """What becomes of some blocks of the translation."""
    olds, owns = group
    news = tuple(known[at] for at in olds if at in known)
    pieces = [pages.own[at] for at in owns]
    if not olds:
        return [Entry(one.head, one.body, one.tail, "kept", one) for one in pieces]
    if not news:
        before = "".join(pages.old[at].head + pages.old[at].tail for at in olds)
        return [
            Entry("", "", around.notes(one.head + one.tail, before, pages.eol), "deleted", one, olds) for one in pieces
        ]
    if len(olds) == len(owns) == 1:
        return [_entry(pages, pages.old[olds[0]], pieces[0], pages.new[news[0]], doubted, plain_heads=plain_heads)]
    equal = len(news) == len(olds) and all(pages.old[at].key == pages.new[known[at]].key for at in olds)
    equal = equal and not any(at in doubted for at in news)
    left = 0
    if not equal:
        left = sum(
            pages.new[known[at]].words for at in olds if at in known and pages.old[at].key != pages.new[known[at]].key
        )
    state: State = "kept" if equal else "pending"
    entries = [Entry(one.head, one.body, one.tail, state, one, olds, news) for one in pieces]
    entries[0].left = 0 if equal else max(1, left)
    first, last = pages.new[news[0]], pages.new[news[-1]]
    head = around.merged(pages.old[olds[0]].head, entries[0].head, first.head, pages.heads)
    tail = around.merged(pages.old[olds[-1]].tail, entries[-1].tail, last.tail, pages.tails)
    entries[0].head = entries[0].head if head is None else head
    entries[-1].tail = entries[-1].tail if tail is None else tail
    return entries


def _entry(pages: Pages, old: Piece, own: Piece, new: Piece, doubted: Collection[int], *, plain_heads: bool) -> Entry:
    """What becomes of one block of the translation that goes with one of its source."""
    head = around.merged(old.head, own.head, new.head, pages.heads)
    tail = around.merged(old.tail, own.tail, new.tail, pages.tails)
    in_words = head is None or tail is None
    if new.index in doubted:
        carried = Carried(own.body, max(1, new.words), True)
    elif old.key == new.key:
        carried = Carried(own.body)
    else:
        carried = _body(pages, old, own, new)
    if in_words and not carried.pending:
        carried = Carried(carried.text, max(1, new.words), True)
    head = own.head if head is None else head
    if plain_heads and old.head != new.head and own.head.strip(" \t") != new.head.strip(" \t"):
        head = new.head
    body = around.reindented(carried.text, own.head, head) if carried.text == own.body else carried.text
    state: State = "kept"
    if carried.pending:
        state = "pending"
    elif old.index in pages.changes.moved:
        state = "moved"
    elif carried.text != own.body or old.key != new.key:
        state = "edited"
    left = max(1, carried.left) if carried.pending else 0
    return Entry(head, body, own.tail if tail is None else tail, state, own, (old.index,), (new.index,), left)


def _body(pages: Pages, old: Piece, own: Piece, new: Piece) -> Carried:
    if own.kind != old.kind:
        return Carried(own.body, max(1, new.words), True)
    if old.kind == "front":
        return lines.front(old.body, own.body, new.body)
    if old.kind == "code":
        return lines.code(old.body, own.body, new.body)
    if old.kind == "definition":
        return _definition(old, own, new)
    if old.kind == "row":
        return text.row(old.passage, own.passage, new.passage, pages.memory, pages.columns.get(old.index))
    return text.prose(old.passage, own.passage, new.passage, pages.memory)


def _definition(old: Piece, own: Piece, new: Piece) -> Carried:
    """A definition that leads elsewhere now: its label is the translation's."""
    one, mine, two = old.chunk.definition, own.chunk.definition, new.chunk.definition
    if one is None or mine is None or two is None:
        return Carried(own.body, 1, True)
    if own.plain == old.plain:
        return Carried(new.body)
    led = localized(one.target, mine.target, two.target)
    if led is None or one.title != two.title or one.label != two.label or own.body.count(mine.target) != 1:
        return Carried(own.body) if mine.target == two.target else Carried(own.body, 1, True)
    return Carried(own.body.replace(mine.target, led))


def _insert(
    pages: Pages, result: list[Entry], moving: Mapping[int, list[Entry]], known: Mapping[int, int],
    doubted: Collection[int],
) -> None:  # fmt: skip
    """Put what is new or was moved behind what it follows in the new source."""
    rendered = {at for group in pages.groups for at in group[0]}
    come = {new: old for old, new in known.items()}
    last: dict[int, Entry] = {}
    for entry in result:
        for at in entry.new:
            last[at] = entry
    anchor: Entry | None = None
    for piece in pages.new:
        entries: list[Entry] = []
        if piece.index in moving:
            entries = moving[piece.index]
        elif piece.index not in come:
            entries = [_fresh(pages, piece, doubted)]
        if entries:
            at = _place(result, anchor, entries[0])
            result[at:at] = entries
            anchor = entries[-1]
        elif piece.index in last and come[piece.index] in rendered:
            anchor = last[piece.index]


def _place(result: Sequence[Entry], anchor: Entry | None, entry: Entry) -> int:
    """Behind an entry and what only the translation has there; before all, where there is none."""
    at = 0
    if anchor is not None:
        at = next(at for at, one in enumerate(result) if one is anchor) + 1
    elif result and result[0].own is not None and result[0].own.kind == "front" and entry.own is None:
        at = 1
    while at < len(result) and anchor is not None and not result[at].old and not result[at].new:
        at += 1
    return at


def _fresh(pages: Pages, piece: Piece, doubted: Collection[int]) -> Entry:
    """A block of the new source: as the translation has it elsewhere, else in the source's words."""
    head = pages.heads.get(piece.head, piece.head)
    body, left = piece.body, piece.words
    if piece.kind == "row":
        blank = piece.passage.part(0, 0)
        carried = text.row(blank, blank, piece.passage, pages.memory, {})
        body, left = carried.text, carried.left
    elif piece.plain in pages.memory:
        body, left = pages.memory[piece.plain], 0
    if piece.kind == "front":
        carried = lines.front("", "", piece.body)
        body, left = carried.text, carried.left
    if piece.index in doubted:
        left = max(1, left)
    return Entry(head, body, piece.tail, "new", None, (), (piece.index,), left)


def written(pages: Pages, entries: Sequence[Entry]) -> tuple[str, list[Place]]:
    """The page that entries make, and where in it each stands."""
    shown = [entry for entry in entries if entry.state != "deleted" or entry.tail]
    places: dict[int, Place] = {}
    parts: list[str] = []
    length = 0
    for entry, after in pairwise((*shown, None)):
        assert entry is not None
        part = entry.head + entry.body + entry.tail
        if after is not None and not _follows(entry, after):
            new = pages.new[entry.new[-1]] if entry.new else None
            part = around.joined(part, new, pages.eol)
        places[id(entry)] = Place(length, length + len(entry.head + entry.body), length + len(part))
        parts.append(part)
        length += len(part)
    return "".join(parts), [places.get(id(entry), Place(-1, -1, -1)) for entry in entries]


def _follows(one: Entry, two: Entry) -> bool:
    """Whether two entries stood together in the translation before."""
    return one.own is not None and two.own is not None and two.own.index == one.own.index + 1
