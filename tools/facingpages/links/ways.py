"""How a site of no known generator writes links among the pages of a locale: by their own names, or by the source's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from facingpages.document import Use
from facingpages.links.facts import PageFacts
from facingpages.links.known import SitePages

ENOUGH = 10
"""Links by the source's names before they are a way of doing it; and nine for each by a page's own name."""


class Ways:
    """Tells whether a locale's pages nearly always name the source's page where they have one of their own.

    The site's build then may find the reader's language by itself, as static-i18n does.
    """

    def __init__(
        self, pages: SitePages, read: Callable[[PageFacts], PageFacts],
        way: Callable[[PageFacts, Use], str], *, known: bool,
    ) -> None:  # fmt: skip
        self._pages, self._read, self._way, self._known = pages, read, way, known
        self._found: dict[str, bool] = {}

    def are_source_names(self, locale: str) -> bool:
        """Of a locale; never where the generator is known, for then it says where a link leads."""
        if self._known:
            return False
        if locale not in self._found:
            own = map(self._read, self._pages.of_locale(locale))
            count = Counter(self._way(page, use) for page in own for use in page.uses)
            self._found[locale] = count["source's"] >= max(ENOUGH, 9 * count["own"])
        return self._found[locale]
