"""A page of Markdown for a job's summary: how each locale stands, which rules speak, which pages need most.

What pages say is text here, never Markdown or HTML: each mark that could mean something is a character reference, which
CommonMark (2.5) never reads as structure. English, like JSON.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from facingpages.finding import Finding, Severity
from facingpages.reference import address
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.report.text import HEADS
from facingpages.report.text import summary as rows
from facingpages.safe import safe

SHOWN = 10  # pages
LONGEST = 160  # characters of a message
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)
MARKS = re.compile(r"[\\`*_{}\[\]<>&|~#@:$!]|w(?=ww\.)")


def render(report: Report, style: Style | None = None) -> str:
    """The report as Markdown (GitHub's, for its tables)."""
    base = style.base if style is not None else ""
    parts = ["## Parity of translations", f"**{plain(rows(report, Style())[-1])}**"]
    if report.rows:
        numbers = [
            (plain(row.locale), row.pages, row.translated, row.errors, row.warnings, row.hints) for row in report.rows
        ]
        parts.append(_table([head.capitalize() for head in HEADS], numbers))
    if report.findings:
        parts += ["### Rules", _rules(report.findings)]
        parts += _pages(report.findings, base)
    return "\n\n".join(parts) + "\n"


def plain(text: str) -> str:
    """A text of a stranger on one line, harmless, that no reader of Markdown takes for anything but text."""
    return MARKS.sub(lambda match: f"&#{ord(match.group())};", safe(text))


def _rules(findings: Iterable[Finding]) -> str:
    counts = Counter((LEVELS.index(finding.severity), finding.rule) for finding in findings)
    ordered = sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1]))
    lines = [(f"[{rule}]({address(rule)})", LEVELS[level].value, count) for (level, rule), count in ordered]
    return _table(["Rule", "Severity", "Findings"], lines)


def _pages(findings: Iterable[Finding], base: str) -> Sequence[str]:
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    counted = [([sum(one.severity is level for one in found) for level in LEVELS], found) for found in by_path.values()]
    counted.sort(key=lambda one: [-number for number in one[0]])
    lines = []
    for numbers, found in counted[:SHOWN]:
        worst = min(found, key=lambda one: LEVELS.index(one.severity))
        message = worst.text if len(worst.text) <= LONGEST else worst.text[: LONGEST - 1] + "…"
        place = worst.place
        lines.append((plain(base + place.path), *numbers, f"{place.line}&#58;{place.column} {plain(message)}"))
    more = len(counted) - len(lines)
    shown = [_table(["Page", "Errors", "Warnings", "Hints", "First"], lines)]
    if more:
        shown.append(f"{more} more {'page has' if more == 1 else 'pages have'} findings.")
    return ["### Pages that need most", *shown]


def _table(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """A table whose numbers stand right."""
    lines = [list(line) for line in lines]
    right = [bool(lines) and isinstance(cell, int) for cell in lines[0]] if lines else [False] * len(heads)
    table = [heads, ["--:" if number else ":--" for number in right], *lines]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in table)
