"""`--for mkdocs`: what an import gives, as the files of a MkDocs site."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from facingpages.importing.collect import ToImport, is_plain
from facingpages.importing.convert.left import Left
from facingpages.importing.convert.site import Raw, convert
from facingpages.importing.learn import content
from facingpages.importing.locales import SOURCE_LOCALE
from facingpages.importing.origin import Origin
from facingpages.importing.pages import Article
from facingpages.importing.problem import ImportRefusedError


def for_mkdocs(
    articles: Sequence[Article],
    assets: Mapping[tuple[str, str], bytes],
    trees: Mapping[str, Mapping[str, Path]],
    found: Iterable[ToImport],
    origin: Origin | None,
    to: Path,
) -> tuple[dict[Path, bytes], list[Left]]:
    """All files of the site, its `mkdocs.yml` beside `to`, and what could not be brought over."""
    files = dict(assets)
    for article in articles:
        for page in article.pages:
            files[page.locale, f"{page.name}.md"] = page.bytes()
    commit, prefix = _newest(articles)
    tops = {one.inside: one.file for one in found if one.folder is not None}
    if not commit:
        prefix = _prefix(one.inside[: -len(one.name)] for one in found if one.inside.endswith(one.name))

    def from_source(path: str) -> bytes | None:
        if origin is None or not commit or path not in (tree := origin.files_at(commit)):
            return None
        return next(iter(origin.contents([tree[path]])))

    def read(locale: str, name: str) -> bytes | None:
        if not is_plain(name):
            return None
        own = _content(trees.get(locale, {}).get(name))
        return own if own is not None or locale != SOURCE_LOCALE else from_source(prefix + name)

    def beside(name: str) -> bytes | None:
        told = from_source(name)
        return told if told is not None else _content(tops.get(name))

    locales = sorted({locale for locale, _ in files} - {SOURCE_LOCALE})
    site = convert(Raw(files, locales, read, beside, prefix.strip("/")), to.name)
    _record(files, site.files)
    outputs = {to / locale / name: raw for (locale, name), raw in site.files.items()}
    return outputs | {to.parent / name: raw for name, raw in site.shared.items()}, site.left


def _newest(articles: Iterable[Article]) -> tuple[str, str]:
    """The newest commit of the source that an article was translated from, and the folder there that is the root."""
    versions = [(version, article.name) for article in articles for version in article.versions.values()]
    if not versions:
        return "", ""
    commit = max(versions, key=lambda each: (each[0].time, each[0].commit))[0].commit
    ends = ((version.path, f"{name}.md") for version, name in versions)
    return commit, _prefix(path.removesuffix(end) for path, end in ends if path.endswith(end))


def _prefix(prefixes: Iterable[str]) -> str:
    counted = Counter(prefixes)
    return max(counted, key=lambda each: (counted[each], each), default="")


def _content(path: Path | None) -> bytes | None:
    try:
        return content(path) if path is not None else None
    except ImportRefusedError:
        return None


def _record(before: Mapping[tuple[str, str], bytes], after: dict[tuple[str, str], bytes]) -> None:
    """Translations of the source as it was imported go with it as it was converted."""
    for (locale, name), raw in list(after.items()):
        source = (SOURCE_LOCALE, name)
        if locale != SOURCE_LOCALE and source in before and source in after:
            old, new = (b"source_hash: " + _digest(files[source]) for files in (before, after))
            after[locale, name] = raw.replace(old, new, 1)


def _digest(raw: bytes) -> bytes:
    plain = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return hashlib.sha256(plain).hexdigest().encode()
