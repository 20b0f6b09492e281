"""Marks of struck text that a renderer shows: between a sign and a letter they neither open nor close."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from facingpages.document import Block, Document
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair, shorten
from facingpages.rules.rule import Rule

STRUCK = late(rb"(?<![~\\])~~(?=[^\s~])(?:[^~\n]|~(?!~))*?(?<=[^\s~])~~(?!~)")
SIDE = 4  # bytes of a letter at most


def struck(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """The first mark of each block that strikes nothing, where the source's strike something.

    CommonMark's rule for `**` holds for `~~`, too (GFM); Python-Markdown asks for no letters or signs around it.
    """
    if DIALECTS[pair.target.dialect].python or b"~~" not in pair.source.raw or b"~~" not in pair.target.raw:
        return
    for bead in pair.aligned:
        if bead.source[0].kind == "code" or not _marks(pair.source, bead.source):
            continue
        found = next((match for match in _marks(pair.target, bead.target) if not _is_read(match)), None)
        if found is not None and all(map(_is_read, _marks(pair.source, bead.source))):
            at, text = found.span(), found.group().decode("utf-8", "replace")
            yield pair.finding(rule, "shown", at=at, origin=bead.source[0], bead=bead, here=shorten(text, 40))


def _marks(document: Document, blocks: Sequence[Block]) -> list[re.Match[bytes]]:
    """Pairs of marks in some blocks, those in code left out."""
    codes = [(code.start, code.end) for block in blocks for code in block.codes]
    return [
        match
        for match in STRUCK.finditer(document.raw, blocks[0].start, blocks[-1].end)
        if not any(start < match.end() and match.start() < end for start, end in codes)
    ]


def _is_read(match: re.Match[bytes]) -> bool:
    """Whether the first mark opens and the second closes."""
    raw, (start, end) = match.string, match.span()
    before, first = _letter(raw[max(0, start - SIDE) : start], -1), _letter(raw[start + 2 : start + 2 + SIDE], 0)
    last, after = _letter(raw[max(0, end - 2 - SIDE) : end - 2], -1), _letter(raw[end : end + SIDE], 0)
    return (not _is_sign(first) or not _is_word(before)) and (not _is_sign(last) or not _is_word(after))


def _letter(raw: bytes, place: int) -> str:
    text = raw.decode("utf-8", "ignore")
    return text[place] if text else " "


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _is_word(letter: str) -> bool:
    return not letter.isspace() and not _is_sign(letter)
