"""Where links lead in sites of generators other than MkDocs.

They differ less from each other than MkDocs does from all of them: a link is a path from the page's file, a path from
the page's address, or an absolute address that begins at a content or static folder. What the files can't tell is left
alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from facingpages.config import Config
from facingpages.generators.publication import PAGES, Lead, join, relative
from facingpages.generators.rendering import Rendering
from facingpages.nearest import Names, folded
from facingpages.site import Site
from facingpages.site.below import files_below
from facingpages.site.opener import is_inside, root_of
from facingpages.site.walk import names_in

INDEXES = ("index.md", "index.mdx", "_index.md", "README.md", "index.html")
SLASH = re.compile("/")
ENDINGS = ("", ".md", ".mdx", ".markdown", *(f"/{name}" for name in INDEXES), ".html")


@dataclass(frozen=True, slots=True)
class Habits:
    """What a generator does with links.

    `addresses`: a path without extension is seen from the page's address, not its file. `static`: folders published at
    the root. `localizes`: absolute addresses are moved to the page's locale by themselves. `falls_back`: a page that is
    not translated is published in the source's words. `by_name`: a page is found by its name alone, wherever it lies
    and in whatever case. `absolute`: absolute addresses lie within the site. `guesses`: other addresses than those of
    files exist, so that a path without extension that leads to no file may be one.
    """

    addresses: bool = False
    by_name: bool = False
    static: tuple[str, ...] = ()
    localizes: bool = False
    falls_back: bool = False
    absolute: bool = True
    guesses: bool = False


SIMPLE = Habits()


class PathPublication:
    """A site whose locales are trees of files, one beside or below the other."""

    writes_pages = False

    def __init__(
        self, site: Site, config: Config, habits: Habits, rendering: Rendering, folders: Sequence[str]
    ) -> None:
        self.rendering = rendering
        self.habits = habits
        self.root = config.root
        self.limit = root_of(config.root)
        self.source = site.source
        # A bilingual page stands in the site as its source, too; a link that leads to it stays in its own language.
        pages = sorted(site.pages, key=lambda page: page.locale != site.source)
        self.by_path = {page.path: (page.locale, page.name) for page in pages}
        self.by_name = {(page.locale, page.name): page.path for page in site.pages}
        self.prefixes = {locale: list(_prefixes(config, locale)) for locale in (site.source, *site.locales)}
        names = (f"{folder}/{name}".strip("/") for folder in folders for name in self.habits.static)
        self.static = [name for name in names if (config.root / name).is_dir()]
        self.whole = (config.root / ".git").exists()
        self._names = Names(self.by_path)
        self._listings: dict[str, dict[str, str]] = {}

    def by_folder(self, kind: str, path: str) -> bool:  # noqa: ARG002
        """Whether the page's folder is enough to tell; see `Publication`."""
        return not self.habits.addresses

    def follow(self, page: str, locale: str, kind: str, path: str) -> Lead | None:  # noqa: ARG002
        """Where a path leads; see `Publication`."""
        path = unquote(path)
        if path.startswith(("@", "~/")) or "\\" in path:
            return None
        if path.startswith("/"):
            return self._absolute(page, locale, path)
        folder = posixpath.dirname(page)
        bare = not posixpath.splitext(path.rstrip("/"))[1]
        tries = [join(folder, path)]
        if self.habits.addresses:
            tries.insert(0 if bare else 1, join(_address(page), path))
        names = [wanted.rstrip("/") for wanted, out in tries if not out]
        for name in names:
            if found := self._at(name):
                return self._answer(found, page, locale, path)
        for name in names:
            if found := self._in_source(name, locale):
                page_found = found in self.by_path
                if page_found and not self.habits.falls_back:
                    return Lead(reason="source", hint=relative(found, folder), locale=self.source)
                return Lead(found, locale=locale, fallback=page_found)
        if found := self._elsewhere(page, locale, path):
            return Lead(found, locale=locale)
        if not self.whole and ((self.habits.guesses and bare) or not names):
            return None
        if not names:
            return Lead(reason="outside", hint=self._hint(tries[0][0], folder))
        return self._dead(names[0], folder, path)

    def _dead(self, name: str, folder: str, path: str) -> Lead:
        """What is said of a path that leads to nothing."""
        if case := self._other_case(name):
            return Lead(reason="case", hint=relative(case, folder))
        return Lead(reason="missing", hint=self._hint(name, folder), unsure=self._beyond_the_copy(path))

    def _beyond_the_copy(self, path: str) -> bool:
        """Whether nothing of its sort is at hand, as in a copy of the pages without their pictures."""
        ending = posixpath.splitext(path)[1].lower()
        return not self.whole and ending not in PAGES and ending not in self._endings

    @cached_property
    def _endings(self) -> frozenset[str]:
        """The endings of all files of the site's folder, in lower case."""
        return frozenset(posixpath.splitext(name)[1].lower() for name in files_below(self.root, self.limit))

    def _elsewhere(self, page: str, locale: str, path: str) -> str:
        """What a path leads to that is not seen from the page's file: a static file, a page found by its name."""
        for prefix in self.prefixes.get(locale, ()):
            if self.static and page.startswith(prefix):
                for place in (_address(page[len(prefix) :]), f"{locale}/{_address(page[len(prefix) :])}"):
                    wanted = join(place.strip("/"), path)[0].rstrip("/")
                    for folder in self.static:
                        if self.exists(f"{folder}/{wanted}"):
                            return f"{folder}/{wanted}"
        if not self.habits.by_name:
            return ""
        names = self._names.by_name.get(folded(_name(path)), [])
        return next((name for name in names if self.by_path[name][0] in (locale, self.source)), "")

    def _absolute(self, page: str, locale: str, path: str) -> Lead | None:
        """An address from the root: a static file, or a page of the locale it names, or of the source."""
        name = path.strip("/")
        if not self.habits.absolute:
            return None
        for folder in self.static:
            if self.exists(f"{folder}/{name}"):
                return Lead(f"{folder}/{name}")
        first, _, rest = name.partition("/")
        orders = [(first, rest)] if first in self.prefixes else []
        orders += [(locale, name)] if self.habits.localizes else []
        for other, below in [*orders, (self.source, name)]:
            for prefix in self.prefixes[other]:
                if found := self._at(f"{prefix}{below}".rstrip("/")):
                    return self._answer(found, page, locale, path)
        return Lead(name) if self.exists(name) else None

    def _answer(self, found: str, page: str, locale: str, path: str) -> Lead:
        there, name = self.by_path.get(found, (locale, ""))
        if there == locale:
            return Lead(found, locale=locale)
        mine = self.by_name.get((locale, name))
        moved = path.startswith("/") and self.habits.localizes
        if mine is None or moved or name == self.by_path.get(page, ("", ""))[1]:
            return Lead(found, locale=there, fallback=mine is None and there == self.source)
        if path.startswith("/"):
            better = self._moved(path, there, locale)
        elif posixpath.splitext(path.rstrip("/"))[1]:
            better = relative(mine, posixpath.dirname(page))
        else:
            better = relative(posixpath.splitext(mine)[0], _address(page)) + "/"
        return Lead(found, locale=there, better=better)

    def _moved(self, path: str, other: str, locale: str) -> str:
        """An absolute address in another locale."""
        first, _, rest = path.strip("/").partition("/")
        below = rest if first == other else path.strip("/")
        end = "/" if path.endswith("/") and below else ""
        return f"/{below}{end}" if locale == self.source else f"/{locale}/{below}{end}"

    def _in_source(self, wanted: str, locale: str) -> str:
        """The source's file where the locale has none."""
        for prefix in self.prefixes.get(locale, ()):
            if locale != self.source and wanted.startswith(prefix):
                for base in self.prefixes[self.source]:
                    if found := self._at(base + wanted[len(prefix) :]):
                        return found
        return ""

    def _at(self, name: str) -> str:
        """The file that a name stands for, with the endings that may be left out, or a folder without index."""
        for start in dict.fromkeys((name, name.removesuffix(".html"))):
            for ending in ENDINGS:
                if self.exists(start + ending) and (ending or not self._indexed(start)):
                    return start + ending
        return ""

    def _indexed(self, folder: str) -> bool:
        return any(name in self._listing(folder) for name in INDEXES)

    def exists(self, file: str) -> bool:
        """Whether a file or folder of that very name exists."""
        folder, _, last = file.rpartition("/")
        return not last or last in self._listing(folder)

    def _listing(self, folder: str) -> dict[str, str]:
        """The names in a folder, each with its folded form; none where the folder itself has another name or is not."""
        if folder in self._listings:
            return self._listings[folder]
        above = {name: folded(name) for name in self._names_in("")} if "" not in self._listings else self._listings[""]
        self._listings[""] = above
        for end in [*(match.start() for match in SLASH.finditer(folder)), len(folder)] if folder else []:
            name = folder[:end]
            if name.rpartition("/")[2] not in above:  # also where a file system does not mind case
                above = self._listings[folder] = {}
                break
            if name not in self._listings:
                self._listings[name] = {one: folded(one) for one in self._names_in(name)}
            above = self._listings[name]
        return above

    def _names_in(self, folder: str) -> list[str]:
        if not is_inside(self.root / folder, self.limit):
            return []
        return [name for name in names_in(self.root / folder) if self._is_there(self.root / folder / name)]

    def _is_there(self, file: Path) -> bool:
        return not file.is_symlink() or (is_inside(file, self.limit) and file.exists())

    def _other_case(self, wanted: str) -> str:
        """The file of that name in another case or normal form."""
        paths = [""]
        for part in wanted.split("/"):
            key = folded(part)
            below = (
                f"{path}/{name}".strip("/")
                for path in paths
                for name, fold in self._listing(path).items()
                if fold == key
            )
            paths = list(below)[:20]
        return next((path for path in paths if path != wanted), "")

    def _hint(self, wanted: str, folder: str) -> str:
        found = self._names.nearest(wanted)
        return relative(found, folder) if found else ""

    def own_path(self, address: str) -> str | None:  # noqa: ARG002
        """The site's own address is not read, so no address is known to be this site's; see `Publication`."""
        return None

    def borrowed_by(self, page: str) -> tuple[str, ...]:  # noqa: ARG002
        """Which locales fall back to the source is not looked at; see `Publication`."""
        return ()

    def snippet(self, name: str) -> str | None:  # noqa: ARG002
        """Snippets belong to Python-Markdown; without its configuration their folder can't be told."""
        return None

    def state(self) -> str | None:
        """Any folder may be looked into, so there is no end to what would have to be remembered."""
        return None


def _address(page: str) -> str:
    """The folder that relative addresses are seen from: a page is published as a folder of its own."""
    stem, extension = posixpath.splitext(page)
    if extension not in PAGES or posixpath.basename(stem) in ("index", "_index", "README"):
        return posixpath.dirname(page)
    return stem


def _name(path: str) -> str:
    """What a path names: its last part without extension, of an index its folder's."""
    stem = posixpath.splitext(path.rstrip("/"))[0]
    return posixpath.basename(posixpath.dirname(stem) if posixpath.basename(stem) in ("index", "_index") else stem)


def _prefixes(config: Config, locale: str) -> Iterator[str]:
    """The folders that a locale's pages lie in, with a slash behind."""
    patterns = config.source_pages if locale == config.source and config.source_pages else config.pages
    for pattern in patterns:
        prefix = pattern.replace("{locale}", locale).split("{page}")[0]
        if "*" not in prefix:
            yield prefix
