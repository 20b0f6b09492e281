"""What `mkdocs.yml` says about links: where pages lie, their addresses, how ids are made. Nothing is executed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from facingpages.datafile import Tagged, read_yaml
from facingpages.generators.python_ids import PYTHON, from_toc, underscored
from facingpages.generators.rendering import Rendering, TabIds
from facingpages.generators.slugs import HeadingIds
from facingpages.site.opener import is_inside, read
from facingpages.tuples import NamedTuple

MAX_BYTES = 1_000_000
MAX_INHERITED = 8
# Plugins that write pages, or resolve labels and addresses, that no file shows.
WRITES_PAGES = frozenset((
    "gen-files", "blog", "material/blog", "tags", "material/tags", "monorepo", "multirepo", "api-autonav", "simple",
    "jupyter", "mkdocs-jupyter", "exclude",
))  # fmt: skip
RESOLVES_LABELS = frozenset(("autorefs", "mkdocstrings", "macros", "ezlinks", "roamlinks"))


class I18nSettings(NamedTuple):
    """The settings of mkdocs-static-i18n."""

    suffix: bool
    default: str
    all: tuple[str, ...]
    built: tuple[str, ...]
    fallback: bool


class MkDocsSettings(NamedTuple):
    """What matters of `mkdocs.yml`; `base` is the path of `site_url`, with slashes, `files` what this was read from."""

    root: Path
    docs: Path
    rendering: Rendering
    directory_urls: bool = True
    host: str = ""
    base: str = "/"
    absolute_to_docs: bool = False
    excluded: tuple[str, ...] = ()
    languages: I18nSettings | None = None
    plugins: frozenset[str] = frozenset()
    snippets: tuple[Path, ...] = ()
    redirects: tuple[str, ...] = ()
    theme: Path | None = None
    hooks: bool = False
    files: tuple[Path, ...] = ()

    @property
    def writes_pages(self) -> bool:
        """Whether there may be pages that no file stands for."""
        return self.hooks or bool(self.plugins & WRITES_PAGES)


def read_mkdocs(file: Path, limit: Path) -> MkDocsSettings | None:
    """The settings in a `mkdocs.yml`, with what it inherits; None where it can't be read as one.

    What it names that leads out of `limit` (a real path) is not there.
    """
    files: list[Path] = []
    table = _load(file, limit, MAX_INHERITED, files)
    if table is None:
        return None
    root = file.parent
    plugins = _named(table.get("plugins", ["search"]))
    extensions = _named(table.get("markdown_extensions", []))
    languages = _languages(plugins.get("i18n"))
    try:
        site = urlsplit(_text(table.get("site_url")))
    except ValueError:
        site = urlsplit("")
    base = "/" + site.path.strip("/") + "/" if site.path.strip("/") else "/"
    links = _mapping(_mapping(table.get("validation")).get("links")) or _mapping(table.get("validation"))
    theme = _text(_mapping(table.get("theme")).get("custom_dir"))
    redirects = _mapping(_mapping(plugins.get("redirects")).get("redirect_maps"))
    snippets = _mapping(extensions.get("pymdownx.snippets"))
    paths = snippets.get("base_path", ["."])
    bases = (root / _text(path) for path in (paths if isinstance(paths, list) else [paths]))
    docs = root / (_text(table.get("docs_dir")) or "docs")
    if not is_inside(docs, limit):
        return None
    return MkDocsSettings(
        root=root,
        docs=docs,
        rendering=_rendering(extensions, plugins),
        directory_urls=_true(table.get("use_directory_urls"), True),
        host=site.netloc.lower(),
        base=base,
        absolute_to_docs=_text(links.get("absolute_links")) == "relative_to_docs",
        excluded=tuple(
            line
            for key in ("exclude_docs", "draft_docs")
            for line in _text(table.get(key)).splitlines()
            if line.strip()
        ),
        languages=languages,
        plugins=frozenset(plugins),
        snippets=tuple(base for base in bases if is_inside(base, limit)),
        redirects=tuple(redirects),
        theme=root / theme if theme and is_inside(root / theme, limit) else None,
        hooks=bool(table.get("hooks")),
        files=tuple(files),
    )


def _load(file: Path, limit: Path, depth: int, files: list[Path]) -> dict[str, Any] | None:
    files.append(file)
    try:
        plain = read_yaml(read(file, limit, MAX_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError):
        return None
    if not isinstance(plain, dict):
        return None
    table: dict[str, Any] = plain
    parent = _text(table.pop("INHERIT", ""))
    if parent and depth:
        inherited = _load(file.parent / parent, limit, depth - 1, files)
        if inherited is not None:
            table = _merged(inherited, table)
    return table


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        merged[key] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _rendering(extensions: Mapping[str, Any], plugins: Mapping[str, Any]) -> Rendering:
    toc = _mapping(extensions.get("toc")) or _mapping(extensions.get("markdown.extensions.toc"))
    separator = _text(toc.get("separator")) or "-"
    name, options = _function(toc.get("slugify"))
    slug = from_toc(name, options, separator)
    names = {name.removeprefix("markdown.extensions.") for name in extensions}
    emoji = not any("emoji" in name for name in names)
    smarty = _options(extensions, "smarty")
    made = HeadingIds(slug, underscored, "first") if slug is not None else PYTHON
    ids = made._replace(
        emoji=emoji,
        dashes=smarty is not None and _true(smarty.get("smart_dashes"), True), hilite="pymdownx.inlinehilite" in names,
    )  # fmt: skip
    extra = "extra" in names or "pymdownx.extra" in names
    notes = _options(extensions, "footnotes") or {}
    separator = _text(notes.get("SEPARATOR")) or ":"
    # MkDocs renders every page anew, and Python-Markdown counts twice until it begins.
    footnote = f"{separator}2-" if _true(notes.get("UNIQUE_IDS"), False) else separator
    return Rendering(
        "mkdocs", ids, sure=slug is not None, python=True,
        attributes=extra or "attr_list" in names,
        footnotes=extra or "footnotes" in names,
        snippets="pymdownx.snippets" in names,
        references_open=bool(RESOLVES_LABELS & set(plugins)) or ("pymdownx.snippets" in names and bool(
            _mapping(extensions.get("pymdownx.snippets")).get("auto_append"))),
        tabs=_tabs(_options(extensions, "pymdownx.tabbed")), footnote=footnote,
    )  # fmt: skip


def _options(extensions: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    """The options of an extension, None where it is off."""
    for key in (name, f"markdown.extensions.{name}"):
        if key in extensions:
            return _mapping(extensions[key])
    return None


def _tabs(options: Mapping[str, Any] | None) -> TabIds | None:
    """How `pymdownx.tabbed` makes ids; None where it is off, or makes them with code that is not known here."""
    if options is None:
        return None
    separator = _text(options.get("separator")) or "-"
    name, keywords = _function(options.get("slugify"))
    if not name:
        return TabIds()
    slug = from_toc(name, keywords, separator)
    return TabIds(slug, _true(options.get("combine_header_slug"), False), separator) if slug is not None else None


def _function(value: object) -> tuple[str, dict[str, object]]:
    """What `toc.slugify` names: a function (`!!python/name:…`), perhaps called with keywords (`…/apply:…`)."""
    if not isinstance(value, Tagged):
        return (_text(value), {}) if value else ("", {})
    name = value.tag.rpartition(":")[2]
    options = _mapping(_mapping(value.value).get("kwds")) if isinstance(value.value, dict) else {}
    return name, dict(options)


def _languages(plugin: object) -> I18nSettings | None:
    """The languages of static-i18n: a list; before its version 1 a mapping, beside `default_language`."""
    table = _mapping(plugin)
    languages = table.get("languages")
    if isinstance(languages, dict):
        first = _text(table.get("default_language")) or "en"
        told: list[Mapping[str, Any]] = [
            {**_mapping(entry), "locale": name, "default": "true" if _text(name) == first else "false"}
            for name, entry in languages.items()
            if _text(name) != "default"
        ]
        entries = (
            told
            if any(_text(entry["locale"]) == first for entry in told)
            else [{"locale": first, "default": "true"}, *told]
        )
    else:
        entries = [_mapping(entry) for entry in languages] if isinstance(languages, list) else []
    names = [(_text(entry.get("locale")), entry) for entry in entries if _text(entry.get("locale"))]
    default = next((name for name, entry in names if _true(entry.get("default"), False)), None)
    if default is None:
        return None
    only = _text(table.get("build_only_locale"))
    built = tuple(
        name for name, entry in names if name != "null" and (name == only if only else _true(entry.get("build"), True))
    )
    return I18nSettings(
        _text(table.get("docs_structure")) != "folder", only or default, tuple(name for name, _ in names), built,
        _true(table.get("fallback_to_default"), True),
    )  # fmt: skip


def _named(value: object) -> dict[str, Any]:
    """A list of names, each perhaps with options, as YAML writes it in two ways."""
    if isinstance(value, dict):
        return dict(value)
    found: dict[str, Any] = {}
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict):
            found.update(item)
        elif isinstance(item, str):
            found[item] = {}
    return found


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    """A scalar as text; of `!ENV [NAME, default]` the default."""
    if isinstance(value, Tagged):
        value = value.value
        if isinstance(value, list):
            value = value[-1] if len(value) > 1 else ""
        elif isinstance(value, str):
            value = ""
    return value if isinstance(value, str) else ""


def _true(value: object, default: bool) -> bool:
    text = _text(value).lower()
    return default if not text else text in ("true", "yes", "on", "1")
