"""Formats. Each is a function from a report to a text; the command line writes it, in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facingpages.refine import Report
    from facingpages.report.style import Style

    Render = Callable[[Report, Style], str]


def _format(name: str) -> Render:
    """The `render` of the module of that name, which is loaded when it is asked for something."""

    def render(report: Report, style: Style) -> str:
        text: str = import_module(f"{__name__}.{name}").render(report, style)
        return text

    return render


NAMES = ("text", "json", "sarif", "github", "gitlab", "junit", "rdjson", "summary", "html")
FORMATS: Mapping[str, Render] = {name: _format(name) for name in NAMES}
