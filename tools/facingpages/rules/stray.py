"""Signs that are shown though none was meant to be: a backtick that opens no code, a bracket too many behind a link."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.rules.base import Pair, shorten
from facingpages.rules.rule import WARNING, Rule
from facingpages.rules.uncoded import uncoded

TICK = late(r"(?<!\w)`|`(?!\w)")  # between letters it is an apostrophe
OPENING, CLOSING = "(\uff08", ")\uff09"
AROUND = 12  # letters on either side that a message shows


def stray(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """The first such sign of each block, where its source shows none."""
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if len(bead.source) + len(bead.target) > 2 or b.kind in ("code", "directive", "html") or not _is_whole(a, b):
            continue
        at = _tick(a, b)
        at = at if at is not None else _bracket(pair, bead)
        if at is not None and b.index not in uncoded(pair).told:
            place = b.offset(at)
            shown = shorten(b.text[max(0, at - AROUND) : at + AROUND])
            yield pair.finding(rule, "stray", at=(place, place + 1), origin=a, bead=bead, severity=WARNING, here=shown)


def _tick(a: Block, b: Block) -> int | None:
    """Where a lone backtick stands in a text whose source shows none."""
    if "`" in a.text or b.text.count("`") != 1:
        return None
    match = TICK.search(b.text)
    return match.start() if match is not None else None


def _is_whole(a: Block, b: Block) -> bool:
    """Whether a block marks, links and shows as much as its source, and has the same code: else the sign is left of that."""
    if a.kind != b.kind or ("`" not in b.text and not b.links):
        return False
    one, two = (
        (len(side.strongs), len(side.emphases), len(side.links), len(side.images), sorted(c.text for c in side.codes))
        for side in (a, b)
    )
    return one == two


def _bracket(pair: Pair, bead: Bead) -> int | None:
    """Where a bracket closes right behind a link that none has opened."""
    a, b = bead.source[0], bead.target[0]
    if not b.links or not _is_odd(b.text) or _is_odd(a.text):
        return None
    ends = {link.end for link in b.links if pair.target.raw[link.end - 1 : link.end] == b")"}
    behind = (at for at, sign in enumerate(b.text) if sign in CLOSING and b.offset(at) in ends)
    return next(behind, None)


def _is_odd(text: str) -> bool:
    """Whether more brackets close in a text than open."""
    return sum(map(text.count, CLOSING)) > sum(map(text.count, OPENING))
