"""Which Markdown a site writes, told by its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from facingpages.document import DialectName
from facingpages.generators.tree import Tree

SAMPLE = 80
SIGNS: Mapping[DialectName, re.Pattern[str]] = {
    "learn": re.compile(
        r"^ms\.[a-z.]+\s*:|\[!INCLUDE\b|^:::(?:image|zone|moniker|row|code)(?![\w-])|class=\"sxs-lookup\"", re.M
    ),
    "mkdocs": re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+\w|^[ \t]*===[ \t]+\"|^[ \t]*-+8<-+", re.M),
    "hugo": re.compile(r"\{\{<[^{}\n]*>\}\}|\{\{%[^{}\n]*%\}\}|\A\+\+\+\s*$", re.M),
}


def dialect_of(tree: Tree, paths: Sequence[str]) -> DialectName:
    """The dialect that most of some pages show signs of; `commonmark` where none does."""
    if any(path.endswith(".mdx") for path in paths):
        return "mdx"
    counts = dict.fromkeys(SIGNS, 0)
    for path in paths[:: max(1, len(paths) // SAMPLE)]:
        text = tree.text(path)
        for dialect, signs in SIGNS.items():
            counts[dialect] += signs.search(text) is not None
    best = max(counts, key=lambda dialect: counts[dialect])
    return best if counts[best] else "commonmark"
