"""Formats. Each is a function from a report to a text; the command line writes it, in one place."""

from __future__ import annotations

from collections.abc import Callable

from facingpages.refine import Report
from facingpages.report.json import render as json
from facingpages.report.text import render as text

FORMATS: dict[str, Callable[[Report], str]] = {"text": text, "json": json}
