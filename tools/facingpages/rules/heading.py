"""Headings: the same levels in the same order, and still headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.document import Block, Heading
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.rules.base import Pair, across
from facingpages.rules.changed_places import changed_places
from facingpages.rules.contrast import named
from facingpages.rules.credits import are_credits
from facingpages.rules.held import What
from facingpages.rules.mend import SAFE, Change, several
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.tagged import tagged

MISSING = Rule(
    "heading-missing",
    ERROR,
    "A heading of the source, or its whole section, has no counterpart.",
    {
        "section": 'The section "{text}" of the source, with {count} blocks, has no counterpart.',
        "sections": '{count} sections of the source in a row have no counterpart, the first is "{text}"',
        "heading": 'The heading "{text}" of the source has no counterpart.',
    },
    origin="source heading",
)
EXTRA = Rule(
    "heading-extra",
    WARNING,
    "The translation has a heading, or a section, that the source lacks.",
    {
        "section": 'The section "{text}", with {count} blocks, has no counterpart in the source.',
        "sections": '{count} sections in a row have no counterpart in the source, the first is "{text}"',
        "heading": 'The heading "{text}" has no counterpart in the source.',
    },
)
LEVEL = Rule(
    "heading-level",
    ERROR,
    "A heading has another level than in the source.",
    {
        "level": "This heading has level {here}; in the source it has level {there}.",
        "several": "{count} headings from here on have level {here}; in the source they have level {there}.",
    },
    origin="source heading",
)
LOST = Rule(
    "heading-lost",
    ERROR,
    "A heading of the source is no heading here.",
    {
        "space": "This is no heading: a space is missing after the #.",
        "text": "The source has a heading here; this is a paragraph.",
    },
    origin="source heading",
)
ADDED = Rule(
    "heading-added",
    WARNING,
    "What is a paragraph in the source is a heading here.",
    {"made": "This is a heading; in the source it is a paragraph."},
)
ORDER = Rule(
    "heading-order",
    WARNING,
    "A section stands in another place than in the source.",
    {
        "moved": 'The section "{text}" stands in another place in the source.',
        "swapped": 'The headings "{text}" and "{other}" seem to have changed places.',
    },
    origin="source heading",
    evident=True,
)

MANY = 3  # headings that differ from the source in the same way, one after another, which are one thing
MARKS = late(rb"#{1,6}")
RUN_IN = late(rb"(#{1,6})[^\s#][^\r\n]*\r?\n[ \t]*\S")
BEHIND = late(rb"[ \t](#+)[ \t]*$")
BOLD = late(rb"\*\*[^*]+\*\*|__[^_]+__")


def check(pair: Pair) -> Iterator[Finding]:
    """Headings missing, extra, of another level, turned into text, moved."""
    blocks = Blocks(pair)
    told: set[int] = set()
    yield from _in_other_places(pair, told)
    for unit in pair.missing:
        if unit.kind == "heading" and id(unit) not in told:
            block = unit.blocks[0]
            more = len(unit.blocks) - 1
            if not more and unit.position in tagged(pair).positions:
                continue
            if not more and (marks := _run_in(pair, unit.position)) is not None:
                put = several(pair.target, [((marks[1], marks[1]), " ")], "put the space back")
                yield pair.finding(LOST, "space", at=marks, origin=block, fix=put)
                continue
            yield pair.finding(
                MISSING,
                "section" if more else "heading",
                at=pair.gap(unit.position),
                origin=across(block, unit.blocks[-1]),
                text=named(pair.source, block),
                count=str(more),
                lost=unit,
                fix=blocks.put_in(unit),
            )
    for unit in pair.extra:
        if unit.kind == "heading" and id(unit) not in told and pair.duplicate_of(unit.blocks[0]) is None:
            block = unit.blocks[0]
            more = len(unit.blocks) - 1
            yield pair.finding(
                EXTRA, "section" if more else "heading", at=block, text=named(pair.target, block), count=str(more),
                added=unit, severity=INFO if are_credits(unit.blocks) else None,
            )  # fmt: skip
    yield from _swapped(pair)
    yield from _levels(pair)
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.kind != "heading" and b.kind != "heading":
            continue
        place, origin = (b.start, b.end), (a.start, a.end)
        if isinstance(a, Heading) and isinstance(b, Heading):
            if bead.moved and b.index not in pair.meant.exchanged:
                yield pair.finding(ORDER, "moved", at=place, origin=origin, bead=bead, text=named(pair.target, b))
        elif a.kind == "heading":
            message = "space" if b.text.startswith("#") else "text"
            fix = _made_heading(pair, a, b) if isinstance(a, Heading) else None
            yield pair.finding(LOST, message, at=place, origin=origin, bead=bead, fix=fix)
        else:
            yield pair.finding(ADDED, "made", at=place, origin=origin, bead=bead, fix=_made_text(pair, b))


def _in_other_places(pair: Pair, told: set[int]) -> Iterator[Finding]:
    """Sections that have no counterpart where they stand, and one in another place: they are `told` by that."""
    for lost, found in changed_places(pair):
        told.update((id(lost), id(found)))
        b = found.blocks[0]
        yield pair.finding(ORDER, "moved", at=b, origin=lost.blocks[0], text=named(pair.target, b))


def _run_in(pair: Pair, position: int) -> tuple[int, int] | None:
    """The marks that lack their space before a heading which so became the first line of the paragraph below it."""
    for bead in pair.beads[position + 1 : position + 2]:
        match = RUN_IN.match(pair.target.raw, bead.target[0].start) if bead.source and bead.target else None
        if match is not None and bead.target[0].kind == "paragraph" and bead.source[0].kind == "paragraph":
            return match.span(1)
    return None


def _levels(pair: Pair) -> Iterator[Finding]:
    """Headings of other levels; several of one level that all have the same other one, with none between, as one."""
    by_level: dict[int, list[tuple[Bead, Heading, Heading]]] = {}
    for bead in pair.holding(What.FORM | What.JOINED):
        a, b = bead.source[0], bead.target[0]
        if (
            isinstance(a, Heading)
            and isinstance(b, Heading)
            and a.level != b.level
            and pair.vouches(bead)
            and not pair.absent.holds(b)
        ):
            by_level.setdefault(a.level, []).append((bead, a, b))
    for level, found in by_level.items():
        right = {
            b.index
            for bead in (pair.aligned if len(found) >= MANY else ())
            if isinstance(a := bead.source[0], Heading)
            and isinstance(b := bead.target[0], Heading)
            and a.level == b.level == level
        }
        run: list[tuple[Bead, Heading, Heading]] = []
        for one in found:
            if run and (run[-1][2].level != one[2].level or any(run[-1][2].index < at < one[2].index for at in right)):
                yield from _told(pair, run)
                run = []
            run.append(one)
        yield from _told(pair, run)


def _told(pair: Pair, run: Sequence[tuple[Bead, Heading, Heading]]) -> Iterator[Finding]:
    """Headings that differ from the source in the same way, in order."""
    if len(run) < MANY:
        for bead, a, b in run:
            yield pair.finding(
                LEVEL, "level", at=b, origin=a, bead=bead, here=str(b.level), there=str(a.level),
                fix=_at_level(pair, [b], a.level),
            )  # fmt: skip
        return
    bead, a, b = run[0]
    yield pair.finding(
        LEVEL, "several", at=b, origin=a, bead=bead, here=str(b.level), there=str(a.level), count=str(len(run)),
        fix=_at_level(pair, [heading for _, _, heading in run], a.level),
    )  # fmt: skip


def _at_level(pair: Pair, headings: Sequence[Heading], level: int) -> Fix | None:
    """As many marks as in the source, also behind a heading where there are as many."""
    changes: list[Change] = []
    for heading in headings:
        match = MARKS.match(pair.target.raw, heading.start, heading.end)
        if match is None:
            return None
        changes.append((match.span(), "#" * level))
        end = pair.target.line_span(heading.start)[1]
        behind = BEHIND.search(pair.target.raw, match.end(), end)
        if behind is not None and behind.group(1) == match.group():
            changes.append((behind.span(1), "#" * level))
    return several(pair.target, changes, "take the level of the source", SAFE)


def _made_heading(pair: Pair, source: Heading, block: Block) -> Fix | None:
    """The marks of the source's heading before a line of text, with the space that they lack."""
    raw = pair.target.raw
    if block.kind != "paragraph" or block.marker is not None or b"\n" in raw[block.start : block.end].rstrip():
        return None
    marks = MARKS.match(raw, block.start, block.end)
    if marks is not None:
        return several(pair.target, [((marks.end(), marks.end()), " ")], "put the space back")
    changes: list[Change] = [((block.start, block.start), "#" * source.level + " ")]
    bold = BOLD.fullmatch(raw[block.start : block.end].rstrip())
    if bold is not None and not source.strongs:
        start, end = block.start, block.start + len(bold.group())
        changes = [((start, start + 2), "#" * source.level + " "), ((end - 2, end), "")]
    return several(pair.target, changes, "make it a heading")


def _made_text(pair: Pair, block: Block) -> Fix | None:
    """A heading without its marks."""
    match = MARKS.match(pair.target.raw, block.start, block.end)
    if match is None:
        return None
    end = (
        match.end()
        + len(pair.target.raw[match.end() : block.end])
        - len(pair.target.raw[match.end() : block.end].lstrip())
    )
    return several(pair.target, [((block.start, end), "")], "take the # away")


def _swapped(pair: Pair) -> Iterator[Finding]:
    """Neighbouring headings each of which says what the other one should."""
    for first, second, one, other, bead in pair.meant.swapped:
        if one.kind == "heading":
            yield pair.finding(
                ORDER, "swapped", at=first, origin=other, bead=bead, text=named(pair.target, first),
                other=named(pair.target, second),
            )  # fmt: skip


FAMILY = Family(
    (MISSING, EXTRA, LEVEL, LOST, ADDED, ORDER),
    pair=check,
    of=What.UNPAIRED | What.JOINED | What.FORM | What.MOVED | What.WORDS,
)
