"""What is to be imported: the files named on the command line, and those below the folders named there.

Names in a stranger's tree are only ever joined to folders after `is_plain` has seen them, links are not followed out of
a folder, and no file but an ordinary one is opened.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from facingpages.config import SetupError
from facingpages.listing import listed

PAGES = (".md", ".markdown", ".txt")


class ToImport(NamedTuple):
    """A file to import.

    `name` is its path as seen from the root that names count from, with slashes; `inside` its path as seen from
    `folder`, the folder named on the command line, which may be the top of a repository. A file that was named itself
    (`given`) has neither root nor folder unless `--root` says so.
    """

    file: Path
    name: str
    inside: str
    folder: Path | None = None
    given: bool = False


@dataclass(slots=True)
class Collected:
    """All files: those that may be pages, the others, those outside the root, and what was left out and why."""

    pages: list[ToImport] = field(default_factory=list)
    others: list[ToImport] = field(default_factory=list)
    beside: list[ToImport] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)


def collect(arguments: Iterable[Path], roots: Sequence[Path] = ()) -> Collected:
    """Find the files of an import. Raise SetupError where a `--root` holds nothing that was named."""
    found = Collected()
    used: set[Path] = set()
    for argument in arguments:
        if argument.is_dir():
            _folder(found, argument, roots, used)
        else:
            root = _around(argument, roots, used)
            name = os.path.relpath(argument, root).replace(os.sep, "/") if root is not None else argument.name
            found.pages.append(ToImport(argument, name, name, root, given=True))
    for kind in (found.pages, found.others, found.beside):
        unique: dict[str, ToImport] = {}
        for one in kind:
            key = os.path.abspath(one.file)  # noqa: PTH100
            if key not in unique or one.given:
                unique[key] = one
        kind[:] = unique.values()
    for root in roots:
        if root not in used:
            raise SetupError(f'--root: no file or folder to import lies in "{root}".')
    return found


def is_plain(name: str) -> bool:
    """Whether a path from a stranger's tree stays below the folder that it is joined to and can be shown in a line."""
    parts = name.split("/")
    return name.isprintable() and "\\" not in name and not any(p in ("", ".", "..") or p[0] == ":" for p in parts)


def _around(path: Path, roots: Sequence[Path], used: set[Path]) -> Path | None:
    """The innermost root that a path lies in."""
    here = Path(os.path.abspath(path))  # noqa: PTH100 - without following links
    around = [root for root in roots if here.is_relative_to(os.path.abspath(root))]  # noqa: PTH100
    used.update(around)
    return max(around, key=lambda root: len(root.parts), default=None)


def _folder(found: Collected, folder: Path, roots: Sequence[Path], used: set[Path]) -> None:
    tops = []
    for root in roots:
        top = _below(folder / root if (folder / root).is_dir() else root, folder)
        if top.split("/")[0] != ".." and (folder / top).is_dir():
            tops.append(top)
            used.add(root)
    above = None if tops else _around(folder, roots, used)
    lead = _below(folder, above) if above is not None else ""
    for entry in listed(folder, [""]):
        if entry.path.endswith("/"):
            continue
        if entry.error:
            found.skipped.append((entry.file, entry.error))
            continue
        if not is_plain(entry.path):
            found.skipped.append((entry.file, "The name is no plain one, so the file is left out."))
            continue
        within = next((top for top in tops if not top or entry.path.startswith(f"{top}/")), None)
        if tops and within is None:
            found.beside.append(ToImport(entry.file, entry.path, entry.path, folder))
            continue
        name = entry.path[len(within) + 1 :] if within else posixpath.join(lead, entry.path)
        kind = found.pages if entry.path.lower().endswith(PAGES) else found.others
        kind.append(ToImport(entry.file, name, entry.path, folder))


def _below(path: Path, folder: Path) -> str:
    name = os.path.relpath(path, folder).replace(os.sep, "/")
    return "" if name == "." else name
