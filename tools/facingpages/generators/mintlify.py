"""Mintlify: `docs.json`, before `mint.json`; a folder for each language, the source's pages also at the root."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from facingpages.generators import folders
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.layout import Layout, joined
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import entries, table
from facingpages.generators.slugs import GITHUB
from facingpages.generators.tree import Tree

PARTS = "snippets"  # whose files are no pages, but are set into them


def confirms(text: str) -> bool:
    """Whether a `docs.json` names the schema of Mintlify."""
    return "mintlify" in text


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every site with settings of Mintlify. Its navigation names the source's language as the default or first."""
    for marker in tree.markers:
        folder, name = posixpath.split(marker)
        if not MINTLIFY.is_marked(name) or not confirms(text := tree.text(marker)):
            continue
        parts = joined(folder, PARTS)
        apart = [path for path in tree.pages if path.startswith(f"{parts}/")]
        pages = tree.with_pages([path for path in tree.pages if path not in set(apart)]) if apart else tree
        source = _source(text)
        found = folders.find(pages, folder, source)
        if isinstance(found, Layout):
            yield _with_parts(found, folders.find(tree.with_pages(apart), parts, source))._replace(
                dialect="mdx", origin=marker
            )


def _with_parts(layout: Layout, parts: Layout | folders.Undecided | None) -> Layout:
    """The layout of the pages with that of the snippets they set in, which are translated as pages are."""
    if not isinstance(parts, Layout) or not parts.source_pages or not layout.source_pages:
        return layout
    exclude = (*layout.exclude, f"!/{parts.pages[0].partition('{')[0]}") if layout.exclude else ()
    return layout._replace(
        pages=(*parts.pages, *layout.pages), source_pages=(*parts.source_pages, *layout.source_pages), exclude=exclude,
        pairs=layout.pairs + parts.pairs,
    )  # fmt: skip


def _source(text: str) -> str:
    """The language that readers get who ask for none."""
    navigation = table(text, ".json").get("navigation")
    languages = entries(navigation.get("languages")) if isinstance(navigation, dict) else []
    default = [entry for entry in languages if entry.get("default") is True]
    return next((str(entry.get("language", "")) for entry in (*default, *languages)), "")


# How ids of headings are made is not described: none is claimed to be missing.
MINTLIFY = Generator(
    "mintlify", "Mintlify", Rendering("mintlify", GITHUB, sure=False),
    Habits(addresses=True, falls_back=True, guesses=True),
    confirms=confirms, recognize=recognize,
)  # fmt: skip
