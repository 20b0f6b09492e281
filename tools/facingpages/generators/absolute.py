"""Where absolute addresses lead in sites whose locales are trees of files."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from facingpages.generators.publication import MADE, MARKDOWN, PAGES, Lead, join
from facingpages.late import late

if TYPE_CHECKING:
    from facingpages.generators.paths import PathPublication

INDEX = late(r"(?:^|(?<=/))index$")
WRITTEN = ("", "404.html", "404")  # by the generator itself
FILES = (".html", ".htm", *PAGES)


class Absolute:
    """Follows addresses that begin with a slash."""

    def __init__(self, publication: PathPublication) -> None:
        self.publication = publication
        self.habits = publication.habits
        self.book = publication.book
        self.disk = publication.disk

    def follow(self, page: str, locale: str, kind: str, path: str) -> Lead | None:
        """Where an address leads; None where it can't be told."""
        if not self.habits.absolute:
            return None
        below = self._below(locale, kind, path)
        if self.habits.by_name and kind in MARKDOWN:  # a path of a page, wherever the site is published
            if found := self.book.at_path(locale, path):
                return self.publication.answer(found, page, locale, path)
        if below is None:
            return self._outside(path) if kind not in MADE else None
        name = below.strip("/")
        for folder in self.publication.static:
            if name and self.disk.exists(f"{folder}/{name}"):
                return Lead(f"{folder}/{name}")
        return (
            self._address(page, locale, path, name)
            or self._file(page, locale, path, name)
            or self._missing(page, locale, kind, path, name)
        )

    def seen_from(self, page: str, locale: str, path: str) -> Lead | None:
        """The page that a relative path leads to as a browser sees it, from the page's own address."""
        own = self.book.of.get(page)
        if own is None or not self.habits.base:
            return None
        folder = (
            own if self.habits.addresses or posixpath.basename(page).startswith("index.") else posixpath.dirname(own)
        )
        name, out = join(folder, path)
        if out and self.habits.base != "/":
            return None
        if path.endswith(PAGES):
            name = name.removesuffix(posixpath.splitext(name)[1]) if self.habits.rewrites else name
            name = posixpath.dirname(name) if posixpath.basename(name) == "index" else name
        found = self.book.pages.get(name.removesuffix(".html").rstrip("/"))
        return self.publication.answer(found, page, locale, path) if found is not None else None

    def _below(self, locale: str, kind: str, path: str) -> str | None:
        """An address below the path that the site is published at; None for one beside it."""
        base = self.habits.base
        if base and self.habits.rebases and kind in MARKDOWN:
            moved = self.habits.localizes and locale != self.publication.source
            own = f"{base}{locale}/" if moved else base
            if self.habits.localizes and f"{path}/".startswith(own):
                return path[len(base) :]
            return f"{locale}{path}" if moved else path[1:]
        if base in ("", "/"):
            return path[1:]
        return f"{path}/"[len(base) :].rstrip("/") if f"{path}/".startswith(base) else None

    def _outside(self, path: str) -> Lead | None:
        """What is said of an address outside the folder of the site: only where the site has a page or file of it."""
        name = path.strip("/")
        if name in self.book.pages or any(
            name and self.disk.exists(f"{one}/{name}") for one in self.publication.static
        ):
            return Lead(reason="absolute", hint=self.habits.base + name + ("/" if path.endswith("/") and name else ""))
        return None

    def _address(self, page: str, locale: str, path: str, name: str) -> Lead | None:
        """The page that is published at an address, or that stands there for want of a translation."""
        name = INDEX.sub("", name.removesuffix(".html")).rstrip("/")
        names = [name]
        if self.habits.localizes and not self.habits.base and not self.habits.by_name:
            names = [f"{locale}/{name}".rstrip("/"), name]
        for one in names:
            if one in self.book.pages:
                return self.publication.answer(self.book.pages[one], page, locale, path)
            there, _, rest = one.partition("/")
            if self.habits.falls_back and there in self.publication.by_locale:
                origin = self._origin(rest)
                if origin and self.publication.translation(origin, there) == "":
                    return Lead(origin, locale=there, fallback=True)
        return None

    def _origin(self, rest: str) -> str:
        """The source's page of an address without its locale."""
        pages = self.book.pages
        return pages.get(rest) or pages.get(f"{self.publication.source}/{rest}".rstrip("/"), "")

    def _file(self, page: str, locale: str, path: str, name: str) -> Lead | None:
        """The file of a page that an address names as if it were a path."""
        complete = self.habits.complete
        if complete and not (self.habits.rewrites and name.endswith(PAGES)):
            return None
        if found := self._named(page, locale, name):
            return self.publication.answer(found, page, locale, path)
        for root in self.habits.aliases.values() if self.habits.from_roots else ():
            if root + name in self.publication.by_path:
                return self.publication.aliased(page, locale, root + name)
        return Lead(name) if self.disk.exists(name) and not complete else None

    def _named(self, page: str, locale: str, name: str) -> str:
        """The file of a name below the folders of pages."""
        first, _, rest = name.partition("/")
        orders = [(first, rest)] if first in self.book.prefixes else []
        orders += [(locale, name)] if self.habits.localizes else []
        for other, below in [*orders, (self.publication.source, name)]:
            for prefix in self.book.roots(page, other):
                if found := self.disk.at(f"{prefix}{below}".rstrip("/")):
                    # Where locales lie side by side, that is the file without one in its name: the source's.
                    return self.publication.translation(found, other) or found
        return ""

    def _meant(self, page: str, locale: str, name: str, rest: str) -> str:
        """The page whose path an address names, or whose address in the source's language."""
        origin = self._origin(rest) if rest else ""
        files = (self.disk.at(root + name) for root in self.habits.aliases.values())
        return (
            self.publication.translation(origin, locale)
            or self._named(page, locale, name)
            or next(filter(None, files), "")
        )

    def _missing(self, page: str, locale: str, kind: str, path: str, name: str) -> Lead | None:
        """What is said of an address that leads to nothing: only where all that lies beside it is known."""
        if not (self.habits.complete and self.disk.whole) or name in WRITTEN:
            return None
        ending = posixpath.splitext(name)[1].lower()
        stem = name.removesuffix(".html")
        first, _, rest = stem.partition("/")
        moved = self.book.of.get(self._meant(page, locale, stem, rest if first == locale else ""))
        if moved is not None and moved != stem:  # a page that is published elsewhere than its path says
            return Lead(reason="missing", hint=self._written(moved, path))
        if first == self.publication.source and first not in self.book.tops and rest in self.book.pages:
            return Lead(reason="missing", hint=self._written(rest, path))
        if ending and ending not in FILES:
            folder = posixpath.dirname(name)
            shown = any(folder and self.disk.exists(f"{one}/{folder}") for one in self.publication.static)
            return Lead(reason="missing") if kind == "image" and shown else None
        is_beside = stem.rpartition("/")[0] in self.book.folders and stem not in self.book.above
        if name.endswith(PAGES) or is_beside:
            return Lead(reason="missing", hint=self._written(self.publication.addresses.nearest(stem), path))
        return None

    def _written(self, address: str, path: str) -> str:
        """An address as it is written: with the base where that is not put before it, with a slash if there was one."""
        base = "/" if self.habits.rebases else self.habits.base
        return f"{base}{address}{'/' if path.endswith('/') and address else ''}" if address else ""
