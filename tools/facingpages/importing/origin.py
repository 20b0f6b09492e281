"""The true source of a translation: the file in the history of its source that has the hash it records.

`ms.openlocfilehash` is the SHA-1 (40 hex digits) or SHA-256 (64) of the source file's bytes with CRLF or LF line ends,
and `ms.sourcegitcommit` a commit that holds the file. Neither is believed: what has the hash is the source, and nothing
else.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from facingpages.config import SetupError
from facingpages.git import GitError, Repository
from facingpages.importing.collect import is_plain
from facingpages.importing.learn import LearnFile
from facingpages.recorded import digests, is_of

_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
MOST = 50  # files of one name that are tried at a commit


@dataclass(frozen=True, slots=True)
class Version:
    """A source page as it was when it was translated: its bytes, the commit, when that was made, and its path there."""

    raw: bytes
    commit: str
    time: int
    path: str


class Origin:
    """The repository of the source. Raises SetupError where git can't read it."""

    def __init__(self, folder: Path) -> None:
        is_bare = folder.resolve().name != ".git" and (folder / "HEAD").is_file()
        if is_bare and (folder / "objects").is_dir() and (folder / "refs").is_dir():
            raise SetupError(
                f'--source: "{folder}" is a bare repository, and such are not read, for any folder can look like one; '
                "give a clone with its files, as `git clone` makes it without --bare and --mirror."
            )
        repository = Repository.above(folder) if folder.is_dir() else None
        if repository is None:
            raise SetupError(f'--source: "{folder}" is no git repository; give a clone of the source\'s, with history.')
        if problem := repository.problem():
            raise SetupError(f"--source: git says of {folder}: {problem}.")
        self.repository = repository
        self._files: dict[str, dict[str, str]] = {}
        self._times: dict[str, int] = {}
        self._folded: tuple[str, dict[str, str]] = ("", {})

    def versions(self, files: Iterable[LearnFile]) -> dict[Path, Version | str]:
        """For each published file the source that it was translated from, or why that can't be told."""
        by_commit: dict[str, list[LearnFile]] = defaultdict(list)
        found: dict[Path, Version | str] = {}
        for file in files:
            if not file.published_hash:
                found[file.path] = "it has no ms.openlocfilehash"
            elif not _HASH.fullmatch(file.published_hash):
                found[file.path] = "its ms.openlocfilehash is no SHA-1 or SHA-256"
            else:
                by_commit[file.commit].append(file)
        try:
            for name, asked in sorted(by_commit.items()):
                commit = (self.repository.commit(name) or "") if _COMMIT.fullmatch(name) else ""
                known = self._at_their_paths(asked, commit) if commit else {}
                found.update(known)
                for file in asked:
                    if file.path not in known:
                        found[file.path] = self._elsewhere(file, commit)
        except GitError as error:
            raise SetupError(f"--source: {error}.") from None
        return found

    def files_at(self, commit: str) -> dict[str, str]:
        """The ordinary files of a commit by their path, those whose path is a plain one."""
        if commit not in self._files:
            if len(self._files) >= 8:
                self._files.clear()
            files = self.repository.files(commit, self.repository.top)
            self._files[commit] = {path: blob for path, blob in files.items() if is_plain(path)}
        return self._files[commit]

    def written(self, commit: str, path: str) -> str:
        """A path of a commit as it is written there, for Learn's build minds no case; empty where there is none."""
        tree = self.files_at(commit)
        if path in tree:
            return path
        if self._folded[0] != commit:
            self._folded = (commit, {each.casefold(): each for each in sorted(tree)})
        return self._folded[1].get(path.casefold(), "")

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes | None]:
        """The contents of files by what `files_at` says of them, in order; None for one that is too long."""
        return self.repository.contents(blobs)

    def _at_their_paths(self, files: Iterable[LearnFile], commit: str) -> dict[Path, Version]:
        """The sources that lie where their translations do: nearly all."""
        tree = self.files_at(commit)
        there = [(file, path) for file in files for path in _own_paths(file) if path in tree]
        contents = self.contents(tree[path] for _, path in there)
        return {
            file.path: Version(raw, commit, self._time(commit), path)
            for (file, path), raw in zip(there, contents, strict=True)
            if _proves(raw, file)
        }

    def _elsewhere(self, file: LearnFile, commit: str) -> Version | str:
        """A source that was moved, or whose commit is not in this clone."""
        tree = self.files_at(commit) if commit else {}
        tried = list(_near(tree, file))
        for path, raw in zip(tried, self.contents(tree[path] for path in tried), strict=True):
            if _proves(raw, file):
                return Version(raw, commit, self._time(commit), path)
        for path in _own_paths(file):
            names = self.repository.versions(self.repository.top / path)
            for name, raw in zip(names, self.contents(names), strict=True):
                if _proves(raw, file):
                    at = name.partition(":")[0]
                    return Version(raw, at, self._time(at), path)
        if not commit:
            return f'commit "{file.commit[:64]}" is not in the repository of the source'
        return f"no file of the source at commit {commit[:12]} has its hash"

    def _time(self, commit: str) -> int:
        if commit not in self._times:
            self._times[commit] = self.repository.time(commit)
        return self._times[commit]


def digest(raw: bytes, like: str) -> str:
    """The hash of a source file as a translation records it; SHA-1 or SHA-256, whichever `like` is."""
    return digests(raw)[len(like) != 40]


def _proves(raw: bytes | None, file: LearnFile) -> TypeGuard[bytes]:
    return raw is not None and is_of(file.published_hash, raw)


def _own_paths(file: LearnFile) -> list[str]:
    return list(dict.fromkeys((file.inside, f"{file.page}.md")))


def _near(tree: Mapping[str, str], file: LearnFile) -> Iterator[str]:
    """Where else the source of a file may lie at a commit: at a path that ends in its own, or under its name."""
    own = _own_paths(file)
    ends = tuple(f"/{path}" for path in own)
    name = posixpath.basename(file.inside)
    near = [path for path in tree if path.endswith(ends)]
    near += [path for path in tree if posixpath.basename(path) == name and path not in near]
    yield from [path for path in near if path not in own][:MOST]
