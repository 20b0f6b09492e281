"""What is sure to be missing from a translation that fell behind its source.

Where two pages differ at one or two places, a block without counterpart is one that was lost. Where they differ at many,
the source was rewritten since: a paragraph may have been joined with its neighbour, a list told as a table, a heading put
into words, and what is left over on either side is left over for want of better. So there a lone text is said to be missing
as an error only if something bears witness: a thing that no translator changes and that would have to be on the page, if
the text were; or words of which those around its place render few. Several in a row, with nothing new in between, and
what is made of more than words - sections, code, pictures - need none. A callout may be set in a form that is no callout
to us, in a shortcode or component beside it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import chain

from facingpages.align import Bead
from facingpages.align.features import ONE_NAME, keys
from facingpages.align.framed import set_in
from facingpages.document import Block, Document
from facingpages.finding import Severity
from facingpages.lexicon import says_little
from facingpages.rules.old import fell_behind
from facingpages.rules.rule import ERROR, INFO, WARNING
from facingpages.rules.turned import AskedPair, perhaps
from facingpages.rules.units import Unit

ROW = 3  # texts without counterpart one behind the other that are not merely told otherwise
AROUND = 6  # beads before and behind a lost block, in which it may be told in other words
SIGHT = 30  # beads before and behind one in which it is looked for such, and for what stands in their place
LOOKED = 300  # codes that are looked for in the whole page
LONG = 3  # digits of a number that stands for nothing else
TEXTS = frozenset(("paragraph", "html", "term", "heading", "row"))
LONE = frozenset(("block", "heading", "item", "row", "step"))  # units that may be but words


def as_sure(
    pair: AskedPair, severity: Severity, lost: Unit | None, new: Unit | None
) -> tuple[Severity, tuple[Document, Block] | None]:
    """How sure it is that something has no counterpart, no surer than is said; and what may be its counterpart."""
    found = perhaps(pair, lost, new)
    if found is not None:
        return INFO, found
    if new and new.blocks[0].index in own(pair):  # one locale's own on purpose
        return INFO, None
    if lost and severity is ERROR and fell_behind(pair) and not _is_gone(pair, lost):
        return WARNING, None
    return severity, None


def own(pair: AskedPair) -> Set[int]:
    """Which blocks were set in between two comments that the source has not."""
    if not pair.target.comments:
        return frozenset()
    here: Set[int] | None = pair.memo.get(own)
    if here is None:
        here = pair.memo[own] = set_in(pair.target, pair.source)
    return here


def _is_gone(pair: AskedPair, unit: Unit) -> bool:
    """Whether what is said to be missing is plainly on the page nowhere."""
    if unit.kind == "callout":
        return not any(block.directives for bead in _row(pair.beads, unit.position) for block in bead.target)
    if unit.kind not in LONE or len(unit.blocks) > 1 or unit.blocks[0].kind not in TEXTS:
        return True
    block = unit.blocks[0]
    return _is_in_row(pair.beads, unit.position) or bool(_named(pair, block)) or _is_unsaid(pair, unit.position, block)


def _is_in_row(beads: Sequence[Bead], at: int) -> bool:
    """Whether several texts are lost here, one behind the other, and nothing stands in their place."""
    row = _row(beads, at)
    return sum(1 for bead in row if any(block.text for block in bead.source)) >= ROW and not any(b.target for b in row)


def _row(beads: Sequence[Bead], at: int) -> Sequence[Bead]:
    """Those without counterpart around a place, on either side, to the next pairs, so far as it matters."""
    low, high = at, at
    while low > max(at - SIGHT, 0) and not (beads[low - 1].source and beads[low - 1].target):
        low -= 1
    while high + 1 < min(at + SIGHT, len(beads)) and not (beads[high + 1].source and beads[high + 1].target):
        high += 1
    return beads[low : high + 1]


def _named(pair: AskedPair, block: Block) -> Set[str]:
    """What a block holds that no translator changes, and that stands nowhere in the translation."""
    here: Set[str] | None = pair.memo.get(_named)
    if here is None:
        here = pair.memo[_named] = frozenset(chain.from_iterable(map(keys, pair.target.blocks)))
    return {key for key in keys(block) - here if _tells(key) and not (key[0] == "c" and _is_shown(pair, key[1:]))}


def _tells(key: str) -> bool:
    """Whether something that a page lacks would have to be on it: not a number of two digits, nor a code of words."""
    if key[0] == "n":
        return len(key) > LONG
    if key[0] == "c":
        return ONE_NAME.fullmatch(key[1:]) is not None
    return len(key) > 1 and key[:2] != "l#"


def _is_shown(pair: AskedPair, code: str) -> bool:
    """Whether a code stands in the translation as something else, as a part of code that is shown; so do all of too many."""
    looked = pair.memo[_is_shown] = pair.memo.get(_is_shown, 0) + 1
    return looked > LOOKED or code.encode() in pair.target.raw


def _is_unsaid(pair: AskedPair, at: int, block: Block) -> bool:
    """Whether the texts around the place of a lost block say little of it, as far as its words are known."""
    if pair.lexicon is None:
        return False
    around = pair.beads[max(at - AROUND, 0) : at + AROUND + 1]
    return says_little(pair.lexicon, block.text, " ".join(one.text for bead in around for one in bead.target))
