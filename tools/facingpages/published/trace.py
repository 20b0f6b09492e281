"""From an address in published HTML back to the line of Markdown it was written in."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from facingpages.document import Document, Use
from facingpages.generators.mkdocs.publication import MkDocs
from facingpages.ignore import Ignore, ignores
from facingpages.links.facts import PageFacts, collect
from facingpages.links.snippets import set_in
from facingpages.links.source import LinkCheck
from facingpages.published.check import WrittenAt
from facingpages.read import read_page

SHOWN = ("image", "html-image", "shown")


class Tracer:
    """Knows which Markdown a published page was made of, for sites that MkDocs builds."""

    def __init__(self, check: LinkCheck) -> None:
        self.check = check
        self.publication = check.publication
        self.files = {page.path: page for page in check.whole.site.pages}
        self.last: tuple[str, Document, PageFacts] | None = None
        self.ignores: list[Ignore] = []  # those in the pages that were read
        self._seen: set[str] = set()

    def __call__(self, file: str, address: str, shown: bool) -> WrittenAt | None:
        """The origin of an address on a page, None where it can't be told."""
        path = self._source(file)
        if path is None:
            return None
        if self.last is None or self.last[0] != path:
            raw = self.check.whole.read(path)
            if raw is None:
                return None
            document = read_page(raw, path=path, dialect=self.check.whole.config.dialect)
            if path in self.files:
                document.locale, document.page = self.files[path].locale, self.files[path].name
            facts = collect(document, self.check.rendering)
            facts.uses += [inner for use in facts.uses if use.kind == "snippet" for inner in self._set_in(use)]
            self.last = (path, document, facts)
            if path not in self._seen:
                self._seen.add(path)
                self.ignores += ignores(document)
        _, document, facts = self.last
        best = max(facts.uses, key=lambda use: _likeness(use, address, shown), default=None)
        if best is None or _likeness(best, address, shown) == 0:
            return None
        return WrittenAt(document, best.start, best.end)

    def _set_in(self, use: Use) -> Iterator[Use]:
        name = self.publication.snippet(use.target)
        raw = self.check.whole.read(name) if name else None
        if name and raw is not None:
            page = read_page(raw, path=name, dialect=self.check.whole.config.dialect)
            yield from set_in(use, raw, collect(page, self.check.rendering).uses)

    def _source(self, file: str) -> str | None:
        if not isinstance(self.publication, MkDocs):
            return None
        found = self.publication.builds.at(file)
        return self.publication.prefix + found[1] if found is not None else None


def _likeness(use: Use, address: str, shown: bool) -> int:
    """How surely a use became an address: written just so, or the same fragment and the same last part."""
    if use.kind in ("bare", "snippet", "listing"):
        return 0
    target = unquote(use.target)
    address = unquote(address)
    same = 1 if (use.kind in SHOWN) == shown else 0
    if target == address:  # what stands as it was written was raw HTML, or a link that found nothing
        return 4 + same + (use.kind.startswith("html"))
    path, _, fragment = target.partition("#")
    other, _, there = address.partition("#")
    if fragment != there:
        return 0
    if _last(path) == _last(other):
        return 2 + same
    return 0


def _last(path: str) -> str:
    name = posixpath.basename(path.partition("?")[0].rstrip("/"))
    stem, extension = posixpath.splitext(name)
    return stem if extension in (".md", ".html") else name
