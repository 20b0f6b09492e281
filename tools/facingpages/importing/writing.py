"""Write several files so that either all of them change or none does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, making the folders it needs; when one cannot be written, put all back and raise the OSError.

    Each file is written beside its place and moved there when all are complete, so no reader ever meets half a file.
    """
    folders: list[Path] = []
    drafts: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            folders += [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()][::-1]
            path.parent.mkdir(parents=True, exist_ok=True)
            drafts[path] = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            drafts[path].write_bytes(content)
        for path, draft in drafts.items():
            before[path] = path.read_bytes() if path.exists() else None
            draft.replace(path)
    except BaseException:
        _undo(before, drafts.values(), folders)
        raise


def _undo(before: Mapping[Path, bytes | None], drafts: Iterable[Path], folders: Iterable[Path]) -> None:
    for draft in drafts:
        draft.unlink(missing_ok=True)
    for path, content in before.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            folder.rmdir()
