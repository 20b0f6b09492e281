"""GitLab Code Quality, as merge requests show it: an entry for each finding, at its line.

The keys and severities are those of "Code Quality report format" in GitLab's documentation. GitLab tells what is new in
a merge request by fingerprints, and shows only one of those that are alike.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from facingpages.finding import Finding, Severity
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.safe import safe, to_json

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, style: Style | None = None) -> str:
    """The report as a list in JSON, empty where there is nothing to say."""
    style = style or Style()
    seen: Counter[str] = Counter()
    entries = []
    for finding in report.findings:
        seen[finding.fingerprint] += 1
        entries.append(_entry(finding, seen[finding.fingerprint], style))
    return to_json(entries) + "\n"


def _entry(finding: Finding, number: int, style: Style) -> dict[str, Any]:
    place = finding.place
    parts = [style.message(finding)]
    for related in finding.related:
        spot = f"{style.base}{related.place.path}:{related.place.line}:{related.place.column}"
        parts.append(safe(f"{style.catalog.say(related.message)}: {spot}"))
    return {
        "description": " - ".join(parts),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}",
        "severity": SEVERITIES[finding.severity],
        "location": {"path": safe(style.base + place.path), "lines": {"begin": place.line, "end": place.end_line}},
    }
