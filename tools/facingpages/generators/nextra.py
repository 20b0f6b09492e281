"""Nextra, pages of Next.js: a folder for each language, or before version 3 the locale before the ending."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from facingpages.generators import folders, suffixes
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.layout import Layout, joined
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import script_text
from facingpages.generators.slugs import GITHUB
from facingpages.generators.tree import Tree

CONTENT = ("content", "src/content", "pages", "src/pages")


def confirms(text: str) -> bool:
    """Whether the configuration of a Next.js site loads Nextra."""
    return "nextra" in text


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every site with a `next.config` that loads Nextra."""
    for marker in tree.markers:
        script = tree.text(marker)
        if not posixpath.basename(marker).startswith("next.config.") or not confirms(script):
            continue
        source = script_text(script, "defaultLocale")
        for content in CONTENT:
            base = joined(posixpath.dirname(marker), content)
            for found in (folders.find(tree, base, source), suffixes.find(tree, base, source)):
                if isinstance(found, Layout):
                    yield found._replace(dialect="mdx", origin=marker)


# The theme gives headings github-slugger's ids, and takes one that stands behind the text: `[#id]`.
NEXTRA = Generator(
    "nextra", "Nextra", Rendering("nextra", GITHUB, attributes=False),
    Habits(addresses=True, static=("public",), localizes=True, falls_back=True, guesses=True),
    confirms=confirms, recognize=recognize,
)  # fmt: skip
