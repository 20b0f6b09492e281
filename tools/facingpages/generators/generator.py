"""What a generator's room says of it: how it is recognized, how it lays out, renders and publishes pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from facingpages.config import Config
from facingpages.generators.habits import SIMPLE, Habits, SiteSettings
from facingpages.generators.layout import Layout, joined
from facingpages.generators.marks import MARKS
from facingpages.generators.paths import PathPublication
from facingpages.generators.publication import Publication
from facingpages.generators.rendering import Rendering
from facingpages.generators.tree import Tree, longest
from facingpages.late import late
from facingpages.site import Site
from facingpages.site.opener import is_folder, is_inside, is_there, read, root_of
from facingpages.site.walk import names_in
from facingpages.tuples import NamedTuple

SCRIPT = late(r"\.[cm]?[jt]sx?$")
SLUGIFY = late(r"\bslugify\b")
PLUGIN = late(r"slug|\{:?#|\bid=")  # of Jekyll, in Ruby
PRESET = late(r"\bdefineConfig\b[^;'\"]{0,80}\bfrom\s*[\"']([^\"'\n]+)[\"']")


def no_layouts(tree: Tree) -> Iterable[Layout]:  # noqa: ARG001
    """Where nothing but folders and file names tells of a layout."""
    return ()


class Generator(NamedTuple):
    """A site generator.

    `name` is its value in a configuration, `title` what it is called. Where others have its mark (`MARKS`), too,
    `confirms` says by the text of the file whose it is. `settings` fits the names of further files that `recognize`
    reads; they may lie in the folders `below`, too. `recognize` gives the layouts that its settings tell of, the
    likeliest first. `rendering` and `habits` say how pages become HTML and where a path leads, `settle` what the
    settings of a site tell of its habits. `maker` is the package whose `defineConfig` makes them: that of another may
    set what is not seen. A generator with ways of its own gives a `publisher`, for which it returns None where it can't
    tell.
    """

    name: str
    title: str
    rendering: Rendering
    habits: Habits = SIMPLE
    settings: str = ""
    below: tuple[str, ...] = ()
    confirms: Callable[[str], bool] | None = None
    recognize: Callable[[Tree], Iterable[Layout]] = no_layouts
    maker: str = ""
    settle: Callable[[Habits, SiteSettings], Habits] | None = None
    publisher: Callable[[Site, Config, Sequence[str]], Publication | None] | None = None

    def is_marked(self, name: str) -> bool:
        """Whether a file or folder of this name is a mark of it."""
        return self.name in MARKS and re.fullmatch(MARKS[self.name], name) is not None

    def reads(self, name: str) -> bool:
        """Whether it is recognized by files of this name."""
        return self.is_marked(name) or (bool(self.settings) and re.fullmatch(self.settings, name) is not None)

    def layouts(self, tree: Tree) -> Iterator[Layout]:
        """The layouts that its settings tell of, in a listing of files."""
        yield from self.recognize(tree)

    def publish(self, site: Site, config: Config, folders: Sequence[str]) -> Publication:
        """How it publishes a site. `folders` are that of the configuration and those above the source's pages."""
        found = self.publisher(site, config, folders) if self.publisher is not None else None
        if found is not None:
            return found
        texts = self._texts(config, folders)
        # A configuration that is a program may make ids of headings with a function of its own: it is not run.
        scripts = [text for name, text in texts.items() if SCRIPT.search(name)]
        plugins = [text for name, text in texts.items() if name.endswith(".rb")]
        makes_ids = any(SLUGIFY.search(text) or self._is_preset(text) for text in scripts)
        makes_ids = makes_ids or any(PLUGIN.search(text) for text in plugins)
        rendering = self.rendering._replace(sure=False) if makes_ids else self.rendering
        habits = self.habits
        if self.settle is not None:
            root = root_of(config.root)
            habits = self.settle(habits, SiteSettings(texts, lambda path: _is_there(config.root / path, root)))
        return PathPublication(site, config, habits, rendering, folders)

    def _is_preset(self, text: str) -> bool:
        """Whether settings are made by another's package, which may set what is not seen."""
        package = PRESET.search(text) if self.maker else None
        return package is not None and package[1].partition("/")[0] != self.maker

    def _texts(self, config: Config, folders: Sequence[str]) -> dict[str, str]:
        """The files in which it keeps settings, by path."""
        root = root_of(config.root)
        found: dict[str, str] = {}
        for folder in (joined(one, below) for one in folders for below in ("", *self.below)):
            lead = f"{folder}/" if folder else ""
            names = sorted(filter(self.reads, _names_in(config.root / folder, root)))
            marks = [name for name in names if self.is_marked(name) and is_folder(config.root / folder / name)]
            for name in marks or names:
                inside = _names_in(config.root / folder / name, root)
                for file in [name, *(f"{name}/{one}" for one in inside if one.startswith("config."))]:
                    if text := _text(config.root / folder / file, root):
                        found[lead + file] = text
        return found


def _is_there(path: Path, root: Path) -> bool:
    return is_inside(path, root) and is_there(path)


def _names_in(folder: Path, root: Path) -> list[str]:
    """The names in a folder inside a root; none where it is no folder."""
    return names_in(folder) if is_inside(folder, root) else []


def _text(file: Path, root: Path) -> str:
    try:
        return read(file, root, longest(file.name)).decode("utf-8", "replace")
    except OSError:
        return ""
