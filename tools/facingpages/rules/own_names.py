"""Names that a language has of its own for what a source names: its own file, a library's shorter name."""

from __future__ import annotations

import re
from functools import lru_cache

from facingpages.languages.codes import names_of
from facingpages.rules.literal_forms import times
from facingpages.rules.occurrences import Sought

MOST_FOLDERS = 9  # by which a file is named


def is_called_otherwise(locale: str, literal: str, here: Sought) -> bool:
    """Whether a library has a shorter name there (`moment` for `Moment.js`), or a file of the page's own language stands."""
    stem, _, ending = literal.lower().rpartition(".")
    if ending == "js":
        return bool(times(stem, here.lowered) or times(stem + ending, here.lowered))
    return f"{stem.replace('_', '-')}.{ending}" in _own_files(here.lowered.text, locale)


@lru_cache(maxsize=4)
def _own_files(text: str, locale: str) -> frozenset[str]:
    """The files of a locale's own that a text names, without what they have for it: `a.md` for `docs/a.de.md`."""
    own = "|".join(sorted(map(re.escape, names_of(locale)), key=len, reverse=True))
    found = re.findall(rf"(?<![\w./-])([\w./-]{{1,200}}?)[.-](?:{own})(\.\w+)(?![\w-])", text.replace("_", "-"))
    names = (stem.split("/") for stem, _ in found)
    endings = (ending for _, ending in found)
    return frozenset(
        "/".join(parts[at:]) + ending
        for parts, ending in zip(names, endings, strict=True)
        for at in range(max(0, len(parts) - MOST_FOLDERS), len(parts))
    )
