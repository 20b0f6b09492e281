"""Which version of the source a translation goes back to, and how the two stand to each other now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facingpages.finding import Finding
from facingpages.recorded import KEYS

if TYPE_CHECKING:
    from facingpages.update.behind import Behind

STALE = "source-stale"


class Step(StrEnum):
    """How a translation stands to its source."""

    CURRENT = "current"
    MARKUP = "markup"  # the source has changed, but no word of it
    TEXT = "text"
    STRUCTURE = "structure"
    CHANGED = "changed"  # the version translated is not to be found, so what changed can't be told
    UNKNOWN = "unknown"  # no version is recorded


@dataclass(frozen=True, slots=True)
class SourceVersion:
    """The recorded hash and how things stand; `sections` are the source's headings under which the text changed.

    `left` are the blocks that updates left to people.
    """

    recorded: str
    step: Step
    sections: str = ""
    left: Sequence[Behind] = ()


def source_version(
    metadata: Mapping[str, object], source: Sequence[str], findings: Callable[[], Sequence[Finding]]
) -> SourceVersion:
    """How a translation with this front matter stands to its source: by the recorded hash, then by the check.

    `source` are the hashes of today's source; `findings` are asked for only where none of them is recorded.
    """
    values = (str(metadata.get(key) or "").strip().lower() for key in KEYS)
    recorded = next((value for value in values if len(value) in (40, 64)), "")
    if recorded in source:
        return SourceVersion(recorded, Step.CURRENT)
    for finding in findings() if recorded else ():
        if is_stale(finding):
            kind = finding.rule.removeprefix(STALE).lstrip("-")
            return SourceVersion(recorded, Step(kind or "changed"), finding.values.get("what", ""))
    return SourceVersion(recorded, Step.UNKNOWN)


def is_stale(finding: Finding) -> bool:
    """Whether a finding says that the source has changed since."""
    return finding.rule == STALE or finding.rule.startswith(STALE + "-")
