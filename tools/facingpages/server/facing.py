"""A page beside its source, as long as both are what they are: which block renders which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from facingpages.align import Bead, align
from facingpages.document import Block, DialectName, Document
from facingpages.lexicon import Lexicon
from facingpages.read import read_bilingual, read_page
from facingpages.safe import safe
from facingpages.server.site import OpenSite

KEPT = 16  # pairs of pages that are kept in case the next question is about one of them
FENCE = re.compile(r"`{3,}")
TICKS = re.compile(r"`+")


class Facing(NamedTuple):
    """Two documents and their beads. `path` is the translation's, `locale` its language."""

    path: str
    locale: str
    source: Document
    target: Document
    beads: Sequence[Bead]

    def at(self, offset: int, *, source: bool = False) -> Bead | None:
        """The bead that holds a byte of the translation, or of the source."""
        document = self.source if source else self.target
        block = block_at(document, offset)
        sides = ((bead.source if source else bead.target, bead) for bead in self.beads)
        return next((bead for side, bead in sides if any(one is block for one in side)), None) if block else None


def facing(site: OpenSite, path: str) -> Facing | None:
    """A translation beside its source; None where one of them is not there, or can't be read."""
    source = site.source_of(path)
    page, target = site.pages.get(path), site.text(path)
    if page is None or target is None or page.locale == site.site.source:
        return None
    if site.config.embedded_source:
        return _bilingual(path, page.locale, target.raw, site.plan.lexicon(page.locale, page.name))
    original = site.text(source.path) if source is not None else None
    if source is None or original is None:
        return None
    lexicon = site.plan.lexicon(page.locale, page.name)
    return _facing(path, page.locale, source.path, original.raw, target.raw, site.config.at(path).dialect, lexicon)


def all_facing(site: OpenSite, path: str) -> Iterator[Facing]:
    """The translations of a source, each beside it."""
    for page in site.translations_of(path):
        found = facing(site, page.path)
        if found is not None:
            yield found


@lru_cache(KEPT)
def _facing(
    path: str, locale: str, origin: str, source: bytes, target: bytes, dialect: DialectName, lexicon: Lexicon | None
) -> Facing:
    one, two = read_page(source, dialect, path=origin), read_page(target, dialect, path=path)
    return Facing(path, locale, one, two, align(one, two, lexicon))


@lru_cache(KEPT)
def _bilingual(path: str, locale: str, raw: bytes, lexicon: Lexicon | None) -> Facing | None:
    source, target = read_bilingual(raw, path=path)
    return Facing(path, locale, source, target, align(source, target, lexicon)) if source is not None else None


def begin(block: Block) -> int:
    """Where a block begins for a reader: at the marker of its item, if it has one."""
    return block.marker.start if block.marker is not None else block.start


def block_at(document: Document, offset: int) -> Block | None:
    """The block that holds a byte, or ends right before it; the line end behind a block is not part of it."""
    for block in document.blocks:
        if begin(block) <= offset <= block.end:
            if offset <= begin(block) + len(document.raw[begin(block) : block.end].rstrip(b"\r\n")):
                return block
    return None


def written(document: Document, blocks: Sequence[Block]) -> str:
    """The Markdown of neighbouring blocks, from the beginning of the first's line."""
    if not blocks:
        return ""
    start = document.line_span(begin(blocks[0]))[0]
    return document.source_text(start, blocks[-1].end).rstrip()


def named(text: str) -> str:
    """A stranger's name on one line, as code for the same reason."""
    fence = "`" * (1 + max((len(run) for run in TICKS.findall(text)), default=0))
    return f"{fence} {safe(text)} {fence}" if len(fence) > 1 else f"`{safe(text)}`"


def inert(text: str, language: str = "markdown") -> str:
    """A stranger's text as an editor may show it: as code, so that nothing in it is fetched or can be pressed."""
    longest = max((len(fence) for fence in FENCE.findall(text)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
