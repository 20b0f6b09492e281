"""What rules ask of a lexicon."""

from __future__ import annotations

from facingpages.lexicon.asked import question
from facingpages.lexicon.meaning import Meaning, renders, vouched
from facingpages.lexicon.words import UNIT, Lexicon

# How much more two texts must vouch crosswise than straight (logarithms). Neighbours that did not change places reach 8
# on one of thousands of published pages; links of other blocks are many more to choose from.
NEIGHBOURS, ACROSS = 8 * UNIT, 12 * UNIT
RENDERED = 0.9  # of a text's words: where so many are rendered, it is not asked whether another one fits better


@question
def mostly_rendered(lexicon: Lexicon, source: str, target: str) -> bool:
    """Whether a text renders a source's text, as far as its words are known."""
    return renders(lexicon, source, target) >= RENDERED


@question
def crossed(lexicon: Lexicon, one: str, its: str, other: str, others: str, least: int) -> int:
    """How much more two texts and those beside them vouch for each other when they are exchanged; 0: not so much.

    A logarithm in thousandths, as `vouched` has it.
    """
    straight = renders(lexicon, one, its) + renders(lexicon, other, others)
    if straight > renders(lexicon, one, others) + renders(lexicon, other, its):  # quickly seen, and the end of it
        return 0
    meaning = Meaning(lexicon, (one, other), (its, others))
    a, b, x, y = meaning.source(one), meaning.source(other), meaning.target(its), meaning.target(others)
    value = vouched(a, y) + vouched(b, x) - vouched(a, x) - vouched(b, y)
    return value if value > least else 0
