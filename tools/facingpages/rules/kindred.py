"""Whether two texts may be one in two languages by what little they show: the number of a step, names and cognates."""

from __future__ import annotations

from facingpages.align.features import words
from facingpages.document import Block
from facingpages.late import late

HALF, QUARTER = 0.5, 0.25  # of the names and cognates of the shorter text, and of the longer one
NUMBERED = late(r"\W{0,3}(\d{1,3})[.):\uff0e\uff09\uff1a\u3001]")


def is_number(block: Block, other: Block) -> bool:
    """Whether a text begins with the number of a step, as a list does whose marks are none: `3:Text`."""
    number = NUMBERED.match(other.text) if block.marker is not None and block.marker.ordered else None
    return (
        number is not None
        and other.marker is None
        and block.marker is not None
        and (int(number[1]) == block.marker.number)
    )


def are_cognate(block: Block, other: Block) -> bool:
    """Whether two texts share half of the names and cognates of the shorter one, and a quarter of the longer one's."""
    one, two = words(block), words(other)
    shared = {word for word in one & two if not word.isdecimal()}
    few, many = sorted((len(one), len(two)))
    return len(shared) > 1 and len(shared) >= HALF * few and len(shared) >= QUARTER * many
