"""The files of a documentation site by locale and page name, before any of them is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType

from facingpages.site.opener import digest_of, read
from facingpages.tuples import NamedTuple


class PageFile(NamedTuple):
    """A file that is a page: path as reported (with slashes), name, locale; `error` says why it can't be read.

    `place` is where it lies on the disk; most pages of a large site are never more than that text.
    `root` is the folder (a real path) that it must lie in, links followed, to be read at all.
    """

    path: str
    place: str | Path
    name: str
    locale: str
    error: str = ""
    values: Mapping[str, str] = MappingProxyType({})
    root: Path | None = None

    @property
    def file(self) -> Path:
        """The place."""
        return Path(self.place)

    def read(self) -> bytes:
        """The bytes of the page. Raises OSError, whose `strerror` says why it can't be read."""
        return read(self.place, self.root or self.file.parent)

    def digest(self) -> str:
        """A digest of the bytes of the page, which are not read twice in a run that is heard. Raises as `read` does."""
        return digest_of(self.place, self.root or self.file.parent)


_path, _name = (itemgetter(PageFile._fields.index(field)) for field in ("path", "name"))


class Site:
    """All pages of a site. `is_source_only` tells sources that are not meant to be translated.

    `within` are the locales of the tree that a source lies in, by its name, where a site has several trees.
    """

    def __init__(
        self, source: str, locales: Sequence[str], pages: Sequence[PageFile],
        is_source_only: Callable[[PageFile], bool], path_of: Callable[[str, str], str], skipped: int = 0,
        within: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        self.source = source
        self.locales = locales
        self.pages = pages
        self.is_source_only = is_source_only
        self.path_of = path_of
        self.skipped = skipped
        self.within = within

    def with_pages(self, pages: Sequence[PageFile]) -> Site:
        """The same site of other pages."""
        return Site(self.source, self.locales, pages, self.is_source_only, self.path_of, self.skipped, self.within)

    def awaits(self, source: PageFile, locale: str) -> bool:
        """Whether a source is to be translated into a locale."""
        return not self.is_source_only(source) and (not self.within or locale in self.within.get(source.name, ()))

    @cached_property
    def sources(self) -> list[PageFile]:
        """Source pages by name."""
        return sorted((page for page in self.pages if page.locale == self.source), key=_name)

    @cached_property
    def source_names(self) -> frozenset[str]:
        """The names of all source pages."""
        return frozenset(page.name for page in self.sources)

    @cached_property
    def by_path(self) -> dict[str, PageFile]:
        """All pages by path, in their order. A page that holds its source stands for itself, not for that."""
        found = {page.path: page for page in self.pages}
        if len(found) == len(self.pages):  # nearly always
            return found
        found = {}
        for page in self.pages:
            if page.locale != self.source or page.path not in found:
                found[page.path] = page
        return found

    def below(self, path: str) -> Sequence[PageFile]:
        """The pages that a path is, or that lie in it; in the empty one all do."""
        if not path:
            return self.pages
        pages, folder = self._in_order, path.rstrip("/") + "/"
        exact = pages[bisect_left(pages, path, key=_path) : bisect_right(pages, path, key=_path)]
        return exact + pages[bisect_left(pages, folder, key=_path) : bisect_left(pages, folder[:-1] + "0", key=_path)]

    @cached_property
    def _in_order(self) -> list[PageFile]:
        return sorted(self.pages, key=_path)

    @cached_property
    def _by_locale(self) -> dict[str, dict[str, PageFile]]:
        found: dict[str, list[PageFile]] = {locale: [] for locale in (self.source, *self.locales)}
        for page in self.pages:
            if page.locale in found:
                found[page.locale].append(page)
        # In the order of paths those of one locale are nearly in that of names, which is soon sorted.
        return {locale: {page.name: page for page in sorted(pages, key=_name)} for locale, pages in found.items()}

    def by_name(self, locale: str) -> Mapping[str, PageFile]:
        """The pages of a target locale by name, in the order of names."""
        return self._by_locale[locale]

    def alone(self, locale: str) -> list[PageFile]:
        """Those without a source page, by name."""
        pages = self._by_locale[locale]
        return [pages[name] for name in sorted(pages.keys() - self.source_names)]

    def translations(self, locale: str) -> list[PageFile]:
        """The pages of a target locale, by name."""
        return list(self._by_locale[locale].values())

    def translation(self, name: str, locale: str) -> PageFile | None:
        """One translated page."""
        return self._by_locale[locale].get(name)

    def named(self, locale: str, name: str) -> PageFile | None:
        """The page of that name in a locale or the source."""
        return self._by_locale.get(locale, {}).get(name)
