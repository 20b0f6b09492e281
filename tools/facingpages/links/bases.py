"""From which folder a site's links count, as its own pages tell: where many that lead nowhere would all lead to a page
or file if they were seen from another folder, the site is published so that they do.

Only the source's pages are heard, for a translation that was put one folder deeper has just such links, and they are
dead. Nobody is heard where it is known what makes the addresses.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from facingpages.finding import Severity
from facingpages.generators.paths import PathPublication
from facingpages.generators.publication import Publication, join
from facingpages.links.problem import LinkProblem
from facingpages.links.resolve import SHOWN, Resolver

ENOUGH, ON, SHARE = 5, 2, 0.6  # such targets, on so many pages, and of all that lead nowhere, that one folder explains
PUBLISHED = ("", "public", "static", "assets", "docs", "src", "source")  # below a folder, what a site is published from
DEAD = frozenset(("link-dead", "image-dead", "link-outside"))
Form = tuple[bool, bool]  # of a target: whether it shows something, and whether it begins with a slash


class Bases:
    """The folders that explain what leads nowhere, for each tree of the site."""

    def __init__(self, resolver: Resolver, of_source: Iterable[LinkProblem]) -> None:
        self._publication = resolver.publication
        found = defaultdict[int, list[LinkProblem]](list)
        for problem in of_source:
            found[id(self._publication.of(problem.facts.path))].append(problem)
        self._parts = {id(one): _TreeBases(resolver, one, found[id(one)]) for one in self._publication.parts}

    def settled(self, problems: Iterable[LinkProblem]) -> Iterator[LinkProblem]:
        """Problems; of what leads somewhere from such a folder a hint."""
        for problem in problems:
            yield self._parts[id(self._publication.of(problem.facts.path))].settled(problem)


class _TreeBases:
    """Those of one tree, of each form the one that explains most."""

    def __init__(self, resolver: Resolver, publication: Publication, of_source: Iterable[LinkProblem]) -> None:
        self.resolver = resolver
        asked = isinstance(publication, PathPublication) and not publication.habits.complete
        self.publication = publication if isinstance(publication, PathPublication) and asked else None
        self.folders: dict[Form, str] = {}
        dead: dict[Form, dict[tuple[str, str], frozenset[str]]] = defaultdict(dict)
        for problem in of_source if self.publication is not None else ():
            if is_dead(problem):
                path, page = self._path(problem), problem.facts.path
                if (page, path) not in dead[self._form(problem)]:
                    dead[self._form(problem)][page, path] = frozenset(self._seen_from(page, path))
        for form, found in dead.items():
            if folder := _best(found):
                self.folders[form] = folder

    def settled(self, problem: LinkProblem) -> LinkProblem:
        """A problem; of what leads somewhere from such a folder a hint."""
        folder = self.folders.get(self._form(problem)) if self.folders and is_dead(problem) else None
        if folder is not None and any(self._leads(one, self._path(problem)) for one in self._own(folder, problem)):
            return problem._replace(severity=Severity.INFO)
        return problem

    def _form(self, problem: LinkProblem) -> Form:
        return problem.use.kind in SHOWN, self._path(problem).startswith("/")

    def _path(self, problem: LinkProblem) -> str:
        return unquote(self.resolver.target(problem.use).path)

    def _seen_from(self, page: str, path: str) -> Iterator[str]:
        """The folders from which a path leads somewhere: those above a page, and what is published below them."""
        above = posixpath.dirname(page)
        while True:
            for below in PUBLISHED:
                folder = f"{above}/{below}".strip("/")
                if self._leads(folder, path):
                    yield folder or "."
            if not above:
                return
            above = posixpath.dirname(above)

    def _leads(self, folder: str, path: str) -> bool:
        """Whether a path leads to a page or file from a folder."""
        name, out = join("" if folder == "." else folder, path.lstrip("/"))
        return bool(self.publication and name.strip("/") and not out and self.publication.disk.at(name.rstrip("/")))

    def _own(self, folder: str, problem: LinkProblem) -> Iterator[str]:
        """The folder for a page's own language: as it is, or as far below that language's."""
        yield folder
        assert self.publication is not None
        prefixes = self.publication.book.prefixes
        for there in prefixes[self.publication.source]:
            if f"{folder}/".startswith(there) and there:
                yield from (prefix + f"{folder}/"[len(there) :] for prefix in prefixes.get(problem.facts.locale, ()))


def is_dead(problem: LinkProblem) -> bool:
    """Whether a problem is that something leads nowhere at all."""
    return problem.rule.id in DEAD and problem.message.startswith(("missing", "outside"))


def _best(found: dict[tuple[str, str], frozenset[str]]) -> str:
    """The folder that explains enough of some targets, by page and path; none where none does."""
    explained: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for target, folders in found.items():
        for folder in folders:
            explained[folder].add(target)
    for folder, targets in sorted(explained.items(), key=lambda item: (-len(item[1]), item[0])):
        pages, paths = {page for page, _ in targets}, {path for _, path in targets}
        if len(paths) >= ENOUGH and len(pages) >= ON and len(targets) >= SHARE * len(found):
            return folder
    return ""
