"""What a site teaches of its languages, learnt when a page first asks and remembered with the pages that taught it.

The pages of a locale are in folds (`lexicon.folds`). Each fold has a lexicon of its own, learnt from pages of the other
folds as they are today, whose number is bounded and does not depend on what is asked, so that a run, its parts and a
cluster have the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from importlib.util import find_spec
from typing import Any

from facingpages.engine.plan import Plan
from facingpages.engine.teach import PageLessons, PagePair, key_of, mark_of
from facingpages.hashing import blake2b
from facingpages.lexicon import Lexicon
from facingpages.lexicon.folds import count, fold, in_turn, teachers
from facingpages.lexicon.lessons import Learnt, lesson, told
from facingpages.program import SIZE
from facingpages.store import Store, Stored
from facingpages.tuples import NamedTuple
from facingpages.workers import in_batches

BASE = b"lexicon"


class Taught(NamedTuple):
    """What a fold learnt, and digests of the pages that taught it, and of what they taught."""

    pages: str
    lessons: str
    learnt: Learnt

    def flat(self) -> list[Any]:
        """What JSON can hold."""
        return [self.pages, self.lessons, self.learnt.flat()]

    @classmethod
    def of(cls, data: Any) -> Taught:
        """From its flat form. Raises TypeError or ValueError for what is none."""
        pages, lessons, learnt = data
        if not type(pages) is type(lessons) is str:
            raise TypeError("no lesson")
        return cls(pages, lessons, Learnt.of(learnt))


NOTHING = Taught("", "", Learnt(0, None))  # of no pages of any day, so that it is never taken from the store


class School(NamedTuple):
    """A locale: how many pages it has, and of each fold those that teach the others."""

    pages: int
    folds: Sequence[Sequence[PagePair]]

    def beside(self, number: int) -> list[PagePair]:
        """The pages that teach a fold: those of the others."""
        return [page for other, pages in enumerate(self.folds) if other != number for page in pages]


class Learner:
    """Learns the locales of a plan."""

    def __init__(self, plan: Plan, store: Store | None) -> None:
        self.plan = plan
        self.store = store
        self.lessons = PageLessons(store, embedded=plan.config.embedded_source)
        self._schools: dict[str, School] = {}
        self._taught: dict[tuple[str, int], Taught] = {}  # by locale and fold, as far as they were asked for
        self._earlier: dict[tuple[str, int], Taught] = {}  # the same before this run
        self._last: dict[tuple[str, int], Lexicon | None] = {}
        self._new: list[Stored] = []

    def __call__(self, locale: str, name: str) -> Lexicon | None:
        """What vouches for the words of a locale on pages of a name."""
        folds = self.school(locale).folds
        return self._of_fold(locale, fold(name, len(folds))).learnt.lexicon if folds else None

    def last(self, locale: str, name: str) -> Lexicon | None:
        """What vouched for them when that was learnt last, whatever pages say today: none is read. Of any thread."""
        folds = self.school(locale).folds
        if not folds or self.store is None:
            return None
        at = locale, fold(name, len(folds))
        if at not in self._last:
            with closing(Store(self.store.file)) as store:  # what one thread has open, no other one may use
                found = self._remembered(*at, store)
            if not found.pages:
                return None  # and may be there later
            self._last[at] = found.learnt.lexicon
        return self._last[at]

    def learn(self, jobs: int = 1) -> dict[str, list[Taught]]:
        """What every fold of every locale learns."""
        folds = {locale: range(len(self.school(locale).folds)) for locale in self.plan.site.locales}
        new = [locale for locale, numbers in folds.items() if not all(self._is_known(locale, at) for at in numbers)]

        def some(locales: Sequence[str]) -> tuple[list[list[Any]], list[Stored]]:
            learnt = [self._learnt(one, at) for one in locales for at in folds[one]]
            return [one.flat() for one in learnt], self._rows()

        gains = in_batches(some, new, 1, jobs, lambda one: ([NOTHING.flat() for _ in folds[one]], []))
        for locale, (flats, rows) in zip(new, gains, strict=True):
            self._keep(rows)
            self._taught.update(((locale, at), Taught.of(flat)) for at, flat in zip(folds[locale], flats, strict=True))
        return {locale: [self._taught[locale, at] for at in numbers] for locale, numbers in folds.items()}

    def told(self, locale: str) -> str:
        """A sentence for people on what a locale taught."""
        pages, folds = self.school(locale)
        return told(locale, pages, [self._of_fold(locale, number).learnt for number, _ in enumerate(folds)])

    def take(self, taught: Mapping[str, Sequence[Taught]]) -> None:
        """Have what folds learnt, which then need not learn it."""
        for locale, folds in taught.items():
            self._taught.update({(locale, number): one for number, one in enumerate(folds)})

    def are_of_today(self, locale: str, folds: Sequence[Taught]) -> bool:
        """Whether these are the folds of a locale, and the pages that taught each are as they were."""
        school = self.school(locale)
        return len(folds) == len(school.folds) and all(
            one.pages == _digest_of(map(mark_of, school.beside(number))) for number, one in enumerate(folds)
        )

    def digest(self) -> str:
        """Of all that the locales may be learnt from."""
        pages = [page for locale in self.plan.site.locales for fold in self.school(locale).folds for page in fold]
        return _digest_of([key_of("site", pages).hex(), *map(mark_of, pages)])

    def school(self, locale: str) -> School:
        """The pages of a locale that teach."""
        found = self._schools.get(locale)
        if found is None:
            site = self.plan.site
            here = site.by_name(locale)
            pages = len(here.keys() & site.source_names)
            folds = teachers((name for name in in_turn(site.source_names) if name in here), count(pages))
            found = School(pages, [[self._pair(name, locale) for name in names] for names in folds])
            self._schools[locale] = found
        return found

    def _pair(self, name: str, locale: str) -> PagePair:
        site = self.plan.site
        source, target = site.named(site.source, name), site.translation(name, locale)
        assert source is not None
        assert target is not None
        return PagePair(target if self.plan.config.embedded_source else source, target)

    def _of_fold(self, locale: str, number: int) -> Taught:
        found = self._taught.get((locale, number))
        if found is None:
            found = self._taught[locale, number] = self._learnt(locale, number)
            self._keep(self._rows())
        return found

    def _is_known(self, locale: str, number: int) -> bool:
        """Whether it is known what a fold learns, of this run or an earlier one."""
        at = locale, number
        if at not in self._taught and at not in self._earlier:
            earlier = self._earlier[at] = self._remembered(locale, number, self.store)
            if earlier.pages and earlier.pages == _digest_of(map(mark_of, self.school(locale).beside(number))):
                self._taught[at] = earlier
        return at in self._taught

    def _remembered(self, locale: str, number: int, store: Store | None) -> Taught:
        """What a fold learnt when it last learnt anything."""
        try:
            return Taught.of(store.get(self._key(locale, number), BASE)) if store is not None else NOTHING
        except (TypeError, ValueError):
            return NOTHING

    def _learnt(self, locale: str, number: int) -> Taught:
        """What a fold learns today."""
        if self._is_known(locale, number):
            return self._taught[locale, number]
        folds, earlier = self.school(locale).folds, self._earlier[locale, number]
        lessons = [one for at, pages in enumerate(folds) if at != number for one in self.lessons.of(pages)]
        said = _digest_of(one.text for one in lessons)
        try:
            learnt = earlier.learnt if earlier.lessons == said else lesson([one.pairs() for one in lessons])
        except ImportError:  # numpy is there and can't be loaded: another Python's, or half installed
            return NOTHING
        found = Taught(_digest_of(one.mark for one in lessons), said, learnt)
        if self.store is not None:
            self._new.append(Stored.of(self._key(locale, number), BASE, found.flat()))
        return found

    def _key(self, locale: str, number: int) -> bytes:
        """Where it is remembered what a fold learnt, whatever the pages that taught it say."""
        return key_of("lexicon", self.school(locale).beside(number))

    def _rows(self) -> list[Stored]:
        """What is new, to be kept."""
        rows, self._new = [*self._new, *self.lessons.new()], []
        return rows

    def _keep(self, rows: list[Stored]) -> None:
        if self.store is not None and rows:
            self.store.put(rows)


def begin(plan: Plan, store: Store | None) -> None:
    """Let a plan learn of a locale when a page first asks. Nothing where no pages are aligned, or numpy is missing."""
    if plan.learner is None and plan.aligns and find_spec("numpy") is not None:
        plan.learner = Learner(plan, store)


def go_on(plan: Plan, store: Store | None) -> None:
    """Let a plan go on with what was learnt last, if anything was, for whom learning would take too long."""
    if plan.learner is None and plan.aligns and find_spec("numpy") is not None:
        plan.learner = Learner(plan, store).last


def learn(plan: Plan, store: Store | None = None, jobs: int = 1) -> Learner | None:
    """Let a plan have learnt of all its locales. Nobody did where no pages are aligned, or numpy is missing."""
    begin(plan, store)
    if not isinstance(plan.learner, Learner):
        return None
    plan.learner.learn(jobs)
    return plan.learner


def school(plan: Plan) -> str:
    """A digest of all that the locales of a plan may be learnt from; none where nothing is learnt."""
    return plan.learner.digest() if isinstance(plan.learner, Learner) else ""


def _digest_of(told: Iterable[str]) -> str:
    """Of some texts, one after the other."""
    return blake2b("\0".join(told).encode("utf-8", "surrogatepass"), digest_size=SIZE).hexdigest()
