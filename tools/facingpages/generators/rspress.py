"""Rspress: a folder for each language below the folder of pages, also that of the source."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from facingpages.generators import folders
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.layout import Layout, joined
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import script_text, uncommented
from facingpages.generators.slugs import GITHUB
from facingpages.generators.tree import Tree
from facingpages.late import late

ROOT = late(r"\broot\s*:\s*(?:path\.\w+\([^,()'\"]*,\s*)?[\"']([^\"'\n]+)[\"']")


def confirms(text: str) -> bool:
    """Whether the settings of a tool that can do more are of a site of Rspress."""
    return "rspress" in text


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every site with settings of Rspress: its pages lie in `root`, or in `docs`."""
    for marker in tree.markers:
        script = tree.text(marker)
        if not RSPRESS.is_marked(posixpath.basename(marker)) or not confirms(script):
            continue
        root = ROOT.search(uncommented(script))
        base = joined(posixpath.dirname(marker), root[1].strip("./") if root is not None else "docs")
        found = folders.find(tree, base, script_text(script, "lang"))
        if isinstance(found, Layout):
            yield found._replace(dialect="mdx", origin=marker)


# Headings have github-slugger's ids, or one that stands behind the text: `\{#id}`. Addresses without a language are led
# to the page's own.
RSPRESS = Generator(
    "rspress", "Rspress", Rendering("rspress", GITHUB),
    Habits(static=("docs/public", "public"), localizes=True, guesses=True),
    confirms=confirms, recognize=recognize,
)  # fmt: skip
