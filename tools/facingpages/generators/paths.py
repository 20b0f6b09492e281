"""Where links lead in sites of generators other than MkDocs.

They differ less from each other than MkDocs does from all of them: a link is a path from the page's file, a path from
the page's address, or an absolute address that begins at a content or static folder. What the files and the settings
can't tell is left alone.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from functools import cached_property
from urllib.parse import unquote

from facingpages.config import Config
from facingpages.generators.absolute import Absolute
from facingpages.generators.addresses import Book, Front
from facingpages.generators.disk import Disk
from facingpages.generators.habits import Habits, Named
from facingpages.generators.publication import MADE, PAGES, Lead, OfOneTree, join, relative
from facingpages.generators.rendering import Rendering
from facingpages.late import late
from facingpages.nearest import Names, folded
from facingpages.site import Site
from facingpages.site.opener import is_folder, root_of

STEEPEST = 20  # `../` of a path that climbs too far, of which fewer are tried
README = late(r"README[._-]")  # with a language behind it: no program shows that for the folder


class PathPublication(OfOneTree):
    """A site whose locales are trees of files, one beside or below the other."""

    writes_pages = False

    def __init__(
        self, site: Site, config: Config, habits: Habits, rendering: Rendering, folders: Sequence[str]
    ) -> None:
        self.rendering = rendering
        self.known = rendering.name not in ("plain", "mkdocs")  # no generator, or Python-Markdown in another's hands
        self.described = rendering.python
        self.habits = habits
        self.learns = habits.at is not None
        self.source = site.source
        self.disk = Disk(config.root, root_of(config.root))
        self.site = site
        self.by_path = site.by_path
        self.by_locale = frozenset((site.source, *site.locales))
        self.book = Book(habits, site, config)
        names = (f"{folder}/{name}".strip("/") for folder in folders for name in self.habits.static)
        self.static = [name for name in names if is_folder(config.root / name)]
        self._absolute = Absolute(self)

    @cached_property
    def names(self) -> Names:
        """The paths of pages, those of sources first, and guesses among them."""
        return Names(sorted(self.by_path, key=lambda path: self.by_path[path].locale != self.source))

    @cached_property
    def addresses(self) -> Names:
        """The addresses of pages, and guesses among them."""
        return Names(self.book.pages)

    def learn(self, front: Front) -> None:
        """What front matter says of addresses; see `Publication`."""
        self.book.learn(front)

    def named(self, target: str) -> Named | None:
        """What a target names in the generator's own tongue; see `Publication`."""
        return self.habits.tongue(target) if self.habits.tongue is not None else None

    def by_folder(self, kind: str, path: str) -> bool:  # noqa: ARG002
        """Whether the page's folder is enough to tell; see `Publication`."""
        return not self.habits.addresses

    def follow(self, page: str, locale: str, kind: str, path: str) -> Lead | None:
        """Where a path leads; see `Publication`."""
        path = unquote(path)
        if kind.startswith("ref"):
            return self._ref(page, locale, kind.partition(" ")[2], path)
        if path.startswith("/"):
            return self._absolute.follow(page, locale, kind, path)
        alias = next((name for name in self.habits.aliases if path.startswith(name)), "")
        if alias:
            return self.aliased(page, locale, self.habits.aliases[alias] + path[len(alias) :])
        if path.startswith(("@", "~/", "*")) or "\\" in path:
            return None
        if kind in MADE and (file := self._handed(path)):
            return Lead(file)
        return self._relative(page, locale, path)

    def _handed(self, path: str) -> str:
        """A file that lies where a site keeps such, by the path that a shortcode or a component is given."""
        files = (f"{folder}/{path}" for folder in self.static if path and not path.startswith("."))
        return next((file for file in files if self.disk.exists(file)), "")

    def _relative(self, page: str, locale: str, path: str) -> Lead | None:
        """Where a path leads from a page."""
        folder = posixpath.dirname(page)
        bare = not posixpath.splitext(path.rstrip("/"))[1]
        names = [name.rstrip("/") for name, out in self._tries(page, locale, path, bare=bare) if not out]
        for name in names:
            if found := name if name in self.by_path else self.disk.at(name):
                return self._published(found, page, locale, path)
        for name in names:
            if found := self._in_source(name, locale):
                page_found = found in self.by_path
                if page_found and not self.habits.falls_back:
                    return Lead(reason="source", hint=relative(found, folder), locale=self.source)
                if not page_found and not self.habits.lends:
                    return Lead(reason="missing", hint=relative(found, folder))
                return Lead(found, locale=locale, fallback=page_found)
        if found := self._elsewhere(page, locale, path):
            return Lead(found, locale=locale)
        lead = self._absolute.seen_from(page, locale, path)
        if lead is None and not names and not self.habits.moves and (nearer := self._climbing_less(folder, path)):
            return Lead(reason="outside", hint=nearer)
        if lead is not None or self.habits.moves or not self._is_known(path) or not (names or self.disk.whole):
            return lead
        if not names:
            return Lead(reason="outside", hint=self._hint(join(folder, path)[0], folder))
        return self._dead(names[0], folder, path)

    def _climbing_less(self, folder: str, path: str) -> str:
        """A path that climbs out of the site with fewer `../`, if it leads to a file in a folder of that name then."""
        while path.startswith("../") and path.count("../") <= STEEPEST:
            path = path[3:]
            wanted, out = join(folder, path)
            if not out and "/" in path.replace("../", "") and self.disk.exists(wanted):
                return path
        return ""

    def _is_known(self, path: str) -> bool:
        """Whether a path names a file, or all addresses are known: others a generator may make of its own accord."""
        return not self.habits.guesses or self.habits.complete or bool(posixpath.splitext(path.rstrip("/"))[1])

    def _tries(self, page: str, locale: str, path: str, *, bare: bool) -> list[tuple[str, bool]]:
        """The names that a path may stand for, and whether each climbs out of the site's folder."""
        tries = [join(posixpath.dirname(page), path)]
        if self.habits.slash and bare:
            tries = [join(_address(page), path)]
        elif self.habits.addresses and not (self.habits.complete and path.endswith(PAGES)):
            tries.insert(0 if bare else 1, join(_address(page), path))
        if self.habits.from_roots and path.endswith(PAGES) and path[0] != ".":
            roots = dict.fromkeys((*self.book.roots(page, locale), *self.book.roots(page, self.source)))
            roots |= dict.fromkeys(self.habits.aliases.values() if path[0] != "/" else ())  # the folder of the site
            tries += [join(root.rstrip("/"), path) for root in roots]
        if self.habits.from_above and path[0] != ".":
            roots = dict.fromkeys(root.rstrip("/") for root in self.book.prefixes.get(locale, ()))
            above = dict.fromkeys(map(posixpath.dirname, roots))
            above |= dict.fromkeys(
                root for root in roots if self.disk.exists(f"{root}/index.html")
            )  # a site of its own
            tries += [join(folder, path) for folder in above]
        return tries

    def _published(self, found: str, page: str, locale: str, path: str) -> Lead:
        """What is said of a path to a file: a page's is left as it stands by some, and leads to nothing then."""
        if self.habits.complete and not self.habits.rewrites and path.endswith(PAGES) and found in self.by_path:
            here, there = self.book.of.get(page), self.book.of.get(found)
            if here is not None and there is not None:
                return Lead(reason="missing", hint=relative(f"{there}/".lstrip("/"), here))
        return self.answer(found, page, locale, path)

    def aliased(self, page: str, locale: str, name: str) -> Lead | None:
        """A path from a folder that has a name of its own, to that very file: a translated page's text is no page."""
        if not self.disk.exists(name):
            return self._dead(name, posixpath.dirname(page), name)
        if name not in self.by_path:
            return None if name.endswith(PAGES) else Lead(name or ".")
        there, own = self.by_path[name].locale, self.translation(name, locale)
        better = relative(own, posixpath.dirname(page)) if own and there != locale else ""
        return Lead(name, locale=locale, better=better, fallback=not own and there != locale)

    def _ref(self, page: str, locale: str, asked: str, path: str) -> Lead | None:
        """A page by its path or by its name alone, in the page's own language or in the one that is asked for."""
        there = asked or locale
        folder = self.book.folder_of(page)
        tries = [path] if path[0] == "/" else [join(folder, path)[0]]
        tries += [path] if path[0] not in "./" else []
        for locale_tried in dict.fromkeys((there, self.source)):
            found = next(filter(None, (self.book.at_path(locale_tried, one) for one in tries)), "")
            if (not found and path[0] not in "./") or path.startswith("../"):
                found = found or self._by_name(path, (locale_tried,))
            if found and locale_tried == there:
                return Lead(found, locale=there)
            if found:
                return Lead(reason="source", hint=found, locale=self.source)
        if not self.disk.whole or not self.habits.complete:
            return None
        return Lead(reason="missing", hint=self.names.nearest(path))

    def _dead(self, name: str, folder: str, path: str) -> Lead:
        """What is said of a path that leads to nothing."""
        if case := self.disk.other_case(name):
            return Lead(reason="case", hint=relative(case, folder))
        return Lead(reason="missing", hint=self._hint(name, folder), unsure=self.disk.lacks_all_like(path, PAGES))

    def _elsewhere(self, page: str, locale: str, path: str) -> str:
        """What a path leads to that is not seen from the page's file: a static file, a page found by its name."""
        for prefix in self.book.prefixes.get(locale, ()):
            if self.static and page.startswith(prefix):
                seen = (
                    _address(page[len(prefix) :]) if self.habits.addresses else posixpath.dirname(page[len(prefix) :])
                )
                for place in (seen, f"{locale}/{seen}"):
                    wanted = join(place.strip("/"), path)[0].rstrip("/")
                    for folder in self.static:
                        if self.disk.exists(f"{folder}/{wanted}"):
                            return f"{folder}/{wanted}"
        return self._by_name(path, (locale, self.source)) if self.habits.by_name else ""

    def _by_name(self, path: str, locales: tuple[str, ...]) -> str:
        """A page found by its name alone."""
        wanted = folded(_name(path))
        names = (*self.names.by_name.get(wanted, ()), *self.book.called.get(wanted, ()))
        return next((name for name in names if self.by_path[name].locale in locales), "")

    def answer(self, found: str, page: str, locale: str, path: str) -> Lead:
        """What is said of a path that leads to a file: perhaps another language's."""
        there, here = self.by_path.get(found), self.by_path.get(page)
        if there is None or there.locale == locale:
            return Lead(found, locale=locale)
        mine = self.translation(found, locale)
        moved = path.startswith("/") and self.habits.localizes
        if mine and self._is_beside(mine, found, path):
            return Lead(mine, locale=locale)
        if not mine or moved or (here is not None and there.name == here.name):
            return Lead(found, locale=there.locale, fallback=not mine and there.locale == self.source)
        if path.startswith("/"):
            better = self._moved(path, there.locale, locale)
        elif posixpath.splitext(path.rstrip("/"))[1] or README.match(posixpath.basename(mine)):
            better = relative(mine, posixpath.dirname(page))
        else:
            better = relative(posixpath.splitext(mine)[0], _address(page)) + "/"
        return Lead(found, locale=there.locale, better=better)

    def _is_beside(self, mine: str, found: str, path: str) -> bool:
        """Whether a path is an address that names both pages: files side by side are published below their locales."""
        bare = path[0] != "/" and not posixpath.splitext(path.rstrip("/"))[1]
        return bare and self.habits.addresses and posixpath.dirname(mine) == posixpath.dirname(found)

    def translation(self, page: str, locale: str) -> str:
        """The page in a locale; empty where there is none."""
        file = self.by_path.get(page)
        found = self.site.named(locale, file.name) if file is not None else None
        return found.path if found is not None else ""

    def _moved(self, path: str, other: str, locale: str) -> str:
        """An absolute address in another locale."""
        first, _, rest = path.strip("/").partition("/")
        below = rest if first == other else path.strip("/")
        end = "/" if path.endswith("/") and below else ""
        return f"/{below}{end}" if locale == self.source else f"/{locale}/{below}{end}"

    def _in_source(self, wanted: str, locale: str) -> str:
        """The source's file where the locale has none."""
        for prefix in self.book.prefixes.get(locale, ()):
            if locale != self.source and wanted.startswith(prefix):
                for base in self.book.prefixes[self.source]:
                    if found := self.disk.at(base + wanted[len(prefix) :]):
                        return found
        return ""

    def _hint(self, wanted: str, folder: str) -> str:
        found = self.names.nearest(wanted)
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
