"""What search engines are told: robots, and a sitemap in which every translation names all others."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

HIDDEN = frozenset(("noindex", "none"))


@dataclass(frozen=True, slots=True)
class Published:
    """A page as it was built. `name` is the same in all locales; `fallback`: it is the source, not translated yet."""

    name: str
    locale: str
    address: str
    fallback: bool
    robots: str

    @property
    def listed(self) -> bool:
        """Whether a search engine may list it."""
        return not self.fallback and not HIDDEN & set(self.robots.replace(",", " ").split())


def robots(metadata: Mapping[str, object]) -> str:
    """The `robots` key of a front matter, whatever its capitals, as a meta element has it: `noindex, nofollow`."""
    for key, value in metadata.items():
        if str(key).lower() == "robots" and value:
            values = value if isinstance(value, list) else str(value).split(",")
            return ", ".join(str(item).strip().lower() for item in values)
    return ""


def into_head(output: str, robots: str, assets: str) -> str:
    """A page's HTML with a robots meta element and, where `assets` leads to them, the style and script of this view."""
    head = output.partition("</head>")[0]
    own = re.search(r"""<meta\s+name=["']?robots\b""", head) is not None  # the theme knows the key, too
    added = f'<meta name="robots" content="{escape(robots)}">' if robots and not own else ""
    if assets:
        added += f'<link rel="stylesheet" href="{assets}facing.css"><script src="{assets}facing.js"></script>'
    return output.replace("</head>", added + "</head>", 1) if added else output


def title(page: Page) -> str:
    """A page's name: that of its front matter, the navigation or its h1; else its first heading, else its file's."""
    headings = list(page.toc)
    named = "title" in vars(page) or page.meta.get("title") or any(heading.level == 1 for heading in headings)
    return headings[0].title if headings and not named else str(page.title or page.file.name)


def way(url: str) -> str:
    """The way from a page to the site's root: empty, or ending in a slash."""
    found = get_relative_url(".", url)
    return "" if found in (".", "./") else found.rstrip("/") + "/"


def has_own_sitemap(config: MkDocsConfig) -> bool:
    """Whether the site's owner has written a template for the sitemap."""
    folder = config.theme.custom_dir
    return bool(folder) and (Path(str(folder)) / "sitemap.xml").is_file()


def sitemap(pages: Iterable[Published], source: str) -> str:
    """A sitemap of the pages that may be listed, each with its translations and the source as `x-default`.

    Addresses are absolute (https://www.sitemaps.org/protocol.html; alternates as Google describes them for sitemaps).
    """
    listed = [page for page in pages if page.listed]
    by_name: dict[str, list[Published]] = {}
    for page in listed:
        by_name.setdefault(page.name, []).append(page)
    alternates = {name: _alternates(family, source) for name, family in by_name.items()}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in listed:
        lines += ["  <url>", f"    <loc>{escape(page.address)}</loc>", *alternates[page.name], "  </url>"]
    return "\n".join([*lines, "</urlset>", ""])


def write_sitemap(folder: Path, text: str) -> None:
    """`sitemap.xml` and its compressed twin, the same bytes for the same pages."""
    (folder / "sitemap.xml").write_text(text, "utf-8", newline="\n")
    (folder / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def _alternates(family: Sequence[Published], source: str) -> list[str]:
    """What every page of a family tells of all of them; nothing of a page that stands alone."""
    if len(family) < 2:
        return []
    named = [(page.locale.replace("_", "-"), page.address) for page in family]
    named += [("x-default", page.address) for page in family if page.locale == source][:1]
    return [_alternate(language, address) for language, address in named]


def _alternate(language: str, address: str) -> str:
    return Markup('    <xhtml:link rel="alternate" hreflang="{}" href="{}"/>').format(language, address)
