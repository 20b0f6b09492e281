"""What a pass over a site gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from facingpages.engine.habits import Key, Repetition
from facingpages.finding import Finding
from facingpages.ignore import Ignore


class Result:
    """What a pass over a site gives: findings of every page, unfiltered, and the ignores written in the pages.

    `facts` are what each subject knew of all pages when they were settled, by its name, `habits` what many have.
    """

    def __init__(self, findings: list[Finding] | None = None, ignores: list[Ignore] | None = None) -> None:
        self.findings: list[Finding] = [] if findings is None else findings
        self.ignores: list[Ignore] = [] if ignores is None else ignores
        self.facts: dict[str, Iterable[Any]] = {}
        self.habits: Mapping[Key, Repetition] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Result) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]
