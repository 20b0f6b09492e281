"""The one walk over folders. Nothing is opened, and what is followed, and how far, is said by who asks."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """The names in one folder, sorted; none where it can't be read."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError:
        return []


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

    `enter` says, of each entry and how deep it lies, the folder in which to go on, empty for none. `refused` is told
    the folders that can't be read, the first by an empty path, the others with a slash at the end.
    """
    waiting = deque([("", folder, 0)])
    while waiting:
        prefix, here, depth = waiting.popleft() if nearest_first else waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            refused(prefix, error)
            continue
        for entry in entries:
            path = prefix + entry.name
            yield path, entry
            if below := enter(path, entry, depth):
                waiting.append((f"{path}/", below, depth + 1))
