"""Whether two pieces of code are one program, as far as its words tell.

The names of a program's parts are in all code that shows it. So what two pieces have in common tells that one became the
other only where few pieces hold it, or where it is most of both.
"""

from __future__ import annotations

from collections import Counter

from facingpages.document import Block, Document
from facingpages.late import late

RARE = 3  # pieces of a page, at most, that hold what tells two of them apart
ALIKE, MOSTLY, MOST = 0.5, 0.75, 0.9  # of the words of the shorter or the longer piece, of the longer one
MANY = 200  # pieces of a page with each of which one that moved is compared
TOKEN = late(r"\w{2,}")


class Programs:
    """The code of two pages."""

    def __init__(self, source: Document, target: Document) -> None:
        self.there, self.here = (
            Counter(word for block in page.blocks if block.kind == "code" for word in _words(block))
            for page in (source, target)
        )
        self.pieces = [_words(block) for block in source.blocks if block.kind == "code"]

    def are_one(self, a: Block, b: Block) -> bool:
        """Whether two pieces share a word that few pieces hold, and half of those of the shorter one; or most of all."""
        one, two = _words(a), _words(b)
        shared = one & two
        if len(shared) < ALIKE * min(len(one), len(two)) or not shared:
            return False
        return len(shared) >= MOSTLY * max(len(one), len(two)) or any(
            max(self.there[word], self.here[word]) <= RARE for word in shared
        )

    def are_still_one(self, a: Block, b: Block, *, moved: bool) -> bool:
        """The same on a page that was rewritten, where rare names stand in code that does something else: the two hold half
        of the words of the longer one, too, and no other piece of the source as many where their place tells nothing."""
        one, two = _words(a), _words(b)
        own = _share(one, two)
        if not moved and len(one & two) >= MOST * min(len(one), len(two)) > 1:  # a part of it
            return True
        if own < ALIKE or not self.are_one(a, b) or (moved and len(self.pieces) > MANY):
            return False
        return not moved or sum(_share(piece, two) >= own for piece in self.pieces) == 1


def are_alike(a: Block, b: Block) -> bool:
    """Whether two pieces hold half of the words of the longer one: one may be what became of the other."""
    return _share(_words(a), _words(b)) >= ALIKE


def _share(one: set[str], two: set[str]) -> float:
    """How much of the words of the longer of two pieces both hold."""
    return len(one & two) / max(len(one), len(two), 1)


def _words(block: Block) -> set[str]:
    return set(TOKEN.findall(block.text))
