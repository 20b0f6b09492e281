"""The commands: each module declares its arguments (`add_arguments`) and runs (`run`, which gives the exit code)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facingpages.refine import Report

CLEAN, FOUND, SETUP, BUG, STOPPED = 0, 1, 2, 3, 130


def exit_code(report: Report) -> int:
    """How a run ends that told a report: 3 where a bug of ours was met, 1 where a finding fails it, else 0."""
    return BUG if report.broken else FOUND if report.failed else CLEAN
