"""What can't be imported, and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """Why a file cannot be imported, where (lines count from 1), and what would settle it."""

    path: Path
    line: int
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" + (f"; {self.remedy}" if self.remedy else "")


class ImportRefusedError(Exception):
    """Nothing was written, for the reasons in `problems`."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class NotPublishedError(Exception):
    """A file that does not claim to be a translation: a README, a notice, a page of another system."""
