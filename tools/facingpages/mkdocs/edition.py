"""One build of a site: its pages as the check sees them, what it found, and what is known of every page so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from facingpages.config import Config, SetupError, load
from facingpages.discover import discover
from facingpages.document import Document
from facingpages.engine import check
from facingpages.finding import Finding
from facingpages.generators import settled
from facingpages.generators.detect import detect
from facingpages.mkdocs.card import label
from facingpages.mkdocs.metadata import Published
from facingpages.mkdocs.pieces import SourcePage
from facingpages.mkdocs.source_version import SourceVersion, is_stale, source_version
from facingpages.mkdocs.status import Cell, Status
from facingpages.mkdocs.words import direction, language_name, tag, words
from facingpages.read import read_page
from facingpages.reference import subjects
from facingpages.refine import Report, Wanted, refine
from facingpages.site import PageFile, Site


class Edition:
    """The site while it is built, all languages together.

    `sources` are source pages in pieces, `titles` and `addresses` (from the site's root) what was built so far,
    `published` every page for the sitemap. Raises PluginError when the pages can't be found.
    """

    def __init__(self, config: MkDocsConfig, config_file: str | None, check: bool) -> None:
        self.i18n: Any = config.plugins["i18n"]
        self.settings, self.site = _site(Path(config.config_file_path or ".").resolve().parent, config_file)
        self.checked = check
        self.sources: dict[str, SourcePage] = {}
        self.titles: dict[str, str] = {}
        self.addresses: dict[tuple[str, str], str] = {}
        self.published: list[Published] = []
        self.status_pages: dict[str, Path] = {}
        self._documents: dict[str, Document] = {}
        self._versions: dict[tuple[str, str], SourceVersion] = {}
        self._by_file = {str(page.file.resolve()): page for page in self.site.pages}

    @cached_property
    def report(self) -> Report:
        """What the check finds in all pages."""
        result = check(self.site, self.settings)
        return refine(result, self.site, Wanted(severity=self.settings.severity))

    @cached_property
    def _found(self) -> Mapping[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.report.findings if self.checked else ():
            found.setdefault(finding.place.path, []).append(finding)
        return found

    @cached_property
    def _source_of(self) -> Mapping[str, PageFile]:
        return {page.name: page for page in self.site.sources}

    @property
    def source(self) -> str:
        """The locale of the source."""
        return self.site.source

    @property
    def language(self) -> str:
        """The locale that is built now."""
        return str(self.i18n.current_language)

    def file_of(self, page: Page) -> PageFile | None:
        """The page as the check knows it; None for pages that are none of its business."""
        return self._by_file.get(str(page.file.abs_src_path))

    def is_fallback(self, file: PageFile) -> bool:
        """Whether the source is shown in place of a translation."""
        return file.locale == self.source and self.language != self.source

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

    def document(self, file: PageFile) -> Document:
        """A page, parsed; the source's is kept, because every translation needs it."""
        kept = self._documents.get(file.name) if file.locale == self.source else None
        if kept is None:
            kept = read_page(file.read(), path=file.path, dialect=self.settings.dialect)
            if file.locale == self.source:
                self._documents[file.name] = kept
        return kept

    def version(self, file: PageFile, metadata: Mapping[str, object]) -> SourceVersion:
        """How a translation stands to its source."""
        key = file.locale, file.name
        if key not in self._versions:
            source = self.document(self._source_of[file.name])
            self._versions[key] = source_version(metadata, source.raw, self._found.get(file.path, ()))
        return self._versions[key]

    def found(self, file: PageFile) -> Sequence[Finding] | None:
        """What the check found on a page, but for changes of the source; None when it was not asked."""
        return _present(self._found.get(file.path, ())) if self.checked else None

    def directions(self, locale: str) -> tuple[str, str] | None:
        """The directions of writing of the source and of a locale, if they differ."""
        both = direction(self.source), direction(locale)
        return both if both[0] != both[1] else None

    def status(self) -> Status:
        """What there is of every page in every locale, once all are built."""
        names = [page.name for page in self.site.sources if not self.site.is_source_only(page)]
        cells = {}
        for locale in self.site.locales:
            for name in names:
                page = self.site.translation(name, locale)
                path = page.path if page is not None else self.site.path_of(name, locale)
                version = self._versions.get((locale, name)) if page is not None else None
                cells[locale, name] = Cell(locale, name, path, version, _present(self._found.get(path, ())))
        return Status(names, self.site.locales, cells, self.report)


def for_theme(edition: Edition, file: PageFile, button: bool) -> dict[str, object]:
    """What a theme may want to know of a page.

    `source`: the source's language; `fallback`: the page is the source in place of a translation; `untranslated`: for
    every locale that lacks the page, the source language's name in that locale; `button`: what the button that shows
    the source says, empty where there is none.
    """
    there = edition.translated(file.name)
    missing = [locale for locale in edition.site.locales if locale not in there]
    return {
        "source": tag(edition.source),
        "fallback": edition.is_fallback(file),
        "untranslated": {locale: language_name(edition.source, locale) for locale in missing},
        "button": label(words(file.locale), edition.source) if button else "",
    }


def _present(findings: Sequence[Finding]) -> Sequence[Finding]:
    return [finding for finding in findings if not is_stale(finding)]


def _site(root: Path, named: str | None) -> tuple[Config, Site]:
    """The pages as the command would find them in the folder of mkdocs.yml."""
    try:
        settings = load(root, Path(named) if named else None, subjects())
        if settings is None or not settings.pages:
            settings = detect(settings.root if settings is not None else root, settings)
        settings = settled(settings)
        return settings, discover(settings)
    except SetupError as error:
        raise PluginError(f"facingpages: {error}") from None
