"""Notes, tips, warnings: of the same type, and still callouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from facingpages.align import Bead
from facingpages.document import Block, Container
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.rules.base import Pair, Where, across
from facingpages.rules.bounds import glued
from facingpages.rules.callout_line import settings, spoiled
from facingpages.rules.contrast import named
from facingpages.rules.credits import is_of_translation
from facingpages.rules.held import What
from facingpages.rules.joined import joined, parted
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.mend_callouts import KNOWN, MARKER, marked, marker_line, renamed_callout, retyped
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.unended import unended
from facingpages.rules.units import boxes

TYPE = Rule(
    "callout-type",
    ERROR,
    "A callout has another type than in the source.",
    {
        "changed": 'This callout has the type "{here}"; in the source it is "{there}".',
        "form": 'This callout is written as a shortcode; in the source it is a "{there}" of Markdown.',
    },
    origin="source callout",
)
KEYWORD = Rule(
    "callout-keyword",
    ERROR,
    "The keyword of a callout was translated or damaged.",
    {
        "unknown": 'The callout keyword "{here}" is not known; in the source it is "{there}".',
        "title": 'A blank before the title in brackets keeps "{here}" from having one.',
        "line": 'Text stands on the line of the marker "{here}", so this is no callout.',
        "bracket": 'The title of "{here}" stands in no pair of brackets, so this is no callout.',
    },
    origin="source callout",
    evident=True,
)
MISSING = Rule(
    "callout-missing",
    ERROR,
    "What is a callout in the source is plain text here.",
    {
        "missing": 'The callout of type "{there}" has no counterpart: "{text}"',
        "plain": 'The source has a callout of type "{there}" here; this is plain text.',
        "joined": 'In the source a callout of type "{there}" begins here; this stands in another one.',
    },
    origin="source callout",
)
EXTRA = Rule(
    "callout-extra",
    WARNING,
    "What is plain text in the source is a callout here.",
    {
        "extra": 'The callout of type "{here}" has no counterpart in the source: "{text}"',
        "parted": 'A callout of type "{here}" begins here; in the source this stands in the one before it.',
        "made": 'This is a callout of type "{here}"; in the source it is plain text.',
    },
)

SAID = late(r"(?:note|tip|hint|important|warning|caution|attention|info)\b\W*[:!\u2014-]", re.I)
TAG = late(
    r"(?:\{\{[<%]|\{%|<)-?\s*+(?:/\s*+)?(?:end)?(?:alert|admonition|callout|notice|hint|aside|note|tip|info|warning|caution|danger|"
    r"important)\b", re.I
)  # fmt: skip
NOT_CALLOUTS = frozenset(("div", "video", "include", "code", "table", "vsts", "azuresupport"))


def check(pair: Pair) -> Iterator[Finding]:
    """Callouts of another type, lost or made. Once for each callout."""
    yield from _alone(pair)
    within = [(bead, box) for bead, box in joined(pair, "callout") if misnamed(pair, bead) is None]
    told = {id(box) for _, box in within} | {id(box) for _, _, box in glued(pair)}
    told.update(map(id, unended(pair).values()))  # told as never closed
    yield from (_of_joined(pair, bead, box) for bead, box in within)
    unread: set[int] | None = None
    for bead in pair.holding(What.CALLOUT):
        a, b = bead.source[0], bead.target[0]
        one, two = _facing(a, b)
        key = id(one) if one is not None else id(two)
        if (one is None and two is None) or key in told or bead.moved:
            continue
        told.add(key)
        if one is not None and two is not None:
            told.add(id(two))  # what else stands in it is no callout of its own: `nesting` tells that it ends too late
            yield from _types(pair, bead, one, two)
        elif one is not None and (form := _shortcode(pair, b)) is not None:
            yield pair.finding(
                TYPE, "form", at=form, origin=(one.start, one.start + 1), bead=bead, severity=INFO, there=one.name
            )
        elif one is not None and (wrong := misnamed(pair, bead)) is not None:
            yield pair.finding(
                KEYWORD, "unknown", at=wrong, origin=(one.start, one.start + 1), bead=bead, here=wrong.name, there=one.name,
                fix=renamed_callout(pair, one),
            )  # fmt: skip
        elif one is not None:
            before = pair.target.blocks[b.index - 1] if b.index else b
            if unread is None:
                unread = {block.index for block in pair.unopened}
            if unread & {before.index, b.index}:
                continue  # told where it is written, for what it is
            marker: Where = before if MARKER.match(before.text) else marker_line(pair, b) or b
            lost = partial(pair.finding, MISSING, at=marker, origin=(one.start, one.start + 1), there=one.name)
            if not pair.vouches(bead) and not MARKER.match(before.text):
                yield lost("missing", text=named(pair.source, a))
            else:
                yield lost("joined" if boxes(b, "callout") else "plain", bead=bead, fix=marked(pair, b, one))
        elif two is not None:
            said = INFO if SAID.match(a.text) else None  # a note in words became one in mark-up
            yield pair.finding(
                EXTRA, "made", at=(two.start, two.start + 1), origin=a, bead=bead, here=two.name, severity=said
            )


def _of_joined(pair: Pair, bead: Bead, box: Container) -> Finding:
    return pair.finding(
        MISSING, "joined", at=bead.target[0], origin=(box.start, box.start + 1), bead=bead, there=box.name
    )


def misnamed(pair: Pair, bead: Bead) -> Block | None:
    """The head of a container right before a block that lost its callout: its name is none of a callout."""
    a, b = bead.source[0], bead.target[0]
    before = pair.target.blocks[b.index - 1] if b.index else b
    if before.kind != "directive" or before.name.lower() in ("", *KNOWN) or before.index in unended(pair):
        return None
    one, two = _facing(a, b)
    if one is None or two is not None:
        return None
    return before if pair.target.raw.startswith((b":::", b"///"), before.start) else None


def _alone(pair: Pair) -> Iterator[Finding]:
    """Whole callouts without counterpart, and those that go on with another one."""
    blocks = Blocks(pair)
    ran = [unit for unit, _, _ in glued(pair)]  # told where it runs on in what is behind it
    for unit in pair.missing:
        if unit.kind == "callout" and unit not in ran:
            box = boxes(unit.blocks[0], "callout")[-1]
            if _is_title(pair, unit.blocks[-1], box):
                continue
            yield pair.finding(
                MISSING, "missing", at=pair.gap(unit.position), origin=across(box, unit.blocks[-1]), there=box.name,
                text=named(pair.source, unit.blocks[0]), lost=unit, fix=renamed_callout(pair, box) or blocks.put_in(unit),
            )  # fmt: skip
    for unit in pair.extra:
        if unit.kind == "callout" and pair.duplicate_of(unit.blocks[0]) is None:
            box = boxes(unit.blocks[0], "callout")[-1]
            yield pair.finding(
                EXTRA, "extra", at=across(box, unit.blocks[-1]), here=box.name, text=named(pair.target, unit.blocks[0]),
                added=unit, fix=blocks.take_out(unit.blocks, unit.kind), severity=INFO if is_of_translation(pair, unit.blocks[0]) else None,
            )  # fmt: skip
    for bead, box in parted(pair, "callout"):
        yield pair.finding(
            EXTRA, "parted", at=(box.start, box.start + 1), origin=bead.source[0], bead=bead, here=box.name
        )


def _is_title(pair: Pair, block: Block, box: Container) -> bool:
    """Whether a block is the title behind a callout's mark, and the rest stands in none here, or in a shortcode: told there."""
    if pair.source.line_span(box.start) != pair.source.line_span(block.start):
        return False
    within = (bead for bead in pair.aligned if _facing(bead.source[0], bead.target[0])[0] is box)
    return any(_facing(bead.source[0], bead.target[0])[1] is None for bead in within)


