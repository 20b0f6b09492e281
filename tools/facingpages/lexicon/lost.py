"""Which sentences of a text the other one does not render: the two laid beside each other, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from facingpages.late import late
from facingpages.lexicon.asked import question_of_places
from facingpages.lexicon.meaning import Meaning, Said, vouched
from facingpages.lexicon.words import UNIT, Lexicon

# How many sentences of the source may stand in how many of the translation; what is left of the source is lost.
TOGETHER = ((1, 1), (2, 1), (1, 2), (3, 1))
PRIOR = UNIT  # what speaks against a loss before a word is looked at
PLAINLY = 3 * UNIT  # how much better (logarithms) all fits if a sentence is lost than if it is rendered somewhere
CLAUSE = late(r"[\u3001\uff0c\uff1b]")
MANY = 40  # sentences of a text, at most, that is looked at
NEVER = -(1 << 60)

Worth = Callable[[int, int, int, int], int]
Chain = tuple[int, tuple[tuple[int, int], ...]]  # what it is worth, and what is lost, each with what follows it


@question_of_places
def lost_sentences(lexicon: Lexicon, source: str, target: str) -> Sequence[Sequence[int]]:
    """The sentences of the source that are plainly not rendered, by number, the surest first.

    Each with the number of the translation's sentence before which it should stand.

    Both texts hold a sentence a line; a sentence of the translation renders some of the source, all in their order. One
    that a part of a sentence plainly renders is not lost: languages join with a comma what others part with a stop.
    """
    there, here = source.split("\n"), target.split("\n")
    if len(there) > MANY:
        return []
    meaning = Meaning(lexicon)

    def said(side: Callable[[str], Said], texts: Sequence[str]) -> Callable[[int, int], Said]:
        return lru_cache(maxsize=None)(lambda first, last: side(" ".join(texts[first:last])))

    of_source, of_target = said(meaning.source, there), said(meaning.target, here)
    worth = lru_cache(maxsize=None)(lambda a, b, x, y: vouched(of_source(a, b), of_target(x, y)))
    size = len(there), len(here)
    best, lost = _chain(worth, *size, kept=None)
    found = [(best - _chain(worth, *size, kept=one)[0], one, place) for one, place in lost]
    found = [(better, one, place) for better, one, place in found if better > PLAINLY]
    joined = {_renders(there, of_source, meaning.target(part)) for part in _parts(here)} if found else set()
    return [[one, place] for _, one, place in sorted(found, reverse=True) if one not in joined]


def _parts(texts: Sequence[str]) -> list[str]:
    """What stands between commas of a script that joins with them what others part with a stop."""
    return [part for text in texts if len(parts := CLAUSE.split(text)) > 1 for part in parts if part]


def _renders(there: Sequence[str], of_source: Callable[[int, int], Said], said: Said) -> int:
    """The number of the sentence that a part of one plainly renders, more than any other; -1: there is none."""
    value, one = max((vouched(of_source(one, one + 1), said), one) for one in range(len(there)))
    return one if value > PLAINLY else -1


def _chain(worth: Worth, s: int, t: int, kept: int | None) -> Chain:
    """How `s` sentences are laid best beside `t` others, where some may be lost, but not the one that is `kept`."""
    rows: list[list[Chain]] = []
    for a in range(s + 1):
        row: list[Chain] = []
        rows.append(row)
        for x in range(t + 1):
            best: Chain = (0, ()) if a == x == 0 else (NEVER, ())
            for m, n in TOGETHER:
                if m <= a and n <= x:
                    before, lost = rows[a - m][x - n]
                    if before > NEVER and (value := before + worth(a - m, a, x - n, x)) > best[0]:
                        best = value, lost
            if a and a - 1 != kept:
                before, lost = rows[a - 1][x]
                if before - PRIOR > best[0]:
                    best = before - PRIOR, (*lost, (a - 1, x))
            row.append(best)
    return rows[s][t]
