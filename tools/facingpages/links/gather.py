"""The facts of all pages of a site, where nothing but its links is wanted: read by several processes if need be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from facingpages.boundary import held
from facingpages.config import Config
from facingpages.document import DialectName
from facingpages.finding import Finding
from facingpages.ignore import Ignore, ignores
from facingpages.links.facts import PageFacts, collect
from facingpages.links.rendering import Rendering
from facingpages.links.skim import skim
from facingpages.read import read_page
from facingpages.rules.page import UNREADABLE, killed, unreadable
from facingpages.site import PageFile, Site
from facingpages.workers import in_batches

BATCH = 64  # pages at a time


@dataclass(slots=True)
class Gathered:
    """Facts of pages, the ignores written in them, and findings on pages that could not be read."""

    facts: list[PageFacts] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, other: Gathered) -> None:
        """Take in what another has."""
        self.facts += other.facts
        self.ignores += other.ignores
        self.findings += other.findings


def gather(
    site: Site,
    config: Config,
    rendering: Rendering,
    jobs: int = 1,
    progress: Callable[[str], None] | None = None,
    *,
    placed: bool = False,
) -> Gathered:
    """The facts of all pages of a site that can be read; with `placed`, plain pages are not skimmed."""
    pages = [page for page in site.pages if not page.error]
    read = partial(read_pages, dialect=config.dialect, rendering=rendering, placed=placed)
    result = Gathered(findings=[unreadable(page) for page in site.pages if page.error])
    for batch in in_batches(read, pages, BATCH, jobs, lambda page: Gathered(findings=[killed(page)])):
        result.add(batch)
        if progress is not None:
            for facts in batch.facts:
                progress(facts.path)
    return result


def read_pages(
    pages: Iterable[PageFile], dialect: DialectName, rendering: Rendering, *, placed: bool = False
) -> Gathered:
    """The facts of some pages, in their order."""
    result = Gathered()
    for page in pages:
        with held(result.findings, "link", page.path, page.locale, page.name):
            _take(page, result, dialect, rendering, placed)
    return result


def _take(page: PageFile, result: Gathered, dialect: DialectName, rendering: Rendering, placed: bool) -> None:
    try:
        raw = page.read()
    except OSError as error:
        result.findings.append(unreadable(page, error))
        return
    facts = None if placed else skim(raw, page.path, dialect, rendering)
    if facts is None:
        document = read_page(raw, dialect, path=page.path)
        document.locale, document.page = page.locale, page.name
        facts = collect(document, rendering)
        result.ignores += ignores(document)
        result.findings += (unreadable(page, fault) for fault in document.faults if fault.rule == UNREADABLE.id)
    facts.locale, facts.page = page.locale, page.name
    result.facts.append(facts)
