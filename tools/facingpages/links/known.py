"""The pages of a site as whoever follows links knows them: each one's facts, had when a link leads there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from facingpages.links.facts import PageFacts
from facingpages.rules.across import Whole
from facingpages.rules.apart import Apart
from facingpages.rules.facts import Facts
from facingpages.site import PageFile

KEPT = 4096  # pages whose facts are not unpacked again


class SitePages:
    """The facts of all pages, by path and by name."""

    def __init__(self, facts: Facts[PageFacts | Apart], whole: Whole) -> None:
        self.facts = facts
        self.source = whole.site.source
        self._site = whole.site
        self._instead: dict[str, PageFacts] = {}
        self._last: tuple[str, Sequence[PageFacts | Apart]] = "", ()
        self._recent: dict[str, PageFacts | None] = {}
        self.asked: set[str] = set()  # the paths that were asked for since this was made anew

    def get(self, path: str) -> PageFacts | None:
        """The facts of a page; None where it is no page or could not be read."""
        self.asked.add(path)
        if path in self._instead:
            return self._instead[path]
        if path not in self._recent:
            if len(self._recent) >= KEPT:
                self._recent.clear()
            self._recent[path] = _of_page(self._facts(path)) if path in self.files else None
        return self._recent[path]

    def doubts(self, path: str) -> list[Apart]:
        """What only the whole site can say of a translation and its source."""
        return [fact for fact in self._facts(path) if isinstance(fact, Apart)]

    def _facts(self, path: str) -> Sequence[PageFacts | Apart]:
        """All of a page, which is asked for twice."""
        if self._last[0] != path:
            self._last = path, self.facts.at(path)
        return self._last[1]

    def named(self, locale: str, name: str) -> PageFacts | None:
        """The facts of a page by its name."""
        file = self._site.named(locale, name)
        found = self.get(file.path) if file is not None else None
        return found if found is not None and found.locale == locale else None

    def put(self, page: PageFacts) -> None:
        """Take other facts of a page for the ones that were known."""
        self._instead[page.path] = page

    def of_locale(self, locale: str) -> Iterator[PageFacts]:
        """The facts of a locale's pages."""
        for path, file in self.files.items():
            if file.locale == locale and (page := self.get(path)) is not None:
                yield page

    def __iter__(self) -> Iterator[PageFacts]:
        for path in self.files:
            if (page := self.get(path)) is not None:
                yield page

    @property
    def files(self) -> dict[str, PageFile]:
        """The pages that may have facts, by path, in the order of the site: a source that stands in its translation
        has none of its own."""
        return self._site.by_path

    def ordered(self) -> list[PageFile]:
        """All pages, sources first: what is wrong there is not told again on their translations."""
        pages = sorted(self.files.values(), key=attrgetter("path"))
        return sorted(pages, key=lambda page: page.locale != self.source)


def _of_page(facts: Iterable[PageFacts | Apart]) -> PageFacts | None:
    return next((fact for fact in facts if isinstance(fact, PageFacts)), None)
