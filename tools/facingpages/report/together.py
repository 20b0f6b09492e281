"""Findings as people are told them: what is one thing to them is told once. Formats for machines keep each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from facingpages.engine.habits import ALIKE, FIRST, TIMES, moved
from facingpages.engine.habits import PAGES as ALIKE_PAGES
from facingpages.finding import Finding, Related, fill
from facingpages.messages import Catalog
from facingpages.refine import Report

PAGES = '{count} pages are not translated, the first is "{page}".'
GAINED = "The source gained this; all {count} locales lack it: {locales}."
SAME = "The same in all {count} locales: {locales}."
HABIT = "the same on {count} pages, next"
OFTEN = "the same {times} times on this page"
WORDS = (PAGES, GAINED, SAME, HABIT, OFTEN, ALIKE)
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
    for finding in _firsts(report.findings, catalog):
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


def _firsts(findings: Sequence[Finding], catalog: Catalog) -> Iterator[Finding]:
    """The findings without those that are one of many, of which the first is among them; that says how many it stands
    for and where the next is, the others that they are such."""
    alike: dict[object, list[Finding]] = defaultdict(list)
    for finding in findings:
        if TIMES in finding.values:
            alike[_many(finding)].append(finding)
    for finding in findings:
        many = alike.get(_many(finding), [])
        count = {"count": finding.values.get(ALIKE_PAGES, ""), "times": finding.values.get(TIMES, "")}
        if not many or TIMES not in finding.values:
            yield finding
        elif FIRST not in finding.values:
            after = next((one for one in many if one.place.path != finding.place.path), None)
            place = after.place if after is not None else finding.place
            said = fill(catalog.say(HABIT if after is not None else OFTEN), count)
            yield finding._replace(related=(*finding.related, Related(place, said, after.snippet if after else "")))
        elif all(FIRST in one.values for one in many):
            said = fill(catalog.say(ALIKE), count)
            yield finding._replace(related=(*finding.related[:-1], finding.related[-1]._replace(message=said)))


def _many(finding: Finding) -> object:
    """What all of many alike have in common."""
    values = finding.values
    first = values.get(FIRST, finding.place.path)
    return finding.rule, finding.locale, first, values.get(ALIKE_PAGES), values.get(TIMES)


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
        values = moved(*values)
    return finding.rule, finding.severity, finding.locale, *values
