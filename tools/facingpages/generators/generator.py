"""What a generator's room says of it: how it is recognized, how it lays out, renders and publishes pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facingpages.config import Config
from facingpages.generators.layout import Layout
from facingpages.generators.paths import SIMPLE, Habits, PathPublication
from facingpages.generators.publication import Publication
from facingpages.generators.rendering import Rendering
from facingpages.generators.tree import MAX_BYTES, Tree
from facingpages.site import Site
from facingpages.site.opener import is_inside, read, root_of
from facingpages.site.walk import names_in

SCRIPT = re.compile(r"\.[cm]?[jt]sx?$")
SLUGIFY = re.compile(r"\bslugify\b")


def no_layouts(tree: Tree) -> Iterable[Layout]:  # noqa: ARG001
    """Where nothing but folders and file names tells of a layout."""
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Generator:
    """A site generator.

    `name` is its value in a configuration, `title` what it is called. `mark` fits the name of a file or folder that a
    site of it has in its own folder or one above its pages; where others have that, too, `confirms` says by the text of
    the file whose it is. `settings` fits the names of further files that `recognize` reads. `recognize` gives the
    layouts that its settings tell of, the likeliest first. `rendering` and `habits` say how pages become HTML and where
    a path leads; a generator with ways of its own gives a `publisher`, for which it returns None where it can't tell.
    """

    name: str
    title: str
    rendering: Rendering
    habits: Habits = SIMPLE
    mark: str = ""
    settings: str = ""
    confirms: Callable[[str], bool] | None = None
    recognize: Callable[[Tree], Iterable[Layout]] = no_layouts
    publisher: Callable[[Site, Config, Sequence[str]], Publication | None] | None = None

    def is_marked(self, name: str) -> bool:
        """Whether a file or folder of this name is a mark of it."""
        return bool(self.mark) and re.fullmatch(self.mark, name) is not None

    def reads(self, name: str) -> bool:
        """Whether it is recognized by files of this name."""
        return self.is_marked(name) or (bool(self.settings) and re.fullmatch(self.settings, name) is not None)

    def layouts(self, tree: Tree) -> Iterator[Layout]:
        """The layouts that its settings tell of, in a listing of files."""
        yield from self.recognize(tree)

    def publish(self, site: Site, config: Config, folders: Sequence[str]) -> Publication:
        """How it publishes a site. `folders` are that of the configuration and those above the source's pages."""
        found = self.publisher(site, config, folders) if self.publisher is not None else None
        rendering = replace(self.rendering, sure=False) if self._makes_ids(config, folders) else self.rendering
        return found or PathPublication(site, config, self.habits, rendering, folders)

    def _makes_ids(self, config: Config, folders: Sequence[str]) -> bool:
        """Whether a configuration that is a program makes ids of headings with a function of its own: not run, so none
        of them is known."""
        root = root_of(config.root)
        for folder in folders:
            for name in sorted(filter(self.is_marked, _names_in(config.root / folder, root))):
                inside = _names_in(config.root / folder / name, root)
                for file in [name, *(f"{name}/{one}" for one in inside if one.startswith("config."))]:
                    if SCRIPT.search(file) and SLUGIFY.search(_text(config.root / folder / file, root)):
                        return True
        return False


def _names_in(folder: Path, root: Path) -> list[str]:
    """The names in a folder inside a root; none where it is no folder."""
    return names_in(folder) if is_inside(folder, root) else []


def _text(file: Path, root: Path) -> str:
    try:
        return read(file, root, MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
