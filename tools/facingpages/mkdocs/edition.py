"""One build of a site: its pages as the check sees them, what it found, and what is known of every page so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown

from facingpages.config import Config
from facingpages.document import Document
from facingpages.finding import Finding
from facingpages.known import BaselineEntry
from facingpages.mkdocs.card import label
from facingpages.mkdocs.cells import Cell, Status
from facingpages.mkdocs.facing import Spread, open_spread
from facingpages.mkdocs.kept import Kept
from facingpages.mkdocs.languages import Languages, front_matter
from facingpages.mkdocs.left import LeftBlocks, notes
from facingpages.mkdocs.log import log
from facingpages.mkdocs.marks import Marks
from facingpages.mkdocs.metadata import Published
from facingpages.mkdocs.pieces import SourcePage, take_apart
from facingpages.mkdocs.source_version import SourceVersion, is_stale, source_version
from facingpages.mkdocs.words import Words, language_name, tag, words
from facingpages.read import read_page
from facingpages.recorded import digests
from facingpages.site import PageFile, Site
from facingpages.site.opener import root_of

if TYPE_CHECKING:  # the engine is loaded when something is checked
    from facingpages.engine import Plan
    from facingpages.lexicon import Lexicon
    from facingpages.refine import Report
    from facingpages.update.behind import Behind


@dataclass
class Edition:
    """The site while it is built, all languages together.

    `known` are findings not to be told of, None where nothing is to be checked at all. `kept` is what earlier builds in
    this process know of pages that may not have changed; `again`: this one goes on with the last of them, so that
    nothing is learnt from the site's words, which stay as they were. `sources` are source pages in pieces, `titles` and
    `addresses` (from the site's root) what was built so far, `published` every page for the sitemap.
    """

    settings: Config
    site: Site
    languages: Languages
    known: frozenset[BaselineEntry] | None = frozenset()
    kept: Kept | None = None
    again: bool = False
    sources: dict[str, SourcePage] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    addresses: dict[tuple[str, str], str] = field(default_factory=dict)
    published: dict[str, Published] = field(default_factory=dict)
    status_pages: dict[str, Path] = field(default_factory=dict)
    not_found: str = ""  # the page for missing addresses in the source's language
    versions: dict[tuple[str, str], SourceVersion] = field(default_factory=dict)
    _left: dict[str, Sequence[Behind]] = field(default_factory=dict)
    _digests: dict[str, Sequence[str]] = field(default_factory=dict)
    _asked: dict[str, PageFile | None] = field(default_factory=dict)

    @cached_property
    def _left_blocks(self) -> LeftBlocks:
        return LeftBlocks(self.settings)

    @cached_property
    def _by_path(self) -> Mapping[str, PageFile]:
        return {str(page.file): page for page in self.site.pages}

    @cached_property
    def _by_file(self) -> Mapping[str, PageFile]:
        return {str(page.file.resolve()): page for page in self.site.pages}

    @cached_property
    def _found(self) -> Mapping[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.report.findings if self.report is not None else ():
            found.setdefault(finding.place.path, []).append(finding)
        return found

    @cached_property
    def _source_of(self) -> Mapping[str, PageFile]:
        return {page.name: page for page in self.site.sources}

    @property
    def source(self) -> str:
        """The locale of the source."""
        return self.site.source

    @cached_property
    def report(self) -> Report | None:
        """What the check finds in all pages, run when first asked for; None where it is not wanted, or fails."""
        if self.known is None:
            return None
        from facingpages.engine import Store, check  # a build that shows nothing of the check does not wait for it
        from facingpages.refine import Wanted, refine

        try:
            store = Store.of_user(root_of(self.settings.root))
            result = check(self.site, self.settings, store=store, going_on=self.again and store is not None)
            return refine(result, self.site, Wanted(severity=self.settings.severity, baseline=self.known))
        except Exception as error:  # a bug of the check must not cost the site
            notes = " ".join(getattr(error, "__notes__", ()))
            log.warning(f"the check could not be run, so nothing is told of it: {error!r} {notes}")
            return None

    @cached_property
    def _checked(self) -> Plan | None:
        """What was checked, with what it taught of its languages; None where nothing was."""
        if self.report is None:
            return None
        from facingpages.engine import Plan, Store
        from facingpages.engine.learn import go_on

        plan = Plan(self.site, self.settings)
        go_on(plan, Store.of_user(root_of(self.settings.root)))
        return plan

    def lexicon(self, file: PageFile) -> Lexicon | None:
        """What vouches for the words of a translation, as the check of this build had it: nothing is learnt for it."""
        return self._checked.lexicon(file.locale, file.name) if self._checked is not None else None

    def file_of(self, path: str | None) -> PageFile | None:
        """The page in a file as the check knows it; None for pages that are none of its business."""
        if not path:
            return None
        if path in self._by_path:
            return self._by_path[path]
        if path not in self._asked:  # each page is asked for several times, and links take a while to follow
            self._asked[path] = self._by_file.get(str(Path(path).resolve()))
        return self._asked[path]

    def has_source(self, file: PageFile) -> bool:
        """Whether there is a source page of that name; a translation may have lost it."""
        return file.name in self._source_of

    def is_translated(self, file: PageFile) -> bool:
        """Whether there is a translation of a source page."""
        return any(self.site.translation(file.name, locale) is not None for locale in self.site.locales)

    def translated(self, name: str) -> list[str]:
        """The locales that have a page: the source's and those of its translations."""
        return [
            self.source,
            *(locale for locale in self.site.locales if self.site.translation(name, locale) is not None),
        ]

    def document(self, file: PageFile, text: str) -> Document:
        """A page as it is rendered, parsed: with what macros and snippets have put in."""
        return read_page(text.encode("utf-8", "replace"), path=file.path, dialect=self.settings.dialect)

    def version(self, file: PageFile, metadata: Mapping[str, object]) -> SourceVersion:
        """How a translation stands to its source. Raises OSError where the source can't be read."""
        key = file.locale, file.name
        if key not in self.versions:
            if file.name not in self._digests:
                self._digests[file.name] = digests(self._source_of[file.name].read())
            version = source_version(metadata, self._digests[file.name], lambda: self._found.get(file.path, ()))
            self.versions[key] = replace(version, left=self.left(file))
        return self.versions[key]

    def left(self, file: PageFile) -> Sequence[Behind]:
        """What updates left to people in a translation. Raises OSError where it or its source can't be read."""
        if file.path not in self._left:
            self._left[file.path] = self._left_blocks.of(file, self._source_of[file.name])
        return self._left[file.path]

    def take(self, root: Element, md: Markdown, file: PageFile, text: str, url: str) -> None:
        """Keep a source page in pieces, as it is rendered, for its translations."""

        def taken() -> SourcePage:
            return take_apart(root, md, self.document(file, text), url)

        stash = [held for held in md.htmlStash.rawHtmlBlocks if isinstance(held, str)]
        if self.kept is None or len(stash) < len(md.htmlStash.rawHtmlBlocks):  # elements show nothing of themselves
            self.sources[file.name] = taken()
        else:
            made_of = text, url, stash, md.block_level_elements
            self.sources[file.name] = self.kept.source(file.path, root, made_of, taken)

    def open(self, root: Element, md: Markdown, file: PageFile, text: str, base: str, marks: Marks) -> int:
        """Mark where the source goes in a translation as it is rendered, its `text` with all that was put in.

        `base` leads to the site's root. Gives how many blocks stand beside their source, 0 where that is not known.
        """
        source = self.sources.get(file.name)
        if source is None:
            return 0
        source_page, left, said, lexicon = source, self.left(file), words(file.locale), self.lexicon(file)

        def opened() -> int:
            document = self.document(file, text)
            noted = dict(notes(left, document, said))
            spread = Spread(source_page, document, self.source, file.locale, base, said, noted, lexicon)
            return open_spread(root, md, spread, marks)

        if self.kept is None:
            return opened()
        stash = [held if isinstance(held, str) else "" for held in md.htmlStash.rawHtmlBlocks]
        known = lexicon.digest if lexicon is not None else ""
        made_of = text, source.digest, base, file.locale, left, stash, md.block_level_elements, known
        return self.kept.open(file.path, root, marks, made_of, opened)

    def found(self, file: PageFile) -> Sequence[Finding] | None:
        """What the check found on a page, but for changes of the source; None when it was not run."""
        return _present(self._found.get(file.path, ())) if self.report is not None else None

    def status(self, report: Report) -> Status:
        """What there is of every page in every locale, once all are built."""
        names = [page.name for page in self.site.sources if not self.site.is_source_only(page)]
        cells = {}
        for locale in self.site.locales:
            for name in names:
                page = self.site.translation(name, locale)
                path = page.path if page is not None else self.site.path_of(name, locale)
                version = self.versions.get((locale, name)) if page is not None else None
                if page is not None and version is None:
                    version = self.version(page, front_matter(page))
                cells[locale, name] = Cell(locale, name, path, version, _present(self._found.get(path, ())))
        return Status(names, self.site.locales, cells, report)


def for_theme(edition: Edition, file: PageFile, fallback: bool, words: Words | None) -> dict[str, object]:
    """What a theme may want to know of a page.

    `source`: the source's language; `fallback`: the page is the source in place of a translation; `untranslated`: for
    every locale that lacks the page, the source language's name in that locale; `button`: what the button that shows
    the source says, empty where there is none (`words` is None).
    """
    there = edition.translated(file.name)
    missing = [locale for locale in edition.site.locales if locale not in there]
    return {
        "source": tag(edition.source),
        "fallback": fallback,
        "untranslated": {locale: language_name(edition.source, locale) for locale in missing},
        "button": label(words, edition.source) if words is not None else "",
    }


def _present(findings: Sequence[Finding]) -> Sequence[Finding]:
    return [finding for finding in findings if not is_stale(finding)]
