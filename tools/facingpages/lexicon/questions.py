"""What rules ask of a lexicon."""

from __future__ import annotations

from math import log
from typing import Any

from facingpages.lexicon.asked import question
from facingpages.lexicon.meaning import Meaning, known_words, share_rendered, share_said, vouched
from facingpages.lexicon.tokens import word_set
from facingpages.lexicon.words import UNIT, Lexicon

# How much more two texts must vouch crosswise than straight (logarithms). Neighbours that did not change places reach 8
# on one of thousands of published pages; links of other blocks are more to choose from, each of which may reach it by
# chance: so it takes the logarithm of their number more, and no more than `ACROSS`.
NEIGHBOURS, ACROSS = 8 * UNIT, 12 * UNIT
FEW, MOST = 60, 600  # links of a page that render not all, and others, that are compared with each other
RENDERED = 0.9  # of a text's words: where so many are rendered, it is not asked whether another one fits better
KNOWN, LITTLE = 4, 0.5  # words of a text at least, and of how many of them a rendering stands where all of it may
FEWEST, PARTLY = 3, 0.6  # words of two texts at least, and how many of them are rendered, where one may be the other


@question
def may_render(lexicon: Lexicon, source: str, target: str) -> bool:
    """Whether a text may be another one's in other words: most of what either says is rendered, and no more speaks
    against it than for it."""
    meaning = Meaning(lexicon)
    one, two = meaning.source(source), meaning.target(target)
    if min(len(one.words), len(two.words)) < FEWEST:
        return False
    return min(share_rendered(one, two), share_rendered(two, one)) >= PARTLY and vouched(one, two) > 0


@question
def says_little(lexicon: Lexicon, source: str, around: str) -> bool:
    """Whether a text renders so few of the words of another one, of those that are known, that it does not hold it."""
    known = known_words(lexicon, source)
    return len(known) >= KNOWN and share_said(known, word_set(around)) < LITTLE


@question
def likelier(lexicon: Lexicon, one: str, other: str, target: str) -> int:
    """Which of two texts another one renders mostly, if but one: 1 for the first, -1 for the second, else 0."""
    said = word_set(target)
    first, second = (share_said(known_words(lexicon, text), said) for text in (one, other))
    return (first >= PARTLY > second) - (second >= PARTLY > first)


@question
def mostly_rendered(lexicon: Lexicon, source: str, target: str) -> bool:
    """Whether a text renders a source's text, as far as its words are known."""
    known = known_words(lexicon, source)
    return bool(known) and (len(known) - sum(map(word_set(target).isdisjoint, known))) / len(known) >= RENDERED


@question
def crossed(lexicon: Lexicon, one: str, its: str, other: str, others: str, least: int) -> int:
    """How much more two texts and those beside them vouch for each other when they are exchanged; 0: not so much.

    A logarithm in thousandths, as `vouched` has it.
    """
    a, b, x, y = known_words(lexicon, one), known_words(lexicon, other), word_set(its), word_set(others)
    if share_said(a, x) + share_said(b, y) > share_said(a, y) + share_said(b, x):  # quickly seen, and the end of it
        return 0
    value = _more_crosswise(Meaning(lexicon), one, its, other, others)
    return value if value > least else 0


@question
def not_rendered(lexicon: Lexicon, *texts: str) -> list[int]:
    """Of texts of the source, each with its own, the numbers of those that do not render it mostly."""
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return [
        number for number, (old, new) in enumerate(pairs)
        if share_said(known_words(lexicon, old), word_set(new)) < RENDERED
    ]  # fmt: skip


@question
def swapped_neighbours(lexicon: Lexicon, *blocks: int | str) -> list[int]:
    """Of blocks in their order, the numbers of those whose texts say that they changed places with the next.

    `blocks`: of each whether it may have done so with the one before, the source's text, and its own. One block does so
    once. One of two does not render all of its source.
    """
    told: list[tuple[Any, Any, Any]] = list(zip(blocks[::3], blocks[1::3], blocks[2::3], strict=True))
    known, there = [known_words(lexicon, old) for _, old, _ in told], [word_set(new) for *_, new in told]
    own = [share_said(one, its) for one, its in zip(known, there, strict=True)]
    meaning = Meaning(lexicon)
    found: list[int] = []
    for at, (joined, b, y) in enumerate(told):
        one = at - 1
        if not joined or (own[at] >= RENDERED and own[one] >= RENDERED) or (found and found[-1] == one - 1):
            continue
        _, a, x = told[one]
        if (
            a == b
            or x == y
            or own[one] + own[at] > share_said(known[one], there[at]) + share_said(known[at], there[one])
        ):
            continue
        if _more_crosswise(meaning, a, x, b, y) > NEIGHBOURS:
            found.append(one)
    return found


@question
def exchanged(lexicon: Lexicon, *links: int | str) -> list[list[int]]:
    """Links whose texts say that each carries the other's target, by two numbers in the order in which they are given.

    `links`: of each the number of its block, the source's text, and its own. One of two does not render all of its
    source; the other may, and more: who searches a log reads of searching it for something.
    """
    told: list[tuple[Any, Any, Any]] = list(zip(links[::3], links[1::3], links[2::3], strict=True))[:MOST]
    known, there = [known_words(lexicon, old) for _, old, _ in told], [word_set(new) for *_, new in told]
    own = [share_said(one, its) for one, its in zip(known, there, strict=True)]
    meaning = Meaning(lexicon)
    across = min(ACROSS, NEIGHBOURS + round(UNIT * log(max(1, len(told) - 1))))
    values: list[tuple[int, int, int]] = []
    for one in [number for number, share in enumerate(own) if share < RENDERED][:FEW]:
        block, a, x = told[one]
        for other, (others, b, y) in enumerate(told):
            if a == b or x == y or other == one:
                continue
            straight, crosswise = own[one] + own[other], share_said(known[one], there[other])
            if straight > crosswise + 1.0 or straight > crosswise + share_said(known[other], there[one]):
                continue
            value = _more_crosswise(meaning, a, x, b, y)
            if value > (NEIGHBOURS if block == others else across):
                values.append((-value, min(one, other), max(one, other)))
    found: list[list[int]] = []
    taken: set[int] = set()
    for _, one, other in sorted(values):
        if taken.isdisjoint((one, other)):
            taken |= {one, other}
            found.append([one, other])
    return sorted(found)


def _more_crosswise(meaning: Meaning, one: str, its: str, other: str, others: str) -> int:
    a, b, x, y = meaning.source(one), meaning.source(other), meaning.target(its), meaning.target(others)
    return vouched(a, y) + vouched(b, x) - vouched(a, x) - vouched(b, y)
