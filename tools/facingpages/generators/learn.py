"""Microsoft Learn: DocFX and the pipeline behind it."""

from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB

LEARN = Generator(
    "learn", "Learn", Rendering("learn", GITHUB),
    Habits(falls_back=True, absolute=False, guesses=True),
)  # fmt: skip
