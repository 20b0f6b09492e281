"""`mkdocs.yml` of an imported site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

EXTENSIONS: list[Any] = [
    "admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.details", "pymdownx.superfences",
    {"pymdownx.snippets": {"base_path": ["docs"], "check_paths": True}}, {"pymdownx.tabbed": {"alternate_style": True}},
]  # fmt: skip


def settings(
    name: str,
    docs: str,
    source: str,
    locales: Sequence[str],
    nav: Sequence[Any],
    translations: Mapping[str, Mapping[str, str]],
    excluded: Sequence[str],
) -> bytes:
    """The configuration of the site: `docs` is its folder of pages, `excluded` what lies there and is no page of it."""
    extensions = [dict(each) if isinstance(each, dict) else each for each in EXTENSIONS]
    extensions[8] = {"pymdownx.snippets": {"base_path": [docs], "check_paths": True}}
    languages: list[dict[str, Any]] = [{"locale": source, "name": _name(source), "default": True}]
    for locale in locales:
        language: dict[str, Any] = {"locale": locale, "name": _name(locale)}
        if translations.get(locale):
            language["nav_translations"] = dict(translations[locale])
        languages.append(language)
    told: dict[str, Any] = {"site_name": name, "docs_dir": docs, "theme": {"name": "material", "font": False}}
    if excluded:
        told["exclude_docs"] = "".join(f"{pattern}\n" for pattern in excluded)
    if nav:
        told["nav"] = list(nav)
    told["markdown_extensions"] = extensions
    told["plugins"] = [
        {"i18n": {"docs_structure": "folder", "fallback_to_default": True, "languages": languages}},
        {"facingpages": {"warn": "never"}},
    ]
    dumped: str = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=120)
    return f"# Made by `facingpages import-learn --for mkdocs`; yours to change.\n{dumped}".encode()


def _name(locale: str) -> str:
    try:
        shown = Locale.parse(locale.replace("-", "_")).get_display_name()
    except (UnknownLocaleError, ValueError):
        shown = None
    return (shown or locale)[:1].upper() + (shown or locale)[1:]
