"""Which generator publishes a site, and how those other than MkDocs lead from a link to a file.

They differ less than MkDocs does from all of them: a link is a path from the page's file, a path from the page's address,
or an absolute address that begins at a content or static folder. What can't be told from the files is left alone.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from facingpages.config import Config
from facingpages.links.configuration import read_mkdocs
from facingpages.links.mkdocs import MkDocs
from facingpages.links.nearest import Names, folded
from facingpages.links.publication import Answer, Publication, join, relative
from facingpages.links.rendering import BY_DIALECT, BY_GENERATOR, Rendering
from facingpages.site import Site

PAGES = (".md", ".mdx", ".markdown")
ENDINGS = (
    "",
    ".md",
    ".mdx",
    ".markdown",
    "/index.md",
    "/index.mdx",
    "/_index.md",
    "/README.md",
    ".html",
    "/index.html",
)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a generator does with links. `addresses`: a path without extension is seen from the page's address, not its file.

    `static` are folders published at the root; `localizes`: absolute addresses are moved to the page's locale by itself;
    `falls_back`: a page that is not translated is published in the source's words.
    """

    addresses: bool = False
    static: tuple[str, ...] = ()
    localizes: bool = False
    falls_back: bool = False
    absolute: bool = True


HABITS = {
    "plain": Habits(),
    "learn": Habits(falls_back=True, absolute=False),
    "mkdocs": Habits(addresses=True, falls_back=True),
    "hugo": Habits(addresses=True, static=("static", "assets"), localizes=True),
    "mdx": Habits(addresses=True, static=("public", "static"), falls_back=True),
    "docusaurus": Habits(static=("static",), localizes=True, falls_back=True),
    "starlight": Habits(addresses=True, static=("public",), falls_back=True),
    "vitepress": Habits(static=("public", "docs/public"), addresses=False),
    "jekyll": Habits(addresses=True),
    "mdbook": Habits(),
}
# The files by which a generator is known, in the site's folder or the folders above its pages.
MARKS = (
    ("docusaurus", re.compile(r"docusaurus\.config\.(?:js|ts|mjs|cjs)")),
    ("starlight", re.compile(r"astro\.config\.(?:mjs|js|ts|mts)")),
    ("hugo", re.compile(r"hugo\.(?:toml|ya?ml|json)")),
    ("mdbook", re.compile(r"book\.toml")),
    ("vitepress", re.compile(r"\.vitepress")),
    ("jekyll", re.compile(r"_config\.yml")),
    ("learn", re.compile(r"docfx\.json|\.openpublishing\.publish\.config\.json")),
)
TOP = re.compile(r"[A-Za-z]:[\\/]|file:", re.I)


def publication(site: Site, config: Config) -> Publication:
    """How a site's pages are published: told by the generator's configuration where there is one, else by the dialect."""
    for folder in _folders(config):
        for name in ("mkdocs.yml", "mkdocs.yaml"):
            file = config.root / folder / name
            settings = read_mkdocs(file) if file.is_file() else None
            if settings is None:
                continue
            if settings.languages is not None or all(_holds(settings.docs, page.file) for page in site.pages[:200]):
                return MkDocs(settings, config.root)
            return Trees(site, config, "mkdocs", settings.rendering)
        try:
            names = os.listdir(config.root / folder)  # noqa: PTH208
        except OSError:
            continue
        for generator, mark in MARKS:
            if any(mark.fullmatch(name) for name in names):
                return Trees(site, config, generator, BY_GENERATOR.get(generator, BY_DIALECT[config.dialect]))
    if any(
        part.startswith("_") for pattern in config.pages for part in pattern.split("/")[:-1]
    ):  # a collection of Jekyll's
        return Trees(site, config, "jekyll", BY_GENERATOR["jekyll"])
    name = {"commonmark": "plain"}.get(config.dialect, config.dialect)
    return Trees(site, config, name, BY_DIALECT[config.dialect])


