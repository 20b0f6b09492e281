"""Text for people: where, what, both sides with the place marked, and a summary for each locale."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from facingpages.document import Place
from facingpages.finding import Severity, fill
from facingpages.messages import Catalog
from facingpages.refine import Report

WIDTH = 100
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """How text is written: colours or none, the reader's language."""

    color: bool = False
    catalog: Catalog = Catalog("en")

    def paint(self, code: str, text: str) -> str:
        """The text in a colour, on a terminal."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text


def render(report: Report, style: Style | None = None) -> str:
    """The report as text with a final line end."""
    style = style or Style()
    say = style.catalog.say
    lines: list[str] = []
    for finding in report.findings:
        place = finding.place
        where = style.paint("1", f"{safe(place.path)}:{place.line}:{place.column}")
        level = style.paint(COLORS[finding.severity], say(finding.severity.value))
        message = safe(fill(say(finding.message), finding.values))
        lines.append(f"{where}: {level} {style.paint('2', f'[{finding.rule}]')} {message}")
        if finding.snippet.strip():
            lines += _snippet(finding.snippet, place, style, COLORS[finding.severity])
        for related in finding.related:
            spot = f"{safe(related.place.path)}:{related.place.line}:{related.place.column}"
            lines.append(f"  {style.paint('2', spot + ': ' + say(related.message))}")
            if related.snippet.strip():
                lines += _snippet(related.snippet, related.place, style, "2")
        lines.append("")
    lines += summary(report, style)
    return "\n".join(lines) + "\n"


def summary(report: Report, style: Style) -> list[str]:
    """A row for each locale and one line that counts everything, left out things too."""
    say = style.catalog.say
    lines: list[str] = []
    if report.locales:
        heads = (say("locale"), say("pages"), say("translated"), say("findings"))
        rows = [(row.locale, str(row.pages), str(row.translated), str(row.findings)) for row in report.locales]
        widths = [max(_width(row[column]) for row in (heads, *rows)) for column in range(4)]
        for row in (heads, *rows):
            cells = [row[0] + " " * (widths[0] - _width(row[0]))]
            cells += [" " * (width - _width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True)]
            lines.append("  ".join(cells).rstrip())
        lines.append("")
    counts = report.counts
    total = style.catalog.count(
        ("{count} error", "{count} errors"), counts["error"]) + ", " + style.catalog.count(
        ("{count} warning", "{count} warnings"), counts["warning"]) + ", " + style.catalog.count(
        ("{count} hint", "{count} hints"), counts["info"])  # fmt: skip
    left = [
        fill(say(template), {"count": str(counts[key])})
        for key, template in (
            ("ignored", "{count} ignored"), ("baselined", "{count} in the baseline"), ("skipped", "{count} files excluded"),
        )
        if counts[key]
    ]  # fmt: skip
    code = "31" if counts["error"] else "33" if counts["warning"] else "32"
    lines.append(style.paint(code, total) + (f" ({', '.join(left)})" if left else ""))
    return lines


def safe(text: str) -> str:
    """A text that can't steer a terminal: control characters and overrides of direction shown as escapes."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}" if match.group() != "\t" else " ", text)


def _snippet(line: str, place: Place, style: Style, code: str) -> list[str]:
    """One line of a page, cut around the place, and a marker under it."""
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    first = 0
    if start > WIDTH - 30:
        first = start - 30
    shown = line[first : first + WIDTH]
    before, marked = safe(shown[: start - first]), safe(shown[start - first : max(start, end) - first])
    lead = "… " if first else ""
    tail = " …" if first + WIDTH < len(line) else ""
    number = str(place.line)
    text = f"  {number} | {lead}{safe(shown)}{tail}"
    marker = " " * (len(number) + 2) + " | " + " " * (_width(lead) + _width(before))
    return [text, marker + style.paint(code, "^" * max(1, min(_width(marked), WIDTH - _width(before))))]


def _width(text: str) -> int:
    """How many columns a terminal gives a text."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
