"""The links of Markdown pages: facts of each page as it goes by, findings when all are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any

from facingpages.boundary import held
from facingpages.document import Document
from facingpages.finding import Finding, Related
from facingpages.generators import publication
from facingpages.generators.publication import Publication
from facingpages.generators.rendering import Rendering
from facingpages.late import late
from facingpages.links.bases import Bases, is_dead
from facingpages.links.borrowed import lost_anchors
from facingpages.links.doubts import Decision
from facingpages.links.facts import PageFacts, collect
from facingpages.links.known import SitePages
from facingpages.links.mending import Mending
from facingpages.links.problem import LinkProblem
from facingpages.links.resolve import HTML, Resolver
from facingpages.read import read_page
from facingpages.read.html import html_ids
from facingpages.rules.across import Across
from facingpages.rules.apart import Apart
from facingpages.rules.base import Pair
from facingpages.rules.facts import Facts
from facingpages.rules.links import RULES
from facingpages.rules.rule import Family
from facingpages.site import PageFile
from facingpages.workers import in_batches

if TYPE_CHECKING:
    from facingpages.links.silent import Silence, Silent

BY_ID = frozenset(("anchor-dead", "anchor-translated"))
ENOUGH, SHARE = 8, 0.1  # such fragments, and of all that the source uses, from which on its ids are not known
BATCH, PARTS = 128, 16  # pages at a time: they take little; of many more each process has so many parts
SIGNS = late(r"[\W_]+")


class LinkCheck(Across[PageFacts | Apart]):
    """The links of one site."""

    name = "links"
    aligns = False

    @cached_property
    def publication(self) -> Publication:
        """How the site is published."""
        return publication(self.whole.site, self.whole.config)

    def rendering(self, path: str) -> Rendering:
        """How a page is rendered."""
        return self.publication.of(path).rendering

    def begin(self) -> None:
        """Find out how the site is published."""
        _ = self.publication

    def of_bytes(self, raw: bytes, page: PageFile) -> Iterable[PageFacts] | None:
        """The facts of a page as far as a glance tells; None for a page that has to be read."""
        from facingpages.links.glance import glance  # a page that is aligned is not glanced at

        facts = glance(raw, page.path, self.whole.dialect(page.path))
        if facts is None:
            return None
        facts.locale, facts.page = page.locale, page.name
        return (facts,)

    def of_page(self, document: Document) -> Iterable[PageFacts]:
        """The facts of a parsed page. The page itself is not kept."""
        return (collect(document, self.rendering(document.path)),)

    def of_pair(self, pair: Pair) -> Iterable[Apart]:
        """Links of a pair that only the whole site can compare."""
        return pair.doubts or ()

    def path(self, fact: PageFacts | Apart) -> str:
        """Of the page itself, of a pair its translation."""
        return fact.path if isinstance(fact, PageFacts) else fact.page

    def settle(self, facts: Facts[PageFacts | Apart], only: Set[str] | None = None, jobs: int = 1) -> Iterator[Finding]:
        """Everything that is wrong with links within the site; pages that hold a fault are read again for its place."""
        pages = SitePages(facts, self.whole)
        reading, problems, doubts, broken = _Reading(self, pages), list[LinkProblem](), list[Apart](), list[Finding]()
        names = {page.name for page in pages.files.values() if only is not None and page.path in only}
        files = pages.ordered()
        if only is None:
            from facingpages.links.silent import Silence  # who asks of some pages follows these

            silence = Silence(facts, pages, files, self.whole.config, reading.addresses)
            files = list(self._telling(reading, silence, jobs))
        for file in files:  # what is wrong in a source is not told again on its translations
            asked = only is None or file.path in only
            if not asked and (file.locale != pages.source or file.name not in names):
                continue
            with held(broken, self.name, file.path, file.locale, file.name):
                page = pages.get(file.path)
                problems += reading.problems(page) if page is not None else ()
                doubts += pages.doubts(file.path) if asked else ()
        settled: list[Finding] = []
        with held(broken, self.name, "."):
            settled += Decision(reading, self.whole).settle(doubts)
        yield from broken
        known = problems if self._knows_ids(reading, problems, only) else _without_ids(problems)
        yield from self.placed(self._based(reading, known, only), reading)
        yield from settled

    def _telling(self, reading: _Reading, silence: Silence, jobs: int) -> Iterator[PageFile]:
        """The pages of which there is something to say, in their order, as other processes find out."""

        def some(paths: Sequence[str]) -> tuple[list[str], Silent]:
            return silence.part(paths, reading.tells)

        paths = [file.path for file in silence.left()]
        size = max(BATCH, len(paths) // (jobs * PARTS))
        for telling, silent in in_batches(some, paths, size, jobs, lambda path: ([path], {})):
            silence.take(silent)
            yield from (reading.pages.files[path] for path in telling)
        silence.write()

    def _knows_ids(self, reading: _Reading, problems: Iterable[LinkProblem], only: Set[str] | None = None) -> bool:
        """Whether ids are made as we believe: where many of those that the source's own pages link differ from the ones
        there only in signs and case, the site makes them otherwise, and nothing is claimed of any."""
        if self.publication.described:
            return True
        source, pages = reading.source, reading.pages
        if only is not None:
            if not any(problem.rule.id in BY_ID for problem in problems):
                return True
            problems = [problem for page in pages.of_locale(source) for problem in reading.problems(page)]
        near = sum(_is_near(problem) for problem in problems if problem.facts.locale == source)
        if near < ENOUGH:
            return True
        read = map(reading.placed, pages.of_locale(source))
        fragments = (use.target for page in read for use in page.uses if "://" not in use.target)
        return near < SHARE * sum("#" in target for target in fragments)

    def _based(self, reading: _Reading, problems: list[LinkProblem], only: Set[str] | None) -> Iterable[LinkProblem]:
        """The problems, without those that are none from where the site's links count."""
        if self.publication.described or not any(map(is_dead, problems)):
            return problems
        return self.bases(reading, problems, only).settled(problems)

    def bases(self, reading: _Reading, problems: Iterable[LinkProblem], only: Set[str] | None = None) -> Bases:
        """From where the site's links count; `problems` are those of all sources unless it is about `only` some."""
        pages = reading.pages.of_locale(reading.source) if only is not None else ()
        known = [problem for page in pages for problem in reading.problems(page)]
        return Bases(reading, known or [one for one in problems if one.facts.locale == reading.source])

    def dump(self, fact: PageFacts | Apart) -> Any:
        """A fact as plain data: of a page a list, of a doubt a table."""
        return fact.dump() if isinstance(fact, PageFacts) else {"doubt": fact}

    def load(self, data: Any) -> PageFacts | Apart:
        """A fact from plain data."""
        if isinstance(data, dict):
            values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in data["doubt"]]
            return Apart(*values)
        return PageFacts.load(data)

    def placed(self, problems: Iterable[LinkProblem], resolver: Resolver | None = None) -> Iterator[Finding]:
        """The findings of problems, at their places; with a resolver also what would mend them."""
        mending = Mending(resolver) if resolver is not None else None
        by_page: dict[str, list[LinkProblem]] = {}
        for problem in problems:
            by_page.setdefault(problem.facts.path, []).append(problem)
        for path, found in by_page.items():
            document = self.whole.text(path)
            if document is None:
                continue
            findings: list[Finding] = []
            for problem in found:
                with held(findings, self.name, path, document.locale, document.page):
                    findings.append(self._finding(problem, document, mending))
            yield from findings

    def _finding(self, problem: LinkProblem, document: Document, mending: Mending | None) -> Finding:
        use, facts = problem.use, problem.facts
        related: tuple[Related, ...] = ()
        if problem.related is not None:
            path, offset = problem.related
            other = self.whole.text(path)
            if other is not None:
                place = other.place(offset, other.line_span(offset)[1])
                related = (Related(place, problem.rule.origin, other.line_text(offset)),)
        return problem.rule.finding(
            problem.message, document.place(use.start, use.end), facts.locale, dict(problem.values),
            severity=problem.severity, related=related, snippet=document.line_text(use.start),
            content=document.source_text(use.start, use.end), page=facts.page,
            fix=mending.fix(problem, document) if mending is not None else None,
        )  # fmt: skip


