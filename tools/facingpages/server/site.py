"""One site as an editor has it: its pages, some with unsaved text, and a result for each, replaced when it changes.

Every page has a result of its own: a source by itself, a translation beside its source. So a keystroke costs one look
at one pair, whatever the site holds; what shows only across pages is settled of the facts of all. The findings of a
page that is not open are told and forgotten: they are had again by looking, and facts are small.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from facingpages.baseline import read as read_baseline
from facingpages.config import Config, load
from facingpages.discover import discover
from facingpages.engine import PageResult, PageSet, Plan, Result, look, settle
from facingpages.engine.habits import Key, Repeated, Repetition, marked
from facingpages.finding import Finding
from facingpages.generators import settled
from facingpages.generators.detect import detect
from facingpages.known import BaselineEntry
from facingpages.reference import subjects
from facingpages.refine import Wanted, refine
from facingpages.server.text import EditorText
from facingpages.site import PageFile, Site
from facingpages.site.witness import digest


class LivePage(PageFile):
    """A page whose text is the editor's where it is open there."""

    open: Mapping[str, EditorText]

    def read(self) -> bytes:
        """The bytes of the page as it is now. Raises OSError."""
        text = self.open.get(str(self.place))
        return text.raw if text is not None else PageFile.read(self)

    def digest(self) -> str:
        """A digest of those. Raises OSError."""
        return digest(self.read())


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the user chose: files of a configuration and of a baseline, empty for none.

    `rest` is how many seconds the typing has to rest before a page is looked at.
    """

    config: str = ""
    baseline: str = ""
    rest: float = 0.15


class OpenSite:
    """A site in a folder; `open_texts` are those that an editor has, by file. Raises SetupError."""

    def __init__(self, root: Path, chosen: Chosen, open_texts: Mapping[str, EditorText]) -> None:
        self.root = Path(os.path.realpath(root))
        self.config = _configuration(self.root, chosen.config)
        self.open = open_texts
        self.baseline = read_baseline(self.root / chosen.baseline) if chosen.baseline else frozenset[BaselineEntry]()
        found = discover(self.config)
        pages = [_live(page, open_texts) for page in found.pages]
        self.site = found.with_pages(pages)
        self.plan = Plan(self.site, self.config)
        for across in self.plan.across.values():
            across.begin()
        self.pages = {page.path: page for page in pages if page.locale or page.error}
        if self.config.embedded_source:  # a source there is only what stands in its translations
            self.pages = {page.path: page for page in pages if page.locale != found.source}
        self.sources = {} if self.config.embedded_source else {page.name: page for page in self.site.sources}
        self.results: dict[str, PageResult] = {}
        self.looked: dict[str, EditorText] = {}  # the text that the result of an open page is of
        self.settled: dict[str, list[Finding]] = {}
        self.habits: Mapping[Key, Repetition] = {}
        self.others: Set[str] = frozenset()  # the pages of which something else is told since it was settled
        self.paths = {str(page.file): path for path, page in self.pages.items()}

    def file_of(self, path: str) -> Path:
        """The file of a path of this site, be it a page or where one is missing."""
        page = self.pages.get(path)
        return page.file if page is not None else self.config.root / path

    def text_of(self, path: str) -> EditorText | None:
        """What an editor has of a page that is open there."""
        return self.open.get(str(self.file_of(path)))

    def is_source(self, path: str) -> bool:
        """Whether a page is one that others translate."""
        page = self.pages.get(path)
        return page is not None and page.locale == self.site.source

    def source_of(self, path: str) -> PageFile | None:
        """The source of a translation."""
        page = self.pages.get(path)
        return self.sources.get(page.name) if page is not None and page.locale != self.site.source else None

    def translations_of(self, path: str) -> list[PageFile]:
        """The translations of a source, in the order of the locales."""
        page = self.pages.get(path)
        if page is None or page.locale != self.site.source:
            return []
        found = (self.site.translation(page.name, locale) for locale in self.site.locales)
        return [one for one in found if one is not None]

    def set_of(self, path: str) -> PageSet:
        """What is looked at for the result of one page."""
        page = self.pages[path]
        if page.locale == self.site.source:
            return PageSet(page, ())
        if self.config.embedded_source:
            return PageSet(_live(page._replace(locale=self.site.source), self.open), (page,), alone=False)
        source = self.sources.get(page.name)
        return PageSet(source, (page,), alone=source is None)

    def text(self, path: str) -> EditorText | None:
        """The text of a page as it is now, None where it can't be read."""
        try:
            return self.text_of(path) or EditorText.of_bytes(self.pages[path].read())
        except (KeyError, OSError):
            return None

    def look(self, path: str) -> PageResult:
        """A new result of a page."""
        return look(self.plan, self.set_of(path), lambda page: page.read())

    def keep(self, path: str, result: PageResult) -> None:
        """Take a result for what was known of a page. Of one that is not open, facts are enough."""
        if self.text_of(path) is None:
            result = PageResult(result.page, facts=result.facts, paths=result.paths)
        self.results[path] = result

    def settle(self) -> None:
        """What shows only across pages, of the facts of all."""
        self.plan.whole.forget()
        known: defaultdict[str, list[Finding]] = defaultdict(list)
        whole = settle(self.plan, (self._facts(path) for path in self._order()), marks=False)
        for finding in whole.findings:
            known[finding.place.path].append(finding)
        self.settled = known
        before, self.habits = self.habits, whole.habits
        changed = {key for key in {*before, *self.habits} if before.get(key) != self.habits.get(key)}
        self.others = {path for path in self.results if changed and not changed.isdisjoint(self._keys(path))}

    def _keys(self, path: str) -> Iterator[Key]:
        """What a page may have in common with others."""
        for told in self.results[path].facts.get(Repeated.name, ()):
            yield from told.times

    def _order(self) -> Iterator[str]:
        """Pages in the order in which a run has them."""
        for pages in self.plan.page_sets():
            for page in (pages.source, *pages.translations):
                if page is not None and page.path in self.results and (page.path in self.pages):
                    yield page.path

    def _facts(self, path: str) -> PageResult:
        known = self.results[path]
        return PageResult(known.page, facts=known.facts)

    def told(
        self, path: str, result: PageResult | None = None, across: Iterable[Finding] | None = None
    ) -> Sequence[Finding]:
        """What a check would report on a page: of its result, and of what was settled; or of others than those."""
        result = result or self.results.get(path) or PageResult("")
        across = self.settled.get(path, ()) if across is None else across
        page = self.pages.get(path)
        few = Site(
            self.site.source, self.site.locales, [page] if page is not None else [], self.site.is_source_only,
            self.site.path_of,
        )  # fmt: skip
        wanted = Wanted(severity=self.config.severity, baseline=self.baseline)
        own = [one for one in result.findings if one.place.path == path]  # of a source that can't be read its own tells
        return refine(Result(list(marked([*own, *across], self.habits)), result.ignores), few, wanted).findings


def _live(page: PageFile, open_texts: Mapping[str, EditorText]) -> LivePage:
    live = LivePage(*page)
    live.open = open_texts
    return live


def _configuration(root: Path, named: str) -> Config:
    """The configuration of a folder. Raises SetupError."""
    config = load(root, root / named if named else None, subjects())
    if config is not None and config.pages:
        return settled(config)
    return settled(detect(config.root if config is not None else root, config))
