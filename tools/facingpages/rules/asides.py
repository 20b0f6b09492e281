"""What a reader reads beside the blocks: the titles of callouts, tabs and components, what is said of a picture, titles of links.

No leaf block holds them, so each becomes one here, for the rules that compare texts and the code in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.align.score import weight
from facingpages.document import OBJECT, Block, Container, Document, Image, Paragraph, Span
from facingpages.late import late
from facingpages.rules.base import Pair, images, links
from facingpages.rules.held import What
from facingpages.rules.identity import identity
from facingpages.rules.matching import matched
from facingpages.rules.pictures import name_of

TICKS = late(r"`+")
TITLE = late(rb"""[ \t]("[^"\n]*"|'[^'\n]*'|\([^()\n]*\))[ \t]*\)\Z""")
PROPERTY = late(rb"""\b(title|label|description|caption|summary|subtitle|heading|tooltip)=(["'])([^"'\n]*)\2""")
HEAD = late(rb"[ \t>]*(?:!!!|\?\?\?|===|:::|///|> ?\[!)")  # of a callout or a tab, with its title
LESS = 0.6  # a description of a picture that is shorter than this may say less
TITLED = frozenset(("callout", "tab"))


def asides(pair: Pair) -> list[Bead]:
    """The texts of both sides that stand for one another, as beads of a paragraph each; found once for all rules."""
    if not pair.held.whole & What.ASIDE:
        return []
    if "asides" not in pair.memo:
        found = [*_heads(pair), *_pictures(pair), *_components(pair)]
        pair.memo["asides"] = [Bead((one,), (two,), 1.0) for one, two in found]
    beads: list[Bead] = pair.memo["asides"]
    return beads


def _heads(pair: Pair) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Titles of callouts and tabs that hold blocks which stand for one another."""
    told: set[int] = set()
    for bead in pair.holding(What.ASIDE):
        a, b = bead.source[0].parent, bead.target[0].parent
        if a is None or b is None or bead.moved:
            continue
        for one, two in zip(_titled(a), _titled(b), strict=False):
            if one.kind == two.kind and id(one) not in told and one.title and two.title:
                told.add(id(one))
                yield _head(pair.source, one), _head(pair.target, two)


def same_heads(pair: Pair) -> Iterator[tuple[Block, Block]]:
    """Titles of callouts and tabs that read as in the source."""
    for bead in asides(pair):
        a, b = bead.source[0], bead.target[0]
        if a.text == b.text and HEAD.match(pair.target.raw, pair.target.line_span(b.start)[0]):
            yield a, b


def _components(pair: Pair) -> Iterator[tuple[Paragraph, Paragraph]]:
    """What components that stand by themselves show: their titles, labels and descriptions."""
    for bead in pair.holding(What.ASIDE):
        a, b = bead.source[0], bead.target[0]
        if a.kind == b.kind == "directive" and a.name.split()[:2] == b.name.split()[:2]:
            there, here = (
                {match[1]: match for match in PROPERTY.finditer(page.raw, block.start, block.end)}
                for page, block in ((pair.source, a), (pair.target, b))
            )
            for key in there.keys() & here.keys():
                if there[key][3] != here[key][3]:
                    one, two = (
                        (match[3].decode("utf-8", "replace"), match.start(3)) for match in (there[key], here[key])
                    )
                    yield _plain(*one), _plain(*two)


def _titled(box: Container) -> list[Container]:
    return [around for around in box.around() if around.kind in TITLED]


def _head(document: Document, box: Container) -> Paragraph:
    at = document.raw.find(box.title.encode(), box.start)
    return _paragraph(box.title, at if 0 <= at < document.line_span(box.start)[1] else box.start)


def _pictures(pair: Pair) -> Iterator[tuple[Paragraph, Paragraph]]:
    """What is said of a picture where it can't be shown, and the titles of pictures and links."""
    for bead in pair.holding(What.ASIDE):
        if not any(block.images or any(link.title for link in block.links) for block in bead.source):
            continue
        s, t = images(bead.source), images(bead.target)
        for one, two in matched(s, t, lambda image: name_of(image.source))[0] if s and t else ():
            if one.alt and two.alt and weight(two.alt) > LESS * pair.scale * weight(one.alt):
                yield _alt(pair.source, one, one.alt), _alt(pair.target, two, two.alt)
            yield from _hints(pair, (one.start, one.end), (two.start, two.end))
        titled = [link for link in links(bead.source) if link.title]
        for old, new in matched(titled, links(bead.target), lambda link: identity(link.target))[0] if titled else ():
            yield from _hints(pair, (old.start, old.end), (new.start, new.end))


def _alt(document: Document, image: Image, text: str) -> Paragraph:
    at = document.raw.find(text.encode(), image.start, image.end)
    return _plain(text, max(at, image.start))


def _hints(pair: Pair, one: tuple[int, int], two: tuple[int, int]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """The titles in two links or pictures as they are written."""
    found = [TITLE.search(side.raw, *span) for side, span in ((pair.source, one), (pair.target, two))]
    if found[0] is not None and found[1] is not None:
        a, b = (_plain(match[1][1:-1].decode("utf-8", "replace"), match.start(1) + 1) for match in found if match)
        yield a, b


def _plain(text: str, start: int) -> Paragraph:
    """A text that stands at an offset and has no mark-up, as a paragraph."""
    block = Paragraph(start, start + len(text.encode()), None)
    block.pieces, block.text = [(start, text)], text
    return block


def _paragraph(text: str, start: int) -> Paragraph:
    """The same of one that may have code in it."""
    block = Paragraph(start, start + len(text.encode()), None)
    codes: list[Span] = []
    seen, at = 0, start
    for first, last, size in _codes(text):
        before = text[seen:first]
        begin = at + len(before.encode())
        block.pieces += [(at, before), (begin, OBJECT)]
        at = begin + len(text[first:last].encode())
        codes.append(Span(begin, at, text[first + size : last - size].strip()))
        seen = last
    block.pieces.append((at, text[seen:]))
    block.text, block.codes = "".join([piece for _, piece in block.pieces]), codes
    return block


def _codes(text: str) -> Iterator[tuple[int, int, int]]:
    """Where code begins and ends on a line of a text, and how many signs it stands between: each run closes by the next like it."""
    runs = [match.span() for match in TICKS.finditer(text)]
    next_of: dict[int, int] = {}  # of a size
    closed: dict[int, int] = {}
    for start, end in reversed(runs):
        closed[start] = next_of.get(end - start, -1)
        next_of[end - start] = start
    seen = 0
    for start, end in runs:
        close = closed[start]
        if start >= seen and close >= 0 and text.find("\n", end, close) < 0:
            seen = close + end - start
            yield start, seen, end - start
