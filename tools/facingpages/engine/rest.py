"""The pages that a run is not about, looked at as far as it asks for what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Any

from facingpages.engine.known import KnownResults
from facingpages.engine.page import facts_of, look
from facingpages.engine.plan import PageSet, Plan
from facingpages.rules.across import Across
from facingpages.rules.facts import NO_DATA


def asked(sets: Iterable[PageSet], only: Set[str]) -> Iterator[PageSet]:
    """What is looked at for some translations: these beside their sources, and all others of their locales.

    What a locale has in common is known by no less.
    """
    sets = list(sets)
    locales = {page.locale for pages in sets for page in pages.translations if page.path in only}
    for pages in sets:
        own = tuple(page for page in pages.translations if page.locale in locales)
        if own:
            told = any(page.path in only for page in own)
            yield PageSet(pages.source, own, pages.alone and (told or pages.source is None))


class Rest:
    """Gives the facts of pages that were not looked at: remembered ones, or new ones."""

    def __init__(self, plan: Plan, known: KnownResults | None) -> None:
        self.plan = plan
        self.known = known

    def paths(self) -> Iterable[str]:
        """Of all pages, in the order of a run."""
        return self._units

    @cached_property
    def _units(self) -> dict[str, PageSet]:
        """What has a result of its own, by the path of its page, in the order of a run."""
        return {unit.path: unit for pages in self.plan.page_sets() for unit in pages.units}

    def facts(self, across: Across[Any], path: str, *, broken: bool) -> Sequence[Any]:
        """Those of a page on one subject; where what was remembered of it is `broken`, by looking at it again."""
        unit = self._units.get(path)
        if unit is None:
            return ()
        remembered = self.known.facts(unit) if self.known is not None and not broken else None
        try:
            if remembered is not None:
                return across.unpack(remembered[list(self.plan.across).index(across.name)])
        except NO_DATA:
            pass
        if broken or across.aligns or self.plan.config.embedded_source:
            return look(self.plan, unit).facts.get(across.name, ())
        page = unit.translations[0] if unit.translations else unit.source
        return facts_of(self.plan, page, across.name) if page is not None else ()
