"""Headings that were copied from another section, in the source's words."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.rules.base import Pair

NAMED = 6  # letters of a heading that is no word which languages share


def copied(pair: Pair) -> Iterator[Bead]:
    """Headings that read as another one of the source, which has its own rendering here, and not as theirs."""
    headings = [bead for bead in pair.aligned if bead.source[0].kind == bead.target[0].kind == "heading"]
    there = {bead.source[0].text: bead for bead in headings}
    for bead in headings:
        a, b = bead.source[0], bead.target[0]
        other = there.get(b.text)
        if other is None or a.text == b.text or other.target[0].text != b.text or len(b.text) < NAMED:
            continue
        known = a.text.casefold().split()
        strange = [word for word in b.text.split() if word.casefold() not in known]
        if strange and all(word[:1].isupper() for word in strange):
            yield bead
