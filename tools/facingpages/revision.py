"""A site as it was at a git revision: what has changed since is read from git, all else from the folder.

Whether a page changed is told by its content, not asked of git.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.git import GitError, Repository
from facingpages.listing import Listed
from facingpages.output import note
from facingpages.site import PageFile, Site
from facingpages.site.opener import read_named


class Revision(NamedTuple):
    """A commit to compare with, the repository that it is in, and the root of a configuration that lies in that."""

    repository: Repository
    root: Path
    commit: str


def revision(root: Path, name: str, option: str = "--since") -> Revision:
    """The commit that a revision names, for what an option asks. Raises SetupError where there is none, or no git."""
    try:
        repository = Repository.above(root)
        problem = "there is none here" if repository is None else repository.problem()
        if repository is None or problem:
            raise SetupError(f"{option} needs a git repository; git says of {root}: {problem}.")
        commit = repository.commit(name)
        if commit is None:
            more = "; this clone is shallow, so fetch more of its history" if repository.is_shallow() else ""
            raise SetupError(f'{option}: there is no revision "{name}" in this repository{more}.')
    except GitError as error:
        raise SetupError(f"{option} needs git: {error}.") from None
    return Revision(repository, root, commit)


def fork_point(root: Path, name: str) -> Revision:
    """The commit where the work at hand began: the last one that HEAD and the named revision have in common.

    Raises SetupError as `revision` does.
    """
    named = revision(root, name)
    try:
        base = named.repository.fork_point(named.commit, "HEAD")
    except GitError as error:
        raise SetupError(f"--since needs git: {error}.") from None
    if base is None:
        note(f'"{name}" and HEAD have no commit in common here, so the pages are compared with "{name}" itself.')
    return named._replace(commit=base or named.commit)


def reader(at: Revision) -> Callable[[Path], bytes | None]:
    """What gives files of the work tree as they are at a revision, and others as they are.

    What it gives is None for a file that is not there. It raises SetupError.
    """

    def read(file: Path) -> bytes | None:
        try:
            inside = Path(os.path.realpath(file.parent)).is_relative_to(at.repository.top)
            return at.repository.content(at.commit, file) if inside else read_named(file)
        except OSError as error:
            raise SetupError(f"{file}: can't be read: {error.strerror}.") from None
        except GitError as error:
            raise SetupError(f"{file}: git can't read it at {at.commit}: {error}.") from None

    return read


@contextmanager
def earlier(config: Config, since: Revision, site: Site) -> Iterator[Site]:
    """The site at a revision: `site` itself when no page has changed."""
    try:
        names = since.repository.files(since.commit, since.root)
    except GitError as error:
        raise SetupError(f"{since.commit} can't be listed: {error}.") from None
    entries = [Listed(path, config.root / path) for path in sorted(names)]
    old = discover(config, entries)
    changed = [page for page in old.pages if not _same(page, names[_path(page, config)])]
    if not changed and {page.path for page in old.pages} == {page.path for page in site.pages}:
        yield site
        return
    with tempfile.TemporaryDirectory(prefix="facingpages-") as folder:
        root = Path(folder).resolve()
        kept: dict[str, PageFile] = {}
        try:
            contents = since.repository.contents(names[_path(page, config)] for page in changed)
            for number, (page, content) in enumerate(zip(changed, contents, strict=True)):
                if content is None:
                    raise SetupError(f"git can't read {page.path} of {since.commit}; is the clone complete?")
                file = root / f"{number}{page.file.suffix}"
                file.write_bytes(content)
                kept[page.path] = page._replace(place=file, root=root)
        except GitError as error:
            raise SetupError(f"git can't read {since.commit}: {error}.") from None
        yield old.with_pages([kept.get(page.path, page) for page in old.pages])


def _path(page: PageFile, config: Config) -> str:
    return page.file.relative_to(config.root).as_posix()


def _same(page: PageFile, name: str) -> bool:
    """Whether a file in the folder has the content that git calls `name`, whatever line ends it was given there."""
    if page.file.is_symlink():
        return False
    try:
        content = page.read()
    except OSError:
        return False
    return name in (_name(content, name), _name(content.replace(b"\r\n", b"\n"), name))


def _name(content: bytes, like: str) -> str:
    """The name of a blob: the digest of its header and content, SHA-1 or SHA-256 as the repository has it."""
    algorithm = "sha1" if len(like) == 40 else "sha256"
    return hashlib.new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
