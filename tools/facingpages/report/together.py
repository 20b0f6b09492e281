"""Findings as people are told them: what is one thing to them is told once. Formats for machines keep each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from facingpages.finding import Finding, Related, fill
from facingpages.messages import Catalog
from facingpages.refine import Report

PAGES = '{count} pages are not translated, the first is "{page}".'
GAINED = "The source gained this; all {count} locales lack it: {locales}."
SAME = "The same in all {count} locales: {locales}."
HABIT = "the same on {count} pages, next"
WORDS = (PAGES, GAINED, SAME, HABIT)
MISSING = "page-missing"
# In which values of a finding it is told what stands for what.
INSTEAD = {"link-target": ("new", "old"), "code-span": ("here", "text"), "anchor-translated": ("id", "hint")}
FEW = 3  # locales from which on the same difference is the source's doing, pages from which on it is a locale's habit


def together(report: Report, catalog: Catalog) -> list[Finding]:
    """The findings of a report, sorted: pages not translated as one for each locale, and a difference that all locales
    of a page share as one at its place in the source, with what was found in one of them; what a locale does the same
    way on many pages as one, at the first of them. In the catalog's language."""
    kept: list[Finding] = []
    absent: dict[str, list[Finding]] = defaultdict(list)
    shared: dict[object, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.rule == MISSING:
            absent[finding.locale].append(finding)
        elif finding.related and finding.page:
            origin = finding.related[0].place
            shared[finding.rule, finding.severity, origin].append(finding)
        else:
            kept.append(finding)
    for findings in absent.values():
        first = findings[0]
        values = {**first.values, "count": str(len(findings))}
        kept += findings if len(findings) == 1 else [first._replace(message=PAGES, values=values, related=())]
    for findings in shared.values():
        kept += _once(findings, report, catalog)
    return list(_habits(sorted(kept, key=lambda finding: finding.order), catalog))


def _once(findings: Sequence[Finding], report: Report, catalog: Catalog) -> Iterator[Finding]:
    """Findings of one rule at one place of the source: as one, where every locale that has the page has it."""
    locales = sorted({finding.locale for finding in findings})
    if len(locales) < FEW or len(locales) < report.translated.get(findings[0].page, 0):
        yield from findings
        return
    first = findings[0]
    origin = first.related[0]
    values = {"count": str(len(locales)), "locales": ", ".join(locales)}
    gained = first.rule.endswith(("-missing", "-lost", "-short"))
    here = Related(first.place, fill(catalog.say(first.message), first.values).removesuffix("."), first.snippet)
    yield first._replace(message=GAINED if gained else SAME, values=values, place=origin.place, snippet=origin.snippet,
        locale=report.source, related=(here,), fix=None,
    )  # fmt: skip


def _habits(findings: Sequence[Finding], catalog: Catalog) -> Iterator[Finding]:
    """The findings; of those that say on many pages of a locale that the same stands for the same, the first."""
    same: dict[object, list[Finding]] = defaultdict(list)
    for finding in findings:
        same[_habit(finding)].append(finding)
    for finding in findings:
        alike = same[_habit(finding)]
        count = len({one.page for one in alike})
        if finding.rule not in INSTEAD or count < FEW:
            yield finding
        elif finding is alike[0]:
            after = next(one for one in alike if one.page != finding.page)
            more = Related(after.place, fill(catalog.say(HABIT), {"count": str(count)}), after.snippet)
            yield finding._replace(related=(*finding.related, more))


def _habit(finding: Finding) -> object:
    """What it says stands for what, where it says so; of addresses the part that differs, if more of them is alike."""
    values = [finding.values.get(name, "") for name in INSTEAD.get(finding.rule, ())]
    if finding.rule == "link-target":
        values = _moved(*values)
    return finding.rule, finding.severity, finding.locale, *values


def _moved(new: str, old: str) -> list[str]:
    """Two addresses without the folders that both begin with and the way both end in: `/docs/a/b` and `/a/b` differ
    in `docs` alone, as all addresses of a site do that was moved."""
    here, there = new.split("/"), old.split("/")
    shorter = min(len(here), len(there))
    first = next((at for at in range(shorter) if here[at] != there[at]), shorter)
    last = next((at for at in range(shorter - first) if here[-1 - at] != there[-1 - at]), shorter - first)
    if not last or here[-1] == "":
        return [new, old]  # another page, not the same one elsewhere
    lead = "/".join(here[:3]) if "://" in new else ""
    return [lead, "/".join(here[first : len(here) - last]), "/".join(there[first : len(there) - last])]