class KnownLinks:
    """The links of a site whose facts are known, to look at one of its pages as it would be with other bytes."""

    def __init__(self, check: LinkCheck, facts: Iterable[PageFacts | Apart]) -> None:
        pages = SitePages(facts if isinstance(facts, Facts) else Facts.of(check, facts), check.whole)
        self.check = check
        self.reading = _Reading(check, pages)
        self.ids = {page.path: frozenset(page.ids) for page in pages}
        problems = [problem for page in pages.of_locale(pages.source) for problem in self.reading.problems(page)]
        self.knows_ids = check._knows_ids(self.reading, problems)
        self.bases = check.bases(self.reading, problems)

    def findings(self, raw: bytes, facts: Sequence[PageFacts | Apart]) -> Iterator[Finding]:
        """What is wrong with the links of a page, and with those of others that lead to a place it has lost."""
        for page in facts:
            if isinstance(page, PageFacts):
                self.check.whole.put(page.path, raw)
                self.reading.renew(page)
                problems = [*self.reading.problems(page)]
                problems += self._lost(page, self.ids.get(page.path, frozenset()) - set(page.ids))
                known = problems if self.knows_ids else _without_ids(problems)
                yield from self.check.placed(self.bases.settled(known), self.reading)
        yield from Decision(self.reading, self.check.whole).settle(fact for fact in facts if isinstance(fact, Apart))

    def _lost(self, page: PageFacts, lost: Set[str]) -> Iterator[LinkProblem]:
        """The links of other pages to ids that a page no longer has."""
        for other in self.reading.pages if lost else ():
            if other.path != page.path and any(use.target.partition("#")[2] in lost for use in other.uses):
                other = self.reading.placed(other)
                for problem in self.reading.problems(other):
                    if problem.rule.id in BY_ID and problem.use.target.partition("#")[2] in lost:
                        yield problem


