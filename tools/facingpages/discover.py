"""Which files are pages: patterns with `{locale}` and `{page}` against one walk over the folders they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path

from facingpages.config import Config, SetupError
from facingpages.keyed import by_key
from facingpages.listing import Listed, listed
from facingpages.pattern import Pattern, compile_all, literal
from facingpages.site import PageFile, Site
from facingpages.site.opener import is_folder, real, root_of
from facingpages.tuples import NamedTuple


class _Hit(NamedTuple):
    """A file that a pattern fits, and which of the patterns."""

    locale: str
    name: str
    pattern: Pattern
    entry: Listed


class _Hits:
    """What the walk gives. `unsure` holds files that fit `source_pages` and lie in what may be a locale's folder."""

    def __init__(self) -> None:
        self.sure: list[_Hit] = []
        self.unsure: dict[tuple[str, str], list[tuple[_Hit, _Hit]]] = defaultdict(list)
        self.seen: set[str] = set()  # names that stand where a pattern has {locale}
        self.folders: list[Listed] = []  # that can't be read
        self.skipped = 0


_PLACE = attrgetter("pattern.order", "entry.path")


def discover(config: Config, entries: Iterable[Listed] | None = None) -> Site:
    """The site that a configuration describes, in a folder or in a listing of files.

    Raises SetupError when there is nothing to check, or when a locale or pattern of the configuration fits nothing.
    """
    pages, sources = compile_all(config)
    bases = {pattern.base for pattern in (*pages, *sources)}
    hits = _hits(config, pages, sources, listed(config.root, bases) if entries is None else entries)
    found = _named([*hits.sure, *_decided(hits, config)])
    locales = config.locales or tuple(sorted({locale for locale, _ in found if locale != config.source}))
    if entries is None:
        _verify(config, pages, sources, list(found.values()), hits.seen)
    source_only = _spec(config, "source_only")
    own = [(name, hit) for (locale, name), hit in found.items() if locale == config.source]
    bare = {name: hit.name for name, hit in own}
    suffix = {name: _suffix(hit.entry.path) for name, hit in own}

    def is_source_only(page: PageFile) -> bool:
        if not config.source_only:
            return False
        names = {page.name, bare.get(page.name, page.name)}
        return source_only(page.path) or any(source_only(name + suffix.get(page.name, "")) for name in names)

    def path_of(name: str, locale: str) -> str:
        hit = found.get((config.source, name))
        group = [pattern for pattern in pages if hit is None or pattern.group == hit.pattern.group] or pages
        fitting = [pattern for pattern in group if pattern.text.endswith(suffix.get(name, ""))] or group
        return fitting[0].text.replace("{locale}", locale).replace("{page}", bare.get(name, name))

    root = root_of(config.root)
    files = [_page(hit.entry, name, locale, root) for (locale, name), hit in found.items()]
    files += [_page(entry, entry.path, "", root) for entry in hits.folders]
    if config.embedded_source:  # the source of a page stands in each of its translations; the first stands for it
        first = {page.name: page for page in sorted(files, key=lambda page: page.path, reverse=True) if page.locale}
        files += [page._replace(locale=config.source) for page in first.values() if page.locale != config.source]
    files = by_key(sorted(files, key=attrgetter("path")), config.source)
    return Site(config.source, locales, files, is_source_only, path_of, hits.skipped)


def _suffix(path: str) -> str:
    """What `pathlib` calls so, of many paths."""
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[dot:] if 0 < dot < len(name) - 1 else ""


def _page(entry: Listed, name: str, locale: str, root: Path) -> PageFile:
    path = entry.path
    if not (path.isascii() and name.isascii()):
        path, name = _shown(path), _shown(name)
    return PageFile(path, entry.place, name, locale, entry.error, entry.values, root)


def _hits(config: Config, pages: Sequence[Pattern], sources: Sequence[Pattern], entries: Iterable[Listed]) -> _Hits:
    excluded = _spec(config, "exclude")
    hits = _Hits()
    for entry in entries:
        if entry.path.endswith("/"):
            if not excluded(entry.path):
                hits.folders.append(entry)
            continue
        inside, outside = _inside(config, pages, entry, hits.seen), None
        if config.source_pages and (inside is None or inside.locale not in config.locales):
            outside = _outside(config, sources, entry)
        if inside is None and outside is None:
            continue
        if excluded(entry.path):
            hits.skipped += 1
        elif inside is not None and outside is not None:
            hits.unsure[inside.pattern.text, inside.locale].append((inside, outside))
        elif outside is not None:
            hits.sure.append(outside)
        elif inside is not None and (not config.locales or inside.locale in (*config.locales, config.source)):
            hits.sure.append(inside)
    return hits


