"""Formats. Each is a function from a report to a text; the command line writes it, in one place."""

from __future__ import annotations

from collections.abc import Callable

from facingpages.refine import Report
from facingpages.report.github import render as github
from facingpages.report.html import render as html
from facingpages.report.json import render as json
from facingpages.report.junit import render as junit
from facingpages.report.sarif import render as sarif
from facingpages.report.style import Style
from facingpages.report.text import render as text

FORMATS: dict[str, Callable[[Report, Style], str]] = {
    "text": text, "json": json, "sarif": sarif, "github": github, "junit": junit, "html": html,
}  # fmt: skip
