"""How far each locale is: pages, translated, current, stale by what changed in the source, findings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from facingpages import __version__
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.report.text import table

VERSION = 1
# What a change in the source asks of the translator, the most first, and the rules that say so.
CLASSES = {
    "structure": "source-stale-structure", "text": "source-stale-text", "unknown": "source-stale",
    "markup": "source-stale-markup",
}  # fmt: skip
HEADS = (
    "locale", "pages", "translated", "current", "stale: structure", "stale: text", "stale: unknown", "stale: markup",
    "findings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LocaleStatus:
    """A row. `current` counts translated pages whose source is not known to have changed, `stale` those by class."""

    locale: str
    pages: int
    translated: int
    current: int
    stale: dict[str, int]
    findings: int


def statuses(report: Report) -> Sequence[LocaleStatus]:
    """A row for each locale. A page that is stale in several ways counts once, for the way that asks most."""
    ranks = {rule: rank for rank, rule in enumerate(CLASSES.values())}
    worst: dict[tuple[str, str], int] = {}
    stale_findings: Counter[str] = Counter()
    for finding in report.findings:
        if finding.rule in ranks:
            key = (finding.locale, finding.page)
            worst[key] = min(worst.get(key, len(CLASSES)), ranks[finding.rule])
            stale_findings[finding.locale] += 1
    rows = []
    for row in report.locales:
        counts = Counter(rank for (locale, _), rank in worst.items() if locale == row.locale)
        stale = {kind: counts[rank] for rank, kind in enumerate(CLASSES)}
        current = max(0, row.translated - sum(counts.values()))
        findings = row.findings - stale_findings[row.locale]
        rows.append(LocaleStatus(row.locale, row.pages, row.translated, current, stale, findings))
    return rows


def as_text(rows: Sequence[LocaleStatus], style: Style) -> str:
    """A table for people."""
    heads = [style.catalog.say(word) for word in HEADS]
    lines = [
        [row.locale, *(str(n) for n in (row.pages, row.translated, row.current, *row.stale.values(), row.findings))]
        for row in rows
    ]  # fmt: skip
    return "\n".join(table([heads, *lines], style)) + "\n"


def as_json(rows: Sequence[LocaleStatus]) -> str:
    """JSON with its own version; keys in this order."""
    data = {
        "version": VERSION,
        "tool": {"name": "facingpages", "version": __version__},
        "locales": [
            {
                "locale": row.locale, "pages": row.pages, "translated": row.translated, "current": row.current,
                "stale": row.stale, "findings": row.findings,
            }
            for row in rows
        ],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
