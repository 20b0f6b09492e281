"""A whole import, converted: pages, includes, landing pages, navigation, redirections, settings."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from facingpages.importing.convert.blocks import convert_blocks
from facingpages.importing.convert.context import Context
from facingpages.importing.convert.ids import with_ids
from facingpages.importing.convert.includes import Includes, without_front_matter
from facingpages.importing.convert.landing import landing
from facingpages.importing.convert.left import Left
from facingpages.importing.convert.links import Places, convert_links
from facingpages.importing.convert.navigation import TocEntry, nav, paths, toc, translations
from facingpages.importing.convert.redirects import redirects
from facingpages.importing.convert.settings import settings
from facingpages.importing.locales import SOURCE_LOCALE

_FRONT = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"(?m)^(template|hide|status|icon|search|tags)[ \t]*:.*\n(?:[ \t-].*\n)*")
"""Front matter that Material for MkDocs would act on, and Learn means otherwise."""
_BREADCRUMB = re.compile(r"(/[\w/.-]+?)/(?:bread(?:crumb)?|breadcrumbs)/toc\.json")


@dataclass(slots=True)
class Raw:
    """What is to be converted.

    `files`: by locale and name (with suffix) all that the import gives; `read` gives a file of a locale's own tree as
    it was published, and for the source's locale one of the source's; `beside` gives one that stands at the top of the
    repository, above `root`.
    """

    files: dict[tuple[str, str], bytes]
    locales: Sequence[str]
    read: Callable[[str, str], bytes | None]
    beside: Callable[[str], bytes | None]
    root: str = ""


@dataclass(slots=True)
class Converted:
    """The converted files by locale and name, those of the whole site by name, and what could not be brought over."""

    files: dict[tuple[str, str], bytes]
    shared: dict[str, bytes] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)


def convert(raw: Raw, docs: str) -> Converted:
    """Convert an import. `docs` is the name of the folder that it goes to, beside `mkdocs.yml`."""
    site = Converted(dict(raw.files))
    _landing_pages(site, raw)
    names: dict[str, set[str]] = {locale: set() for locale in (SOURCE_LOCALE, *raw.locales)}
    for locale, name in site.files:
        names[locale].add(name)
    base = _base(raw)
    places = Places(names, SOURCE_LOCALE, base)
    snippets = _pages(site, places)
    entries = _tocs(raw)
    _whole(site, raw, docs, places, entries, snippets)
    site.left.sort()
    return site


def _landing_pages(site: Converted, raw: Raw) -> None:
    for locale in (SOURCE_LOCALE, *raw.locales):
        known = [name for key, name in site.files if key == locale and name.endswith("index.yml")]
        for name in dict.fromkeys(("index.yml", *known)):
            content = site.files.pop((locale, name), None) or raw.read(locale, name)
            shown = landing(content) if content is not None else None
            if shown is not None:
                site.files.setdefault((locale, f"{name[:-4]}.md"), shown.encode())
            elif content is not None:
                site.left.append(Left(f"{locale}/{name}", "a YAML file", "left out"))


def _pages(site: Converted, places: Places) -> set[tuple[str, str]]:
    """Convert all pages; gives those that others set in."""
    texts = {
        key: raw.decode("utf-8", "replace").replace("\r\n", "\n")
        for key, raw in site.files.items()
        if key[1].endswith((".md", ".markdown", ".txt"))
    }
    includes = Includes(texts)
    ids: dict[str, list[tuple[int, str]]] = {}
    pages = sorted((key for key in texts if key[1].endswith(".md")), key=lambda key: (key[0] != SOURCE_LOCALE, key))
    for locale, name in pages:
        said: set[Left] = set()

        def say(what: str, became: str, page: str = f"{locale}/{name}", said: set[Left] = said) -> None:
            said.add(Left(page, what, became))

        text = _page(texts[locale, name], name, locale, includes, site, say)
        raw, told = with_ids(text.encode(), ids.get(name, ()))
        if locale == SOURCE_LOCALE:
            ids[name] = told
        site.files[locale, name] = convert_links(raw, name, locale, places, say)
        site.left += said
    for key in includes.snippets:
        site.files[key] = without_front_matter(site.files[key].decode()).encode()
    return includes.snippets


def _page(
    text: str, name: str, locale: str, includes: Includes, site: Converted, say: Callable[[str, str], None]
) -> str:
    front = match[0] if (match := _FRONT.match(text)) else ""
    body = text[len(front) :]
    for key in _KEY.findall(front):
        say(f"the key {key}", "left out, for the theme acts on it")

    def sample(path: str) -> str | None:
        from facingpages.importing.assets import resolved

        found = resolved(path, name)
        keys = ((locale, found), (SOURCE_LOCALE, found))
        content = next((site.files[key] for key in keys if key in site.files), None)
        return content.decode("utf-8", "replace") if content is not None else None

    expanded = includes.expand(body, name, locale, say)
    lines = convert_blocks(expanded.split("\n"), Context(locale, say, sample))
    return _KEY.sub("", front) + "\n".join(lines).rstrip("\n") + "\n"


def _base(raw: Raw) -> str:
    """Where Learn publishes the root, as its own settings tell: `/dynamics365/project-operations`."""
    for locale in (SOURCE_LOCALE, *raw.locales):
        content = raw.read(locale, "docfx.json")
        match = _BREADCRUMB.search(content.decode("utf-8", "replace")) if content is not None else None
        if match:
            return match[1].lower()
    return ""


def _tocs(raw: Raw) -> dict[str, tuple[TocEntry, ...]]:
    found = {}
    for locale in (SOURCE_LOCALE, *raw.locales):
        for name in ("TOC.yml", "toc.yml"):
            entries = toc(name, partial(raw.read, locale))
            if entries:
                found[locale] = entries
                break
    return found


def _whole(
    site: Converted,
    raw: Raw,
    docs: str,
    places: Places,
    entries: Mapping[str, tuple[TocEntry, ...]],
    snippets: Iterable[tuple[str, str]],
) -> None:
    """The files of the whole site."""
    first = next(iter(entries), "")

    def say(what: str, became: str) -> None:
        left = Left("TOC.yml" if "TOC" in what else ".openpublishing.redirection.json", what, became)
        if left not in site.left:
            site.left.append(left)

    tree: list[Any] = nav(entries[first], places, say) if first else []
    if first and first != SOURCE_LOCALE:
        site.left.append(Left("TOC.yml", "what the source calls the entries", f"as {first} calls them"))
    named = {locale: translations(entries[first], told) for locale, told in entries.items() if locale != first}
    locales = [locale for locale in raw.locales if locale != SOURCE_LOCALE]
    content = raw.beside(".openpublishing.redirection.json")
    lines = redirects(content, raw.root, [SOURCE_LOCALE, *locales], places, say) if content is not None else []
    if lines:
        site.shared[f"{docs}/_redirects"] = "".join(f"{line}\n" for line in lines).encode()
    name = _site_name(raw, entries.get(first, ()))
    pages = paths(tree) or sorted(
        page for locale, page in site.files if locale == SOURCE_LOCALE and page.endswith(".md")
    )
    if not places.has("index.md", SOURCE_LOCALE) and pages:  # a strict build wants a home page
        for locale in (SOURCE_LOCALE, *locales):
            shown = next((entry.name for entry in entries.get(locale, ()) if entry.name), name)
            title = json.dumps(shown, ensure_ascii=False)
            site.files.setdefault((locale, "index.md"), f"---\ntitle: {title}\n---\n[{shown}]({pages[0]})\n".encode())
        site.left.append(Left("index.md", "a home page", "a page that leads to the first one"))
    if tree and "index.md" not in paths(tree):
        tree.insert(0, "index.md")
    site.shared["mkdocs.yml"] = settings(name, docs, SOURCE_LOCALE, locales, tree, named, _excluded(site, snippets))


def _site_name(raw: Raw, entries: Sequence[TocEntry]) -> str:
    content = raw.beside(".openpublishing.publish.config.json")
    try:
        sets = json.loads(content.decode("utf-8-sig"))["docsets_to_publish"] if content else []
        found = str(sets[0]["docset_name"])
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        found = ""
    return (entries[0].name if entries and entries[0].name else found) or "Documentation"


def _excluded(site: Converted, snippets: Iterable[tuple[str, str]]) -> list[str]:
    """Files that others set in are no pages: whole folders of them, and others by their names."""
    names = {name for _, name in snippets}
    folders = {
        posixpath.dirname(name) for _, name in site.files if posixpath.basename(posixpath.dirname(name)) == "includes"
    }
    found = {f"/*/{folder}/" for folder in folders if folder}
    found |= {f"/*/{name}" for name in names if posixpath.dirname(name) not in folders}
    return sorted(found)
