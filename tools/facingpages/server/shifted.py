"""Findings of the text before an edit, at their places in the text after it: what crosses pages is settled later."""

from __future__ import annotations

from collections.abc import Iterable

from facingpages.finding import Finding
from facingpages.server.text import EditorText

NEAR = 200  # lines up and down in which a line that has moved is looked for


def shifted(findings: Iterable[Finding], text: EditorText) -> list[Finding]:
    """The findings whose line still stands somewhere near; of the others nobody knows."""
    found = []
    for finding in findings:
        by = _moved(finding, text)
        if by is not None:
            place = finding.place
            place = place._replace(line=place.line + by, end_line=place.end_line + by)
            found.append(finding._replace(place=place) if by else finding)
    return found


def _moved(finding: Finding, text: EditorText) -> int | None:
    if not finding.snippet:  # it is told of the page, not of a line
        return 0
    line = finding.place.line - 1
    for by in sorted(range(-NEAR, NEAR + 1), key=abs):
        if 0 <= line + by < len(text.starts) and text.line(line + by) == finding.snippet:
            return by
    return None
