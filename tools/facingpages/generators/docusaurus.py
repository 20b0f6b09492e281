"""Docusaurus: translations in `i18n/<locale>/docusaurus-plugin-content-…`, sources in `docs`, `blog` and others."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence

from facingpages.generators.addresses import named
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits, PagePath, SiteSettings
from facingpages.generators.layout import Layout, joined, spread
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import script_list, script_text, uncommented
from facingpages.generators.slugs import HeadingIds, counted, github
from facingpages.generators.tree import Tree, depth_first, stem, suffixes_of
from facingpages.languages.codes import is_locale
from facingpages.late import late

PLUGIN = late(r"(?P<site>.*/|)(?P<i18n>[^/]+)/(?P<locale>[^/]+)/docusaurus-plugin-content-(?P<plugin>[^/]+)")


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every Docusaurus site with translated pages."""
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for folder in tree.folders:
        match = PLUGIN.fullmatch(folder)
        if match and is_locale(match["locale"]):
            place = (match["site"].rstrip("/"), match["i18n"])
            found.setdefault(place, {}).setdefault(match["locale"], set()).add(match["plugin"])
    for (site, i18n), plugins in sorted(found.items(), key=lambda item: depth_first(item[0][0])):
        layout = _site(tree, site, i18n, plugins)
        if layout is not None:
            yield layout


def _site(tree: Tree, site: str, i18n: str, plugins: dict[str, set[str]]) -> Layout | None:
    marker = next((path for path in tree.markers if path.startswith(joined(site, "docusaurus.config"))), "")
    script = tree.text(marker) if marker else ""
    default = script_text(script, "defaultLocale") or "en"
    source = _source_of(tree, joined(site, i18n), default, script_list(script, "locales"), plugins)
    locales = tuple(
        locale for locale in script_list(script, "locales") or sorted(plugins) if locale != source and locale in plugins
    )
    pages: list[str] = []
    sources: list[str] = []
    pairs = 0
    for plugin in sorted({name for names in plugins.values() for name in names}, key=_docs_first):
        for inside, origin in _collections(plugin, script):
            origin = posixpath.normpath(joined(site) + "/" + origin).lstrip("/")
            names = {stem(path): path for path in tree.below(origin)}
            folder = joined(site, i18n, "{locale}", f"docusaurus-plugin-content-{plugin}", inside)
            translated = [path for locale in locales for path in tree.below(folder.replace("{locale}", locale))]
            shared = [path for path in translated if stem(path) in names]
            if shared:
                suffixes = suffixes_of([*shared, *names.values()])
                pages += spread(folder, "{page}", suffixes)
                sources += spread(origin, "{page}", suffixes)
                pairs += len(shared)
    if not pairs:
        return None
    return Layout("", source, tuple(pages), tuple(sources), locales, "mdx", origin=marker, pairs=pairs)


def _collections(plugin: str, script: str) -> Iterator[tuple[str, str]]:
    """Folders of translations and of their sources. `plugin` is docs, blog or pages, perhaps with an id behind it."""
    kind, _, identifier = plugin.partition("-")
    if kind == "docs":
        yield "current", _path_of(script, identifier) or identifier if identifier else _docs_path(script)
        prefix = f"{identifier}_" if identifier else ""
        yield "", f"{prefix}versioned_docs"
    elif kind == "blog":
        yield "", identifier or "blog"
    elif kind == "pages":
        yield "", "src/pages"


def _docs_path(script: str) -> str:
    match = re.search(r"\bdocs\s*:\s*\{[^{}]*?\bpath\s*:\s*[\"']([^\"'\n]+)[\"']", script)
    return match.group(1) if match else "docs"


def _path_of(script: str, identifier: str) -> str:
    """Where the docs of a plugin with this id lie, if its settings say so: `id: "api", path: "docs/api"`."""
    named = rf"\bid\s*:\s*[\"']{re.escape(identifier)}[\"']"
    path = r"\bpath\s*:\s*[\"']([^\"'\n]+)[\"']"
    match = re.search(rf"{named}[^{{}}]{{0,400}}?{path}|{path}[^{{}}]{{0,400}}?{named}", script)
    return (match.group(1) or match.group(2)) if match else ""


def _source_of(tree: Tree, folder: str, default: str, locales: Sequence[str], translated: Iterable[str]) -> str:
    """The language of the docs: the default one, unless it is translated into and one other alone is not."""
    having = {locale for locale in translated if tree.below(joined(folder, locale))}
    left = [locale for locale in locales if locale not in having]
    return left[0] if default in having and len(left) == 1 else default


def _docs_first(plugin: str) -> tuple[bool, str]:
    return plugin != "docs", plugin


ROUTE = late(r"\brouteBasePath\s*:\s*([\"'`])([^\"'`$\n]*)\1")
SLASH = late(r"\btrailingSlash\s*:\s*true\b")
NUMBER = late(r"\d+\s*[-_.]+\s*(?=[^-_.\s])(.*)")
NO_NUMBER = late(r"\d{2,4}[-_.]\d{1,2}\b|\d+[.]\d+")  # a date, a version
CATALOGUES = late(r"generated-index|\bdocsRouteBasePath\b|plugin-content-docs")


def addresses(route: str, place: PagePath) -> Iterator[str]:
    """The address of a page of the docs: its `slug`, else its path with its `id`, without numbers before names."""
    if "docusaurus-plugin-content-docs/current/" not in place.lead and place.prefix:
        return
    *folders, last = (_unnumbered(part) for part in place.name.rpartition(".")[0].split("/"))
    slug, identifier = (place.front.get(key, "").strip("\"' ") for key in ("slug", "id"))
    above = (place.prefix, route)
    if slug:
        yield named((*above, *(() if slug[0] == "/" else folders)), posixpath.normpath(slug).strip("./"))
    elif last.lower() in ("index", "readme") or (folders and last == folders[-1]):
        yield named(above, "/".join(folders))
    else:
        yield named((*above, *folders), identifier or last)


def _unnumbered(part: str) -> str:
    """A part of a path without the number before it."""
    match = NUMBER.fullmatch(part)
    return match.group(1) if match and not NO_NUMBER.match(part) else part


def settle(habits: Habits, settings: SiteSettings) -> Habits:
    """What `docusaurus.config` says: where the docs are published, unless there are several sorts of them."""
    text = settings.text
    routes = [found.group(2).strip("/") for found in ROUTE.finditer(uncommented(text))]
    folder = next(iter(sorted(map(posixpath.dirname, settings.texts))), "")
    aliases = {"@site/": joined(folder) + "/" if folder else ""}
    plain = bool(text) and len(routes) < 2 and not CATALOGUES.search(text)
    plain = plain and not settings.has(joined(folder, "versions.json"))
    if not plain:
        return habits._replace(aliases=aliases)
    route = routes[0] if routes else "docs"
    return habits._replace(base=settings.base("baseUrl"), aliases=aliases, complete=True,
        at=lambda place: addresses(route, place), slash=bool(SLASH.search(text)),
    )  # fmt: skip


VERSION = late(r"version-[^/]+/")
DOCUSAURUS_IDS = HeadingIds(github, counted, alt=True)
DOCUSAURUS = Generator(
    "docusaurus", "Docusaurus", Rendering("docusaurus", DOCUSAURUS_IDS),
    Habits(addresses=True, static=("static",), localizes=True, falls_back=True, from_roots=True, rebases=True,
           kept=VERSION),
    recognize=recognize, settle=settle,
)  # fmt: skip
