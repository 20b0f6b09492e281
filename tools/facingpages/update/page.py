"""One translation and the source as it is now: what a merge makes of them, and what is left to a person."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from facingpages.document import DialectName
from facingpages.engine import Plan
from facingpages.merge import Merged, merge
from facingpages.merge.changes import SourceChanges, changes
from facingpages.merge.page import PageChunk, read
from facingpages.merge.result import Lines, Outcome
from facingpages.read import read_page
from facingpages.recorded import digests
from facingpages.site import PageFile
from facingpages.update.base import SourceBase
from facingpages.update.behind import SourceTexts, lines_of
from facingpages.update.records import Pending, RenderedSource, digest, named

State = Literal["current", "stale", "unknown"]
Kind = Literal["structure", "text", "markup"]
OWN_KEY = "source_hash"  # the stamp that is facingpages' own; another tool's is never written
FEW = 3  # words from which a block tells a translation from a copy of its source


class Work(NamedTuple):
    """A block that is left to a person: its lines in the translation and in the source, words, and what they say.

    `since` is the day on which the source came to say so, if that is known.
    """

    target: Lines
    source: Lines | None
    words: int
    old: str
    new: str
    own: str
    since: date | None = None


class Counts(NamedTuple):
    """Blocks of the source as it is now: rendered as they are, stale, and such of which it can't be told."""

    current: int = 0
    stale: int = 0
    unsure: int = 0


NOTHING = Counts()


@dataclass
class Updated:
    """What becomes of a translation. `text` is the page as written, `rendered` and `pending` its records."""

    state: State
    base: SourceBase
    text: bytes
    kind: Kind | None = None
    counts: Counts = NOTHING
    work: list[Work] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    rendered: RenderedSource | None = None
    withheld: str = ""

    @property
    def left(self) -> int:
        """Words that are left to a person."""
        return sum(one.words for one in self.work)


def update(
    page: PageFile, translation: bytes, now: bytes, base: SourceBase, waiting: Mapping[str, Pending], own_stamp: str,
    dialect: DialectName, plan: Plan, texts: SourceTexts,
) -> Updated:  # fmt: skip
    """A translation brought up to its source. `waiting` are its blocks that were left to a person before.

    `own_stamp` is what the page itself records of its source, `texts` what the source said in all its versions.
    """
    if base.how == "none" or is_copy(translation, (base.source, now), dialect):
        return Updated("unknown", base if base.how != "none" else SourceBase("none"), translation)
    old, new = read(base.source, dialect)[1], read(now, dialect)[1]
    became = changes(old, new)
    kind = _kind(became, old, new)
    earliest = changes(read(base.earliest, dialect)[1], new) if base.earliest != base.source else became
    counts = _counts(became, earliest, len(new))
    before = named(read(translation, dialect)[1])
    pending = {at: waiting[one] for at, one in enumerate(before) if one in waiting}
    if kind is None and not waiting:
        return Updated("current", base, translation, None, counts)
    merged = merge(base.source, translation, now, dialect, plan, lambda: plan.lexicon(page.locale, page.name))
    updated = Updated("current" if kind is None and not pending else "stale", base, merged.text, kind, counts)
    if merged.withheld:
        updated.withheld = merged.why
        updated.text = translation
        updated.work = [Work((1, 1), None, max(1, merged.words), "", "", "")]
        return updated
    _leave(updated, page.path, merged, pending, dialect, texts)
    if not updated.pending and (kind is not None or waiting):
        updated.text = stamped(updated.text, now)
    own_key = records_itself(updated.text, dialect)
    if updated.pending or (not own_key and (kind is not None or bool(waiting))):
        updated.rendered = RenderedSource(page.path, digests(now)[1], own_stamp)
    return updated


def _leave(
    updated: Updated, name: str, merged: Merged, pending: Mapping[int, Pending], dialect: DialectName,
    texts: SourceTexts,
) -> None:  # fmt: skip
    """What is left to a person in the result: what this merge could not do, and what was left before and still is."""
    pieces = read(merged.text, dialect)[1]
    names = named(pieces)
    lines = list(lines_of(pieces))
    for block in merged.blocks:
        if block.target is None:
            continue
        was = pending.get(block.own)
        if not block.words and was is None:
            continue
        at = next(
            (at for at, (first, last) in enumerate(lines) if first <= block.target[1] and block.target[0] <= last), 0
        )
        words = max(block.words, was.words if was is not None else 0)
        updated.pending.append(_record(name, names[at], block, words, was))
        old = texts.text(was.old) if was is not None else block.texts[1]
        since = texts.since(digest(block.texts[0]))
        updated.work.append(Work(block.target, block.source, words, old, block.texts[0], pieces[at].body, since))


def _record(name: str, target: str, block: Outcome, words: int, was: Pending | None) -> Pending:
    old = was.old if was is not None else digest(block.texts[1])
    return Pending(name, target, digest(block.texts[0]) or digest("\0"), old, words)


def stamped(text: bytes, now: bytes) -> bytes:
    """A page that records its source's digest, with the present one; others as they are."""
    entry = read_page(text).metadata.get(OWN_KEY)
    if entry is None:
        return text
    short, long = digests(now)
    written = (short if len(entry.value) == 40 else long).encode()
    mark = BOM_UTF8 if text.startswith(BOM_UTF8) else b""
    start = entry.start + len(mark)
    line = text[start : entry.end + len(mark)]
    value = entry.value.encode()
    if not value or line.count(value) != 1:
        return text
    return text[:start] + line.replace(value, written) + text[entry.end + len(mark) :]


def records_itself(text: bytes, dialect: DialectName) -> bool:
    """Whether a page records its source in facingpages' own way."""
    return OWN_KEY in read_page(text, dialect).metadata


def is_copy(translation: bytes, sources: Sequence[bytes], dialect: DialectName) -> bool:
    """Whether a page is a copy of its source, not a translation: nearly all of its text stands there, word for word."""
    known = {piece.plain for raw in sources for piece in read(raw, dialect)[1]}
    said = [piece for piece in read(translation, dialect)[1] if piece.words >= FEW and piece.kind != "front"]
    return bool(said) and sum(piece.plain in known for piece in said) > 0.9 * len(said)


def _kind(
    became: SourceChanges, old: Sequence[PageChunk], new: Sequence[PageChunk]
) -> Literal["structure", "text", "markup"] | None:
    """What a change of the source asks of the translator, the most first."""
    known = became.known()
    if became.moved or len(known) < len(old) or len(set(known.values())) < len(new):
        return "structure"
    if any(_said(old[one]) != _said(new[two]) for one, two in became.changed.items()):
        return "text"
    around = any((old[one].head, old[one].tail) != (new[two].head, new[two].tail) for one, two in became.same.items())
    return "markup" if became.changed or around else None


def _said(piece: PageChunk) -> object:
    if piece.kind in ("code", "front", "definition", "directive"):
        return piece.plain
    return [atom.value for atom in piece.passage.atoms() if atom.kind in ("word", "number")]


def _counts(last: SourceChanges, first: SourceChanges, number: int) -> Counts:
    """How the blocks of the source stand to both ends of what explains the translation."""
    kept = [{*one.same.values(), *one.moved.values()} for one in (last, first)]
    both, either = len(kept[0] & kept[1]), len(kept[0] | kept[1])
    return Counts(both, number - either, either - both)
