"""The text of a page, leaf by leaf, as the parser alone sees it: for who needs many texts and no places.

Neither containers of a dialect nor places are looked for, so a page takes a tenth of the time that reading it does.
What stands in such containers comes all the same, as the paragraphs that the parser takes it for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pyromark

from facingpages.late import late
from facingpages.read import MAX_BYTES, decode
from facingpages.read.page import OPTIONS
from facingpages.tuples import NamedTuple

FRONT = late(r"(---|\+\+\+)[ \t]*\r?\n(?:.*\r?\n)??\1[ \t]*(?:\r?\n|\Z)", re.S)
_MARKDOWN = pyromark.Markdown(options=OPTIONS)
_WITHIN = frozenset(("Emphasis", "Image", "Strikethrough", "Subscript", "Superscript"))
_BREAKS = frozenset(("SoftBreak", "HardBreak"))
_UNREAD = frozenset(("CodeBlock", "HtmlBlock"))


class Skimmed(NamedTuple):
    """A paragraph, a heading (`h1` to `h6`), a cell or a block of code, which is told without its text.

    `links` are the targets and texts of its links, `labels` its bold runs.
    """

    kind: str
    text: str
    links: Sequence[tuple[str, str]] = ()
    labels: Sequence[str] = ()


def skim(raw: bytes, most: int | None = None) -> list[Skimmed]:
    """The leaves of a page, or the first of them; none of a page that is too large to be read."""
    if len(raw) > MAX_BYTES:
        return []
    text = decode(raw, []).decode("utf-8", "replace")
    matter = FRONT.match(text)
    skimming = _Skimming()
    event: Any
    for event in _MARKDOWN.events(text[matter.end() :] if matter is not None else text, merge_text=True):
        if event.__class__ is str:
            if event in _BREAKS:
                skimming.pieces.append(" ")
        elif (value := event.get("Text")) is not None:  # most are
            if not skimming.unread:
                skimming.pieces.append(value)
        elif (begun := event.get("Start")) is not None:
            if begun.__class__ is str:
                skimming.start(begun, None)
            else:
                skimming.start(*next(iter(begun.items())))
            if most is not None and len(skimming.leaves) >= most:
                return skimming.leaves[:most]
        elif (ended := event.get("End")) is not None:
            skimming.close(ended if ended.__class__ is str else next(iter(ended)))
            if most is not None and len(skimming.leaves) >= most:
                return skimming.leaves[:most]
    return skimming.finish()


class _Skimming:
    """What has been seen of a page."""

    def __init__(self) -> None:
        self.leaves: list[Skimmed] = []
        self.unread = False
        self.begin("p")

    def begin(self, kind: str) -> None:
        """What comes next is a leaf of this kind."""
        self.kind = kind
        self.pieces: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.labels: list[str] = []
        self.opened: list[tuple[str | None, int]] = []  # targets of links, None for bold; where their text begins

    def end(self, kind: str = "p") -> None:
        """The leaf ends; one of `kind` may follow."""
        if self.pieces or self.opened or self.links or self.labels:
            if text := "".join(self.pieces).strip():
                self.leaves.append(Skimmed(self.kind, text, self.links or (), self.labels or ()))
            self.begin(kind)
        else:
            self.kind = kind

    def finish(self) -> list[Skimmed]:
        """All leaves, when there is nothing more."""
        self.end()
        return self.leaves

    def start(self, name: str, detail: Any) -> None:
        """A leaf begins, or a container, or something in a leaf."""
        if name == "Link":
            self.opened.append((detail["dest_url"], len(self.pieces)))
        elif name == "Strong":
            self.opened.append((None, len(self.pieces)))
        elif name not in _WITHIN:
            self.end(detail["level"].lower() if name == "Heading" else "cell" if name == "TableCell" else "p")
            self.unread = name in _UNREAD
            if name == "CodeBlock":
                self.leaves.append(Skimmed("code", ""))

    def close(self, name: str) -> None:
        """The end of what `start` was told of."""
        if name in ("Link", "Strong"):
            target, first = self.opened.pop() if self.opened else (None, len(self.pieces))
            text = "".join(self.pieces[first:])
            if name == "Strong":
                self.labels.append(text)
            elif target is not None:
                self.links.append((target, text))
        elif name in _UNREAD:
            self.unread = False
        elif name not in _WITHIN:
            self.end()
