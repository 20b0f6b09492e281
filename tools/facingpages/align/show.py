"""`facingpages align`: the alignment of two pages, for eyes and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facingpages.align import Bead, Vouching, align
from facingpages.align.why import block_at, kind_of, why
from facingpages.config import SetupError, unread
from facingpages.document import Block, DialectName, Document
from facingpages.lexicon import Lexicon
from facingpages.read import read_page
from facingpages.safe import to_json
from facingpages.site.opener import read_named


def show(source: Path, target: Path, dialect: DialectName, form: str, lexicon: Vouching = None) -> str:
    """The alignment of two files as text or JSON; a lexicon is asked as `align` does.

    Raises SetupError when one can't be read.
    """
    documents = [_read(path, dialect) for path in (source, target)]
    beads = align(documents[0], documents[1], lexicon)
    if form == "json":
        pairs = [pair for bead in beads for pair in _pairs(documents[0], documents[1], bead)]
        return to_json({"version": 1, "pairs": pairs}) + "\n"
    return "".join(_line(documents[0], documents[1], bead) for bead in beads)


def explain(
    source: Path, target: Path, dialect: DialectName, place: tuple[int, int], lexicon: Lexicon | None, told: str
) -> str:  # fmt: skip
    """Why the block on a line of one of two files (0: the source, 1: the translation) is where it is.

    `told` says what the lexicon was learnt from, or why there is none. Raises SetupError.
    """
    documents = _read(source, dialect), _read(target, dialect)
    side, line = place
    block = block_at(documents[side], line)
    if block is None:
        raise SetupError(f"--why: nothing begins at or before line {line} of {documents[side].path}.")
    return why(documents, align(*documents, lexicon), block, lexicon, told)


def _read(path: Path, dialect: DialectName) -> Document:
    try:
        return read_page(read_named(path), path=str(path), dialect=dialect)
    except OSError as error:
        raise unread(path, error) from None


def _pairs(source: Document, target: Document, bead: Bead) -> Iterator[dict[str, Any]]:
    score = round(min(1.0, max(0.0, (bead.score + 1) / 4)), 3) if bead.score != 1.0 else 1.0
    for a in bead.source or (None,):
        for b in bead.target or (None,):
            yield {
                "source": _entry(source, a) if a is not None else None,
                "target": _entry(target, b) if b is not None else None,
                "score": score if a is not None and b is not None else 0.0,
            }


def _entry(document: Document, block: Block) -> dict[str, Any]:
    place = document.place(block.start, max(block.start, len(document.raw[: block.end].rstrip())))
    return {
        "line": place.line,
        "end_line": place.end_line,
        "type": kind_of(block),
        "text": block.text.replace("\ufffc", "…"),
    }


def _line(source: Document, target: Document, bead: Bead) -> str:
    left = " + ".join(_brief(source, block) for block in bead.source) or "-"
    right = " + ".join(_brief(target, block) for block in bead.target) or "-"
    mark = "~" if bead.moved else "=" if bead.source and bead.target else "<" if bead.source else ">"
    return f"{left:<60} {mark} {right}\n"


def _brief(document: Document, block: Block) -> str:
    text = " ".join(block.text.replace("\ufffc", "…").split())
    if len(text) > 40:
        text = text[:39] + "…"
    return (
        f"{document.place(block.start).line} {kind_of(block)} {text!r}"
        if text
        else f"{document.place(block.start).line} {kind_of(block)}"
    )
