"""Whether two pieces of code are one program, as far as its words tell.

The names of a program's parts are in all code that shows it. So what two pieces have in common tells that one became the
other only where few pieces hold it, or where it is most of both.
"""

from __future__ import annotations

from collections import Counter

from facingpages.document import Block, Document
from facingpages.late import late

RARE = 3  # pieces of a page, at most, that hold what tells two of them apart
ALIKE, MOSTLY = 0.5, 0.75  # of the words of the shorter or the longer piece, of the longer one
TOKEN = late(r"\w{2,}")


class Programs:
    """The code of two pages."""

    def __init__(self, source: Document, target: Document) -> None:
        self.there, self.here = (
            Counter(word for block in page.blocks if block.kind == "code" for word in _words(block))
            for page in (source, target)
        )

    def are_one(self, a: Block, b: Block) -> bool:
        """Whether two pieces share a word that few pieces hold, and half of those of the shorter one; or most of all."""
        one, two = _words(a), _words(b)
        shared = one & two
        if len(shared) < ALIKE * min(len(one), len(two)) or not shared:
            return False
        return len(shared) >= MOSTLY * max(len(one), len(two)) or any(
            max(self.there[word], self.here[word]) <= RARE for word in shared
        )


def are_alike(a: Block, b: Block) -> bool:
    """Whether two pieces hold half of the words of the longer one: one may be what became of the other."""
    one, two = _words(a), _words(b)
    return len(one & two) >= ALIKE * max(len(one), len(two)) > 0


def _words(block: Block) -> set[str]:
    return set(TOKEN.findall(block.text))
