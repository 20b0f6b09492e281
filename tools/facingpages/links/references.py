"""Reference definitions and footnotes of one page: missing, unused, there twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from facingpages.document import OBJECT, Block, Document
from facingpages.links.raw import RawHtml
from facingpages.links.rendering import Rendering


class Note(NamedTuple):
    """Something that a page tells by itself: a rule, a byte range, the values of the message."""

    rule: str
    start: int
    end: int
    values: tuple[tuple[str, str], ...]


class Definition(NamedTuple):
    """`[label]: target` as it stands in a page."""

    label: str
    target: str
    start: int
    end: int


DEFINITION = re.compile(
    rb"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?\[((?:[^\[\]\\\r\n]|\\.){1,999})\]:[ \t]*(?:\r?\n[ \t]*)?"
    rb"(<[^<>\r\n]*>|[^\s<]\S*)?",
    re.M,
)
UNDEFINED = re.compile(r"(?<![\w\]\\!])!?\[([^\[\]]+)\]\[([^\[\]]*)\]")
FOOTNOTE = re.compile(r"(?<!\\)\[\^([\w.]+)\](?!:)")
NUMERIC = re.compile(r"[\d\s,.:*+-]*|[ij]|.", re.S)
WORDS = re.compile(r"[^\W\d_]{3}")  # what has a word in it is no index: not in `[i][0]`, but in `[the page][1]`
COMMENT_LABELS = frozenset(("//", "comment", "_", "#", "-"))


def references(
    document: Document, rendering: Rendering, html: RawHtml | None, used: set[str]
) -> tuple[list[Note], list[tuple[str, int, int]]]:
    """What is wrong with references and footnotes of a page, and the targets that used definitions lead to.

    `html` as for `uses_of`.
    """
    raw = document.raw
    written = list(_definitions(document)) if b"]:" in raw else []
    if not written and b"][" not in raw and b"[^" not in raw:
        return [], []
    notes: list[Note] = []
    first: dict[str, Definition] = {}
    for definition in written:
        label = normal(definition.label)
        earlier = first.setdefault(label, definition)
        if earlier is not definition:
            same = earlier.target == definition.target
            line = str(document.place(earlier.start).line)
            notes.append(Note(
                "reference-duplicate", definition.start, definition.end,
                (("label", definition.label), ("line", line), ("same", "yes" if same else "")),
            ))  # fmt: skip
    for label, start, end, sure in _undefined(document, html):
        if sure and label and normal(label) not in first and not rendering.references_open:
            notes.append(Note("reference-undefined", start, end, (("label", label),)))
        used.add(normal(label))
    known = {normal(label) for label in document.definitions}
    targets: list[tuple[str, int, int]] = []
    for label, definition in first.items():
        if label in used:
            targets.append((definition.target, definition.start, definition.end))
        elif label in known and label not in COMMENT_LABELS and definition.target not in ("", "#", "<>"):
            notes.append(Note("reference-unused", definition.start, definition.end, (("label", definition.label),)))
    if rendering.footnotes and b"[^" in raw:
        notes += _footnotes(document)
    return notes, targets


def label_of(written: str) -> str:
    """The label of a reference link: of `[text][label]`, `[label][]` or `[label]`."""
    if written.endswith("[]"):
        written = written[:-2]
    depth = 0
    for at in range(len(written) - 1, -1, -1):
        depth += (written[at] == "]") - (written[at] == "[")
        if depth == 0:
            return normal(written[at + 1 : -1])
    return normal(written)


def normal(label: str) -> str:
    """A label as labels are compared: case and blanks don't count."""
    return " ".join(label.split()).casefold()


def _definitions(document: Document) -> Iterator[Definition]:
    shut = sorted(
        [(block.start, block.end) for block in document.blocks if block.kind == "code" and block.end > block.start]
        + [(comment.start, comment.end) for comment in document.comments]
    )
    for match in DEFINITION.finditer(document.raw, document.metadata_end):
        label = match.group(1).decode("utf-8", "replace")
        if label.startswith("^") or (
            match.group(2) is None and normal(label) not in {normal(key) for key in document.definitions}
        ):
            continue
        start = match.start(1) - 1
        index = bisect_right(shut, (start, len(document.raw))) - 1
        if index >= 0 and shut[index][0] <= start < shut[index][1]:
            continue
        target = (match.group(2) or b"").decode("utf-8", "replace")
        if target.startswith("<"):
            target = target[1:-1]
        yield Definition(label, target, start, match.end())


def _undefined(document: Document, html: RawHtml | None) -> Iterator[tuple[str, int, int, bool]]:
    """`[text][label]` that stayed text: the label, where, and whether it can only be meant as a link."""
    for block in document.blocks:
        if "][" not in block.text or block.kind in ("code", "directive"):
            continue
        if block.kind == "html" and (html is None or html.holds(block.start)):
            continue
        for match in UNDEFINED.finditer(block.text):
            text, label = match.group(1), match.group(2)
            label = label or _code(block, match.start(1), text)
            start = block.offset(match.start())
            sure = (
                (match.group().startswith("!") or not NUMERIC.fullmatch(text))
                and (not NUMERIC.fullmatch(label) or WORDS.search(text) is not None)
                and OBJECT not in label
                and text[0] not in "!^"
            )
            yield label, start, start + len(match.group().encode()), sure


def _code(block: Block, at: int, text: str) -> str:
    """A text with the code in it, for labels such as [`code`][]."""
    if OBJECT not in text:
        return text
    spans = {code.start: code.text for code in block.codes}
    parts = []
    for index, char in enumerate(text):
        found = spans.get(block.offset(at + index)) if char == OBJECT else None
        parts.append(f"`{found}`" if found is not None else char)
    return "".join(parts)


def _footnotes(document: Document) -> Iterator[Note]:
    defined: dict[str, tuple[int, int]] = {}
    used: set[str] = set()
    for block in document.blocks:
        used.update(note.text for note in block.footnotes)
        for box in block.parent.around() if block.parent is not None else ():
            if box.kind == "footnote":
                defined.setdefault(box.name, (box.start, box.end))
    for block in document.blocks:
        if "[^" not in block.text or block.kind in ("code", "html", "directive"):
            continue
        for match in FOOTNOTE.finditer(block.text):
            label = match.group(1)
            if label not in defined and (defined or len(label) > 3 or label.isdigit()):
                start = block.offset(match.start())
                yield Note("footnote-undefined", start, start + len(match.group().encode()), (("label", label),))
    for label, (start, _) in defined.items():
        if label not in used:
            end = document.line_span(start)[1]
            yield Note("footnote-unused", start, end, (("label", label),))
