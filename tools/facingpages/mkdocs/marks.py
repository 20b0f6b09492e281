"""Marks in a page that become HTML at the very end.

While a page is rendered it only gets comments. Whatever reads it meanwhile - the theme's search, a feed, a tool that
writes PDF - finds the article as it would be without the plugin. Before the theme's template is filled, the comments
become empty elements, which no minifier takes away; last of all each becomes the HTML it stands for. Where another
plugin took one away or moved it, none does, and the page stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import cast
from xml.etree.ElementTree import Comment, Element


class Marks:
    """The marks of one page. `name` tells them from comments of the page; it must not be foreseeable."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._texts: dict[Element, list[str]] = {}
        self._html: list[str] = []

    def __contains__(self, element: Element) -> bool:
        return element in self._texts

    def new(self, *parts: str) -> tuple[Element, list[str]]:
        """A mark to put into the tree, and the parts of its HTML, to which more may be added until `number`."""
        mark, texts = cast(Element, Comment()), list(parts)
        self._texts[mark] = texts
        return mark, texts

    def html(self, mark: Element) -> str:
        """What a mark stands for so far."""
        return "".join(self._texts[mark])

    def number(self, root: Element) -> None:
        """Name all marks in the order in which they stand; no more is added afterwards."""
        for mark in root.iter(cast(str, Comment)):
            texts = self._texts.get(mark)
            if texts is not None:
                mark.text = f"{self._name}:{len(self._html)}"
                self._html.append("".join(texts))

    def remove(self, root: Element) -> None:
        """Take all marks out of a tree again, the text around them kept."""
        for parent in [element for element in root.iter() if any(child in self._texts for child in element)]:
            before: Element | None = None
            for child in list(parent):
                if child not in self._texts:
                    before = child
                    continue
                if before is None:
                    parent.text = (parent.text or "") + (child.tail or "") or None
                else:
                    before.tail = (before.tail or "") + (child.tail or "") or None
                child.tail = None
                parent.remove(child)
        self._texts.clear()

    def hold(self, html: str) -> tuple[str, bool]:
        """The article, its comments turned into empty elements, or, where some were touched, without any; and which."""
        pattern = re.compile(rf"<!--{re.escape(self._name)}:(\d+)-->")
        whole = self._is_whole(pattern, html)
        return pattern.sub(lambda mark: f"<i data-{self._name}-{mark.group(1)}></i>" if whole else "", html), whole

    def fill(self, html: str) -> tuple[str, bool]:
        """The page, its empty elements turned into HTML, or, where some were touched, without any; and which."""
        pattern = re.compile(rf"<i data-{re.escape(self._name)}-(\d+)(?:=(?:\"\"|''))?></i>")
        whole = self._is_whole(pattern, html)
        return pattern.sub(lambda mark: self._html[int(mark.group(1))] if whole else "", html), whole

    def _is_whole(self, pattern: re.Pattern[str], html: str) -> bool:
        return pattern.findall(html) == [str(number) for number in range(len(self._html))]


def enclose(parent: Element, elements: Sequence[Element], before: Element, after: Element) -> None:
    """Put a mark before and one after neighbouring children of `parent`."""
    start = next(index for index, child in enumerate(parent) if child is elements[0])
    parent.insert(start, before)
    parent.insert(start + 1 + len(elements), after)


def enclose_inline(element: Element, before: Element, after: Element, is_block: Callable[[str], bool]) -> None:
    """Put marks around what an element holds before its first block: its own text."""
    count = next((index for index, child in enumerate(element) if is_block(child.tag)), len(element))
    before.tail, element.text = element.text, None
    element.insert(0, before)
    element.insert(count + 1, after)


def after_title(root: Element, mark: Element, marks: Marks) -> None:
    """Put a mark below the title of a page, and below the marks that belong to it; where there is none, on top."""
    children = list(root)
    title = next((index for index, child in enumerate(children) if child not in marks), None)
    if title is None or not any(True for _ in children[title].iter("h1")):
        root.insert(0, mark)
        return
    position = title + 1
    if position < len(children) and children[position] in marks and title and children[title - 1] in marks:
        position += 1
    root.insert(position, mark)
