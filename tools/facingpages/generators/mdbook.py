"""mdBook: one book a language, a page's address its file's."""

from facingpages.generators.generator import Generator
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import HeadingIds, counted_blindly


def mdbook(text: str) -> str:
    """Letters, digits, `_` and `-` stay, a blank becomes `-`."""
    kept = ("-" if char.isspace() else char for char in text if char.isalnum() or char in "_-" or char.isspace())
    return "".join(char.lower() if char.isascii() else char for char in kept)


MDBOOK = Generator("mdbook", "mdBook", Rendering("mdbook", HeadingIds(mdbook, counted_blindly)))
