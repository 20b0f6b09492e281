"""The structure of a page as lines of text, so that tests can say what they expect at a glance."""

from __future__ import annotations

from facingpages.document import OBJECT, Block, Code, DialectName, Document, Heading
from facingpages.read import read_page


def read(text: str, dialect: DialectName = "commonmark") -> Document:
    """The document of a text."""
    return read_page(text.encode(), path="page.md", dialect=dialect)


def outline(text: str, dialect: DialectName = "commonmark") -> list[str]:
    """A line for each block: the containers around it, outermost first, its kind, its text; `*` for an object."""
    return [line(block) for block in read(text, dialect).blocks]


def line(block: Block) -> str:
    """A block as a line."""
    boxes = [*block.parent.around()] if block.parent is not None else []
    words = [f"{box.kind} {box.name}".strip() for box in reversed(boxes)]
    kind = f"{block.kind}{block.level}" if isinstance(block, Heading) else block.kind
    step = f" {block.marker.number}." if block.marker is not None and block.marker.ordered else ""
    mark = " -" if block.marker is not None and not block.marker.ordered else ""
    word = block.id if isinstance(block, Heading) else block.info if isinstance(block, Code) else block.name
    name = f" {word}" if word else ""
    text = block.text.replace(OBJECT, "*")
    return " > ".join([*words, f"{kind}{name}{step}{mark}"]) + (f": {text}" if text else "")
