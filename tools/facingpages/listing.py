"""The files below a folder: links, pipes and folders that can't be read are told apart, and none of them is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from facingpages.config import SetupError
from facingpages.site.opener import is_inside, root_of

SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__"))
SUFFIXES = (".md", ".mdx", ".markdown")


class Listed(NamedTuple):
    """A file below the root: its path with slashes, where it can be read, and why it can't: the name of a message of
    `page-unreadable`, with values.

    A folder that can't be read is an entry, too; its path ends in a slash.
    """

    path: str
    file: Path
    error: str = ""
    values: Mapping[str, str] = MappingProxyType({})


def walk(root: Path, folders: Iterable[str]) -> Iterator[Listed]:
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
    stack = [base]
    while stack:
        folder = stack.pop()
        where = os.path.join(root, folder) if folder else str(root)  # noqa: PTH118 - bytes-exact names, many of them
        try:
            entries = sorted(os.scandir(where), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            if folder == base:
                raise SetupError(f"{folder or root}: the folder can't be read: {error.strerror}.") from None
            values = {"problem": str(error.strerror)}
            yield Listed(folder + "/", Path(where), "folder", values)
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED_FOLDERS and not entry.name.startswith("."):
                    stack.append(path)
                if not path.endswith(SUFFIXES):
                    continue
            yield Listed(path, Path(entry.path), _fault(entry, limit))


def _fault(entry: os.DirEntry[str], limit: Path) -> str:
    if entry.is_file(follow_symlinks=False):
        return ""
    if not entry.is_symlink():
        return "no-file" if entry.is_dir() else "special"
    try:
        target = os.path.realpath(entry.path, strict=True)
    except OSError:
        return "dangling"
    if not is_inside(Path(target), limit):
        return "outside"
    return "" if stat.S_ISREG(os.stat(target).st_mode) else "link"  # noqa: PTH116
