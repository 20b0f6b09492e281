"""Pages that are published in the source's words where a locale lacks them: their links meet that locale's own pages.

The text is the source's, so what is wrong is told there, once, with all locales in which it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from facingpages.document import Use
from facingpages.links.facts import PageFacts
from facingpages.links.problem import LinkProblem
from facingpages.rules import links as rules
from facingpages.rules.base import shorten

if TYPE_CHECKING:
    from facingpages.links.resolve import Resolver


def lost_anchors(resolver: Resolver, page: PageFacts) -> Iterator[LinkProblem]:
    """The fragments of a source page that the translated pages do not have, which its links meet in other locales."""
    locales = resolver.publication.borrowed_by(page.path) if page.locale == resolver.source else ()
    if not locales or not any(True for _ in _lost(resolver, page, locales)):
        return
    page = resolver.placed(page)
    for use, fragment, missing in _lost(resolver, page, locales):
        values = {"target": shorten(use.target), "id": fragment, "locales": ", ".join(missing)}
        yield LinkProblem(rules.ANCHOR_DEAD, page, use, "borrowed", values)


def _lost(resolver: Resolver, page: PageFacts, locales: tuple[str, ...]) -> Iterator[tuple[Use, str, list[str]]]:
    for use in page.uses:
        target = resolver.target(use)
        if target.sort != "inside" or not target.path or not target.fragment:
            continue
        fragment = unquote(target.fragment).partition(":~:")[0]

        def lacks(locale: str, use: Use = use, path: str = target.path, fragment: str = fragment) -> bool | None:
            lead = resolver.publication.follow(page.path, locale, use.kind, path)
            there = resolver.pages.get(lead.file) if lead is not None else None
            if there is None or there.locale != locale:
                return None
            return not resolver.has(there, fragment)

        if lacks(page.locale) is False:
            missing = [locale for locale in locales if lacks(locale)]
            if missing:
                yield use, fragment, missing
