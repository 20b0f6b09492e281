"""What lies beside a site that was recognized: sites of other generators, and translated pages that none covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.generators import folders, lessons, suffixes
from facingpages.generators.detect import recognized, scanned
from facingpages.generators.layout import Layout, joined
from facingpages.generators.originals import FAR
from facingpages.generators.renamed import renamed
from facingpages.generators.tree import Tree
from facingpages.languages.codes import code_of, is_locale, language_of
from facingpages.late import late
from facingpages.listing import Listed
from facingpages.pattern import literal
from facingpages.site import Site
from facingpages.tuples import NamedTuple

MORE = 1.3  # times as many pages as the source: then it may be the source
SEVERAL = 2  # translated pages of another layout that are worth a word
MANY = 10  # of another site, from which on it is looked at without being asked for
TREES = 5  # that are looked at or named, at most
# What is there to be copied, or is kept as it was: it is named, and looked at where a configuration says so.
ASIDE = late(
    r"(?:.*[-_.])?(?:archived?|demos?|drafts?|examples?|legacy|old|playground|samples?|starters?|templates?|versions?)(?:[-_.].*)?|v?\d+(?:\.[\dx]+)+",
    re.I,
)


class _Left(NamedTuple):
    """Folders of languages that a site's patterns name and that it does not have: how many pages each holds, and those
    whose pages its source has. `pages` are all others that are not the site's."""

    folders: dict[str, int]
    unlisted: frozenset[str]
    pages: tuple[str, ...]


def beside(config: Config, site: Site) -> list[tuple[Config, Site]]:
    """Other sites in the folder of one that was recognized, of its source language, those with most pages first."""
    tree = scanned(config.root)
    base = Config(config.root, severity=config.severity, rule=config.rule)
    pages = list(_left(tree, config, site).pages)
    found: list[tuple[Config, Site]] = []
    for _ in range(TREES):
        one = recognized(tree.with_pages(pages), base, config.source)
        if one is None:
            break
        its = discover(one, [Listed(path, config.root / path) for path in pages])
        lead = literal(one.pages[0])
        count = sum(page.locale != its.source and page.name in its.source_names for page in its.pages)
        if not lead or not count:
            break
        if count >= MANY and not one.embedded_source and not any(map(ASIDE.fullmatch, lead.split("/"))):
            found.append((one, its))
        pages = [path for path in pages if path not in its.by_path and not path.startswith(f"{lead}/")]
    return found


def uncovered(config: Config, site: Site, others: Sequence[Site] = ()) -> list[str]:
    """What else looks like translated pages in the folder of a site that was recognized, and of those beside it: a line
    for each."""
    tree = scanned(config.root)
    left = _left(tree, config, site)
    lines: list[str] = []
    for told, names in (
        ("that its settings do not list", left.unlisted),
        ("whose pages have no source page there", left.folders.keys() - left.unlisted),
    ):
        if names:
            named = ", ".join(f"{name} ({left.folders[name]})" for name in sorted(names))
            lines.append(f"not covered: folders of languages {told}: {named}")
    covered = {page.path for other in others for page in other.pages}
    rest = [path for path in left.pages if path not in covered]
    return [*lines, *_more_pages(site), *_other_trees(tree, rest), *renamed(site)]


def _left(tree: Tree, config: Config, site: Site) -> _Left:
    """What a site leaves of the pages in its folder."""
    covered = {page.path for page in site.pages}
    found: dict[str, int] = {}
    unlisted: set[str] = set()
    leads = {pattern.split("{locale}")[0] for pattern in config.pages}
    for pattern in config.pages:
        lead, _, inner = pattern.partition("{locale}/")
        for folder in tree.folders if pattern.startswith(lead + "{locale}/") else ():
            above, _, name = folder.rpartition("/")
            if (
                (f"{above}/" if above else "") == lead
                and (is_locale(name) or code_of(name) != name)
                and name not in (config.source, *site.locales)
            ):
                if below := [path for path in tree.below(folder) if joined(folder, path) not in covered]:
                    found[name] = len(below)
                    before = inner.partition("{page}")[0]
                    names = (path.removeprefix(before).rpartition(".")[0] for path in below if path.startswith(before))
                    if config.locales and not site.source_names.isdisjoint(names):
                        unlisted.add(name)
    tops = tuple(f"{lead}{name}/" for lead in leads for name in found)
    pages = tuple(path for path in tree.pages if path not in covered and not path.startswith(tops or ("\0",)))
    return _Left(found, frozenset(unlisted), pages)


def _more_pages(site: Site) -> Iterator[str]:
    """What makes one doubt that a language is the source: another has all the pages and many more."""
    names: dict[str, set[str]] = {}
    for page in site.pages:
        names.setdefault(page.locale, set()).add(page.name)
    own = names.get(site.source, set())
    for one in folders.english(names.keys() - {site.source}) if language_of(site.source) != "en" else ():
        if FAR * len(names[one]) <= len(own):
            yield f"{site.source} has {len(own)} pages, {one} {len(names[one])}: {site.source} is taken for the source"
    found = {locale: pages for locale, pages in names.items() if locale != site.source and len(pages) > MORE * len(own)}
    most = max(found, key=lambda locale: len(found[locale]), default="")
    if len(own) >= SEVERAL and most and len(found[most] & own) * 4 > 3 * len(own):
        yield (
            f"{most} has {len(found[most])} pages, {site.source} {len(own)}: if {most} is what the others are "
            f'translated from, set source = "{most}"'
        )


def _other_trees(tree: Tree, pages: Sequence[str]) -> Iterator[str]:
    """Trees of translated pages among those that are not covered, the largest first."""
    for _ in range(TREES):
        other = tree.with_pages(tuple(pages))
        found = [
            one for one in (folders.find(other), suffixes.find(other), lessons.find(other)) if isinstance(one, Layout)
        ]
        best = max(found, key=lambda one: one.pairs, default=None)
        if best is None or best.pairs < SEVERAL:
            return
        count = len(best.locales)
        locales = f"{count} {'locale' if count == 1 else 'locales'}"
        yield f"not covered: {best.pages[0]}, {best.pairs} translated pages in {locales}"
        lead = best.pages[0].partition("{")[0]
        pages = [path for path in pages if not path.startswith(lead)]
