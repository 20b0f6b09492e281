"""From everything the rules found to what is reported: selection, severities, ignores, baseline, order, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

from facingpages.document import Place
from facingpages.engine import Result
from facingpages.finding import Applicability, Edit, Finding, Fix, Severity, severity_of
from facingpages.ignore import Ignore
from facingpages.known import BaselineEntry, fitting
from facingpages.rules.page import BUG, UNCHECKED
from facingpages.rules.rule import Rule
from facingpages.site import Site
from facingpages.tuples import NamedTuple

UNUSED = Rule(
    "ignore-unused",
    Severity.WARNING,
    "An ignore in a page that ignores nothing.",
    {"unused": 'Nothing here is found by "{rule}"; this ignore can go.'},
)


class LocaleCount(NamedTuple):
    """A row of the summary: how many source pages a locale should have, has, and the findings that stand in them.

    `asked`: whether a page of it was asked about; people are not shown rows of the others.
    """

    locale: str
    pages: int
    translated: int
    findings: int
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    asked: bool = True


class Report(NamedTuple):
    """What is reported: sorted findings, counts by severity and of what was left out, a row for each locale.

    `dead` counts entries of the baseline that fit nothing any more. `ignored` are the fingerprints of what ignores
    cover, `translated` how many locales have a source page, by its name.
    """

    findings: Sequence[Finding]
    counts: Mapping[str, int]
    locales: Sequence[LocaleCount] = ()
    source: str = "en"
    strict: bool = False
    dead: int = 0
    ignored: frozenset[str] = frozenset()
    translated: Mapping[str, int] = MappingProxyType({})

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the run: an error does; if the run is strict, any."""
        return self.strict or finding.severity is Severity.ERROR

    @property
    def rows(self) -> Sequence[LocaleCount]:
        """The rows of the locales that were asked about."""
        return [row for row in self.locales if row.asked or row.findings]

    @property
    def broken(self) -> bool:
        """Whether a bug of ours was met."""
        return any(finding.rule == BUG.id for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether any finding fails the run."""
        return any(self.fails(finding) for finding in self.findings)


class Wanted(NamedTuple):
    """What of the findings is asked for.

    `select` and `ignore` name rules or their leading parts; `paths` are relative, with slashes; `baseline` are
    entries of a baseline file and `known` fingerprints of an earlier revision: what they fit is counted and not told.
    `ignorable` are the only fingerprints that an ignore may cover; without it, any.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    baseline: frozenset[BaselineEntry] = frozenset()
    known: frozenset[str] = frozenset()
    strict: bool = False
    ignorable: frozenset[str] | None = None


def refine(result: Result, site: Site, wanted: Wanted) -> Report:
    """The report of a pass."""
    kept: list[Finding] = []
    ignored: list[str] = []
    baselined = 0
    found = numbered(result.findings)
    covered, used = _covered(found, result.ignores, wanted)
    unused = numbered(_unused(ignore for ignore in result.ignores if not ignore.used and id(ignore) not in used))
    found += unused
    known, dead = fitting(wanted.baseline, found)
    for finding in found:
        if finding.rule in UNCHECKED:  # what was not checked is never left out: a run without it would look clean
            alone = (
                finding.rule == BUG.id
                or not finding.locale
                or (finding.locale == site.source and _is_asked_page(finding.page, site, wanted))
            )
            if alone or _asked_place(finding, wanted):
                kept.append(finding._replace(severity=Severity.ERROR))
            continue
        severity = severity_of(finding.rule, wanted.severity, finding.severity)
        if severity is Severity.OFF or not (_asked_rule(finding, wanted) and _asked_place(finding, wanted)):
            continue
        if id(finding) in covered and (wanted.ignorable is None or finding.fingerprint in wanted.ignorable):
            ignored.append(finding.fingerprint)
        elif (known or wanted.known) and (finding.fingerprint in known or finding.fingerprint in wanted.known):
            baselined += 1
        else:
            kept.append(finding if severity is finding.severity else finding._replace(severity=severity))
    if unused:  # the others are in order
        kept.sort(key=lambda finding: finding.order)
    levels = Counter(finding.severity.value for finding in kept)
    counts = {level: levels.get(level, 0) for level in ("error", "warning", "info")}
    counts |= {"ignored": len(ignored), "baselined": baselined, "skipped": site.skipped}
    locales = wanted.locales or tuple(site.locales)
    told = {finding.page for finding in kept}
    asked = [site.by_name(locale) for locale in site.locales if locale in locales and locale != site.source]
    translated = Counter(name for pages in asked for name in pages.keys() & told)
    rows = tuple(_rows(site, kept, wanted))
    return Report(kept, counts, rows, site.source, wanted.strict, dead, frozenset(ignored), translated)


def numbered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that say the same of the same content get an ordinal, so that each has a fingerprint of its own."""
    seen: dict[tuple[str, str, str, str, str], int] = {}
    result = []
    for order, finding in sorted(((one.order, one) for one in findings), key=itemgetter(0)):
        key = (finding.rule, finding.locale, finding.page, order[-1], finding.content)
        before = seen.get(key, 0)
        result.append(finding._replace(ordinal=before) if before else finding)
        seen[key] = before + 1
    return result


def _covered(findings: Iterable[Finding], ignores: Iterable[Ignore], wanted: Wanted) -> tuple[set[int], set[int]]:
    """Which findings an ignore covers, and which ignores cover one, by identity."""
    by_path: dict[str, list[Ignore]] = {}
    for ignore in ignores:
        by_path.setdefault(ignore.path, []).append(ignore)
    covered, used = set[int](), set[int]()
    for finding in findings if by_path else ():
        if severity_of(finding.rule, wanted.severity, finding.severity) is Severity.OFF:
            continue
        for ignore in by_path.get(finding.place.path, ()):
            if ignore.covers(finding):
                used.add(id(ignore))
                covered.add(id(finding))
    return covered, used


def _asked_rule(finding: Finding, wanted: Wanted) -> bool:
    if wanted.select and not any(_names(name, finding.rule) for name in wanted.select):
        return False
    return not any(_names(name, finding.rule) for name in wanted.ignore)


def _asked_place(finding: Finding, wanted: Wanted) -> bool:
    if wanted.locales and finding.locale not in wanted.locales:
        return False
    if not wanted.paths:
        return True
    places = (finding.place.path, *(related.place.path for related in finding.related))
    return any(within(place, path) for path in wanted.paths for place in places)


def within(path: str, folder: str) -> bool:
    """Whether a path is `folder` or lies in it; the empty folder holds everything."""
    return not folder or path == folder or path.startswith(folder.rstrip("/") + "/")


def _is_asked_page(name: str, site: Site, wanted: Wanted) -> bool:
    """Whether a translation of the page of that name is asked for."""
    pages = (site.named(locale, name) for locale in wanted.locales or site.locales)
    return any(
        page is not None and (not wanted.paths or any(within(page.path, path) for path in wanted.paths))
        for page in pages
    )


def _names(name: str, rule: str) -> bool:
    return rule == name or rule.startswith(name + "-")


def _unused(ignores: Iterable[Ignore]) -> Iterator[Finding]:
    for ignore in ignores:
        place = Place(ignore.path, ignore.line, ignore.column, ignore.line, ignore.column)
        content = f"{ignore.path}\0{ignore.fingerprint}"
        values = {"rule": ignore.rule}
        gone = (Edit(Place(ignore.path, *ignore.gone), ""),) if ignore.gone is not None else ()
        fix = Fix(Applicability.SAFE, "delete the comment", gone) if gone else None
        yield UNUSED.finding("unused", place, ignore.locale, values, content=content, fix=fix)


def _rows(site: Site, findings: Sequence[Finding], wanted: Wanted) -> Iterator[LocaleCount]:
    levels = Counter((finding.locale, finding.severity) for finding in findings)
    sources = [page for page in site.sources if not site.is_source_only(page)]
    wanted_names = {page.name for page in sources}
    asked = {page.locale for path in wanted.paths for page in site.below(path)}
    for locale in site.locales:
        if wanted.locales and locale not in wanted.locales:
            continue
        names = {page.name for page in sources if site.awaits(page, locale)} if site.within else wanted_names
        translated = len(site.by_name(locale).keys() & names)
        told = not asked or not asked.isdisjoint((locale, site.source))
        errors, warnings, hints = (levels[locale, level] for level in (Severity.ERROR, Severity.WARNING, Severity.INFO))
        count = errors + warnings + hints
        yield LocaleCount(locale, len(names), translated, count, errors, warnings, hints, told)
