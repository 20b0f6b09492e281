"""Hugo: a content folder for each language, or the language in the file name."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from facingpages.generators import folders, suffixes
from facingpages.generators.addresses import named
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits, Named, PagePath, SiteSettings
from facingpages.generators.layout import Layout, joined, spread
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import entries, table
from facingpages.generators.slugs import GITHUB, HeadingIds, Taken, counted
from facingpages.generators.tree import Tree, suffixes_of
from facingpages.late import late

SITE = ("hugo", "config")


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every Hugo site with translated pages."""
    for folder, files in _sites(tree).items():
        settings: dict[str, Any] = {}
        for file in files:
            name, suffix = posixpath.splitext(posixpath.basename(file))
            found = {key.lower(): value for key, value in table(tree.text(file), suffix).items()}
            settings |= {"languages": found} if name == "languages" else found
        content = joined(folder, str(settings.get("contentdir") or "content"))
        source = str(settings.get("defaultcontentlanguage") or "en")
        layout = _by_folders(tree, folder, content, source, settings)
        if layout is None and content in tree.folders:
            layout = _by_shape(tree, content, source)
        if layout is not None:
            yield layout._replace(dialect="hugo", origin=files[0])


def _sites(tree: Tree) -> dict[str, list[str]]:
    """Configuration files by the folder of the site they belong to."""
    sites: dict[str, list[str]] = {}
    for marker in tree.markers:
        folder, name = posixpath.split(marker)
        stem, suffix = posixpath.splitext(name)
        if suffix not in (".toml", ".yaml", ".yml", ".json"):
            continue
        if posixpath.basename(folder) == "_default" and stem in (*SITE, "languages"):
            folder = posixpath.dirname(posixpath.dirname(folder))
        elif stem not in SITE:
            continue
        sites.setdefault(folder, []).append(marker)
    return sites


def _by_folders(tree: Tree, folder: str, content: str, source: str, settings: dict[str, Any]) -> Layout | None:
    """`contentDir` for each language, or `module.mounts` with a language."""
    places: dict[str, str] = {}
    languages = settings.get("languages")
    for locale, one in languages.items() if isinstance(languages, dict) else ():
        place = {key.lower(): value for key, value in one.items()}.get("contentdir") if isinstance(one, dict) else None
        if isinstance(place, str):
            places[str(locale)] = joined(folder, place)
    module = settings.get("module")
    for mount in entries(module.get("mounts")) if isinstance(module, dict) else ():
        if mount.get("target") == "content" and isinstance(mount.get("lang"), str):
            places.setdefault(mount["lang"], joined(folder, str(mount.get("source", ""))))
    origin = places.get(source, content)
    targets = {
        locale: place for locale, place in places.items() if locale != source and place != origin and tree.below(place)
    }
    shapes = {_shape(place, locale) for locale, place in targets.items()}
    if (
        len(shapes) != 1 or "" in shapes
    ):  # not one pattern: their names say what languages they are, or it has to be asked
        return _named_folders(tree, origin, targets)
    shape = shapes.pop()
    locales = tuple(sorted(_shown(place, shape) for place in targets.values()))
    paths = [path for place in (origin, *targets.values()) for path in tree.below(place)]
    return Layout(
        "a content folder for each language", source, spread(shape, "{page}", suffixes_of(paths)),
        spread(origin, "{page}", suffixes_of(paths)), locales, pairs=len(paths),
    )  # fmt: skip


def _named_folders(tree: Tree, origin: str, targets: dict[str, str]) -> Layout | None:
    """Folders called otherwise than their languages, `content/english`: their names stand for the locales."""
    parents = {posixpath.dirname(place) for place in (origin, *targets.values())}
    if len(parents) != 1 or not targets:
        return None
    paths = [path for place in (origin, *targets.values()) for path in tree.below(place)]
    names = tuple(sorted(posixpath.basename(place) for place in targets.values()))
    pages = spread(parents.pop(), "{locale}/{page}", suffixes_of(paths))
    return Layout("a content folder for each language", posixpath.basename(origin), pages, (), names, pairs=len(paths))


def _shape(place: str, locale: str) -> str:
    """A folder with `{locale}` where the locale stands in it, as a part or behind a name: `content.zh`; Hugo's language
    keys know no upper case."""
    parts = place.split("/")
    for index in range(len(parts) - 1, -1, -1):
        if parts[index].lower() == locale.lower():
            return "/".join((*parts[:index], "{locale}", *parts[index + 1 :]))
    match = folders.MARKED.fullmatch(parts[-1])
    if match is not None and match["locale"].lower() == locale.lower():
        return "/".join((*parts[:-1], f"{match['name']}{match['mark']}{{locale}}"))
    return ""


