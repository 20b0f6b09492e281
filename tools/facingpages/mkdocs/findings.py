"""What the check found, told in the log of a build: enough to see what is wrong, not so much that nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.finding import Finding
from facingpages.mkdocs.log import log

SEVERITIES = ("error", "warning", "info")
SHOWN = 20  # one by one; the rest as a number


def tell(findings: Sequence[Finding], warn: str) -> None:
    """Warn of findings from a severity on (`warn`, or `never`); the rest is for `--verbose`."""
    warned = SEVERITIES[: SEVERITIES.index(warn) + 1] if warn != "never" else ()
    told = [finding for finding in findings if finding.severity in warned]
    for finding in told[:SHOWN]:
        log.warning(_line(finding))
    if len(told) > SHOWN:
        log.warning(
            f"{len(told) - SHOWN} more like these: `facingpages check` lists them all. To begin with those that are "
            "new, write a baseline and name it in `baseline`; `warn: error` or `warn: never` tells less."
        )
    for finding in findings:
        if finding.severity not in warned:
            log.debug(_line(finding))


def _line(finding: Finding) -> str:
    place = finding.place
    return f"{place.path}:{place.line}:{place.column}: {finding.text} [{finding.rule}]"
