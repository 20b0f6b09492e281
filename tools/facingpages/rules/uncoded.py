"""Code that is text in a translation, for its fence lost its form: told there, with no fence or text that is left over."""

from __future__ import annotations

from facingpages.document import Block, Code
from facingpages.rules.base import Pair
from facingpages.rules.units import Unit
from facingpages.tuples import NamedTuple

NEAR = 2  # beads between where code should stand and its text
LEAST = 4  # letters of a line that tells code


class Uncoded(NamedTuple):
    """By the position of a unit of code that is missing, the block that holds it; the blocks that are told by that."""

    held: dict[int, Block]
    told: frozenset[int]


def uncoded(pair: Pair) -> Uncoded:
    """The blocks of code whose lines stand in a paragraph of the translation, or in code that never ends."""
    if "uncoded" not in pair.memo:
        pair.memo["uncoded"] = _uncoded(pair)
    found: Uncoded = pair.memo["uncoded"]
    return found


def _uncoded(pair: Pair) -> Uncoded:
    held: dict[int, Block] = {}
    for unit in pair.missing:
        block = _text_of(pair, unit) if unit.kind == "code" else None
        if block is not None:
            held[unit.position] = block
    texts = [block.index for block in held.values() if block.kind == "paragraph"]
    texts += [bead.target[0].index for bead in pair.aligned if bead.source[0].kind == "code" != bead.target[0].kind]
    behind = (block for at in texts for block in pair.target.blocks[at + 1 : at + 2])  # an end taken for a beginning
    told = {*texts, *(block.index for block in behind if isinstance(block, Code) and not block.closed)}
    return Uncoded(held, frozenset(told))


def _text_of(pair: Pair, unit: Unit) -> Block | None:
    """The block near a place that holds the first line of code that should stand there."""
    lines = (" ".join(line.split()) for line in unit.blocks[0].text.splitlines())
    first = next((line for line in lines if len(line) >= LEAST), "")
    near = pair.beads[max(0, unit.position - NEAR) : unit.position + len(unit.blocks) + NEAR]
    for block in (block for bead in near for block in bead.target) if first else ():
        swallowed = isinstance(block, Code) and not block.closed
        if block.kind == "paragraph" or swallowed:
            written = " ".join(pair.target.source_text(block.start, block.end).split())
            if first in written and not _is_inline(block, first, unit.blocks[0]):
                return block
    return None


def _is_inline(block: Block, line: str, code: Block) -> bool:
    """Whether a line of code is inline code here, as a translator may have it, and not what two backticks made of a fence."""
    info = code.info.split()[:1] if isinstance(code, Code) else []
    lines = [" ".join(one.split()) for one in code.text.splitlines() if one.strip()]
    return any(
        line in one.text
        and one.text.split()[:1] != info
        and not one.text.startswith("```")
        and (len(lines) < 2 or not all(other in one.text for other in lines))  # all of them: what a fence's became
        for one in block.codes
    )
