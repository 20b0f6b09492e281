"""Docsify: Markdown rendered by the browser; its `index.html` names the script."""

from __future__ import annotations

from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB


def confirms(text: str) -> bool:
    """Whether an `index.html` loads Docsify."""
    return "docsify" in text


# Where a path leads depends on its router, and ids on a function that is not described here yet: little is claimed.
# Without `relativePath`, which is so unless it is set, every path is seen from the folder of the `index.html`.
DOCSIFY = Generator(
    "docsify", "Docsify", Rendering("docsify", GITHUB, sure=False),
    Habits(absolute=False, guesses=True, from_above=True), confirms=confirms,
)  # fmt: skip
