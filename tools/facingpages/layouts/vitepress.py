"""VitePress and VuePress: the source at the root of the site, a folder for each other language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace

from facingpages.layouts import folders
from facingpages.layouts.layout import Layout, joined
from facingpages.layouts.settings import script_keys, script_text
from facingpages.layouts.tree import Tree

FOLDERS = {".vitepress": "VitePress", ".vuepress": "VuePress"}


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every site with a `.vitepress` or `.vuepress` folder."""
    for folder in sorted(tree.folders, key=lambda path: (path.count("/"), path)):
        if posixpath.basename(folder) not in FOLDERS:
            continue
        markers = [path for path in tree.markers if path.startswith(folder + "/")]
        script = "\n".join(tree.text(path) for path in markers)
        site = joined(posixpath.dirname(folder), script_text(script, "srcDir"))
        found = folders.find(tree, site, _source(script))
        if isinstance(found, Layout):
            name = FOLDERS[posixpath.basename(folder)]
            yield replace(found, name=f"{name}, {found.name}", origin=markers[0] if markers else "")


def _source(script: str) -> str:
    """The language of the `root` locale (VuePress: `/`)."""
    locales = script_keys(script, "locales")
    language = re.search(r"\blang\s*:\s*[\"']([\w-]+)[\"']", locales.get("root", "") or locales.get("/", ""))
    return language.group(1).split("-")[0] if language else ""
