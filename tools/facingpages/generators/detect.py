"""Where the translations of a site lie, told by its generator's own configuration or by the folders themselves.

Nothing is ever executed: configurations that are programs are only looked at.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.generators import folders, generators, lessons, marked, of, suffixes
from facingpages.generators.beside import marked_beside, not_covered, others
from facingpages.generators.dialect import dialect_of
from facingpages.generators.generator import Generator
from facingpages.generators.layout import Layout
from facingpages.generators.originals import FAR
from facingpages.generators.renamed import renamed
from facingpages.generators.settings import entries, script_text, table
from facingpages.generators.tree import Tree, scan
from facingpages.languages.codes import ADDRESSED, is_locale, language_of
from facingpages.late import late
from facingpages.listing import SUFFIXES, Listed
from facingpages.site import Site

# Parts of pages, and files for those who translate: no pages of a site.
OTHERS = ("_includes", "_partials", "TRANSLATORS.md", "TRANSLATING.md", "TRANSLATION.md")
READ_ME_IS_NO_PAGE = frozenset(("docusaurus", "starlight", "hugo", "hexo", "jekyll", "zola", "mkdocs"))
SERVICE = late(r"\.?crowdin\.ya?ml")
# Of programs that make a site of whatever a project has written for it: only the language that is asked for by nobody.
FRAMEWORK = late(r"(?:nuxt|next|next-i18next|vite|gt|lingui)\.config\.\w+|gatsby-config\.\w+")
DEFAULT = ("defaultLocale", "defaultLanguage")
MORE = 1.3  # times as many pages as the source: then it may be the source
SEVERAL = 2  # translated pages of another layout that are worth a word
TREES = 5  # that are not covered, named at most
# Keys of a configuration that are meant for one tree of pages.
DECIDED = frozenset(("locales", "dialect", "generator", "exclude", "embedded_source", "source_pages"))
EXAMPLE = 'source = "en", pages = ["docs/{locale}/{page}.md"]'


def detect(root: Path, base: Config | None = None) -> Config:
    """A configuration for the site in a folder. `base` holds the keys already set.

    Raises SetupError with one sentence that asks for what is needed where it can't be told.
    """
    base = base or Config(root)
    tree = _scan(root)
    if not tree.pages:
        raise SetupError(f"there is no Markdown page in {root.resolve().name or root}/ or below it.")
    config = _detected(tree, base)
    if base.given & DECIDED:
        return config
    return config._replace(others=others(tree, config, lambda rest: _recognized(rest, base, "", beside=config)))


def _detected(tree: Tree, base: Config) -> Config:
    """Where most translations lie."""
    given = base.source if "source" in base.given else ""
    told = "" if given else told_by_service(tree) or _told_by_framework(tree)
    try:
        config = _recognized(tree, base, given)
    except SetupError:
        if not told:
            raise
        return _recognized(tree, base, told)
    if told not in ("", config.source) and not config.source_pages:
        if any(_folder(page, told) in tree.folders for page in config.pages):
            return _recognized(tree, base, told)
    return config


def told_by_service(tree: Tree) -> str:
    """The language that pages are translated from, where the settings of a translation service name its folder."""
    for marker in filter(lambda path: SERVICE.fullmatch(posixpath.basename(path)), tree.markers):
        for entry in entries(table(tree.text(marker), ".yml").get("files")):
            folder, _, name = str(entry.get("source", "")).rpartition("/")
            named = [part for part in folder.split("/") if is_locale(part)]
            if len(named) == 1 and PurePosixPath(name).suffix in SUFFIXES:
                return named[0]
    return ""


def _told_by_framework(tree: Tree) -> str:
    """The language that a site is shown in where none is asked for, if its framework's settings name one."""
    for marker in filter(lambda path: FRAMEWORK.fullmatch(posixpath.basename(path)), tree.markers):
        for name in (script_text(tree.text(marker), key) for key in DEFAULT):
            if name and is_locale(name):
                return name
    return ""


def _folder(page: str, locale: str) -> str:
    """The folder of a locale, by the pattern of its pages."""
    return page.partition("{locale}")[0] + locale


