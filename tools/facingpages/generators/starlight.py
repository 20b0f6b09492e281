"""Starlight and other Astro sites: `src/content/docs`, the source at its root or in a folder of its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from facingpages.generators import folders
from facingpages.generators.addresses import by_name
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits, PagePath, SiteSettings
from facingpages.generators.layout import Layout, joined
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import script_keys, script_text
from facingpages.generators.slugs import HeadingIds, counted, github
from facingpages.generators.tree import Tree
from facingpages.late import late

CONTENT = "src/content/docs"


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every site whose pages lie in `src/content`."""
    sites = {
        posixpath.dirname(path): path
        for path in reversed(tree.markers)
        if posixpath.basename(path).startswith("astro.config.")
    }
    for folder in tree.folders:
        if folder == CONTENT or folder.endswith("/" + CONTENT):
            sites.setdefault(folder[: -len(CONTENT)].rstrip("/"), "")
    for site, marker in sorted(sites.items(), key=lambda item: (item[0].count("/"), item[0])):
        script = tree.text(marker) if marker else ""
        starlight = joined(site, CONTENT) in tree.folders
        found = folders.find(tree, joined(site, CONTENT if starlight else "src"), _source(script))
        if isinstance(found, Layout):
            pages, pairs = found.pages, found.pairs
            for other in _others(tree, site, found) if starlight else ():
                pages, pairs = pages + other.pages, pairs + other.pairs
            yield found._replace(
                dialect="mdx", origin=marker, title="" if starlight else "Astro", pages=pages, pairs=pairs
            )


def _others(tree: Tree, site: str, docs: Layout) -> Iterator[Layout]:
    """The collections beside the docs, `src/content/pages`, that lie in a folder for each language, too."""
    content = joined(site, posixpath.dirname(CONTENT))
    beside = sorted(folder for folder in tree.folders if posixpath.dirname(folder) == content)
    for folder in beside if not docs.source_pages else ():
        if folder != joined(site, CONTENT):
            found = folders.find(tree, folder, docs.source)
            if isinstance(found, Layout) and not found.source_pages and found.source == docs.source:
                yield found


def _source(script: str) -> str:
    """The source locale: the default one; where that is `root`, its language."""
    default = script_text(script, "defaultLocale")
    locales = script_keys(script, "locales")
    if default and default != "root":
        return default
    language = re.search(r"\blang\s*:\s*[\"']([\w-]+)[\"']", locales.get("root", ""))
    return language.group(1) if language else ""


MAKES_OTHERS = late(r"\b(?:remark\w*|rehype\w*|markdown|plugins|trailingSlash\s*:\s*[\"']never|format)\b")
named = by_name(github, frozenset(("index",)))


def addresses(place: PagePath) -> Iterator[str]:
    """The address of a page: the one that its front matter names, else its path, each part as an id is made."""
    slug = place.front.get("slug", "").strip("\"' /")
    yield slug or f"{place.prefix}/{named(place)}".strip("/")


def settle(habits: Habits, settings: SiteSettings) -> Habits:
    """What `astro.config` says: other plugins may make pages, and rewrite links."""
    base = settings.base("base")
    docs = any(settings.has(joined(posixpath.dirname(name), CONTENT)) for name in settings.texts)
    plain = docs and not MAKES_OTHERS.search(settings.text)
    slash = script_text(settings.text, "trailingSlash") == "always"
    return habits._replace(base=base, complete=bool(base) and plain, rewrites=not plain, slash=slash)


STARLIGHT_IDS = HeadingIds(github, counted, dashes=True)
STARLIGHT = Generator(
    "starlight", "Starlight", Rendering("starlight", STARLIGHT_IDS, attributes=False),
    Habits(addresses=True, static=("public",), falls_back=True, at=addresses),
    recognize=recognize, settle=settle,
)  # fmt: skip
