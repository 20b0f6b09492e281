"""Folders whose pages a build writes in the source: in the repository only translations have them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from urllib.parse import unquote

from facingpages.generators.publication import join
from facingpages.late import late
from facingpages.links.facts import PageFacts
from facingpages.site import PageFile

COUNTED = late(r"^\d{1,3}[-_. ]+(?=[^\W\d_])")
CLIMB = late(r"^(?:\.{1,2}/)+")
INDEX = late(r"/(?:index|README)$", re.I)
DEEPEST = 6  # parts of an address by whose end a page is known


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
        known = {page.name.rpartition("/")[0] for page in self.pages if page.locale == self.source}
        all_of_them = {page.name.rpartition("/")[0] for page in self.pages}
        return frozenset(_with_above(all_of_them) - _with_above(known))

    def is_counted(self, page: PageFacts, path: str) -> bool:
        """Whether a path leads to the address of a page with a number before a name that is none of its address.

        A page may be given an address of its own (`slug`), from which the path is seen then: so its end is enough.
        """
        path = unquote(path)
        if uncounted(path) != path:
            return False  # a file's name, and no address
        wanted, out = join(page.page.rpartition("/")[0], path)
        ends = CLIMB.sub("", path).rstrip("/")
        return (not out and uncounted(wanted.rstrip("/")) in self._uncounted) or ends in self._ends

    @cached_property
    def _uncounted(self) -> frozenset[str]:
        """The names of pages without numbers, of those that have any."""
        named = ((page.name, uncounted(page.name)) for page in self.pages)
        return frozenset(INDEX.sub("", address) for name, address in named if address != name)

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The ends of their addresses, of all lengths."""
        parts = (address.split("/")[-DEEPEST:] for address in self._uncounted)
        return frozenset("/".join(some[at:]) for some in parts for at in range(len(some)))


def uncounted(path: str) -> str:
    """A path without the numbers that stand before its names, for their place among others."""
    return "/".join(COUNTED.sub("", part) for part in path.split("/"))


def _with_above(folders: Iterable[str]) -> set[str]:
    """Some folders, and those that they lie in."""
    parts = [folder.split("/") for folder in folders if folder]
    return {"/".join(some[:end]) for some in parts for end in range(1, len(some) + 1)}
