"""All ids of a page: those its author wrote, and those its renderer makes of the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from facingpages.document import OBJECT, Block, Document, Heading
from facingpages.links.references import Note
from facingpages.links.rendering import Rendering
from facingpages.links.slugs import HeadingIds, Taken

ATTRIBUTES = re.compile(r"\{:?[ \t]*([^{}\r\n]*?)[ \t]*\}[ \t]*#*\s*$")
ANY_ATTRIBUTES = re.compile(r"\{:?[ \t]*[^{}\r\n]*#[^{}\r\n]*\}")
ATTRIBUTE_ID = re.compile(r"(?:^|\s)(?:#([^\s}]+)|id=[\"']?([^\s}\"']+))")
ID_TAG = re.compile(rb"\bid\s*=", re.I)
EMOJI = re.compile(r":[a-zA-Z0-9_+-]+:")
TIGHT = re.compile(rb"\n#{1,6}[^#\s]")
TIGHT_LINE = re.compile(r"^(#{1,6})([^#\s].*?)#*[ \t]*$", re.M)
INLINE_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
ENTITY = re.compile(r"&#?\w+;")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
RUNS = re.compile(OBJECT + "+")


class Titled(NamedTuple):
    """A heading's level, its id in the built page and its byte offset."""

    level: int
    id: str
    start: int


@dataclass(slots=True)
class Found:
    """The ids of a page (`ids`, `loose` as in `PageFacts`) and its headings in order."""

    ids: dict[str, int] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    headings: list[Titled] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def heading_ids(document: Document, rendering: Rendering) -> Found:
    """The ids of a parsed page, as its renderer makes them."""
    found = Found()
    written: list[tuple[str, int]] = []  # ids in attribute lists, which the renderer knows of
    headings: list[tuple[Heading, str]] = []
    seen: dict[str, int] = {}
    marks: dict[str, int] = {}
    for block in document.blocks:
        explicit = ""
        if isinstance(block, Heading):
            explicit = _explicit(document, block) if rendering.attributes else ""
            headings.append((block, explicit))
            if explicit:
                written.append((explicit, block.start))
        if block.anchors:
            for anchor in block.anchors:
                if explicit and anchor.text == explicit:
                    continue
                if block.kind == "heading" and document.raw[anchor.start : anchor.start + 1] == b"{":
                    continue
                tag = document.raw[anchor.start : anchor.end]
                if ID_TAG.search(tag) and anchor.text in seen:
                    found.notes.append(_duplicate(document, anchor.text, anchor.start, anchor.end, seen[anchor.text]))
                if ID_TAG.search(tag):
                    seen.setdefault(anchor.text, anchor.start)
                found.ids.setdefault(anchor.text, anchor.start)
        if block.directives and rendering.attributes:
            for identifier, start, end in _attribute_ids(block):
                if identifier != explicit:
                    written.append((identifier, start))
                    if identifier in seen:
                        found.notes.append(_duplicate(document, identifier, start, end, seen[identifier]))
                    seen.setdefault(identifier, start)
        if explicit:
            if explicit in seen:
                found.notes.append(_duplicate(document, explicit, block.start, block.end, seen[explicit]))
            seen.setdefault(explicit, block.start)
        for note in block.footnotes:
            marks[note.text] = marks.get(note.text, 0) + 1
            again = marks[note.text] if marks[note.text] > 1 else ""  # Python-Markdown counts its marks
            found.ids.setdefault(f"fnref{again}:{note.text}", note.start)
        if block.parent is not None and block.parent.kind == "footnote":
            found.ids.setdefault(f"fn:{block.parent.name}", block.parent.start)
            found.ids.setdefault(f"user-content-fn-{block.parent.name}", block.parent.start)
    if rendering.python and has_tight(document.raw):
        headings = _with_tight(document, headings)
    for identifier, start in written:
        found.ids.setdefault(identifier, start)
    if rendering.told:
        _name(document, rendering, headings, [identifier for identifier, _ in written], found)
    if rendering.others or not rendering.told:
        found.loose = frozenset(_loose(document, rendering, headings))
    return found


def _name(
    document: Document, rendering: Rendering, headings: list[tuple[Heading, str]], written: list[str], found: Found
) -> None:
    how = rendering.ids
    taken: Taken = dict.fromkeys(written, 0) if how.reserve == "first" else {}
    for block, explicit in headings:
        if explicit:
            identifier = explicit
            if how.reserve == "order":
                taken.setdefault(explicit, 0)
        else:
            identifier = how.unique(how.slug(heading_text(document, block, rendering, how)), taken)
        found.ids.setdefault(identifier, block.start)
        found.headings.append(Titled(block.level, identifier, block.start))


