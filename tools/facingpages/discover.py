"""Which files are pages: patterns with `{locale}` and `{page}` against one walk over the folders they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter

from facingpages.config import Config, SetupError
from facingpages.fitted import Hit, Hits, fitted, page_of
from facingpages.keyed import by_key
from facingpages.listing import Listed, listed
from facingpages.pattern import Pattern, compile_all, literal
from facingpages.site import PageFile, Site
from facingpages.site.opener import is_folder, real, root_of
from facingpages.together import together
from facingpages.tuples import NamedTuple


class _Found(NamedTuple):
    """The pages by locale and name, which of the patterns fit any, and the groups of sources if there are several."""

    pages: dict[str, dict[str, PageFile]]
    used: list[Pattern]
    groups: dict[str, int]


_path = attrgetter("path")


def discover(config: Config, entries: Iterable[Listed] | None = None) -> Site:
    """The site that a configuration describes, in a folder or in a listing of files.

    Raises SetupError when there is nothing to check, or when a locale or pattern of the configuration fits nothing.
    """
    if config.others:
        given = list(entries) if entries is not None else None
        return together(config, [_tree(tree, given) for tree in config.trees])
    return _tree(config, entries)


def _tree(config: Config, entries: Iterable[Listed] | None) -> Site:
    """The site of one tree of pages."""
    pages, sources = compile_all(config)
    bases = {pattern.base for pattern in (*pages, *sources)}
    walked = listed(config.root, bases) if entries is None else entries
    hits = fitted(config, pages, sources, walked, _spec(config, "exclude"))
    for hit in _decided(hits, config):
        hits.add(hit)
    spelt = {page.locale for _, some in hits.sure for page in some} if hits.respelt else set()
    for hit in hits.respelt:
        if hit.page.locale in spelt:
            hits.add(hit)
    found = _named(hits, config.source)
    locales = config.locales or tuple(sorted(found.pages.keys() - {config.source}))
    if entries is None:
        _verify(config, pages, sources, found, hits.seen)
    source_only = _spec(config, "source_only")
    own = found.pages.get(config.source, {})
    bare = {name: page.name for name, page in own.items() if page.name != name}

    def suffix(name: str) -> str:
        return _suffix(own[name].path) if name in own else ""

    def is_source_only(page: PageFile) -> bool:
        if not config.source_only:
            return False
        names = {page.name, bare.get(page.name, page.name)}
        return source_only(page.path) or any(source_only(name + suffix(name)) for name in names)

    def path_of(name: str, locale: str) -> str:
        group = [pattern for pattern in pages if found.groups.get(name, pattern.group) == pattern.group] or pages
        fitting = [pattern for pattern in group if pattern.text.endswith(suffix(name))] or group
        fitting = [pattern for pattern in fitting if pattern.text.endswith("{page}" + suffix(name))] or fitting
        return fitting[0].text.replace("{locale}", locale).replace("{page}", bare.get(name, name))

    files = [
        page if page.name == name and page.path.isascii() and name.isascii() else _told(page, name)
        for names in found.pages.values() for name, page in names.items()
    ]  # fmt: skip
    root = root_of(config.root)
    files += [_told(page_of(entry, "", "", root), entry.path) for entry in hits.folders]
    if config.embedded_source:  # the source of a page stands in each of its translations; the first stands for it
        first = {page.name: page for page in sorted(files, key=_path, reverse=True) if page.locale}
        files += [page._replace(locale=config.source) for page in first.values() if page.locale != config.source]
    files = by_key(sorted(files, key=_path), config.source)
    return Site(config.source, locales, files, is_source_only, path_of, hits.skipped)


def _suffix(path: str) -> str:
    """What `pathlib` calls so, of many paths."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[dot:] if 0 < dot < len(name) - 1 else ""


def _told(page: PageFile, name: str) -> PageFile:
    """A page by its name, as both are reported."""
    return page._replace(path=_shown(page.path), name=_shown(name))


def _decided(hits: Hits, config: Config) -> Iterator[Hit]:
    """The hits of folders that may be a locale's or may be a part of the source (`docs/id/` on identity).

    A locale's folder holds names that the source has, too.
    """
    sources = {page.name for _, pages in hits.sure for page in pages if page.locale == config.source}
    for (_, locale), pairs in hits.unsure.items():
        shared = sum(1 for inside, _ in pairs if inside.page.name in sources)
        if shared * 3 < len(pairs):
            yield from (outside for _, outside in pairs)
        elif not config.locales or locale in config.locales:
            yield from (inside for inside, _ in pairs)


