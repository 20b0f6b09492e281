"""JSON, version 1: a contract that other tools build on. Keys in this order, findings sorted, no clock."""

from __future__ import annotations

from collections.abc import Iterable
from json.encoder import encode_basestring as quoted

from facingpages import __version__
from facingpages.document import Place
from facingpages.finding import Finding, Fix
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.safe import Clean, Written, to_json

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
    return Clean(to_json(data) + "\n")  # whose strings hold no tab, either


# A report of a whole site holds thousands of places, so these are written at once, in the same way as all else.
def _finding(finding: Finding) -> Written:
    line, text = "\n   ", finding.text
    return Written(
        f'{{{line}"rule": {quoted(finding.rule)},'
        f'{line}"severity": {quoted(finding.severity.value)},'
        f"{line}{_place(finding.place, line)},"
        f'{line}"locale": {quoted(finding.locale)},'
        f'{line}"message": {quoted(text)},'
        f'{line}"fingerprint": {quoted(finding.worded(text))},'
        f'{line}"related": {_list(((one.place, "message", one.message) for one in finding.related), line)},'
        f'{line}"fix": {_fix(finding.fix, line)}\n  }}'
    )


def _fix(fix: Fix | None, line: str) -> str:
    if fix is None:
        return "null"
    inner = f"{line} "
    return (
        f'{{{inner}"applicability": {quoted(fix.applicability.value)},'
        f'{inner}"message": {quoted(fix.message)},'
        f'{inner}"edits": {_list(((edit.place, "text", edit.text) for edit in fix.edits), inner)}{line}}}'
    )


def _list(items: Iterable[tuple[Place, str, str]], line: str) -> str:
    """Places, each with what is said or written there, under a name."""
    inner, each = f"{line} ", f"{line}  "
    found = [
        f'{{{each}{_place(place, each)},{each}"{name}": {quoted(text)}{inner}}}' for place, name, text in items
    ]  # fmt: skip
    return f"[{inner}{f',{inner}'.join(found)}{line}]" if found else "[]"


def _place(place: Place, line: str) -> str:
    return (
        f'"path": {quoted(place.path)},{line}"line": {place.line},{line}"column": {place.column},'
        f'{line}"end_line": {place.end_line},{line}"end_column": {place.end_column}'
    )
