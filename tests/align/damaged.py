"""Small pages of ours, damaged at random but always in the same way, and what the aligner pairs in them.

`python -m tests.align.damaged` writes `beads.json` anew and says how many pairs are right, before and after: read the
difference before you commit it. What a page was before it was damaged tells which pairs are right. Those of pages
that are made up (`made`) are written, too, and not judged.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.align import made

from facingpages.align import align
from facingpages.document import DialectName, Document
from facingpages.read import read_page

SITES = Path(__file__).parents[1] / "accuracy/sites"
BEADS = Path(__file__).parent / "beads.json"
PAGES: tuple[tuple[str, DialectName], ...] = (
    ("hugo/content/{}/news.md", "hugo"),
    ("learn/{}/assign-licenses.md", "learn"),
    ("learn/{}/plan-licenses.md", "learn"),
    ("mkdocs/docs/{}/guide.md", "mkdocs"),
)
LOCALES = ("lv", "bg", "sv")
TIMES = 10
"""How often each page is damaged, each time a little more."""

Pieces = list[tuple[int, bytes]]
"""A page taken apart: the source block that a piece renders, and its bytes with what follows it."""


def cases() -> Iterator[tuple[str, Document, Document, dict[int, set[int]]]]:
    """A name, the source, the damaged translation, and for each of its blocks the source blocks that it renders."""
    for locale in LOCALES:
        for page, dialect in PAGES:
            source, whole = (_read(SITES / page.format(code), dialect) for code in ("en", locale))
            for times in range(1, TIMES + 1):
                name = f"{page.format(locale)} {times}"
                pieces = _damaged(_pieces(whole), random.Random(name), times)
                target = read_page(b"".join(raw for _, raw in pieces), dialect, path=page)
                yield name, source, target, _truth(pieces, target)


def beads(source: Document, target: Document) -> str:
    """The beads as one line: numbers of blocks, source before target."""
    return " ".join(
        f"{'+'.join(str(b.index) for b in bead.source)}-{'+'.join(str(b.index) for b in bead.target)}"
        for bead in align(source, target)
    )


def right(said: str, truth: dict[int, set[int]]) -> tuple[int, int]:
    """How many of the blocks that were paired were paired right, and how many were paired."""
    good = paired = 0
    for bead in said.split():
        source, target = ({int(one) for one in side.split("+") if one} for side in bead.split("-"))
        if source:
            paired += len(target)
            good += sum(bool(truth.get(one, set()) & source) for one in target)
    return good, paired


def _read(path: Path, dialect: DialectName) -> Document:
    return read_page(path.read_bytes(), dialect, path=path.name)


def _pieces(whole: Document) -> Pieces:
    """Stretches between the beginnings of paragraphs and headings that stand by themselves."""
    starts = [
        (block.index, block.start)
        for block in whole.blocks
        if block.depth == 0 and block.kind in ("paragraph", "heading", "code") and block.marker is None
    ]
    ends = [start for _, start in starts[1:]] + [len(whole.raw)]
    return [(index, whole.raw[start:end]) for (index, start), end in zip(starts, ends, strict=True)]


def _damaged(pieces: Pieces, random_: random.Random, times: int) -> Pieces:
    """Pieces deleted, moved, exchanged with their neighbour, run together or shortened."""
    for _ in range(times):
        at = random_.randrange(1, len(pieces) - 1)
        index, raw = pieces[at]
        match random_.choice(("delete", "move", "exchange", "join", "shorten")):
            case "delete":
                del pieces[at]
            case "move":
                pieces.insert(random_.randrange(1, len(pieces)), pieces.pop(at))
            case "exchange":
                pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
            case "join" if not raw.startswith(b"#") and raw.count(b"\n\n") == 1:
                pieces[at] = (index, raw.rstrip(b"\n") + b" ")
            case "shorten" if raw.count(b"\n\n") == 1:
                pieces[at] = (index, raw[: len(raw) // 2].decode("utf-8", "ignore").encode().rstrip() + b"\n\n")
        if len(pieces) < 4:
            break
    return pieces


def _truth(pieces: Pieces, target: Document) -> dict[int, set[int]]:
    """For each block of the damaged page the source blocks that its bytes came from."""
    truth: dict[int, set[int]] = {}
    bounds: list[tuple[int, int, int]] = []
    at = 0
    for index, raw in pieces:
        bounds.append((at, at + len(raw), index))
        at += len(raw)
    for block in target.blocks:
        before = 0
        for low, high, index in bounds:
            if low <= block.start < high:
                before = sum(low <= other.start < block.start for other in target.blocks)
                truth.setdefault(block.index, set()).add(index + before)
            elif block.start < low < block.end:
                truth.setdefault(block.index, set()).add(index)
    return truth


def main() -> None:
    """Write what is paired, and say whether it is better than what was written before."""
    before: dict[str, str] = json.loads(BEADS.read_text("utf-8")) if BEADS.exists() else {}
    now, was = [0, 0], [0, 0]
    told: dict[str, str] = {}
    for name, source, target, truth in cases():
        told[name] = beads(source, target)
        for sums, said in ((now, told[name]), (was, before.get(name, ""))):
            good, paired = right(said, truth)
            sums[0] += good
            sums[1] += paired
    told.update((name, beads(source, target)) for name, source, target in made.cases())
    BEADS.write_text(json.dumps(told, indent=0) + "\n", "utf-8")
    sys.stdout.write(f"right: {now[0]} of {now[1]} paired; before: {was[0]} of {was[1]}\n")


if __name__ == "__main__":
    main()