def _named(hits: Hits, source: str) -> _Found:
    """Pages by locale and name. Names of a group of patterns that meet names of another are told apart by path."""
    groups: dict[int, list[tuple[Pattern, list[PageFile]]]] = defaultdict(list)
    for pattern, pages in sorted(hits.sure, key=lambda one: one[0].order):
        if pages:
            groups[pattern.group].append((pattern, sorted(pages, key=_path)))
    found, several = _Found({}, [], {}), len({pattern.group for pattern, _ in hits.sure}) > 1
    for number, group in sorted(groups.items(), key=itemgetter(0)):
        known = dict(found.pages)
        met = known and any(page.name in known.get(page.locale, ()) for _, pages in group for page in pages)
        for pattern, pages in group:
            if _add(pages, pattern.label if met else "", found.pages):
                found.used.append(pattern)
        if several:
            for name in found.pages.get(source, ()):
                found.groups.setdefault(name, number)
    return found


def _add(pages: Iterable[PageFile], label: str, found: dict[str, dict[str, PageFile]]) -> bool:
    """Add pages to those that were found, by their names, or by that and the suffix; whether any is new."""
    new = False
    for page in pages:
        names, name = found.setdefault(page.locale, {}), f"{label}{page.name}"
        if names.setdefault(name, page) is page or names.setdefault(name + _suffix(page.path), page) is page:
            new = True
    return new


def _verify(
    config: Config, pages: Sequence[Pattern], sources: Sequence[Pattern], found: _Found, seen: set[str]
) -> None:
    """Whether there is something to check, and whether every locale and place that the user wrote fits something."""
    where = config.origin or "facingpages"
    below = f"below {real(config.root).name}/"
    others = sorted(seen - {config.source})
    there = f"; the locales there: {', '.join(others)}" if others else ""
    if not config.embedded_source and config.source not in found.pages:
        wanted = " or ".join(f'"{pattern.text}"' for pattern in sources)
        key = "" if config.source_pages or not others else f', or source = "{others[0]}" if that is the source'
        raise SetupError(f"{where}: no source page matches {wanted} {below}{there}. Correct source or pages{key}.")
    if not config.alone and not found.pages.keys() - {config.source}:
        wanted = " or ".join(f'"{pattern.text}"' for pattern in pages)
        raise SetupError(f"{where}: no translated page matches {wanted} {below}{there}. Correct pages or locales.")
    for locale in config.locales if config.explicit or "locales" in config.given else ():
        if locale not in found.pages and not _folder_of(config, pages, locale):
            near = [other for other in others if other.lower().replace("_", "-") == locale.lower().replace("_", "-")]
            hint = f'; did you mean "{near[0]}"?' if near else there
            raise SetupError(f'{where}: locales: no page of "{locale}" matches "{pages[0].text}" {below}{hint}.')
    used = {pattern.stem for pattern in found.used}
    for pattern in pages if config.explicit and not config.exclude else ():
        if pattern.stem not in used:
            raise SetupError(f'{where}: pages: "{pattern.text}" matches no file {below}; correct it or take it out.')


def _folder_of(config: Config, pages: Sequence[Pattern], locale: str) -> bool:
    """Whether the folder of a locale is there, though no page is in it yet."""
    folders = (literal(pattern.text.replace("{locale}", locale)) for pattern in pages if "/{page}" in pattern.text)
    return any(is_folder(config.root / folder) for folder in folders if folder)


def _spec(config: Config, key: str) -> Callable[[str], bool]:
    """What tells the paths that some patterns of the configuration name."""
    patterns: Sequence[str] = getattr(config, key)
    if not patterns:
        return lambda _: False
    from facingpages.ignored import paths_like  # loaded where there are patterns: few sites have some

    try:
        return paths_like(patterns).match_file
    except ValueError as error:
        raise SetupError(
            f"{config.origin or 'facingpages'}: {key}: {error}; write patterns as in a .gitignore file."
        ) from None


def _shown(path: str) -> str:
    """A path as it is reported: bytes that are not UTF-8 are replaced."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
