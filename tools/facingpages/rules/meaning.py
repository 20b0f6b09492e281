"""What changed places or stands on the wrong words, as the words say that a site vouches for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from operator import lt

from facingpages.align import Bead
from facingpages.align.features import share_keys
from facingpages.align.score import weight
from facingpages.document import Block, Link
from facingpages.late import late
from facingpages.lexicon import (
    ACROSS,
    NEIGHBOURS,
    Cover,
    Lexicon,
    Meaning,
    cover_of,
    crossed,
    exchanged,
    not_rendered,
    question,
    question_of_places,
    swapped_neighbours,
    vouched,
)
from facingpages.lexicon.tokens import words
from facingpages.rules.held import What
from facingpages.rules.identity import by_target
from facingpages.tuples import NamedTuple

KEPT = frozenset(("code", "rule", "html", "directive"))  # kinds of blocks in which nothing is translated
KEYED = What.LINK | What.PICTURE | What.CODE | What.DIRECTIVE | What.ANCHOR | What.FIGURE  # what holds any of `keys`
FOUR = 4  # blocks in two beads that are one to one
SHARE = 0.6  # of what a link says in the source: less of it is a mention of a word
FREE = 1.0  # how much less (logarithms) what stands beside a link is rendered by its text than its own, in a free rendering
# What makes a word a part of a name: `JOINT` of `x.JOINT_TYPE` says nothing.
PART_BEFORE, PART_BEHIND = late(r"\w[_./]\Z"), late(r"[_./]\w")
BESIDE = 1  # words between the text of a link and those that it lost, at most


class Swapped(NamedTuple):
    """Two blocks of the translation, in its order, and of the source, in its own: the first one renders the second.

    `bead` holds the first, paired as it stands or as it should.
    """

    first: Block
    second: Block
    one: Block
    other: Block
    bead: Bead


class Linked(NamedTuple):
    """A link of the source, and the one of the translation that leads where it does."""

    bead: Bead
    old: Link
    new: Link


class Misplaced(NamedTuple):
    """The words of a block that say what the text of a link should, from one byte to another.

    `apart`: the text that it has is no part of them. `sure`: it renders what stands beside the source's link.
    """

    words: str
    apart: bool
    at: tuple[int, int]
    sure: bool


class Meant:
    """What the words of an aligned pair say that a lexicon vouches for; nothing where there is none."""

    def __init__(self, lexicon: Lexicon | None, beads: Sequence[Bead]) -> None:
        self._lexicon = lexicon
        self._beads = beads

    @cached_property
    def swapped(self) -> list[Swapped]:
        """Neighbours whose words say that they changed places; a block is in one such pair at most."""
        if self._lexicon is None:
            return []
        return [*_paired_crosswise(self._lexicon, self._beads), *_swapped_blocks(self._lexicon, self._beads)]

    @cached_property
    def exchanged(self) -> Set[int]:
        """The indexes of the blocks of the translation that are among these."""
        return frozenset(block.index for one in self.swapped for block in (one.first, one.second))

    @cached_property
    def swapped_links(self) -> list[tuple[Linked, Linked]]:
        """Pairs of links whose texts say that each carries the other's target."""
        if self._lexicon is None or len(self._linked) < 2 or not self._strange:
            return []
        told = [(one.bead.target[0].index, one.old.text, one.new.text) for one in self._linked]
        found = exchanged(self._lexicon, *(value for one in told for value in one))
        return [(self._linked[one], self._linked[other]) for one, other in found]

    @cached_property
    def misplaced(self) -> Mapping[int, Misplaced]:
        """Links whose texts do not say what they should, while words beside them do, by where they begin."""
        swapped = {one.new.start for both in self.swapped_links for one in both}
        found = (
            (one, _words_beside(self._lexicon, one))
            for one in self._strange
            if self._lexicon is not None and one.new.start not in swapped
        )
        return {one.new.start: words for one, words in found if words is not None}

    @cached_property
    def _linked(self) -> list[Linked]:
        """Links that have one counterpart each, whose text was translated."""
        return [
            Linked(bead, old, new)
            for bead in self._beads
            if (there := _links(bead.source)) and (here := _links(bead.target))
            for old, new in by_target(there, here)
            if old.text.strip() and new.text.strip() and old.text != new.text and old.form not in ("bare", "auto")
        ]

    @cached_property
    def _strange(self) -> list[Linked]:
        """Those whose texts do not render all that theirs say."""
        if self._lexicon is None or not self._linked:
            return []
        texts = [text for one in self._linked for text in (one.old.text, one.new.text)]
        return [self._linked[number] for number in not_rendered(self._lexicon, *texts)]


