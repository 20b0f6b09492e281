"""From an address in published HTML back to the line of Markdown it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from facingpages.document import Document, Use
from facingpages.generators.mkdocs.publication import MkDocs
from facingpages.generators.publication import MARKDOWN, PAGES, join
from facingpages.ignore import Ignore, ignores
from facingpages.links.facts import PageFacts, collect
from facingpages.links.snippets import set_in
from facingpages.links.source import LinkCheck
from facingpages.published.check import WrittenAt
from facingpages.read import read_page

OTHER = re.compile(r"(?:https?:)?//", re.I)
UNSEEN = ("bare", "snippet", "listing")
SHOWN = ("image", "html-image", "shown")


class Tracer:
    """Knows which Markdown a published page was made of, for sites that MkDocs builds."""

    def __init__(self, check: LinkCheck) -> None:
        self.check = check
        self.publication = next((one for one in check.publication.parts if isinstance(one, MkDocs)), None)
        self.files = {page.path: page for page in check.whole.site.pages}
        self.last: tuple[str, Document, PageFacts] | None = None
        self.ignores: list[Ignore] = []  # those in the pages that were read
        self._seen: set[str] = set()

    def __call__(self, file: str, address: str, shown: bool) -> Sequence[WrittenAt]:
        """All places in Markdown where an address on a page was written; none where that can't be told."""
        if self.publication is None or (built := self.publication.builds.at(file)) is None:
            return ()
        language, name = built
        path = self.publication.prefix + name
        if self.last is None or self.last[0] != path:
            raw = self.check.whole.read(path)
            if raw is None:
                return ()
            document = read_page(raw, path=path, dialect=self.check.whole.config.at(path).dialect)
            if path in self.files:
                document.locale, document.page = self.files[path].locale, self.files[path].name
            facts = collect(document, self.check.rendering(path))
            facts.uses += [inner for use in facts.uses if use.kind == "snippet" for inner in self._set_in(use)]
            self.last = (path, document, facts)
            if path not in self._seen:
                self._seen.add(path)
                self.ignores += ignores(document)
        _, document, facts = self.last
        seen = PublishedAddress(self.publication, path, language, file, address)
        found = [use for use in facts.uses if use.kind not in UNSEEN and seen.is_of(use)]
        same = [use for use in found if (use.kind in SHOWN) == shown]
        return [WrittenAt(document, use.start, use.end) for use in same or found]

    def _set_in(self, use: Use) -> Iterator[Use]:
        name = self.publication.snippet(use.target) if self.publication is not None else None
        raw = self.check.whole.read(name) if name else None
        if name and raw is not None:
            page = read_page(raw, path=name, dialect=self.check.whole.config.at(name).dialect)
            yield from set_in(use, raw, collect(page, self.check.rendering(name)).uses)


class PublishedAddress:
    """An address on a published page, and whether a target in the Markdown of that page became it."""

    def __init__(self, publication: MkDocs, path: str, language: str, file: str, address: str) -> None:
        self.publication = publication
        self.path = path
        self.language = language
        self.written = unquote(address)
        rest, _, self.fragment = self.written.partition("#")
        rest = (publication.own_path(rest) or rest) if OTHER.match(rest) else rest
        rest = rest.partition("?")[0]
        if rest.startswith("/"):
            there = rest.removeprefix(publication.settings.base).lstrip("/")
        else:
            there = join(file.rpartition("/")[0], rest)[0] if rest else file
        self.there = there.rstrip("/")
        self.found = publication.builds.at(there)

    def is_of(self, use: Use) -> bool:
        """Whether a target is written just so - what finds no file is left alone - or leads to the same place."""
        target = unquote(use.target)
        path, _, fragment = target.partition("#")
        path = path.partition("?")[0]
        builds, prefix = self.publication.builds, self.publication.prefix
        name = join(self.path[len(prefix) :].rpartition("/")[0], path)[0]
        rewritten = use.kind in MARKDOWN and path[:1] not in ("", "/") and builds.file(name, self.language) is not None
        if target == self.written and not rewritten:
            return True
        if fragment != self.fragment:
            return False
        if self.found is None:  # MkDocs writes the address of what is left out of the site, too
            return path.endswith(PAGES) and builds.would_be(name, self.language).rstrip("/") == self.there
        if not path:
            return prefix + self.found[1] == self.path
        written = use.target.partition("#")[0].partition("?")[0]
        lead = self.publication.follow(self.path, self.language, use.kind, written)
        return lead is not None and lead.file == prefix + self.found[1]
