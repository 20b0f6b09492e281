"""From the results of all pages to what is told of a site: with what shows only when all are known."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

from facingpages.boundary import held
from facingpages.engine.page import PageResult, subject
from facingpages.engine.plan import Plan
from facingpages.finding import Finding
from facingpages.ignore import Ignore
from facingpages.rules.page import unreadable


class Result:
    """What a pass over a site gives: findings of every page, unfiltered, and the ignores written in the pages.

    `facts` are what each subject knew of all pages when they were settled, by its name.
    """

    def __init__(self, findings: list[Finding] | None = None, ignores: list[Ignore] | None = None) -> None:
        self.findings: list[Finding] = [] if findings is None else findings
        self.ignores: list[Ignore] = [] if ignores is None else ignores
        self.facts: dict[str, list[Any]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Result) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]


def settle(plan: Plan, results: Iterable[PageResult], only: Set[str] | None = None) -> Result:
    """What the files themselves, every page and all facts together say.

    `only` are the paths of translations, where no more is wanted than what concerns them.
    """
    whole = Result()
    facts = whole.facts = {name: [] for name in plan.across}
    whole.findings += (unreadable(page) for page in plan.site.pages if page.error)
    where = plan.config.origin or "."
    for check in plan.site_checks:
        with held(whole.findings, subject(check), where):
            whole.findings += check(plan.site)
    for result in results:
        whole.findings += result.findings
        whole.ignores += result.ignores
        for name, known in facts.items():
            known += result.facts.get(name, ())
    for name, across in plan.across.items():
        with held(whole.findings, name, where):
            whole.findings += across.settle(facts[name], only)
    return whole
