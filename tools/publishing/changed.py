"""When a page was last changed, as the history of its file has it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from facingpages.git import GitError, Repository


@cache
def changed(file: Path) -> date | None:
    """The day of the last commit that touched a file (UTC); None without a history, or where it is cut short."""
    try:
        repository = _repository(file.parent)
        versions = repository.versions(file, 1) if repository is not None else []
        time = repository.time(versions[0].partition(":")[0]) if repository is not None and versions else 0
    except GitError:
        return None
    return datetime.fromtimestamp(time, UTC).date() if time else None


@cache
def _repository(folder: Path) -> Repository | None:
    repository = Repository.above(folder)
    return repository if repository is not None and not repository.is_shallow() else None
