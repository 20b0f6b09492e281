"""Callouts whose head stands there and whose end is lost or damaged: told at the head, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facingpages.document import Block, Container
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten
from facingpages.rules.rule import Rule
from facingpages.rules.units import boxes

NEAR = 3  # blocks before the first one of a callout in which its head is looked for
LEFT = late(r"[:/\uff1a\uff0f\s]{1,8}")  # what is left of the mark that should end it


def unended(pair: Pair) -> Mapping[int, Container]:
    """The callouts of a source that never end in its translation, by the index of the block that is their head there."""
    if "unended" not in pair.memo:
        pair.memo["unended"] = _unended(pair)
    found: Mapping[int, Container] = pair.memo["unended"]
    return found


def is_rest(pair: Pair, block: Block) -> bool:
    """Whether a paragraph is but what is left of such an end."""
    if block.kind == "term" and block.index + 1 < len(pair.target.blocks):
        block = pair.target.blocks[block.index + 1]  # to our parser, but to few others, it is a definition
    return LEFT.fullmatch(block.text) is not None and bool(unended(pair))


def never_closed(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """What is told of them."""
    for index, box in unended(pair).items():
        head = pair.target.blocks[index]
        text = shorten(pair.target.source_text(head.start, head.end))
        yield pair.finding(rule, "open", at=head, origin=(box.start, box.start + 1), text=text)


def _unended(pair: Pair) -> dict[int, Container]:
    heads = {block.index: block for block in pair.target.blocks if block.kind == "directive" and not block.closed}
    found: dict[int, Container] = {}
    for bead in pair.aligned if heads else ():
        one = next(iter(boxes(bead.source[0], "callout")), None)
        if one is None or one in found.values() or boxes(bead.target[0], "callout"):
            continue
        first = bead.target[0].index
        for index in range(first - 1, max(first - NEAR, 0) - 1, -1):
            if index in heads and index not in found and heads[index].name.lower() == one.name.lower():
                found[index] = one
                break
    return found
