"""Which pages there are in which language, as mkdocs-static-i18n builds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import meta

from facingpages.config import NAMES, PROJECT, Config, SetupError, load
from facingpages.discover import discover
from facingpages.finding import Severity
from facingpages.generators import settled
from facingpages.listing import listed
from facingpages.mkdocs.log import log
from facingpages.pattern import compile_all
from facingpages.safe import safe
from facingpages.site import PageFile, Site

KEY = "source_page"  # in the front matter of a translation whose file has another name than its source
HEAD = 65536  # bytes of a page in which its front matter is looked for
MISSING = "page-missing"


@dataclass(frozen=True, slots=True)
class Languages:
    """What static-i18n was told: the default language, the others that are built, and whether pages fall back."""

    source: str
    others: tuple[str, ...]
    folders: bool
    falls_back: bool

    @classmethod
    def of(cls, i18n: Any) -> Languages:
        """As the plugin `i18n` of a configuration says."""
        built = tuple(i18n.build_languages)
        source = str(i18n.default_language)
        others = tuple(locale for locale in built if locale != source)
        return cls(source, others, i18n.config.docs_structure == "folder", i18n.config.fallback_to_default)


def find_pages(config: MkDocsConfig, languages: Languages, named: str | None) -> tuple[Config, Site]:
    """The settings of the check and all pages that are built. `named` is a configuration file of the check.

    Raises PluginError where a configuration is wrong.
    """
    home = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    docs = Path(config.docs_dir).resolve()
    root = home if docs.is_relative_to(home) else docs.parent
    try:
        settings = _settings(home, named) or Config(root)
        if not settings.pages:
            settings = _layout(settings._replace(root=root), docs, languages)
        chosen = [locale for locale in languages.others if locale in settings.locales or not settings.locales]
        settings = settings._replace(source=languages.source, locales=tuple(chosen))
        if not languages.falls_back:  # then nobody expects a translation of every page
            settings = settings._replace(severity={MISSING: Severity.OFF, **settings.severity})
        patterns = [pattern for group in compile_all(settings) for pattern in group]
        settings = settled(settings._replace(generator=settings.generator or "mkdocs"))
        site = discover(settings, listed(settings.root, {pattern.base for pattern in patterns}))
    except SetupError as error:
        raise PluginError(safe(f"facingpages: {error}")) from None
    if config.exclude_docs is not None:
        left_out = config.exclude_docs
        site.pages = [page for page in site.pages if not left_out.match_file(_below(page, docs))]
    site.pages = _named(site, languages)
    return settings, site


def _settings(home: Path, named: str | None) -> Config | None:
    """What a configuration file of the check says. The rules are loaded only where there is one."""
    if not named and not any(_may_hold_settings(home / name) for name in NAMES):
        return None
    from facingpages.reference import subjects

    return load(home, Path(named) if named else None, subjects())


def _may_hold_settings(file: Path) -> bool:
    """Whether a file may be a configuration of the check: a project's own file that does not name it is none."""
    if file.name != PROJECT or not file.is_file():
        return file.exists()
    try:
        return file.stat().st_size > HEAD or b"facingpages" in file.read_bytes()
    except OSError:
        return True  # whoever reads it says what is wrong with it


def _layout(settings: Config, docs: Path, languages: Languages) -> Config:
    """Where static-i18n looks for the pages of a language."""
    below = docs.relative_to(settings.root.resolve()).as_posix()
    lead = "" if below == "." else f"{below}/"
    plain = f"{lead}{{page}}.md"
    if languages.folders:
        name, pages = "a folder for each language", f"{lead}{{locale}}/{{page}}.md"
        sources: tuple[str, ...] = () if (docs / languages.source).is_dir() else (plain,)
    else:
        name, pages = "the language in the file name", f"{lead}{{page}}.{{locale}}.md"
        sources = (f"{lead}{{page}}.{languages.source}.md", plain)
    dialect = settings.dialect if "dialect" in settings.given else "mkdocs"
    layout = f"MkDocs, static-i18n, {name} (mkdocs.yml)"
    origin = settings.origin or "mkdocs.yml"
    return settings._replace(
        pages=(pages,),
        source_pages=sources,
        dialect=dialect,
        layout=layout,
        origin=origin,
    )


def _below(page: PageFile, docs: Path) -> str:
    file = page.file.absolute()
    return file.relative_to(docs).as_posix() if file.is_relative_to(docs) else page.path


def _named(site: Site, languages: Languages) -> list[PageFile]:
    """The pages; a translation whose front matter names its source has the source's name."""
    sources = {page.name: page for page in site.pages if page.locale == languages.source}
    taken = {(page.locale, page.name) for page in site.pages}
    pages = []
    for page in site.pages:
        wanted = "" if page.locale == languages.source or page.name in sources or page.error else _source_page(page)
        name = wanted.removeprefix("./").removeprefix("/").removeprefix(f"{languages.source}/").removesuffix(".md")
        if wanted and name not in sources:
            log.warning(f"{page.path}: {KEY}: there is no page {wanted} in {languages.source}; the page stands alone.")
        elif wanted and (page.locale, name) in taken:
            log.warning(
                f"{page.path}: {KEY}: {wanted} has another translation in {page.locale}; this page stands alone."
            )
        elif wanted:
            taken.add((page.locale, name))
            page = page._replace(name=name)
        pages.append(page)
    return pages


def _source_page(page: PageFile) -> str:
    """What the front matter of a page says of its source; empty when it says nothing."""
    found = front_matter(page).get(KEY)
    return PurePosixPath(found).as_posix() if isinstance(found, str) and found.strip() else ""


def front_matter(page: PageFile) -> Mapping[str, object]:
    """The front matter of a page that is not rendered; empty where it can't be read."""
    try:
        return dict(meta.get_data(page.read()[:HEAD].decode("utf-8", "replace"))[1])
    except Exception:  # a front matter can be wrong in many ways; the check tells how
        return {}
