"""The plugin: options and events. It works with mkdocs-static-i18n, which builds one language after the other.

The source language is built first, so its blocks are there when the translations are rendered. The check runs once,
before anything is built; what needs all languages - sitemap, status - is written after the last. Whatever goes wrong
on one page is a warning that names it, and the page is built without pieces.
"""

from __future__ import annotations

import logging
import secrets
import shutil
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from jinja2 import Environment
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from facingpages.config import SetupError
from facingpages.known import BaselineEntry
from facingpages.mkdocs import card, metadata, notice, status
from facingpages.mkdocs.changes import Changes
from facingpages.mkdocs.edition import Edition, for_theme
from facingpages.mkdocs.findings import tell
from facingpages.mkdocs.kept import Kept
from facingpages.mkdocs.languages import Languages, find_pages
from facingpages.mkdocs.log import log
from facingpages.mkdocs.marks import Marks, after_title
from facingpages.mkdocs.metadata import Published, way
from facingpages.mkdocs.options import Options
from facingpages.mkdocs.rendering import PageExtension
from facingpages.mkdocs.words import Words, bring, direction, tag, words
from facingpages.safe import safe
from facingpages.site import PageFile

ASSETS = Path(__file__).parent / "assets"
FOLDER = "assets/facingpages/"
AFTER_ALL = -200  # static-i18n acts at -100, search plugins at 0


class FacingPagesPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds to a site in several languages what its readers and localizers need to trust it."""

    language = ""  # the locale that is built now
    views: dict[str, tuple[Marks, bool]]  # by address of the page: its marks, and whether it shows a button
    edition: Edition | None = None  # None where only one language is built
    page: Page | None = None  # the one that is rendered next
    extension: PageExtension | None = None
    touched = False  # whether another plugin took marks away, which is told once
    is_dirty = False  # whether only what has changed is built
    changes: Changes | None = None
    kept: Kept | None = None  # for the builds after this one, where there are any

    def on_startup(self, *, command: str, dirty: bool, **_: object) -> None:
        """Learn whether all pages are built, and whether once."""
        self.is_dirty = dirty
        if command == "serve" and self.kept is None:
            self.kept = Kept()

    @event_priority(AFTER_ALL)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """See the Markdown tree of every page."""
        if "i18n" not in config.plugins:
            raise PluginError("facingpages needs the plugin i18n (mkdocs-static-i18n) before it in mkdocs.yml.")
        self.language = str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]
        known: list[object] = list(config.markdown_extensions)
        if self.extension is None or not any(extension is self.extension for extension in known):
            self.extension = PageExtension(self._rendered)
            config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Before the first language: find all pages and check them."""
        i18n = config.plugins["i18n"]
        if i18n.building:  # type: ignore[attr-defined]
            return
        languages = Languages.of(i18n)
        self.edition, self.touched, self.views = None, False, {}
        self.changes = Changes() if self.is_dirty else None
        if not languages.others:
            log.info("only one language is built: nothing is put beside it.")
            return
        try:
            brought = bring(Path(self.config.words) if self.config.words else None)
            known = self._known()
        except SetupError as error:
            raise PluginError(safe(f"facingpages: {error}")) from None
        settings, site = find_pages(config, languages, self.config.config_file)
        names = [(page.path, page.name) for page in site.pages]
        again = self.kept is not None and self.kept.begin(names, languages, settings, dict(self.config), brought)
        self.edition = Edition(settings, site, languages, known, self.kept, again)
        self.mark = f"facingpages-{secrets.token_hex(8)}"
        if self.config.warn != "never" or log.isEnabledFor(logging.DEBUG):
            report = self.edition.report
            tell(report.findings if report is not None else (), self.config.warn)

    @event_priority(AFTER_ALL)
    def on_files(self, files: Files, **_: object) -> Files:
        """In builds of what has changed only: build a source with its translations, and the other way round."""
        if self.edition is not None and self.changes is not None:
            self.changes.spread(files, self.edition, self.language)
        return files

    @event_priority(AFTER_ALL)
    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Remember which page is rendered next."""
        if self.extension is not None:
            self.page = page
            self.extension.announce()
        return markdown

    def _rendered(self, root: Element, md: Markdown, text: str) -> None:
        """A page's tree is complete: keep the source's, open the translation's."""
        page, edition = self.page, self.edition
        if page is None or edition is None:
            return
        file = edition.file_of(page.file.abs_src_path)
        if file is None or not edition.has_source(file):
            return
        marks = Marks(self.mark)
        try:
            if file.locale == edition.source:
                if self.config.facing and self.language == edition.source and edition.is_translated(file):
                    edition.take(root, md, file, text, page.url)
            else:
                self._translation(root, md, text, page, file, marks)
        except Exception as error:  # right pairs or none, and the page in any case
            marks.remove(root)
            self.views.pop(page.url, None)
            log.warning(f"{file.path}: the page is built without its source beside it: {error!r}")

    def _translation(self, root: Element, md: Markdown, text: str, page: Page, file: PageFile, marks: Marks) -> None:
        """Mark where the source and the card go in a translated page."""
        edition, said, base = self._here(), words(file.locale), way(page.url)
        bound = edition.open(root, md, file, text, base, marks)
        shown = self._card(page, file, said, base)
        if bound or shown:
            opening = f'<div class="facing-bar" lang="{said.tag}" dir="{said.direction}" data-pagefind-ignore="all">'
            button = card.button(said, edition.source) if bound else ""
            after_title(root, marks.new(opening, button + shown, "</div>")[0], marks)
        marks.number(root)
        if bound or shown:
            self.views[page.url] = marks, bool(bound)

    def _card(self, page: Page, file: PageFile, said: Words, base: str) -> str:
        """The card of a translated page, if anything is known of it."""
        edition = self._here()
        address = edition.addresses.get((edition.source, file.name))
        if not self.config.card or address is None:
            return ""
        language = tag(edition.source), direction(edition.source)
        original = card.Original(base + address or "./", edition.titles[file.name], *language)
        table = next((base + url for url in edition.status_pages), "")
        version, counts = edition.version(file, page.meta), self.config.counts
        found = edition.found(file) if counts or card.is_known(page.meta, version) else None
        return card.card(said, page.meta, version, found, original, table, counts)

    @event_priority(AFTER_ALL)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """The address of pages that are not translated is the source's."""
        self.page = None
        if self.extension is not None:
            self.extension.announce(False)
        edition = self.edition
        file = edition.file_of(page.file.abs_src_path) if edition is not None else None
        if edition is None or file is None:
            return html
        if status.MARK in html:
            edition.status_pages[page.url] = Path(page.file.abs_dest_path)
        if self._falls_back(file) and self.config.notice and page.canonical_url and config.site_url:
            page.canonical_url = urljoin(config.site_url, edition.addresses.get((file.locale, file.name), page.url))
        return html

    @event_priority(AFTER_ALL)
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """All pages of a language are read: what is known of them, also of those that are not built this time."""
        edition, language = self.edition, self.language
        for entry in files.documentation_pages() if edition is not None else ():
            page, file = entry.page, edition.file_of(entry.abs_src_path) if edition is not None else None
            if edition is None or page is None or file is None:
                continue
            if page.markdown is None:
                page.read_source(config)
            fallback = self._falls_back(file)
            robots = metadata.robots(page.meta) if self.config.robots == "honour" else ""
            address = page.canonical_url or ""
            edition.published[page.url] = Published(file.name, language, address, fallback, robots)
            if not fallback:
                edition.addresses[file.locale, file.name] = page.url
            if file.locale == edition.source and not fallback:
                edition.titles[file.name] = metadata.title(page)
        return env

    @event_priority(AFTER_ALL)
    def on_page_context(self, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """The site's search has seen the page: keep the places. Tell the theme what it may want to show."""
        edition = self.edition
        file = edition.file_of(page.file.abs_src_path) if edition is not None else None
        if edition is None or file is None:
            return context
        fallback = self._falls_back(file)
        marks, button = self.views.get(page.url, (None, False))
        if marks is not None:
            page.content, whole = marks.hold(page.content or "")
            button = button and whole
            if whole:
                page.content = f'<div class="facing">{page.content}</div>'
            else:
                del self.views[page.url]
                self._touched(file)
        elif fallback and self.config.notice:
            only = edition.site.is_source_only(file)
            said = words(self.language)
            page.content = notice.around(page.content or "", said, file.locale, only)
        told = for_theme(edition, file, fallback, words(file.locale) if button else None)
        context["facingpages"] = told  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(AFTER_ALL)
    def on_post_page(self, output: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Put in what was marked, what search engines are told, the style and the script where a page needs them."""
        edition = self.edition
        if edition is None:
            return output
        file = edition.file_of(page.file.abs_src_path)
        robots = ""
        marks = self.views.pop(page.url, (None, False))[0]
        if marks is not None and file is not None:
            output, whole = marks.fill(output)
            if not whole:
                self._touched(file)
        if file is not None:
            robots = metadata.robots(page.meta) if self.config.robots == "honour" else ""
            robots = "noindex" if self._falls_back(file) and self.config.notice else robots
        instant = "navigation.instant" in (config.theme.get("features") or ())  # a page comes without its head
        used = instant or 'class="facing' in output or status.MARK in output
        return metadata.into_head(output, robots, way(page.url) + FOLDER if used else "")

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """A page for missing addresses in each language: the source's at the root, the others in their folders."""
        edition = self.edition
        if edition is None or template_name != "404.html":
            return output_content
        output = metadata.into_head(output_content, "noindex", "")
        if self.language == edition.source:
            edition.not_found = output
            return output
        folder = Path(config.site_dir) / self.language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / template_name).write_text(output, "utf-8", newline="")
        return edition.not_found or output

    @event_priority(AFTER_ALL)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """After the last language: style and script, sitemap, status."""
        edition = self.edition
        if edition is None or config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        folder = Path(config.site_dir)
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        for file in ASSETS.iterdir():
            shutil.copyfile(file, folder / FOLDER / file.name)
        if self.config.sitemap and config.site_url and not metadata.has_own_sitemap(config):
            metadata.write_sitemap(folder, metadata.sitemap(edition.published.values(), edition.source))
        wanted = self.config.status if self.config.status is not None else "status.json"
        name = wanted if self.config.status is not None or edition.status_pages else ""
        if name or edition.status_pages:
            status.publish(edition, folder, name, self.config.lines or status.lines_of(config.repo_url or ""))

    def _known(self) -> frozenset[BaselineEntry] | None:
        """Findings not to be told of; None where nothing is checked."""
        if not self.config.check or not self.config.baseline:
            return frozenset() if self.config.check else None
        from facingpages.baseline import read  # few builds need it

        return read(Path(self.config.baseline))

    def _touched(self, file: PageFile) -> None:
        """Say once that marks did not stay as they were."""
        if not self.touched:
            self.touched = True
            log.warning(f"{file.path}: another plugin changed its comments; such pages are built without the source.")

    def _here(self) -> Edition:
        assert self.edition is not None
        return self.edition

    def _falls_back(self, file: PageFile) -> bool:
        """Whether the source is shown in place of a translation."""
        return self.edition is not None and file.locale == self.edition.source != self.language
