"""Ordered list items: each step of the source has its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.document import Block
from facingpages.finding import Finding
from facingpages.rules.base import ERROR, INFO, WARNING, Example, Family, Pair, Rule, Unit, beginning, shorten

MISSING = Rule(
    "step-missing",
    ERROR,
    "A step of the source has no counterpart.",
    "A reader who follows the translation skips something the source tells them to do. The finding stands where the "
    "step should have stood and names it. Numbering (`1. 1. 1.`) and marker style never matter.",
    (
        Example(
            "1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n",
            "1. Öppna **Inställningar**.\n2. Välj **Spara**.\n",
            ("2:1",),
        ),
        Example(
            "1. Open **Settings**.\n2. Enter the amount.\n",
            "1) Öppna **Inställningar**.\n1) Ange beloppet.\n",
            note="Another marker and another numbering are the same list.",
        ),
    ),
)
EXTRA = Rule(
    "step-extra",
    WARNING,
    "The translation has a step that the source lacks.",
    "Either the source lost a step since it was translated, or the translation repeats or invents one.",
    (
        Example(
            "1. Open **Settings**.\n2. Select **Save**.\n",
            "1. Öppna **Inställningar**.\n2. Logga in igen med samma konto.\n3. Välj **Spara**.\n",
            ("2:1",),
        ),
    ),
)
MERGED = Rule(
    "step-merged",
    WARNING,
    "Two steps of the source stand in one step.",
    'Nothing is lost, but step numbers no longer agree: "see step 4" and a support call point at the wrong one.',
    (
        Example(
            "1. Open [Billing](b.md) and find the subscription.\n2. Enter the amount in the field.\n3. Select **Save**.\n",
            "1. Öppna [Fakturering](b.md) och leta upp prenumerationen. Ange beloppet i fältet.\n2. Välj **Spara**.\n",
            ("1:1",),
        ),
    ),
)
SPLIT = Rule(
    "step-split",
    WARNING,
    "One step of the source stands in two steps.",
    "Nothing is lost, but step numbers no longer agree with the source.",
    (
        Example(
            "1. Open [Billing](b.md) and enter the amount in the field next to the balance.\n2. Select **Save**.\n",
            "1. Öppna [Fakturering](b.md).\n2. Ange beloppet i fältet bredvid saldot.\n3. Välj **Spara**.\n",
            ("2:1",),
        ),
    ),
)
ORDER = Rule(
    "step-order",
    ERROR,
    "A step stands in another place than in the source.",
    "Reported only where links, code, pictures or numbers in the steps prove that they changed places.",
    (
        Example(
            "1. Run `az login` to sign in.\n2. Run `az account set` now.\n3. Select **Save**.\n",
            "1. Kör `az account set` nu.\n2. Kör `az login` för att logga in.\n3. Välj **Spara**.\n",
            ("2:1",),
        ),
    ),
)
GLUED = re.compile(r"(?<!\S)\d{1,2}[.)][^\W\d_]")  # a step of the source whose space was forgotten, so that it is text


def check(pair: Pair) -> Iterator[Finding]:
    """Steps without counterpart, merged, split, moved."""
    for unit in pair.missing:
        if unit.kind == "step":
            yield _missing(pair, unit)
    for unit in pair.extra:
        if unit.kind == "step":
            step = unit.blocks[0]
            if pair.duplicate_of(step) is None:
                meant = any(GLUED.search(block.text) for block in pair.source.blocks)
                yield pair.finding(
                    EXTRA, 'This step has no counterpart in the source: "{text}"', (beginning(step), step.end),
                    severity=INFO if meant else None, text=_title(unit),
                )  # fmt: skip
    for bead in pair.aligned:
        source, target = bead.source, bead.target
        if bead.moved and source[0].marker is not None and source[0].marker.ordered:
            yield pair.finding(
                ORDER, 'Step {number} of the source, "{text}", stands in another place here.',
                (beginning(target[0]), target[0].end), (beginning(source[0]), source[0].end), note="source step",
                bead=bead, number=str(source[0].marker.number), text=shorten(source[0].text),
            )  # fmt: skip
        elif len(source) == 2 and _steps(source):
            yield pair.finding(
                MERGED, "Steps {first} and {second} of the source stand in one step here.",
                (beginning(target[0]), target[0].end), (beginning(source[1]), source[1].end), note="source step",
                bead=bead, first=_number(source[0]), second=_number(source[1]),
            )  # fmt: skip
        elif len(target) == 2 and _steps(target) and source[0].marker is not None and not GLUED.search(source[0].text):
            yield pair.finding(
                SPLIT, "Step {number} of the source is split in two here.",
                (beginning(target[1]), target[1].end), (beginning(source[0]), source[0].end), note="source step",
                bead=bead, number=_number(source[0]),
            )  # fmt: skip


def _missing(pair: Pair, unit: Unit) -> Finding:
    step = unit.blocks[0]
    return pair.finding(
        MISSING, 'Step {number} of the source has no counterpart: "{text}"', pair.gap(unit.position),
        (beginning(step), step.end), note="source step", number=_number(step), text=_title(unit),
    )  # fmt: skip


def _title(unit: Unit) -> str:
    return shorten(next((block.text for block in unit.blocks if block.text.strip()), ""))


def _steps(blocks: tuple[Block, ...]) -> bool:
    return all(block.marker is not None and block.marker.ordered for block in blocks)


def _number(step: Block) -> str:
    marker = step.marker
    if marker is None:
        return "?"
    first = marker.parent.number if marker.parent is not None else 1
    return str(max(first, 1) + marker.number - 1)


FAMILY = Family((MISSING, EXTRA, MERGED, SPLIT, ORDER), pair=check)
