"""The structure of a page as lines of text, so that tests can say what they expect at a glance."""

from __future__ import annotations

from facingpages.document import OBJECT, Block, Document
from facingpages.parse import parse


def read(text: str, dialect: str = "commonmark") -> Document:
    """The document of a text."""
    return parse(text.encode(), path="page.md", dialect=dialect)


def outline(text: str, dialect: str = "commonmark") -> list[str]:
    """A line for each block: the containers around it, outermost first, its kind, its text; `*` for an object."""
    return [line(block) for block in read(text, dialect).blocks]


def line(block: Block) -> str:
    """A block as a line."""
    boxes = [*block.parent.around()] if block.parent is not None else []
    words = [f"{box.kind} {box.name}".strip() for box in reversed(boxes)]
    kind = f"{block.kind}{block.level}" if block.kind == "heading" else block.kind
    step = f" {block.marker.number}." if block.marker is not None and block.marker.ordered else ""
    mark = " -" if block.marker is not None and not block.marker.ordered else ""
    name = f" {block.name}" if block.name else ""
    text = block.text.replace(OBJECT, "*")
    return " > ".join([*words, f"{kind}{name}{step}{mark}"]) + (f": {text}" if text else "")
