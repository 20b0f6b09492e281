"""The ids that pymdownx.tabbed gives to tabs: by numbers, or of their titles."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.document import Container, Document
from facingpages.generators.python_ids import underscored
from facingpages.generators.rendering import Rendering
from facingpages.links.headings import Titled, heading_text
from facingpages.read import read_page

ANEW = b"===!"  # begins a group of its own


def tab_ids(
    document: Document, rendering: Rendering, taken: dict[str, int], headings: list[Titled]
) -> Iterator[Titled]:
    """The ids of the tabs of a page, each with the offset of its tab. `taken` are all other ids of the page."""
    tabs = rendering.tabs
    if tabs is None:
        return
    used = dict.fromkeys(taken, 0)
    for group, number, box in _grouped(document):
        if tabs.slug is None:
            identifier = f"__tabbed_{group}_{number}"
        else:
            wanted = tabs.slug(_title(box, rendering))
            above = _above(document, box, headings) if tabs.header else ""
            identifier = underscored(f"{above}{tabs.separator}{wanted}" if above else wanted, used)
        yield Titled(0, identifier, box.start)


def _grouped(document: Document) -> Iterator[tuple[int, int, Container]]:
    """Every tab with the number of its group on the page and its own in the group."""
    last: dict[int, tuple[int, int, int]] = {}  # of each container: group, number and end of its last tab
    groups = 0
    for box in sorted(document.tabs, key=lambda one: one.start):
        group, number, end = last.get(id(box.parent), (0, 0, -1))
        follows = end >= 0 and not document.raw[end : box.start].strip(b"> \t\r\n")
        if follows and not document.raw.startswith(ANEW, box.start):
            number += 1
        else:
            groups += 1
            group, number = groups, 1
        last[id(box.parent)] = (group, number, box.end)
        yield group, number, box


def _title(box: Container, rendering: Rendering) -> str:
    """What a tab is called, as its id is made of it."""
    piece = read_page(b"# " + box.title.encode(), "mkdocs")
    return heading_text(piece, piece.headings[0], rendering, rendering.ids) if piece.headings else box.title


def _above(document: Document, box: Container, headings: list[Titled]) -> str:
    """The id of the heading that a tab stands below, in the same container or the nearest around it."""
    named = {heading.start: heading.id for heading in headings}
    outer = box.parent
    while True:
        found = [one for one in document.headings if one.parent is outer and one.start < box.start]
        if found:
            return named.get(found[-1].start, "")
        if outer is None:
            return ""
        outer = outer.parent
