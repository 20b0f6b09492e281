"""Page results as plain data that JSON can hold, and back: for a store, for another process, for another machine.

Nothing is ever unpickled: who plants such data may tell a lie about a page, but runs nothing.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from facingpages.document import Place
from facingpages.engine.page import PageResult
from facingpages.engine.plan import Plan
from facingpages.finding import Applicability, Edit, Finding, Fix, Related, Severity
from facingpages.ignore import Ignore


def dump(plan: Plan, result: PageResult) -> dict[str, Any]:
    """A result as plain data."""
    facts = {name: [plan.across[name].dump(fact) for fact in facts] for name, facts in result.facts.items()}
    return {
        "page": result.page,
        "findings": [_plain(finding) for finding in result.findings],
        "facts": facts,
        "ignores": [asdict(ignore) for ignore in result.ignores],
        "paths": result.paths,
    }


def load(plan: Plan, data: dict[str, Any]) -> PageResult:
    """The result that plain data holds. Raises KeyError, TypeError or ValueError where it holds none."""
    facts = {name: [plan.across[name].load(fact) for fact in facts] for name, facts in data["facts"].items()}
    findings = [_finding(**finding) for finding in data["findings"]]
    return PageResult(data["page"], findings, facts, [Ignore(**one) for one in data["ignores"]], data["paths"])


def _plain(finding: Finding) -> dict[str, Any]:
    """A finding without what it has from the beginning: most have no fix, no ordinal."""
    kept = {name: getattr(finding, name) for name in Finding.__slots__}
    kept["values"], kept["related"] = dict(finding.values), [list(_row(one)) for one in finding.related]
    kept["fix"] = [*_row(finding.fix)] if finding.fix is not None else None
    return kept


def _row(record: Related | Fix) -> list[Any]:
    return [getattr(record, name) for name in record.__slots__]


def _finding(
    *, severity: str, place: list[Any], related: list[list[Any]], fix: list[Any] | None, **rest: Any
) -> Finding:
    return Finding(
        severity=Severity(severity),
        place=Place(*place),
        related=tuple(Related(Place(*where), message, snippet) for where, message, snippet in related),
        fix=_fix(*fix) if fix is not None else None,
        **rest,
    )


def _fix(applicability: str, message: str, edits: list[list[Any]]) -> Fix:
    return Fix(Applicability(applicability), message, tuple(Edit(Place(*place), text) for place, text in edits))
