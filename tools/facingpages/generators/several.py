"""Several trees of pages in one site, each with a generator of its own: where a path leads is asked of the page's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facingpages.config import Config
from facingpages.generators.habits import Named
from facingpages.generators.publication import Lead, Publication


class Several:
    """The publications of the trees of a configuration, in their order."""

    def __init__(self, config: Config, parts: Sequence[Publication]) -> None:
        self.parts = tuple(parts)
        self.config = config
        self.rendering = self.parts[0].rendering
        self.writes_pages = self.parts[0].writes_pages
        self.described = all(part.described for part in self.parts)
        self.known = all(part.known for part in self.parts)
        self.learns = any(part.learns for part in self.parts)

    def of(self, page: str) -> Publication:
        """The publication of a page's tree; see `Publication`."""
        return self.parts[self.config.tree_at(page)]

    def by_folder(self, kind: str, path: str) -> bool:
        """Whether a page's folder is enough to tell in all of them; see `Publication`."""
        return all(part.by_folder(kind, path) for part in self.parts)

    def follow(self, page: str, locale: str, kind: str, path: str) -> Lead | None:
        """Where a path leads; see `Publication`."""
        return self.of(page).follow(page, locale, kind, path)

    def learn(self, front: Mapping[str, Mapping[str, str]]) -> None:
        """What front matter says of addresses; see `Publication`."""
        for part in self.parts:
            part.learn(front)

    def named(self, target: str) -> Named | None:
        """What a target names in the tongue of any of them; see `Publication`."""
        return next((found for part in self.parts if (found := part.named(target)) is not None), None)

    def own_path(self, address: str) -> str | None:
        """The path of an address within one of them; see `Publication`."""
        return next((found for part in self.parts if (found := part.own_path(address)) is not None), None)

    def borrowed_by(self, page: str) -> tuple[str, ...]:
        """The locales that publish a source page for want of a translation; see `Publication`."""
        return self.of(page).borrowed_by(page)

    def snippet(self, name: str) -> str | None:
        """The file that a snippet's name stands for; see `Publication`. Who knows the page asks its own tree."""
        return self.parts[0].snippet(name)
