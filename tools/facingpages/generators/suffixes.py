"""The language in the file name, told by the names alone: `guide.de.md`, `README-zh-CN.md`, `guide.german.md`."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from facingpages.generators.folders import english
from facingpages.generators.layout import Layout, joined, spelt_once, spread
from facingpages.generators.originals import written_in
from facingpages.generators.tree import Tree, stem, suffixes_of
from facingpages.languages.codes import LOCALE, code_of, is_locale
from facingpages.late import late

NAME = late(rf"(?P<name>.+?)(?P<mark>[._-])(?P<locale>{LOCALE}|[A-Za-z]{{4}})")
CODE = late(r"(?P<name>.+?)(?P<mark>[._-])(?P<locale>[A-Za-z]{2}(?:[-_]?[A-Za-z]{2})?)")
WRITTEN_OUT = late(r"(?P<name>.+?)(?P<mark>\.)(?P<locale>[A-Za-z]{4,}(?:[-_][A-Za-z]+)?)")
# After these marks a word is a locale only in names like README_de, or where several stand beside a source:
# `how-to-go` is no page in the language "go".
SHOUTED = late(r"[A-Z][A-Z_-]*|readme")

MANY = 8  # pages beside which one stands that has a language behind the same name: then it is that page in it
FEW = 8  # times as many English pages beside one without a mark as there are in all other languages
MOST = 100  # pages that are named one by one
KNOWN = 5  # languages that a page stands in, from which on a code that nobody knows may be another
SEVERAL = 3  # pages of one name in languages: then any word is one, beside the source

ByLocale = dict[str, list[tuple[str, str, str]]]  # locale -> folder, name, path

# How the folder of the source is reached from that of a translation: the same, the one above, the root.
SHIFTS: dict[str, Callable[[str], str]] = {"": str, "..": posixpath.dirname, "/": lambda _: ""}


def find(tree: Tree, base: str = "", source: str = "") -> Layout | None:
    """The layout with the most translated pages below a folder. `source` is the source locale, where it is known."""
    groups: dict[str, dict[str, list[tuple[str, str, str]]]] = defaultdict(lambda: defaultdict(list))
    below = [path for path in tree.pages if not base or path.startswith(base + "/")]
    found = [(path, match) for path in below if (match := _match(PurePosixPath(path).stem)) is not None]
    of = Counter((posixpath.dirname(path), match["name"], match["mark"]) for path, match in found)
    found += _unknown(tree, below, of)
    plain = {stem(path) for path in below}
    beside = Counter(
        (match["mark"], match["locale"])
        for path, match in found
        if joined(posixpath.dirname(path), match["name"]) in plain
    )
    for path, match in found:
        folder, name, mark = posixpath.dirname(path), match["name"], match["mark"]
        several = of[folder, name, mark] >= SEVERAL or beside[mark, match["locale"]] >= MANY
        sourced = {joined(folder, one) for one in (name, f"{name}{mark}en", f"{name}{mark}{source}")}
        if mark == "." or SHOUTED.fullmatch(name) or (several and not plain.isdisjoint(sourced)):
            groups[mark][match["locale"]].append((folder, name, path))
    layouts = [_layout(tree, mark, by_locale, source) for mark, by_locale in groups.items()]
    return max((layout for layout in layouts if layout), key=lambda layout: layout.pairs, default=None)


def _unknown(
    tree: Tree, paths: Sequence[str], of: Mapping[tuple[str, str, str], int]
) -> Iterator[tuple[str, re.Match[str]]]:
    """Pages beside those of several languages under the same name that end in a code which nobody knows, and are not
    in English: `README-kh.md`."""
    names = {(folder, name) for (folder, name, _), count in of.items() if count >= KNOWN}
    for path in paths if names else ():
        match = CODE.fullmatch(PurePosixPath(path).stem)
        if match is None or (posixpath.dirname(path), match["name"]) not in names or is_locale(match["locale"]):
            continue
        if of.get((posixpath.dirname(path), match["name"], match["mark"]), 0) >= KNOWN and written_in(tree, [path]):
            yield path, match


def _match(stem: str) -> re.Match[str] | None:
    """What in a file's name tells its language: a code, or what the language is called."""
    match = NAME.fullmatch(stem)
    if match is not None and is_locale(match["locale"]):
        return match
    match = WRITTEN_OUT.fullmatch(stem)
    return match if match is not None and code_of(match["locale"]) != match["locale"] else None


