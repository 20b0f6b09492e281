"""Fumadocs: a folder for each language below each collection, or the locale before the ending, `page.es.mdx`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from facingpages.generators import folders, suffixes
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.layout import Layout, joined
from facingpages.generators.rendering import Rendering
from facingpages.generators.settings import script_text, uncommented
from facingpages.generators.slugs import GITHUB
from facingpages.generators.tree import Tree
from facingpages.late import late

CONTENT = "content/docs"
DIR = late(r"\bdir\s*:\s*[\"']([^\"'\n]+)[\"']")
LANGUAGES = r"i18n(?:[.-]config)?\.[cm]?[jt]sx?"  # where the languages are said to lie, `lib/i18n.ts`


def confirms(text: str) -> bool:
    """Whether a configuration of collections is of Fumadocs."""
    return "fumadocs" in text


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every site with a `source.config`: its collections, all laid out alike."""
    for marker in tree.markers:
        script = tree.text(marker)
        if not FUMADOCS.is_marked(posixpath.basename(marker)) or not confirms(script):
            continue
        site = posixpath.dirname(marker)
        source = _source(tree, site)
        dirs = dict.fromkeys((*DIR.findall(uncommented(script)), CONTENT))
        bases = [base for base in (joined(site, one.removeprefix("./")) for one in dirs) if base in tree.folders]
        for look in (folders.find, suffixes.find):
            found = [one for base in bases if isinstance(one := look(tree, base, source), Layout)]
            if found:
                yield _together(found)._replace(dialect="mdx", origin=marker)


def _source(tree: Tree, site: str) -> str:
    """The language of pages that name none."""
    own = (path for path in tree.markers if path.startswith(f"{site}/" if site else "") and "i18n" in path)
    return next((name for path in own if (name := script_text(tree.text(path), "defaultLanguage"))), "")


def _together(found: Sequence[Layout]) -> Layout:
    """The layout of several collections: that of the one with most translations, and the others' that agree with it."""
    best = max(found, key=lambda one: one.pairs)
    alike = [one for one in found if one.source == best.source and bool(one.source_pages) == bool(best.source_pages)]
    return best._replace(
        pages=tuple(dict.fromkeys(page for one in alike for page in one.pages)),
        source_pages=tuple(dict.fromkeys(page for one in alike for page in one.source_pages)),
        locales=tuple(sorted({locale for one in alike for locale in one.locales})),
        pairs=sum(one.pairs for one in alike),
    )


# Headings have github-slugger's ids, or one that stands behind the text: `[#id]`. An address without a language is led
# to the reader's; a page that is not translated is published in the source's words.
FUMADOCS = Generator(
    "fumadocs", "Fumadocs", Rendering("fumadocs", GITHUB, attributes=False),
    Habits(addresses=True, static=("public",), localizes=True, falls_back=True, guesses=True),
    settings=LANGUAGES, confirms=confirms, recognize=recognize,
)  # fmt: skip
