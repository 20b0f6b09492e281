"""The lexicon of the site at hand, for who looks at two pages by themselves."""

from __future__ import annotations

from pathlib import Path

from facingpages.config import Config
from facingpages.engine.learn import Learner, begin
from facingpages.engine.plan import Plan
from facingpages.lexicon import Lexicon
from facingpages.site import PageFile, Site
from facingpages.site.opener import real
from facingpages.store import Store
from facingpages.tuples import NamedTuple


class AtHand(NamedTuple):
    """What vouches for the words of a page, if anything does, and a sentence that says from what, or why nothing."""

    lexicon: Lexicon | None
    told: str


def at_hand(config: Config, site: Site, page: Path, store: Store | None) -> AtHand:
    """What the site teaches of the language of one of its translations."""
    wanted = real(page)
    found = next((one for one in site.pages if _is(one, page.name, wanted)), None)
    if found is None:
        return AtHand(None, f"{page} is no page of the site in this folder.")
    if found.locale == site.source:
        return AtHand(None, f"{page} is a source; words are known between a source and a translation.")
    plan = Plan(site, config)
    begin(plan, store)
    if not isinstance(plan.learner, Learner):
        return AtHand(None, "to learn them from a site takes the packages of facingpages[meaning].")
    lexicon = plan.lexicon(found.locale, found.name)
    return AtHand(lexicon, plan.learner.told(found.locale).rstrip("."))


def _is(page: PageFile, name: str, wanted: Path) -> bool:
    return page.file.name == name and real(page.file) == wanted
