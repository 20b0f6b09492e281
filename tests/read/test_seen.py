"""All that is read of small texts, in every dialect, with its places: nothing of it changes unseen."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.read.outline import line, read
from tests.read.texts import PIECES

from facingpages.document import Block, DialectName, Document

FILE = Path(__file__).parent / "seen.json"
"""By dialect: a text and what is seen in it. `python -m tests.read.test_seen` writes the second anew."""

ALL: dict[DialectName, list[tuple[str, list[str]]]] = json.loads(FILE.read_text("utf-8"))
JOINED = FILE.with_name("joined.json")
"""By dialect: what is seen in texts that are pieces of Markdown put together at random, always the same. As above."""
TEXTS = 120  # of each dialect


def joined(dialect: DialectName) -> Iterator[str]:
    """Texts of some pieces; every other one with blank lines between them."""
    chance = random.Random(dialect)
    for number in range(TEXTS):
        yield ("\n\n" if number % 2 else "").join(chance.choices(PIECES, k=chance.randint(4, 9)))


def seen(text: str, dialect: DialectName) -> list[str]:
    """Each block in a line, with its place and what stands in it; then what the page defines and uses."""
    document = read(text, dialect)
    return [f"{line(block)} {_at(block)}{''.join(_inside(block))}" for block in document.blocks] + [*_of(document)]


def _at(item: object) -> str:
    return f"@{item.start}-{item.end}"  # type: ignore[attr-defined]


def _inside(block: Block) -> Iterator[str]:
    if not block.closed:
        yield " open"
    for name in ("codes", "strongs", "emphases", "directives", "footnotes", "html"):
        yield from (f" {name} {_at(span)} {span.text!r}" for span in getattr(block, name))
    for link in block.links:
        text = f"{link.text!r} {link.text_start}-{link.text_end}"
        yield f" {link.form} link {_at(link)} {link.target!r} {link.title!r} {text}"
    yield from (f" image {_at(image)} {image.source!r} {image.alt!r}" for image in block.images)


def _of(document: Document) -> Iterator[str]:
    for key, entry in document.metadata.items():
        yield f"metadata {key} {_at(entry)} {entry.value!r} {entry.shape}"
    yield from (f"fault {fault.rule} {fault.message} {_at(fault)}" for fault in document.faults)
    yield from (f"heading {_at(one)} {one.text!r}" for one in document.headings)
    yield from (f"id {_at(one)} {one.text!r} {one.made}" for one in document.ids)
    yield from (f"definition {_at(one)} {one.label!r} {one.target!r} {one.title!r}" for one in document.definitions)
    yield from (f"unresolved {_at(one)} {one.label!r} {one.sure}" for one in document.unresolved)
    yield from (f"use {_at(one)} {one.kind} {one.target!r}" for one in document.uses)
    for name in ("comments", "footnotes", "footnote_marks", "unresolved_marks"):
        yield from (f"{name} {_at(one)} {one.text!r}" for one in getattr(document, name))


@pytest.mark.parametrize("dialect", ALL)
def test_seen(dialect: DialectName) -> None:
    for text, told in ALL[dialect]:
        assert seen(text, dialect) == told, text


@pytest.mark.parametrize("dialect", ALL)
def test_joined(dialect: DialectName) -> None:
    for text, told in zip(joined(dialect), json.loads(JOINED.read_text("utf-8"))[dialect], strict=True):
        assert seen(text, dialect) == told, text


def main() -> None:
    """Write what is seen."""
    tables = (
        f"{json.dumps(dialect)}: [\n" + ",\n".join(json.dumps(seen(text, dialect)) for text in joined(dialect)) + "\n]"
        for dialect in ALL
    )
    JOINED.write_text("{\n" + ",\n".join(tables) + "\n}\n", "utf-8")
    rows = [
        f"{json.dumps(dialect)}: [\n" + ",\n".join(json.dumps([text, seen(text, dialect)]) for text, _ in table) + "\n]"
        for dialect, table in ALL.items()
    ]
    FILE.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
