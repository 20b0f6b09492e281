"""Components that stand in one place and are two: one was lost, and the other is new."""

from __future__ import annotations

from facingpages.align import Bead
from facingpages.document import Block, Document
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.base import Pair
from facingpages.rules.callout import written_as

CLOSES = late(r"(?:\{\{[<%]\s*/|</|\{%-?\s*end)\s*([\w./:-]*)")
OPENS = late(r"(?:\{\{[<%]|<|\{%-?|:{3,}(?:\s*\{)?)\s*+([\w./:-]+)")
ALIKE = 0.6  # of the letters of two names, one of which is a slip or the other's translation
PART = late(r"[A-Z]?[a-z]+|[A-Z]{2,}|\d+")
VALUE = late(r"[^\s\"'`=<>{}%()\[\]]*[\d./_-][^\s\"'`=<>{}%()\[\]]*")  # of an argument that a program reads
ARGUMENT = late(r"=\s*\{?[\"']([^\"'\n]+)[\"']")
SHORTEST = 3  # letters of a part of a name that two have in common


def are_two(pair: Pair, bead: Bead, a: Block, b: Block) -> bool:
    """Whether two components have nothing to do with each other, so that neither is the other, changed.

    Two that are called the same and are told nothing of the same are, where the pair is in doubt.

    One that begins or ends something is none that does not, unless they are called alike. Two of one kind whose names
    and arguments have nothing in common are one only where what stands within them, or on both sides, is the same.
    """
    if not {span.text for span in a.directives}.isdisjoint(span.text for span in b.directives):
        return False
    old, new = written_as(a), written_as(b)
    one, other = _name(old), _name(new)
    if one and one == other:
        return not pair.vouches(bead) and _are_told_otherwise(a, b)
    if not one or not other or _are_related(old, new):
        return False
    shapes = _shape(pair.source, old, one), _shape(pair.target, new, other)
    if shapes[0] != shapes[1]:
        return True
    if _are_called_alike(one, other):
        return False
    sides = {"opens": (1,), "closes": (-1,)}.get(shapes[0], (-1, 1))
    return not any(are_facing(pair, a, b, side) for side in sides)


def are_facing(pair: Pair, a: Block, b: Block, side: int) -> bool:
    """Whether the blocks next to two, before (-1) or behind (1), are each other's counterpart, or there is none."""
    first, second = a.index + side, b.index + side
    ends = not 0 <= first < len(pair.source.blocks), not 0 <= second < len(pair.target.blocks)
    if any(ends):
        return all(ends)
    if "facing" not in pair.memo:
        beads = ((bead.source, bead.target) for bead in pair.aligned)
        pair.memo["facing"] = {(id(one), id(other)) for s, t in beads for one in s for other in t}
    return (id(pair.source.blocks[first]), id(pair.target.blocks[second])) in pair.memo["facing"]


def _are_told_otherwise(a: Block, b: Block) -> bool:
    """Whether two components have arguments, in plain Latin letters, and none of the same value."""
    old, new = (set(ARGUMENT.findall(written_as(block))) for block in (a, b))
    return bool(old) and bool(new) and old.isdisjoint(new) and all(value.isascii() for value in new)


def _name(text: str) -> str:
    """What a shortcode, tag or component is called; nothing where it is written otherwise."""
    match = CLOSES.match(text) or OPENS.match(text)
    if match is None:
        return text.lower() if text.isalpha() else ""  # `tip`, of `:::tip`
    return match[1].strip("/").lower()


def _shape(page: Document, text: str, name: str) -> str:
    if CLOSES.match(text):
        return "closes"
    closed: frozenset[str] | None = page.memo.get("closed")
    if closed is None:
        ends = (CLOSES.match(span.text) for block in page.blocks for span in block.directives)
        closed = page.memo["closed"] = frozenset(match[1].strip("/").lower() for match in ends if match is not None)
    return "opens" if name in closed else "stands"


def _are_called_alike(one: str, other: str) -> bool:
    """Whether two names have a part in common, or are written nearly alike."""
    parts = [{part for part in PART.findall(name) if len(part) >= SHORTEST} for name in (one, other)]
    return not parts[0].isdisjoint(parts[1]) or resemblance(one, other) >= ALIKE


def _are_related(old: str, new: str) -> bool:
    """Whether an address, file or id stands in both."""
    here, there = ({value.strip("./-_") for value in VALUE.findall(text)} for text in (old, new))
    return any(len(value) >= SHORTEST for value in here & there)