class _Answers(dict[int, bool]):
    """What is asked of beads, by their places, once of each."""

    def __init__(self, ask: Callable[[int], bool]) -> None:
        self._ask = ask

    def __missing__(self, at: int) -> bool:
        found = self[at] = self._ask(at)
        return found


def _swapped_blocks(lexicon: Lexicon, beads: Sequence[Bead]) -> Iterator[Swapped]:
    """Neighbours that were paired where they stand."""
    plain = _Answers(lambda at: _may_be(beads[at]))
    asked: list[int] = []
    blocks: list[int | str] = []
    for at, (form, another) in enumerate(pairwise(map(_form_of_both, beads))):
        if form is None or form != another or not _are_in_turn(beads[at], beads[at + 1]):
            continue
        for number in (at, at + 1) if plain[at] and plain[at + 1] else ():
            if not asked or asked[-1] < number:
                asked.append(number)
                blocks += (int(number > at), beads[number].source[0].text, beads[number].target[0].text)
    for number in swapped_neighbours(lexicon, *blocks) if asked else ():
        one, other = beads[asked[number] : asked[number] + 2]
        yield Swapped(one.target[0], other.target[0], one.source[0], other.source[0], one)


def _paired_crosswise(lexicon: Lexicon, beads: Sequence[Bead]) -> Iterator[Swapped]:
    """Neighbours that were paired by their words, each with its own. A step that is known to have moved is told as that."""
    last = -1
    places = [bead.target[0].index for bead in beads]
    if all(map(lt, places, places[1:])):  # as most pages
        return
    for one, other in pairwise(beads):
        a, b, y, x = one.source[0], other.source[0], one.target[0], other.target[0]
        if y.index < x.index or len(one.source) + len(one.target) + len(other.source) + len(other.target) != FOUR:
            continue
        if y.index != x.index + 1 or b.index != a.index + 1 or a.index <= last:
            continue
        step = a.marker is not None and a.marker.ordered and (one.moved or other.moved)
        if step or a.kind in KEPT or not _form(a) == _form(b) == _form(x) == _form(y):
            continue
        if _crossed(lexicon, (a.text, x.text), (b.text, y.text), NEIGHBOURS):
            last = b.index
            yield Swapped(x, y, a, b, other)


def _may_be(bead: Bead) -> bool:
    """Whether nothing but words says that two blocks belong together: no translator changes a target, code or number."""
    a, b = bead.source[0], bead.target[0]
    if bead.moved or a.kind in KEPT or a.text == b.text:
        return False
    shared = a.look[0] & b.look[0] & KEYED if a.look is not None and b.look is not None else KEYED
    return not shared or not share_keys(a, b)


def _are_in_turn(one: Bead, other: Bead) -> bool:
    """Whether one block follows the other in both pages; a heading, whatever stands between."""
    a = one.source[0]
    return a.kind == "heading" or (
        other.source[0].index == a.index + 1 and other.target[0].index == one.target[0].index + 1
    )


def _form_of_both(bead: Bead) -> tuple[str, int, bool] | None:
    """The form of the two blocks of text of a bead; None where there are more, or they differ."""
    if len(bead.source) != 1 or len(bead.target) != 1:
        return None
    a, b = bead.source[0], bead.target[0]
    if a.kind in KEPT:
        return None
    if (a.look is None or b.look is None or a.look[1] != b.look[1]) and _form(a) != _form(b):
        return None
    return _form(a)


