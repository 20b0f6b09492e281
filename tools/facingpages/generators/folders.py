"""A folder for each language, told by the folders alone: names that are locales, holding the same pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from facingpages.generators.layout import Layout, joined, spelt_once, spread
from facingpages.generators.originals import original, scripted_in, written_in
from facingpages.generators.tailed import bare, patterns
from facingpages.generators.tree import Tree, stem, suffixes_of
from facingpages.languages.codes import LOCALE, is_locale, language_of
from facingpages.languages.identify import other_language
from facingpages.late import late
from facingpages.tuples import NamedTuple

ByLocale = Mapping[str, Mapping[str, str]]  # locale -> page name -> path
MARKED = late(rf"(?P<name>.+?)(?P<mark>[._-])(?P<locale>{LOCALE})")
ENGLISH = ("en", "en-US", "en_US", "EN")
SAMPLE = 300  # pages by whose names the source is looked for
KNOWN, MANY = 2, 5  # languages beside each other from which on a folder beside them may be another
READ, HEAD = 5, 1500  # pages by which the language of a folder is told, and how much of each: then names get many
NEAR = 50  # namesakes looked at for each


class Undecided(NamedTuple):
    """Folders of several languages that hold the same pages, and nothing that tells which one is the source."""

    locales: tuple[str, ...]
    lead: str


def find(tree: Tree, base: str = "", source: str = "") -> Layout | Undecided | None:
    """The layout with the most translated pages below a folder. `source` is the source locale, where it is known."""
    groups: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for path in tree.below(base):
        parts = path.split("/")
        for index, part in enumerate(parts[:-1]):
            above = joined(base, *parts[:index])
            for lead, locale in _readings(tree, f"{above}/" if above else "", part):
                groups[lead][locale][stem("/".join(parts[index + 1 :]))] = joined(base, path)
    best: Layout | None = None
    open_question: Undecided | None = None
    for lead in [lead for lead in groups if _is_inside(lead, groups)]:
        del groups[lead]  # `i18n/fr/os/` is a part of the French pages, no language
    translated = _translated(groups, source)
    for lead, by_locale in sorted(groups.items(), key=lambda item: (item[0].count("/"), item[0])):
        by_locale.update(_unknown(tree, lead, by_locale))
        by_locale.update(bare(tree, lead, by_locale))
        found = _layout(tree, lead, by_locale, "", source, translated)
        if not isinstance(found, Layout):
            found = _layout(*_opened(tree, lead, by_locale), source, translated) or found
        if isinstance(found, Undecided):
            open_question = open_question or found
        elif found is not None and (best is None or found.pairs > best.pairs):
            best = found
    return best or open_question


def _readings(tree: Tree, above: str, part: str) -> Iterable[tuple[str, str]]:
    """What is a locale in the name of a folder, and what leads to it: `docs/` and `de`, or `docs-` beside `docs/` or
    `docs-en/`."""
    if is_locale(part):
        yield above, part
    elif part[0] == "_" and is_locale(part[1:]):  # a collection of Jekyll
        yield f"{above}_", part[1:]
    elif (match := MARKED.fullmatch(part)) and is_locale(match["locale"]):
        plain, lead = f"{above}{match['name']}", f"{above}{match['name']}{match['mark']}"
        if plain in tree.folders or any(f"{lead}{one}" in tree.folders for one in ENGLISH):
            yield lead, match["locale"]


def _is_inside(lead: str, groups: Mapping[str, ByLocale]) -> bool:
    """Whether what leads to some folders is a language's own folder, one of several beside each other."""
    parts = lead.rstrip("/").split("/")
    for count in range(len(parts)):
        above = "".join(f"{part}/" for part in parts[:count])
        if parts[count] in groups.get(above, ()) and len(groups[above]) >= KNOWN and _alike(groups[above]):
            return True
    return False


def _unknown(tree: Tree, lead: str, by_locale: ByLocale) -> dict[str, dict[str, str]]:
    """Folders beside those of languages that are called like a code that nobody knows and hold the same pages."""
    if len(by_locale) < KNOWN or (lead and not lead.endswith(("/", "/_"))):
        return {}
    names = {name for pages in by_locale.values() for name in pages}
    found: dict[str, dict[str, str]] = {}
    for folder in tree.folders:
        name = folder[len(lead) :]
        if folder.startswith(lead) and name not in by_locale and re.fullmatch(LOCALE, name):
            pages = {stem(path): joined(folder, path) for path in tree.below(folder)}
            shared = len(names & pages.keys())
            if shared * 3 >= len(pages) * 2 and shared >= (1 if len(by_locale) >= MANY else 2):
                found[name] = pages
    return found


