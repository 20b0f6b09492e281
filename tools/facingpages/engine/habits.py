"""What a locale does the same way on page after page is one decision: told once, and then for information."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from facingpages.finding import Finding, Severity
from facingpages.rules.code_span import SPAN
from facingpages.rules.link import TARGET

PAGES = 3  # of a locale, from which on the same for the same is no slip
WHAT = {TARGET.id: ("new", "old"), SPAN.id: ("here", "text")}  # in which values what stands for what is told


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with those for information that say again what stands for what, as on other pages of the locale."""
    same: dict[object, list[int]] = defaultdict(list)
    for at, finding in enumerate(findings):
        keys = WHAT.get(finding.rule, ())
        if keys and all(key in finding.values for key in keys):
            same[finding.rule, finding.locale, *(finding.values[key] for key in keys)].append(at)
    result = list(findings)
    for places in same.values():
        if len({findings[at].page for at in places}) >= PAGES:
            first = min(places, key=lambda at: findings[at].order)
            for at in places:
                if at != first and findings[at].severity is not Severity.OFF:
                    result[at] = findings[at]._replace(severity=Severity.INFO)
    return result