def _recognized(tree: Tree, base: Config, source: str, beside: Config | None = None) -> Config:
    """What is recognized in a listing; `beside` is said of another tree in the same folder, if there is one."""
    found = [one for generator in generators() if (one := _by_settings(generator, tree, base, source)) is not None]
    return max(found, key=lambda one: one[1])[0] if found else _by_shape(tree, base, source, beside)


def described(config: Config, site: Site) -> str:
    """One line on what was recognized."""
    where = config.source_pages[0] if config.source_pages else config.pages[0].replace("{locale}", config.source)
    there = config.locales or tuple(site.locales)
    count = len(there)
    listed = ", ".join(there[:12]) + (", …" if count > 12 else "")
    source = "each page holds its source" if config.embedded_source else f"source {config.source} ({where})"
    locales = f"{count} {'locale' if count == 1 else 'locales'} ({listed})"
    return f"found {config.layout}: {source}, {locales}, dialect {config.dialect}"


def uncovered(config: Config, site: Site) -> list[str]:
    """What else looks like translated pages in the folder of a site that was recognized: a line for each."""
    tree = _scan(config.root)
    left = not_covered(tree, config, site)
    lines: list[str] = []
    for told, names in (
        ("that its settings do not list", left.unlisted),
        ("whose pages have no source page there", left.folders.keys() - left.unlisted),
    ):
        if names:
            named = ", ".join(f"{name} ({left.folders[name]})" for name in sorted(names))
            lines.append(f"not covered: folders of languages {told}: {named}")
    return [*lines, *_more_pages(site), *_other_trees(tree, left.pages), *renamed(site)]


def _more_pages(site: Site) -> Iterator[str]:
    """What makes one doubt that a language is the source: another has all the pages and many more."""
    names: dict[str, set[str]] = {}
    for page in site.pages:
        names.setdefault(page.locale, set()).add(page.name)
    own = names.get(site.source, set())
    for one in folders.english(names.keys() - {site.source}) if language_of(site.source) != "en" else ():
        if FAR * len(names[one]) <= len(own):
            yield f"{site.source} has {len(own)} pages, {one} {len(names[one])}: {site.source} is taken for the source"
    found = {locale: pages for locale, pages in names.items() if locale != site.source and len(pages) > MORE * len(own)}
    most = max(found, key=lambda locale: len(found[locale]), default="")
    if len(own) >= SEVERAL and most and len(found[most] & own) * 4 > 3 * len(own):
        yield (
            f"{most} has {len(found[most])} pages, {site.source} {len(own)}: if {most} is what the others are "
            f'translated from, set source = "{most}"'
        )


def _other_trees(tree: Tree, pages: Sequence[str]) -> Iterator[str]:
    """Trees of translated pages among those that are not covered, the largest first."""
    for _ in range(TREES):
        other = tree.with_pages(tuple(pages))
        found = [
            one for one in (folders.find(other), suffixes.find(other), lessons.find(other)) if isinstance(one, Layout)
        ]
        best = max(found, key=lambda one: one.pairs, default=None)
        if best is None or best.pairs < SEVERAL:
            return
        count = len(best.locales)
        locales = f"{count} {'locale' if count == 1 else 'locales'}"
        yield f"not covered: {best.pages[0]}, {best.pairs} translated pages in {locales}"
        lead = best.pages[0].partition("{")[0]
        pages = [path for path in pages if not path.startswith(lead)]


def languages_named(tree: Tree) -> list[str]:
    """Folders that are called as a language is, in English or in itself: `espanol`."""
    from babel import Locale as BabelLocale
    from babel import localedata

    names: dict[str, str] = {}
    for code in sorted(ADDRESSED):
        for locale in (BabelLocale.parse(code) if localedata.exists(code) else None,):
            for name in (locale.english_name, locale.display_name) if locale is not None else ():
                names.setdefault(_plain(name or ""), code)
    called = sorted({posixpath.basename(folder) for folder in tree.folders})
    return [f'"{name}" seems to be {names[_plain(name)]}' for name in called if len(name) > 3 and _plain(name) in names]


