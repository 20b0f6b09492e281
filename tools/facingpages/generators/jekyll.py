"""Jekyll: pages and collections, rendered by kramdown."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from facingpages.generators import hexo
from facingpages.generators.generator import Generator
from facingpages.generators.habits import Habits
from facingpages.generators.layout import Layout
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import HeadingIds, counted_blindly, github
from facingpages.generators.tree import Tree, suffixes_of
from facingpages.languages.codes import is_locale


def gfm_kramdown(text: str) -> str:
    """kramdown reading GFM, as Jekyll does by default: like GitHub's, but a tab counts as a space."""
    return github(text.replace("\t", " "))


def kramdown(text: str) -> str:
    """kramdown reading its own syntax: plain Latin letters only, and nothing before the first of them."""
    text = re.sub(r"^[^a-zA-Z]+", "", text)
    return re.sub(r"[^a-zA-Z0-9 -]", "", text).replace(" ", "-").lower() or "section"


def recognize(tree: Tree) -> Iterator[Layout]:
    """Every site with collections that are called after languages: `_tour/a.md`, and `_ja/tour/a.md` for it."""
    known = frozenset(tree.pages)
    for marker in tree.markers:
        folder, name = posixpath.split(marker)
        if not JEKYLL.is_marked(name) or hexo.confirms(tree.text(marker)):
            continue
        lead = f"{folder}/_" if folder else "_"
        counts: Counter[str] = Counter()
        sources: set[str] = set()
        for path in tree.pages:
            locale, _, rest = path.removeprefix(lead).partition("/")
            if path.startswith(lead) and is_locale(locale) and lead + rest in known:
                counts[locale] += 1
                sources.add(lead + rest)
        if counts:
            tops = sorted({path.removeprefix(lead).partition("/")[0] for path in sources})
            suffixes = suffixes_of(sources)
            yield Layout(
                "a collection for each language", "en", tuple(f"{lead}{{locale}}/{{page}}{end}" for end in suffixes),
                tuple(f"{lead}{{page}}{end}" for end in suffixes), tuple(sorted(counts)), origin=marker,
                exclude=(f"/{lead}*/", *(f"!/{lead}{top}/" for top in (*tops, *sorted(counts)))),
                pairs=counts.total(),
            )  # fmt: skip


JEKYLL_IDS = HeadingIds(gfm_kramdown, counted_blindly, dashes=True)
KRAMDOWN_IDS = HeadingIds(kramdown, counted_blindly, raw=True)
# Plugins of the site's own may make ids, too.
JEKYLL = Generator(
    "jekyll", "Jekyll", Rendering("jekyll", JEKYLL_IDS), Habits(addresses=True),
    settings=r".*(?:anchor|heading|slug|toc).*\.rb", below=("_plugins",), recognize=recognize,
)  # fmt: skip
