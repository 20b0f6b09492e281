"""Page results as plain data that JSON can hold, and back: for a store, for another process, for another machine.

Nothing is ever unpickled: who plants such data may tell a lie about a page, but runs nothing.
"""

from __future__ import annotations

from typing import Any

from facingpages.document import Place
from facingpages.engine.page import PageResult
from facingpages.engine.plan import Plan
from facingpages.engine.result import Result
from facingpages.finding import Applicability, Edit, Finding, Fix, Related, Severity
from facingpages.ignore import Ignore
from facingpages.late import late

RULE = late("[a-z][a-z0-9-]*")
SEVERITIES = {one.value: one for one in Severity}
APPLICABILITIES = {one.value: one for one in Applicability}
MOST = 1 << 31  # no page has more lines, nor a line more columns


def dump(plan: Plan, result: PageResult) -> dict[str, Any]:
    """A result as plain data."""
    facts = {name: [plan.across[name].dump(fact) for fact in facts] for name, facts in result.facts.items()}
    return {"page": result.page, **dump_told(result), "facts": facts, "paths": result.paths}


def dump_told(result: PageResult | Result) -> dict[str, Any]:
    """Findings and ignores, of a page or of all, as plain data."""
    return {
        "findings": [[*finding._replace(values=dict(finding.values))] for finding in result.findings],
        "ignores": [ignore._asdict() for ignore in result.ignores],
    }


def load(plan: Plan, data: dict[str, Any]) -> PageResult:
    """The result that plain data holds. Raises one of `NO_DATA` where it holds none."""
    facts = {name: [plan.across[name].load(fact) for fact in facts] for name, facts in data["facts"].items()}
    told = load_told(data)
    return PageResult(_text(data["page"]), told.findings, facts, told.ignores, [_text(path) for path in data["paths"]])


def load_told(data: dict[str, Any]) -> Result:
    """Findings and ignores that plain data holds. Raises as `load` does."""
    return Result([_finding(*finding) for finding in data["findings"]], [_ignore(**one) for one in data["ignores"]])


def _finding(
    rule: Any, severity: Any, place: list[Any], locale: Any, message: Any, values: Any, related: list[list[Any]],
    snippet: Any, content: Any, page: Any, ordinal: Any, fix: list[Any] | None,
) -> Finding:  # fmt: skip
    """The finding of its row. A rule is a name and a line a number, for they are shown as they are."""
    if not RULE.fullmatch(rule):
        raise ValueError("no rule")
    if {*map(type, (locale, message, snippet, content, page, *values, *values.values()))} != {str}:
        raise TypeError("no text")
    return Finding(
        rule, SEVERITIES[severity], _place(*place), locale, message, values,
        tuple([Related(_place(*where), _text(told), _text(line)) for where, told, line in related]),
        snippet, content, page, _number(ordinal), _fix(*fix) if fix is not None else None,
    )  # fmt: skip


def _fix(applicability: str, message: Any, edits: list[list[Any]]) -> Fix:
    made = tuple(Edit(_place(*place), _text(text)) for place, text in edits)
    return Fix(APPLICABILITIES[applicability], _text(message), made)


def _place(path: Any, line: Any, column: Any, end_line: Any, end_column: Any) -> Place:
    for one in (line, column, end_line, end_column):  # a report of a whole site holds thousands
        if type(one) is not int or not 0 <= one < MOST:
            raise ValueError("no number of a line")
    return Place(_text(path), line, column, end_line, end_column)


def _ignore(*, line: Any, first: Any, last: Any, column: Any, used: Any, gone: Any = None, **rest: Any) -> Ignore:
    lines: dict[str, Any] = {
        "line": _number(line),
        "first": _number(first),
        "last": _number(last),
        "column": _number(column),
    }
    return Ignore(**_texts(**rest), **lines, used=bool(used), gone=_place("", *gone)[1:] if gone is not None else None)


def _texts(**values: Any) -> dict[str, Any]:
    return {name: _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < MOST:
        raise ValueError("no number of a line")
    return value
