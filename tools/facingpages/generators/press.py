"""What VitePress and VuePress share: the source at the root of the site, a folder for each other language."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator

from facingpages.generators import folders
from facingpages.generators.layout import Layout, joined
from facingpages.generators.settings import script_keys, script_text
from facingpages.generators.slugs import HeadingIds, counted
from facingpages.generators.tree import Tree

SCRIPTS = ("ts", "mts", "js", "mjs")


def sites(tree: Tree, name: str) -> Iterator[Layout]:
    """Every site with a settings folder of that name, that with the most translated pages first.

    Demos and templates lie beside the docs that tell of them.
    """
    yield from sorted(_sites(tree, name), key=lambda layout: -layout.pairs)


def _sites(tree: Tree, name: str) -> Iterator[Layout]:
    for folder in sorted(tree.folders, key=lambda path: (path.count("/"), path)):
        if posixpath.basename(folder) != name:
            continue
        markers = [path for path in tree.markers if path.startswith(folder + "/")] or _parts(tree, folder)
        script = "\n".join(tree.text(path) for path in markers)
        site = joined(posixpath.dirname(folder), script_text(script, "srcDir"))
        found = folders.find(tree, site, _source(script))
        if isinstance(found, Layout):
            yield found._replace(origin=markers[0] if markers else "")


def _parts(tree: Tree, folder: str) -> list[str]:
    """The settings where they are a folder: its `index`, and what all languages share."""
    if f"{folder}/config" not in tree.folders:
        return []
    names = (f"{folder}/config/{name}.{suffix}" for name in ("index", "shared") for suffix in SCRIPTS)
    return [path for path in names if tree.text(path)]


def _source(script: str) -> str:
    """The language of the `root` locale (VuePress: `/`)."""
    locales = script_keys(script, "locales")
    language = re.search(r"\blang\s*:\s*[\"']([\w-]+)[\"']", locales.get("root", "") or locales.get("/", ""))
    return language.group(1).split("-")[0] if language else ""


def mdit_vue(text: str) -> str:
    """Ids of headings, from `@mdit-vue/shared`. It sees `&`, `<` and `>` that were written as entities as entities."""
    text = re.sub("[\u0300-\u036f\0-\x1f]", "", unicodedata.normalize("NFKD", text))
    text = re.sub(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'“”‘’<>,.?/]+", "-", text).strip("-")
    return re.sub(r"^(\d)", r"_\1", text, flags=re.A).lower()


PRESS_IDS = HeadingIds(mdit_vue, counted, "order", entities=True)