def _plain(name: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", name.lower()) if char.isalnum())


def _scan(root: Path) -> Tree:
    known = generators()
    return scan(
        root,
        lambda name: (
            any(generator.reads(name) for generator in known)
            or any(one.fullmatch(name) for one in (SERVICE, FRAMEWORK))
        ),
    )


def _by_settings(generator: Generator, tree: Tree, base: Config, source: str) -> tuple[Config, int] | None:
    """What the settings of a generator tell of a site, and how many translated pages are where they say: sites of two
    generators may lie beside each other."""
    for layout in generator.layouts(tree):
        if not source or layout.source == source:
            dialect = layout.dialect or dialect_of(tree, _sample(tree, layout))
            config = _without_others(layout.config(base, dialect, generator.name, generator.title), tree)
            if pairs := _pairs(config, tree):
                return config, pairs
    return None


def _by_shape(tree: Tree, base: Config, source: str, beside: Config | None) -> Config:
    """The layout with more translated pages of those that folders and file names tell."""
    in_folders = folders.find(tree, source=source)
    others = (suffixes.find(tree, source=source), lessons.find(tree, source=source))
    options = [layout for layout in (in_folders, *others) if isinstance(layout, Layout)]
    layout = max(options, key=lambda option: option.pairs, default=None) or _embedded(tree, in_folders)
    if layout is None:
        if isinstance(in_folders, folders.Undecided):
            first, last = in_folders.locales[0], in_folders.locales[-1]
            raise SetupError(
                f"no source found: can't tell which of {', '.join(in_folders.locales)} is the source; say it in "
                f'facingpages.toml, for example source = "{first}" or source = "{last}".'
            )
        # What lies beside another tree is not asked for.
        seen = "".join(f"; {one}" for one in languages_named(tree)) if beside is None else ""
        raise SetupError(
            f"can't tell where the translations lie{seen}; say it in facingpages.toml, for example {EXAMPLE}."
        )
    config = layout.config(base, layout.dialect or dialect_of(tree, _sample(tree, layout)), "", "")
    found = marked(config) if beside is None else marked_beside(config, beside)
    if found is None and beside is not None:
        return config._replace(generator="plain" if config.dialect == "commonmark" else config.dialect)
    if found is None:
        return config._replace(generator=of(config).name)
    layout = layout._replace(origin=found.mark)
    return _without_others(layout.config(base, config.dialect, found.generator.name, found.generator.title), tree)


def _embedded(tree: Tree, in_folders: Layout | folders.Undecided | None) -> Layout | None:
    """Translations that hold their source: Learn's bilingual pages, English in `sxs-lookup` spans."""
    if not isinstance(in_folders, folders.Undecided):
        return None
    sample = tree.pages[:: max(1, len(tree.pages) // 20)]
    if not all(re.search(r"class=\"sxs-lookup\"", tree.text(path)) for path in sample):
        return None
    pages = (f"{in_folders.lead}{{locale}}/{{page}}.md",)
    return Layout("bilingual pages", "en", pages, (), in_folders.locales, "learn", embedded_source=True)


def _sample(tree: Tree, layout: Layout) -> Sequence[str]:
    """Pages of the layout, whose text tells the dialect."""
    folder = layout.pages[0].split("{")[0].rstrip("/")
    return [path for path in tree.pages if path.startswith(folder)]


def _without_others(config: Config, tree: Tree) -> Config:
    """A configuration of a generator's site without files that are there for other people than its readers."""
    if "exclude" in config.given:
        return config
    parts = {part for path in tree.pages for part in path.split("/")}
    found = [name for name in OTHERS if name in parts]
    if config.generator in READ_ME_IS_NO_PAGE and "README.md" in parts:
        found.append("README.md")
    return config._replace(exclude=(*config.exclude, *(f"**/{name}" for name in found)))


def _pairs(config: Config, tree: Tree) -> int:
    """How many translations of source pages there are where a configuration says."""
    entries = [Listed(path, tree.root / path) for path in tree.pages]
    try:
        site = discover(config, entries)
    except SetupError:
        return 0
    return sum(page.locale != site.source and page.name in site.source_names for page in site.pages)
