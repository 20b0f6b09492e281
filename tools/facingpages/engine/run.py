"""A run over a site, in one process or several: a result for each source page and its translations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import nullcontext
from itertools import islice

from facingpages.config import Config
from facingpages.engine.guesses import Guesses
from facingpages.engine.known import KnownResults
from facingpages.engine.learn import begin as begin_to_learn
from facingpages.engine.learn import go_on, learn
from facingpages.engine.packed import Gathered, PackedResult, gathered, packed, unpacked
from facingpages.engine.page import PageResult, look_at_units
from facingpages.engine.plan import PageSet, Plan
from facingpages.engine.rest import Rest, asked
from facingpages.engine.result import Result
from facingpages.engine.settle import settle
from facingpages.engine.sheaf import KEPT, MOST
from facingpages.nearest import recalling
from facingpages.rules.page import killed
from facingpages.rules.rule import Family
from facingpages.site import Site
from facingpages.site.opener import near
from facingpages.site.witness import Witness, doubt, present
from facingpages.store import Store, Stored
from facingpages.workers import FEW, in_batches

BATCH = 16  # source pages at a time: enough to be worth a message, few enough to share the work evenly
MORE, SHARE = 64, 64  # at a time where there are many more, of which each process has so many shares


def run(
    plan: Plan, progress: Callable[[str], None] | None = None, jobs: int = 1, store: Store | None = None,
    sets: Sequence[PageSet] | None = None,
) -> Iterator[PageResult]:  # fmt: skip
    """The results of all pages, or of some, in their order, in up to `jobs` processes. Each has a few in memory.

    What the store knows of pages that have not changed is taken from there.
    """
    begin_to_learn(plan, store)
    known = KnownResults.of(plan, store) if store is not None else None
    begin(plan)
    wanted = list(plan.page_sets()) if sets is None else sets
    found = results(plan, known, wanted, progress, jobs)
    return (unpacked(plan, pages, units) for pages, units in zip(wanted, found, strict=True))


def begin(plan: Plan) -> None:
    """Find out what must be known of the site before any page is looked at."""
    for across in plan.across.values():
        across.begin()


def results(
    plan: Plan, known: KnownResults | None, sets: Sequence[PageSet], progress: Callable[[str], None] | None, jobs: int,
    only: Set[str] | None = None,
) -> Iterator[list[PackedResult]]:  # fmt: skip
    """The results of the units of some sets of a site that is begun, as `run` has them; of all but `only` some pages
    and the sources there may be facts and nothing else."""

    remembered: list[list[PackedResult | None]] = []
    for at in range(0, len(sets) if known is not None else 0, KEPT):
        units = [pages.units for pages in sets[at : at + KEPT]]
        had = iter(known.results([unit for some in units for unit in some], only))  # type: ignore[union-attr]
        remembered += [list(islice(had, len(some))) for some in units]
    lacking = ((pages, found) for pages, found in zip(sets, remembered, strict=False) if None in found)
    new = [pages.without(found) for pages, found in lacking] if known is not None else sets
    if jobs > 1 and len(new) > FEW * BATCH:  # other processes should not each learn the same
        learn(plan, known.store if known is not None else None, jobs)
    looked = _looked(plan, known, new, jobs)
    for at, pages in enumerate(sets):
        if known is None:
            yield [result for result, _ in next(looked)]
        else:
            yield _whole(known, pages, remembered[at], looked)
        for path in pages.paths if progress is not None else ():
            progress(path)  # type: ignore[misc]
    if known is not None:
        known.write()


def _whole(
    known: KnownResults, pages: PageSet, found: Sequence[PackedResult | None],
    looked: Iterator[list[tuple[PackedResult, Stored | None]]],
) -> list[PackedResult]:  # fmt: skip
    """The results of the units of a set: those that were found, and those that were looked at, which are kept."""
    fresh = iter(next(looked) if None in found else ())
    whole: list[PackedResult] = []
    for unit, result in zip(pages.units, found, strict=True) if None in found else ():
        if result is None:
            result, row = next(fresh)
            known.keep(unit, row)
        whole.append(result)
    return whole or [result for result in found if result is not None]


def _looked(
    plan: Plan, known: KnownResults | None, sets: Sequence[PageSet], jobs: int
) -> Iterator[list[tuple[PackedResult, Stored | None]]]:
    """What comes of looking at some sets: results of their units, and rows that are to be kept."""

    def some(sets: Sequence[PageSet]) -> list[list[tuple[PackedResult, Stored | None]]]:
        with near():
            return [known.look(pages) if known is not None else look_anew(pages) for pages in sets]

    kept = _is_kept(plan, jobs)

    def look_anew(pages: PageSet) -> list[tuple[PackedResult, Stored | None]]:
        looked = look_at_units(plan, pages)
        return [(packed(plan, unit.path, one, kept=kept), None) for unit, one in zip(pages.units, looked, strict=True)]

    def lost(pages: PageSet) -> list[list[tuple[PackedResult, Stored | None]]]:
        found = zip(pages.units, _killed(pages), strict=True)
        return [[(packed(plan, unit.path, one), None) for unit, one in found]]

    for batch in in_batches(some, sets, _batch(sets, jobs), jobs, lost):
        yield from batch


def _gathered(
    plan: Plan, sets: Sequence[PageSet], progress: Callable[[str], None] | None, jobs: int
) -> Iterator[Gathered]:
    """The results of all sets where nothing is remembered, many at a time."""
    kept = _is_kept(plan, jobs)

    def some(sets: Sequence[PageSet]) -> Gathered:
        with near():
            return gathered(plan, [look_at_units(plan, pages) for pages in sets], kept=kept)

    if jobs > 1 and len(sets) > FEW * BATCH:
        learn(plan, None, jobs)
    looked = iter(sets)
    for found in in_batches(some, sets, _batch(sets, jobs), jobs, lambda one: gathered(plan, [_killed(one)])):
        done = list(islice(looked, found.sets))
        yield found._replace(paths=[path for pages in done for path in pages.told])
        for path in [path for pages in done for path in pages.paths] if progress is not None else ():
            progress(path)  # type: ignore[misc]


def _batch(sets: Sequence[PageSet], jobs: int) -> int:
    return min(max(BATCH, len(sets) // (jobs * SHARE)), max(BATCH, MORE))


def _is_kept(plan: Plan, jobs: int) -> bool:
    """Whether facts stay as they are: packed they take less memory, and less time to send."""
    return jobs < 2 and len(plan.site.pages) <= MOST


def _killed(pages: PageSet) -> list[PageResult]:
    """What comes of the units of a set that kills the process that looks at it."""
    fault = PageResult("", [killed(pages.source or pages.translations[0])])
    return [PageResult("") if at else fault for at, _ in enumerate(pages.units)]


def check(
    site: Site, config: Config, progress: Callable[[str], None] | None = None, jobs: int = 1,
    families: Sequence[Family] | None = None, *, brief: bool = False, store: Store | None = None, facts: bool = False,
    only: Set[str] | None = None, going_on: bool = False,
) -> Result:  # fmt: skip
    """Everything that some families of rules find in a site; as `Plan` has it. Without `facts` the result has none.

    `only` are the paths of translations, where no more is wanted than what concerns them: there may be more. `going_on`
    with what the site taught last of its languages nothing is learnt of it today.
    """
    plan = Plan(site, config, families, brief=brief)
    sets = list(plan.page_sets())
    # What is heard need not be read twice, which a store would.
    with nullcontext() if store is None or present() is not None else Witness():
        (go_on if going_on else begin_to_learn)(plan, store)
        known = KnownResults.of(plan, store) if store is not None else None
        if known is not None:
            known.whole = only is None
        begin(plan)
        few = list(asked(sets, only)) if only is not None else sets

        def look(sets: Sequence[PageSet]) -> Iterator[PackedResult]:
            return (one for some in results(plan, known, sets, progress, jobs, only) for one in some)

        looked = look(few) if known is not None or only is not None else _gathered(plan, sets, progress, jobs)
        guesses = Guesses(store) if store is not None else None
        with recalling(guesses.recall) if guesses is not None else nullcontext():
            whole = settle(plan, looked, only, Rest(plan, known, sets, only or frozenset(), look), jobs)
        if guesses is not None:
            guesses.write()
        if known is not None:
            known.write()
            known.hear(whole)
        else:
            doubt()  # who looked at the pages may not be heard
    if not facts:
        whole.facts = {}
    return whole
