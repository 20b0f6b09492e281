"""The files below a folder, by name: what a link may lead to. Nothing is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from facingpages.site.opener import is_inside

SKIPPED = frozenset((".git", "node_modules", ".venv", "__pycache__", ".hg", ".svn", ".tox", ".mypy_cache"))
MAX_DEPTH = 64


def files_below(folder: Path, root: Path) -> Iterator[str]:
    """Every file below `folder`, relative to it, with slashes, sorted within each folder.

    Linked folders are followed inside `root`, and never into one that holds them; links to files only inside it.
    """
    limit = Path(os.path.realpath(root))
    if not is_inside(folder, limit):
        return
    stack = [("", os.path.realpath(folder), 0)]
    while stack:
        name, real, depth = stack.pop()
        try:
            entries = sorted(os.scandir(real), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            path = f"{name}{entry.name}"
            try:
                if not entry.is_dir():
                    if not entry.is_symlink() or (entry.is_file() and is_inside(Path(entry.path), limit)):
                        yield path
                    continue
                below = entry.path if not entry.is_symlink() else os.path.realpath(entry.path)
            except OSError:
                continue
            if entry.name in SKIPPED or depth >= MAX_DEPTH:
                continue
            if entry.is_symlink() and (not is_inside(Path(below), limit) or _inside(real, below)):
                continue
            stack.append((f"{path}/", below, depth + 1))


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
