"""Nextra: pages in `pages/` or `content/`, the language in a folder or in the file name; a setting names it."""

from __future__ import annotations

from facingpages.generators.generator import Generator
from facingpages.generators.paths import Habits
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB


def confirms(text: str) -> bool:
    """Whether a configuration of Next.js loads Nextra."""
    return "nextra" in text


# `[#id]` behind a heading is its id; which address a page has depends on the router in use, so little is claimed.
NEXTRA = Generator(
    "nextra", "Nextra", Rendering("nextra", GITHUB, attributes=False),
    Habits(addresses=True, static=("public",), falls_back=True, guesses=True),
    mark=r"(?:next\.config|theme\.config)\.(?:[cm]?js|[cm]?ts|[jt]sx)", confirms=confirms,
)  # fmt: skip
