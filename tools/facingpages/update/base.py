"""The source that a translation renders: as recorded, or as its content tells, among the committed versions."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from facingpages.document import DialectName
from facingpages.git import GitError, Repository
from facingpages.read import read_page
from facingpages.recorded import KEYS, digests, is_of
from facingpages.update.infer import costs, explaining
from facingpages.update.records import RenderedSource

MOST = 100  # versions of a source that are read
NEVER = 1 << 62  # when the file as it is now was committed, where it was not


@dataclass(frozen=True, slots=True)
class SourceBase:
    """`how` it is known; the commits `first` to `last` explain the translation equally well.

    `source` is the text at `last`, `earliest` that at `first`; a commit is None for the file as it is now.
    """

    how: Literal["recorded", "inferred", "none"]
    first: str | None = None
    last: str | None = None
    source: bytes = b""
    earliest: bytes = b""


NONE = SourceBase("none")


class Versions:
    """A file as it is and as it was, newest first."""

    def __init__(self, file: Path, root: Path, now: bytes) -> None:
        self.file, self.root, self.now = file, root, now

    @cached_property
    def repository(self) -> Repository | None:
        """The repository that the site lies in; one that lies within the site is a stranger's."""
        found = Repository.above(self.root)
        return found if found is not None and found.top == self.root else None

    @cached_property
    def committed(self) -> Sequence[tuple[str, int, bytes]]:
        """Commits, when they were made, and what the file held; only those that changed it."""
        if self.repository is None:
            return ()
        try:
            dated = self.repository.dated(self.file, MOST)
            place = Path(os.path.realpath(self.file.parent)) / self.file.name
            path = place.relative_to(self.repository.top).as_posix()
            contents = self.repository.contents([f"{commit}:{path}" for commit, _ in dated])
            return [(*one, content) for one, content in zip(dated, contents, strict=True) if content is not None]
        except (GitError, ValueError):
            return ()

    @cached_property
    def all(self) -> Sequence[tuple[str | None, int, bytes]]:
        """The versions with the file as it is before them, where that is not the last committed one."""
        if self.committed and digests(self.committed[0][2]) == digests(self.now):
            return self.committed
        return [(None, NEVER, self.now), *self.committed]

    @cached_property
    def complete(self) -> bool:
        """Whether these are all versions that there ever were."""
        try:
            return self.repository is not None and len(self.committed) < MOST and not self.repository.is_shallow()
        except GitError:  # there is a repository, but no git
            return False

    def recorded(self, digest: str) -> tuple[str | None, bytes] | None:
        """The newest version with a recorded digest."""
        if is_of(digest, self.now):
            return (self.all[0][0] if self.__dict__.get("committed") else None), self.now
        return next(((commit, raw) for commit, _, raw in self.committed if is_of(digest, raw)), None)

    def made(self, raw: bytes) -> int:
        """When the file got its present content, as far as is known: its last commit, if it has not changed since."""
        if self.committed and self.committed[0][2].replace(b"\r\n", b"\n") == raw.replace(b"\r\n", b"\n"):
            return self.committed[0][1]
        return NEVER


def stamp(raw: bytes) -> str:
    """The digest that a translation itself records; empty where it records none."""
    document = read_page(raw)
    values = (document.metadata[key].value.strip().lower() for key in KEYS if key in document.metadata)
    return next((value for value in values if len(value) in (40, 64) and value.isalnum()), "")


def recorded(sources: Versions, own: str, rendered: RenderedSource | None) -> SourceBase:
    """The base as the page or the file of pending blocks records it. A new stamp outdoes what was recorded before."""
    for digest in ((rendered.source if rendered is not None and rendered.stamp == own else ""), own):
        found = sources.recorded(digest) if digest else None
        if found is not None:
            return SourceBase("recorded", found[0], found[0], found[1], found[1])
    return NONE


def inferred(sources: Versions, translation: bytes, made: int, dialect: DialectName) -> SourceBase:
    """The base as the content of a translation tells, which was made at a time in seconds."""
    known = [one for one in sources.all if one[1] <= made] or list(sources.all[-1:])
    found = explaining(costs([raw for _, _, raw in known], translation, dialect))
    if found is None or (found[1] == len(known) - 1 and not sources.complete):
        return NONE  # of an older version, which is not here, nothing can be said
    last, first = known[found[0]], known[found[1]]
    return SourceBase("inferred", first[0], last[0], last[2], first[2])
