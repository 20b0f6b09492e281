"""What lies in the folder of a site, by its very name."""

from __future__ import annotations

import posixpath
from functools import cached_property
from pathlib import Path

from facingpages.late import late
from facingpages.nearest import folded
from facingpages.site.below import files_below
from facingpages.site.opener import is_there
from facingpages.site.walk import names_inside

INDEXES = ("index.md", "index.mdx", "_index.md", "README.md", "index.html")
SLASH = late("/")
OTHERS = (".ipynb", ".rst", ".adoc", ".qmd")  # pages that are no Markdown: sites are made of several kinds
ENDINGS = ("", ".md", ".mdx", ".markdown", *(f"/{name}" for name in INDEXES), ".html", *OTHERS)


class Disk:
    """The files of a folder, looked up as they are asked for. Nothing beyond `limit` is seen."""

    def __init__(self, root: Path, limit: Path) -> None:
        self.root = root
        self.limit = limit
        self.whole = is_there(root / ".git")  # not a copy of the pages only
        self._listings: dict[str, dict[str, str]] = {}

    def exists(self, file: str) -> bool:
        """Whether a file or folder of that very name exists."""
        folder, _, last = file.rpartition("/")
        return not last or last in self._listing(folder)

    def at(self, name: str) -> str:
        """The file that a name stands for, with the endings that may be left out, or a folder without index."""
        for start in dict.fromkeys((name, name.removesuffix(".html"))):
            for ending in ENDINGS:
                if self.exists(start + ending) and (ending or not self._indexed(start)):
                    return start + ending
        return ""

    def other_case(self, wanted: str) -> str:
        """The file of that name in another case or normal form."""
        paths = [""]
        for part in wanted.split("/"):
            key = folded(part)
            below = (
                f"{path}/{name}".strip("/")
                for path in paths
                for name, fold in self._listing(path).items()
                if fold == key
            )
            paths = list(below)[:20]
        return next((path for path in paths if path != wanted), "")

    def lacks_all_like(self, path: str, pages: tuple[str, ...]) -> bool:
        """Whether nothing of its sort is at hand, as in a copy of the pages without their pictures."""
        ending = posixpath.splitext(path)[1].lower()
        return not self.whole and ending not in pages and ending not in self._endings

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files."""
        return frozenset(files_below(self.root, self.limit))

    @cached_property
    def _endings(self) -> frozenset[str]:
        """The endings of all files, in lower case."""
        return frozenset(posixpath.splitext(name)[1].lower() for name in self.files)

    def _indexed(self, folder: str) -> bool:
        names = self._listing(folder)
        return any(name in names for name in INDEXES)

    def _listing(self, folder: str) -> dict[str, str]:
        """The names in a folder, each with its folded form; none where the folder itself has another name or is not."""
        if folder in self._listings:
            return self._listings[folder]
        above = {name: folded(name) for name in self._names_in("")} if "" not in self._listings else self._listings[""]
        self._listings[""] = above
        for end in [*(match.start() for match in SLASH.finditer(folder)), len(folder)] if folder else []:
            name = folder[:end]
            if name.rpartition("/")[2] not in above:  # also where a file system does not mind case
                above = self._listings[folder] = {}
                break
            if name not in self._listings:
                self._listings[name] = {one: folded(one) for one in self._names_in(name)}
            above = self._listings[name]
        return above

    def _names_in(self, folder: str) -> list[str]:
        return names_inside(self.root / folder, self.limit)