def _folders(config: Config) -> Iterator[str]:
    """The site's folder and the folders above the source's pages, outermost first."""
    yield ""
    for pattern in config.source_pages or config.pages:
        head = pattern.replace("{locale}", config.source).split("{page}")[0].rpartition("/")[0]
        parts = head.split("/") if head else []
        for count in range(1, len(parts) + 1):
            yield "/".join(parts[:count])


def _holds(folder: Path, file: Path) -> bool:
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False


class Trees:
    """A site whose locales are trees of files, one beside or below the other."""

    def __init__(self, site: Site, config: Config, generator: str, rendering: Rendering) -> None:
        self.rendering = rendering
        self.generator = generator
        self.habits = HABITS[generator]
        self.root = config.root
        self.source = site.source
        self._listings: dict[str, dict[str, str]] = {}
        self.by_path = {page.path: (page.locale, page.name) for page in site.pages}
        self.by_name = {(page.locale, page.name): page.path for page in site.pages}
        self.heads = {locale: list(_heads(config, locale)) for locale in (site.source, *site.locales)}
        self.locales = frozenset(self.heads)
        self.static = [
            folder
            for base in ("", *_folders(config))
            for name in self.habits.static
            if self._is_folder(folder := f"{base}/{name}".strip("/"))
        ]
        self._names = Names(self.by_path)
        self.writes_pages = False
        self.whole = (config.root / ".git").exists()

    def by_folder(self, kind: str, path: str) -> bool:
        """Whether the page's folder is enough to tell."""
        return not self.habits.addresses

    def follow(self, page: str, locale: str, kind: str, path: str) -> Answer | None:
        """Where a path leads; see `Publication`."""
        return self._follow(page, locale, unquote(path))

    def _follow(self, page: str, locale: str, path: str) -> Answer | None:
        if path.startswith(("@", "~/", "pathname:")) or "\\" in path:
            return None
        if path.startswith("/"):
            return self._absolute(page, locale, path)
        folder = posixpath.dirname(page)
        bare = not posixpath.splitext(path.rstrip("/"))[1]
        tries: list[tuple[str, bool]] = [join(folder, path)]
        if self.habits.addresses:
            stem = posixpath.splitext(page)[0]
            stem = posixpath.dirname(stem) if posixpath.basename(stem) in ("index", "_index", "README") else stem
            tries.insert(0 if bare else 1, join(stem, path))
        for wanted, out in tries:
            if out:
                continue
            found = self._at(wanted.rstrip("/"))
            if found:
                return self._answer(found, page, locale, path)
        for wanted, out in tries:
            found = "" if out else self._in_source(wanted.rstrip("/"), locale)
            if found:
                return Answer(found, locale=locale, fallback=self.by_path.get(found, ("",))[0] == self.source) if self.habits.falls_back or found not in self.by_path else (
                    Answer(reason="source", hint=relative(found, folder), locale=self.source))  # fmt: skip
        wanted, out = tries[0]
        if out and not self.whole:
            return None
        if bare and self.generator in ("hugo", "mdx", "learn", "mkdocs") and not self.whole:
            return None
        if out:
            return Answer(reason="outside", hint=self._hint(wanted, folder))
        case = self._other_case(wanted.rstrip("/"))
        return (
            Answer(reason="case", hint=relative(case, folder))
            if case
            else Answer(reason="missing", hint=self._hint(wanted, folder))
        )

    def _absolute(self, page: str, locale: str, path: str) -> Answer | None:
        """An address from the root: a static file, or a page of the locale it names, or of the source."""
        name = path.strip("/")
        if not self.habits.absolute:
            return None
        for folder in self.static:
            if found := self._at(f"{folder}/{name}", exact=True):
                return Answer(found)
        first, _, rest = name.partition("/")
        orders = [(first, rest)] if first in self.locales else []
        orders += [(locale, name)] if self.habits.localizes else []
        for other, below in [*orders, (self.source, name)]:
            for head in self.heads.get(other, ()):
                if found := self._at(f"{head}{below}".rstrip("/")):
                    return self._answer(found, page, locale, path)
        if found := self._at(name, exact=True):
            return Answer(found)
        return None

    def _answer(self, found: str, page: str, locale: str, path: str) -> Answer:
        there = self.by_path.get(found)
        if there is None or there[0] == locale:
            return Answer(found, locale=locale)
        mine = self.by_name.get((locale, there[1]))
        own = self.by_path.get(page, ("", ""))[1]
        if mine is None or there[1] == own or (path.startswith("/") and self.habits.localizes):
            return Answer(found, locale=there[0], fallback=mine is None and there[0] == self.source)
        if path.startswith("/"):
            better = self._address_in(path, there[0], locale)
        elif posixpath.splitext(path.split("#")[0].rstrip("/"))[1]:
            better = relative(mine, posixpath.dirname(page))
        else:
            better = relative(posixpath.splitext(mine)[0], posixpath.splitext(page)[0]) + "/"
        return Answer(found, locale=there[0], better=better)

    def _address_in(self, path: str, other: str, locale: str) -> str:
        first, _, rest = path.strip("/").partition("/")
        below = rest if first == other else path.strip("/")
        end = "/" if path.endswith("/") and below else ""
        return f"/{below}{end}" if locale == self.source else f"/{locale}/{below}{end}"

    def _in_source(self, wanted: str, locale: str) -> str:
        """The source's file where the locale has none."""
        for head in self.heads.get(locale, ()):
            if locale != self.source and wanted.startswith(head):
                for base in self.heads[self.source]:
                    if found := self._at(base + wanted[len(head) :]):
                        return found
        return ""

    def _at(self, name: str, *, exact: bool = False) -> str:
        """The file a name stands for, with the endings that may be left out; a folder counts where it holds an index."""
        stem = name.removesuffix(".html")
        for start in (name,) if exact or stem == name else (name, stem):
            for ending in ENDINGS[:1] if exact else ENDINGS:
                if self.exists(start + ending) and not (
                    ending == "" and self._is_folder(start) and not exact and self._indexed(start)
                ):
                    return start + ending
        return ""

    def _indexed(self, folder: str) -> bool:
        names = self._listing(folder)
        return any(name in names for name in ("index.md", "index.mdx", "_index.md", "README.md", "index.html"))

    def exists(self, file: str) -> bool:
        """Whether a file or folder of that very name exists."""
        folder, _, last = file.rpartition("/")
        return not last or last in self._listing(folder)

    def _is_folder(self, name: str) -> bool:
        return (self.root / name).is_dir()

    def _listing(self, folder: str) -> dict[str, str]:
        found = self._listings.get(folder)
        if found is None:
            try:
                names = [
                    entry.name
                    for entry in os.scandir(self.root / folder)
                    if not entry.is_symlink() or Path(entry.path).exists()
                ]
            except (OSError, ValueError):
                names = []
            if names and folder and not self.exists(folder):  # a file system that does not mind case
                names = []
            found = self._listings[folder] = {name: folded(name) for name in names}
        return found

    def _other_case(self, wanted: str) -> str:
        """The file of that name in another case or normal form."""
        paths = [""]
        for part in wanted.split("/"):
            key = folded(part)
            paths = [
                f"{path}/{name}".strip("/")
                for path in paths
                for name, fold in self._listing(path).items()
                if fold == key
            ][:20]
        return next((path for path in paths if path != wanted), "")

    def _hint(self, wanted: str, folder: str) -> str:
        found = self._names.nearest(wanted)
        return relative(found, folder) if found else ""

    def own_path(self, address: str) -> str | None:
        """Other generators' addresses are not read, so no address is known to be this site's."""
        return None

    def snippet(self, name: str) -> str | None:
        """Snippets belong to Python-Markdown; without its configuration their folder can't be told."""
        return None

    def pages(self) -> Iterable[str]:
        """All pages."""
        return self.by_path


def _heads(config: Config, locale: str) -> Iterator[str]:
    patterns = config.source_pages if locale == config.source and config.source_pages else config.pages
    for pattern in patterns:
        head = pattern.replace("{locale}", locale).split("{page}")[0]
        if "*" not in head:
            yield head
