"""Jekyll: pages and collections, rendered by kramdown."""

from __future__ import annotations

import re

from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import HeadingIds, counted_blindly, github


def gfm_kramdown(text: str) -> str:
    """kramdown reading GFM, as Jekyll does by default: like GitHub's, but a tab counts as a space."""
    return github(text.replace("\t", " "))


def kramdown(text: str) -> str:
    """kramdown reading its own syntax: plain Latin letters only, and nothing before the first of them."""
    text = re.sub(r"^[^a-zA-Z]+", "", text)
    return re.sub(r"[^a-zA-Z0-9 -]", "", text).replace(" ", "-").lower() or "section"


JEKYLL_IDS = HeadingIds(gfm_kramdown, counted_blindly, dashes=True)
KRAMDOWN_IDS = HeadingIds(kramdown, counted_blindly, raw=True)
# Plugins of the site's own may make ids, too.
JEKYLL = Generator(
    "jekyll", "Jekyll", Rendering("jekyll", JEKYLL_IDS), Habits(addresses=True),
    settings=r".*(?:anchor|heading|slug|toc).*\.rb", below=("_plugins",),
)  # fmt: skip
