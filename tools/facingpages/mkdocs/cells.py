"""The state of all translations as data: what the status page and its JSON tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facingpages.finding import Finding
from facingpages.mkdocs.source_version import SourceVersion

if TYPE_CHECKING:  # the engine is loaded when something is checked
    from facingpages.refine import Report


@dataclass(frozen=True, slots=True)
class Cell:
    """One page in one locale; `version` is None where there is no translation."""

    locale: str
    name: str
    path: str
    version: SourceVersion | None
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Status:
    """All pages that are to be translated, by name, and what there is of each in every locale."""

    names: Sequence[str]
    locales: Sequence[str]
    cells: Mapping[tuple[str, str], Cell]
    report: Report
