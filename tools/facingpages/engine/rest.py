"""The pages that a run is not about, looked at as far as it asks for what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any

from facingpages.engine.known import KnownResults
from facingpages.engine.packed import PackedResult, pack_told, unpack_told
from facingpages.engine.page import PageResult, facts_of, look
from facingpages.engine.plan import PageSet, Plan
from facingpages.finding import Finding
from facingpages.hashing import blake2b
from facingpages.program import SIZE
from facingpages.rules.across import Across
from facingpages.rules.facts import NO_DATA, Part


def asked(sets: Iterable[PageSet], only: Set[str]) -> Iterator[PageSet]:
    """What is looked at for some translations: these beside their sources."""
    for pages in sets:
        own = tuple(page for page in pages.translations if page.path in only)
        if own:
            yield PageSet(pages.source, own, pages.alone)


def beside(sets: Iterable[PageSet], only: Set[str]) -> Iterator[PageSet]:
    """All others of their locales, beside their sources, of which nothing else is wanted."""
    locales = _locales(sets, only)
    for pages in sets:
        others = tuple(page for page in pages.translations if page.locale in locales and page.path not in only)
        if others:
            yield PageSet(pages.source, others, pages.source is None)


def _locales(sets: Iterable[PageSet], only: Set[str]) -> Set[str]:
    return {page.locale for pages in sets for page in pages.translations if page.path in only}


class Rest:
    """Gives the facts of pages that were not looked at: remembered ones, or new ones.

    Of `sets` a run is about `only` some translations; `look` has the results of others together.
    """

    def __init__(
        self, plan: Plan, known: KnownResults | None, sets: Sequence[PageSet], only: Set[str],
        look: Callable[[Sequence[PageSet]], Iterable[PackedResult]],
    ) -> None:  # fmt: skip
        self.plan = plan
        self.known = known
        self.sets = sets
        self.only = only
        self.look = look
        self._at_hand: Mapping[str, Sequence[Part]] | None = None

    def at_hand(self, looked: Mapping[str, Sequence[Part]]) -> Mapping[str, Sequence[Part]]:
        """The packed facts of all pages of the locales that were asked about, in the order of a run.

        What a locale has in common is known by no less; but few pages ask for it.
        """
        if self._at_hand is None:
            found = {one.path: one.facts for one in self.look(list(beside(self.sets, self.only)))}
            locales = _locales(self.sets, self.only)
            paths = (page.path for pages in self.sets for page in pages.translations if page.locale in locales)
            self._at_hand = {path: looked[path] if path in looked else found[path] for path in paths}
        return self._at_hand

    def paths(self) -> Iterable[str]:
        """Of all pages, in the order of a run."""
        return self._units

    @cached_property
    def _units(self) -> dict[str, PageSet]:
        """What has a result of its own, by the path of its page, in the order of a run."""
        return {unit.path: unit for pages in self.sets for unit in pages.units}

    def tokens(self) -> Mapping[str, bytes]:
        """By what the results of all units are known, by their paths; none where not all are, or it is not sure."""
        known = self.known
        return known.tokens if known is not None and known.whole and known.sure else {}

    def recall(self, name: str) -> Sequence[bytes]:
        """What was remembered by a name."""
        return self.known.recall(name) if self.known is not None else ()

    def remember(self, name: str, parts: Sequence[bytes]) -> None:
        """Keep something by a name."""
        if self.known is not None:
            self.known.remember(name, parts)

    def settled(self, name: str, paths: Sequence[str]) -> list[Finding] | None:
        """What was found by a name in all that is known of some pages, if these are what they were."""
        parts = self.recall(name)
        try:
            token, told = parts
            return unpack_told(told)[0] if token == self._token(paths) else None
        except NO_DATA:
            return None

    def keep(self, name: str, paths: Sequence[str], findings: Sequence[Finding]) -> None:
        """Remember what was found so."""
        if token := self._token(paths):
            self.remember(name, [token, pack_told(PageResult("", list(findings)))])

    def _token(self, paths: Sequence[str]) -> bytes:
        """By what some pages are known together; nothing where one of them is not."""
        tokens = self.tokens()
        found = [tokens.get(path, b"") for path in paths]
        return blake2b(b"".join(found), digest_size=SIZE).digest() if all(found) else b""

    def facts(self, across: Across[Any], path: str, *, broken: bool) -> Sequence[Any]:
        """Those of a page on one subject; where what was remembered of it is `broken`, by looking at it again."""
        unit = self._units.get(path)
        if unit is None:
            return ()
        known = self.known if not broken else None
        parts = known.facts(unit) if known is not None else None
        if parts is None and known is not None and across.aligns:
            [(found, row)] = known.look(unit)
            known.keep(unit, row)
            parts = found.facts
        try:
            if parts is not None:
                return across.unpack(parts[list(self.plan.across).index(across.name)])
        except NO_DATA:
            pass
        if broken or across.aligns or self.plan.config.embedded_source:
            return look(self.plan, unit).facts.get(across.name, ())
        page = unit.translations[0] if unit.translations else unit.source
        return facts_of(self.plan, page, across.name) if page is not None else ()
