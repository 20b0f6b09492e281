"""The files below a folder: links, pipes and folders that can't be read are told apart, and none of them is opened."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from facingpages.config import SetupError
from facingpages.site.opener import fault, is_inside, root_of
from facingpages.site.walk import walk
from facingpages.tuples import NamedTuple

SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__"))
SUFFIXES = (".md", ".mdx", ".markdown")


class Listed(NamedTuple):
    """A file below the root: its path with slashes, its place on the disk, and why it can't be read: the name of a
    message of `page-unreadable`, with values.

    A folder that can't be read is an entry, too; its path ends in a slash.
    """

    path: str
    place: str | Path
    error: str = ""
    values: Mapping[str, str] = MappingProxyType({})

    @property
    def file(self) -> Path:
        """The place."""
        return Path(self.place)


def listed(root: Path, folders: Iterable[str]) -> Iterator[Listed]:
    """Every file below some folders of the root, each once.

    Links are followed to files inside the root only, to folders never; hidden folders are left alone unless they are
    asked for.
    """
    bases: list[str] = []
    for base in sorted(folders):
        if not any(not other or base.startswith(other + "/") for other in bases):
            bases.append(base)
    limit = root_of(root)
    for base in bases:
        if base and not is_inside(root / base, limit):
            yield Listed(base + "/", root / base, "outside")
            continue
        yield from _below(root, base, limit)


def _below(root: Path, base: str, limit: Path) -> Iterator[Listed]:
    top = os.path.join(root, base) if base else str(root)  # noqa: PTH118 - bytes-exact names, many of them
    prefix = f"{base}/" if base else ""
    unread: list[Listed] = []

    def enter(_: str, entry: os.DirEntry[str], __: int) -> str:
        if not entry.is_dir(follow_symlinks=False) or entry.name in SKIPPED_FOLDERS or entry.name.startswith("."):
            return ""
        return entry.path

    def refused(path: str, error: OSError) -> None:
        if isinstance(error, FileNotFoundError):
            return
        if not path:
            raise SetupError(f"{base or root}: the folder can't be read: {error.strerror}.") from None
        folder = prefix + path
        unread.append(Listed(folder, root / folder, "folder", {"problem": str(error.strerror)}))

    for path, entry in walk(top, enter, refused):
        if entry.is_file(follow_symlinks=False):  # most are, of which nothing else has to be asked
            yield Listed(prefix + path, entry.path)
        elif not entry.is_dir(follow_symlinks=False) or path.endswith(SUFFIXES):
            yield Listed(prefix + path, entry.path, _fault(entry, limit))
    yield from unread


def _fault(entry: os.DirEntry[str], limit: Path) -> str:
    if not entry.is_symlink():
        return "no-file" if entry.is_dir() else "special"
    return fault(entry.path, limit)
