"""A page looked at again as it would be with other bytes, beside what is known of the rest of its site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from facingpages.document import Document
from facingpages.engine import Plan, look_at
from facingpages.finding import Finding
from facingpages.links.source import KnownLinks
from facingpages.read import read_page
from facingpages.site import PageFile


class Looked(NamedTuple):
    """What is found on a page, and what a reader reads there."""

    document: Document
    findings: Sequence[Finding]


Look = Callable[[bytes], Looked]


class Looker:
    """Looks at the pages of a site. `facts` are what each subject knows of all of them, as of `Result`."""

    def __init__(self, plan: Plan, facts: Mapping[str, Iterable[Any]]) -> None:
        self.plan = plan
        self.links = KnownLinks(plan.links, facts.get("links", ())) if "links" in plan.across else None

    def of(self, page: PageFile, source: PageFile | None) -> Look:
        """How one page is looked at: beside its source, which is read now, if there is one that can be read."""
        beside = None
        with suppress(OSError):  # then a check has looked at the page by itself, too
            beside = self._read(source, source.read()) if source is not None else None

        def look(raw: bytes) -> Looked:
            result = look_at(self.plan, page, raw, beside)
            found = list(result.findings)
            if self.links is not None:
                found += self.links.findings(raw, result.facts["links"])
            return Looked(self._read(page, raw), found)

        return look

    def _read(self, page: PageFile, raw: bytes) -> Document:
        document = read_page(raw, self.plan.config.at(page.path).dialect, path=page.path)
        document.locale, document.page = page.locale, page.name
        return document
