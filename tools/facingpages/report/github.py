"""GitHub Actions: a workflow command for each finding, which the runner shows as an annotation on the line.

The form and its escapes are those of "Workflow commands for GitHub Actions" in GitHub's documentation.
"""

from __future__ import annotations

from facingpages.finding import Finding, Severity
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.safe import safe

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, style: Style | None = None) -> str:
    """The report as workflow commands, a line each; nothing at all where there is nothing to say."""
    style = style or Style()
    return "".join(_command(finding, style) + "\n" for finding in report.findings)


def _command(finding: Finding, style: Style) -> str:
    place = finding.place
    properties = {"file": safe(style.base + place.path), "line": str(place.line), "endLine": str(place.end_line)}
    if place.end_line == place.line:  # columns are only understood within one line
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = finding.rule
    parts = [style.message(finding)]
    for related in finding.related:
        spot = f"{style.base}{related.place.path}:{related.place.line}:{related.place.column}"
        parts.append(safe(f"{style.catalog.say(related.message)}: {spot}"))
    names = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {names}::" + "\n".join(parts).translate(DATA)
