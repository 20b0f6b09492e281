"""Text for people: where, what, both sides with the place marked, and a summary for each locale."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.document import Place
from facingpages.finding import Finding, Severity
from facingpages.refine import Report
from facingpages.report.excerpt import excerpt
from facingpages.report.style import Style, columns, wrapped
from facingpages.report.together import together
from facingpages.safe import safe

HEADS = ("locale", "pages", "translated", "errors", "warnings", "hints")
LEVELS = {
    "error": ("{count} error", "{count} errors"),
    "warning": ("{count} warning", "{count} warnings"),
    "info": ("{count} hint", "{count} hints"),
}
LEFT_OUT = {
    "ignored": ("{count} ignored", "{count} ignored"),
    "baselined": ("{count} known before", "{count} known before"),
    "skipped": ("{count} file excluded", "{count} files excluded"),
}
COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
BOLD, DIM = "1", "2"


def render(report: Report, style: Style | None = None) -> str:
    """The report as text with a final line end."""
    style = style or Style()
    lines: list[str] = []
    for finding in together(report, style.catalog):
        lines += _finding(finding, style)
        lines.append("")
    if style.color and report.findings:
        lines += [style.paint(DIM, style.catalog.say("More on a rule: facingpages explain RULE")), ""]
    lines += summary(report, style)
    return "\n".join(lines) + "\n"


def summary(report: Report, style: Style) -> list[str]:
    """A row for each locale and one line that counts everything, left out things too."""
    say, count = style.catalog.say, style.catalog.count
    lines: list[str] = []
    if report.rows:
        heads = [say(word) for word in HEADS]
        rows = [
            [row.locale, *(str(number) for number in (row.pages, row.translated, row.errors, row.warnings, row.hints))]
            for row in report.rows
        ]
        lines += [*table([heads, *rows], style), ""]
    counts = report.counts
    levels = [count(forms, counts[level]) for level, forms in LEVELS.items() if counts[level]]
    left = [count(forms, counts[key]) for key, forms in LEFT_OUT.items() if counts[key]]
    code = "31" if counts["error"] else "33" if counts["warning"] else "36" if counts["info"] else "32"
    total = ", ".join(levels) or say("No findings.")
    lines.append(style.paint(f"{BOLD};{code}", total) + (f" ({', '.join(left)})" if left else ""))
    return lines


def table(rows: Sequence[Sequence[str]], style: Style) -> list[str]:
    """Rows as lines: the first row is the heads, the first column stands left, numbers right; zeros step back."""
    rows = [[safe(cell) for cell in row] for row in rows]
    widths = [max(columns(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for number, row in enumerate(rows):
        cells = [row[0] + " " * (widths[0] - columns(row[0]))]
        for cell, width in zip(row[1:], widths[1:], strict=True):
            cells.append(" " * (width - columns(cell)) + style.paint(DIM if cell == "0" and number else "", cell))
        line = "  ".join(cells).rstrip()
        lines.append(line if number else style.paint(DIM, line))
    return lines


def _finding(finding: Finding, style: Style) -> list[str]:
    place, code = finding.place, COLORS[finding.severity]
    where = f"{safe(style.base + place.path)}:{place.line}:{place.column}"
    level, rule = style.catalog.say(finding.severity.value), f"[{finding.rule}]"
    message = style.message(finding)
    lines = [f"{style.paint(BOLD, where)}: {style.paint(f'{BOLD};{code}', level)} {style.paint(DIM, rule)}"]
    if style.wrap and columns(f"{where}: {level} {rule} {message}") > style.width:
        lines += [f"  {line}" for line in wrapped(message, style.width - 2)]
    else:
        lines[0] += f" {message}"
    gutter = max(len(str(spot.line)) for spot in (place, *(related.place for related in finding.related)))
    if finding.snippet.strip():
        lines += _snippet(finding.snippet, place, gutter, style, code, "^")
    for related in finding.related:
        spot = f"{safe(style.base + related.place.path)}:{related.place.line}:{related.place.column}"
        shown = bool(related.snippet.strip())
        rail = f"{' ' * gutter}   {'├' if shown else '╰'}"
        lines.append(style.paint(DIM, f"{rail} {safe(style.catalog.say(related.message))}: {spot}"))
        if shown:
            lines += _snippet(related.snippet, related.place, gutter, style, DIM, "~")
    return lines


def _snippet(line: str, place: Place, gutter: int, style: Style, code: str, mark: str) -> list[str]:
    """One line of a page, cut around the place, and the marks under it."""
    cut = excerpt(line, place, max(20, style.width - gutter - 10))
    lead, tail = "… " if cut.cut_start else "", " …" if cut.cut_end else ""
    rail = style.paint(DIM, "│")
    number = style.paint(DIM, f"{place.line:>{gutter}}")
    text = f"  {number} {rail} {lead}{cut.before}{cut.marked}{cut.after}{tail}"
    indent = " " * (columns(lead) + columns(cut.before))
    return [text.rstrip(), f"  {' ' * gutter} {rail} {indent}{style.paint(code, mark * max(1, columns(cut.marked)))}"]
