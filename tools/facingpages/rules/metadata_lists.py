"""Lists of settings in the front matter, as a home page has for its buttons and boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from facingpages.document import Document, Entry
from facingpages.late import late
from facingpages.rules.base import Pair

LINE = late(rb"^([ \t]*)((?:-[ \t]+)*)(?:([\w-]+):)?", re.M)


def lost_items(pair: Pair, key: str, entry: Entry, other: Entry) -> Iterator[tuple[str, int, int]]:
    """The keys below which a list has fewer items here, and how many here and in the source; items are settings, no words."""
    there, here = _counts(pair.source, key, entry), _counts(pair.target, key, other)
    for name, count in there.items():
        if 0 < here[name] < count:
            yield name, here[name], count


def _counts(document: Document, key: str, entry: Entry) -> Counter[str]:
    """How many items stand below each key, by its name."""
    found: Counter[str] = Counter()
    keys = [(-1, key)]
    for match in LINE.finditer(document.raw, entry.start, entry.end):
        indent, dashes, name = len(match[1]), match[2], match[3]
        if dashes and name:
            while len(keys) > 1 and keys[-1][0] >= indent + len(dashes):
                keys.pop()
            while len(keys) > 1 and keys[-1][0] > indent:
                keys.pop()
            found[keys[-1][1]] += 1
        if name:
            while len(keys) > 1 and keys[-1][0] >= indent + len(dashes):
                keys.pop()
            keys.append((indent + len(dashes), name.decode()))
    return found
