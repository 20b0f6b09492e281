"""The pages of a site as far as they are known: what a page has is found out, by reading it, when that is asked."""

from __future__ import annotations

from urllib.parse import unquote

from facingpages.generators.publication import Publication
from facingpages.late import late
from facingpages.links.facts import PageFacts
from facingpages.links.known import SitePages
from facingpages.links.snippets import snippet_ids

TABBED = late(r"__tabbed_\d+_\d+$")
NO_ID = late(r"__|!|/|tab/")  # of a theme's own, a route of a one-page application, a tab of Learn


class KnownPages:
    """The pages of a site, by path and by locale and name."""

    def __init__(self, publication: Publication, pages: SitePages) -> None:
        self.publication = publication
        self.pages = pages
        self.snippets: dict[str, frozenset[str] | None] = {}
        self.leant = False  # whether something was found to be there because of what is set into a page

    def placed(self, page: PageFacts) -> PageFacts:
        """The facts of a page as they are known when it was read."""
        page = self.pages.get(page.path) or page
        if page.placed:
            return page
        full = self.beyond(page.path) or page
        full.page, full.locale = page.page, page.locale
        self.pages.put(full)
        return full

    def holds(self, page: PageFacts, fragment: str) -> bool:
        """Whether a page surely has what a fragment names; one that was glanced at is read if that does not tell."""
        if fragment in page.ids or page.placed:
            return fragment in page.ids
        return self.has(page, plain_id(fragment)) or fragment in self.placed(page).ids

    def beyond(self, file: str) -> PageFacts | None:  # noqa: ARG002
        """The facts of a page that is not among those checked; overridden where such a page can be read."""
        return None

    def surely(self, page: PageFacts) -> frozenset[str]:  # noqa: ARG002
        """The ids that a page surely has; overridden where its bytes can be read."""
        return frozenset()

    def read(self, file: str) -> bytes:  # noqa: ARG002
        """The bytes of a file; overridden where files can be read."""
        return b""

    def has(self, page: PageFacts, plain: str) -> bool:
        """Whether a fragment, unescaped, leads to a place of a page, or may do so."""
        rendering = self.publication.of(page.path).rendering
        if not page.placed:
            page.ids = page.ids or dict.fromkeys(self.surely(page), 0)
            page = page if plain in page.ids else self.placed(page)
        if plain in page.ids or plain in page.loose or page.open or not rendering.sure or plain.lower() in ("", "top"):
            return True
        if NO_ID.match(plain) and not (rendering.tabs and TABBED.match(plain)):
            return True
        return (plain == "_top" and rendering.name == "starlight") or self._in_snippets(page, plain)

    def has_title(self, page: PageFacts, plain: str) -> bool:
        """Whether a fragment is made of the title that stands above a page: no other is doubtful then."""
        rendering = self.publication.of(page.path).rendering
        return plain in page.loose and rendering.sure and not rendering.others

    def _in_snippets(self, page: PageFacts, identifier: str) -> bool:
        """Whether a file set into a page defines an id, or can't be told to."""
        ids = self.snippets.get(page.path, frozenset())
        if page.path not in self.snippets:
            ids = self.snippets[page.path] = snippet_ids(page, self.publication.of(page.path), self.beyond, self.read)
        found = ids is None or identifier in ids
        self.leant = self.leant or found
        return found


def plain_id(fragment: str) -> str:
    """A fragment as the id that it names."""
    return unquote(fragment).partition(":~:")[0]
