"""What a run looks for, and in which site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from facingpages.config import Config
from facingpages.engine.early import families as all_families
from facingpages.engine.habits import Repeated
from facingpages.finding import Severity, severity_of
from facingpages.lexicon import Lexicon
from facingpages.links import source as links
from facingpages.rules import external, published
from facingpages.rules.across import Across, Whole
from facingpages.rules.page import UNCHECKED
from facingpages.rules.rule import Family
from facingpages.site import PageFile, Site
from facingpages.tuples import NamedTuple

LINKS = (links.FAMILY, published.FAMILY, external.FAMILY)  # where nothing but links is wanted


def is_asked(family: Family, severities: Mapping[str, Severity]) -> bool:
    """Whether any rule of a family may tell anything where rules have some severities; one that has none is asked."""
    told = [severity_of(rule.id, severities, rule.severity) for rule in family.rules]
    return not told or any(one is not Severity.OFF for one in told)


class PageSet(NamedTuple):
    """A source page and its translations; a translation without a source page stands alone.

    `alone` tells that the source is looked at by itself, too: not where it is known already, nor where a page holds it.
    """

    source: PageFile | None
    translations: tuple[PageFile, ...]
    alone: bool = True

    @property
    def name(self) -> str:
        """What they are called in every locale."""
        return (self.source or self.translations[0]).name

    @property
    def paths(self) -> list[str]:
        """The translations that have a source."""
        return [page.path for page in self.translations] if self.source is not None else []

    @property
    def units(self) -> list[PageSet]:
        """What has a result of its own: the source by itself, and each translation beside it."""
        if len(self.translations) + (self.alone and self.source is not None) == 1:
            return [self]
        found = [PageSet(self.source, ())] if self.source is not None and self.alone else []
        return found + [PageSet(self.source, (page,), self.source is None) for page in self.translations]

    @property
    def told(self) -> list[str]:
        """The paths of the pages that its units are told of, in their order."""
        own = [self.source.path] if self.source is not None and self.alone else []
        return own + [page.path for page in self.translations]

    @property
    def path(self) -> str:
        """Of the page that a unit is told of."""
        page = self.translations[0] if self.translations else self.source
        return page.path if page is not None else ""

    def without(self, found: Sequence[object | None]) -> PageSet:
        """Those of its units, in their order, for which nothing was found."""
        left = [unit for unit, one in zip(self.units, found, strict=True) if one is None]
        alone = self.source is None or any(not unit.translations for unit in left)
        return PageSet(self.source, tuple(page for unit in left for page in unit.translations), alone)


class Plan:
    """A site, its configuration, and the families of rules that are asked; by default all.

    Where none of them looks at pairs, no page is aligned. With `brief`, a page that is plain is not even parsed for
    them, and its facts have no places.
    """

    def __init__(
        self, site: Site, config: Config, families: Sequence[Family] | None = None, *, brief: bool = False
    ) -> None:
        self.site = site
        self.config = config
        self.brief = brief
        self.whole = Whole(site, config)
        families = all_families() if families is None else families
        awake = [family for family in families if is_asked(family, config.severity)]
        self.across: dict[str, Across[Any]] = {
            family.across.name: family.across(self.whole) for family in families if family.across is not None
        }
        self.pair_checks = tuple((family.pair, family.of) for family in awake if family.pair is not None)
        self.page_checks = tuple(family.page for family in awake if family.page is not None)
        self.site_checks = tuple(family.site for family in awake if family.site is not None)
        self.alone = frozenset(rule.id for family in awake for rule in family.rules if rule.alone)
        self.thorough = False  # whether rules are asked of pairs that hold nothing they could speak of
        self.rules = frozenset(rule.id for family in awake for rule in family.rules) | UNCHECKED
        paired = any(across.aligns and type(across).of_pair is not Across.of_pair for across in self.across.values())
        self.learner: Callable[[str, str], Lexicon | None] | None = None  # of a locale, for pages of a name
        self.aligns = bool(self.pair_checks) or paired
        self.habits = Repeated(self.whole) if self.pair_checks and links.LinkCheck.name in self.across else None
        if self.habits is not None:
            self.across[self.habits.name] = self.habits

    def lexicon(self, locale: str, name: str) -> Lexicon | None:
        """What vouches for the words of a locale on pages of a name, learnt when it is first asked for."""
        return self.learner(locale, name) if self.learner is not None and locale in self.site.locales else None

    @property
    def links(self) -> links.LinkCheck:
        """The links of the site, for whoever follows them further: to other sites, from published HTML."""
        found = self.across[links.LinkCheck.name]
        assert isinstance(found, links.LinkCheck)
        return found

    def page_sets(self) -> Iterator[PageSet]:
        """Every page of the site once: sources with their translations, then translations without source."""
        site, alone = self.site, not self.config.embedded_source
        named = [site.by_name(locale).get for locale in site.locales]
        for source in site.sources:
            name = source.name
            yield PageSet(source, tuple([page for of in named if (page := of(name)) is not None]), alone)
        for locale in site.locales:
            for page in site.alone(locale):
                yield PageSet(None, (page,))
