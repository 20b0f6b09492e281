"""Folders whose pages a build writes in the source: in the repository only translations have them."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from urllib.parse import unquote

from facingpages.generators.publication import join
from facingpages.links.facts import PageFacts
from facingpages.site import PageFile


class Built:
    """Tells a link into such a folder, by the names of all pages."""

    def __init__(self, pages: Collection[PageFile], source: str) -> None:
        self.pages = pages
        self.source = source

    def writes(self, page: PageFacts, path: str) -> bool:
        """Whether a path on a page of the source leads into a folder that has pages in translations only."""
        if page.locale != self.source:
            return False
        wanted, out = join(page.page.rpartition("/")[0], unquote(path))
        return not out and any(wanted.startswith(f"{folder}/") for folder in self._folders)

    @cached_property
    def _folders(self) -> frozenset[str]:
        known = {folder for page in self.pages if page.locale == self.source for folder in above(page.name)}
        return frozenset({folder for page in self.pages for folder in above(page.name)} - known)


def above(name: str) -> list[str]:
    """The folders that a page stands in, by its name."""
    parts = name.split("/")[:-1]
    return ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
