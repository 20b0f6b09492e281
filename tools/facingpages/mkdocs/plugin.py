"""The plugin: options and events. It works with mkdocs-static-i18n, which builds one language after the other.

The source language is built first, so its blocks are there when the translations are rendered. The check runs once,
before anything is built; what needs all languages - sitemap, status - is written after the last.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from markdown import Markdown
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from facingpages.mkdocs import card, metadata, notice, status
from facingpages.mkdocs.edition import Edition, for_theme
from facingpages.mkdocs.facing import PageExtension, Spread, open_spread
from facingpages.mkdocs.leaves import heading
from facingpages.mkdocs.pieces import take_apart
from facingpages.mkdocs.words import tag, words
from facingpages.safe import safe
from facingpages.site import PageFile

log = get_plugin_logger(__name__)
ASSETS = Path(__file__).parent / "assets"
FOLDER = "assets/facingpages/"
AFTER_I18N = -200  # static-i18n acts at -100
SEVERITIES = ("error", "warning", "info")


class Options(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say below `- facingpages:`. Every part can be switched off."""

    config_file = c.Optional(c.File(exists=True))  # configuration of the check; default: as the command finds it
    check = c.Type(bool, default=True)
    warn = c.Choice((*SEVERITIES, "never"), default="warning")  # findings from this severity on are warnings
    facing = c.Type(bool, default=True)  # the source beside every block
    card = c.Type(bool, default=True)  # why a reader may trust the page
    notice = c.Type(bool, default=True)  # on pages that are not translated
    robots = c.Choice(("honour", "ignore"), default="honour")  # the robots key of front matters
    sitemap = c.Type(bool, default=True)  # names the translations of every page
    status = c.Type(str, default="status.json")  # where the JSON goes; empty: nowhere
    lines = c.Type(str, default="")  # address of a line of a file: https://host/repository/blob/main/{path}#L{line}


class FacingPagesPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds to a site in several languages what its readers and localizers need to trust it."""

    edition: Edition
    page: Page | None = None  # the one that is rendered next
    extension: PageExtension | None = None

    @event_priority(AFTER_I18N)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """See the Markdown tree of every page."""
        if "i18n" not in config.plugins:
            raise PluginError("facingpages needs the plugin i18n (mkdocs-static-i18n) before it in mkdocs.yml.")
        if self.extension is None:
            self.extension = PageExtension(self._rendered)
            config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Before the first language: check all pages."""
        if config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        self.edition = Edition(config, self.config.config_file, self.config.check)
        warned = SEVERITIES[: SEVERITIES.index(self.config.warn) + 1] if self.config.warn != "never" else ()
        for finding in self.edition.report.findings if self.config.check else ():
            said = f"{finding.place.path}:{finding.place.line}:{finding.place.column}: {finding.text} [{finding.rule}]"
            (log.warning if finding.severity in warned else log.info)(safe(said))

    def on_page_markdown(self, markdown: str, page: Page, **_: object) -> str:
        """Remember which page is rendered next."""
        self.page = page
        return markdown

    def _rendered(self, root: Element, md: Markdown) -> None:
        """A page's tree is complete: keep the source's, open the translation's."""
        page, self.page = self.page, None
        file = self.edition.file_of(page) if page is not None else None
        if page is None or file is None or self.edition.is_fallback(file) or not self.edition.has_source(file):
            return
        edition = self.edition
        edition.addresses[file.locale, file.name] = page.url
        if file.locale != edition.source:
            self._translation(root, md, page, file)
        else:
            edition.titles[file.name] = str(page.meta.get("title") or heading(root) or file.name)
            if self.config.facing and edition.is_translated(file):
                edition.sources[file.name] = take_apart(root, md, edition.document(file), page.url)

    def _translation(self, root: Element, md: Markdown, page: Page, file: PageFile) -> None:
        """Put the source and the card into a translated page."""
        edition, said, base = self.edition, words(file.locale), _way(page.url)
        language = tag(edition.source)
        source = edition.sources.get(file.name)
        bound = 0
        if source is not None:
            document, directions = edition.document(file), edition.directions(file.locale)
            spread = Spread(source, document, language, tag(file.locale), base, said, directions)
            bound = open_spread(root, md, spread)
        version = edition.version(file, page.meta)
        shown = ""
        if self.config.card and (edition.source, file.name) in edition.addresses:
            address = base + edition.addresses[edition.source, file.name] or "./"
            original = card.Original(address, edition.titles[file.name], language)
            table = next((base + url for url in edition.status_pages), "")
            shown = card.card(said, page.meta, version, edition.found(file), original, table)
        if bound or shown:
            holder = Element("div", {"class": "facing-bar", "lang": said.tag, "data-pagefind-ignore": "all"})
            holder.text = md.htmlStash.store((card.button(said, edition.source) if bound else "") + shown)
            root.insert(1 if len(root) and any(True for _ in root[0].iter("h1")) else 0, holder)

    @event_priority(AFTER_I18N)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
        """A notice on pages that are not translated; one frame around those that are."""
        edition, file = self.edition, self.edition.file_of(page)
        if file is None:
            return html
        if status.MARK in html:
            edition.status_pages[page.url] = Path(page.file.abs_dest_path)
        if edition.is_fallback(file):
            if page.canonical_url and config.site_url:
                page.canonical_url = urljoin(config.site_url, edition.addresses.get((file.locale, file.name), page.url))
            only = edition.site.is_source_only(file)
            return notice.around(html, words(edition.language), file.locale, only) if self.config.notice else html
        return f'<div class="facing">{html}</div>' if file.locale != edition.source else html

    @event_priority(AFTER_I18N)
    def on_page_context(self, context: TemplateContext, page: Page, **_: object) -> TemplateContext:
        """Tell the theme what it may want to show, as `facingpages`; `for_theme` says what that holds."""
        file = self.edition.file_of(page)
        if file is not None:
            button = 'class="facing-button"' in (page.content or "")
            context["facingpages"] = for_theme(self.edition, file, button)  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(AFTER_I18N)
    def on_post_page(self, output: str, page: Page, **_: object) -> str:
        """What search engines are told; the style and the script where a page needs them."""
        edition, file = self.edition, self.edition.file_of(page)
        if file is None:
            return output
        robots = metadata.robots(page.meta) if self.config.robots == "honour" else ""
        fallback = edition.is_fallback(file)
        address = page.canonical_url or ""
        edition.published.append(metadata.Published(file.name, edition.language, address, fallback, robots))
        used = 'class="facing' in output or status.MARK in output
        return metadata.into_head(output, "noindex" if fallback else robots, _way(page.url) + FOLDER if used else "")

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """A page for missing addresses in each language: the source's at the root, the others in their folders."""
        if template_name != "404.html":
            return output_content
        output = metadata.into_head(output_content, "noindex", "")
        if self.edition.language == self.edition.source:
            return output
        folder = Path(config.site_dir) / self.edition.language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / template_name).write_text(output, "utf-8", newline="")
        return ""

    @event_priority(AFTER_I18N)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """After the last language: style and script, sitemap, status."""
        if config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        folder, edition = Path(config.site_dir), self.edition
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        for file in ASSETS.iterdir():
            shutil.copyfile(file, folder / FOLDER / file.name)
        if self.config.sitemap and config.site_url:
            metadata.write_sitemap(folder, metadata.sitemap(edition.published, edition.source))
        if self.config.check:
            found = edition.status()
            if self.config.status:
                (folder / self.config.status).write_text(status.as_json(found), "utf-8", newline="\n")
            for url, file in edition.status_pages.items():
                base = _way(url)
                addresses = {key: base + address or "./" for key, address in edition.addresses.items()}
                data = base + self.config.status if self.config.status else ""
                lines = self.config.lines or status.lines_of(config.repo_url or "")
                said = words(edition.source)
                status.write(file, status.table(found, said, edition.titles, addresses, lines, data))


def _way(url: str) -> str:
    """The way from a page to the site's root: empty, or ending in a slash."""
    way = get_relative_url(".", url)
    return "" if way in (".", "./") else way.rstrip("/") + "/"
