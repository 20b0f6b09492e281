"""dumi: pages of components, the language in the file name. Neither its routes nor what it sets in are described."""

from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB

# Demonstrations that are set into a page by their files have ids, too.
DUMI = Generator(
    "dumi", "dumi", Rendering("dumi", GITHUB, sure=False), Habits(static=("public",), guesses=True),
)  # fmt: skip
