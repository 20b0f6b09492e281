"""A source page beside its translation, and the edits that mutations are made of."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TypeVar, final

from tests.accuracy.blocks import Block, hide
from tests.accuracy.page import CODE, IMAGE, LINK, Mark, Page

T = TypeVar("T")
LONG = 8
"""Words from which on a block shows its language."""


@final
@dataclass(frozen=True)
class Mutation:
    """A changed translation and where the damage is.

    ``places`` are line ranges of the changed page, counted from 1, both ends included; for a deletion the range goes
    from the last line left before it to the first line left after it. ``source`` is the range of the source block that
    the damaged one translates.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None = None

    def distance(self, line: int) -> int:
        """Lines between ``line`` and the nearest damaged line; 0 inside."""
        return min(max(first - line, line - last, 0) for first, last in self.places)


@dataclass
class Pair:
    """Two pages in parity: block ``n`` of the target translates block ``n`` of the source."""

    target: Page
    source: Page

    @cached_property
    def in_parity(self) -> bool:
        """Both pages have the same blocks in the same order, and nine long blocks in ten are translated.

        Only such pairs are damaged.
        """
        if not self.target.blocks or self.target.shape != self.source.shape:
            return False
        long = [block for block in self.target.of("paragraph", "item") if len(_words(self.source_text(block))) >= LONG]
        return sum(self.differs(block) for block in long) >= 0.9 * len(long)

    def differs(self, block: Block, least: int = LONG) -> bool:
        """Outside links and code the source has words enough, and most of them are not the target's already."""
        theirs, ours = _words(self.source_text(block)), _words(self.target.block_text(block))
        return len(theirs) >= least and 2 * len(theirs & ours) < len(theirs)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {block.start: number for number, block in enumerate(self.target.blocks)}

    def source_of(self, block: Block) -> Block:
        return self.source.blocks[self._numbers[block.start]]

    def source_text(self, block: Block) -> str:
        return self.source.block_text(self.source_of(block))

    # Marks that both sides share: what a defect can be planted on.

    def links(self, *kinds: str) -> list[tuple[Block, Mark, Mark]]:
        """Links whose target stands once in the block on either side: block, link, its counterpart in the source."""
        found = []
        for block in self.target.of(*kinds) if kinds else self.target.prose():
            theirs = list(self.source.marks(LINK, self.source_of(block)))
            ours = list(self.target.marks(LINK, block))
            count = Counter(neutral(link.target) for link in theirs)
            mine = Counter(neutral(link.target) for link in ours)
            for link in ours:
                target = neutral(link.target)
                if target and count[target] == mine[target] == 1:
                    found.append((block, link, next(other for other in theirs if neutral(other.target) == target)))
        return found

    def kept(self, pattern: re.Pattern[str], *kinds: str) -> list[tuple[Block, Mark]]:
        """Marks of blocks that hold as many of them as their source block does."""
        found = []
        for block in self.target.of(*kinds) if kinds else self.target.prose():
            ours = list(self.target.marks(pattern, block))
            if len(ours) == len(list(self.source.marks(pattern, self.source_of(block)))):
                found += [(block, mark) for mark in ours]
        return found

    def images(self) -> list[tuple[Block, Mark]]:
        return [
            (block, mark)
            for block, mark in self.kept(IMAGE)
            if mark.target in {other.target for other in self.source.marks(IMAGE, self.source_of(block))}
        ]

    def code_spans(self) -> list[tuple[Block, Mark]]:
        """Code spans that stand in the source block with the same content and as often."""
        found = []
        for block in self.target.prose():
            theirs = Counter(mark.text for mark in self.source.marks(CODE, self.source_of(block)))
            ours = list(self.target.marks(CODE, block))
            mine = Counter(mark.text for mark in ours)
            found += [(block, mark) for mark in ours if mine[mark.text] == theirs[mark.text]]
        return found

    def literals(self, pattern: str) -> list[tuple[Block, Mark]]:
        """Words of running text that match ``pattern`` and stand in the source block unchanged and as often."""
        found = []
        for block in self.target.prose():
            theirs = Counter(mark.text for mark in self.source.words(pattern, self.source_of(block)))
            ours = list(self.target.words(pattern, block))
            mine = Counter(mark.text for mark in ours)
            found += [(block, mark) for mark in ours if mine[mark.text] == theirs[mark.text]]
        return found

    def published(self, mutation: Mutation) -> Mutation | None:
        """The mutation as the file would hold it; ``None`` when it changes nothing."""
        return mutation if mutation.text != self.target.text else None

    # Edits.

    def source_range(self, block: Block | None) -> tuple[int, int] | None:
        """First and last line, counted from 1, of the source block that ``block`` translates."""
        if block is None or block.start not in self._numbers:
            return None
        counterpart = self.source_of(block)
        return counterpart.start + 1, counterpart.end

    def put(self, start: int, end: int, lines: Iterable[str], block: Block | None = None) -> Mutation:
        """Replace lines ``start`` to ``end``; the damage is the new lines."""
        new = list(lines)
        text = "\n".join([*self.target.lines[:start], *new, *self.target.lines[end:]])
        return Mutation(text, ((start + 1, start + max(len(new), 1)),), self.source_range(block))

    def insert(self, number: int, lines: Iterable[str], block: Block | None = None) -> Mutation:
        return self.put(number, number, lines, block)

    def cut(self, start: int, end: int, block: Block | None = None) -> Mutation:
        """Delete lines, and one blank line with them where two would meet.

        The damage is the gap: from the last line of the block before to the first line of the block after. What is no
        block, such as definitions of links, may stand in between.
        """
        lines = self.target.lines
        after = end
        while after < len(lines) and not lines[after].strip() and (start == 0 or not lines[start - 1].strip()):
            after += 1
        left = [*lines[:start], *lines[after:]]
        first = max((other.end for other in self.target.blocks if other.end <= start), default=0)
        following = min((other.start for other in self.target.blocks if other.start >= after), default=len(lines) - 1)
        if any(other.start <= start and after < other.end for other in self.target.blocks):
            following = after  # the rest of the same block
        last = max(following + 1 - (after - start), first)
        return Mutation("\n".join(left), ((max(first, 1), max(last, 1)),), self.source_range(block))

    def change(self, block: Block, mark: Mark, new: str, lost: bool = False) -> Mutation:
        """Replace a mark on its line. Where something is lost, no line shows it: the damage is the whole block."""
        line = self.target.lines[mark.line]
        edited = line[: mark.start] + new + line[mark.end :]
        mutation = self.put(mark.line, mark.line + 1, [edited], block)
        if lost:
            return Mutation(mutation.text, ((block.start + 1, block.end),), mutation.source)
        return mutation


def pick(rng: Random, candidates: Iterable[T]) -> T | None:
    """One of the candidates, or ``None`` when there is none."""
    options = list(candidates)
    return rng.choice(options) if options else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", running(text.replace("\n", " "))))


def neutral(target: str) -> str:
    """A link's target without its locale: ``/en-us/`` and ``/lv/`` lead to the same page."""
    return re.sub(r"(?<=/)[a-z]{2}(?:-[a-z]{2,4})?/", "", target, count=1, flags=re.IGNORECASE)


def is_letter(char: str) -> bool:
    """A letter of a script that puts spaces between words."""
    return char.isalpha() and char < "\u2e80"


def running(line: str) -> str:
    """The line with code, tags, links and images blanked out, at the same length: where words may be changed."""
    shown = hide(line)
    for pattern in (LINK, IMAGE):
        shown = pattern.sub(lambda match: "\0" * len(match.group()), shown)
    return shown
