"""All ids of a page: those its author wrote, and those its renderer makes of the headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from facingpages.document import OBJECT, Block, Document, Id
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import HeadingIds, Taken
from facingpages.late import late
from facingpages.links.branches import Branches
from facingpages.links.references import Note
from facingpages.read.attributes import ATTRIBUTES
from facingpages.read.python_markdown import INLINE_LINK
from facingpages.rules.tags import ELEMENTS
from facingpages.tuples import NamedTuple

EMOJI = late(r":[a-zA-Z0-9_+-]+:")
ENTITY = late(r"&#?\w+;")
MAIL = late(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DASHES = late("---?")
LANGUAGE = late(r"^(?::{3,}|#!)[\w#.+-]*\s+")  # of code, as pymdownx.inlinehilite names it
HELD = "\ue000"
RUNS = late(OBJECT + "+")
COMPONENT = late(rb"<([A-Za-z][\w.-]*)")


class Titled(NamedTuple):
    """A heading's level, its id in the built page and its byte offset."""

    level: int
    id: str
    start: int


class PageIds:
    """The ids of a page (`ids`, `loose` as in `PageFacts`) and its headings in order."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.loose: frozenset[str] = frozenset()
        self.headings: list[Titled] = []
        self.notes: list[Note] = []


def heading_ids(document: Document, rendering: Rendering) -> PageIds:
    """The ids of a page, as its renderer makes them."""
    found = PageIds()
    written = _written_ids(document, rendering, found)
    counts: dict[str, int] = {}
    before = rendering.footnote
    for start, _, label in document.footnote_marks:
        counts[label] = counts.get(label, 0) + 1
        again = counts[label] if counts[label] > 1 else ""  # Python-Markdown counts its marks
        found.ids.setdefault(f"fnref{again}{before}{label}", start)
    for start, _, label in document.footnotes:
        found.ids.setdefault(f"fn{before}{label}", start)
        if not rendering.python:
            found.ids.setdefault(f"user-content-fn-{label}", start)
    for identifier, start in written.items():
        found.ids.setdefault(identifier, start)
    if rendering.sure:
        _name(document, rendering, written, found)
    if rendering.others or not rendering.sure:
        found.loose = frozenset(_loose(document, rendering))
    title = document.metadata.get("title")
    if title is not None and all(block.level > 1 for block in document.headings):
        # A theme sets it above the page, mostly without an id: the top, where a browser stays that finds none.
        found.loose |= {rendering.ids.slug(title.value)}
    return found


def _written_ids(document: Document, rendering: Rendering, found: PageIds) -> dict[str, int]:
    """The ids that the author wrote. Gives those in attribute lists, which the renderer knows of, and their places."""
    written: dict[str, int] = {}
    seen: dict[str, int] = {}
    ids: Iterable[Id] = document.ids
    if rendering.attributes:
        own = [Id(block.start, block.end, block.id, "heading") for block in document.headings if block.listed]
        ids = sorted([*own, *ids], key=lambda one: one.start)
    branches: Branches | None = None
    reached, name = 0, ""  # the end of the heading under way, and its id
    for start, end, identifier, made in ids:
        if made == "heading":
            reached, name = end, identifier
        elif start < reached and identifier == name:
            continue
        if made in ("heading", "attributes") and rendering.attributes:
            written.setdefault(identifier, start)
        if made != "heading":
            found.ids.setdefault(identifier, start)
        if made == "name" or (made == "attributes" and not rendering.attributes):
            continue
        if identifier in seen:
            if made == "id" and _is_of_component(document, start):
                continue
            if (branches := branches or Branches(document.raw)).apart(seen[identifier], start):
                continue
            line = str(document.place(seen[identifier]).line)
            found.notes.append(Note("id-duplicate", start, end, (("id", identifier), ("line", line))))
        seen.setdefault(identifier, start)
    return written


def _is_of_component(document: Document, start: int) -> bool:
    """Whether an id is given to what is no element of HTML: what the site's program makes of it, and whether it comes
    to an id at all, is its own: `<hfoption id="python">` in each of several groups."""
    tag = COMPONENT.match(document.raw, start)
    if tag is None or b"-" in tag.group(1):
        return False  # an element that a script defines has its id
    name = tag.group(1).decode("utf-8", "replace")
    return name[0].isupper() or name not in ELEMENTS


def _name(document: Document, rendering: Rendering, written: Iterable[str], found: PageIds) -> None:
    how = rendering.ids
    taken: Taken = dict.fromkeys(written, 0) if how.reserve == "first" else {}
    for block in document.headings:
        if block.listed and rendering.attributes:
            identifier = block.id
            if how.reserve == "order":
                taken.setdefault(identifier, 0)
        else:
            identifier = how.unique(how.slug(heading_text(document, block, rendering, how)), taken)
        found.ids.setdefault(identifier, block.start)
        found.headings.append(Titled(block.level, identifier, block.start))


def _loose(document: Document, rendering: Rendering) -> Iterator[str]:
    for how in rendering.others:
        taken: Taken = {}
        for block in document.headings:
            made = how.unique(how.slug(heading_text(document, block, rendering, how)), taken)
            if not block.listed:  # who knows an id behind a heading makes no other; to who does not, it is of the text
                yield made


def heading_text(document: Document, block: Block, rendering: Rendering, how: HeadingIds) -> str:
    """What a renderer makes a heading's id of."""
    if how.raw:
        return _as_written(document, block)
    if how.entities and b"&" in document.raw[block.start : block.end]:
        written = _as_written(document, block)
        if ENTITY.search(written):
            return INLINE_LINK.sub(r"\1", written)
    raw = document.raw[block.start : block.end]
    if block.images or OBJECT in block.text or not block.pieces or b"<" in raw or b"&" in raw:
        text = "".join(_parts(document, block, how))
    else:
        text = DASHES.sub("—", block.text) if how.dashes else block.text
    if not how.addresses:
        text = MAIL.sub("", text)
    if not how.emoji:
        text = EMOJI.sub("", text)
    if not rendering.attributes and (
        tail := ATTRIBUTES.search(document.source_text(block.start, block.end).split("\n")[0])
    ):
        text += tail.group().strip()
    return (" ".join(text.split()) if rendering.python else text.strip(" \n")).replace(HELD, "\u00a0")


def _parts(document: Document, block: Block, how: HeadingIds) -> Iterator[str]:
    codes = {code.start: LANGUAGE.sub("", code.text) if how.hilite else code.text for code in block.codes}
    raw = document.raw
    bare = {link.start: link.text for link in block.links if link.form == "bare"}
    pieces: list[tuple[int, str]] = []
    for at, piece in block.pieces:
        if piece == OBJECT and at in codes:
            pieces.append((at, codes[at]))
        elif piece == OBJECT and at in bare:
            if how.addresses:
                pieces.append((at, bare[at]))
        elif piece.isspace() and raw[at : at + 1] == b"<":  # a tag at which words end for readers, and not for ids
            continue
        elif piece == "\u00a0" and raw[at : at + 1] == b"&":  # still no blank where blanks are run together
            pieces.append((at, HELD))
        else:
            text = RUNS.sub("", piece)
            pieces.append((at, DASHES.sub("—", text) if how.dashes else text))
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