def _shown(place: str, shape: str) -> str:
    """The locale as its folder writes it."""
    lead, _, tail = shape.partition("{locale}")
    return place[len(lead) : len(place) - len(tail)]


def _by_shape(tree: Tree, content: str, source: str) -> Layout | None:
    named = suffixes.find(tree, content, source)
    found = folders.find(tree, content, source)
    layouts = [layout for layout in (named, found) if isinstance(layout, Layout)]
    return max(layouts, key=lambda layout: layout.pairs, default=None)


def hugo(text: str, *, ascii_only: bool = False) -> str:
    """Ids of headings, `autoHeadingIDType` github (the default) and github-ascii."""
    if ascii_only:
        text = "".join(char for char in unicodedata.normalize("NFD", text) if char.isascii())
    kept = []
    for char in text.strip():
        if char in "- ":
            kept.append("-")
        elif char == "_" or unicodedata.category(char) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd"):
            kept.append(char.lower()[0])  # letter for letter, so that a capital dotted I is one small i
    return "".join(kept)


def counted_or_heading(wanted: str, taken: Taken) -> str:
    """Like github-slugger's, and a heading without letters is called `heading`."""
    return counted(wanted or "heading", taken)


REF = late(
    r"\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?(?:\"([^\"]*)\"|`([^`]*)`|([^\s\"`>%]+))\s*"
    r"(?:lang\s*=\s*\"?([\w-]+)\"?\s*)?[>%]\}\}(?:#(.*))?"
)
KEPT = frozenset("._+~-@")
LISTED = late(r"[^\s,\[\]\"']+")


def tongue(target: str) -> Named | None:
    """What `{{< ref "x.md#part" >}}` names."""
    match = REF.fullmatch(target.strip())
    if match is None:
        return None
    path, _, fragment = next(one for one in match.groups()[:3] if one is not None).partition("#")
    return Named(path, match.group(5) or fragment, (match.group(4) or "").lower())


def addresses(inside: str, source: str, place: PagePath) -> Iterator[str]:
    """The addresses of a page: its `url`, else its path with its `slug`; and its aliases."""
    locale = place.prefix.lower() if place.prefix and place.prefix != source else inside
    *folders, last = (_part(part) for part in place.name.rpartition(".")[0].split("/"))
    front = {key: value.strip("\"' ") for key, value in place.front.items()}
    is_list = last == "_index"
    if last == "index" and folders:
        last = folders.pop()
    if url := front.get("url"):
        yield url.strip("/") if url[0] == "/" else named((locale,), url.strip("/"))
    else:
        yield named((locale, *folders), "" if is_list else _part(front.get("slug") or last))
    for alias in LISTED.findall(front.get("aliases", "")):
        yield named((locale, *(() if alias[0] == "/" else folders)), alias.strip("/"))


def _part(part: str) -> str:
    """A part of a path as an address has it."""
    return "".join(char for char in part.lower().replace(" ", "-") if char.isalnum() or char in KEPT)


def settle(habits: Habits, settings: SiteSettings) -> Habits:
    """What `hugo.toml` says. A theme or a module may bring pages and ways to render links of its own."""
    found: dict[str, Any] = {}
    for name, text in settings.texts.items():
        if posixpath.splitext(posixpath.basename(name))[0] in SITE:
            found |= {key.lower(): value for key, value in table(text, posixpath.splitext(name)[1]).items()}
    home = next(iter(settings.texts), "").rpartition("/")[0].removesuffix("config/_default").rstrip("/")
    hooks = ("layouts/_default/_markup", "layouts/_markup", "themes")
    own = {"theme", "module", "permalinks", "pagination", "markup", "canonifyurls"} & found.keys()
    source = str(found.get("defaultcontentlanguage") or "en").lower()
    inside = source if found.get("defaultcontentlanguageinsubdir") else ""
    return habits._replace(base="" if "canonifyurls" in found else _base(str(found.get("baseurl") or "")),
        addresses=not found.get("uglyurls"), at=lambda place: addresses(inside, source, place),
        complete=bool(found) and not own and not any(settings.has(joined(home, hook)) for hook in hooks),
    )  # fmt: skip


def _base(address: str) -> str:
    """The path of an address; empty where there is none."""
    path = urlsplit(address).path.strip("/")
    return "" if not address else f"/{path}/" if path else "/"


HUGO_IDS = HeadingIds(hugo, counted_or_heading, "order", alt=True, dashes=True, addresses=False)
HUGO = Generator(
    "hugo", "Hugo", Rendering("hugo", HUGO_IDS, (GITHUB,)),
    Habits(addresses=True, by_name=True, static=("static", "assets"), localizes=True, guesses=True,
           tongue=tongue),
    settings=r"(?:config|languages)\.(?:toml|ya?ml|json)", recognize=recognize,
    below=("config/_default",), settle=settle,
)  # fmt: skip
