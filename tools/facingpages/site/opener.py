"""The only opener of files.

What lies in the tree is a stranger's: a name there may be a link out of the tree, a pipe that nobody writes to, or a
device that never ends. `read` opens ordinary files inside the root only, once, and never waits. The git repository
itself is not inside: its configuration may hold the token that the pages were fetched with. A file that was named on
the command line is the user's own and may lie anywhere and be a pipe: `read_named`. Both are bounded.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from facingpages.site.bounded import RefusedError as RefusedError
from facingpages.site.bounded import piped, whole
from facingpages.site.witness import digest, doubt, present, witnessed

MAX_BYTES = 20_000_000
READ = "facingpages.site.opener.read"  # what a witness calls it
CLOSED = ".git"  # never read, wherever a link to it stands
FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
OPEN = "/proc/self/fd"  # where Linux says what is open, by its path without links
_TELLS = sys.platform == "linux" and Path(OPEN).is_dir()
MOST_FOLDERS = 64  # that are open at once where many files are read
FEW = 16  # files of a folder that are looked at one by one
OUT = "it is a link that leads out of the folder"
NOT_ORDINARY = "it is no ordinary file"


class _Opened:
    """A folder of which many files are read: open, or -1 where it takes a closer look."""

    __slots__ = ("asked", "descriptor", "ordinary")

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.asked = 0
        self.ordinary: frozenset[str] | None = None  # the names of ordinary files

    def holds(self, name: str) -> bool:
        """Whether a name is that of an ordinary file. Who asks often is told by one look at all. May raise OSError."""
        self.asked += 1
        if self.ordinary is None and self.asked > FEW:
            with os.scandir(self.descriptor) as found:
                self.ordinary = frozenset([one.name for one in found if one.is_file(follow_symlinks=False)])
        if self.ordinary is not None:
            return name in self.ordinary
        return stat.S_ISREG(os.stat(name, dir_fd=self.descriptor, follow_symlinks=False).st_mode)


_near: ContextVar[dict[tuple[str, str], _Opened] | None] = ContextVar("near", default=None)  # open folders, by root


@lru_cache(maxsize=64)
def root_of(folder: Path) -> Path:
    """What is inside for a configuration in a folder: the top of the git repository around it, else the folder."""
    return top(folder) or real(folder)


@witnessed(str)
def top(folder: Path | str) -> Path | None:
    """The nearest folder, this one or one above it, that holds `.git`; None where there is none."""
    here = Path(os.path.realpath(folder))
    return next((one for one in (here, *here.parents) if os.path.lexists(one / ".git")), None)


@witnessed(str)
def is_inside(path: Path | str, root: Path | str) -> bool:
    """Whether a path, its links followed, lies in a root (a real path) and not in its git repository."""
    try:
        real = os.path.realpath(path)
    except (OSError, ValueError):
        return False
    return _holds(str(root), real)


@witnessed(bytes)
def read(file: Path | str, root: Path | str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file inside a root (a real path). Raises OSError, whose `strerror` says why not."""
    file = os.fspath(file)
    descriptor = _at_once(file, root)
    if descriptor < 0:
        descriptor = _step_by_step(file, root)
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise RefusedError(file, NOT_ORDINARY)
        return whole(descriptor, file, about.st_size, limit)
    finally:
        os.close(descriptor)


def digest_of(file: Path | str, root: Path | str) -> str:
    """What a witness has of the bytes of a file. Where one has heard them in this run, nothing is read again.

    Raises OSError.
    """
    witness = present()
    if witness is None:
        return digest(read(file, root))
    question = (READ, str(file), str(root))
    found = witness.answer(question)
    if found is not None and " " not in found:  # else it says why it can't be read
        return found
    content = read(file, root)
    return witness.answer(question) or digest(content)


@witnessed(str)
def is_file(path: Path | str, root: Path | str) -> bool:
    """Whether a path leads to an ordinary file inside a root (a real path)."""
    return is_inside(path, root) and os.path.isfile(path)  # noqa: PTH113 - may be a text


@witnessed(str)
def is_folder(path: Path | str) -> bool:
    """Whether a path leads to a folder, wherever that lies."""
    return os.path.isdir(path)  # noqa: PTH112 - may be a text


@witnessed(str)
def is_there(path: Path | str) -> bool:
    """Whether a path leads to anything, wherever that lies."""
    return os.path.exists(path)  # noqa: PTH110 - may be a text


@witnessed(str)
def is_link(path: Path | str) -> bool:
    """Whether a path is a link, wherever that leads."""
    return os.path.islink(path)  # noqa: PTH114 - may be a text


