"""The language in the file name, told by the names alone: `guide.de.md` beside `guide.md`, `README-zh-CN.md`."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from pathlib import PurePosixPath

from facingpages.discover import is_locale
from facingpages.layouts.layout import Layout, spread
from facingpages.layouts.tree import Tree, suffixes_of
from facingpages.pattern import LOCALE

NAME = re.compile(rf"(?P<name>.+?)(?P<mark>[._-])(?P<locale>{LOCALE})")
# After these marks a word is a locale only in names like README_de: `how-to-go` is no page in the language "go".
SHOUTED = re.compile(r"[A-Z][A-Z_-]*|readme")


def find(tree: Tree, base: str = "", source: str = "") -> Layout | None:
    """The layout with the most translated pages below a folder. `source` is the source locale, where it is known."""
    groups: dict[str, dict[str, list[tuple[str, str, str]]]] = defaultdict(lambda: defaultdict(list))
    for path in tree.pages:
        if base and not path.startswith(base + "/"):
            continue
        folder, name = posixpath.split(path)
        match = NAME.fullmatch(PurePosixPath(name).stem)
        if match is None or not is_locale(match["locale"]):
            continue
        if match["mark"] == "." or SHOUTED.fullmatch(match["name"]):
            groups[match["mark"]][match["locale"]].append((folder, match["name"], path))
    layouts = [_layout(tree, mark, by_locale, source or "en") for mark, by_locale in groups.items()]
    return max((layout for layout in layouts if layout), key=lambda layout: layout.pairs, default=None)


def _layout(tree: Tree, mark: str, by_locale: dict[str, list[tuple[str, str, str]]], source: str) -> Layout | None:
    marked = {f"{folder}/{name}" for folder, name, _ in by_locale.get(source, ())}
    plain = {path.rsplit(".", 1)[0] for path in tree.pages}
    shifts: Counter[str] = Counter()  # how the folder of the source is reached: "" is beside, ".." above, "/" the root
    counts: dict[str, Counter[str]] = {}
    for locale, pages in by_locale.items():
        counts[locale] = Counter()
        for folder, name, _ in pages if locale != source else ():
            for shift, origin in (("", folder), ("..", posixpath.dirname(folder)), ("/", "")):
                if f"{origin}/{name}".lstrip("/") in plain or f"{origin}/{name}" in marked:
                    counts[locale][shift] += 1
                    break
        shifts += counts[locale]
    if not shifts:
        return None
    shift = max(shifts, key=lambda one: (shifts[one], one == ""))
    locales = tuple(sorted(locale for locale in counts if counts[locale][shift]))
    paths = [path for locale in locales for _, _, path in by_locale[locale]]
    folders = {folder for locale in locales for folder, _, _ in by_locale[locale]}
    base = posixpath.commonpath(sorted(folders)) if "" not in folders else ""
    origin = {"": base, "..": posixpath.dirname(base), "/": ""}[shift]
    suffixes = suffixes_of(paths)
    beside = spread(origin, "{page}" + mark + source, suffixes) if marked else ()
    names = sorted({name for locale in locales for _, name, _ in by_locale[locale]}) if not origin else []
    return Layout(
        "the language in the file name",
        source,
        spread(base, "{page}" + mark + "{locale}", suffixes),
        (*beside, *spread(origin, "{page}", suffixes)),
        locales,
        exclude=_only(names, folders) if not origin else (),
        pairs=shifts[shift],
    )


def _only(names: list[str], folders: set[str]) -> tuple[str, ...]:
    """At the root of a repository most pages are not meant to be translated: only those that somebody translated."""
    tops = sorted({folder.split("/")[0] for folder in folders if folder})
    return ("*", *(f"!/{name}*" for name in names), *(f"!/{top}/" for top in tops))