def _loose(document: Document, rendering: Rendering, headings: list[tuple[Heading, str]]) -> Iterator[str]:
    for how in rendering.others:
        taken: Taken = {}
        for block, _ in headings:
            yield how.unique(how.slug(heading_text(document, block, rendering, how)), taken)


def heading_text(document: Document, block: Block, rendering: Rendering, how: HeadingIds) -> str:
    """What a renderer makes a heading's id of."""
    if how.raw:
        return _as_written(document, block)
    if how.entities and b"&" in document.raw[block.start : block.end]:
        written = _as_written(document, block)
        if ENTITY.search(written):
            return INLINE_LINK.sub(r"\1", written)
    if block.images or OBJECT in block.text or not block.pieces:
        text = "".join(_parts(block, how))
    else:
        text = block.text
        if how.dashes:
            text = text.replace("--", "—")
    if not how.addresses:
        text = MAIL.sub("", text)
    if not how.emoji:
        text = EMOJI.sub("", text)
    if not rendering.attributes and (
        tail := ATTRIBUTES.search(document.source_text(block.start, block.end).split("\n")[0])
    ):
        text += tail.group().strip()
    return " ".join(text.split()) if rendering.python else text.strip(" \n")


def _parts(block: Block, how: HeadingIds) -> Iterator[str]:
    codes = {code.start: code.text for code in block.codes}
    bare = {link.start: link.text for link in block.links if link.form == "bare"}
    pieces: list[tuple[int, str]] = []
    for at, piece in block.pieces:
        if piece == OBJECT and at in codes:
            pieces.append((at, codes[at]))
        elif piece == OBJECT and at in bare:
            if how.addresses:
                pieces.append((at, bare[at]))
        else:
            text = RUNS.sub("", piece)
            pieces.append((at, text.replace("--", "—") if how.dashes else text))
    if how.alt:
        pieces += [(image.start, image.alt or "") for image in block.images]
        pieces.sort(key=lambda item: item[0])
    if not block.pieces:
        yield block.text
    for _, text in pieces:
        yield text


def _as_written(document: Document, block: Block) -> str:
    line = document.source_text(block.start, block.end).strip().split("\n")[0]
    line = ATTRIBUTES.sub("", line)
    return re.sub(r"^#{1,6}[ \t]*|[ \t]*#*$", "", line).strip()


def _explicit(document: Document, block: Block) -> str:
    line = document.source_text(block.start, block.end).strip().split("\n")[0]
    tail = ATTRIBUTES.search(line) if line.rstrip(" \t#\r").endswith("}") else None
    match = ATTRIBUTE_ID.search(tail.group(1)) if tail is not None else None
    return (match.group(1) or match.group(2)) if match is not None else ""


def _attribute_ids(block: Block) -> Iterator[tuple[str, int, int]]:
    """Ids in attribute lists of paragraphs, links, pictures, items."""
    for start, end, text in block.directives:
        if text[:1] == "{" and text[1:2] in ":#. \t" and ANY_ATTRIBUTES.fullmatch(text):
            match = ATTRIBUTE_ID.search(text.strip("{:} \t"))
            if match is not None:
                yield match.group(1) or match.group(2), start, end


def has_tight(raw: bytes) -> bool:
    """Whether a line looks like a heading without a blank behind its `#`."""
    return TIGHT.search(raw) is not None or TIGHT.match(b"\n" + raw[:8]) is not None


def _with_tight(document: Document, headings: list[tuple[Heading, str]]) -> list[tuple[Heading, str]]:
    """Headings without a blank behind the `#`, which Python-Markdown takes and CommonMark does not."""
    merged = list(headings)
    for block in document.blocks:
        if block.kind != "paragraph" or b"#" not in document.raw[block.start : block.end]:
            continue
        for match in TIGHT_LINE.finditer(document.source_text(block.start, block.end)):
            line = Heading(block.start, block.end, block.parent, len(match.group(1)))
            tail = ATTRIBUTES.search(match.group(2))
            explicit = ATTRIBUTE_ID.search(tail.group(1)) if tail is not None else None
            line.text = INLINE_LINK.sub(r"\1", ATTRIBUTES.sub("", match.group(2)))
            merged.append((line, (explicit.group(1) or explicit.group(2)) if explicit is not None else ""))
    return sorted(merged, key=lambda item: item[0].start)


def _duplicate(document: Document, identifier: str, start: int, end: int, first: int) -> Note:
    line = str(document.place(first).line)
    return Note("id-duplicate", start, end, (("id", identifier), ("line", line)))
