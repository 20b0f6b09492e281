"""What a site teaches of its languages, learnt when a page first asks and remembered with the pages that taught it.

A lexicon is made of the pages of today, of a bounded number that does not depend on what is asked of them, so that a
run, its parts and a cluster have the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from facingpages.engine.plan import PageSet, Plan
from facingpages.lexicon.lessons import Learnt, lesson
from facingpages.program import SIZE, program
from facingpages.read.bilingual import split
from facingpages.read.skim import Skimmed, skim
from facingpages.site import PageFile
from facingpages.site.witness import digest
from facingpages.store import Store, Stored
from facingpages.workers import in_batches

PAGES = 300  # of a locale that may be learnt from; those that `lesson` takes are fewer
LARGEST = 200_000  # bytes of such a page
BASE = b"lexicon"
Leaves = Sequence[Skimmed]


class Taught(NamedTuple):
    """What a locale taught, by how many of its pages in their order, and a digest of these."""

    pages: int
    digest: str
    learnt: Learnt

    def flat(self) -> list[Any]:
        """What JSON can hold."""
        return [self.pages, self.digest, self.learnt.flat()]

    @classmethod
    def of(cls, data: Any) -> Taught:
        """From its flat form. Raises TypeError, ValueError, KeyError or AttributeError for what is none."""
        pages, digest, learnt = data
        if type(pages) is not int or pages < 0 or type(digest) is not str:
            raise TypeError("no lesson")
        return cls(pages, digest, Learnt.of(learnt))


NOTHING = Taught(0, "", Learnt(0, None))  # of no pages of any day, so that it is never taken from the store


class Learner:
    """Learns the locales of a plan. The pages of each are the first of an order of their names that means nothing."""

    def __init__(self, plan: Plan, store: Store | None) -> None:
        self.plan = plan
        self.store = store
        self.given: Mapping[str, Taught] = {}  # what need not be learnt
        self._sets: list[PageSet] | None = None
        self._of_locale: dict[str, list[tuple[PageFile, PageFile]]] = {}
        self._sources: dict[str, tuple[bytes, Leaves]] = {}  # of the source's pages, which every locale is beside

    def __call__(self, locale: str) -> Learnt:
        """What a locale teaches."""
        return self.learn([locale], 1)[locale].learnt

    def learn(self, locales: Sequence[str], jobs: int) -> dict[str, Taught]:
        """What some locales teach."""
        known = {locale: self._remembered(locale) for locale in locales}
        new = [locale for locale, taught in known.items() if taught is None]

        def some(batch: Sequence[str]) -> list[Any]:
            return [self._taught(locale).flat() for locale in batch]

        found = dict(
            zip(
                new,
                (one for flat in in_batches(some, new, 1, jobs, lambda _: [NOTHING.flat()]) for one in flat),
                strict=True,
            )
        )
        if self.store is not None and found:
            self.store.put([Stored.of(self._key(locale), BASE, flat) for locale, flat in found.items()])
        return {locale: one if one is not None else Taught.of(found[locale]) for locale, one in known.items()}

    def digest(self) -> str:
        """Of all that the locales may be learnt from."""
        locales = self.plan.site.locales
        return "".join(self._digest(locale, self._pages(locale)) for locale in locales)

    def is_of_today(self, locale: str, taught: Taught) -> bool:
        """Whether the pages that taught a locale are as they were."""
        return self._digest(locale, self._pages(locale)[: taught.pages]) == taught.digest

    def _remembered(self, locale: str) -> Taught | None:
        """What a locale taught before, if those pages are as they were."""
        if locale in self.given:
            return self.given[locale]
        try:
            taught = Taught.of(self.store.get(self._key(locale), BASE)) if self.store is not None else None
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return taught if taught is not None and self.is_of_today(locale, taught) else None

    def _key(self, locale: str) -> bytes:
        """Where it is remembered what a locale of this site teaches, whatever its pages say."""
        names = [(source.path, target.path) for source, target in self._pages(locale)]
        told = repr((locale, self.plan.config.embedded_source, names)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(program() + told, digest_size=SIZE).digest()

    def _digest(self, locale: str, pages: Sequence[tuple[PageFile, PageFile]]) -> str:
        told = hashlib.blake2b(self._key(locale), digest_size=SIZE)
        for page in (page for pair in pages for page in pair):
            try:
                told.update(b"" if page.error else page.digest().encode())
            except OSError:
                continue
        return told.hexdigest()

    def _pages(self, locale: str) -> list[tuple[PageFile, PageFile]]:
        if self._sets is None:
            self._sets = sorted((one for one in self.plan.page_sets() if one.source is not None), key=_order)
        found = self._of_locale.get(locale)
        if found is not None:
            return found
        found = self._of_locale[locale] = []
        for one in self._sets:
            page = next((page for page in one.translations if page.locale == locale), None)
            if page is not None and one.source is not None:
                found.append((one.source, page))
                if len(found) == PAGES:
                    break
        return found

    def _taught(self, locale: str) -> Taught:
        told = hashlib.blake2b(self._key(locale), digest_size=SIZE)
        taken = 0

        def leaves() -> Iterator[tuple[Leaves, Leaves]]:
            nonlocal taken
            for source, target in self._pages(locale):
                raw = _bytes(target)
                if self.plan.config.embedded_source:
                    halves = split(raw or b"")
                    of_source, there, here = _told(raw), _skimmed(halves.source.raw), _skimmed(halves.target.raw)
                else:
                    (of_source, there), here = self._source(source), _skimmed(raw or b"")
                taken += 1
                told.update(of_source + _told(raw))
                yield there, here

        try:
            learnt = lesson(leaves())
        except ImportError:  # numpy is there and can't be loaded: another Python's, or half installed
            return NOTHING
        return Taught(taken, told.hexdigest(), learnt)

    def _source(self, page: PageFile) -> tuple[bytes, Leaves]:
        found = self._sources.get(page.path)
        if found is None:
            raw = _bytes(page)
            found = self._sources[page.path] = _told(raw), _skimmed(raw or b"")
        return found


def begin(plan: Plan, store: Store | None) -> None:
    """Let a plan learn of a locale when a page first asks. Nothing where no pages are aligned, or numpy is missing."""
    if plan.learner is None and plan.aligns and find_spec("numpy") is not None:
        plan.learner = Learner(plan, store)


def learn(plan: Plan, store: Store | None = None, jobs: int = 1) -> Mapping[str, Learnt]:
    """What each locale of a plan teaches, kept in it: asked again, it is there."""
    begin(plan, store)
    if isinstance(plan.learner, Learner):
        new = [locale for locale in plan.site.locales if locale not in plan.learnt]
        plan.learnt.update((locale, taught.learnt) for locale, taught in plan.learner.learn(new, jobs).items())
    return plan.learnt


def school(plan: Plan) -> str:
    """A digest of all that the locales of a plan may be learnt from; none where nothing is learnt."""
    return plan.learner.digest() if isinstance(plan.learner, Learner) else ""


def _order(pages: PageSet) -> bytes:
    return hashlib.blake2b(pages.name.encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def _bytes(page: PageFile) -> bytes | None:
    """What is in a page; None where it can't be read."""
    try:
        return None if page.error else page.read()
    except OSError:
        return None


def _told(raw: bytes | None) -> bytes:
    """What tells a page from others."""
    return digest(raw).encode() if raw is not None else b""


def _skimmed(raw: bytes) -> Leaves:
    """The leaves of a page; none where it is too large to be learnt from."""
    return skim(raw) if len(raw) <= LARGEST else ()
