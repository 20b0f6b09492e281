"""The navigation: Learn's `TOC.yml` as `nav` of `mkdocs.yml`, with what each language calls its entries."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from facingpages.importing.assets import resolved
from facingpages.importing.convert.links import Places, target
from facingpages.importing.convert.yamls import MAX_DEPTH, load, rows, text

MOST = 50_000  # entries of a table of contents with all that it sets in
_EXTERNAL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")


@dataclass(frozen=True, slots=True)
class TocEntry:
    """An entry of a table of contents: what it is called, where it leads (empty: a heading), what is below it."""

    name: str
    href: str
    items: tuple[TocEntry, ...]


class _Tables:
    """Tables of contents that set one another in. By very many ways they have no end: `left` counts all entries."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self.read = read
        self.known: dict[str, Any] = {}
        self.left = iter(range(MOST))

    def rows(self, name: str) -> Any:
        if name not in self.known:
            raw = self.read(name)
            data = load(raw) if raw is not None else None
            self.known[name] = data.get("items") if isinstance(data, dict) else data
        return self.known[name]


def toc(name: str, read: Callable[[str], bytes | None]) -> tuple[TocEntry, ...]:
    """The entries of a table of contents, `MOST` of them; one that another sets in stands in its place."""
    tables = _Tables(read)
    return tuple(_entries(tables.rows(name), name, tables, 0))


def _entries(data: Any, name: str, tables: _Tables, depth: int) -> list[TocEntry]:
    found: list[TocEntry] = []
    if depth > MAX_DEPTH:
        return found
    for row in rows(data):
        if next(tables.left, None) is None:
            break
        href = text(row.get("topicHref") or row.get("href") or row.get("tocHref"))
        items = _entries(row.get("items"), name, tables, depth + 1)
        inner = text(row.get("href") or row.get("tocHref"))
        if inner.lower().endswith("toc.yml") or (inner.endswith("/") and not _EXTERNAL.match(inner)):
            below = resolved(inner if not inner.endswith("/") else f"{inner}TOC.yml", name)
            if below and below != name:
                items += _entries(tables.rows(below), below, tables, depth + 1) if depth < 10 else []
            href = text(row.get("topicHref"))
        path, mark, rest = href.partition("#")
        if path and not _EXTERNAL.match(path):
            path = resolved(path.partition("?")[0], name)
        found.append(TocEntry(text(row.get("name")), path + mark + rest if path else "", tuple(items)))
    return found


def nav(entries: tuple[TocEntry, ...], places: Places, say: Callable[[str, str], None]) -> list[Any]:
    """`nav` of `mkdocs.yml`. Entries that lead nowhere in the site lead to Learn, or are left out."""
    found: list[Any] = []
    for entry in entries:
        below = nav(entry.items, places, say)
        where = target(entry.href, "TOC.yml", places.source, places) if entry.href else None
        if entry.href and where is None:
            say(f"the entry {entry.name} of the TOC, to {entry.href}", "left out")
        where = where.partition("#")[0] if where and not _EXTERNAL.match(where) else where
        if below:
            page = [where] if where else []
            found.append({entry.name or posixpath.basename(entry.href) or "…": page + below})
        elif where:
            found.append({entry.name: where} if entry.name else where)
    return found


def translations(source: tuple[TocEntry, ...], target_entries: tuple[TocEntry, ...]) -> dict[str, str]:
    """What a language calls the entries: those that lead to the same, and headings over the same."""
    names: dict[Any, str] = {}
    _called(target_entries, names)
    found: dict[str, str] = {}
    own: dict[Any, str] = {}
    _called(source, own)
    for key, name in own.items():
        if name and names.get(key):
            found.setdefault(name, names[key])
    return found


def _called(entries: tuple[TocEntry, ...], names: dict[Any, str], depth: int = 0) -> list[str]:
    leaves: list[str] = []
    for entry in entries:
        below = _called(entry.items, names, depth + 1)
        names.setdefault((depth, entry.href, tuple(below[:1] + below[-1:]), bool(below)), entry.name)
        leaves += [entry.href] if entry.href else []
        leaves += below
    return leaves


def paths(found: list[Any]) -> list[str]:
    """The pages of a `nav`, in order."""
    told: list[str] = []
    for entry in found:
        for value in entry.values() if isinstance(entry, Mapping) else [entry]:
            told += paths(value) if isinstance(value, list) else [value]
    return [path for path in told if isinstance(path, str) and not _EXTERNAL.match(path)]
