"""What all passages of a page share: its text, what is hidden in it, its regions, its link references, the parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, cast

import pyromark

from facingpages.document import Container, Document
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.read.hidden import hide
from facingpages.read.passage import Passage, body, whole
from facingpages.read.prepared import ungapped
from facingpages.read.python_markdown import as_python_markdown
from facingpages.read.regions import Region, find_regions

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
# What the parser gives: an event - a text, or a mapping with one key - and its range of bytes.
Events: TypeAlias = Iterable[tuple[Any, Mapping[str, int]]]
_MARKDOWN = pyromark.Markdown(options=OPTIONS)

LONE_CR = late(rb"\r(?!\n)")  # a line end to CommonMark, but not everywhere to this parser
DESTINATION = late(r"\]:\s*<?((?:\{\{[^{}]*\}\}|.)+?)>?(?:\s+[\"'(].*)?\s*\Z", re.S)


class PageText:
    """What all passages of a page share."""

    def __init__(self, document: Document, text: bytes) -> None:
        self.document = document
        self.text = text
        self.dialect = DIALECTS[document.dialect]
        shown, self.hidden = hide(text, self.dialect)
        self.shown = LONE_CR.sub(b"\n", shown) if b"\r" in shown else shown
        as_parsed = as_python_markdown(self.shown) if self.dialect.python else ungapped(self.shown)
        self.reread = as_parsed is not self.shown
        self.shown = as_parsed
        self.hidden_starts = [span.start for span in self.hidden]
        self.fresh: Container | None = None  # the item that has no block yet
        self.column = False  # whether what comes next stands in a column
        self.bodies: dict[int, Passage] = {}
        regions = find_regions(text, self.shown, self.dialect)
        self.passage = whole(text, self.shown, regions) if regions else Passage(text, self.shown, {}, (), ())
        self.parser = _MARKDOWN
        self.targets: dict[str, str] = {}  # of link references, by label
        self.titles: dict[str, str] = {}
        self.titled: list[Container] = []  # callouts and tabs with a title
        self.footnotes: list[Container] = []
        if b"]:" in self.shown:
            self._define()

    def body(self, region: Region) -> Passage:
        """The passage inside a region."""
        found = self.bodies.get(region.start)
        if found is None:
            found = self.bodies[region.start] = body(region, self.text, self.shown)
        return found

    def is_indented_text(self, box: Container | None, *, regions: bool) -> bool:
        """Whether indentation in `box` is no sign of code: MDX has no such code, and between tags it follows the tags.

        So it does in columns, and where `regions` stand among the lines of a dialect that has columns.
        """
        if self.dialect.columns and (regions or self.column):
            return True
        return not regions and (not self.dialect.indented_code or (box is not None and box.kind == "html"))

    def events(self, text: str) -> Events:
        """The events of a text."""
        return cast(Events, self.parser.events_with_range(text, merge_text=True))

    def _define(self) -> None:
        """Collect the link references of all passages: each may be used in any of them."""
        found = self.targets
        waiting = [self.passage]
        for passage in waiting:
            for label, entry in pyromark.reference_definitions(passage.shown.decode(), options=OPTIONS).items():
                target, span = entry["dest"], entry["span"]
                if "$$" in target and self.hidden:
                    match = DESTINATION.search(passage.raw[span["start"] : span["end"]].decode())
                    target = match.group(1) if match else target
                found.setdefault(label, target)
                self.titles.setdefault(label, entry["title"] or "")
            waiting += [self.body(region) for region in passage.regions.values() if region.rows]
        if found and len(waiting) > 1:
            self.parser = pyromark.Markdown(options=OPTIONS, broken_link_callback=_resolver(found, len(self.text)))


def _resolver(definitions: Mapping[str, str], size: int) -> Callable[[Any], tuple[str, str] | None]:
    """What finds the references that one passage uses and another defines, up to a total length near the page's."""
    found = {" ".join(label.split()).casefold(): target for label, target in definitions.items()}
    left = max(size, 100_000)

    def resolve(link: Any) -> tuple[str, str] | None:
        nonlocal left
        target = found.get(" ".join(link["reference"].split()).casefold())
        left -= len(target or "")
        return (target, "") if target is not None and left > 0 else None

    return resolve
