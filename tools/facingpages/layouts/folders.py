"""A folder for each language, told by the folders alone: names that are locales, holding the same pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facingpages.discover import is_locale
from facingpages.layouts.layout import Layout, joined, spread
from facingpages.layouts.tree import Tree, stem, suffixes_of

SAMPLE = 300  # pages by whose names the source is looked for
NEAR = 50  # namesakes looked at for each


@dataclass(frozen=True, slots=True)
class Undecided:
    """Folders of several languages that hold the same pages, and nothing that tells which one is the source."""

    locales: tuple[str, ...]
    folder: str


def find(tree: Tree, base: str = "", source: str = "") -> Layout | Undecided | None:
    """The layout with the most translated pages below a folder. `source` is the source locale, where it is known."""
    groups: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for path in tree.below(base):
        parts = path.split("/")
        for index, part in enumerate(parts[:-1]):
            if is_locale(part):
                groups[joined(base, *parts[:index])][part][stem("/".join(parts[index + 1 :]))] = joined(base, path)
    best: Layout | None = None
    open_question: Undecided | None = None
    for folder, by_locale in sorted(groups.items(), key=lambda item: (item[0].count("/"), item[0])):
        found = _layout(tree, folder, by_locale, source)
        if isinstance(found, Undecided):
            open_question = open_question or found
        elif found is not None and (best is None or found.pairs > best.pairs):
            best = found
    return best or open_question


def _layout(
    tree: Tree, folder: str, by_locale: Mapping[str, Mapping[str, str]], source: str
) -> Layout | Undecided | None:
    english = sorted((name for name in by_locale if name.lower().split("-")[0].split("_")[0] == "en"), key=_plain)
    named = [name for name in by_locale if name == source] or english
    candidates = [_beside(folder, by_locale, named[0])] if named else []
    candidates.append(_elsewhere(tree, folder, by_locale, source))
    found = [layout for layout in candidates if layout is not None]
    if found:
        return max(found, key=lambda layout: layout.pairs)
    if len(by_locale) > 1 and _alike(by_locale):
        return Undecided(tuple(sorted(by_locale)), folder)
    return None


def _plain(name: str) -> tuple[int, str]:
    return len(name), name


def _beside(folder: str, by_locale: Mapping[str, Mapping[str, str]], source: str) -> Layout | None:
    """The source in a folder beside its translations: `docs/en/`, `docs/lv/`."""
    names = by_locale[source].keys()
    shared = {locale: len(names & pages.keys()) for locale, pages in by_locale.items() if locale != source}
    locales = tuple(sorted(locale for locale, count in shared.items() if count))
    if not locales:
        return None
    paths = [path for locale in (source, *locales) for path in by_locale[locale].values()]
    pages = spread(folder, "{locale}/{page}", suffixes_of(paths))
    return Layout("a folder for each language", source, pages, (), locales, pairs=sum(shared.values()))


def _elsewhere(tree: Tree, folder: str, by_locale: Mapping[str, Mapping[str, str]], source: str) -> Layout | None:
    """The source in a folder of another kind: above the translations (`docs/x`, `docs/lv/x`) or in another tree."""
    origins = Counter(_origins(tree, folder, by_locale))
    if not origins:
        return None
    # The folder itself, then what is nearest to it: of folders that fit alike.
    origin = max(origins, key=lambda one: (origins[one], one == folder, -one.count("/"), one))
    inside = tuple(joined(folder, locale) + "/" for locale in by_locale)
    names = {stem(path) for path in tree.below(origin) if not (joined(origin, path)).startswith(inside)}
    shared = {locale: len(names & pages.keys()) for locale, pages in by_locale.items() if locale != source}
    locales = tuple(sorted(one for one, count in shared.items() if count and count * 3 >= len(by_locale[one])))
    pairs = sum(shared[locale] for locale in locales)
    if not pairs:
        return None
    translated = {name for locale in locales for name in by_locale[locale]}
    paths = [path for locale in locales for path in by_locale[locale].values()]
    suffixes = suffixes_of([*paths, *tree.below(origin)])
    return Layout(
        "translations in a folder for each language",
        source or "en",
        spread(folder, "{locale}/{page}", suffixes),
        spread(origin, "{page}", suffixes),
        locales,
        exclude=() if origin else _only(names & translated, [joined(folder, locale) for locale in locales]),
        pairs=pairs,
    )


def _origins(tree: Tree, folder: str, by_locale: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    """For pages in the folders of languages: every folder that has a page of the same path below it."""
    inside = joined(folder) + "/" if folder else ""
    names = sorted({name for pages in by_locale.values() for name in pages})
    for name in names[:: max(1, len(names) // SAMPLE)]:
        for path in tree.by_name.get(name.rsplit("/", 1)[-1], ())[:NEAR]:
            whole = stem(path)
            if whole != name and not whole.endswith("/" + name):
                continue
            origin = whole[: len(whole) - len(name)].rstrip("/")
            beyond = origin[len(inside) :].split("/")[0] if origin.startswith(inside) else ""
            if beyond not in by_locale:
                yield origin


def _alike(by_locale: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether folders hold the same pages."""
    first, *others = sorted(by_locale.values(), key=len, reverse=True)
    return any(len(first.keys() & other.keys()) * 3 >= len(other) for other in others)


def _only(names: Iterable[str], folders: Iterable[str]) -> tuple[str, ...]:
    """At the root of a repository most pages are not meant to be translated: only those that somebody translated."""
    tops = sorted({name.split("/")[0] + ("/" if "/" in name else ".*") for name in names})
    return ("*", *(f"!/{top}" for top in tops), *(f"!/{folder.split('/')[0]}/" for folder in sorted(folders)))
