"""Live samples of MDN, `{{EmbedLiveSample("A map")}}`: the code below the heading of that name, or in what has that id."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from facingpages.document import Document
from facingpages.late import late
from facingpages.rules.base import Pair

SAMPLE = late(rb"\{\{\s*+(?:EmbedLiveSample|LiveSampleLink)\s*+\(\s*+[\"']([^\"'\n]{1,120})[\"'][^{}\n]{0,200}\}\}")
LETTERS = late(r"[\W_]+")


def unfound(pair: Pair) -> Iterator[tuple[tuple[int, int], str]]:
    """Each sample of which the page has no heading and no id, though the source has that of its own: where, and its name."""
    if b"LiveSample" not in pair.source.raw or b"LiveSample" not in pair.target.raw:
        return
    there, here = _samples(pair.source), _samples(pair.target)
    if len(there) != len(here) or len(pair.source.headings) != len(pair.target.headings):
        return  # one of these was lost, and is told as that
    known, found = _named(pair.source), _named(pair.target)
    for one, two in zip(there, here, strict=True):
        if _plain(one[1]) in known and _plain(two[1]) not in found:
            yield two.span(), two[1].decode("utf-8", "replace")


def _samples(document: Document) -> list[re.Match[bytes]]:
    codes = [(block.start, block.end) for block in document.blocks if block.kind == "code"]
    spans = sorted([*codes, *((code.start, code.end) for block in document.blocks for code in block.codes)])
    found = []
    for match in SAMPLE.finditer(document.raw):
        at = bisect(spans, (match.start(), len(document.raw))) - 1
        if at < 0 or match.start() >= spans[at][1]:
            found.append(match)
    return found


def _named(document: Document) -> set[str]:
    """What a sample can be called by: the page's headings and ids, without what an id leaves out."""
    return {
        *(_plain(heading.text.encode()) for heading in document.headings),
        *(_plain(heading.id.encode()) for heading in document.headings if heading.id),
        *(_plain(one.text.encode()) for one in document.ids),
    }


def _plain(name: bytes) -> str:
    return LETTERS.sub("", name.decode("utf-8", "replace")).casefold()
