"""Notes, tips, warnings: of the same type, and still callouts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Container
from facingpages.finding import Finding
from facingpages.rules.base import Pair, Where, across, shorten
from facingpages.rules.rule import ERROR, WARNING, Family, Rule
from facingpages.rules.units import boxes

TYPE = Rule(
    "callout-type",
    ERROR,
    "A callout has another type than in the source.",
    {"changed": 'This callout has the type "{here}"; in the source it is "{there}".'},
    origin="source callout",
)
KEYWORD = Rule(
    "callout-keyword",
    ERROR,
    "The keyword of a callout was translated or damaged.",
    {
        "unknown": 'The callout keyword "{here}" is not known; in the source it is "{there}".',
        "line": 'Text stands on the line of the marker "{here}", so this is no callout.',
    },
    origin="source callout",
)
MISSING = Rule(
    "callout-missing",
    ERROR,
    "What is a callout in the source is plain text here.",
    {
        "missing": 'The callout of type "{there}" has no counterpart: "{text}"',
        "plain": 'The source has a callout of type "{there}" here; this is plain text.',
    },
    origin="source callout",
)
EXTRA = Rule(
    "callout-extra",
    WARNING,
    "What is plain text in the source is a callout here.",
    {
        "extra": 'The callout of type "{here}" has no counterpart in the source: "{text}"',
        "made": 'This is a callout of type "{here}"; in the source it is plain text.',
    },
)

KNOWN = frozenset(
    [
        "note",
        "tip",
        "important",
        "warning",
        "caution",
        "danger",
        "info",
        "success",
        "question",
        "failure",
        "bug",
        "example",
        "quote",
    ]
)
LINE = re.compile(rb"[> \t]*(\[![^\]\n]+\])[ \t]*[^\s+-]")
MARKER = re.compile(r"(?:!!!|\?\?\?|:::|///|\[!\w+\])")
NOT_CALLOUTS = frozenset(("div", "video", "include", "code", "table", "vsts", "azuresupport"))


def check(pair: Pair) -> Iterator[Finding]:
    """Callouts of another type, lost or made. Once for each callout."""
    yield from _alone(pair)
    told: set[int] = set()
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if a.parent is None and b.parent is None:
            continue
        one, two = _callout(a), _callout(b)
        if one is None and two is None:
            continue
        key = id(one) if one is not None else id(two)
        if key in told or bead.moved:
            continue
        told.add(key)
        if one is not None and two is not None:
            yield from _types(pair, bead, one, two)
        elif one is not None:
            before = pair.target.blocks[b.index - 1] if b.index else b
            marker: Where = before if MARKER.match(before.text) else _marker_line(pair, b) or b
            yield pair.finding(
                MISSING, "plain", at=marker, origin=(one.start, one.start + 1), bead=bead, there=one.name
            )
        elif two is not None:
            yield pair.finding(EXTRA, "made", at=(two.start, two.start + 1), origin=a, bead=bead, here=two.name)


def _alone(pair: Pair) -> Iterator[Finding]:
    """Whole callouts without counterpart."""
    for unit in pair.missing:
        if unit.kind == "callout":
            box = boxes(unit.blocks[0], "callout")[-1]
            yield pair.finding(
                MISSING,
                "missing",
                at=pair.gap(unit.position),
                origin=across(box, unit.blocks[-1]),
                there=box.name,
                text=shorten(unit.blocks[0].text),
            )
    for unit in pair.extra:
        if unit.kind == "callout" and pair.duplicate_of(unit.blocks[0]) is None:
            box = boxes(unit.blocks[0], "callout")[-1]
            yield pair.finding(
                EXTRA, "extra", at=across(box, unit.blocks[-1]), here=box.name, text=shorten(unit.blocks[0].text)
            )


def _types(pair: Pair, bead: Bead, one: Container, two: Container) -> Iterator[Finding]:
    """The types of a callout and its counterpart, and what stands behind the marker."""
    place, origin = (two.start, two.start + 1), (one.start, one.start + 1)
    if one.name == two.name:
        behind = LINE.match(pair.target.raw, two.start)
        if behind is not None and LINE.match(pair.source.raw, one.start) is None:
            here = behind.group(1).decode("utf-8", "replace")
            yield pair.finding(KEYWORD, "line", at=behind.span(), origin=origin, bead=bead, here=here)
    elif two.name not in KNOWN and (one.name in KNOWN or two.name not in NOT_CALLOUTS):
        yield pair.finding(
            KEYWORD,
            "unknown",
            at=place,
            origin=origin,
            bead=bead,
            severity=None if one.name in KNOWN else WARNING,
            here=two.name,
            there=one.name,
        )
    else:
        yield pair.finding(TYPE, "changed", at=place, origin=origin, bead=bead, here=two.name, there=one.name)


def _marker_line(pair: Pair, block: Block) -> tuple[int, int] | None:
    """The line before a block, if it looks like a callout's marker that holds nothing."""
    raw = pair.target.raw
    lines = raw[: raw.rfind(b"\n", 0, block.start) + 1].rstrip()
    start = lines.rfind(b"\n") + 1
    return (start, len(lines)) if MARKER.match(lines[start:].decode("utf-8", "replace").lstrip("> \t")) else None


def _callout(block: Block) -> Container | None:
    found = boxes(block, "callout")
    return found[0] if found else None


FAMILY = Family((TYPE, KEYWORD, MISSING, EXTRA), pair=check)
