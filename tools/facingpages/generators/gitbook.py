"""GitBook and HonKit: a book for each language, whose `SUMMARY.md` lists its pages."""

from __future__ import annotations

import re

from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB
from facingpages.late import late

LISTED = late(r"^\s*[*-]\s+\[|^root\s*:|^structure\s*:|^redirects\s*:|^languages\s*:", re.M)


def confirms(text: str) -> bool:
    """Whether a file lists pages or languages, or settings of a book."""
    return LISTED.search(text) is not None


# The service makes ids in a way that is not described: none is claimed to be missing. A path without an ending may be
# an address that it makes.
GITBOOK = Generator(
    "gitbook", "GitBook", Rendering("gitbook", GITHUB, sure=False), Habits(absolute=False, guesses=True),
    confirms=confirms,
)  # fmt: skip
