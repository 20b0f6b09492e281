"""What stands inside a leaf block: links, pictures, and pieces of text with a meaning."""

from __future__ import annotations

from typing import Literal, TypeAlias

from facingpages.tuples import NamedTuple

OBJECT = "\ufffc"  # stands in `Block.text` where an inline code, a directive or a bare address was

LinkForm: TypeAlias = Literal["inline", "reference", "auto", "bare", "html"]


class Link:
    """A link: `form` is inline, reference, auto (in angle brackets), bare (an address in the text) or html."""

    __slots__ = ("end", "form", "start", "target", "text", "text_end", "text_start", "title")

    def __init__(self, start: int, end: int, target: str, form: LinkForm, title: str = "") -> None:
        self.start = start
        self.end = end
        self.target = target
        self.form: LinkForm = form
        self.title = title
        self.text = ""
        self.text_start = start + 1
        self.text_end = start + 1


class Image:
    """A picture: Markdown, HTML or a dialect's own; `alt` is None where none can be given."""

    __slots__ = ("alt", "end", "source", "start")

    def __init__(self, start: int, end: int, source: str, alt: str | None) -> None:
        self.start = start
        self.end = end
        self.source = source
        self.alt = alt


class Span(NamedTuple):
    """A piece of inline text with a meaning: code, strong, emphasis, directive, footnote, html."""

    start: int
    end: int
    text: str
