"""The files below a folder, by name: what a link may lead to. Nothing is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from facingpages.site.opener import is_inside, real
from facingpages.site.walk import walk

SKIPPED = frozenset((".git", "node_modules", ".venv", "__pycache__", ".hg", ".svn", ".tox", ".mypy_cache"))
MAX_DEPTH = 64


def files_below(folder: Path, root: Path) -> Iterator[str]:
    """Every file below `folder`, relative to it, with slashes, sorted within each folder.

    Linked folders are followed inside `root`, and never into one that holds them; links to files only inside it.
    """
    limit = real(root)
    if not is_inside(folder, limit):
        return

    def enter(_: str, entry: os.DirEntry[str], depth: int) -> str:
        if entry.name in SKIPPED or depth >= MAX_DEPTH or not _is_folder(entry):
            return ""
        if not entry.is_symlink():
            return entry.path
        below = str(real(Path(entry.path)))
        holds = _inside(os.path.dirname(entry.path), below)  # noqa: PTH120 - as it was put together
        return below if is_inside(Path(below), limit) and not holds else ""

    for path, entry in walk(str(real(folder)), enter):
        if _is_file(entry, limit):
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str], limit: Path) -> bool:
    try:
        if entry.is_dir():
            return False
        return not entry.is_symlink() or (entry.is_file() and is_inside(Path(entry.path), limit))
    except OSError:
        return False


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
