"""A source page and its translations: read, aligned, and looked at by every rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any

from facingpages.align import align
from facingpages.boundary import held, told
from facingpages.document import Document
from facingpages.engine.faults import is_garbled, page_faults
from facingpages.engine.plan import PageSet, Plan
from facingpages.finding import Finding
from facingpages.ignore import Ignore, ignores
from facingpages.lexicon import HeardLexicon, Lexicon, told_of
from facingpages.read import read_bilingual, read_page
from facingpages.rules.base import Pair
from facingpages.rules.block import REWRITTEN
from facingpages.rules.doubted import doubted
from facingpages.rules.gathered import gathered
from facingpages.rules.held import everything
from facingpages.rules.page import unreadable
from facingpages.site import PageFile


class PageResult:
    """What a source page and its translations gave: plain data, small, and by itself.

    `page` is their name. `findings` are unfiltered; a fix hangs on its finding. `facts` are what each subject keeps for
    the end, by its name. `ignores` are those written in the pages, `paths` the translations that were looked at.
    """

    def __init__(
        self, page: str, findings: list[Finding] | None = None, facts: dict[str, list[Any]] | None = None,
        ignores: list[Ignore] | None = None, paths: list[str] | None = None,
    ) -> None:  # fmt: skip
        self.page = page
        self.findings: list[Finding] = [] if findings is None else findings
        self.facts: dict[str, list[Any]] = {} if facts is None else facts
        self.ignores: list[Ignore] = [] if ignores is None else ignores
        self.paths: list[str] = [] if paths is None else paths

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageResult) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]


def look(plan: Plan, pages: PageSet, read: Callable[[PageFile], bytes] = PageFile.read) -> PageResult:
    """The result of a source page and its translations: none of them is kept. `read` gives the bytes of each."""
    return together(pages, look_at_units(plan, pages, read))


def look_at_units(plan: Plan, pages: PageSet, read: Callable[[PageFile], bytes] = PageFile.read) -> list[PageResult]:
    """The result of each unit of a set."""
    looking = _Looking(plan, pages.name, [], read)
    return [looking.result for _ in looking.units(pages)]


def look_and_hear(
    plan: Plan, pages: PageSet, read: Callable[[PageFile], bytes]
) -> list[tuple[PageResult, dict[str, Any]]]:
    """The same, and what the lexicons that each asked told, by locale, as `told_of` has it."""
    looking = _Looking(plan, pages.name, [], read, hear=True)
    return [(looking.result, told_of(looking.lexicons)) for _ in looking.units(pages)]


def together(pages: PageSet, results: Sequence[PageResult]) -> PageResult:
    """The result of a set, from those of its units."""
    whole = PageResult(pages.name, paths=pages.paths)
    for result in results:
        whole.findings += result.findings
        whole.ignores += result.ignores
        for name, facts in result.facts.items():
            whole.facts.setdefault(name, []).extend(facts)
    return whole


def facts_of(plan: Plan, page: PageFile, name: str) -> list[Any]:
    """What one subject keeps of a page by itself; nothing of one that can't be read."""
    looking = _Looking(plan, page.name, [], PageFile.read)
    with looking.held(page):
        raw = looking.bytes(page)
        if raw is not None:
            looking.page(looking.parsed(raw, page))
    return looking.result.facts[name]


def look_at(plan: Plan, page: PageFile, raw: bytes, source: Document | None) -> PageResult:
    """The result of one page as it would be with some bytes, beside its source; without one, by itself."""
    looking = _Looking(plan, page.name, [page.path], lambda _: raw)
    with looking.held(page):
        looking.translation(page, source)
    return looking.result


