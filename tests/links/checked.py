"""The findings of the families that look at links, as `facingpages links` has them."""

from __future__ import annotations

from facingpages import engine
from facingpages.config import Config
from facingpages.finding import Finding
from facingpages.site import Site


def check(site: Site, config: Config) -> list[Finding]:
    """What is wrong with the links of a site."""
    return engine.check(site, config, families=engine.LINKS, brief=True).findings
