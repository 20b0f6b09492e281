"""Which words of two texts vouch for each other, for people to read."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.lexicon.tokens import spans
from facingpages.lexicon.words import RENDERS, Lexicon, Table
from facingpages.tuples import NamedTuple


class ToldWords(NamedTuple):
    """Words as they stand in two texts: those that render each other, the likeliest first, and other known ones."""

    pairs: Sequence[tuple[str, str]]
    lost: Sequence[str]
    new: Sequence[str]


def told_words(lexicon: Lexicon, source: str, target: str) -> ToldWords:
    """What a lexicon says of the words of two texts. Each word stands in one pair at most."""
    there, here = _written(source), _written(target)
    found = [
        (value, one, other) for one in there for other in here if (value := _likely(lexicon, one, other)) >= RENDERS
    ]
    pairs: list[tuple[str, str]] = []
    taken: tuple[set[str], set[str]] = set(), set()
    for _, one, other in sorted(found, key=lambda item: (-item[0], item[1], item[2])):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((there[one], here[other]))
    rendered = {one for _, one, _ in found}, {other for _, _, other in found}
    return ToldWords(
        pairs, _known(lexicon.forward, there, rendered[0]), _known(lexicon.backward, here, rendered[1])
    )  # fmt: skip


def _written(text: str) -> dict[str, str]:
    """The words of a text, as they first stand there, by what counts of them."""
    found: dict[str, str] = {}
    for word, start, end in spans(text):
        found.setdefault(word, text[start:end])
    return found


def _likely(lexicon: Lexicon, one: str, other: str) -> int:
    said = lexicon.forward.renderings.get(one, {}).get(other, 0)
    back = lexicon.backward.renderings.get(other, {}).get(one, 0)
    return max(said, back, RENDERS if one == other else 0)


def _known(table: Table, written: dict[str, str], rendered: set[str]) -> list[str]:
    return [as_written for word, as_written in written.items() if word in table.renderings and word not in rendered]