def _types(pair: Pair, bead: Bead, one: Container, two: Container) -> Iterator[Finding]:
    """The types of a callout and its counterpart, and what stands behind the marker."""
    place, origin = (two.start, two.start + 1), (one.start, one.start + 1)
    if one.name == two.name:
        if (spoilt := spoiled(pair.source.raw, one, pair.target.raw, two)) is not None:
            message, where, here = spoilt
            yield pair.finding(KEYWORD, message, at=where, origin=origin, bead=bead, here=here)
        elif (there := settings(pair.source.raw, one)) != (here := settings(pair.target.raw, two)):
            yield pair.finding(TYPE, "changed", at=place, origin=origin, bead=bead, here=here, there=there)
    elif two.name not in KNOWN and (one.name in KNOWN or two.name not in NOT_CALLOUTS):
        yield pair.finding(
            KEYWORD, "unknown", at=place, origin=origin, bead=bead, severity=None if one.name in KNOWN else WARNING,
            here=two.name, there=one.name, fix=retyped(pair, one, two),
        )  # fmt: skip
    else:
        yield pair.finding(
            TYPE,
            "changed",
            at=place,
            origin=origin,
            bead=bead,
            here=two.name,
            there=one.name,
            fix=retyped(pair, one, two),
        )


def _odd(found: list[Container], kept: Container) -> Container:
    """Which of two callouts in one another is not the one that is left."""
    return found[found[0].name == kept.name != found[1].name]


