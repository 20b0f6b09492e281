"""Where the package is published and which version it is, put where a page names them."""

from __future__ import annotations

from urllib.parse import urlsplit

from facingpages import REPOSITORY, __version__

NAMES = {
    "{{repository}}": REPOSITORY,
    "{{owner/name}}": urlsplit(REPOSITORY).path.strip("/"),
    "{{version}}": __version__,
}
"""What a page may hold, and what stands there on the site."""


def place(markdown: str) -> str:
    """A page with what it names."""
    for name, value in NAMES.items():
        markdown = markdown.replace(name, value)
    return markdown
