"""Which files the patterns of a configuration fit, and as which pages.

Asked once for all files of a folder where its name and the ends of theirs decide, as with most patterns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from facingpages.config import Config
from facingpages.languages.codes import spelling
from facingpages.listing import Listed
from facingpages.pattern import Fields, Pattern, Within
from facingpages.site import PageFile
from facingpages.site.opener import root_of
from facingpages.tuples import NamedTuple


class Hit(NamedTuple):
    """A file that a pattern fits, as a page, and which of the patterns."""

    page: PageFile
    pattern: Pattern


class Hits:
    """What fits. `unsure` holds files that fit `source_pages` and lie in what may be a locale's folder."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.sure: list[tuple[Pattern, list[PageFile]]] = [(pattern, []) for pattern in patterns]
        self.unsure: dict[tuple[str, str], list[tuple[Hit, Hit]]] = defaultdict(list)
        self.seen: set[str] = set()  # names that stand where a pattern has {locale}
        self.folders: list[Listed] = []  # that can't be read
        self.respelt: list[Hit] = []  # of a locale in another spelling than the configuration's, under that one
        self.skipped = 0
        self._of = {id(pattern): pages for pattern, pages in self.sure}

    def add(self, hit: Hit) -> None:
        """One about which there is no doubt."""
        self._of[id(hit.pattern)].append(hit.page)

    def of(self, pattern: Pattern) -> list[PageFile]:
        """The pages of a pattern about which there is none."""
        return self._of[id(pattern)]


class _Folder(NamedTuple):
    """What patterns say of the files in a folder, those of pages and those of sources, without those that fit nothing
    there; None for one that is asked of each file."""

    path: str
    pages: Sequence[tuple[Pattern, Within | None]]
    sources: Sequence[tuple[Pattern, Within | None]]

    def ask(self, within: Within | None, path: str, fields: Callable[[str], Fields | None]) -> tuple[str | None, str]:
        """The locale of a file in the folder and what it is called as a page: nothing where a pattern does not fit."""
        if within is not None:
            if not path.endswith(within.tail):
                return None, ""
            if len(path) > len(self.path) + len(within.tail):
                return within.locale, within.head + path[len(self.path) : len(path) - len(within.tail)]
        found = fields(path) or {}
        return found.get("locale"), found.get("page", "")


class _Plain(NamedTuple):
    """A folder in which one pattern decides: what ends in `tail` is a page of a locale, and goes to `pages`."""

    tail: str
    shortest: int  # of the paths, that nothing stands before the tail
    head: str
    locale: str
    pages: list[PageFile]


class _Fitting:
    """The patterns of a configuration, folder by folder."""

    def __init__(
        self, config: Config, pages: Sequence[Pattern], sources: Sequence[Pattern], excluded: Callable[[str], bool]
    ) -> None:
        self.config = config
        self.pages = pages
        self.sources = sources if config.source_pages else ()
        self.excluded = excluded
        self.root = root_of(config.root)
        self.wanted = frozenset((*config.locales, config.source)) if config.locales else None
        self.hits = Hits([*pages, *sources])
        spelt = [(spelling(one), one) for one in self.wanted or ()]
        self.spelt = {key: one for key, one in spelt if [other for other, _ in spelt].count(key) == 1}

    def folder(self, path: str) -> _Folder:
        """What they say of one."""
        pages = [(one, one.within(path, one.fields) if one.tail is not None else None) for one in self.pages]
        sources = [(one, one.within(path, one.exact) if one.tail is not None else None) for one in self.sources]
        kept = [[pair for pair in some if pair[1] is not None or pair[0].tail is None] for some in (pages, sources)]
        return _Folder(path, *kept)

    def plain(self, here: _Folder) -> _Plain | None:
        """What decides about the files of a folder, where that is one pattern and nothing else."""
        if self.config.exclude or len(here.pages) != 1 or here.sources:
            return None
        [(pattern, within)] = here.pages
        if within is None or not within.tail:
            return None
        locale = self.config.source if within.locale is None else within.locale  # of a site in one language
        if (self.config.source_pages and locale == self.config.source) or locale not in (self.wanted or (locale,)):
            return None
        return _Plain(within.tail, len(here.path) + len(within.tail), within.head, locale, self.hits.of(pattern))

    def take(self, here: _Folder, entry: Listed) -> None:
        """A file of a folder."""
        config, hits = self.config, self.hits
        inside, outside = self._inside(here, entry), None
        if inside is not None and self.wanted is not None and inside.page.locale not in self.wanted:
            if (known := self.spelt.get(spelling(inside.page.locale))) and not self.excluded(entry.path):
                hits.respelt.append(inside._replace(page=inside.page._replace(locale=known)))
                return
        if config.source_pages and (inside is None or inside.page.locale not in config.locales):
            outside = self._outside(here, entry)
        if inside is None and outside is None:
            return
        if self.excluded(entry.path):
            hits.skipped += 1
        elif inside is not None and outside is not None:
            hits.unsure[inside.pattern.text, inside.page.locale].append((inside, outside))
        elif outside is not None:
            hits.add(outside)
        elif inside is not None and (self.wanted is None or inside.page.locale in self.wanted):
            hits.add(inside)

    def _inside(self, here: _Folder, entry: Listed) -> Hit | None:
        """The page that a file is in a locale's folder; what stands there for a locale has then been seen."""
        for pattern, within in here.pages:
            locale, name = here.ask(within, entry.path, pattern.fields)
            if name:
                locale = self.config.source if locale is None else locale
                self.hits.seen.add(locale)
                if locale != self.config.source or not self.config.source_pages:
                    return Hit(page_of(entry, name, locale, self.root), pattern)
        return None

    def _outside(self, here: _Folder, entry: Listed) -> Hit | None:
        """The page of the source that a file is beside the locales' folders."""
        for pattern, within in here.sources:
            _, name = here.ask(within, entry.path, pattern.exact)
            if name:
                return Hit(page_of(entry, name, self.config.source, self.root), pattern)
        return None


def fitted(
    config: Config, pages: Sequence[Pattern], sources: Sequence[Pattern], entries: Iterable[Listed],
    excluded: Callable[[str], bool],
) -> Hits:  # fmt: skip
    """The files among some that patterns of pages or of sources fit, but for those that are `excluded`."""
    fitting = _Fitting(config, pages, sources, excluded)
    hits, root = fitting.hits, fitting.root
    here, plain = _Folder("/", (), ()), None  # which no path begins with
    for entry in entries:
        path = entry.path
        folder = path[: path.rfind("/") + 1]
        if folder != here.path:
            here = fitting.folder(folder)
            plain = fitting.plain(here)
            if plain is not None:
                tail, shortest, head, locale, found = plain
        if plain is not None and path.endswith(tail) and len(path) > shortest:
            name = head + path[len(folder) : -len(tail)]
            found.append(PageFile(path, entry.place, name, locale, entry.error, entry.values, root))
            hits.seen.add(locale)
        elif not path.endswith("/"):
            fitting.take(here, entry)
        elif not excluded(path):
            hits.folders.append(entry)
    return hits


def page_of(entry: Listed, name: str, locale: str, root: Path) -> PageFile:
    """A file as a page."""
    return PageFile(entry.path, entry.place, name, locale, entry.error, entry.values, root)