def _inside(config: Config, pages: Sequence[Pattern], entry: Listed, seen: set[str]) -> _Hit | None:
    """The page that a file is in a locale's folder; what stands there for a locale is added to `seen`."""
    for pattern in pages:
        found = pattern.fields(entry.path)
        if found is None:
            continue
        locale = found.get("locale", config.source)  # of a site in one language
        seen.add(locale)
        if locale != config.source or not config.source_pages:
            return _Hit(locale, found["page"], pattern, entry)
    return None


def _outside(config: Config, sources: Sequence[Pattern], entry: Listed) -> _Hit | None:
    """The page of the source that a file is beside the locales' folders."""
    for pattern in sources:
        if (found := pattern.exact(entry.path)) is not None:
            return _Hit(config.source, found["page"], pattern, entry)
    return None


def _decided(hits: _Hits, config: Config) -> Iterator[_Hit]:
    """The hits of folders that may be a locale's or may be a part of the source (`docs/id/` on identity).

    A locale's folder holds names that the source has, too.
    """
    sources = {hit.name for hit in hits.sure if hit.locale == config.source}
    for (_, locale), pairs in hits.unsure.items():
        shared = sum(1 for inside, _ in pairs if inside.name in sources)
        if shared * 3 < len(pairs):
            yield from (outside for _, outside in pairs)
        elif not config.locales or locale in config.locales:
            yield from (inside for inside, _ in pairs)


def _named(hits: Iterable[_Hit]) -> dict[tuple[str, str], _Hit]:
    """Hits by locale and page name. Names of a group of patterns that meet names of another are told apart by path."""
    groups: dict[int, list[_Hit]] = defaultdict(list)
    for hit in sorted(hits, key=_PLACE):
        groups[hit.pattern.group].append(hit)
    found: dict[tuple[str, str], _Hit] = {}
    for group in sorted(groups):
        apart = bool(found) and any((hit.locale, hit.name) in found for hit in groups[group])
        for hit in groups[group]:
            name = f"{hit.pattern.label}{hit.name}" if apart else hit.name
            if found.setdefault((hit.locale, name), hit) is not hit:
                found.setdefault((hit.locale, name + _suffix(hit.entry.path)), hit)
    return found


def _verify(
    config: Config, pages: Sequence[Pattern], sources: Sequence[Pattern], hits: Sequence[_Hit], seen: set[str]
) -> None:
    """Whether there is something to check, and whether every locale and place that the user wrote fits something."""
    where = config.origin or "facingpages"
    below = f"below {real(config.root).name}/"
    others = sorted(seen - {config.source})
    there = f"; the locales there: {', '.join(others)}" if others else ""
    if not config.embedded_source and not any(hit.locale == config.source for hit in hits):
        wanted = " or ".join(f'"{pattern.text}"' for pattern in sources)
        key = "" if config.source_pages or not others else f', or source = "{others[0]}" if that is the source'
        raise SetupError(f"{where}: no source page matches {wanted} {below}{there}. Correct source or pages{key}.")
    if not config.alone and not any(hit.locale != config.source for hit in hits):
        wanted = " or ".join(f'"{pattern.text}"' for pattern in pages)
        raise SetupError(f"{where}: no translated page matches {wanted} {below}{there}. Correct pages or locales.")
    for locale in config.locales if config.explicit or "locales" in config.given else ():
        if not any(hit.locale == locale for hit in hits) and not _folder_of(config, pages, locale):
            near = [other for other in others if other.lower().replace("_", "-") == locale.lower().replace("_", "-")]
            hint = f'; did you mean "{near[0]}"?' if near else there
            raise SetupError(f'{where}: locales: no page of "{locale}" matches "{pages[0].text}" {below}{hint}.')
    used = {pattern.stem for pattern in {hit.pattern.text: hit.pattern for hit in hits}.values()}
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
