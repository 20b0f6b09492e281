"""The one walk over folders. Nothing is opened, and what is followed, and how far, is said by who asks."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

from facingpages.site.opener import is_inside
from facingpages.site.witness import witnessed

_name = attrgetter("name")


@witnessed("\0".join)
def names_in(folder: Path | str) -> list[str]:
    """The names in one folder, sorted; none where it can't be read."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError:
        return []


def _told(entries: list[os.DirEntry[str]]) -> str:
    """Names and kinds, and of links where they lead: whoever walks asks that of each."""
    return "\0".join(f"{entry.name}/{_kind(entry)}" for entry in entries)


def _kind(entry: os.DirEntry[str]) -> str:
    if entry.is_file(follow_symlinks=False):  # most are
        return "file"
    if not entry.is_symlink():
        return f"{entry.is_dir(follow_symlinks=False)}/{entry.is_file(follow_symlinks=False)}"
    try:
        return f"{os.path.realpath(entry.path)}/{entry.is_dir()}/{entry.is_file()}"
    except OSError:  # a link that leads to itself
        return "nowhere"


@witnessed(_told)
def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted(found, key=_name)


@witnessed("\0".join)
def names_inside(folder: Path | str, root: Path | str) -> list[str]:
    """The names in a folder inside a root (a real path), without those of links that lead out of it or to nothing."""
    if not is_inside(folder, root):
        return []
    try:
        return [entry.name for entry in _entries(folder) if not entry.is_symlink() or _leads_inside(entry, root)]
    except OSError:
        return []


def _leads_inside(entry: os.DirEntry[str], root: Path | str) -> bool:
    return is_inside(entry.path, root) and os.path.exists(entry.path)  # noqa: PTH110 - a text


def _pass_over(path: str, error: OSError) -> None:
    """What can't be read is not there."""


def walk(
    folder: str,
    enter: Callable[[str, os.DirEntry[str], int], str],
    refused: Callable[[str, OSError], None] = _pass_over,
    *,
    nearest_first: bool = False,
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder: its path from there, with slashes, and what the system says; each folder sorted.

    `enter` says, of each entry but plain files and how deep it lies, the folder in which to go on, empty for none.
    `refused` is told the folders that can't be read, the first by an empty path, the others with a slash at the end.
    """
    waiting = deque([("", folder, 0)])
    while waiting:
        prefix, here, depth = waiting.popleft() if nearest_first else waiting.pop()
        try:
            entries = _entries(here)
        except OSError as error:
            refused(prefix, error)
            continue
        for entry in entries:
            path = prefix + entry.name
            yield path, entry
            if not entry.is_file(follow_symlinks=False) and (below := enter(path, entry, depth)):
                waiting.append((f"{path}/", below, depth + 1))
