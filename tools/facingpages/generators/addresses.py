"""The addresses that a site's pages are published at, where its generator and its settings tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from facingpages.config import Config
from facingpages.generators.habits import Habits, PagePath
from facingpages.nearest import called, folded
from facingpages.site import Site

INDEXES = ("index.", "_index.", "readme.")
Front = Mapping[str, Mapping[str, str]]  # what front matter says of addresses, by page


class Book:
    """The addresses of a site's pages, below the path that it is published at, without slashes at their ends."""

    def __init__(self, habits: Habits, site: Site, config: Config) -> None:
        self.habits = habits
        self.site = site
        self.config = config
        self.front: Front = {}
        self.prefixes = {locale: list(_prefixes(config, locale)) for locale in (site.source, *site.locales)}

    @cached_property
    def pages(self) -> dict[str, str]:
        """The page's file of each address; what a page is named goes before what else leads to it."""
        found: dict[str, str] = {}
        others: list[tuple[str, str]] = []
        if (at := self.habits.at) is None:
            return found
        for path, place in self._places.items():
            addresses = list(at(place))
            for address in addresses[:1]:
                found.setdefault(address, path)
            others += [(address, path) for address in addresses[1:]]
        for address, path in others:
            found.setdefault(address, path)
        return found

    @cached_property
    def folders(self) -> frozenset[str]:
        """The addresses of folders in which pages lie side by side, but the outermost."""
        found = {""} if self.habits.closed else set()
        for address, path in self.pages.items():
            *folders, name = self._places[path].name.split("/")
            stands_for_all = name.lower().startswith(INDEXES) or folders[-1:] == [name.rpartition(".")[0]]
            if self.habits.closed or (folders and not stands_for_all):
                found.add(address.rpartition("/")[0])
        return frozenset(found) if self.habits.closed else frozenset(found) - {""}

    @cached_property
    def above(self) -> frozenset[str]:
        """The addresses below which there are pages."""
        found: set[str] = set()
        for address in self.pages:
            while (address := address.rpartition("/")[0]) and address not in found:
                found.add(address)
        return frozenset(found)

    @cached_property
    def tops(self) -> frozenset[str]:
        """The outermost parts of all addresses."""
        return frozenset(address.partition("/")[0] for address in self.pages)

    @cached_property
    def of(self) -> dict[str, str]:
        """Each page's own address."""
        found: dict[str, str] = {}
        for address, path in self.pages.items():
            found.setdefault(path, address)
        return found

    def at_path(self, locale: str, path: str) -> str:
        """The page of a path below the folder of a locale's pages, in whatever case, with or without its ending."""
        return self._by_path.get((locale, _key(path)), "")

    def folder_of(self, page: str) -> str:
        """The folder of a page, below that of its locale."""
        place = self._places.get(page)
        return place.name.rpartition("/")[0] if place is not None else ""

    def roots(self, page: str, locale: str) -> list[str]:
        """The folders from which a path counts that names a page of a locale, as `page` writes it: a version that is
        kept beside the site of today has its own alone."""
        prefixes = self.prefixes.get(locale, [])
        place = self._places.get(page)
        version = self.habits.kept.match(place.name) if self.habits.kept and place is not None else None
        return prefixes if version is None else [prefix + version.group() for prefix in prefixes]

    @cached_property
    def called(self) -> dict[str, list[str]]:
        """The pages by what they are called, an index by its folder, without the language in their names."""
        found: dict[str, list[str]] = {}
        for path, place in self._places.items():
            found.setdefault(folded(called(place.name)), []).append(path)
        return found

    @cached_property
    def _by_path(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for page in self.site.pages:
            place = self._places.get(page.path)
            if place is not None:
                found.setdefault((page.locale, _key(place.name)), page.path)
        return found

    @cached_property
    def _places(self) -> dict[str, PagePath]:
        places = {}
        for page in self.site.pages:
            prefixes = self.prefixes.get(page.locale, ())
            lead = max((one for one in prefixes if page.path.startswith(one)), key=len, default=None)
            if lead is not None:
                name = self._named(page.path[len(lead) :], page.locale)
                front = self.front.get(page.path, {})
                bare = page.locale == self.site.source and bool(self.config.source_pages)
                places[page.path] = PagePath(lead, name, "" if bare else page.locale, front)
        return places

    def _named(self, name: str, locale: str) -> str:
        """A name without the locale that stands before its ending."""
        stem, dot, ending = name.rpartition(".")
        return stem.removesuffix(f".{locale}") + dot + ending

    def learn(self, front: Front) -> None:
        """What front matter says of the addresses of pages."""
        self.front = front
        for name in ("pages", "folders", "above", "tops", "of", "called", "_places"):
            self.__dict__.pop(name, None)


def _key(path: str) -> str:
    """A path without what makes no difference: ending, index, case, slashes around it."""
    stem, _, ending = path.strip("/").rpartition(".")
    stem = (stem if ending in ("md", "html", "markdown", "mdx") else path).strip("/")
    if stem.rpartition("/")[2] in ("index", "_index"):
        stem = stem.rpartition("/")[0]
    return folded(stem.replace(" ", "-"))


def named(rest: Iterable[str], last: str) -> str:
    """An address of its parts and the last one, which an index lacks."""
    return "/".join(part for part in (*rest, last) if part)


def by_name(slug: Callable[[str], str], indexes: frozenset[str]) -> Callable[[PagePath], str]:
    """The address of a page that is made of its path alone, each part by `slug`."""

    def address(place: PagePath) -> str:
        *folders, last = place.name.rpartition(".")[0].split("/")
        return named(map(slug, folders), "" if last in indexes else slug(last))

    return address


def _prefixes(config: Config, locale: str) -> Iterable[str]:
    """The folders that a locale's pages lie in, with a slash behind."""
    patterns = config.source_pages if locale == config.source and config.source_pages else config.pages
    for pattern in patterns:
        prefix = pattern.replace("{locale}", locale).split("{page}")[0]
        if "*" not in prefix:
            yield prefix
