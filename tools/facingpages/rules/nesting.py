"""Nesting: what stands inside a step, a callout, a tab, a quote in the source stands inside it here, as the site renders it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from facingpages.align import Bead
from facingpages.document import Block, BoxKind, Container, Document
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.python_markdown import TAB
from facingpages.rules.base import Pair, Where, shorten, whole
from facingpages.rules.bounds import crossed, glued, run_in, torn
from facingpages.rules.emptied import emptied
from facingpages.rules.held import What
from facingpages.rules.joined import joined
from facingpages.rules.rule import ERROR, WARNING, Family, Rule
from facingpages.rules.units import Unit, boxes
from facingpages.rules.unread import lost_marker

STEP = Rule(
    "step-broken",
    ERROR,
    "What belongs to a step stands outside of it.",
    {
        "outside": "This stands outside of its step; in the source it is part of step {number}.",
        "item": "This stands outside of its list item; in the source it is part of it.",
    },
)
BOX = Rule(
    "callout-cut",
    ERROR,
    "A callout, tab or container ends too early, or too late.",
    {
        "outside": 'This stands outside of "{name}"; in the source it is inside.',
        "inside": 'This stands inside of "{name}"; in the source it is outside.',
    },
    evident=True,
)
QUOTE = Rule(
    "quote-lost",
    WARNING,
    "A quotation of the source is plain text here.",
    {"plain": "The source has a quotation here."},
)
QUOTED = Rule(
    "quote-added",
    WARNING,
    "Plain text of the source is a quotation here.",
    {"quotation": "This is a quotation; in the source it is plain text."},
)
COLONS = Rule(
    "directive-colons",
    ERROR,
    "A container inside another needs fewer colons than the one around it.",
    {"equal": 'The colons around "{name}" are no more than those inside; in the source they are.'},
    evident=True,
)

HOLDING: Final[tuple[BoxKind, ...]] = ("item", "callout", "tab", "footnote", "definition", "quote")
MOST_BLANKS = 80
MARKS = ("!>", "?>")  # of a callout of Docsify
COLON = late(rb":{3,}")


def check(pair: Pair) -> Iterator[Finding]:
    """Each run of blocks that left a container of the source, told where it leaves."""
    yield from _outside(pair)
    if pair.held.whole & What.BOX and _tabs(pair.source) > _tabs(pair.target) > 0:
        partner: dict[int, Container] = {}
        for bead in pair.aligned:
            _meet(partner, _chain(pair.source, bead.source[0]), _chain(pair.target, bead.target[0]))
        yield from (_finding(pair, bead, box, partner) for bead, box in joined(pair, "tab"))
    for bead, box, inside_here in crossed(pair):
        yield _crossing(pair, bead, box, "inside" if inside_here else "outside")
    ran = [*run_in(pair), *((bead, _behind(unit, bead), box) for unit, bead, box in glued(pair))]
    for bead, block, box in ran:
        yield pair.finding(
            BOX, "inside", at=_last_line(pair.target, bead.target[0]), origin=block, bead=bead,
            name=shorten(box.title or box.name or box.kind, 40),
        )  # fmt: skip
    for bead, block, box in torn(pair):
        name = shorten(box.title or box.name or box.kind, 40)
        yield pair.finding(BOX, "outside", at=whole(block), origin=bead.source[0], bead=bead, name=name)
    for bead, name in emptied(pair):
        yield pair.finding(
            BOX, "outside", at=whole(bead.target[0]), origin=bead.source[0], bead=bead, name=shorten(name, 40)
        )
    yield from _colons(pair)


def _outside(pair: Pair) -> Iterator[Finding]:
    """What left a container."""
    apart = _apart(pair)
    partner: dict[int, Container] = {}
    paired: set[int] = set()  # containers that have a partner, as all around them
    out: Container | None = None
    excused: Container | None = None  # what a marker that is text here should have begun, which another rule tells
    for at in range(max(apart, default=-1) + 1):
        bead = pair.beads[at]
        if not bead.source or not bead.target:
            continue
        a, b = bead.source[0], bead.target[0]
        if lost_marker(pair.target, b):
            excused = a.parent
        if (a.parent is None and b.parent is None) or (at not in apart and id(a.parent) in paired):
            out = None
            continue
        inside, here = _chain(pair.source, a), _chain(pair.target, b)
        _meet(partner, inside, here)
        if at not in apart:
            paired.add(id(a.parent))
            out = None
            continue
        boxes_left = (box for box in inside if _left(box, a, here, partner, excused=box is excused))
        lost = None if bead.moved else next(boxes_left, None)
        if lost is None:
            out = None
        elif lost is not out:
            out = lost
            yield _finding(pair, bead, lost, partner)
        if lost is None:
            yield from _quotes(pair, bead)


def _meet(partner: dict[int, Container], inside: Sequence[Container], here: Sequence[Container]) -> None:
    """Take the containers around a block and its counterpart for each other, those of a kind from the outermost on."""
    for kind in {box.kind for box in inside}:
        both = (_of_kind(inside, kind), _of_kind(here, kind))
        partner.update((id(one), two) for one, two in zip(*both, strict=False) if id(one) not in partner)


def _apart(pair: Pair) -> set[int]:
    """Where a block may have left a container: one that stands in others of the same kinds did not, unless it is no first
    block of an item and the renderer counts columns."""
    dialect = DIALECTS[pair.target.dialect]
    differ = What.FORM | What.JOINED
    listed = What.LISTED if dialect.python or dialect.jsx else 0
    if not pair.held.whole & (differ | listed):
        return set()
    return {
        at
        for at, held in enumerate(pair.held.beads)
        if held & differ or (held & listed and any(side and side[0].marker is None for side in pair.beads[at][:2]))
    }


def _behind(unit: Unit, bead: Bead) -> Block:
    """The paragraph behind a callout, which runs on in it."""
    return bead.source[0] if unit.kind == "callout" else unit.blocks[0]


def _last_line(document: Document, block: Block) -> Where:
    """The last line of a block, on which what ran into it ends."""
    end = block.start + len(document.raw[block.start : block.end].rstrip())
    return max(document.line_span(end)[0], block.start), end


def _tabs(document: Document) -> int:
    """How many tabs of a page hold anything."""
    return len({id(box) for block in document.blocks if block.parent is not None for box in boxes(block, "tab")})


def _left(box: Container, block: Block, here: list[Container], partner: dict[int, Container], *, excused: bool) -> bool:
    """Whether a block stands outside of what its container became. What begins the container is another rule's."""
    if block.marker is box or (box.kind == "callout" and id(box) not in partner):
        return False
    known = partner.get(id(box))
    if known is not None:
        like = _of_kind(here, box.kind)
        return known not in like and len(like) < len(_of_kind([*known.around()], box.kind))
    return box.kind == "tab" and not excused and not any(other.kind == "tab" for other in here)


