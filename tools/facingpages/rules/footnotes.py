"""Footnotes and abbreviations: which text belongs to which mark, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Document
from facingpages.late import late
from facingpages.rules.base import Pair

ABBREVIATION = late(rb"(?m)^[ ]{0,3}\*\[([^\]\n]+)\]:")  # what one stands for, in Markdown Extra and Python-Markdown


def exchanged(pair: Pair) -> Iterator[tuple[Bead, str, str]]:
    """Two footnotes each of which has the text of the other, though their marks stand as in the source: the first one's
    text, and both labels.

    Numbers follow the order of the text, so those of one block may change places together with their texts.
    """
    if len(pair.source.footnotes) < 2 or len(pair.target.footnotes) < 2:
        return
    texts: dict[tuple[str, str], Bead] = {}
    kept: set[str] = set()
    for bead in pair.aligned:
        there, here = _label(bead.source[0]), _label(bead.target[0])
        if there and here and there != here:
            texts.setdefault((there, here), bead)
        s, t = ([mark.text for block in side for mark in block.footnotes] for side in (bead.source, bead.target))
        if s == t:
            kept.update(s if len(s) == 1 else [label for label in s if not label.isdecimal()])
    for (there, here), bead in texts.items():
        other = texts.get((here, there))
        if other is not None and {here, there} <= kept and bead.target[0].start < other.target[0].start:
            yield bead, here, there


def _label(block: Block) -> str:
    """The label of the footnote that a block stands in; empty if it stands in none."""
    around = block.parent.around() if block.parent is not None else ()
    return next((box.name for box in around if box.kind == "footnote"), "")


def is_listed(document: Document, block: Block, other: Document) -> bool:
    """Whether a block does nothing but say what abbreviations stand for, and the other page says of them all, too.

    It does not matter where on a page that stands.
    """
    if not document.raw.startswith(b"*[", block.start):
        return False
    written = document.raw[block.start : block.end]
    if "abbreviations" not in other.memo:
        other.memo["abbreviations"] = frozenset(ABBREVIATION.findall(other.raw))
    there: frozenset[bytes] = other.memo["abbreviations"]
    return all(ABBREVIATION.match(line) for line in written.splitlines()) and there.issuperset(
        ABBREVIATION.findall(written)
    )
