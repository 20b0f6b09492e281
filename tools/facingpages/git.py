"""The only runner of git. It reads a stranger's repository, so nothing that the repository says is obeyed.

Only plumbing is run: no command that knows a pager, an external diff, a text conversion, a filter or a signature. What
a configuration could still start is switched off on the command line and in the environment, which no file of the
repository can take back: hooks, the file system monitor, every way to another repository (`GIT_ALLOW_PROTOCOL` outdoes
`protocol.ext.allow`). The repository is the one whose `.git` stands at the top that was named, never a folder that only
looks like a bare repository. Time and output are bounded.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from facingpages.site.opener import top

PLUMBING = frozenset(("cat-file", "ls-tree", "merge-base", "rev-list", "rev-parse"))
OPTIONS = (
    "--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "safe.bareRepository=explicit",
    "-c", "protocol.allow=never", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}",
    "-c", "credential.helper=", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
)  # fmt: skip
# Of the caller's own GIT_ variables only those that lead to the user's configuration, where `safe.directory` stands.
KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_EXEC_PATH")
KEPT_PREFIXES = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")
SET = {
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none", "GIT_PAGER": "cat",
}  # fmt: skip
SECONDS = 60.0
MAX_LISTING = 256 << 20  # bytes of a listing: a tree that names itself ten times over has no end
MAX_CONTENT = 20_000_000  # bytes of a file: more is read nowhere else either
ORDINARY = (b"100644", b"100755")


class GitError(Exception):
    """What git could not do, in words that can follow a colon."""


class Repository(NamedTuple):
    """The repository whose `.git` stands in the folder `top`. Every method raises GitError where there is no git."""

    top: Path

    @classmethod
    def above(cls, folder: Path) -> Repository | None:
        """The repository that a folder lies in; None where there is none."""
        found = top(folder)
        return cls(found) if found is not None else None

    def problem(self) -> str:
        """What git has against this repository, in its own words; nothing if it can be read."""
        code, _, said = self._ask("rev-parse", "--git-dir")
        return said.split("\n")[0].removeprefix("fatal: ") if code else ""

    def commit(self, name: str) -> str | None:
        """The id of the commit that a revision names, None if there is no such; never read as an option."""
        if not name or "\0" in name:
            return None
        code, told, _ = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return told if not code and told else None

    def time(self, commit: str) -> int:
        """When a commit was made, in seconds since 1970; 0 if it is not there."""
        code, told, _ = self._ask("rev-list", "--max-count=1", "--timestamp", commit, "--")
        return int(told.split()[0]) if not code and told else 0

    def fork_point(self, one: str, other: str) -> str | None:
        """The last commit that two commits have in common, None if they have none."""
        code, told, _ = self._ask("merge-base", one, other)
        return told if not code and told else None

    def is_shallow(self) -> bool:
        """Whether only a part of the history is here."""
        return self._ask("rev-parse", "--is-shallow-repository")[1] == "true"

    def files(self, commit: str, folder: Path) -> dict[str, str]:
        """The ordinary files below a folder of the work tree as they were at a commit: paths in it, and blob ids."""
        below = self._path(folder)
        prefix = os.fsencode(f"{below}/") if below else b""
        found = {}
        for line in self._lines("ls-tree", "-r", "-z", "--full-tree", commit, "--", *([below] if below else [])):
            head, _, path = line.partition(b"\t")
            mode, _, rest = head.partition(b" ")
            if mode in ORDINARY and path.startswith(prefix):
                found[os.fsdecode(path[len(prefix) :])] = rest.partition(b" ")[2].decode()
        return found

    def content(self, commit: str, file: Path) -> bytes | None:
        """A file of the work tree as it was at a commit, None if it was not there or is too long."""
        return next(self.contents([f"{commit}:{self._path(file)}"]), None)

    def versions(self, file: Path, most: int = 200) -> list[str]:
        """Names for `contents` of the committed versions of a file of the work tree, newest first."""
        path = self._path(file)
        if "\n" in path or self.commit("HEAD") is None:
            return []
        commits = self._lines("rev-list", f"--max-count={most}", "HEAD", "--", path, end=b"\n")
        return [f"{commit.decode()}:{path}" for commit in commits]

    def dated(self, file: Path, most: int = 200) -> list[tuple[str, int]]:
        """The commits that changed a file of the work tree, newest first, and when each was made, in seconds."""
        path = self._path(file)
        if "\n" in path or self.commit("HEAD") is None:
            return []
        lines = self._lines("rev-list", "--timestamp", f"--max-count={most}", "HEAD", "--", path, end=b"\n")
        found = (line.decode().split() for line in lines)
        return [(commit, int(seconds)) for seconds, commit in found]

    def contents(self, names: Iterable[str]) -> Iterator[bytes | None]:
        """The contents of blobs, in order: None for one that is missing or longer than `MAX_CONTENT`."""
        with self._running("cat-file", "--batch-check") as check, self._running("cat-file", "--batch") as batch:
            for name in names:
                kind, size = _described(check, name)
                if kind != b"blob" or size > MAX_CONTENT:
                    yield None
                    continue
                _described(batch, name)
                assert batch.stdout is not None
                content = batch.stdout.read(size)
                if len(content) != size or batch.stdout.read(1) != b"\n":
                    raise GitError("git stopped in the middle of a file")
                yield content

    def _path(self, file: Path) -> str:
        """A path of the work tree, from its top; the folder's own links are followed, the file's are not."""
        real = Path(os.path.realpath(file.parent)) / file.name if file != self.top else file
        try:
            below = real.relative_to(self.top).as_posix()
        except ValueError:
            raise GitError(f"{file} lies outside {self.top}") from None
        return "" if below == "." else below

    def _ask(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, the first line and the complaint of a command that says little."""
        with tempfile.TemporaryFile() as said:
            with self._running(*arguments, error=said.fileno()) as process:
                assert process.stdout is not None
                told = process.stdout.read(4096)
                code = process.wait()
            said.seek(0)
            complaint = said.read(4096).decode("utf-8", "replace").strip()
        return code, os.fsdecode(told).split("\n")[0].strip(), complaint

    def _lines(self, *arguments: str, end: bytes = b"\0") -> Sequence[bytes]:
        with self._running(*arguments) as process:
            assert process.stdout is not None
            told = process.stdout.read(MAX_LISTING + 1)
            if len(told) > MAX_LISTING:
                raise GitError(f"git {arguments[0]} gives more than {MAX_LISTING} bytes")
            if process.wait():
                raise GitError(f"git {arguments[0]} failed")
        return [line for line in told.split(end) if line]

    @contextmanager
    def _running(self, *arguments: str, error: int = subprocess.DEVNULL) -> Iterator[subprocess.Popen[bytes]]:
        """A running command, ended after `SECONDS` or when it is let go."""
        assert arguments[0] in PLUMBING
        environment = {name: value for name, value in os.environ.items() if not _is_left_out(name)}
        environment |= SET | {"GIT_CEILING_DIRECTORIES": str(self.top.parent)}
        try:
            process = subprocess.Popen(
                [_program(os.environ.get("PATH", os.defpath)), *OPTIONS, *map(os.fsencode, arguments)],
                cwd=self.top, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=error,
            )  # fmt: skip
        except OSError as problem:
            raise GitError(f"git can't be run: {problem.strerror}") from None
        watch = threading.Timer(SECONDS, process.kill)
        watch.daemon = True
        watch.start()
        try:
            yield process
        except BrokenPipeError:
            raise GitError(f"git {arguments[0]} ended too early") from None
        finally:
            watch.cancel()
            process.kill()
            process.communicate()


