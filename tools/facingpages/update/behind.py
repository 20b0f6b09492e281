"""Blocks that updates left to people, as they stand: what their source said before, what it says, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from facingpages.document import DialectName
from facingpages.merge.page import PageChunk, read
from facingpages.merge.result import Lines
from facingpages.update.base import MOST, NEVER, Versions
from facingpages.update.records import Pending, digest, named

TOGETHER = 3  # blocks of a source that one block of a translation may stand for


class Behind(NamedTuple):
    """A block that is left to a person: its name in the records, its lines in the translation, words.

    `is_new`: the source did not have it before. `old` and `new` are what the source said and says there, empty where
    that is not to be found, `own` what the translation says; `since` is the day on which the source came to say so,
    if that is known.
    """

    name: str
    lines: Lines
    words: int
    is_new: bool
    old: str
    new: str
    own: str
    since: date | None


class SourceTexts:
    """What the blocks of a source say and said, by digest. Versions are read as far back as is asked for."""

    def __init__(self, versions: Versions, dialect: DialectName) -> None:
        self._versions, self._dialect = versions, dialect
        self._left = iter(versions.all)
        self._read: list[tuple[int, Mapping[str, str]]] = []

    def text(self, name: str) -> str:
        """What the newest version says that has a block of this digest; nothing if there is none."""
        return next((texts[name] for _, texts in self._newest_first() if name in texts), "") if name else ""

    def since(self, name: str) -> date | None:
        """The day from which on the source has had a block; None where the history does not go back so far, or lies."""
        found = NEVER
        for seconds, texts in self._newest_first():
            if name in texts:
                found = seconds
            elif found != NEVER:
                break
        else:
            found = found if self._versions.complete else NEVER
        try:
            return datetime.fromtimestamp(found, UTC).date() if found != NEVER else None
        except (ValueError, OverflowError, OSError):  # whoever commits says when: it may be no day of any calendar
            return None

    def _newest_first(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        for number in range(MOST + 1):
            if number == len(self._read):
                version = next(self._left, None)
                if version is None:
                    return
                self._read.append((version[1], _texts(read(version[2], self._dialect)[1])))
            yield self._read[number]


def _texts(pieces: Sequence[PageChunk]) -> dict[str, str]:
    plain = [piece.plain for piece in pieces]
    runs = ("\n".join(plain[at : at + size]) for size in range(1, TOGETHER + 1) for at in range(len(plain) - size + 1))
    return {digest(text): text for text in runs}


def behind(
    translation: bytes, waiting: Mapping[str, Pending], texts: SourceTexts, dialect: DialectName
) -> list[Behind]:
    """The blocks of a translation that are recorded as left and were not edited since, in its order."""
    pieces = read(translation, dialect)[1] if waiting else []
    found = []
    for name, lines, piece in zip(named(pieces), lines_of(pieces), pieces, strict=True):
        entry = waiting.get(name)
        if entry is not None:
            old, new = texts.text(entry.old), texts.text(entry.source)
            found.append(
                Behind(name, lines, entry.words, not entry.old, old, new, piece.plain, texts.since(entry.source))
            )
    return found


def lines_of(pieces: Sequence[PageChunk]) -> Iterator[Lines]:
    """The lines of each piece, from its head to the end of its body."""
    line = 1
    for piece in pieces:
        before = len(piece.head) - len(piece.head.lstrip("\r\n"))
        first = line + piece.head[:before].count("\n")
        line += (piece.head + piece.body).count("\n")
        yield first, line
        line += piece.tail.count("\n")