def _of_kind(chain: Sequence[Container], kind: BoxKind) -> list[Container]:
    return [box for box in chain if box.kind == kind]


def _chain(document: Document, block: Block) -> list[Container]:
    """The containers around a block that hold text, outermost first, as the site's renderer nests them."""
    chain = [box for box in block.parent.around() if box.kind in HOLDING] if block.parent is not None else []
    chain.reverse()
    if DIALECTS[document.dialect].python and block.marker is None and chain and chain[-1].kind == "item":
        item = column(document, chain[-1].start) // TAB * TAB  # it counts by fours, whatever is left over
        if column(document, block.start) - item < TAB and not _lazy(document, block):
            chain.pop()
    if DIALECTS[document.dialect].jsx and block.marker is None and not _lazy(document, block):
        at = column(
            document, block.start
        )  # what leaves an item leaves the component in it, too: the page does not build
        chain = [box for box in chain if box.kind != "item" or column(document, box.start) + 2 <= at]
    return chain


def _lazy(document: Document, block: Block) -> bool:
    """Whether a block goes on in the line behind a marker, or follows a line of text: its indentation does not matter."""
    before = document.raw.rfind(b"\n", 0, block.start)
    if document.raw[before + 1 : block.start].strip(b" \t"):
        return True
    return bool(document.raw[document.raw.rfind(b"\n", 0, before) + 1 : before].strip()) if before > 0 else True


def column(document: Document, offset: int) -> int:
    """How far what is written from a place on stands in its line, a tab for up to four blanks."""
    start = document.raw.rfind(b"\n", 0, offset) + 1
    behind = document.raw[offset : offset + MOST_BLANKS]
    line = document.raw[start:offset] + behind[: len(behind) - len(behind.lstrip(b" \t"))]
    return len(line.expandtabs(4))


