"""Which generator publishes a site: told by its configuration file, else by how the pages are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from facingpages.config import Config
from facingpages.links.configuration import read_mkdocs
from facingpages.links.mkdocs import MkDocs
from facingpages.links.publication import Publication
from facingpages.links.rendering import BY_DIALECT, BY_GENERATOR
from facingpages.links.trees import Trees
from facingpages.site import Site
from facingpages.site.opener import is_inside, root_of

# The files by which a generator is known, in the site's folder or the folders above its pages.
MARKS = (
    ("docusaurus", re.compile(r"docusaurus\.config\.(?:js|ts|mjs|cjs)")),
    ("starlight", re.compile(r"astro\.config\.(?:mjs|js|ts|mts)")),
    ("hugo", re.compile(r"hugo\.(?:toml|ya?ml|json)")),
    ("mdbook", re.compile(r"book\.toml")),
    ("vitepress", re.compile(r"\.vitepress")),
    ("jekyll", re.compile(r"_config\.yml")),
    ("learn", re.compile(r"docfx\.json|\.openpublishing\.publish\.config\.json")),
)


def publication(site: Site, config: Config) -> Publication:
    """How a site's pages are published."""
    limit = root_of(config.root)
    folders = [folder for folder in folders_above(config) if is_inside(config.root / folder, limit)]
    for folder in folders:
        for name in ("mkdocs.yml", "mkdocs.yaml"):
            file = config.root / folder / name
            settings = read_mkdocs(file, limit) if file.is_file() else None
            if settings is None:
                continue
            if settings.languages is not None or all(_holds(settings.docs, page.file) for page in site.pages[:200]):
                return MkDocs(settings, config.root, (page.path for page in site.pages))
            return Trees(site, config, "mkdocs", settings.rendering, folders)  # a site of its own for each locale
        generator = _marked(config.root / folder)
        if generator:
            return Trees(site, config, generator, BY_GENERATOR.get(generator, BY_DIALECT[config.dialect]), folders)
    if any(part.startswith("_") for pattern in config.pages for part in pattern.split("/")[:-1]):
        return Trees(site, config, "jekyll", BY_GENERATOR["jekyll"], folders)  # pages in one of Jekyll's collections
    name = "plain" if config.dialect == "commonmark" else config.dialect
    return Trees(site, config, name, BY_DIALECT[config.dialect], folders)


def folders_above(config: Config) -> Iterator[str]:
    """The site's folder and the folders above the source's pages, outermost first."""
    yield ""
    for pattern in config.source_pages or config.pages:
        head = pattern.replace("{locale}", config.source).split("{page}")[0].rpartition("/")[0]
        parts = head.split("/") if head else []
        for count in range(1, len(parts) + 1):
            yield "/".join(parts[:count])


def _marked(folder: Path) -> str:
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return ""
    for generator, mark in MARKS:
        if any(mark.fullmatch(name) for name in names):
            return generator
    return ""


def _holds(folder: Path, file: Path) -> bool:
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False
