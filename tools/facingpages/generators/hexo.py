"""Hexo: posts and pages below `source/`; its `_config.yml` is known by keys that Jekyll does not have."""

from __future__ import annotations

import re

from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB
from facingpages.late import late

KEYS = late(r"^(?:source_dir|public_dir|skip_render|new_post_name|post_asset_folder)\s*:", re.M)


def confirms(text: str) -> bool:
    """Whether a `_config.yml` is Hexo's."""
    return KEYS.search(text) is not None


# Its renderer makes ids in a way that is not described here yet, so none is claimed to be missing.
HEXO = Generator(
    "hexo", "Hexo", Rendering("hexo", GITHUB, sure=False), Habits(addresses=True, static=("source",), guesses=True),
    confirms=confirms,
)  # fmt: skip
