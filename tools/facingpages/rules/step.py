"""Ordered list items: each step of the source has its counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facingpages.document import Block, Document
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.rules.base import Pair, whole
from facingpages.rules.contrast import named
from facingpages.rules.held import What
from facingpages.rules.instead import lists_instead
from facingpages.rules.items import is_told, lines
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.units import Unit, as_one, runs

MISSING = Rule(
    "step-missing",
    ERROR,
    "A step of the source has no counterpart.",
    {
        "missing": 'Step {number} of the source has no counterpart: "{text}"',
        "many": '{count} steps of the source, from step {number} on, have no counterpart, the first is "{text}"',
    },
    origin="source step",
)
EXTRA = Rule(
    "step-extra",
    WARNING,
    "The translation has a step that the source lacks.",
    {
        "extra": 'This step has no counterpart in the source: "{text}"',
        "several": '{count} steps have no counterpart in the source, the first is "{text}"',
    },
)
MERGED = Rule(
    "step-merged",
    WARNING,
    "Two steps of the source stand in one step.",
    {
        "merged": "Steps {first} and {second} of the source stand in one step here.",
        "nested": "Step {number} of the source and the {count} blocks in it stand in one step here.",
    },
    origin="source step",
)
SPLIT = Rule(
    "step-split",
    WARNING,
    "One step of the source stands in two steps.",
    {"split": "Step {number} of the source is split in two here."},
    origin="source step",
)
ORDER = Rule(
    "step-order",
    ERROR,
    "A step stands in another place than in the source.",
    {
        "moved": 'Step {number} of the source, "{text}", stands in another place here.',
        "swapped": "Steps {first} and {second} of the source seem to have changed places here.",
    },
    origin="source step",
    evident=True,
)
GLUED = late(r"(?<!\S)\d{1,2}[.)][^\W\d_]")  # a step of the source whose space was forgotten, so that it is text


def check(pair: Pair) -> Iterator[Finding]:
    """Steps without counterpart, merged, split, moved."""
    blocks = Blocks(pair)
    anew = lists_instead(pair)
    gone = {block.index for one in anew for block in one.missing.blocks}
    new = {block.index for one in anew for block in one.extra.blocks}
    for run in pair.absent.runs(gone, "step"):
        yield _missing(pair, run, blocks.put_in(as_one(run)) if _is_list_here(pair, run[0].blocks[0]) else None)
    meant = any(GLUED.search(block.text) for block in pair.source.blocks) if pair.extra else False
    added = [unit for unit in pair.extra if unit.blocks[0].index not in new]
    for run in runs([unit for unit in added if pair.duplicate_of(unit.blocks[0]) is None], "step"):
        yield pair.finding(
            EXTRA, "extra" if len(run) == 1 else "several", at=whole(run[0].blocks[0]),
            severity=INFO if meant else None, text=_title(pair.target, run[0]), count=str(len(run)),
            added=run[0], fix=blocks.take_out(as_one(run).blocks, "step"),
        )  # fmt: skip
    yield from _swapped(pair)
    along = _moved_along(pair) if pair.held.whole & What.MOVED else set()
    for bead in pair.holding(What.MOVED | What.JOINED):
        source, target = bead.source, bead.target
        marker = source[0].marker
        if bead.moved and marker is not None and marker.ordered and id(marker.parent) not in along:
            yield pair.finding(
                ORDER,
                "moved",
                at=whole(target[0]),
                origin=whole(source[0]),
                bead=bead,
                number=str(marker.number),
                text=named(pair.source, source[0]),
                fix=_in_order(blocks, source[0], target[0]),
            )
        elif is_told(
            [block for block in source if block.marker is not None], target
        ):  # told as a list that is text here
            continue
        elif len(source) == 2 and _steps(source):
            yield pair.finding(
                MERGED,
                "merged",
                at=whole(target[0]),
                origin=whole(source[1]),
                bead=bead,
                first=_number(source[0]),
                second=_number(source[1]),
                severity=INFO if target[0].marker is None and lines(pair, target[0]) == 1 else None,
            )
        elif len(source) > 2 and len(target) == 1 and _steps(source[:1]):
            yield pair.finding(
                MERGED, "nested", at=whole(target[0]), origin=whole(source[0]), bead=bead, number=_number(source[0]),
                count=str(len(source) - 1),
            )  # fmt: skip
        elif len(target) == 2 and _steps(target) and source[0].marker is not None and not GLUED.search(source[0].text):
            yield pair.finding(
                SPLIT, "split", at=whole(target[1]), origin=whole(source[0]), bead=bead, number=_number(source[0])
            )


def _is_list_here(pair: Pair, step: Block) -> bool:
    """Whether the list of a step is one in the translation: where it is text (`① ...`), one item of a list is not put in."""
    list_of = step.marker.parent if step.marker is not None else None
    markers = ((bead.source[0].marker, bead.target[0]) for bead in pair.aligned if list_of is not None)
    here = [block for marker, block in markers if marker is not None and marker.parent is list_of]
    return not here or any(block.marker is not None for block in here)


def _in_order(blocks: Blocks, source: Block, target: Block) -> Fix | None:
    """The steps of the list put in the source's order."""
    there, here = (block.marker.parent if block.marker is not None else None for block in (source, target))
    return blocks.in_order(there, here) if there is not None and here is not None else None


def _moved_along(pair: Pair) -> set[int]:
    """The lists all of whose steps stand elsewhere, in their order: with the section that they are of."""
    here: dict[int, list[int]] = {}
    stayed: set[int] = set()
    for bead in pair.aligned:
        marker = bead.source[0].marker
        if marker is not None and marker.ordered:
            here.setdefault(id(marker.parent), []).append(bead.target[0].index)
            if not bead.moved:
                stayed.add(id(marker.parent))
    return {there for there, places in here.items() if len(places) > 1 and places == sorted(places)} - stayed


def _swapped(pair: Pair) -> Iterator[Finding]:
    """Neighbouring steps each of which says what the other one should."""
    for first, _, one, other, bead in pair.meant.swapped:
        if one.marker is not None and one.marker.ordered:
            yield pair.finding(
                ORDER,
                "swapped",
                at=whole(first),
                origin=whole(other),
                bead=bead,
                first=_number(one),
                second=_number(other),
            )


def _missing(pair: Pair, run: Sequence[Unit], fix: Fix | None) -> Finding:
    unit = run[0]
    step = unit.blocks[0]
    return pair.finding(
        MISSING,
        "missing" if len(run) == 1 else "many",
        count=str(len(run)),
        at=pair.gap(unit.position),
        origin=whole(step),
        number=_number(step),
        text=_title(pair.source, unit),
        lost=unit,
        fix=fix,
    )


def _title(document: Document, unit: Unit) -> str:
    return named(document, next((block for block in unit.blocks if block.text.strip()), unit.blocks[0]))


def _steps(blocks: tuple[Block, ...]) -> bool:
    return all(block.marker is not None and block.marker.ordered for block in blocks)


def _number(step: Block) -> str:
    marker = step.marker
    if marker is None:
        return "?"
    first = marker.parent.number if marker.parent is not None else 1
    return str(max(first, 1) + marker.number - 1)


FAMILY = Family(
    (MISSING, EXTRA, MERGED, SPLIT, ORDER), pair=check, of=What.JOINED | What.UNPAIRED | What.MOVED | What.WORDS
)
