"""What lies in a folder: the Markdown pages and the configuration files of generators, listed once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath

from facingpages.listing import SUFFIXES
from facingpages.site.opener import read, root_of
from facingpages.site.walk import walk

# Pages in these are not the site's: what was installed or built, what tests are fed with.
FOREIGN = frozenset((
    "node_modules", "bower_components", "vendor", "third_party", "venv", "env", "site-packages", "dist", "build",
    "_build", "_site", "public", "target", "out", "test", "tests", "__tests__", "testdata", "fixtures", "__fixtures__",
    "__pycache__",
))  # fmt: skip
MAX_ENTRIES, MAX_DEPTH, MAX_BYTES = 500_000, 14, 1_000_000
MAX_JSON = 10_000_000  # read at once, whatever its length: a navigation that names each page in each language


class Tree:
    """The listing. Paths are relative to `root`, with slashes, sorted."""

    def __init__(
        self, root: Path, pages: Sequence[str], markers: Sequence[str], folders: frozenset[str] = frozenset()
    ) -> None:
        self.root = root
        self.pages = pages
        self.markers = markers
        self.folders = folders

    def with_pages(self, pages: Sequence[str]) -> Tree:
        """The same listing of other pages."""
        return Tree(self.root, pages, self.markers, self.folders)

    def text(self, path: str) -> str:
        """The text of a small file; empty if it can't be read, is no ordinary file or lies outside the root."""
        try:
            return read(self.root / path, root_of(self.root), longest(path)).decode("utf-8", "replace")
        except OSError:
            return ""

    def below(self, folder: str) -> list[str]:
        """The pages in a folder, at any depth, relative to it."""
        prefix = folder + "/" if folder else ""
        return [path[len(prefix) :] for path in self.pages if path.startswith(prefix)]

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """Pages by their file name without suffix."""
        found: dict[str, list[str]] = {}
        for path in self.pages:
            found.setdefault(PurePosixPath(path).stem, []).append(path)
        return found


def longest(path: str) -> int:
    """How many bytes of a file of this name are read at most."""
    return MAX_JSON if path.endswith(".json") else MAX_BYTES


def scan(root: Path, is_marker: Callable[[str], bool]) -> Tree:
    """List a folder; `is_marker` tells the names of files by which generators are known.

    Links are not followed; hidden folders only if a generator keeps its configuration there.
    """
    pages: list[str] = []
    markers: list[str] = []
    folders: set[str] = set()

    def enter(path: str, entry: os.DirEntry[str], depth: int) -> str:
        hidden = entry.name.startswith(".") and entry.name not in (".vitepress", ".vuepress")
        if hidden or depth >= MAX_DEPTH or entry.name in FOREIGN or not entry.is_dir(follow_symlinks=False):
            return ""
        folders.add(path)
        return entry.path

    # The nearest first: a home folder is not read to its last corner.
    for path, entry in islice(walk(str(root), enter, nearest_first=True), MAX_ENTRIES):
        if entry.is_dir(follow_symlinks=False):
            continue
        if entry.name.endswith(SUFFIXES):
            pages.append(path)
        elif is_marker(entry.name):
            markers.append(path)
    return Tree(root, tuple(sorted(pages)), tuple(sorted(markers, key=depth_first)), frozenset(folders))


def depth_first(path: str) -> tuple[int, str]:
    """A key that sorts what lies higher up first."""
    return path.count("/"), path


def suffixes_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The suffixes that pages have, the commonest kind first: `.md`, `.mdx`, `.markdown`."""
    found = {PurePosixPath(path).suffix for path in paths}
    return tuple(suffix for suffix in SUFFIXES if suffix in found) or (".md",)


def stem(path: str) -> str:
    """A page's path without its suffix."""
    return path.rsplit(".", 1)[0]
