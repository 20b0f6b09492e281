"""Several sites in one folder, each of its own generator, told as one."""

from __future__ import annotations

from collections.abc import Mapping

from facingpages.site import PageFile, Site


class Beside(Site):
    """Sites by where their pages lie, with a slash behind it; of the first that is empty. All have one source language.

    Pages of the others are named by where they lie, too, for each site may have an `index`. A locale is expected to
    have the pages of those sites that have any in it.
    """

    def __init__(self, sites: Mapping[str, Site]) -> None:
        self.sites = sites
        first, *others = sites.values()
        locales = dict.fromkeys(locale for site in sites.values() for locale in site.locales)
        pages = [page._replace(name=lead + page.name) for lead, site in sites.items() for page in site.pages]
        super().__init__(
            first.source, tuple(sorted(locales)), sorted(pages), self._is_source_only, self._path_of,
            sum(site.skipped for site in (first, *others)),
        )  # fmt: skip

    def expected(self, locale: str) -> frozenset[str]:
        """The names of the source pages that a locale should have."""
        return frozenset(
            lead + name
            for lead, site in self.sites.items()
            if locale in site.locales and site.translations(locale)
            for name in site.expected(locale)
        )

    def _is_source_only(self, page: PageFile) -> bool:
        lead, site = self._holding(page.name)
        return site.is_source_only(page._replace(name=page.name.removeprefix(lead)))

    def _path_of(self, name: str, locale: str) -> str:
        lead, site = self._holding(name)
        return site.path_of(name.removeprefix(lead), locale)

    def _holding(self, name: str) -> tuple[str, Site]:
        """The site of a page by its name, and where it lies."""
        lead = max((lead for lead in self.sites if name.startswith(lead)), key=len)
        return lead, self.sites[lead]
