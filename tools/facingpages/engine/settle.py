"""From the results of all pages to what is told of a site: with what shows only when all are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from facingpages.boundary import held
from facingpages.engine.habits import marked
from facingpages.engine.packed import Gathered, PackedResult
from facingpages.engine.page import PageResult, subject
from facingpages.engine.plan import Plan
from facingpages.engine.rest import Rest
from facingpages.engine.result import Result
from facingpages.finding import Finding
from facingpages.rules.facts import Facts, Part
from facingpages.rules.page import unreadable


def settle(
    plan: Plan, results: Iterable[PageResult | PackedResult | Gathered], only: Set[str] | None = None,
    rest: Rest | None = None, jobs: int = 1, *, marks: bool = True,
) -> Result:  # fmt: skip
    """What the files themselves, every page and all facts together say.

    `only` are the paths of translations, where no more is wanted than what concerns them: then the results are of these
    pages and of others, and `rest` has what else is asked for. Up to `jobs` processes share what can be shared. Unless
    it `marks` what many pages have, `habits` only says what that is.
    """
    whole = Result()
    packed: dict[str, Sequence[Part]] = {}
    few = only is not None
    facts = {name: Facts(across, packed, at, rest, few=few) for at, (name, across) in enumerate(plan.across.items())}
    whole.facts = dict(facts)
    whole.findings += (unreadable(page) for page in plan.site.pages if page.error)
    where = plan.config.origin or "."
    for check in plan.site_checks:
        with held(whole.findings, subject(check), where):
            whole.findings += check(plan.site)
    for result in results:
        whole.findings += result.findings
        whole.ignores += result.ignores
        if isinstance(result, Gathered):
            packed.update(zip(result.paths, result.facts, strict=True))
        elif isinstance(result, PackedResult):
            packed[result.path] = result.facts
        else:
            for name, known in facts.items():
                known.take(result.facts.get(name, ()))
    crossing: list[Finding] = []
    for name, across in plan.across.items():
        with held(whole.findings, name, where):
            crossing += across.settle(facts[name], only, jobs)
    if plan.habits is None:
        whole.findings += crossing
        return whole

    def others(locales: Set[str]) -> Iterator[Finding]:
        paths = {page.path for page in plan.site.pages if page.locale in locales}
        looked = rest.at_hand(packed) if rest is not None else packed
        for at, across in enumerate(plan.across.values()):
            yield from across.settle(Facts(across, looked, at, rest), paths, jobs)

    with held(whole.findings, plan.habits.name, where):
        known = facts[plan.habits.name]
        if marks:
            asked, far = plan.habits.asked([*whole.findings, *crossing]), others if few else None
            whole.habits = plan.habits.found(asked, crossing, known, far)
        else:
            whole.habits = plan.habits.found(None, crossing, known)
    whole.findings += crossing
    if whole.habits and marks:
        whole.findings = list(marked(whole.findings, whole.habits))
    return whole
