"""Further trees of translated pages beside the one that was recognized: each is a site of its own in the same folder.

They are covered where they are translated from the same language. The generator of one that no settings describe is
that whose mark lies nearest to its pages; of pages at the top of a repository, which programs that show repositories
show as they are, it is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from facingpages.config import FIELD, Config, SetupError
from facingpages.discover import discover
from facingpages.generators import Marked, folders_above, marked_in
from facingpages.generators.layout import joined
from facingpages.generators.tree import Tree
from facingpages.languages.codes import code_of, is_locale, language_of
from facingpages.late import late
from facingpages.listing import Listed
from facingpages.pattern import literal
from facingpages.site import Site
from facingpages.tuples import NamedTuple

SEVERAL, MANY = 2, 10  # translated pages that make a tree worth it, and of those at the top of a repository
TREES = 20  # that are looked at beside the first
# What is there to be copied, or is kept as it was: it is named, and looked at where a configuration says so.
ASIDE = late(
    r"(?:.*[-_.])?(?:archived?|demos?|drafts?|examples?|legacy|old|playground|samples?|starters?|templates?|versions?|versioned)"
    r"(?:[-_.].*)?|v?\d+(?:\.[\dx]+)+",
    re.I,
)


def others(tree: Tree, config: Config, recognize: Callable[[Tree], Config]) -> tuple[Config, ...]:
    """What is said of further trees, those with more translated pages first."""
    entries = [Listed(path, tree.root / path) for path in tree.pages]
    aside: tuple[str, ...] = ()
    for _ in range(TREES):
        try:
            rest = not_covered(tree, config, discover(config, entries)).pages
            rest = [path for path in rest if not path.startswith(aside or ("\0",))]
            found = _of_source(recognize(tree.with_pages(rest)), config.source)
            pairs = _pairs(discover(found, entries), frozenset(rest)) if found is not None else 0
        except SetupError:
            break
        lead = literal(found.pages[0]) if found is not None else ""
        if found is None or pairs < (SEVERAL if lead else MANY):
            break
        if any(map(ASIDE.fullmatch, "/".join(map(literal, (*found.pages, *found.source_pages))).split("/"))):
            aside += (f"{lead}/",)
        else:
            config = config._replace(others=(*config.others, found))
    return config.others


class NotCovered(NamedTuple):
    """Folders of languages beside those that are covered, each with the number of its pages, those among them whose
    pages the source has, and all pages that lie neither in these nor in what is covered."""

    folders: dict[str, int]
    unlisted: frozenset[str]
    pages: Sequence[str]


def not_covered(tree: Tree, config: Config, site: Site) -> NotCovered:
    """What a site leaves of the pages in its folder."""
    covered = {page.path for page in site.pages}
    left: dict[str, int] = {}
    unlisted: set[str] = set()
    tops: list[str] = []
    for pattern in dict.fromkeys(pattern for one in config.trees for pattern in one.pages):
        lead, _, inner = pattern.partition("{locale}/")
        for folder in tree.folders if pattern.startswith(lead + "{locale}/") else ():
            above, _, name = folder.rpartition("/")
            if (
                (f"{above}/" if above else "") == lead
                and (is_locale(name) or code_of(name) != name)
                and name not in (config.source, *site.locales)
            ):
                if below := [path for path in tree.below(folder) if joined(folder, path) not in covered]:
                    left[name] = len(below)
                    tops.append(f"{folder}/")
                    before = inner.partition("{page}")[0]
                    names = (path.removeprefix(before).rpartition(".")[0] for path in below if path.startswith(before))
                    if config.locales and not site.source_names.isdisjoint(names):
                        unlisted.add(name)
    inside = tuple(tops) or ("\0",)
    pages = tuple(path for path in tree.pages if path not in covered and not path.startswith(inside))
    return NotCovered(left, frozenset(unlisted), pages)


def marked_beside(config: Config, first: Config) -> Marked | None:
    """The mark of a generator nearest to the pages of a further tree, if it may be theirs."""
    above = list(folders_above(config))[::-1]
    tops = {_top(config), *map(_top, config.others)} & {_top(tree) for tree in first.trees}
    return marked_in(config, [folder for folder in above if folder or tops - {""}])


def _top(config: Config) -> str:
    """The outermost folder that all pages of a tree lie in; empty where there is none."""
    heads = {FIELD.split(one, maxsplit=1)[0].rpartition("/")[0] for one in (*config.pages, *config.source_pages)}
    tops = {head.partition("/")[0] for head in heads}
    return tops.pop() if len(tops) == 1 else ""


def _of_source(found: Config, source: str) -> Config | None:
    """A tree with its source called as the first tree calls it; None where it is in another language, or embedded."""
    if found.embedded_source or language_of(found.source) != language_of(source) or source in found.locales:
        return None
    if found.source == source:
        return found
    patterns = tuple(one.replace("{locale}", found.source) for one in found.source_pages or found.pages)
    return found._replace(source=source, source_pages=patterns)


def _pairs(site: Site, rest: frozenset[str]) -> int:
    """How many translations of source pages there are among those that nothing else covers."""
    return sum(
        page.locale != site.source and page.name in site.source_names and page.path in rest for page in site.pages
    )
