"""Why blocks are paired: the evidence behind a bead, in words that a localizer understands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facingpages.align import Bead
from facingpages.align.features import keys
from facingpages.align.score import FORBIDDEN, Side, Voice, Voices, fit, telling
from facingpages.document import Block, Document
from facingpages.lexicon import NEIGHBOURS, Lexicon, Meaning, crossed, told_words

# What `features.keys` has of a block, by the first letter.
KEPT: Mapping[str, str] = {
    "l": "link", "i": "picture", "c": "code", "d": "directive", "k": "line of code", "t": "tag", "n": "number",
    "#": "id",
}  # fmt: skip
MOST = 12  # things of a kind that are named
NEAR = 3  # beads on either side that are looked at


def why(pages: tuple[Document, Document], beads: Sequence[Bead], block: Block, lexicon: Lexicon | None, of: str) -> str:
    """Why a block of one of two pages is where it is among their beads. `of` says what its words were learnt from."""
    at = next(at for at, bead in enumerate(beads) if any(one is block for one in (*bead.source, *bead.target)))
    return "\n".join(_Evidence(pages, beads, at, lexicon, of).lines()) + "\n"


def block_at(page: Document, line: int) -> Block | None:
    """The block of a page that stands on a line, or the next one before it."""
    found = None
    for block in page.blocks:
        if page.place(block.start).line <= line:
            found = block
    return found


class _Evidence:
    """What speaks for a bead and against it."""

    def __init__(
        self, pages: tuple[Document, Document], beads: Sequence[Bead], at: int, lexicon: Lexicon | None, of: str
    ) -> None:
        self.pages = pages
        self.beads = beads
        self.at = at
        self.bead = beads[at]
        self.lexicon = lexicon
        self.of = of
        self.voices: Voices = (None, None)
        if lexicon is not None:
            meaning = Meaning(lexicon)
            self.voices = meaning.source, meaning.target

    def lines(self) -> Iterator[str]:
        """All of it."""
        s, t = self.bead.source, self.bead.target
        yield from (self.named(0, block) for block in s)
        yield from (self.named(1, block) for block in t)
        yield self.said()
        if s and t:
            yield from self.kept()
            yield from self.form()
            yield from self.words()
            yield from self.links()
        else:
            yield from self.no_words()
        yield from self.others()
        yield from self.swapped()

    def named(self, side: int, block: Block) -> str:
        """A block: where it stands and how it begins."""
        page = self.pages[side]
        return f"{page.path}:{page.place(block.start).line} {kind_of(block)} {_brief(block.text)}"

    def said(self) -> str:
        """What they are to each other."""
        s, t = self.bead.source, self.bead.target
        if not s:
            return "This has no counterpart in the source."
        if not t:
            return "This has no counterpart in the translation."
        where = ", which stands in another place" if self.bead.moved else ""
        if len(s) > 1 or len(t) > 1:
            return f"{len(s)} of the source and {len(t)} of the translation are taken for each other{where}."
        return f"These are taken for a block and its translation{where}."

    def kept(self) -> Iterator[str]:
        """What no translator changes."""
        there, here = (frozenset().union(*map(keys, blocks)) for blocks in (self.bead.source, self.bead.target))
        rows = (("the same on both sides", there & here), ("in the source only", there - here))
        yield "What no translator changes:"
        told = [
            f"  {what}: {', '.join(_key(key) for key in sorted(found)[:MOST])}"
            for what, found in (*rows, ("in the translation only", here - there))
            if found
        ]
        yield from told or ["  neither holds any link, picture, code or number"]

    def form(self) -> Iterator[str]:
        """What they look like."""
        a, b = self.bead.source[0], self.bead.target[0]
        lengths = (sum(len(block.text) for block in side) for side in (self.bead.source, self.bead.target))
        kinds = f"both of the kind {kind_of(a)}" if kind_of(a) == kind_of(b) else f"{kind_of(a)} and {kind_of(b)}"
        yield "What they look like:"
        yield f"  {kinds}, {' and '.join(map(str, lengths))} characters long"
        yield f"  number {a.index + 1} of {len(self.pages[0].blocks)} and {b.index + 1} of {len(self.pages[1].blocks)}"
        if " ".join(x.text for x in self.bead.source) == " ".join(x.text for x in self.bead.target):
            yield "  both say the same, letter by letter"

    def words(self) -> Iterator[str]:
        """Which words vouch for which, and what they say together."""
        if self.lexicon is None:
            yield from self.no_words()
            return
        there, here = (" ".join(block.text for block in side) for side in (self.bead.source, self.bead.target))
        yield f"Words ({self.of}):"
        yield from self.vouching(there, here)
        one, other = self.side(0, self.bead.source), self.side(1, self.bead.target)
        if one.said is not None and other.said is not None:
            value = telling(one.said, other.said)
            yield f"  together they speak {'for' if value > 0 else 'against'} it ({value:+.2f})"

    def vouching(self, there: str, here: str) -> Iterator[str]:
        """The words of two texts that render each other, and those that nothing renders."""
        assert self.lexicon is not None
        told = told_words(self.lexicon, there, here)
        if told.pairs:
            yield "  " + ", ".join(f"{one} = {other}" for one, other in told.pairs[: 2 * MOST])
        if told.lost:
            yield f"  known, and rendered by nothing here: {', '.join(told.lost[:MOST])}"
        if told.new:
            yield f"  known, and rendering nothing there: {', '.join(told.new[:MOST])}"
        if not (told.pairs or told.lost or told.new):
            yield "  none of these is known well enough"

    def no_words(self) -> Iterator[str]:
        """Why words say nothing."""
        if self.lexicon is None:
            yield f"Words say nothing: {self.of}"

    def links(self) -> Iterator[str]:
        """The texts of links that lead to one place."""
        if self.lexicon is not None:
            here = {link.target: link for block in self.bead.target for link in block.links}
            for link in (link for block in self.bead.source for link in block.links):
                if link.target in here and link.text.strip():
                    yield f"Link to {link.target}: {_brief(link.text)} and {_brief(here[link.target].text)}"
                    yield from self.vouching(link.text, here[link.target].text)

    def side(self, which: int, blocks: Sequence[Block]) -> Side:
        voice: Voice | None = self.voices[which]
        return Side(blocks, 1.0, voice)

    def others(self) -> Iterator[str]:
        """How well what stands near fits."""
        near = [*self.beads[max(0, self.at - NEAR) : self.at], *self.beads[self.at + 1 : self.at + 1 + NEAR]]
        s, t = self.bead.source, self.bead.target
        if s:
            own, which, found = self.side(0, s), 1, [bead.target for bead in near if bead.target]
        else:
            own, which, found = self.side(1, t), 0, [bead.source for bead in near if bead.source]
        values = [(fit(own, self.side(which, blocks)), blocks) for blocks in found]
        values = sorted((one for one in values if one[0] > FORBIDDEN), key=lambda one: -one[0])[:2]
        if values:
            now = f" (these: {fit(self.side(0, s), self.side(1, t)):.2f})" if s and t else ""
            yield f"What else stands near, and how well it fits{now}:"
            yield from (f"  {value:.2f} {self.named(which, blocks[0])}" for value, blocks in values)

    def swapped(self) -> Iterator[str]:
        """Whether words say that it and a neighbour changed places."""
        s, t = self.bead.source, self.bead.target
        if self.lexicon is None or not s or not t:
            return
        for at in (self.at - 1, self.at + 1):
            other = self.beads[at] if 0 <= at < len(self.beads) else None
            if other is None or not other.source or not other.target:
                continue
            a, x, b, y = s[0].text, t[0].text, other.source[0].text, other.target[0].text
            if a != b and x != y and crossed(self.lexicon, a, x, b, y, NEIGHBOURS):
                yield "Words say that these two changed places, each with what it seems to render:"
                yield f"  {self.named(1, t[0])}"
                yield f"  {self.named(0, other.source[0])}"
                yield from self.vouching(b, x)
                yield f"  {self.named(1, other.target[0])}"
                yield f"  {self.named(0, s[0])}"
                yield from self.vouching(a, y)


def _key(key: str) -> str:
    text = " ".join(key[1:].split())
    return f"{KEPT.get(key[0], 'mark')} {text}".strip()


def kind_of(block: Block) -> str:
    """The type of a block as it is told to others."""
    if block.marker is not None:
        return "step" if block.marker.ordered else "item"
    return block.kind


def _brief(text: str) -> str:
    text = " ".join(text.replace("\ufffc", "…").split())
    return f'"{text if len(text) <= 60 else text[:59] + "…"}"'
