"""The page that MkDocs renders, as Python-Markdown sees it: its text with everything put in, its tree when done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

AFTER_SNIPPETS = 31  # pymdownx.snippets is at 32; what comes later takes code and HTML out of the text
AFTER_EVERYTHING = -10  # MkDocs turns links at 0
Visit = Callable[[Element, Markdown, str], None]


class PageExtension(Extension):
    """Calls `visit` with the tree of the page that was announced last, and its Markdown with snippets put in.

    Python-Markdown may run more than once for a page - for docstrings, for excerpts. Only the run that begins first
    after `announce` is the page itself.
    """

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self._waiting = False
        self._page: Markdown | None = None
        self._text = ""

    def announce(self, waiting: bool = True) -> None:
        """A page comes next; or, with `waiting` false, none."""
        self._waiting, self._page = waiting, None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the base class's
        """Register with Python-Markdown."""
        md.preprocessors.register(_Begun(md, self.begun), "facingpages", AFTER_SNIPPETS)
        md.treeprocessors.register(_Done(md, self.done), "facingpages", AFTER_EVERYTHING)

    def begun(self, md: Markdown, lines: Sequence[str]) -> None:
        """A run has begun."""
        if self._waiting:
            self._waiting, self._page, self._text = False, md, "\n".join(lines)

    def done(self, md: Markdown, root: Element) -> None:
        """The tree of a run is complete: links turned, ids set, inline markup done."""
        if md is self._page:
            self._page = None
            self._visit(root, md, self._text)


class _Begun(Preprocessor):
    def __init__(self, md: Markdown, told: Callable[[Markdown, Sequence[str]], None]) -> None:
        super().__init__(md)
        self._told = told

    def run(self, lines: list[str]) -> list[str]:
        self._told(self.md, lines)
        return lines


class _Done(Treeprocessor):
    def __init__(self, md: Any, told: Callable[[Markdown, Element], None]) -> None:
        super().__init__(md)
        self._told = told

    def run(self, root: Element) -> None:
        self._told(self.md, root)
