"""Where the translations of a site lie, told by its generator's own configuration or by the folders themselves.

Nothing is ever executed: configurations that are programs are only looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from facingpages.config import Config, SetupError
from facingpages.discover import discover
from facingpages.generators import GENERATORS, folders, marked, of, suffixes
from facingpages.generators.dialect import dialect_of
from facingpages.generators.layout import Layout
from facingpages.generators.tree import Tree, scan
from facingpages.listing import Listed
from facingpages.site import Site

EXAMPLE = 'source = "en", pages = ["docs/{locale}/{page}.md"]'


def detect(root: Path, base: Config | None = None) -> Config:
    """A configuration for the site in a folder. `base` holds the keys already set.

    Raises SetupError with one sentence that asks for what is needed where it can't be told.
    """
    base = base or Config(root)
    tree = scan(root, lambda name: any(generator.reads(name) for generator in GENERATORS))
    if not tree.pages:
        raise SetupError(f"there is no Markdown page in {root.resolve().name or root}/ or below it.")
    source = base.source if "source" in base.given else ""
    for generator in GENERATORS:
        for layout in generator.layouts(tree):
            if not source or layout.source == source:
                dialect = layout.dialect or dialect_of(tree, _sample(tree, layout))
                config = layout.config(base, dialect, generator.name, generator.title)
                if _fits(config, tree):
                    return config
    return _by_shape(tree, base, source)


def described(config: Config, site: Site) -> str:
    """One line on what was recognized."""
    where = config.source_pages[0] if config.source_pages else config.pages[0].replace("{locale}", config.source)
    count = len(site.locales)
    listed = ", ".join(site.locales[:12]) + (", …" if count > 12 else "")
    source = "each page holds its source" if config.embedded_source else f"source {config.source} ({where})"
    locales = f"{count} {'locale' if count == 1 else 'locales'} ({listed})"
    return f"found {config.layout}: {source}, {locales}, dialect {config.dialect}"


def _by_shape(tree: Tree, base: Config, source: str) -> Config:
    """The layout with more translated pages of those that folders and file names tell."""
    in_folders = folders.find(tree, source=source)
    options = [layout for layout in (in_folders, suffixes.find(tree, source=source)) if isinstance(layout, Layout)]
    layout = max(options, key=lambda option: option.pairs, default=None) or _embedded(tree, in_folders)
    if layout is None:
        if isinstance(in_folders, folders.Undecided):
            first, last = in_folders.locales[0], in_folders.locales[-1]
            raise SetupError(
                f"can't tell which of {', '.join(in_folders.locales)} is the source; say it in facingpages.toml, "
                f'for example source = "{first}" or source = "{last}".'
            )
        raise SetupError(f"can't tell where the translations lie; say it in facingpages.toml, for example {EXAMPLE}.")
    config = layout.config(base, layout.dialect or dialect_of(tree, _sample(tree, layout)), "", "")
    found = marked(config)
    if found is None:
        return replace(config, generator=of(config).name)
    return replace(layout, origin=found.mark).config(base, config.dialect, found.generator.name, found.generator.title)


def _embedded(tree: Tree, in_folders: Layout | folders.Undecided | None) -> Layout | None:
    """Translations that hold their source: Learn's bilingual pages, English in `sxs-lookup` spans."""
    if not isinstance(in_folders, folders.Undecided):
        return None
    sample = tree.pages[:: max(1, len(tree.pages) // 20)]
    if not all(re.search(r"class=\"sxs-lookup\"", tree.text(path)) for path in sample):
        return None
    pages = (f"{in_folders.lead}{{locale}}/{{page}}.md",)
    return Layout("bilingual pages", "en", pages, (), in_folders.locales, "learn", embedded_source=True)


def _sample(tree: Tree, layout: Layout) -> Sequence[str]:
    """Pages of the layout, whose text tells the dialect."""
    folder = layout.pages[0].split("{")[0].rstrip("/")
    return [path for path in tree.pages if path.startswith(folder)]


def _fits(config: Config, tree: Tree) -> bool:
    """Whether there are a source page and a translation of it where a configuration says."""
    entries = [Listed(path, tree.root / path) for path in tree.pages]
    try:
        site = discover(config, entries)
    except SetupError:
        return False
    return any(page.locale != site.source and page.name in site.source_names for page in site.pages)
