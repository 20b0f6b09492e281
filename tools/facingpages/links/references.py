"""Reference definitions and footnotes of one page: missing, unused, there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from facingpages.document import Definition, Document, Use, normal
from facingpages.generators.rendering import Rendering
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.prepared import SETS_IN
from facingpages.tuples import NamedTuple


class Note(NamedTuple):
    """Something that a page tells by itself: a rule, a byte range, the values of the message."""

    rule: str
    start: int
    end: int
    values: tuple[tuple[str, str], ...]


COMMENT_LABELS = frozenset(("//", "comment", "_", "#", "-"))
ADDRESS = late(r"https?://|\.{0,2}/|#[\w-]|[\w./-]+\.(?:mdx?|html?)\b")
# A line that should define a label and does not: another colon or none, other brackets, a blank before the colon.
BROKEN = late(
    r"^[ \t>]*[\[\uff3b\u3010]([^\[\]\uff3b\uff3d\u3010\u3011\n]{1,99})[\]\uff3d\u3011][ \t\xa0]*[:\uff1a]?\s?<?https?://",
    re.M,
)


def references(document: Document, rendering: Rendering) -> tuple[list[Note], list[Use]]:
    """What is wrong with references and footnotes of a page, and the targets that used definitions lead to."""
    notes: list[Note] = []
    first: dict[str, Definition] = {}
    for definition in document.definitions:
        earlier = first.setdefault(normal(definition.label), definition)
        if earlier is not definition and definition.label[:1] != "!":  # a word with a mark for whoever translates it
            same = earlier.target == definition.target
            line = str(document.place(earlier.start).line)
            notes.append(Note(
                "reference-duplicate", definition.start, definition.end,
                (("label", definition.label), ("line", line), ("same", "yes" if same else "")),
            ))  # fmt: skip
    is_open = rendering.references_open or (document.unresolved and SETS_IN.search(document.raw) is not None)
    used = document.labels | {normal(one.label) for one in document.unresolved}
    text = document.raw.decode("utf-8", "replace") if is_open and document.unresolved else ""
    broken = {normal(label) for label in BROKEN.findall(text)} if text else frozenset()
    for one in _lines_of_text(document, first):
        notes.append(Note("reference-undefined", one.start, one.end, (("label", one.label), ("message", "glued"))))
    for start, end, label, sure in document.unresolved:
        if sure and label and normal(label) not in first and (not is_open or normal(label) in broken):
            notes.append(Note("reference-undefined", start, end, (("label", label),)))
    targets: list[Use] = []
    for label, definition in first.items():
        if label in used:
            targets.append(Use("definition", definition.target, definition.start, definition.end))
        elif definition.known and label not in COMMENT_LABELS and definition.target not in ("", "#", "<>"):
            notes.append(Note("reference-unused", definition.start, definition.end, (("label", definition.label),)))
    if rendering.footnotes:
        notes += _footnotes(document)
    return notes, targets


def _lines_of_text(document: Document, definitions: Mapping[str, Definition]) -> Iterator[Definition]:
    """What is written like a definition right below a line of text, and so is text itself.

    A definition can't interrupt a paragraph. Python-Markdown takes it out of one.
    """
    late_ones = [one for one in definitions.values() if not one.known]
    if not late_ones or DIALECTS[document.dialect].python:
        return
    spans = [(block.start, block.end) for block in document.blocks if block.kind == "paragraph"]
    asked = {normal(one.label) for one in document.unresolved if one.label}
    for one in late_ones:
        if any(start < one.start and one.end <= end for start, end in spans):
            if normal(one.label) in asked or ADDRESS.match(one.target):
                yield one


def _footnotes(document: Document) -> Iterator[Note]:
    defined: dict[str, int] = {}
    for start, _, label in document.footnotes:
        defined.setdefault(label, start)
    for start, end, label in document.unresolved_marks:
        if label not in defined:
            sure = defined or len(label) > 3 or label.isdigit()  # else it may be of a regular expression: `[^a]`
            yield Note("footnote-undefined", start, end, (("label", label), *(() if sure else (("unsure", "yes"),))))
    used = {mark.text for mark in document.footnote_marks}
    for label, start in defined.items():
        if label not in used:
            yield Note("footnote-unused", start, document.line_span(start)[1], (("label", label),))
