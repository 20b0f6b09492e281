"""VitePress: the source at the root of the site, a folder for each other language."""

from facingpages.generators.generator import Generator
from facingpages.generators.paths import Habits
from facingpages.generators.press import PRESS_IDS, sites
from facingpages.generators.rendering import Rendering

VITEPRESS = Generator(
    "vitepress", "VitePress", Rendering("vitepress", PRESS_IDS), Habits(static=("public", "docs/public")),
    mark=r"\.vitepress", settings=r"config\.\w+", recognize=lambda tree: sites(tree, ".vitepress"),
)  # fmt: skip