def _opened(tree: Tree, lead: str, by_locale: ByLocale) -> tuple[Tree, str, ByLocale, str]:
    """The same where all pages of each language lie in one more folder: `i18n/de/pages/`."""
    tops = {name.partition("/")[0] if "/" in name else "" for pages in by_locale.values() for name in pages}
    inner = tops.pop() + "/" if len(tops) == 1 else "/"
    if inner == "/":
        return tree, lead, {}, ""
    pages = {locale: {name[len(inner) :]: path for name, path in below.items()} for locale, below in by_locale.items()}
    return tree, lead, pages, inner


def _layout(
    tree: Tree, lead: str, by_locale: ByLocale, inner: str, source: str, translated: tuple[str, ...]
) -> Layout | Undecided | None:
    if not source and lead[-1:] not in ("", "/") and len(english(by_locale)) == len(by_locale):
        # `docs-en/` beside `docs/`, which is in another language then
        source = scripted_in(tree, (joined(lead[:-1], path) for path in tree.below(lead[:-1])[:READ]))
    named = [name for name in by_locale if name == source] or english(by_locale)
    if named and not source:
        named = [original(tree, by_locale, named[0])]
    candidates = [_beside(lead, by_locale, inner, named[0])] if named else []
    # What has its source beside it has none in another version of the site.
    versions = tuple(folder for folder in translated if named or not _is_english(folder))
    candidates.append(_elsewhere(tree, lead, by_locale, inner, source, versions))
    found = [layout for layout in candidates if layout is not None]
    if found:
        return max(found, key=lambda layout: layout.pairs)
    if len(by_locale) > 1 and _alike(by_locale):
        return Undecided(tuple(sorted(by_locale)), lead)
    return None


def english(locales: Iterable[str]) -> list[str]:
    """Those of some locales that are English, the plainest first."""
    return sorted((one for one in locales if re.split("[-_]", one.lower())[0] == "en"), key=_plain)


def _plain(name: str) -> tuple[int, str]:
    return len(name), name


def _beside(lead: str, by_locale: ByLocale, inner: str, source: str) -> Layout | None:
    """The source in a folder beside its translations: `docs/en/`, `docs/lv/`."""
    names = by_locale[source].keys()
    shared = {locale: len(names & pages.keys()) for locale, pages in by_locale.items() if locale != source}
    locales = spelt_once({locale: by_locale[locale] for locale, count in shared.items() if count})
    if not locales:
        return None
    paths = [path for locale in (source, *locales) for path in by_locale[locale].values()]
    suffixes = suffixes_of(paths)
    pages = patterns(lead, inner, {locale: by_locale[locale] for locale in locales}, suffixes)
    own = patterns(lead, inner, {source: by_locale[source]}, suffixes)
    sources = tuple(one.replace("{locale}", source) for one in own) if len(pages) + len(own) > 2 * len(suffixes) else ()
    return Layout("a folder for each language", source, pages, sources, locales, pairs=sum(shared.values()))


