"""JSON, version 1: a contract that other tools build on. Keys in this order, findings sorted, no clock."""

from __future__ import annotations

from typing import Any

from facingpages import __version__
from facingpages.document import Place
from facingpages.finding import Finding, Fix
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.safe import to_json

VERSION = 1


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001 - JSON is the same for all readers
    """The report as JSON text with a final line end."""
    data = {
        "version": VERSION,
        "tool": {"name": "facingpages", "version": __version__},
        "findings": [_finding(finding) for finding in report.findings],
        "counts": dict(report.counts),
        "locales": [
            {"locale": row.locale, "pages": row.pages, "translated": row.translated, "findings": row.findings}
            for row in report.locales
        ],
    }
    return to_json(data) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        **_place(finding.place),
        "locale": finding.locale,
        "message": finding.text,
        "fingerprint": finding.fingerprint,
        "related": [{**_place(related.place), "message": related.message} for related in finding.related],
        "fix": _fix(finding.fix),
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{**_place(edit.place), "text": edit.text} for edit in fix.edits]
    return {"applicability": fix.applicability.value, "message": fix.message, "edits": edits}


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