def _shortcode(pair: Pair, block: Block) -> Where | None:
    """The shortcode before a block or in it that stands for a callout, `{{% alert %}}`, if there is one."""
    if block.directives and is_callout_tag(block.directives[0].text):
        return block.directives[0]
    written = pair.target.source_text(block.start, block.end)
    if written[:1] == "<" and is_callout_tag(written):  # `<Tip>Text</Tip>`, in one line
        return block
    for before in reversed(pair.target.blocks[max(0, block.index - 4) : block.index]):
        if before.kind == "directive":
            return before if makes_callout(pair, before) else None
    return None


def are_shortcodes(pair: Pair) -> bool:
    """Whether callouts of the source became shortcodes: then these are told once, as callouts."""
    return any(
        _callout(bead.source[0]) is not None and _callout(bead.target[0]) is None and _shortcode(pair, bead.target[0])
        for bead in pair.aligned
    )


def written_as(block: Block) -> str:
    """A block that is a directive, as it is written."""
    return " ".join(span.text for span in block.directives) or block.name


def is_callout_tag(text: str) -> bool:
    """Whether a shortcode or component makes a callout, by its name."""
    return TAG.match(text) is not None


def makes_callout(pair: Pair, block: Block) -> bool:
    """The same of a block of the translation: of a component, as it stands on the page."""
    return is_callout_tag(written_as(block)) or is_callout_tag(pair.target.source_text(block.start, block.end))


def opened(pair: Pair, marker: Block) -> Fix | None:
    """A line that should open a callout, with the mark of the source's callout that it stands for."""
    for bead in pair.aligned:
        one, block = _callout(bead.source[0]), bead.target[0]
        if one is not None and block.index - marker.index in (0, 1):
            return marked(pair, block, one)
    return None


def _callout(block: Block) -> Container | None:
    return next(iter(boxes(block, "callout")), None)


def _facing(a: Block, b: Block) -> tuple[Container | None, Container | None]:
    """The innermost callouts of a block and its translation; none for the one whose callouts are fewer.

    Of callouts in one another the inner one is lost where only one is left, unless that has the type of the inner one alone.
    """
    one, two = boxes(a, "callout"), boxes(b, "callout")
    if len(one) > len(two) > 0:
        return _odd(one, two[0]), None
    if len(two) > len(one) > 0:
        return None, _odd(two, one[0])
    return (one[0] if one else None), (two[0] if two else None)


FAMILY = Family((TYPE, KEYWORD, MISSING, EXTRA), pair=check, of=What.CALLOUT)