def _elsewhere(
    tree: Tree, lead: str, by_locale: ByLocale, inner: str, source: str, translated: tuple[str, ...]
) -> Layout | None:
    """The source in a folder of another kind: above the translations (`docs/x`, `docs/lv/x`) or in another tree."""
    origins = Counter(_origins(tree, lead, by_locale, translated))
    if not origins:
        return None
    home = lead[:-1]
    # The folder itself, then what is nearest to it: of folders that fit alike.
    origin = max(origins, key=lambda one: (origins[one], one == home, -one.count("/"), one))
    inside = tuple(f"{lead}{locale}/" for locale in by_locale)
    paths = (joined(origin, path) for path in tree.below(origin))
    there = {stem(path[len(origin) :].lstrip("/")): path for path in paths if not path.startswith(inside)}
    names = there.keys()
    if not source and (named := english(by_locale)):  # beside a folder of English pages it is perhaps no English
        told = written_in(tree, [there[name] for name in names & by_locale[named[0]].keys()])
        source = told if told not in by_locale else ""
    source = source or "en"  # whose own folder beside the others is no translation
    shared = {locale: len(names & pages.keys()) for locale, pages in by_locale.items() if locale != source}
    locales = spelt_once(
        {one: by_locale[one] for one, count in shared.items() if count and count * 3 >= len(by_locale[one])}
    )
    pairs = sum(shared[locale] for locale in locales)
    if not pairs:
        return None
    taken = names & {name for locale in locales for name in by_locale[locale]}
    translations = [path for locale in locales for path in by_locale[locale].values()]
    suffixes = suffixes_of([*translations, *tree.below(origin)])
    few = not origin and len(taken) * 2 < len(names)
    return Layout(
        "translations in a folder for each language",
        source,
        patterns(lead, inner, {locale: by_locale[locale] for locale in locales}, suffixes),
        spread(origin, "{page}", suffixes),
        locales,
        exclude=_only(taken, [f"{lead}{locale}" for locale in locales])
        if few
        else _others(tree, lead, origin, by_locale, locales),
        pairs=pairs,
    )


def _others(
    tree: Tree, lead: str, origin: str, by_locale: ByLocale, locales: tuple[str, ...]
) -> tuple[str, ...]:  # fmt: skip
    """Folders of languages inside the source's that share no page with it, under names of their own: no source either.

    Their pages lie in folders that the source has, too, or are in that language; a folder `id` with pages about ids
    is neither.
    """
    if lead.rstrip("/") != origin:
        return ()
    tops = {path.partition("/")[0] for path in tree.below(origin) if "/" in path}
    return tuple(
        f"/{lead}{name}/"
        for name, pages in sorted(by_locale.items())
        if name not in locales
        and (
            all(page.partition("/")[0] in tops for page in pages if "/" in page)
            if any("/" in page for page in pages)
            else _is_in(tree, language_of(name), pages.values())
        )
    )


def _is_in(tree: Tree, language: str, paths: Iterable[str]) -> bool:
    """Whether the first pages of a folder are in a language other than English, as far as it can be told."""
    found = [other_language(tree.text(path)[:HEAD], "en") for path in sorted(paths)[:READ]]
    return found.count(language) * 2 > len(found)


def _origins(tree: Tree, lead: str, by_locale: ByLocale, translated: tuple[str, ...]) -> Iterable[str]:
    """For pages in the folders of languages: every folder that has a page of the same path below it.

    The folders of languages of another version of the site have them, too, and are no source.
    """
    inside = (*(f"{lead}{locale}/" for locale in by_locale), *translated)
    names = sorted({name for pages in by_locale.values() for name in pages})
    for name in names[:: max(1, len(names) // SAMPLE)]:
        namesakes = tree.by_name.get(name.rsplit("/", 1)[-1], ())
        for path in islice((path for path in namesakes if not path.startswith(inside)), NEAR):
            whole = stem(path)
            if whole == name or whole.endswith("/" + name):
                yield whole[: len(whole) - len(name)].rstrip("/")


def _translated(groups: Mapping[str, ByLocale], source: str) -> tuple[str, ...]:
    """The folders of languages beside each other that hold the same pages, but for the source's if that is known."""
    return tuple(
        f"{lead}{locale}/"
        for lead, by_locale in groups.items()
        if len(by_locale) >= KNOWN and _alike(by_locale)
        for locale in by_locale.keys() - {source}
    )


def _is_english(folder: str) -> bool:
    return bool(english([folder.rstrip("/").rpartition("/")[2]]))


def _alike(by_locale: ByLocale) -> bool:
    """Whether folders hold the same pages."""
    first, *others = sorted(by_locale.values(), key=len, reverse=True)
    return any(len(first.keys() & other.keys()) * 3 >= len(other) for other in others)


def _only(names: Iterable[str], folders: Iterable[str]) -> tuple[str, ...]:
    """At the root of a repository most pages are not meant to be translated: only those that somebody translated."""
    tops = sorted({name.split("/")[0] + ("/" if "/" in name else ".*") for name in names})
    return ("*", *(f"!/{top}" for top in tops), *sorted({f"!/{folder.split('/')[0]}/" for folder in folders}))
