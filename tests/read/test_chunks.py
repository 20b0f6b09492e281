"""A page cut into chunks is the page, and each chunk has its words in its body."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.texts import anything

from facingpages.document import Chunk, DialectName, Document
from facingpages.read import read_page
from facingpages.read.dialects import DIALECTS

# Pages that others wrote, in folders named for their dialect; of so many, one is read.
PAGES = os.environ.get("FACINGPAGES_PAGES", "")
DOCS = Path(__file__).parents[2] / "docs"
EVERY = int(os.environ.get("FACINGPAGES_PAGES_EVERY", "97"))
WORDY = ("paragraph", "heading", "row", "term")


def whole(document: Document) -> list[Chunk]:
    """The chunks of a page, which must be all of it."""
    found = list(document.chunks())
    assert b"".join(chunk.head + chunk.body + chunk.tail for chunk in found) == document.raw
    assert [chunk.block for chunk in found if chunk.block is not None] == document.blocks
    at = 0
    for chunk in found:
        assert chunk.start == at
        at += len(chunk.head + chunk.body + chunk.tail)
    return found


@given(anything, st.sampled_from(list(DIALECTS)))
def test_chunks_are_the_page(text: str, dialect: DialectName) -> None:
    whole(read_page(text.encode("utf-8", "surrogatepass"), dialect))


PARTS = {
    "metadata": ("---\ntitle: A\n---\n\n# B\n", [("---\n", "title: A", "\n---\n\n"), ("# ", "B", "\n")]),
    "list": ("- a\n\n  b\n1. c\n", [("- ", "a", "\n\n"), ("  ", "b", "\n"), ("1. ", "c", "\n")]),
    "heading": ("## A ##\n\nB\n===\n", [("## ", "A", " ##\n\n"), ("", "B", "\n===\n")]),
    "quote": ("> [!NOTE]\n> A\n\nB\n", [("> [!NOTE]\n> ", "A", "\n\n"), ("", "B", "\n")]),
    "callout": (
        'A\n\n!!! note "T"\n\n    B\n\n<!-- c -->\n\nD\n',
        [("", "A", "\n\n"), ('!!! note "T"\n\n    ', "B", "\n\n<!-- c -->\n\n"), ("", "D", "\n")],
    ),
    "fence": ("```py\na\nb\n```\n", [("```py\n", "a\nb", "\n```\n")]),
    "table": (
        "| A | B |\n|---|---|\n| c | d |\n",
        [("", "| A | B |", "\n|---|---|\n"), ("", "| c | d |", "\n")],
    ),
    "definition": (
        'A [b].\n\n[b]: c "d"\n\nE\n',
        [("", "A [b].", "\n\n"), ("", '[b]: c "d"', "\n\n"), ("", "E", "\n")],
    ),
    "empty": ("\n\n", [("", "", "\n\n")]),
}


@pytest.mark.parametrize("name", PARTS)
def test_what_opens_a_block_is_its_head(name: str) -> None:
    text, expected = PARTS[name]
    found = whole(read_page(text.encode(), "mkdocs"))
    assert [(chunk.head.decode(), chunk.body.decode(), chunk.tail.decode()) for chunk in found] == expected


def pages() -> list[tuple[Path, DialectName]]:
    """Some pages of every dialect: our own, and where they are at hand those of others."""
    found: list[tuple[Path, DialectName]] = [(path, "mkdocs") for path in sorted(DOCS.rglob("*.md"))]
    for dialect in DIALECTS if PAGES else ():
        files = [path for path in sorted((Path(PAGES) / dialect).rglob("*.md*")) if path.is_file()]
        found += [(path, dialect) for path in files[::EVERY]]
    return found


def test_pages_of_others_have_their_words_in_bodies() -> None:
    lost = []
    for path, dialect in pages():
        for chunk in whole(read_page(path.read_bytes(), dialect)):
            block = chunk.block
            if block is None or block.kind not in WORDY:
                continue
            first, last = chunk.start + len(chunk.head), chunk.start + len(chunk.head) + len(chunk.body)
            lost += [(path.name, piece) for at, piece in block.pieces if piece.strip() and not first <= at < last]
    assert not lost
