"""JUnit XML, as test reports of CI services read it: a suite for each locale, a case for each finding.

What fails the run is a failure; other findings are skipped cases, so that a green run has a green report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from facingpages.finding import Finding
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.safe import safe

# XML 1.0 has no way to write these, not even as references (production [2] Char).
IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, style: Style | None = None) -> str:
    """The report as an XML document."""
    style = style or Style()
    locales = [row.locale for row in report.locales]
    locales += sorted({finding.locale for finding in report.findings} - set(locales))
    suites = [_suite(report, locale, style) for locale in locales]
    failures = sum(1 for finding in report.findings if report.fails(finding))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    tests = sum(count for count, _ in suites)
    lines.append(f'<testsuites name="facingpages" tests="{tests}" failures="{failures}" errors="0">')
    lines += [line for _, suite in suites for line in suite]
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _suite(report: Report, locale: str, style: Style) -> tuple[int, list[str]]:
    findings = [finding for finding in report.findings if finding.locale == locale]
    failures = sum(1 for finding in findings if report.fails(finding))
    tests = max(1, len(findings))
    lines = [
        f'  <testsuite name={_attribute(f"facingpages {locale}")} tests="{tests}" failures="{failures}" errors="0" '
        f'skipped="{len(findings) - failures}">'
    ]
    for finding in findings:
        lines += _case(report, finding, style)
    if not findings:
        lines.append(f'    <testcase classname={_attribute(locale)} name="parity"/>')
    lines.append("  </testsuite>")
    return tests, lines


def _case(report: Report, finding: Finding, style: Style) -> Sequence[str]:
    place = finding.place
    path = style.base + place.path
    name = f"{finding.rule} {place.line}:{place.column}"
    message = style.message(finding)
    where = f'classname={_attribute(path)} name={_attribute(name)} file={_attribute(path)} line="{place.line}"'
    opening = f"    <testcase {where}>"
    if not report.fails(finding):
        kind = f"{finding.severity.value}: {message}"
        return (opening, f"      <skipped message={_attribute(kind)}/>", "    </testcase>")
    body = [f"{path}:{place.line}:{place.column}: {message}", finding.snippet]
    for related in finding.related:
        spot = f"{style.base}{related.place.path}:{related.place.line}:{related.place.column}"
        body += [f"{spot}: {style.catalog.say(related.message)}", related.snippet]
    text = "\n".join(safe(line) for line in body if line)
    return (
        opening,
        f'      <failure type="{finding.severity.value}" message={_attribute(message)}>{_text(text)}</failure>',
        "    </testcase>",
    )


def _text(text: str) -> str:
    return escape(IMPOSSIBLE.sub("\ufffd", text), quote=False)


def _attribute(text: str) -> str:
    return '"{}"'.format(escape(IMPOSSIBLE.sub("\ufffd", safe(text))))
