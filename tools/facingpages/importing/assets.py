"""What pages show and set in: pictures, includes, samples of code, and the pages they lead to that nobody translated.

Each comes from the tree of its language, where it was imported with it, and in the source's language from the history
of the source, at the commit of the page that needs it.
"""

from __future__ import annotations

import codecs
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from facingpages.importing.collect import is_plain
from facingpages.importing.learn import content
from facingpages.importing.locales import SOURCE_LOCALE
from facingpages.importing.origin import Origin
from facingpages.importing.pages import Article
from facingpages.importing.problem import ImportRefusedError

_TARGET = re.compile(
    rb"""\]\([ \t]*(?:<([^<>\n]+)>|([^()\s<>]++(?:\([^()\s]*\)[^()\s]*+)*+))
      | \b(?:source|lightbox|src|href)[ \t]*=[ \t]*(?:"([^"\n]+)"|'([^'\n]+)')
      | ^[ \t>]*\[[^\]\n]+\]:[ \t]*(?:<([^<>\n]+)>|(\S+))""",
    re.VERBOSE | re.MULTILINE,
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?")


@dataclass(slots=True)
class Assets:
    """Files that come along, by locale and name, and the targets that are nowhere: page and target."""

    files: dict[tuple[str, str], bytes] = field(default_factory=dict)
    missing: list[tuple[str, str]] = field(default_factory=list)


def targets(raw: bytes, name: str) -> Iterator[str]:
    """The files within the tree that a page leads to, as names from the root; `name` is its own, with suffix.

    A target that climbs out of the root is left out: what it means there can't be told.
    """
    for match in _TARGET.finditer(raw):
        target = next(part for part in match.groups() if part).decode("utf-8", "replace")
        if found := resolved(target, name):
            yield found


def resolved(target: str, name: str) -> str:
    """A target as a name from the root; empty where it is no file below it. `~` is the root, as in Learn."""
    path = unquote(re.split(r"[?#]", target, maxsplit=1)[0]).strip().replace("\\", "/")
    if not path or _SCHEME.match(target) or path.startswith("/"):
        return ""
    folder = "" if path.startswith("~/") else posixpath.dirname(name)
    found = posixpath.normpath(posixpath.join(folder, path.removeprefix("~/")))
    return found if is_plain(found) else ""


def assets(
    articles: Iterable[Article], trees: Mapping[str, Mapping[str, Path]], origin: Origin | None, *, keep: bool = False
) -> Assets:
    """Everything that the pages of an import need besides each other.

    Pages among them get plain line ends and no byte order mark, unless `keep`.
    """
    found = Assets()
    pages = {(page.locale, f"{page.name}.md") for article in articles for page in article.pages}
    wanted: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for page in article.pages:
            names = set(targets(page.bytes(), f"{page.name}.md"))
            wanted[page.locale] |= names
            wanted[SOURCE_LOCALE] |= names
    if origin is not None:
        _from_history(found, articles, pages, origin)
    _from_trees(found, pages, wanted, trees)
    if not keep:
        for key, raw in found.files.items():
            if key[1].endswith(".md"):
                found.files[key] = raw.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    return found


def _from_trees(
    found: Assets,
    pages: set[tuple[str, str]],
    wanted: Mapping[str, set[str]],
    trees: Mapping[str, Mapping[str, Path]],
) -> None:
    """Files that were imported with the pages. What is the same in the source's language stands there only."""
    for locale in sorted(trees, key=lambda locale: locale != SOURCE_LOCALE):
        for name in sorted(wanted[locale] & trees[locale].keys()):
            if (locale, name) in pages:
                continue
            try:
                raw = content(trees[locale][name])
            except ImportRefusedError:
                continue
            if found.files.setdefault((SOURCE_LOCALE, name), raw) != raw:
                found.files[locale, name] = raw


def _from_history(found: Assets, articles: Iterable[Article], pages: set[tuple[str, str]], origin: Origin) -> None:
    """Files of the source's own tree; where pages of several commits need one, it is that of the newest."""
    needs: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    for article in articles:
        source = next((page for page in article.pages if page.locale == SOURCE_LOCALE), None)
        version = article.versions.get(source.file.path) if source is not None else None
        if version is None or not version.path.endswith(f"{article.name}.md"):
            continue
        prefix = version.path.removesuffix(f"{article.name}.md")
        for page in article.pages:
            needs[version.time, version.commit, prefix] |= set(targets(page.bytes(), f"{page.name}.md"))
    known = {name for locale, name in pages if locale == SOURCE_LOCALE}
    for (_, commit, prefix), names in sorted(needs.items(), reverse=True):
        tree = origin.files_at(commit)
        while names := {written for name in names if (written := origin.written(commit, prefix + name)[len(prefix) :])}:
            names -= known
            if not names:
                break
            known |= names
            more: set[str] = set()
            ordered = sorted(names)
            for name, raw in zip(ordered, origin.contents(tree[prefix + name] for name in ordered), strict=True):
                if raw is None:
                    continue
                found.files[SOURCE_LOCALE, name] = raw
                if name.endswith(".md"):
                    more |= set(targets(raw, name))
            names = more
