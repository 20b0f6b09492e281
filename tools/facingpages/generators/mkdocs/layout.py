"""MkDocs: mkdocs-static-i18n (folder or suffix), or a project for each language (`docs/en/mkdocs.yml`)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from facingpages.generators import folders, suffixes
from facingpages.generators.layout import Layout, joined, spread
from facingpages.generators.settings import entries, table
from facingpages.generators.tree import Tree
from facingpages.languages.codes import is_locale

FILES = ("mkdocs.yml", "mkdocs.yaml")


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every layout that a `mkdocs.yml` tells of."""
    for marker in tree.markers:
        folder, name = posixpath.split(marker)
        if name not in FILES:
            continue
        settings = table(tree.text(marker), ".yml")
        docs = str(settings.get("docs_dir") or "docs")
        i18n = _plugin(settings)
        if i18n is not None:
            found = _static_i18n(i18n, joined(folder, docs))
        elif is_locale(posixpath.basename(folder)):
            found = _project_each(tree, folder, docs) or _settings_each(tree, folder, docs)
        else:
            found = _by_shape(tree, joined(folder, docs))
        if found is not None:
            yield found._replace(dialect="mkdocs", origin=marker)


def _plugin(settings: dict[str, object]) -> dict[str, object] | None:
    plugins = settings.get("plugins")
    if isinstance(plugins, dict):
        plugins = [plugins]
    for plugin in plugins if isinstance(plugins, list) else ():
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            return dict(plugin["i18n"])
    return None


def _static_i18n(i18n: dict[str, object], docs: str) -> Layout | None:
    """mkdocs-static-i18n; before its version 1, `languages` was a mapping and `default_language` a key of its own."""
    languages = i18n.get("languages")
    if isinstance(languages, dict):
        default = str(i18n.get("default_language") or "en")
        names = [str(name) for name in languages if name != "default"]
    else:
        known = [entry for entry in entries(languages) if entry.get("locale") and entry.get("build") != "false"]
        default = next((str(entry["locale"]) for entry in known if entry.get("default") == "true"), "")
        names = [str(entry["locale"]) for entry in known]
    locales = tuple(name for name in names if name not in (default, "null"))
    if not default or not locales:
        return None
    structure = i18n.get("docs_structure") or "suffix"
    if structure == "folder":
        return Layout(
            "static-i18n, a folder for each language", default, spread(docs, "{locale}/{page}", (".md",)), (), locales
        )
    pages = spread(docs, "{page}.{locale}", (".md",))
    sources = (*spread(docs, f"{{page}}.{default}", (".md",)), *spread(docs, "{page}", (".md",)))
    return Layout("static-i18n, the language in the file name", default, pages, sources, locales)


def _project_each(tree: Tree, folder: str, docs: str) -> Layout | None:
    """A project in a folder for each language, each with its own pages in `docs`. Told by that of the source."""
    above, locale = posixpath.split(folder)
    found = folders.find(tree, above)
    if not isinstance(found, Layout) or found.source != locale or found.source_pages:
        return None
    pages = spread(above, f"{{locale}}/{docs.strip('/')}/{{page}}", (".md",))
    return Layout("a project for each language", locale, pages, (), found.locales, pairs=found.pairs)


def _settings_each(tree: Tree, folder: str, docs: str) -> Layout | None:
    """Settings in a folder for each language, whose pages lie in one called alike elsewhere (`../../docs/en`)."""
    pages = posixpath.normpath(posixpath.join(folder, docs))
    above, locale = posixpath.split(pages)
    if locale != posixpath.basename(folder) or pages.startswith(".."):
        return None
    found = folders.find(tree, above)
    if not isinstance(found, Layout) or found.source != locale:
        return None
    return found._replace(name="a project for each language")


def _by_shape(tree: Tree, docs: str) -> Layout | None:
    found = folders.find(tree, docs)
    return found if isinstance(found, Layout) else suffixes.find(tree, docs)
