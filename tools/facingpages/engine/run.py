"""A run over a site, in one process or several: a result for each source page and its translations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import nullcontext

from facingpages.config import Config
from facingpages.engine.known import KnownResults
from facingpages.engine.learn import begin as begin_to_learn
from facingpages.engine.learn import learn
from facingpages.engine.page import PageResult, look
from facingpages.engine.plan import PageSet, Plan
from facingpages.engine.settle import Result, settle
from facingpages.rules.page import killed
from facingpages.rules.rule import Family
from facingpages.site import Site
from facingpages.site.witness import Witness, doubt, present
from facingpages.store import Store, Stored
from facingpages.workers import FEW, in_batches

KEPT = 512  # results that are written into the store at a time
Looked = tuple[PageResult, Stored | None]
BATCH = 16  # source pages at a time: enough to be worth a message, few enough to share the work evenly


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
    return results(plan, known, list(plan.page_sets()) if sets is None else sets, progress, jobs)


def begin(plan: Plan) -> None:
    """Find out what must be known of the site before any page is looked at."""
    for across in plan.across.values():
        across.begin()


def results(
    plan: Plan, known: KnownResults | None, sets: Sequence[PageSet], progress: Callable[[str], None] | None, jobs: int,
    only: Set[str] | None = None,
) -> Iterator[PageResult]:  # fmt: skip
    """The results of some pages of a site that is begun, as `run` has them; of all but `only` some there may be facts
    and nothing else."""

    def remembered_of(pages: PageSet) -> PageResult | None:
        if known is None:
            return None
        return known.result(pages, told=only is None or not only.isdisjoint(pages.paths))

    def some(sets: Sequence[PageSet]) -> list[Looked]:
        return [known.look(pages) if known is not None else (look(plan, pages), None) for pages in sets]

    def lost(pages: PageSet) -> list[Looked]:
        """What comes of pages that kill the process that looks at them."""
        return [(PageResult(pages.name, [killed(pages.source or pages.translations[0])], paths=pages.paths), None)]

    remembered = [remembered_of(pages) for pages in sets]
    new = [pages for pages, result in zip(sets, remembered, strict=True) if result is None]
    if jobs > 1 and len(new) > FEW * BATCH:  # other processes should not each learn the same
        learn(plan, known.store if known is not None else None, jobs)
    looked = (one for some_looked in in_batches(some, new, BATCH, jobs, lost) for one in some_looked)
    rows: list[Stored] = []
    for pages, result in zip(sets, remembered, strict=True):
        if result is None:
            result, row = next(looked)
            rows += [row] if row is not None else []
            if known is not None and (row is None or row.key != known.key(pages)):
                known.sure = False
        if known is not None and len(rows) >= KEPT:
            known.store.put(rows)
            rows = []
        yield result
        for path in result.paths if progress is not None else ():
            progress(path)  # type: ignore[misc]
    if known is not None and rows:
        known.store.put(rows)


def check(
    site: Site, config: Config, progress: Callable[[str], None] | None = None, jobs: int = 1,
    families: Sequence[Family] | None = None, *, brief: bool = False, store: Store | None = None, facts: bool = False,
    only: Set[str] | None = None,
) -> Result:  # fmt: skip
    """Everything that some families of rules find in a site; as `Plan` has it. Without `facts` the result has none.

    `only` are the paths of translations, where no more is wanted than what concerns them: there may be more.
    """
    plan = Plan(site, config, families, brief=brief)
    sets = list(plan.page_sets())
    with nullcontext() if present() is not None else Witness():  # what is heard need not be read twice
        begin_to_learn(plan, store)
        known = KnownResults.of(plan, store) if store is not None else None
        begin(plan)
        whole = settle(plan, results(plan, known, sets, progress, jobs, only), only)
        if known is not None:
            known.hear(sets, whole)
        else:
            doubt()  # who looked at the pages may not be heard
    if not facts:
        whole.facts = {}
    return whole
