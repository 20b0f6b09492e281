"""Phrases that a page says again and again on purpose."""

from __future__ import annotations

from collections.abc import Iterable

from facingpages.align import Bead
from facingpages.document import Document

REPEATED = 3  # times that a phrase is said on purpose


def is_repeated(source: Document, target: Document, aligned: Iterable[Bead], text: str) -> bool:
    """Whether a text stands as often here as its source there: never, or as a phrase that sections begin with."""
    sources = [bead.source[0].text.split() for bead in aligned for b in bead.target if b.text.strip() == text]
    here = sum(1 for block in target.blocks if block.text.strip() == text)
    if here < REPEATED or not sources:
        return not sources
    return here > REPEATED or sum(1 for block in source.blocks if block.text.split() == sources[0]) >= here
