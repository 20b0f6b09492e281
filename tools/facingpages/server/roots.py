"""Which folder's site a file belongs to. An address is the client's word: only files of the workspace are looked at."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from facingpages.config import NAMES, PROJECT
from facingpages.server.view import file_of
from facingpages.site.opener import read, root_of

MARKS = (*NAMES, "mkdocs.yml", "mkdocs.yaml")
MOST = 1_000_000  # bytes of a configuration


def root_for(file: Path, folders: Sequence[Path]) -> Path | None:
    """The nearest folder above a file that says it is a site, else the workspace's own; None for files outside it."""
    inside = [folder for folder in folders if file.is_relative_to(folder)]
    limit = max(inside, key=lambda folder: len(folder.parts), default=None)
    if limit is None and folders:
        return None
    limit = limit or root_of(file.parent)
    for folder in file.parents:
        if folder == limit or _is_marked(folder, limit):
            return folder
    return limit


def place_of(uri: str) -> Path | None:
    """A file as it is known here: links of its folder followed, its own name as it is."""
    file = file_of(uri)
    if file is None:
        return None
    try:
        return Path(os.path.realpath(file.parent)) / file.name
    except (OSError, ValueError):
        return None


def _is_marked(folder: Path, limit: Path) -> bool:
    try:
        if any((folder / name).is_file() for name in MARKS if name != PROJECT):
            return True
        return b"tool.facingpages" in read(folder / PROJECT, limit, MOST)
    except OSError:
        return False