def _layout(tree: Tree, mark: str, by_locale: ByLocale, source: str) -> Layout | None:
    if not source:
        by_locale = _mostly(tree, by_locale)
    source = source or _unmarked(tree, by_locale) or next(iter(english(by_locale)), "en")
    marked = {joined(folder, name) for folder, name, _ in by_locale.get(source, ())}
    plain = {path.rsplit(".", 1)[0] for path in tree.pages}
    counts: dict[str, Counter[str]] = {}
    for locale, pages in by_locale.items():
        counts[locale] = Counter()
        for folder, name, _ in pages if locale != source else ():
            origins = {shift: joined(above(folder), name) for shift, above in SHIFTS.items()}
            counts[locale].update(
                [shift for shift in SHIFTS if origins[shift] in plain or origins[shift] in marked][:1]
            )
    shifts = sum(counts.values(), Counter())
    if not shifts:
        return None
    shift = max(shifts, key=lambda one: (shifts[one], one == ""))
    locales = spelt_once(
        {locale: [joined(*page[:2]) for page in by_locale[locale]] for locale in counts if counts[locale][shift]}
    )
    pages = [page for locale in locales for page in by_locale[locale]]
    folders = {folder for folder, _, _ in pages}
    base = posixpath.commonpath(sorted(folders)) if "" not in folders else ""
    origin = SHIFTS[shift](base)
    suffixes = suffixes_of([path for _, _, path in pages])
    sources = spread(origin, "{page}" + mark + source, suffixes) if marked else ()
    if not marked or any(joined(SHIFTS[shift](folder), name) in plain for folder, name, _ in pages):
        sources += spread(origin, "{page}", suffixes)
    return Layout(
        "the language in the file name",
        source,
        spread(base, "{page}" + mark + "{locale}", suffixes),
        sources,
        locales,
        exclude=_only(pages, apart=bool(shift)) if not origin else (),
        pairs=shifts[shift],
    )


def _mostly(tree: Tree, by_locale: ByLocale) -> ByLocale:
    """Without the few pages in other languages, where nearly all that have a mark are English and beside one that has
    none: `index.md` and `index-en.md` all over a site, and one `README-zh_CN.md` beside an English README."""
    plain = {path.rsplit(".", 1)[0] for path in tree.pages}
    beside = {
        locale: sum(joined(folder, name) in plain for folder, name, _ in pages) for locale, pages in by_locale.items()
    }
    ours = {locale: by_locale[locale] for locale in english(by_locale)}
    most = sum(beside[locale] for locale in ours)
    return ours if most >= MANY and most >= FEW * (sum(beside.values()) - most) and _unmarked(tree, ours) else by_locale


def _unmarked(tree: Tree, by_locale: ByLocale) -> str:
    """The language of the pages without a mark, where only English ones have one: `guide.md` beside `guide_en.md`."""
    if not by_locale or len(english(by_locale)) < len(by_locale):
        return ""
    plain = {path.rsplit(".", 1)[0]: path for path in tree.pages}
    names = (joined(folder, name) for pages in by_locale.values() for folder, name, _ in pages)
    return written_in(tree, [plain[name] for name in names if name in plain])


def _only(pages: Sequence[tuple[str, str, str]], *, apart: bool) -> tuple[str, ...]:
    """At the root of a repository most pages are not meant to be translated: only those that somebody translated, each
    given by the folder of its translation, its name and its path. Where these lie `apart` from the sources, nothing
    else there is one."""
    names = sorted({name for _, name, _ in pages})
    if apart and len(pages) <= MOST:
        return ("*", *(f"!/{name}.*" for name in names), *sorted({f"!/{path}" for _, _, path in pages}))
    tops = sorted({folder.split("/")[0] for folder, _, _ in pages if folder})
    return ("*", *(f"!/{name}*" for name in names), *(f"!/{top}/" for top in tops))
