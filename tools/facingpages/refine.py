"""From everything the rules found to what is reported: selection, severities, ignores, baseline, order, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facingpages.check import Result
from facingpages.document import Place
from facingpages.finding import Finding, Severity
from facingpages.ignore import Ignore
from facingpages.site import Site

UNUSED = "ignore-unused"


@dataclass(frozen=True, slots=True)
class LocaleCount:
    """A row of the summary: how many source pages a locale should have, has, and how many findings stand in them."""

    locale: str
    pages: int
    translated: int
    findings: int


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported: sorted findings, counts by severity and of what was left out, a row for each locale."""

    findings: Sequence[Finding]
    counts: Mapping[str, int]
    locales: Sequence[LocaleCount] = field(default_factory=tuple)
    source: str = "en"

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return self.counts["error"] > 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the findings is asked for: rules in and out, locales, paths (relative, with slashes), severities."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    baseline: frozenset[str] = frozenset()


def refine(result: Result, site: Site, wanted: Wanted) -> Report:
    """The report of a pass."""
    kept: list[Finding] = []
    ignored = baselined = 0
    by_path: dict[str, list[Ignore]] = {}
    for ignore in result.ignores:
        by_path.setdefault(ignore.path, []).append(ignore)
    for finding in numbered(result.findings):
        severity = severity_of(finding.rule, wanted.severity, finding.severity)
        if severity is Severity.OFF or not _asked(finding, wanted):
            continue
        covering = [ignore for ignore in by_path.get(finding.place.path, ()) if ignore.covers(finding)]
        if covering:
            for ignore in covering:
                ignore.used = True
            ignored += 1
        elif finding.fingerprint in wanted.baseline:
            baselined += 1
        else:
            kept.append(finding if severity is finding.severity else replace(finding, severity=severity))
    for finding in _unused(result.ignores):
        severity = severity_of(finding.rule, wanted.severity, finding.severity)
        if severity is not Severity.OFF and _asked(finding, wanted) and not wanted.select and not wanted.ignore:
            kept.append(replace(finding, severity=severity))
    kept.sort(key=lambda finding: finding.order)
    levels = Counter(finding.severity.value for finding in kept)
    counts = {level: levels.get(level, 0) for level in ("error", "warning", "info")}
    counts |= {"ignored": ignored, "baselined": baselined, "skipped": site.skipped}
    return Report(kept, counts, _rows(site, kept, wanted), site.source)


def numbered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that say the same of the same content get an ordinal, so that each has a fingerprint of its own."""
    seen: Counter[tuple[str, str, str, str, str]] = Counter()
    result = []
    for finding in sorted(findings, key=lambda item: item.order):
        key = (finding.rule, finding.locale, finding.page, finding.text, finding.content)
        result.append(replace(finding, ordinal=seen[key]) if seen[key] else finding)
        seen[key] += 1
    return result


def severity_of(rule: str, table: Mapping[str, Severity], default: Severity) -> Severity:
    """The severity the configuration gives a rule: the longest of its leading parts that is named there."""
    if table:
        words = rule.split("-")
        for count in range(len(words), 0, -1):
            found = table.get("-".join(words[:count]))
            if found is not None:
                return found
    return default


def _asked(finding: Finding, wanted: Wanted) -> bool:
    if wanted.select and not any(_names(name, finding.rule) for name in wanted.select):
        return False
    if any(_names(name, finding.rule) for name in wanted.ignore):
        return False
    if wanted.locales and finding.locale not in wanted.locales:
        return False
    return not wanted.paths or any(
        finding.place.path == path or finding.place.path.startswith(path.rstrip("/") + "/")
        or any(related.place.path == path for related in finding.related)
        for path in wanted.paths
    )  # fmt: skip


def _names(name: str, rule: str) -> bool:
    return rule == name or rule.startswith(name + "-")


def _unused(ignores: Sequence[Ignore]) -> Iterable[Finding]:
    for ignore in ignores:
        if not ignore.used:
            place = Place(ignore.path, ignore.line, ignore.column, ignore.line, ignore.column)
            yield Finding(
                UNUSED, Severity.WARNING, place, ignore.locale, 'Nothing here is found by "{rule}"; this ignore can go.',
                {"rule": ignore.rule},
            )  # fmt: skip


def _rows(site: Site, findings: Sequence[Finding], wanted: Wanted) -> tuple[LocaleCount, ...]:
    per_locale = Counter(finding.locale for finding in findings)
    wanted_names = {page.name for page in site.sources if not site.is_source_only(page)}
    rows = []
    for locale in site.locales:
        if wanted.locales and locale not in wanted.locales:
            continue
        translated = sum(1 for page in site.translations(locale) if page.name in wanted_names)
        rows.append(LocaleCount(locale, len(wanted_names), translated, per_locale.get(locale, 0)))
    return tuple(rows)
