"""One site of several trees of pages, as each would be found if it were the only one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from facingpages.config import FIELD, Config
from facingpages.site import PageFile, Site
from facingpages.tuples import NamedTuple

_path = attrgetter("path")


class _TreeName(NamedTuple):
    """The tree of a page, by number, and what the page is called there."""

    tree: int
    name: str


def together(config: Config, sites: Sequence[Site]) -> Site:
    """The pages of all trees. What lies in two is the first one's; names met before are told apart by path."""
    pages: list[PageFile] = []
    taken: set[str] = set()
    of: dict[str, _TreeName] = {}
    within: dict[str, frozenset[str]] = {}
    for number, (tree, site) in enumerate(zip(config.trees, sites, strict=True)):
        own = [page for page in site.pages if page.path not in taken]
        label = _lead(tree) if any(page.name in of for page in own) else ""
        taken.update(page.path for page in own)
        for page in own:
            name = label + page.name
            of.setdefault(name, _TreeName(number, page.name))
            if page.locale == site.source:
                within[name] = frozenset(site.locales)
            pages.append(page._replace(name=name) if label else page)

    def is_source_only(page: PageFile) -> bool:
        there = of.get(page.name, _TreeName(0, page.name))
        return sites[there.tree].is_source_only(page._replace(name=there.name))

    def path_of(name: str, locale: str) -> str:
        there = of.get(name, _TreeName(0, name))
        return sites[there.tree].path_of(there.name, locale)

    locales = tuple(sorted({locale for site in sites for locale in site.locales}))
    skipped = sum(site.skipped for site in sites)
    source = sites[0].source
    return Site(source, locales, sorted(pages, key=_path), is_source_only, path_of, skipped, within)


def _lead(tree: Config) -> str:
    """What the paths of a tree's sources begin with."""
    return FIELD.split((tree.source_pages or tree.pages)[0].replace("{locale}", tree.source), maxsplit=1)[0]
