"""Where containers end: what stands before or behind one in the source stands there here, too, and not within it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Container, Document, Heading
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.held import What, text_weight
from facingpages.rules.units import Unit, boxes

ENDS = late(r"[.!?:\u2026](?=[\s\"\u201d\u00bb)]|$)|[\u3002\uff01\uff1f\u0964\u06d4\u061f\u1362]")  # of sentences
BOXES = frozenset(("callout", "tab", "directive"))


def crossed(pair: Pair) -> Iterator[tuple[Bead, Container, bool]]:
    """Each stretch of blocks on the wrong side of a container's end, by its first bead: the container, and whether it
    stands inside here and outside in the source, or the other way round.

    Both containers are known by other blocks that stand in both of them. What leaves a callout or a tab is told by
    `nesting`; here it is only components and containers of a name of their own, by that name.
    """
    if not pair.held.whole & What.BOX or not _may_cross(pair):
        return
    sides = [(bead, _boxes(bead.source[0]), _boxes(bead.target[0])) for bead in pair.aligned if not bead.moved]
    there: dict[int, Container] = {}
    here: dict[int, Container] = {}
    for _, one, two in sides:
        for key in {_key(box) for box in one}:
            for a, b in zip(_of(one, key), _of(two, key), strict=False):
                there.setdefault(id(a), b)
                here.setdefault(id(b), a)
    open_there, open_here = _never_closed(pair.source), _never_closed(pair.target)
    counts = [
        Counter(key for key, _ in {(_key(box), id(box)) for some in boxes for box in some})
        for boxes in ([one for _, one, _ in sides], [two for _, _, two in sides])
    ]

    def comparable(box: Container) -> bool:
        """Whether as many of its name stand on both sides: of others, one was lost, and told as that."""
        return box.kind != "directive" or counts[0][_key(box)] == counts[1][_key(box)]

    told: Container | None = None
    for bead, one, two in sides:
        entered = next(
            (b for b in two if id(b) in here and not _of(one, _key(b)) and b.start not in open_here and comparable(b)),
            None,
        )
        left = next(
            (a for a in one if a.kind == "directive" and id(a) in there and not _of(two, _key(a))
             and a.start not in open_there and there[id(a)].start not in open_here and comparable(a)),
            None,
        )  # fmt: skip
        box = entered or left
        if box is not None and box is not told:
            yield bead, box, entered is not None
        told = box


def _may_cross(pair: Pair) -> bool:
    """Whether any block stands in other kinds of containers than its counterpart, or in a component, which has a name."""
    if pair.held.whole & (What.FORM | What.JOINED):
        return True
    named = (box.kind == "directive" for bead in pair.holding(What.BOX) for box in _around(bead.source[0]))
    return any(named)


def run_in(pair: Pair) -> Iterator[tuple[Bead, Block, Container]]:
    """Blocks behind a quotation or callout of the source that run on in its text: the bead, such a block, and what holds it.

    A line right below a quotation belongs to it, with its mark or without.
    """
    for bead in pair.holding(What.JOINED):
        if len(bead.source) < 2 or len(bead.target) > 1 or bead.moved:
            continue
        box = next((box for box in _around(bead.target[0]) if box.kind in ("quote", "callout")), None)
        if box is None or not any(one.kind == box.kind for one in _around(bead.source[0])):
            continue
        outside = next((one for one in bead.source[1:] if all(b.kind != box.kind for b in _around(one))), None)
        if outside is not None:
            yield bead, outside, box


def torn(pair: Pair) -> Iterator[tuple[Bead, Block, Container]]:
    """What a blank line parts from a callout of one paragraph: the bead, what stands outside now, and the callout."""
    for bead in pair.holding(What.JOINED):
        if len(bead.source) > 1 or len(bead.target) != 2 or bead.moved:
            continue
        first, second = bead.target
        box = next(iter(boxes(first, "callout")), None)
        deep = len(boxes(first, "callout"))
        if box is not None and len(boxes(bead.source[0], "callout")) == deep > len(boxes(second, "callout")):
            yield bead, second, box


def glued(pair: Pair) -> list[tuple[Unit, Bead, Container]]:
    """Callouts of one paragraph that run on in the paragraph behind them, which stands in the callout here: the one of
    both that is missing by it, the bead of the other, and the callout.

    The one paragraph here has the sentences of both, and is as long as they are, by what the page's translation takes.
    """
    if not pair.missing:
        return []
    if "glued" not in pair.memo:
        found = (
            (unit, pair.beads[unit.position + (1 if unit.kind == "callout" else -1)])
            for unit in pair.missing
            if unit.kind in ("callout", "block") and len(unit.blocks) == 1
            and 0 < unit.position + (unit.kind == "callout") < len(pair.beads)
        )  # fmt: skip
        pair.memo["glued"] = [
            (unit, bead, box)
            for unit, bead in found
            if len(bead.source) == len(bead.target) == 1 and not bead.moved
            for box in boxes(bead.target[0], "callout")[:1]
            if _is_in_one(unit, bead, box) and _is_as_long(pair, unit, bead)
        ]
    told: list[tuple[Unit, Bead, Container]] = pair.memo["glued"]
    return told


def _is_in_one(unit: Unit, bead: Bead, box: Container) -> bool:
    """Whether of what is missing and its neighbour the first alone stands in a callout of the source, of this type."""
    first, second = unit.blocks[0], bead.source[0]
    if unit.kind != "callout":
        first, second = second, first
    within = boxes(first, "callout")
    return bool(within) and within[0].name == box.name and not boxes(second, "callout")


def _is_as_long(pair: Pair, unit: Unit, bead: Bead) -> bool:
    """Whether the translation of a bead is nearer to both in its length than to the bead, with the sentences of both."""
    both = (bead.source[0], unit.blocks[0])
    if len(ENDS.findall(bead.target[0].text)) < sum(len(ENDS.findall(one.text)) for one in both) or not all(
        ENDS.search(one.text) for one in both
    ):
        return False
    here = text_weight(pair.target, bead.target) / pair.scale
    return here > text_weight(pair.source, both[:1]) + text_weight(pair.source, both[1:]) / 2


def _around(block: Block) -> Iterator[Container]:
    return block.parent.around() if block.parent is not None else iter(())


def ends_tabs(document: Document, block: Block) -> bool:
    """Whether a rule ends the tabs that headings of Microsoft Learn open, `# [Linux](#tab/linux)`."""
    if document.dialect != "learn" or b"(#tab/" not in document.raw:
        return False
    for before in reversed(document.blocks[: block.index]):
        if before.kind == "rule":
            return False
        if isinstance(before, Heading) and any(link.target.startswith("#tab/") for link in before.links):
            return True
    return False


def _boxes(block: Block) -> list[Container]:
    """The containers of these kinds around a block, outermost first; those of `:::` and a name are directives, too."""
    if block.parent is None:
        return []
    return [box for box in block.parent.around() if box.kind in BOXES][::-1]


def _key(box: Container) -> tuple[str, str]:
    return box.kind, box.name if box.kind == "directive" else ""


def _of(boxes: list[Container], key: tuple[str, str]) -> list[Container]:
    return [box for box in boxes if _key(box) == key]


def _never_closed(document: Document) -> frozenset[int]:
    """Where containers begin that never end: everything behind them stands in them, which another rule tells."""
    if "never closed" not in document.memo:
        document.memo["never closed"] = frozenset(
            block.start for block in document.blocks if block.kind == "directive" and not block.closed
        )
    found: frozenset[int] = document.memo["never closed"]
    return found
