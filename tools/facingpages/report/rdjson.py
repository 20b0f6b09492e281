"""The Reviewdog Diagnostic Format (rdjson): findings with suggestions that a reviewer takes over by a click.

Names and meanings are those of reviewdog's `proto/rdf/reviewdog.proto`: positions count from 1, columns in bytes of
UTF-8, ends are exclusive; a range without columns means whole lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from facingpages import SITE
from facingpages.document import Place
from facingpages.finding import Edit, Finding, Fix, Severity
from facingpages.fixing.edit import bytes_before, edited
from facingpages.reference import address
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.safe import safe, to_json

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
Lines = Sequence[bytes]
Read = Callable[[str], Lines]


def render(report: Report, style: Style | None = None) -> str:
    """The report as a DiagnosticResult in JSON. Bytes are counted in the pages, as `style.read` gives them."""
    style = style or Style()

    @lru_cache(maxsize=8)  # findings are sorted by page
    def read(path: str) -> Lines:
        return (style.read(path) or b"").splitlines(keepends=True)

    data = {
        "source": {"name": "facingpages", "url": SITE},
        "diagnostics": [_diagnostic(finding, style, read) for finding in report.findings],
    }
    return to_json(data) + "\n"


def _diagnostic(finding: Finding, style: Style, read: Read) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": style.message(finding),
        "location": _location(finding.place, finding.snippet, style.base, read),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule, "url": address(finding.rule)},
    }
    suggestion = _suggestion(finding.fix, read(finding.fix.edits[0].place.path)) if finding.fix is not None else None
    if suggestion is not None:
        diagnostic["suggestions"] = [suggestion]
    if finding.related:
        diagnostic["related_locations"] = [
            {
                "message": safe(style.catalog.say(related.message)),
                "location": _location(related.place, related.snippet, style.base, read),
            }
            for related in finding.related
        ]
    return diagnostic


def _location(place: Place, snippet: str, base: str, read: Read) -> dict[str, Any]:
    return {"path": safe(base + place.path), "range": _range(place, snippet, read(place.path))}


def _range(place: Place, snippet: str, lines: Lines) -> dict[str, Any]:
    """A range in bytes: as the page has it, else as the line has it that was shown, else in whole lines."""
    shown = (snippet.encode("utf-8", "replace"),)
    for content, above in ((lines, 0), (shown if snippet else (), place.line - 1)):
        try:
            if content:
                start = _position(content, place.line, place.column, above)
                return {"start": start, "end": _position(content, place.end_line, place.end_column, above)}
        except ValueError:  # not on it: a page that changed meanwhile, or more lines than are shown
            continue
    return {"start": {"line": place.line}, "end": {"line": max(place.line, place.end_line)}}


def _position(lines: Lines, line: int, column: int, above: int = 0) -> dict[str, int]:
    """A position in bytes, of lines that begin below some others. Raises ValueError where it is not in them."""
    return {"line": line, "column": bytes_before(lines, line - above, column) + 1}


def _suggestion(fix: Fix, lines: Lines) -> dict[str, Any] | None:
    """All edits of a fix as one, for half a fix is wrong: from where the first begins to where the last ends."""
    first = min(edit.place[1:3] for edit in fix.edits)
    last = max(edit.place[3:5] for edit in fix.edits)
    above = first[0] - 1
    raw = b"".join(lines[above : last[0]])
    try:
        places = {"start": _position(lines, *first), "end": _position(lines, *last)}
        tail = len(b"".join(lines[last[0] - 1 : last[0]])) - places["end"]["column"] + 1
        text = edited(raw, [_raised(edit, above) for edit in fix.edits])
        return {"range": places, "text": text[places["start"]["column"] - 1 : len(text) - tail].decode()}
    except ValueError:
        return None


def _raised(edit: Edit, lines: int) -> Edit:
    """An edit as it is in a text without the first lines."""
    place = edit.place
    return edit._replace(place=place._replace(line=place.line - lines, end_line=place.end_line - lines))