class _Looking:
    """One look at a source page and its translations."""

    def __init__(
        self, plan: Plan, name: str, paths: list[str], read_bytes: Callable[[PageFile], bytes], *, hear: bool = False
    ) -> None:  # fmt: skip
        self.plan = plan
        self.hear = hear  # what lexicons are asked
        self.name = name
        self.read_bytes = read_bytes
        self.begin(paths)

    def begin(self, paths: list[str]) -> None:
        """Look at something anew."""
        self.result = PageResult(self.name, facts={across: [] for across in self.plan.across}, paths=paths)
        self.lexicons: dict[str, Lexicon | None] = {}  # that were asked, by locale

    def units(self, pages: PageSet) -> Iterator[None]:
        """The source by itself, then each translation beside it: after each, `result` and `lexicons` are its own."""
        embedded = self.plan.config.embedded_source
        source: Document | None = None
        if pages.source is not None and not embedded:
            with self.held(pages.source):
                source = self.read(pages.source)
                if source is not None and pages.alone:
                    self.alone(source)
            if pages.alone:
                yield
                self.begin([])
        for page in pages.translations:
            self.result.paths = [page.path] if pages.source is not None else []
            with self.held(page):
                if embedded and pages.source is not None:
                    self.bilingual(page)
                else:
                    self.translation(page, source)
            yield
            self.begin([])

    def held(self, page: PageFile) -> AbstractContextManager[None]:
        """Keep a bug of ours to the page that brings it out."""
        return held(self.result.findings, "read", page.path, page.locale, page.name)

    def translation(self, page: PageFile, source: Document | None) -> None:
        """A translation and its source, if there is one that can be read."""
        target = self.read(page)
        if target is None:
            return
        if source is not None:
            self.pair(source, target)
        else:
            self.alone(target)

    def bilingual(self, page: PageFile) -> None:
        """A page that holds its source."""
        raw = self.bytes(page)
        if raw is None:
            return
        source, target = read_bilingual(raw, path=page.path)
        target.locale, target.page = page.locale, page.name
        if source is None:
            self.alone(target)
            return
        source.locale, source.page = self.plan.config.source, page.name
        self.pair(source, target)

    def pair(self, source: Document, target: Document) -> None:
        """A page and its source."""
        self.page(target)
        if self.plan.aligns and not (is_garbled(target) or is_garbled(source)):
            names = self.plan.site.source_names
            beads = align(source, target, lambda: self.lexicon(target.locale))
            lexicon = self.lexicon(target.locale)
            pair = Pair(source, target, beads, target.locale, self.plan.config.rule, names, [], lexicon,
                self.plan.config.at(target.path).generator)  # fmt: skip
            found = check_pair(pair, self.plan)
            self.result.findings += found
            if self.plan.habits is not None:
                facts = self.plan.habits.told(target.path, target.locale, found)
                self.result.facts[self.plan.habits.name] += facts
            for name, across in self.plan.across.items():
                try:
                    self.result.facts[name] += across.of_pair(pair)
                except BaseException as error:
                    if not _told(error, self.result.findings, name, target):
                        raise
        self.faults(target, source)

    def lexicon(self, locale: str) -> Lexicon | None:
        """What vouches for the words of a locale."""
        if locale not in self.lexicons:
            found = self.plan.lexicon(locale, self.result.page)
            self.lexicons[locale] = HeardLexicon(found) if found is not None and self.hear else found
        return self.lexicons[locale]

    def alone(self, document: Document) -> None:
        """A page that is compared with none: a source, or a translation without one."""
        self.page(document)
        for check in self.plan.page_checks if not is_garbled(document) else ():
            try:
                self.result.findings += check(document, document.locale)
            except BaseException as error:
                if not _told(error, self.result.findings, subject(check), document):
                    raise
        self.faults(document, None)

    def page(self, document: Document) -> None:
        """What a page gives whatever it is compared with: facts, and the ignores written in it."""
        for name, across in self.plan.across.items():
            try:
                self.result.facts[name] += across.of_page(document)
            except BaseException as error:
                if not _told(error, self.result.findings, name, document):
                    raise
        self.result.ignores += ignores(document)

    def faults(self, document: Document, source: Document | None) -> None:
        """What the parser met."""
        self.result.findings += (one for one in page_faults(document, source) if one.rule in self.plan.rules)

    def read(self, page: PageFile) -> Document | None:
        """The parsed page; None where it could not be read, with a finding that says why, or need not be parsed."""
        raw = self.bytes(page)
        if raw is None or (self.plan.brief and self.brief(raw, page)):
            return None
        return self.parsed(raw, page)

    def parsed(self, raw: bytes, page: PageFile) -> Document:
        """A page from its bytes."""
        document = read_page(raw, self.plan.config.at(page.path).dialect, path=page.path)
        document.locale, document.page = page.locale, page.name
        return document

    def brief(self, raw: bytes, page: PageFile) -> bool:
        """Whether the facts of a page could be taken without parsing it."""
        found = {name: across.of_bytes(raw, page) for name, across in self.plan.across.items()}
        for name, facts in found.items():
            if facts is None:
                return False
            self.result.facts[name] += facts
        return True

    def bytes(self, page: PageFile) -> bytes | None:
        """The bytes of a page, None where they can't be had: then a finding says why."""
        if page.error:
            return None
        try:
            return self.read_bytes(page)
        except OSError as error:
            self.result.findings.append(unreadable(page, error))
            return None


def _told(error: BaseException, findings: list[Finding], asked: str, document: Document) -> bool:
    """Keep a bug of ours to one subject on one page: a finding; False where it was none."""
    return told(error, findings, asked, document.path, document.locale, document.page)


def subject(asked: Callable[..., Any]) -> str:
    """Whose check it is."""
    return asked.__module__.rpartition(".")[2]


def check_pair(pair: Pair, plan: Plan) -> list[Finding]:
    """What the rules find in one aligned pair. What goes wrong in one of them is kept from the others."""
    found: list[Finding] = []
    if plan.thorough:
        pair.held = everything(pair.beads)
    held = pair.held.whole
    for check, of in plan.pair_checks:
        if not held & of:
            continue
        new: list[Finding] = []
        try:
            new += check(pair)
        except BaseException as error:
            if not _told(error, new, subject(check), pair.target):
                raise
        if new:
            alone = [finding for finding in new if finding.rule in plan.alone]
            if alone:
                return alone
            found += new
    if REWRITTEN.id in plan.rules:
        found += doubted(pair)
    found = gathered(pair, found, plan.rules, plan.config.severity)
    for check_page in plan.page_checks:
        try:
            found += check_page(pair.target, pair.locale)
        except BaseException as error:
            if not _told(error, found, subject(check_page), pair.target):
                raise
    return found
