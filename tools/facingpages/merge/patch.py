"""The translation, patched: what its source's change asks of each of its blocks, in its own order."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from facingpages.merge import around, lines, text
from facingpages.merge.carried import Carried
from facingpages.merge.changes import rising
from facingpages.merge.page import PageChunk, lead_of, led
from facingpages.merge.pages import Pages
from facingpages.merge.rewrite import localized


class Stretch(NamedTuple):
    """Where in the result an entry begins, where its body ends and where it ends."""

    start: int
    body: int
    end: int


State: TypeAlias = Literal["kept", "edited", "moved", "pending", "new", "deleted"]


@dataclass(slots=True)
class Patched:
    """A block of the result; `old`, `own` and `new` are the pieces it comes from and goes with."""

    head: str
    body: str
    tail: str
    state: State
    own: PageChunk | None = None
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    left: int = 0

    @property
    def marked(self) -> bool:
        """Whether it is left to a person."""
        return self.state in ("pending", "new") and self.left > 0


def patch(pages: Pages, doubted: Collection[int] = (), *, plain_heads: bool = False) -> list[Patched]:
    """The entries of the result in order. `doubted`: pieces of the new source that a person must see in any case.

    `plain_heads`: what stands before a block is as in the new source.
    """
    known = pages.changes.known()
    ordered = sorted(known.items())
    stay = {old for old, _ in rising(ordered)}
    of_own = {at: group for group in pages.groups for at in group[1]}
    result: list[Patched] = []
    moving: dict[int, list[Patched]] = {}
    done: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    for piece in pages.own:
        group = of_own.get(piece.index)
        if group is None:
            result.append(Patched(piece.head, piece.body, piece.tail, "kept", piece))
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
) -> list[Patched]:  # fmt: skip
    """What becomes of some blocks of the translation."""
    olds, owns = group
    news = tuple(known[at] for at in olds if at in known)
    pieces = [pages.own[at] for at in owns]
    if not olds:
        return [Patched(one.head, one.body, one.tail, "kept", one) for one in pieces]
    if not news:
        before = "".join(pages.old[at].head + pages.old[at].tail for at in olds)
        return [
            Patched("", "", around.notes(one.head + one.tail, before, pages.eol), "deleted", one, olds)
            for one in pieces
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
    entries = [Patched(one.head, one.body, one.tail, state, one, olds, news) for one in pieces]
    entries[0].left = 0 if equal else max(1, left)
    first, last = pages.new[news[0]], pages.new[news[-1]]
    head = around.merged(pages.old[olds[0]].head, entries[0].head, first.head, pages.heads)
    tail = around.merged(pages.old[olds[-1]].tail, entries[-1].tail, last.tail, pages.tails)
    entries[0].head = entries[0].head if head is None else head
    entries[-1].tail = entries[-1].tail if tail is None else tail
    return entries


def _entry(
    pages: Pages, old: PageChunk, own: PageChunk, new: PageChunk, doubted: Collection[int], *, plain_heads: bool
) -> Patched:
    """What becomes of one block of the translation that goes with one of its source."""
    head = around.merged(old.head, own.head, new.head, pages.heads)
    tail = around.merged(old.tail, own.tail, new.tail, pages.tails)
    in_words = head is None or tail is None
    if new.index in doubted:
        carried = Carried(own.flush, max(1, new.words), True)
    elif old.key == new.key:
        carried = Carried(own.flush)
    else:
        carried = _body(pages, old, own, new)
    if in_words and not carried.pending:
        carried = Carried(carried.text, max(1, new.words), True)
    head = own.head if head is None else head
    if plain_heads and old.head != new.head and own.head.strip(" \t") != new.head.strip(" \t"):
        head = new.head
    body = _placed(own, carried.text, head)
    state: State = "kept"
    if carried.pending:
        state = "pending"
    elif old.index in pages.changes.moved:
        state = "moved"
    elif carried.text != own.flush or old.key != new.key:
        state = "edited"
    left = max(1, carried.left) if carried.pending else 0
    return Patched(head, body, own.tail if tail is None else tail, state, own, (old.index,), (new.index,), left)


def _placed(own: PageChunk, text: str, head: str) -> str:
    """The text of a block behind its head, its lines as these lead them."""
    lead = lead_of(head) if own.kind == "code" else ""
    if lead != own.lead or (lead and text != own.flush):
        return led(text, lead)
    return around.reindented(own.body, own.head, head) if text == own.flush else text


def _body(pages: Pages, old: PageChunk, own: PageChunk, new: PageChunk) -> Carried:
    if own.kind != old.kind:
        return Carried(own.flush, max(1, new.words), True)
    if old.kind == "front":
        return lines.front(old.body, own.body, new.body)
    if old.kind == "code":
        return lines.code(old.flush, own.flush, new.flush)
    if old.kind == "definition":
        return _definition(old, own, new)
    if old.kind == "row":
        return text.row(old.passage, own.passage, new.passage, pages.memory, pages.columns.get(old.index))
    return text.prose(old.passage, own.passage, new.passage, pages.memory)


def _definition(old: PageChunk, own: PageChunk, new: PageChunk) -> Carried:
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
    pages: Pages, result: list[Patched], moving: Mapping[int, list[Patched]], known: Mapping[int, int],
    doubted: Collection[int],
) -> None:  # fmt: skip
    """Put what is new or was moved behind what it follows in the new source."""
    rendered = {at for group in pages.groups for at in group[0]}
    come = {new: old for old, new in known.items()}
    last: dict[int, Patched] = {}
    for entry in result:
        for at in entry.new:
            last[at] = entry
    ahead: dict[Hashable, list[Patched]] = {}
    for entry in result:
        if entry.own is not None and not entry.old and not entry.new:
            ahead.setdefault(entry.own.key, []).append(entry)
    anchor: Patched | None = None
    for piece in pages.new:
        entries: list[Patched] = []
        if piece.index not in come and ahead.get(piece.key):  # the translation has it already
            anchor = ahead[piece.key].pop(0)
            anchor.new = (piece.index,)
            continue
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


def _place(result: Sequence[Patched], anchor: Patched | None, entry: Patched) -> int:
    """Behind an entry and what only the translation has there; before all, where there is none."""
    at = 0
    if anchor is not None:
        at = next(at for at, one in enumerate(result) if one is anchor) + 1
    elif result and result[0].own is not None and result[0].own.kind == "front" and entry.own is None:
        at = 1
    while at < len(result) and anchor is not None and not result[at].old and not result[at].new:
        at += 1
    return at


def _fresh(pages: Pages, piece: PageChunk, doubted: Collection[int]) -> Patched:
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
    return Patched(head, body, piece.tail, "new", None, (), (piece.index,), left)


def written(pages: Pages, entries: Sequence[Patched]) -> tuple[str, list[Stretch]]:
    """The page that entries make, and where in it each stands."""
    shown = [entry for entry in entries if entry.state != "deleted" or entry.tail]
    places: dict[int, Stretch] = {}
    parts: list[str] = []
    length = 0
    for entry, after in pairwise((*shown, None)):
        assert entry is not None
        part = entry.head + entry.body + entry.tail
        if after is not None and not _follows(entry, after):
            new = pages.new[entry.new[-1]] if entry.new else None
            part = around.joined(part, new, pages.eol)
        places[id(entry)] = Stretch(length, length + len(entry.head + entry.body), length + len(part))
        parts.append(part)
        length += len(part)
    return "".join(parts), [places.get(id(entry), Stretch(-1, -1, -1)) for entry in entries]


def _follows(one: Patched, two: Patched) -> bool:
    """Whether two entries stood together in the translation before."""
    return one.own is not None and two.own is not None and two.own.index == one.own.index + 1
