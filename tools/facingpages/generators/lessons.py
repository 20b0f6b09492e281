"""A folder for each page, in which its languages lie side by side: `posts/hello/en.md`, `lessons/1/en/README.md`."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from facingpages.generators.folders import english
from facingpages.generators.layout import Layout
from facingpages.generators.tree import Tree, stem, suffixes_of
from facingpages.languages.codes import is_locale

FEWEST, MOST = 3, 6  # folders of pages that make a layout; files that each of them may have in a language
Places = Mapping[str, Mapping[str, str]]  # folder -> locale -> path


def find(tree: Tree, source: str = "") -> Layout | None:
    """The layout that most folders of pages share."""
    groups: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for path in tree.pages:
        for folder, locale, rest in _readings(path):
            groups[rest][folder][locale] = path
    whole = {rest: places for rest, places in groups.items() if len(places) >= FEWEST}
    found = [_layout({rest: whole[rest]}, source) for rest in whole if not rest]
    named = {rest: places for rest, places in whole.items() if rest}
    found += [_layout(named, source)] if 0 < len(named) <= MOST else []
    return max((one for one in found if one), key=lambda one: one.pairs, default=None)


def _readings(path: str) -> Iterator[tuple[str, str, str]]:
    """The folder of a page, the locale of a file in it, and what the file is called behind that."""
    folder, _, name = path.rpartition("/")
    if folder and is_locale(stem(name)):
        yield folder, stem(name), ""
    above, _, last = folder.rpartition("/")
    if above and is_locale(last):
        yield above, last, stem(name)


def _layout(groups: Mapping[str, Places], source: str) -> Layout | None:
    """The layout of pages that are called alike in each of many folders."""
    paths: list[str] = []
    locales: Counter[str] = Counter()
    kept: dict[str, set[str]] = defaultdict(set)
    every = (by_locale.keys() for places in groups.values() for by_locale in places.values())
    origin = source or _commonest(every)
    for rest, places in groups.items():
        for folder, by_locale in places.items():
            if origin in by_locale and len(by_locale) > 1:
                kept[rest].add(folder)
                paths += by_locale.values()
                locales.update(by_locale.keys() - {origin})
    folders = {folder for some in kept.values() for folder in some}
    if not origin or len(folders) < max(FEWEST, 2 * len(kept)):  # else they are versions of a site
        return None
    base = posixpath.commonpath(sorted(map(posixpath.dirname, folders)))
    lead = f"{base}/{{page}}/{{locale}}" if base else "{page}/{locale}"
    pages = tuple(
        f"{lead}{'/' if rest else ''}{rest}{suffix}" for rest in sorted(kept) for suffix in suffixes_of(paths)
    )
    return Layout("a folder for each page", origin, pages, (), tuple(sorted(locales)), pairs=locales.total())


def _commonest(every: Iterable[Iterable[str]]) -> str:
    """The spelling of English that most folders have."""
    found = Counter(one for locales in every for one in english(locales))
    return max(found, key=lambda one: (found[one], one), default="")
