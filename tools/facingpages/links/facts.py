"""What one page defines and uses, taken from its parsed form while that is at hand, and small enough to be kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from facingpages.document import Document
from facingpages.links.headings import Titled, heading_ids
from facingpages.links.passages import passages
from facingpages.links.raw import raw_html
from facingpages.links.references import Note, references
from facingpages.links.rendering import Rendering
from facingpages.links.snippets import snippets
from facingpages.links.uses import OPENING, Use, uses_of

ADDRESS_KEYS = ("slug", "url", "permalink", "aliases", "redirect_from", "id")
ACROSS = ("reference-undefined", "reference-unused", "footnote-undefined", "footnote-unused")
PARTIAL = re.compile(rb"^import\s[^\r\n]*\.mdx?[\"']", re.M)


@dataclass(slots=True)
class PageFacts:
    """The facts of one page.

    `ids` are all ids it defines, each with the byte offset where it does first. `loose` are ids that it may have: other
    renderers would give them. `open` tells that it may have more ids than can be told, because a program writes part of
    it. `address` holds what its front matter says about its address. Where `placed` is false, places are not known.
    """

    path: str
    page: str
    locale: str
    ids: dict[str, int] = field(default_factory=dict)
    loose: frozenset[str] = frozenset()
    headings: list[Titled] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    address: dict[str, str] = field(default_factory=dict)
    open: bool = False
    placed: bool = True

    def dump(self) -> list[Any]:
        """As plain data."""
        return [
            self.path, self.page, self.locale, self.ids, sorted(self.loose), self.headings, self.uses, self.notes,
            self.address, self.open, self.placed,
        ]  # fmt: skip

    @classmethod
    def load(cls, data: Sequence[Any]) -> PageFacts:
        """From plain data."""
        path, page, locale, ids, loose, headings, uses, notes, address, is_open, placed = data
        return cls(
            path, page, locale, dict(ids), frozenset(loose), [Titled(*one) for one in headings],
            [Use(*one) for one in uses],
            [Note(rule, start, end, tuple(map(tuple, values))) for rule, start, end, values in notes],
            dict(address), is_open, placed,
        )  # fmt: skip


def collect(document: Document, rendering: Rendering) -> PageFacts:
    """The facts of a parsed page, as the renderer would see it. One pass; the page is not parsed again."""
    found = heading_ids(document, rendering)
    labels: set[str] = set()
    raw = raw_html(document) if rendering.python else None
    uses = list(uses_of(document, raw, labels))
    uses += passages(document, rendering, labels)
    notes, definitions = references(document, rendering, raw, labels)
    if rendering.snippets and b"8<-" in document.raw:
        set_in = list(snippets(document))
        uses += set_in
        if set_in:  # which may define or use a label
            notes = [note for note in notes if note.rule not in ACROSS]
    uses += [Use("definition", target, start, end) for target, start, end in definitions]
    address = {key: document.metadata[key].value for key in ADDRESS_KEYS if key in document.metadata}
    return PageFacts(
        document.path, document.page, document.locale, found.ids, found.loose, found.headings, uses,
        [*found.notes, *notes], address, _is_open(document),
    )  # fmt: skip


def _is_open(document: Document) -> bool:
    """Whether a program writes part of the page: documentation of code, another page set in, a component."""
    if document.dialect == "mdx" and b"import" in document.raw and PARTIAL.search(document.raw):
        return True
    for block in document.blocks:
        if block.kind == "directive" and block.name == ":::":
            return True
        if block.directives and any(OPENING.match(span.text) for span in block.directives):
            return True
    return False
