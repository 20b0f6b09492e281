"""A run over a site, in one process or several: a result for each source page and its translations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facingpages.config import Config
from facingpages.engine.page import PageResult, look
from facingpages.engine.plan import PageSet, Plan
from facingpages.engine.settle import Result, settle
from facingpages.rules.page import killed
from facingpages.rules.rule import Family
from facingpages.site import Site
from facingpages.workers import in_batches

BATCH = 16  # source pages at a time: enough to be worth a message, few enough to share the work evenly


def run(plan: Plan, progress: Callable[[str], None] | None = None, jobs: int = 1) -> Iterator[PageResult]:
    """The results of all pages, in the site's order, in up to `jobs` processes. Each has a few pages in memory."""

    for across in plan.across.values():
        across.begin()

    def some(sets: Sequence[PageSet]) -> list[PageResult]:
        return [look(plan, pages) for pages in sets]

    def lost(pages: PageSet) -> list[PageResult]:
        """What comes of pages that kill the process that looks at them."""
        return [PageResult(pages.name, [killed(pages.source or pages.translations[0])], paths=pages.paths)]

    for results in in_batches(some, list(plan.page_sets()), BATCH, jobs, lost):
        for result in results:
            yield result
            for path in result.paths if progress is not None else ():
                progress(path)  # type: ignore[misc]


def check(
    site: Site, config: Config, progress: Callable[[str], None] | None = None, jobs: int = 1,
    families: Sequence[Family] | None = None, *, brief: bool = False,
) -> Result:  # fmt: skip
    """Everything that some families of rules find in a site; as `Plan` has it."""
    plan = Plan(site, config, families, brief=brief)
    return settle(plan, run(plan, progress, jobs))
