"""What is sure to be missing from a translation that fell behind its source.

Where two pages differ at one or two places, a block without counterpart is one that was lost. Where they differ at many,
the source was rewritten since: a paragraph may have been joined with its neighbour, a list told as a table, a heading put
into words, and what is left over on either side is left over for want of better. So there a lone text is said to be missing
as an error only if something bears witness: a thing that no translator changes and that would have to be on the page, if
the text were; or words of which those around its place render few. Several in a row, with nothing new in between, and
what is made of more than words - sections, code, callouts, pictures - need none.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import chain

from facingpages.align import Bead
from facingpages.align.features import ONE_NAME, keys
from facingpages.document import Block, Document
from facingpages.finding import Severity
from facingpages.lexicon import says_little
from facingpages.rules.old import fell_behind
from facingpages.rules.rule import ERROR, INFO, WARNING
from facingpages.rules.turned import AskedPair, perhaps
from facingpages.rules.units import Unit

ROW = 3  # texts without counterpart one behind the other that are not merely told otherwise
SIGHT = 30  # beads before and behind it in which such are counted
AROUND = 6  # beads before and behind a lost block, in which it may be told in other words
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
    if lost and severity is ERROR and fell_behind(pair) and not _is_gone(pair, lost):
        return WARNING, None
    return severity, None


def _is_gone(pair: AskedPair, unit: Unit) -> bool:
    """Whether what is said to be missing is plainly on the page nowhere."""
    if unit.kind not in LONE or len(unit.blocks) > 1 or unit.blocks[0].kind not in TEXTS:
        return True
    block = unit.blocks[0]
    return _is_in_row(pair.beads, unit.position) or bool(_named(pair, block)) or _is_unsaid(pair, unit.position, block)


def _is_in_row(beads: Sequence[Bead], at: int) -> bool:
    """Whether several texts are lost here, one behind the other, and nothing stands in their place."""
    texts = 0
    for way in (range(at, max(at - SIGHT, -1), -1), range(at + 1, min(at + SIGHT, len(beads)))):
        for bead in map(beads.__getitem__, way):
            if bead.target:
                if not bead.source:
                    return False
                break
            texts += any(block.text for block in bead.source)
    return texts >= ROW


def _named(pair: AskedPair, block: Block) -> Set[str]:
    """What a block holds that no translator changes, and that stands nowhere in the translation."""
    here: Set[str] | None = pair.memo.get(_named)
    if here is None:
        here = pair.memo[_named] = frozenset(chain.from_iterable(map(keys, pair.target.blocks)))
    return {key for key in keys(block) - here if _tells(key, pair.target)}


def _tells(key: str, page: Document) -> bool:
    """Whether something that a page lacks would have to be on it: not a number of two digits, nor a code of words."""
    if key[0] == "n":
        return len(key) > LONG
    if key[0] == "c":
        return ONE_NAME.fullmatch(key[1:]) is not None and key[1:].encode() not in page.raw
    return len(key) > 1 and key[:2] not in ("l", "l#")


def _is_unsaid(pair: AskedPair, at: int, block: Block) -> bool:
    """Whether the texts around the place of a lost block say little of it, as far as its words are known."""
    if pair.lexicon is None:
        return False
    around = pair.beads[max(at - AROUND, 0) : at + AROUND + 1]
    return says_little(pair.lexicon, block.text, " ".join(one.text for bead in around for one in bead.target))
