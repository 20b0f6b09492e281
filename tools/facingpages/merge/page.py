"""A page as the merge sees it: its chunks, each with its text, tokens and words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from facingpages.document import Block, Chunk, DialectName, Document
from facingpages.merge.inline import TokenText, passage
from facingpages.read import read_page

HARD = frozenset(("page-encoding", "page-unreadable", "text-control", "metadata-syntax", "page-bilingual"))

PROGRAM = re.compile(r"<(?:script|style)\b", re.I)
FENCE = re.compile(r"`{3}|~{3}")


@dataclass(eq=False)
class PageChunk:
    """A chunk; `kind` is that of its block, or front, definition or text."""

    index: int
    chunk: Chunk
    start: int
    head: str
    body: str
    tail: str
    document: Document

    @property
    def block(self) -> Block | None:
        """The block that it is, if it is one."""
        return self.chunk.block

    @cached_property
    def kind(self) -> str:
        """The kind of its block, or else what it is. A script or a style in HTML is code."""
        if self.block is not None:
            return "code" if self.block.kind == "html" and PROGRAM.match(self.body) else self.block.kind
        if self.chunk.definition is not None:
            return "definition"
        return "front" if self.index == 0 and self.document.metadata_end else "text"

    @cached_property
    def passage(self) -> TokenText:
        """Its body with tokens."""
        return passage(self.document, self.start, self.start + len(self.chunk.body), self.block)

    @cached_property
    def plain(self) -> str:
        """Its body as it is compared: code line by line, all else without regard to where its lines break."""
        if self.kind in ("code", "front", "html"):
            return "\n".join(line.rstrip() for line in undented(self.flush))
        return self.passage.plain

    @cached_property
    def lead(self) -> str:
        """What each line of fenced code begins with, in an item or a quote; nothing of another block."""
        return lead_of(self.head) if self.kind == "code" else ""

    @cached_property
    def flush(self) -> str:
        """Its body, of fenced code without what its lines begin with."""
        return without(self.body, self.lead) if self.lead else self.body

    @cached_property
    def key(self) -> Hashable:
        """What makes it equal to another."""
        block = self.block
        level = getattr(block, "level", 0) if block is not None else 0
        item = block is not None and block.marker is not None
        return self.kind, level, item, self.plain

    @cached_property
    def size(self) -> int:
        """How many characters tell it from others."""
        return len(self.plain)

    @cached_property
    def bag(self) -> Counter[str]:
        """Its words and tokens."""
        if self.kind == "code":
            return Counter(line.strip() for line in self.body.splitlines() if line.strip())
        if self.kind in ("definition", "front", "directive"):
            return Counter(re.findall(r"\w+", self.body))
        return Counter(
            f"{atom.kind[:1]}{atom.value.casefold()}" for atom in self.passage.atoms() if atom.kind != "sign"
        )

    @cached_property
    def words(self) -> int:
        """The words in it that a person translates."""
        if self.kind in ("code", "definition", "directive", "front"):
            return 0
        return self.passage.words


def lead_of(head: str) -> str:
    """What each line of fenced code begins with, by the head that ends with its fence."""
    line = head.splitlines()[-1] if head.endswith(("\n", "\r")) else ""
    fence = FENCE.search(line)
    return re.sub(r"[^\s>]", " ", line[: fence.start()]) if fence is not None else ""


def without(text: str, lead: str) -> str:
    """Lines without what all of them begin with; one that begins otherwise loses of it what is white space."""
    lines = []
    for line in text.splitlines(keepends=True):
        if line.startswith(lead) or not line.startswith(lead.rstrip()):
            blank = len(line) - len(line.lstrip(" \t"))
            lines.append(line[len(lead) if line.startswith(lead) else min(blank, len(lead)) :])
        else:
            lines.append(line[len(lead.rstrip()) :].lstrip(" \t"))
    return "".join(lines)


def led(text: str, lead: str) -> str:
    """Lines that begin with a lead; a blank one has no white space at its end."""
    lines = text.splitlines(keepends=True) if lead else [text]
    return "".join((lead if line.strip() else lead.rstrip()) + line for line in lines)


def undented(text: str) -> list[str]:
    """The lines of a text without the indentation that all but its first have in common."""
    lines = text.splitlines()
    rest = [line for line in lines[1:] if line.strip()]
    if not rest:
        return lines
    common = min(len(line) - len(line.lstrip(" \t>")) for line in rest)
    return [lines[0], *(line[common:] for line in lines[1:])]


Cut: TypeAlias = tuple[Document, list[PageChunk]]  # a page and its pieces, in order


def read(raw: bytes, dialect: DialectName) -> Cut:
    """A page and its pieces; joined, their heads, bodies and tails are its text."""
    document = read_page(raw, dialect)
    return document, pieces_of(document)


def pieces_of(document: Document) -> list[PageChunk]:
    """The pieces of a page that was read already."""
    pieces = []
    for index, chunk in enumerate(document.chunks()):
        head, body, tail = (part.decode("utf-8", "replace") for part in (chunk.head, chunk.body, chunk.tail))
        pieces.append(PageChunk(index, chunk, chunk.start + len(chunk.head), head, body, tail, document))
    return pieces


def is_broken(document: Document) -> bool:
    """Whether a page has a fault for which nothing is made of it."""
    return any(fault.rule in HARD for fault in document.faults)
