"""How far each locale is: pages, translated, current, stale by what changed in the source, findings.

A translation is current if the hash it records is that of its source as it is now. Where none is recorded, or one that
fits no version that can be found, nothing is claimed.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facingpages import __version__
from facingpages.document import Document
from facingpages.read import decode
from facingpages.read.frontmatter import read_metadata
from facingpages.recorded import KEYS, digests
from facingpages.refine import Report
from facingpages.report.style import Style
from facingpages.report.text import table
from facingpages.safe import to_json
from facingpages.site import PageFile, Site

VERSION = 1
# What a change in the source asks of the translator, the most first, and the rules that say so.
CLASSES = {
    "structure": "source-stale-structure", "text": "source-stale-text", "unknown": "source-stale",
    "markup": "source-stale-markup",
}  # fmt: skip
HEADS = (
    "locale", "pages", "translated", "current", "stale", "stale: structure", "stale: text", "stale: unknown",
    "stale: markup", "not recorded", "findings",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LocaleStatus:
    """A row. Each translated page is current, stale in one of the classes, or has no record that tells."""

    locale: str
    pages: int
    translated: int
    current: int
    stale: dict[str, int]
    unrecorded: int
    findings: int


def current_pages(site: Site) -> Counter[str]:
    """How many pages of each locale record the hash of their source as it is now."""
    found: Counter[str] = Counter()
    for source in site.sources:
        raw = _bytes(source)
        if raw is None:
            continue
        now = digests(raw)
        for locale in site.locales:
            page = site.translation(source.name, locale)
            content = _bytes(page) if page is not None else None
            if content is not None:
                document = Document(source.path, decode(content, []), "commonmark")
                read_metadata(document)
                recorded = (document.metadata[key].value.lower() for key in KEYS if key in document.metadata)
                found[locale] += any(digest in now for digest in recorded)
    return found


def _bytes(page: PageFile) -> bytes | None:
    try:
        return None if page.error else page.read().removeprefix(codecs.BOM_UTF8)
    except OSError:
        return None


def statuses(report: Report, current: Mapping[str, int]) -> Sequence[LocaleStatus]:
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
        left = max(0, row.translated - sum(counts.values()) - current.get(row.locale, 0))
        findings = row.findings - stale_findings[row.locale]
        rows.append(
            LocaleStatus(row.locale, row.pages, row.translated, current.get(row.locale, 0), stale, left, findings)
        )
    return rows


def as_text(rows: Sequence[LocaleStatus], style: Style) -> str:
    """A table for people. What kind of stale pages there are is only told where there are some."""
    lines = [[row.locale, *(str(number) for number in _numbers(row))] for row in rows]
    kinds = range(HEADS.index("stale") + 1, HEADS.index("stale") + 1 + len(CLASSES))
    shown = [at for at in range(len(HEADS)) if at not in kinds or any(line[at] != "0" for line in lines)]
    heads = [style.catalog.say(word) for word in HEADS]
    return "\n".join(table([[line[at] for at in shown] for line in (heads, *lines)], style)) + "\n"


def _numbers(row: LocaleStatus) -> tuple[int, ...]:
    stale = row.stale.values()
    return row.pages, row.translated, row.current, sum(stale), *stale, row.unrecorded, row.findings


def as_json(rows: Sequence[LocaleStatus], pages: Sequence[Mapping[str, object]] | None = None) -> str:
    """JSON with its own version; keys in this order. `pages` are entries of single pages, where these are wanted."""
    data: dict[str, object] = {
        "version": VERSION,
        "tool": {"name": "facingpages", "version": __version__},
        "locales": [
            {
                "locale": row.locale, "pages": row.pages, "translated": row.translated, "current": row.current,
                "stale": row.stale, "not_recorded": row.unrecorded, "findings": row.findings,
            }
            for row in rows
        ],
    }  # fmt: skip
    if pages is not None:
        data["pages"] = list(pages)
    return to_json(data) + "\n"
