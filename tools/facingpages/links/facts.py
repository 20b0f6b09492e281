"""What one page defines and uses, taken from its parsed form while that is at hand, and small enough to be kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from facingpages.document import Document, Use
from facingpages.generators.publication import MARKDOWN
from facingpages.generators.rendering import Rendering
from facingpages.late import late
from facingpages.links.headings import Titled, heading_ids
from facingpages.links.references import Note, references
from facingpages.links.tabs import tab_ids
from facingpages.read.snippets import SET_IN

ADDRESS_KEYS = ("slug", "url", "permalink", "aliases", "redirect_from", "id")
BEHIND = late(rb"\{:?[ ]*([^}\n ][^}\n]*)\}")
NAMED = {name: late(rf"(?:^|\s){name}=(?:\"([^\"]*)\"|'([^']*)'|([^\s}}]+))") for name in ("href", "src")}
# What a bot links a contribution by that has no page: nothing has these ids, and none is meant to.
CONTRIBUTED = late(r"#[a-z0-9]+-[\w.-]+$", re.I)
ACROSS = ("reference-undefined", "reference-unused", "footnote-undefined", "footnote-unused")


class PageFacts:
    """The facts of one page.

    `ids` are all ids it defines, each with the byte offset where it does first. `loose` are ids that it may have: other
    renderers would give them. `open` tells that it may have more ids than can be told, because a program writes part of
    it. `address` holds what its front matter says about its address. Where `placed` is false, the page was glanced at:
    `uses` are all it may have, without places, and what it defines is not known.
    """

    __slots__ = (
        "address", "headings", "ids", "locale", "loose", "notes", "open", "page", "path", "placed", "uses",
    )  # fmt: skip

    def __init__(
        self, path: str, page: str, locale: str, ids: dict[str, int], loose: frozenset[str] = frozenset(),
        headings: list[Titled] | None = None, uses: list[Use] | None = None, notes: list[Note] | None = None,
        address: dict[str, str] | None = None, is_open: bool = False, placed: bool = True,
    ) -> None:  # fmt: skip
        self.path = path
        self.page = page
        self.locale = locale
        self.ids = ids
        self.loose = loose
        self.headings: list[Titled] = [] if headings is None else headings
        self.uses: list[Use] = [] if uses is None else uses
        self.notes: list[Note] = [] if notes is None else notes
        self.address: dict[str, str] = {} if address is None else address
        self.open = is_open
        self.placed = placed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageFacts) and self.dump() == other.dump()

    __hash__ = None  # type: ignore[assignment]

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
    """The facts of a parsed page, as the renderer would see it."""
    found = heading_ids(document, rendering)
    for _, identifier, start in tab_ids(document, rendering, found.ids, found.headings) if document.tabs else ():
        found.ids.setdefault(identifier, start)
    notes, targets = references(document, rendering)
    uses = document.uses
    if rendering.python:
        uses = [_as_rendered(document, use, rendering) for use in uses]
    if any(use.kind in SET_IN for use in uses):
        if rendering.snippets:  # which may define or use a label
            notes = [note for note in notes if note.rule not in ACROSS]
        else:
            uses = [use for use in uses if use.kind not in SET_IN]
    begin = document.raw.find(b"ALL-CONTRIBUTORS-LIST:START")
    if begin >= 0:
        end = document.raw.find(b"ALL-CONTRIBUTORS-LIST:END", begin)
        uses = [use for use in uses if not (begin < use.start < end and CONTRIBUTED.match(use.target))]
    address = {key: document.metadata[key].value for key in ADDRESS_KEYS if key in document.metadata}
    return PageFacts(
        document.path, document.page, document.locale, found.ids, found.loose, found.headings, [*uses, *targets],
        [*found.notes, *notes], address, document.open,
    )  # fmt: skip


def _as_rendered(document: Document, use: Use, rendering: Rendering) -> Use:
    """A target as Python-Markdown has it: an attribute list behind a link may name another, blanks at its ends go."""
    if use.kind not in MARKDOWN:
        return use
    target = use.target.strip()
    if rendering.attributes and document.raw[use.end : use.end + 1] == b"{":
        listed = BEHIND.match(document.raw, use.end)
        name = "src" if use.kind == "image" else "href"
        found = NAMED[name].search(listed.group(1).decode("utf-8", "replace")) if listed is not None else None
        if found is not None:
            target = next(filter(None, found.groups()), "")
    return use if target == use.target else use._replace(target=target)


def counterpart(origin: PageFacts, page: PageFacts, identifier: str) -> str:
    """The id that the translation of a heading has: the heading that stands where the source's does."""
    here = next((index for index, heading in enumerate(origin.headings) if heading.id == identifier), None)
    if here is None or len(origin.headings) != len(page.headings):
        return ""
    if [heading.level for heading in origin.headings] != [heading.level for heading in page.headings]:
        return ""
    return page.headings[here].id