def _finding(pair: Pair, bead: Bead, box: Container, partner: Mapping[int, Container]) -> Finding:
    a, b = bead.source[0], bead.target[0]
    at = _from(pair, b, [partner[id(one)] for one in box.around() if one is not box and id(one) in partner])
    if box.kind == "item":
        severity = None if box.ordered else WARNING
        name = "outside" if box.ordered else "item"
        return pair.finding(STEP, name, at=at, origin=a, bead=bead, severity=severity, number=str(box.number))
    return pair.finding(BOX, "outside", at=at, origin=a, bead=bead, name=shorten(box.title or box.name or box.kind, 40))


def _crossing(pair: Pair, bead: Bead, box: Container, which: str) -> Finding:
    """What stands on the wrong side of the end of a callout, a tab or a component, of which the title is its properties."""
    name = shorten((box.title if box.kind != "directive" else "") or box.name or box.kind, 40)
    severity = WARNING if box.kind == "directive" else None  # it may be but a frame around
    return pair.finding(
        BOX, which, at=whole(bead.target[0]), origin=bead.source[0], bead=bead, severity=severity, name=name
    )


def _from(pair: Pair, block: Block, kept: Sequence[Container]) -> Where:
    """A block, from the head of the callout or tab on that it begins, if that is none of those that it did not leave."""
    before = pair.target.blocks[block.index - 1].start if block.index else -1
    around = block.parent.around() if block.parent is not None else ()
    opened = [
        box.start
        for box in around
        if box.kind in ("callout", "tab") and before < box.start < block.start and box not in kept
    ]
    return (min(opened), block.end) if opened else whole(block)


def _quotes(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """A quotation that is none here: its mark is there as text, or the page has other quotations that are, or should
    have but this one. Where none of several is one here, the translator sets them as text."""
    a, b = bead.source[0], bead.target[0]
    if not a.kind == b.kind == "paragraph":
        return
    there, here = boxes(a, *HOLDING), boxes(b, *HOLDING)
    deep = [sum(box.kind == "quote" for box in chain) for chain in (there, here)]
    kept, left = ([box.kind for box in chain if box.kind != "quote"] for chain in (there, here))
    if deep[0] > deep[1] == 0 and (not kept or kept == left) and "callout" not in left[len(kept) :]:
        if b.text.lstrip().startswith((">", "\uff1e")):
            yield pair.finding(QUOTE, "plain", at=whole(b), origin=a, bead=bead, severity=ERROR)
        elif kept == left and (_quotations(pair.target) or _quotations(pair.source) == 1):
            yield pair.finding(QUOTE, "plain", at=whole(b), origin=a, bead=bead)
    elif not there and deep[1] and "callout" not in left:
        if not a.text.startswith(MARKS):  # which lost its sign: `marker-missing` says so
            yield pair.finding(QUOTED, "quotation", at=whole(b), origin=a, bead=bead)


def _quotations(document: Document) -> int:
    if "quotations" not in document.memo:
        document.memo["quotations"] = len({id(box) for block in document.blocks for box in boxes(block, "quote")})
    return int(document.memo["quotations"])


def _colons(pair: Pair) -> Iterator[Finding]:
    """Containers of colons inside one another: the outer one has more, or the first closing line ends it."""
    if b":::" not in pair.target.raw or b"::::" not in pair.source.raw:
        return
    told: set[int] = set()
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        outer_a, outer_b = _misnested(pair.source, a), _misnested(pair.target, b)
        if outer_b is not None and outer_a is None and id(outer_b) not in told:
            told.add(id(outer_b))
            yield pair.finding(COLONS, "equal", at=(outer_b.start, outer_b.start + 3), bead=bead, name=outer_b.name)


def _misnested(document: Document, block: Block) -> Container | None:
    found = [box for box in (block.parent.around() if block.parent is not None else ()) if _size(document, box)]
    for inner, outer in pairwise(found):
        if _size(document, outer) <= _size(document, inner):
            return outer
    return None


def _size(document: Document, box: Container) -> int:
    match = COLON.match(document.raw, box.start)
    return len(match.group()) if match is not None else 0


FAMILY = Family(
    (STEP, BOX, QUOTE, QUOTED, COLONS),
    pair=check,
    of=What.FORM | What.JOINED | What.BOX | What.INDENTED | What.DIRECTIVE,
)