def _is_near(problem: LinkProblem) -> bool:
    """Whether a dead fragment and the id that it may mean have the same letters."""
    here, there = (SIGNS.sub("", problem.values.get(name, "")).casefold() for name in ("id", "hint"))
    return problem.rule.id in BY_ID and bool(here) and here == there


def _without_ids(problems: Iterable[LinkProblem]) -> list[LinkProblem]:
    return [problem for problem in problems if problem.rule.id not in BY_ID]


class _Reading(Resolver):
    """A resolver that reads pages beyond those that are checked when a link leads to a place on one."""

    def __init__(self, check: LinkCheck, pages: SitePages) -> None:
        super().__init__(check.publication, pages)
        self.check = check
        self.others: dict[str, PageFacts | None] = {}

    def problems(self, page: PageFacts) -> Iterator[LinkProblem]:
        """Everything wrong on a page, and where it is published in a locale that has none of its own."""
        yield from super().problems(page)
        yield from lost_anchors(self, page)

    def tells(self, path: str) -> bool:
        """Whether there is anything to say of a page."""
        try:
            self.leant = False
            page = self.pages.get(path)
            return page is not None and (not self.passes(page) or self.leant or bool(self.pages.doubts(path)))
        except Exception:  # who asks for it meets it, too
            return True

    def passes(self, page: PageFacts) -> bool:
        """Whether there is nothing wrong with the links of a page."""
        return super().passes(page) and not any(True for _ in lost_anchors(self, page))

    def renew(self, page: PageFacts) -> None:
        """Take other facts of a page for the ones that were known."""
        self.pages.put(page)
        self.snippets.pop(page.path, None)
        if page.locale == self.source:
            self.dead.pop(page.page, None)

    def beyond(self, file: str) -> PageFacts | None:
        """The facts of a page that no one asked to check: read once."""
        if file not in self.others:
            raw = self.read(file)
            if file.endswith(HTML):
                self.others[file] = PageFacts(file, "", "", html_ids(raw)) if raw else None
                return self.others[file]
            document = read_page(raw, self.check.whole.dialect(file), path=file) if raw else None
            self.others[file] = collect(document, self.check.rendering(file)) if document is not None else None
        return self.others[file]

    def surely(self, page: PageFacts) -> frozenset[str]:
        """The ids that a page surely has, as its bytes tell."""
        from facingpages.links.surely import surely

        return surely(self.read(page.path), self.check.whole.dialect(page.path), self.check.rendering(page.path))

    def read(self, file: str) -> bytes:
        """The bytes of a file, none where it can't be read."""
        return self.check.whole.read(file) or b""


FAMILY = Family(RULES, across=LinkCheck)