@witnessed(str)
def real(path: Path | str) -> Path:
    """A path without links."""
    return Path(os.path.realpath(path))


@witnessed(str)
def fault(path: Path | str, root: Path | str) -> str:
    """What is wrong with a link beside pages: it leads to nothing, out of a root, or to what is no ordinary file."""
    try:
        target = os.path.realpath(path, strict=True)
    except OSError:
        return "dangling"
    if not is_inside(target, root):
        return "outside"
    return "" if stat.S_ISREG(os.stat(target).st_mode) else "link"  # noqa: PTH116 - may be a text


@contextmanager
def near() -> Iterator[None]:
    """Many files are read at once here: of each folder it is found out once that it lies inside."""
    folders: dict[tuple[str, str], _Opened] = {}
    before = _near.set(folders if _TELLS else None)
    try:
        yield
    finally:
        _near.reset(before)
        _let_go(folders)


def _let_go(folders: dict[tuple[str, str], _Opened]) -> None:
    for folder in folders.values():
        if folder.descriptor >= 0:
            os.close(folder.descriptor)
    folders.clear()


def _folder(folders: dict[tuple[str, str], _Opened], path: str, root: str) -> _Opened:
    """An open folder that lies inside a root; else one that takes a closer look."""
    if len(folders) >= MOST_FOLDERS:
        _let_go(folders)
    descriptor = -1
    try:
        descriptor = os.open(path, FLAGS | os.O_DIRECTORY)
        if not _holds(root, os.readlink(f"{OPEN}/{descriptor}")):  # noqa: PTH115 - as below
            os.close(descriptor)
            descriptor = -1
    except (OSError, ValueError):
        pass
    found = folders[path, root] = _Opened(descriptor)
    return found


def _beside_others(file: str, root: str, folders: dict[tuple[str, str], _Opened]) -> int:
    """An open file of a folder that is open; -1 where that takes a closer look."""
    path, _, name = file.rpartition(os.sep)
    if not path or not name or CLOSED in name.lower():
        return -1
    folder = folders.get((path, root)) or _folder(folders, path, root)
    try:
        if folder.descriptor >= 0 and folder.holds(name):
            return os.open(name, FLAGS | os.O_NOFOLLOW, dir_fd=folder.descriptor)
    except (OSError, ValueError):
        pass
    return -1


def _at_once(file: Path | str, root: Path | str) -> int:
    """An open file, of which the system itself says that it lies inside; -1 where that takes a closer look."""
    if not _TELLS:
        return -1
    folders = _near.get()
    if folders is not None and (descriptor := _beside_others(str(file), str(root), folders)) >= 0:
        return descriptor
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode):
            return -1
        descriptor = os.open(file, FLAGS | os.O_NOFOLLOW)
    except (OSError, ValueError):
        return -1
    try:
        if _holds(str(root), os.readlink(f"{OPEN}/{descriptor}")):  # noqa: PTH115 - for every page
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return -1


def _step_by_step(file: Path | str, root: Path | str) -> int:
    """An open file, after every link that leads to it was followed. Raises OSError."""
    try:
        real = os.path.realpath(file, strict=True)
        if not _holds(str(root), real):
            raise RefusedError(file, OUT)
        if not stat.S_ISREG(os.lstat(real).st_mode):  # before it is opened: devices act on that
            raise RefusedError(file, NOT_ORDINARY)
        return os.open(real, FLAGS | getattr(os, "O_NOFOLLOW", 0))
    except ValueError as error:  # NUL in a name
        raise RefusedError(file, str(error), errno.EINVAL) from None


@witnessed(bytes)
def read_named(file: Path | str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file that the user named, wherever it lies; of a pipe, what is written to it.

    Raises OSError, also when it has more than `limit` bytes, and when a pipe gives nothing for `SILENCE` seconds.
    """
    try:
        descriptor = os.open(file, FLAGS)
    except ValueError as error:
        raise RefusedError(file, str(error), errno.EINVAL) from None
    with os.fdopen(descriptor, "rb", buffering=0):
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
        if stat.S_ISREG(mode):
            return whole(descriptor, file, os.fstat(descriptor).st_size, limit)
        doubt()  # it gives each byte once
        return piped(descriptor, file, limit)


def _holds(root: str, real: str) -> bool:
    if real == root:
        return True
    prefix = root if root.endswith(os.sep) else root + os.sep
    if not real.startswith(prefix):
        return False
    below = real[len(prefix) :].lower()
    return CLOSED not in below or CLOSED not in below.split(os.sep)  # noqa: PTH206 - as above