def _form(block: Block) -> tuple[str, int, bool]:
    parent = block.parent
    return block.kind, parent.depth if parent is not None else 0, block.marker is not None


def _links(blocks: Sequence[Block]) -> Sequence[Link]:
    return blocks[0].links if len(blocks) == 1 else [link for block in blocks for link in block.links]


def _words_beside(lexicon: Lexicon, one: Linked) -> Misplaced | None:
    """Words of a block that say what the text of a link should, plainly more than that does."""
    old, new = one.old.text, one.new.text
    block = next((block for block in one.bead.target if block.start <= one.new.start < block.end), one.bead.target[0])
    if block.text.strip() == new.strip() or not _is_said_more(lexicon, old, new, block.text):
        return None
    first = sum(len(piece) for at, piece in block.pieces if at < one.new.start)
    beside = " ".join(_beside(block, one.old) for block in one.bead.source)
    place = _place_beside(lexicon, old, new, block.text, first, beside, int(weight(new) > weight(old) / 2))
    if not place:
        return None
    start, end, sure = place
    at = block.offset(start), block.offset(end - 1) + len(block.text[end - 1].encode())
    apart = _are_apart((start, end), first, new)
    return Misplaced(block.text[start:end], apart, at, sure=bool(sure) and apart)


@question
def _is_said_more(lexicon: Lexicon, old: str, new: str, text: str) -> bool:
    """Whether a text says more of what the text of a link should than that does."""
    cover = cover_of(lexicon.ways[0], old)
    return cover.said(text) > cover.said(new)


@question_of_places
def _place_beside(
    lexicon: Lexicon, old: str, new: str, text: str, first: int, beside: str, long: int
) -> Sequence[int]:  # fmt: skip
    """Where in the text of a block stands what the text `new` of a link should say, which begins there at `first`.

    Where that says a part of it, what is said elsewhere may be a mere mention, unless the two touch. A `long` one may
    render freely what the source says, unless it renders what stands `beside` its link.
    """
    cover = cover_of(lexicon.ways[0], old)
    start, end = cover.place(text)
    found = text[start:end]
    if weight(found) < SHARE * weight(old) or found.casefold() in new.casefold():
        return []  # a word of it that stands there, too, is not what it should say
    if PART_BEFORE.search(text[max(0, start - 2) : start]) or PART_BEHIND.match(text[end : end + 2]):
        return []
    plainly = cover.missed(new) > 0
    between = text[end:first] if end < first else text[first + len(new) : start]
    if not plainly and len(words(between)) > BESIDE:
        return []
    meaning = Meaning(lexicon)
    said = meaning.source(old)
    more = vouched(said, meaning.target(found)) - vouched(said, meaning.target(new))
    if more <= (NEIGHBOURS if plainly else ACROSS):
        return []
    freely = _how_freely(lexicon, old, new, beside)
    if long:
        if freely > FREE and _are_apart((start, end), first, new):
            return []
        if freely >= -FREE and not cover.said_besides(new, f"{text[:first]} {text[first + len(new) :]}", beside):
            return []
    return [start, end, int(freely < -FREE)]


def _are_apart(place: Sequence[int], first: int, new: str) -> bool:
    return place[1] <= first or place[0] >= first + len(new)


def _how_freely(lexicon: Lexicon, old: str, new: str, beside: str) -> float:
    """How much rather (a logarithm) the text of a link renders the source's, freely, than what stands beside that."""
    cover = Cover(lexicon.ways[1], new)
    return cover.missed(beside) - cover.missed(old)


def _beside(block: Block, link: Link) -> str:
    """The text of a block without that of a link."""
    return "".join(piece for at, piece in block.pieces if not link.start <= at < link.end)


def _crossed(lexicon: Lexicon, one: tuple[str, str], other: tuple[str, str], least: int) -> int:
    """How much more two pairs of texts vouch for each other when they are exchanged; 0: not so much."""
    (a, x), (b, y) = one, other
    return 0 if a == b or x == y else crossed(lexicon, a, x, b, y, least)
