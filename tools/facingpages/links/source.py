"""The link check over Markdown: facts are taken while pages stream by, findings given when all are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from facingpages.boundary import held
from facingpages.config import Config
from facingpages.document import Document
from facingpages.finding import Finding, Related
from facingpages.links.facts import PageFacts, collect
from facingpages.links.gather import gather
from facingpages.links.generators import publication
from facingpages.links.publication import Publication
from facingpages.links.rendering import Rendering
from facingpages.links.resolve import Problem, Resolver
from facingpages.read import decode, read_page
from facingpages.rules.base import line_of
from facingpages.site import PageFile, Site
from facingpages.site.opener import read, root_of


class LinkCheck:
    """The links of one site: `add` every page once, in any order, then ask for `findings`."""

    def __init__(self, site: Site, config: Config) -> None:
        self.site = site
        self.config = config
        self.facts: list[PageFacts] = []

    @cached_property
    def publication(self) -> Publication:
        """How the site is published."""
        return publication(self.site, self.config)

    @property
    def rendering(self) -> Rendering:
        """How its pages are rendered."""
        return self.publication.rendering

    def add(self, document: Document) -> None:
        """Take the facts of a parsed page. The page itself is not kept."""
        self.facts.append(collect(document, self.rendering))

    def apart(self) -> LinkCheck:
        """One that begins anew with what is known of the site."""
        found = LinkCheck(self.site, self.config)
        found.publication = self.publication
        return found

    def take(self, facts: Iterable[PageFacts]) -> None:
        """Facts that were collected elsewhere, in another process or an earlier run."""
        self.facts += facts

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong with links within the site; pages that hold a fault are read again for its place."""
        reading, problems, broken = _Reading(self), list[Problem](), list[Finding]()
        for page in reading.ordered():
            with held(broken, "link", page.path, page.locale, page.page):
                problems += reading.problems(page)
        yield from broken
        yield from self.placed(problems)

    def placed(self, problems: Iterable[Problem]) -> Iterator[Finding]:
        """The findings of problems, at their places."""
        by_page: dict[str, list[Problem]] = {}
        for problem in problems:
            by_page.setdefault(problem.facts.path, []).append(problem)
        for path, found in by_page.items():
            document = self._text(path, found[0].facts)
            if document is None:
                continue
            findings: list[Finding] = []
            for problem in found:
                with held(findings, "link", path, document.locale, document.page):
                    findings.append(self._finding(problem, document))
            yield from findings

    def _finding(self, problem: Problem, document: Document) -> Finding:
        use = problem.use
        related: tuple[Related, ...] = ()
        if problem.related is not None:
            path, offset = problem.related
            other = self._text(path, None)
            if other is not None:
                related = (
                    Related(
                        other.place(offset, other.line_span(offset)[1]), problem.rule.origin, line_of(other, offset)
                    ),
                )
        return problem.rule.finding(
            problem.message, document.place(use.start, use.end), document.locale, dict(problem.values),
            severity=problem.severity, related=related, snippet=line_of(document, use.start),
            content=document.source_text(use.start, use.end), page=document.page,
        )  # fmt: skip

    def read(self, path: str) -> bytes | None:
        """The bytes of a file of the site's folder, None where it can't be read."""
        try:
            page = self._files.get(path)
            return page.read() if page is not None else read(self.config.root / path, root_of(self.config.root))
        except OSError:
            return None

    @cached_property
    def _files(self) -> dict[str, PageFile]:
        return {page.path: page for page in self.site.pages}

    def _text(self, path: str, facts: PageFacts | None) -> Document | None:
        """A page's text for places and snippets, not parsed."""
        raw = self.read(path)
        if raw is None:
            return None
        document = Document(path, decode(raw, []), self.config.dialect)
        if facts is not None:
            document.locale, document.page = facts.locale, facts.page
        return document


class _Reading(Resolver):
    """A resolver that reads pages beyond those that are checked when a link leads to a place on one."""

    def __init__(self, check: LinkCheck) -> None:
        super().__init__(check.publication, check.facts, check.site.source)
        self.check = check
        self.others: dict[str, PageFacts | None] = {}

    def beyond(self, file: str) -> PageFacts | None:
        """The facts of a page that no one asked to check: read once."""
        if file not in self.others:
            raw = self.check.read(file)
            document = read_page(raw, path=file, dialect=self.check.config.dialect) if raw is not None else None
            self.others[file] = collect(document, self.check.rendering) if document is not None else None
        return self.others[file]

    def read(self, file: str) -> bytes:
        """The bytes of a file, none where it can't be read."""
        return self.check.read(file) or b""


def check(site: Site, config: Config, jobs: int = 1) -> Iterator[Finding]:
    """The links of a site, and nothing else: no page is aligned, and one without fault is not even parsed."""
    links = LinkCheck(site, config)
    gathered = gather(site, config, links.rendering, jobs)
    links.take(gathered.facts)
    yield from gathered.findings
    yield from links.findings()
