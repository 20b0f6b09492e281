"""Notes, tips, warnings: of the same type, and still callouts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.document import Block, Container
from facingpages.finding import Finding
from facingpages.rules.base import ERROR, WARNING, Example, Family, Pair, Rule, boxes, shorten

TYPE = Rule(
    "callout-type",
    ERROR,
    "A callout has another type than in the source.",
    "A warning that became a note. The title may be translated, the type is a keyword.",
    (
        Example("> [!WARNING]\n> Funds expire.\n", "> [!NOTE]\n> Medel förfaller.\n", ("1:1",)),
        Example(
            '!!! tip "Save money"\n    Use both.\n', '!!! tip "Spara pengar"\n    Använd båda.\n', dialect="mkdocs",
            note="A translated title is fine.",
        ),
    ),
)  # fmt: skip
KEYWORD = Rule(
    "callout-keyword",
    ERROR,
    "The keyword of a callout was translated or damaged.",
    "The site no longer knows it and shows the brackets to the reader.",
    (Example("> [!NOTE]\n> Funds expire.\n", "> [!PIEZĪME]\n> Līdzekļi zaudē spēku.\n", ("1:1",), "lv"),),
)
MISSING = Rule(
    "callout-missing",
    ERROR,
    "What is a callout in the source is plain text here.",
    "The marker was lost, escaped or put into code.",
    (
        Example("> [!NOTE]\n> Funds expire.\n", "Medel förfaller.\n", ("1:1",)),
        Example("!!! note\n    Funds expire.\n", "\\!!! note\n\nMedel förfaller.\n", ("1:1",), dialect="mkdocs"),
    ),
)
EXTRA = Rule(
    "callout-extra",
    WARNING,
    "What is plain text in the source is a callout here.",
    "It was made more important than the source has it.",
    (Example("Funds expire.\n", "> [!NOTE]\n> Medel förfaller.\n", ("1:1",)),),
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
MARKER = re.compile(r"(?:!!!|\?\?\?|:::|\[!\w+\])")
NOT_CALLOUTS = frozenset(("div", "video", "include", "code", "table", "vsts", "azuresupport"))


def check(pair: Pair) -> Iterator[Finding]:
    """Callouts of another type, lost or made. Once for each callout."""
    for unit in pair.missing:
        if unit.kind == "callout":
            box = boxes(unit.blocks[0], "callout")[-1]
            yield pair.finding(
                MISSING, 'The callout of type "{there}" has no counterpart: "{text}"', pair.gap(unit.position),
                (box.start, unit.blocks[-1].end), note="source callout", there=box.name, text=shorten(unit.blocks[0].text),
            )  # fmt: skip
    for unit in pair.extra:
        if unit.kind == "callout" and pair.duplicate_of(unit.blocks[0]) is None:
            box = boxes(unit.blocks[0], "callout")[-1]
            yield pair.finding(
                EXTRA, 'The callout of type "{here}" has no counterpart in the source: "{text}"', (box.start, unit.blocks[-1].end),
                here=box.name, text=shorten(unit.blocks[0].text),
            )  # fmt: skip
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
            if one.name == two.name:
                continue
            place, origin = (two.start, two.start + 1), (one.start, one.start + 1)
            if two.name not in KNOWN and (one.name in KNOWN or two.name not in NOT_CALLOUTS):
                yield pair.finding(
                    KEYWORD, 'The callout keyword "{here}" is not known; in the source it is "{there}".', place, origin,
                    note="source callout", bead=bead, severity=None if one.name in KNOWN else WARNING, here=two.name,
                    there=one.name,
                )  # fmt: skip
            else:
                yield pair.finding(
                    TYPE, 'This callout has the type "{here}"; in the source it is "{there}".', place, origin,
                    note="source callout", bead=bead, here=two.name, there=one.name,
                )  # fmt: skip
        elif one is not None:
            before = pair.target.blocks[b.index - 1] if b.index else b
            marker = before if MARKER.match(before.text) else b
            yield pair.finding(
                MISSING, 'The source has a callout of type "{there}" here; this is plain text.', (marker.start, marker.end),
                (one.start, one.start + 1), note="source callout", bead=bead, there=one.name,
            )  # fmt: skip
        elif two is not None:
            yield pair.finding(
                EXTRA, 'This is a callout of type "{here}"; in the source it is plain text.', (two.start, two.start + 1),
                (a.start, a.end), bead=bead, here=two.name,
            )  # fmt: skip


def _callout(block: Block) -> Container | None:
    found = boxes(block, "callout")
    return found[0] if found else None


FAMILY = Family((TYPE, KEYWORD, MISSING, EXTRA), pair=check)
