"""Findings that are known already: the entries of a baseline, and which findings they fit.

A fingerprint holds the words of the message, and those are mended from version to version. An entry tells its own
words, so what an earlier version wrote down is found again: with these words the finding has the entry's fingerprint.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from facingpages.finding import Finding
from facingpages.tuples import NamedTuple

LIMIT = 100
"""How many entries of one rule on one page are tried in other words: what a long file can cost is bounded."""


class BaselineEntry(NamedTuple):
    """A finding as it was written down. Only the fingerprint must be there; the rest may be empty."""

    fingerprint: str
    path: str = ""
    rule: str = ""
    message: str = ""


def fitting(entries: frozenset[BaselineEntry], findings: Sequence[Finding]) -> tuple[frozenset[str], int]:
    """The fingerprints of the findings that entries fit, and how many entries fit nothing any more.

    An entry that fits no finding as it is told today fits at most one that is told in other words.
    """
    if not entries:
        return frozenset(), 0
    written = {entry.fingerprint for entry in entries}
    fitted = written & {finding.fingerprint for finding in findings} if written else written
    dead: defaultdict[tuple[str, str], list[BaselineEntry]] = defaultdict(list)
    for entry in sorted(entries):
        if entry.fingerprint not in fitted and len(dead[entry.path, entry.rule]) < LIMIT:
            dead[entry.path, entry.rule].append(entry)
    reworded = set()
    for finding in findings if dead else ():
        asked = dead.get((finding.place.path, finding.rule))
        if not asked or finding.fingerprint in fitted:
            continue
        same = next((entry for entry in asked if finding.worded(entry.message) == entry.fingerprint), None)
        if same is not None:
            asked.remove(same)
            reworded.add(finding.fingerprint)
    return frozenset(fitted | reworded), len(written) - len(fitted) - len(reworded)
