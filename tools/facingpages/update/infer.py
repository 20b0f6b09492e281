"""Which version of a source a translation renders, told by what translators keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facingpages.align.features import neutral_target
from facingpages.document import DialectName, Document
from facingpages.merge.inline import NUMBER
from facingpages.read import read_page

Features = Counter[tuple[str, str]]


def features(document: Document) -> Features:
    """What a translation and its source have in common: metadata, code, links, pictures, numbers, kinds of blocks."""
    found: Features = Counter(("front", f"{key}: {entry.value}") for key, entry in document.metadata.items())
    for block in document.blocks:
        found["kind", f"{block.kind}{getattr(block, 'level', '')}"] += 1
        if block.kind == "code":
            found.update(("line", line.strip()) for line in block.text.splitlines() if line.strip())
            continue
        found.update(("code", span.text) for span in block.codes)
        found.update(("link", neutral_target(link.target)) for link in block.links)
        found.update(("image", image.source) for image in block.images)
        found.update(("number", number) for number in NUMBER.findall(block.text))
        found.update(("directive", span.text) for span in block.directives)
        found["strong", ""] += len(block.strongs)
    found.update(("link", neutral_target(one.target)) for one in document.definitions)
    return found


def costs(versions: Sequence[bytes], translation: bytes, dialect: DialectName) -> list[int]:
    """What each version has that a translation has not, and the other way round."""
    own = features(read_page(translation, dialect))
    known: dict[bytes, int] = {}
    for raw in versions:
        if raw not in known:
            one = features(read_page(raw, dialect))
            known[raw] = (one - own).total() + (own - one).total()
    return [known[raw] for raw in versions]


def explaining(found: Sequence[int]) -> tuple[int, int] | None:
    """The places of the newest and the oldest version of which a translation lacks least, by `costs`, newest first.

    None where there is no version.
    """
    if not found:
        return None
    last = found.index(min(found))
    first = last
    while first + 1 < len(found) and found[first + 1] == found[last]:
        first += 1
    return last, first
