"""VuePress: the source at the root of the site, a folder for each other language."""

from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.press import PRESS_IDS, sites
from facingpages.generators.rendering import Rendering

VUEPRESS = Generator(
    "vuepress", "VuePress", Rendering("vuepress", PRESS_IDS),
    Habits(static=(".vuepress/public", "docs/.vuepress/public")),
    settings=r"config\.\w+", recognize=lambda tree: sites(tree, ".vuepress"),
)  # fmt: skip
