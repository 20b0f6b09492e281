"""The data of one page as it was read: leaf blocks in reading order, the containers around them, and what is inside.

Every offset is a byte offset into `Document.raw`; `Document.place` turns a range into lines and columns, the only
place where that is done.
"""

from __future__ import annotations

from facingpages.document.chunks import Chunk
from facingpages.document.inline import OBJECT, Image, Link, LinkForm, Span
from facingpages.document.leaf import (
    Block,
    BoxKind,
    Code,
    Container,
    Directive,
    Heading,
    Html,
    Kind,
    Offsets,
    Paragraph,
    Row,
    Separator,
    Term,
)
from facingpages.document.names import Definition, Id, RawTag, Unresolved, Use, UseKind, normal
from facingpages.document.page import DialectName, Document, Entry, Fault, Place, Shape

__all__ = [
    "OBJECT", "Block", "BoxKind", "Chunk", "Code", "Container", "Definition", "DialectName", "Directive", "Document",
    "Entry", "Fault", "Heading", "Html", "Id", "Image", "Kind", "Link", "LinkForm", "Offsets", "Paragraph", "Place",
    "RawTag", "Row", "Separator", "Shape", "Span", "Term", "Unresolved", "Use", "UseKind", "normal",
]  # fmt: skip
