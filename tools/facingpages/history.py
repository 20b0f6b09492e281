"""Earlier versions of a file, from the git repository that the site lies in, where there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facingpages.git import GitError, Repository


def earlier_version(file: Path, root: Path, wanted: Callable[[bytes], bool]) -> bytes | None:
    """The newest committed version of a file that is the wanted one; None where there is none, or no git.

    Only a repository whose top is `root` counts: one that lies within the site is a stranger's.
    """
    repository = Repository.above(root)
    if repository is None or repository.top != root:
        return None
    try:
        contents = repository.contents(repository.versions(file))
        return next((content for content in contents if content is not None and wanted(content)), None)
    except GitError:
        return None
