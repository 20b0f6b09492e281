"""Zola: the language in the file name (`page.fr.md`), below `content/`; its `config.toml` says `base_url`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from facingpages.generators import suffixes
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.layout import Layout, joined
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import table
from facingpages.generators.slugs import GITHUB
from facingpages.generators.tree import Tree
from facingpages.late import late

BASE = late(r"^\s*base_url\s*=", re.M)  # Hugo writes baseURL


def confirms(text: str) -> bool:
    """Whether a `config.toml` is Zola's."""
    return BASE.search(text) is not None


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every Zola site with translated pages."""
    for marker in tree.markers:
        folder, name = posixpath.split(marker)
        if not ZOLA.is_marked(name) or not confirms(text := tree.text(marker)):
            continue
        source = str(table(text, ".toml").get("default_language") or "en")
        layout = suffixes.find(tree, joined(folder, "content"), source)
        if layout is not None:
            yield layout._replace(dialect="hugo", origin=marker)


# Ids are made of letters spelled out in ASCII, in a way that is not described here yet: none is claimed to be missing.
ZOLA = Generator(
    "zola", "Zola", Rendering("zola", GITHUB, sure=False), Habits(addresses=True, static=("static",), guesses=True),
    confirms=confirms, recognize=recognize,
)  # fmt: skip
