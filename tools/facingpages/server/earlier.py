"""What a source said before: when a translation was made of it, and before it was edited."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from facingpages.align import align
from facingpages.document import OBJECT, Block, Document
from facingpages.git import GitError, Repository
from facingpages.read import read_page
from facingpages.recorded import is_of
from facingpages.server.site import OpenSite
from facingpages.site import PageFile
from facingpages.update.base import Versions, stamp


class EarlierSource(NamedTuple):
    """A committed version of a source."""

    commit: str
    raw: bytes


def rendered(site: OpenSite, path: str) -> EarlierSource | None:
    """The version that a translation was made of: as it records, else the one of when it was committed last."""
    source, text, page = site.source_of(path), site.text(path), site.pages.get(path)
    if source is None or text is None or page is None:
        return None
    versions = _versions(source)
    digest = stamp(text.raw)
    if digest:
        found = next(((commit, raw) for commit, _, raw in versions if is_of(digest, raw)), None)
    else:
        made = _committed_at(page)
        found = next(((commit, raw) for commit, time, raw in versions if time <= made), None)
    return EarlierSource(*found) if found is not None else None


def before_edit(site: OpenSite, path: str) -> bytes | None:
    """A page before it was edited: as it was committed last, or without git as it is on disk."""
    page = site.pages[path]
    versions = _versions(page)
    if versions:
        return versions[0][2]
    try:
        return PageFile.read(page)
    except OSError:
        return None


def changed(before: bytes, document: Document) -> list[Block]:
    """The blocks of a document that say something else than before, or are new."""
    old = read_page(before, document.dialect, path=document.path)
    return [
        block
        for bead in align(old, document)
        for block in bead.target
        if not bead.source or said(bead.source) != said(bead.target)
    ]


def said(blocks: Sequence[Block]) -> str:
    """The words of some blocks: how they are marked up does not count."""
    return " ".join(" ".join(block.text.replace(OBJECT, " ").split()) for block in blocks)


def _versions(page: PageFile) -> Sequence[tuple[str, int, bytes]]:
    repository = _repository(page)
    try:
        head = repository.commit("HEAD") if repository is not None else None
    except GitError:
        head = None
    return _committed(page.file, page.root, head) if page.root is not None and head is not None else ()


@lru_cache(8)
def _committed(file: Path, root: Path, _: str) -> Sequence[tuple[str, int, bytes]]:
    return Versions(file, root, b"").committed


def _committed_at(page: PageFile) -> int:
    repository = _repository(page)
    try:
        dated = repository.dated(page.file, 1) if repository is not None else []
    except (GitError, ValueError):
        dated = []
    return dated[0][1] if dated else 0


def _repository(page: PageFile) -> Repository | None:
    """The repository that a page lies in; one that lies within the site is a stranger's."""
    if page.root is None:
        return None
    found = Repository.above(page.root)
    return found if found is not None and found.top == page.root else None
