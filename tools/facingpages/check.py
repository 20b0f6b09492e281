"""The pass itself: every page of a site is read, aligned with its source, and looked at by every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from facingpages.align import align
from facingpages.boundary import held
from facingpages.config import Config
from facingpages.document import Document
from facingpages.finding import Finding
from facingpages.ignore import Ignore, ignores
from facingpages.links.facts import PageFacts
from facingpages.links.source import LinkCheck
from facingpages.read import read_bilingual, read_page
from facingpages.rules import FAMILIES, RULES
from facingpages.rules.base import Pair, line_of
from facingpages.rules.page import killed, unreadable
from facingpages.site import PageFile, Site
from facingpages.workers import in_batches

PAIR_CHECKS = tuple(family.pair for family in FAMILIES if family.pair is not None)
PAGE_CHECKS = tuple(family.page for family in FAMILIES if family.page is not None)
BATCH = 16  # source pages at a time
GATHERERS = tuple(
    (family.gather, family.settle) for family in FAMILIES if family.gather is not None and family.settle is not None
)
SITE_CHECKS = tuple(family.site for family in FAMILIES if family.site is not None)


@dataclass(slots=True)
class Result:
    """What a pass over a site gives: findings of every page, unfiltered, and the ignores written in the pages."""

    findings: list[Finding] = field(default_factory=list)
    documents: int = 0
    ignores: list[Ignore] = field(default_factory=list)


def check_site(site: Site, config: Config, progress: Callable[[str], None] | None = None, jobs: int = 1) -> Result:
    """Check all pages of a site, in up to `jobs` processes. Each has one source page and one translation in memory."""
    run = _Pass(site, config)
    for check in SITE_CHECKS:
        with run.held(_subject(check)):
            run.result.findings += check(site)
    for part in in_batches(run.part, site.sources, BATCH, jobs, run.lost):
        run.take(part)
        if progress is not None:
            for path in part.paths:
                progress(path)
    for locale in site.locales:
        for page in site.translations(locale):
            if page.name not in site.source_names:
                with run.held("read", page):
                    if (document := run.read(page)) is not None:
                        run.alone(document)
    return run.end()


@dataclass(slots=True)
class _Part:
    """What some source pages and their translations gave."""

    result: Result
    facts: list[list[Any]]
    links: list[PageFacts]
    paths: list[str]


class _Pass:
    """One pass over a site: what it has found so far, and the facts it keeps for the end."""

    def __init__(self, site: Site, config: Config) -> None:
        self.site = site
        self.config = config
        self.result = Result()
        self.facts: list[list[Any]] = [[] for _ in GATHERERS]
        self.links = LinkCheck(site, config)

    def part(self, sources: Sequence[PageFile]) -> _Part:
        """Check some source pages with all their translations, apart from what was checked before."""
        run = copy(self)
        run.result, run.facts, run.links = Result(), [[] for _ in GATHERERS], self.links.apart()
        paths: list[str] = []
        for source_page in sources:
            source: Document | None = None
            with run.held("read", source_page):
                source = None if self.config.embedded_source else run.read(source_page)
                if source is not None:
                    run.alone(source)
            for locale in self.site.locales:
                page = self.site.translation(source_page.name, locale)
                if page is not None:
                    paths.append(page.path)
                    with run.held("read", page):
                        run.translation(page, source)
        return _Part(run.result, run.facts, run.links.facts, paths)

    def held(self, rule: str, page: PageFile | None = None) -> AbstractContextManager[None]:
        """Keep a bug of ours to one page, or where no page is at hand to what was asked."""
        findings = self.result.findings
        if page is None:
            return held(findings, rule, self.config.origin or ".")
        return held(findings, rule, page.path, page.locale, page.name)

    def lost(self, source: PageFile) -> _Part:
        """What comes of a source page that kills the process that checks it, or one of its translations does."""
        return _Part(Result([killed(source)]), [[] for _ in GATHERERS], [], [source.path])

    def take(self, part: _Part) -> None:
        """Add what a part gave."""
        self.result.findings += part.result.findings
        self.result.ignores += part.result.ignores
        self.result.documents += part.result.documents
        self.links.take(part.links)
        for known, new in zip(self.facts, part.facts, strict=True):
            known += new

    def read(self, page: PageFile) -> Document | None:
        """The parsed page, or None with a finding that says why it could not be read."""
        raw = self._bytes(page)
        if raw is None:
            return None
        document = read_page(raw, self.config.dialect, path=page.path)
        document.locale, document.page = page.locale, page.name
        self.result.documents += 1
        return document

    def alone(self, document: Document) -> None:
        """A page that is compared with none: a source, or a translation without one."""
        self.links.add(document)
        for check in PAGE_CHECKS:
            with _held(self.result.findings, check, document):
                self.result.findings += check(document, document.locale)
        self.result.findings += page_faults(document, None)
        self.result.ignores += ignores(document)

    def translation(self, page: PageFile, source: Document | None) -> None:
        """A page and its source, which may be inside it."""
        if self.config.embedded_source:
            raw = self._bytes(page)
            if raw is None:
                return
            source, target = read_bilingual(raw, path=page.path)
            if source is not None:
                source.locale, source.page = self.config.source, page.name
            target.locale, target.page = page.locale, page.name
            self.result.documents += 1
        else:
            found = self.read(page)
            if found is None:
                return
            target = found
        if source is None:
            self.alone(target)
            return
        self.links.add(target)
        pair = Pair(source, target, align(source, target), page.locale, self.config.rule, self.site.source_names)
        self.result.findings += check_pair(pair, _held)
        self.result.findings += page_faults(target, source)
        self.result.ignores += ignores(target)
        for known, (gather, _) in zip(self.facts, GATHERERS, strict=True):
            with _held(self.result.findings, gather, target):
                known += gather(pair)

    def end(self) -> Result:
        """All pages have been seen: what only shows now."""
        for known, (_, settle) in zip(self.facts, GATHERERS, strict=True):
            with self.held(_subject(settle)):
                self.result.findings += settle(self.site, known)
        with self.held("link"):
            self.result.findings += self.links.findings()
        return self.result

    def _bytes(self, page: PageFile) -> bytes | None:
        if page.error:
            return None
        try:
            return page.read()
        except OSError as error:
            self.result.findings.append(unreadable(page, error))
            return None


Hold = Callable[[list[Finding], Callable[..., Any], Document], AbstractContextManager[None]]


def _held(findings: list[Finding], check: Callable[..., Any], document: Document) -> AbstractContextManager[None]:
    """Keep a bug of ours to one rule on one page."""
    return held(findings, _subject(check), document.path, document.locale, document.page)


def _subject(check: Callable[..., Any]) -> str:
    return check.__module__.rpartition(".")[2]


def _free(findings: list[Finding], check: Callable[..., Any], document: Document) -> AbstractContextManager[None]:  # noqa: ARG001
    return nullcontext()


def check_pair(pair: Pair, hold: Hold = _free) -> list[Finding]:
    """What the rules find in one aligned pair. `hold` keeps what goes wrong in one of them from the others."""
    found: list[Finding] = []
    for check in PAIR_CHECKS:
        new: list[Finding] = []
        with hold(new, check, pair.target):
            new += check(pair)
        if new:
            alone = [finding for finding in new if RULES[finding.rule].alone]
            if alone:
                return alone
            found += new
    for check_page in PAGE_CHECKS:
        with hold(found, check_page, pair.target):
            found += check_page(pair.target, pair.locale)
    return found


def page_faults(document: Document, source: Document | None) -> Iterator[Finding]:
    """Faults that the parser met. One that the source has, too, is told there."""
    known = {fault.rule for fault in source.faults} if source is not None else set()
    for fault in document.faults:
        if fault.rule not in known:
            place = document.place(fault.start, fault.end)
            content = document.source_text(fault.start, fault.end)
            yield RULES[fault.rule].finding(
                fault.message, place, document.locale, fault.values,
                snippet=line_of(document, fault.start), content=content, page=document.page,
            )  # fmt: skip
