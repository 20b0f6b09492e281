"""Earlier versions of a file, from the git repository that the site lies in, where there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facingpages.site.opener import top
from facingpages.site.witness import doubt, witnessed


def earlier_version(file: Path, root: Path, wanted: Callable[[bytes], bool]) -> bytes | None:
    """The newest committed version of a file that is the wanted one; None where there is none, or no git.

    Only a repository whose top is `root` counts: one that lies within the site is a stranger's.
    """
    if top(root) != root:
        return None
    from facingpages.git import GitError, Repository  # where no page is behind its source, git is asked nothing

    repository = Repository(root)
    try:
        _settled(root)
        contents = repository.contents(repository.versions(file))
        for content in contents:
            if content is None:  # it may be there another time
                doubt()
            elif wanted(content):
                return content
    except GitError:
        doubt()
    return None


@witnessed(str)
def _settled(folder: Path | str) -> str:
    """The commit that all history is seen from, and whether all of it is here."""
    from facingpages.git import Repository

    repository = Repository(Path(folder))
    shallow = repository.is_shallow()
    if shallow:
        doubt()
    return f"{shallow} {repository.commit('HEAD')}"
