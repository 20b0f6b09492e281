"""No generator, or none that is known: pages as GitHub shows them, and MDX that anything may render."""

from facingpages.generators.docusaurus import DOCUSAURUS_IDS
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits, SiteSettings
from facingpages.generators.jekyll import JEKYLL_IDS
from facingpages.generators.python_ids import PYTHON
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import GITHUB
from facingpages.generators.starlight import STARLIGHT_IDS

PROGRAMS = ("package.json", "Gemfile", "config.ru", "pyproject.toml", "go.mod", "Cargo.toml")


def settle(habits: Habits, settings: SiteSettings) -> Habits:
    """Beside a program of their own, pages may be published by it, at addresses that it makes."""
    made = any(settings.has(name) for name in PROGRAMS)
    return habits._replace(guesses=made, lends=made)


PLAIN = Generator("plain", "no generator", Rendering("plain", GITHUB, (JEKYLL_IDS, PYTHON)), settle=settle)
MDX = Generator(
    "mdx", "MDX", Rendering("mdx", GITHUB, (DOCUSAURUS_IDS, STARLIGHT_IDS)),
    Habits(addresses=True, static=("public", "static"), falls_back=True, guesses=True),
)  # fmt: skip
