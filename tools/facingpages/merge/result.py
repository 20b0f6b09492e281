"""The merge itself: three pages in, the updated translation out, verified."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from facingpages.align import Vouching, align
from facingpages.document import DialectName, Document
from facingpages.engine.plan import Plan
from facingpages.merge.page import PageChunk, is_broken, read
from facingpages.merge.pages import Pages, pages
from facingpages.merge.patch import Patched, State, Stretch, patch, written
from facingpages.merge.verify import findings, grounds, plan_for, unexplained
from facingpages.read import read_page

TRIES = 4
Lines = tuple[int, int]
Said = tuple[str, str, int]  # a finding's rule, its text and its line


class Outcome(NamedTuple):
    """What became of a block: its lines in the new source, the old one and the result; `words` are left to a person.

    `texts` are what the new source, the old one and the result say there, as it is compared; `own` the place of its
    piece among those of the translation, -1 where it comes from none.
    """

    state: State
    source: Lines | None
    old: Lines | None
    target: Lines | None
    words: int
    texts: tuple[str, str, str] = ("", "", "")
    own: int = -1


@dataclass(frozen=True, slots=True)
class Merged:
    """The updated translation, and the pieces of its new source.

    `withheld`: it could not be verified, so `text` is the translation as it came.
    """

    text: bytes
    blocks: Sequence[Outcome]
    source: Sequence[PageChunk]
    withheld: bool = False
    why: str = ""

    @property
    def words(self) -> int:
        """The words of the new source."""
        return sum(piece.words for piece in self.source)

    @property
    def left(self) -> int:
        """The words of the new source that a person must still look at."""
        return self.words if self.withheld else sum(block.words for block in self.blocks)

    @property
    def current(self) -> bool:
        """Whether nothing is left to a person."""
        return not self.withheld and not any(block.words for block in self.blocks)


def merge(
    old: bytes, translation: bytes, new: bytes, dialect: DialectName = "commonmark", plan: Plan | None = None,
    lexicon: Vouching = None,
) -> Merged:  # fmt: skip
    """The translation of an old source as one of the new source. What needs a translator is left and told.

    A lexicon is asked where the translation and its source do not agree block by block.
    """
    mark = codecs.BOM_UTF8 if translation.startswith(codecs.BOM_UTF8) else b""
    eol = _line_end(translation)
    old, new = _with(old, eol), _with(new, eol)
    source, target, after = (read(raw, dialect) for raw in (old, translation, new))
    named = zip((source, target, after), ("old source", "translation", "new source"), strict=True)
    broken = next((name for (document, _), name in named if is_broken(document)), "")
    if broken:
        return Merged(translation, (), after[1], withheld=True, why=f"the {broken} can't be read as it should")
    found = pages(source, target, after[1], lexicon)
    found.eol = eol
    return _Verified(found, source[0], target[0], after[0], plan or plan_for(dialect), lexicon).merged(
        mark, translation
    )


def _line_end(raw: bytes) -> str:
    return "\r\n" if raw.count(b"\r\n") * 2 > raw.count(b"\n") else "\n"


def _with(raw: bytes, eol: str) -> bytes:
    return re.sub(rb"\r\n|\r|\n", eol.encode(), raw.removeprefix(codecs.BOM_UTF8))


class _Verified:
    """The search for a result that passes: what a check is not content with is left to a person."""

    def __init__(
        self, found: Pages, old: Document, target: Document, new: Document, plan: Plan,
        lexicon: Vouching,
    ) -> None:  # fmt: skip
        self.found, self.old, self.target, self.new, self.plan = found, old, target, new, plan
        self.lexicon = lexicon
        self.new_lines = [_lines(new, piece) for piece in found.new]

    @cached_property
    def before(self) -> list[tuple[str, int]]:
        """What was told of the translation: rules, and at which piece; asked for only where the result is told of."""
        told = findings(self.plan, self.old, self.target, self.found.beads)
        own = _line_numbers(*_whole(self.found.own))
        return [(one.rule, ground.target) for one, ground in zip(told, grounds(told, own, ()), strict=True)]

    def merged(self, mark: bytes, translation: bytes) -> Merged:
        """The result, or the translation as it came."""
        doubted: set[int] = set()
        source = self.found.new
        why = ""
        for attempt in range(TRIES):
            entries = patch(self.found, doubted, plain_heads=attempt > 1)
            text, places = written(self.found, entries)
            document = read_page(text.encode(), self.target.dialect)
            if is_broken(document):
                why = "the result can't be read as it should"
                break
            bad, why = self.doubts(entries, places, text, document)
            if not bad and not why:
                return Merged(mark + text.encode(), _blocks(self, entries, places, text), source)
            more = bad - doubted
            if why and not more:
                continue
            doubted |= bad
        return Merged(translation, (), source, withheld=True, why=why or "a check of the result failed")

    def doubts(
        self, entries: Sequence[Patched], places: Sequence[Stretch], text: str, document: Document
    ) -> tuple[set[int], str]:
        """The pieces of the new source that new findings are told at, and a finding that is told at none."""
        lines = _line_numbers(text, ((place.start, place.end) for place in places))
        told = findings(self.plan, self.new, document, align(self.new, document, self.lexicon))
        where = grounds(told, lines, self.new_lines)
        kept: list[tuple[str, int]] = []
        news: list[tuple[Patched | None, int, Said]] = []
        for one, ground in zip(told, where, strict=True):
            entry = entries[ground.target] if ground.target >= 0 else None
            if (entry is not None and entry.marked) or self.is_marked(ground.source, entries):
                continue
            own = entry.own.index if entry is not None and entry.own is not None else -1
            kept.append((one.rule, own))
            news.append((entry, ground.source, (one.rule, one.text, one.place.line)))
        bad: set[int] = set()
        why = ""
        for at in unexplained(self.before, kept) if kept else ():
            entry, source, (rule, said, line) = news[at]
            if source >= 0:
                bad.add(source)
            elif entry is not None and entry.new:
                bad |= set(entry.new)
            else:
                why = f"{rule} in line {line}: {said}"
        return bad, why

    def is_marked(self, source: int, entries: Sequence[Patched]) -> bool:
        """Whether a piece of the new source is left to a person."""
        return source >= 0 and any(source in entry.new for entry in entries if entry.marked)


def _lines(document: Document, piece: PageChunk) -> Lines:
    place = document.place(piece.start, piece.start + len(piece.chunk.body))
    return place.line, place.end_line


def _whole(pieces: Sequence[PageChunk]) -> tuple[str, list[Lines]]:
    """A page and where in it its pieces begin and end."""
    parts = [piece.head + piece.body + piece.tail for piece in pieces]
    ends = list(accumulate(map(len, parts), initial=0))
    return "".join(parts), list(pairwise(ends))


def _line_numbers(text: str, places: Iterable[Lines]) -> list[Lines]:
    """The lines that pieces of a text take, blank ones at their ends left out."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    found = []
    for start, end in places:
        if start < 0:
            found.append((-1, -1))
            continue
        part = text[start:end]
        first = start + len(part) - len(part.lstrip())
        last = max(first, start + len(part.rstrip()) - 1)
        found.append((bisect_right(starts, min(first, max(start, end - 1))), bisect_right(starts, last)))
    return found


def _blocks(search: _Verified, entries: Sequence[Patched], places: Sequence[Stretch], text: str) -> list[Outcome]:
    old_lines = [_lines(search.old, piece) for piece in search.found.old]
    blocks = []
    numbers = _line_numbers(text, ((place.start, place.body) for place in places))
    for entry, lines in zip(entries, numbers, strict=True):
        source = _span([search.new_lines[at] for at in entry.new])
        old = _span([old_lines[at] for at in entry.old])
        said = (_said(search.found.new, entry.new), _said(search.found.old, entry.old), entry.body)
        own = entry.own.index if entry.own is not None else -1
        where = lines if entry.state != "deleted" else None
        blocks.append(Outcome(entry.state, source, old, where, entry.left, said, own))
    return blocks


def _said(pieces: Sequence[PageChunk], places: Sequence[int]) -> str:
    return "\n".join(pieces[at].plain for at in places)


def _span(lines: Sequence[Lines]) -> Lines | None:
    return (min(first for first, _ in lines), max(last for _, last in lines)) if lines else None
