"""Callouts whose head stands there and whose end is lost or damaged: told at the head, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facingpages.align import Bead
from facingpages.document import Block, Container
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.rule import Rule
from facingpages.rules.units import boxes

NEAR = 3  # blocks before the first one of a callout in which its head is looked for
FAR = 200  # blocks before an end in which its beginning is looked for
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


def begun(pair: Pair, end: Block) -> Bead | None:
    """What an end of Microsoft Learn that was lost ends, `zone-end`, where the beginning stands here, too."""
    name, within = end.name.removesuffix("-end"), 0
    if name == end.name or end.name.startswith("/"):
        return None
    for block in reversed(pair.source.blocks[max(0, end.index - FAR) : end.index]):
        if block.kind == "directive" and block.name == end.name:
            within += 1
        elif block.kind == "directive" and block.name == name:
            if not within:
                return _beads(pair).get(block.index)
            within -= 1
    return None


def _beads(pair: Pair) -> Mapping[int, Bead]:
    """The beads of a pair's directives, by the index of that of the source."""
    if "directives" not in pair.memo:
        sides = ((bead.source[0], bead.target[0], bead) for bead in pair.aligned)
        pair.memo["directives"] = {a.index: bead for a, b, bead in sides if a.kind == b.kind == "directive"}
    found: Mapping[int, Bead] = pair.memo["directives"]
    return found


def never_closed(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """What is told of them."""
    for index, box in unended(pair).items():
        head = pair.target.blocks[index]
        text = shorten(pair.target.source_text(head.start, head.end))
        yield pair.finding(rule, "open", at=head, origin=(box.start, box.start + 1), text=text)
    blocks = Blocks(pair)
    for unit in pair.missing:
        if unit.kind == "directive" and (bead := begun(pair, unit.blocks[0])) is not None:
            head = bead.target[0]
            text = shorten(pair.target.source_text(*pair.target.line_span(head.start)).strip())
            yield pair.finding(
                rule, "open", at=head, origin=unit.blocks[0], bead=bead, text=text, fix=blocks.put_in(unit)
            )


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