def _described(process: subprocess.Popen[bytes], name: str) -> tuple[bytes, int]:
    """Kind and size of what a name stands for, asked of a running `cat-file`."""
    assert process.stdin is not None
    assert process.stdout is not None
    if "\n" in name:
        return b"", 0
    process.stdin.write(os.fsencode(name) + b"\n")
    process.stdin.flush()
    head = process.stdout.readline(1 << 16)
    if not head:
        raise GitError("git ended too early")
    words = head.rsplit(b" ", 2)
    return (words[1], int(words[2])) if len(words) == 3 and words[2].strip().isdigit() else (b"", 0)


def _is_left_out(name: str) -> bool:
    return name.startswith("GIT_") and name not in KEPT and not name.startswith(KEPT_PREFIXES)


@lru_cache
def _program(path: str) -> str:
    """Where git is, looked for in the absolute folders of PATH only: never in a folder that may be a stranger's."""
    names = ("git.exe",) if os.name == "nt" else ("git",)
    for folder in path.split(os.pathsep):
        for name in names if os.path.isabs(folder) else ():  # noqa: PTH117 - may be no path at all
            if os.access(found := os.path.join(folder, name), os.X_OK) and os.path.isfile(found):  # noqa: PTH113, PTH118
                return found
    raise GitError("there is no git on the path")
