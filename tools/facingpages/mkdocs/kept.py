"""What one build keeps for the next, as `mkdocs serve` makes one after another: where the source stands in a page.

A page that is rendered as it was, beside a source that is as it was, gets the same marks in the same places. They are
kept by page, flat, with the digest of all that they were made of; the pages themselves are rendered anew every time.
So is a source page in pieces: it is not read and taken apart again for a change of another page.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from facingpages.hashing import blake2b
from facingpages.mkdocs.marks import Marks

if TYPE_CHECKING:
    from facingpages.mkdocs.pieces import SourcePage


class Opened(NamedTuple):
    """A page beside its source: how many blocks stand beside theirs, the place of every mark in order, and its HTML.

    A place is the text of an element, or that behind it, and the `offsets` in characters of it. `slots` is twice the
    number of the element in the order of the page, marks not counted, and one more for the text behind it.
    """

    digest: bytes
    bound: int
    slots: array[int]
    offsets: array[int]
    html: tuple[str, ...]


class Kept:
    """The pages of the builds so far, by path."""

    def __init__(self) -> None:
        self._ground = self._names = b""
        self._pages: dict[str, Opened] = {}
        self._sources: dict[str, tuple[bytes, SourcePage]] = {}

    def begin(self, names: Sequence[object], *ground: object) -> bool:
        """A build begins; whether it goes on with that before: on the same ground, with pages of the same names.

        Where what all pages stand on, the `ground`, is not what it was, nothing is known any more.
        """
        before = self._ground, self._names
        self._ground, self._names = digest(*ground), digest(names)
        if self._ground != before[0]:
            self._pages.clear()
            self._sources.clear()
        return (self._ground, self._names) == before

    def source(
        self, path: str, root: Element, made_of: Sequence[object], taken: Callable[[], SourcePage]
    ) -> SourcePage:
        """A source page in pieces as it was before, if it is made of the same; else have it `taken` apart and kept."""
        told = digest(made_of, list(_described(root)))
        known = self._sources.get(path)
        if known is None or known[0] != told:
            known = self._sources[path] = told, taken()
        return known[1]

    def open(self, path: str, root: Element, marks: Marks, made_of: Sequence[object], opened: Callable[[], int]) -> int:
        """Mark a page as it was marked before, if it is made of the same; else have it `opened`, and keep that."""
        told = digest(made_of, list(_described(root)))
        known = self._pages.get(path)
        if known is not None and known.digest == told:
            _put(root, marks, known)
            return known.bound
        bound = opened()
        self._pages[path] = Opened(told, bound, *_found(root, marks))
        return bound


def digest(*things: object) -> bytes:
    """A digest of plain things, by what they show of themselves."""
    return blake2b(repr(things).encode("utf-8", "surrogatepass"), digest_size=20).digest()


def _described(root: Element) -> Iterator[object]:
    for element in root.iter():
        yield element.tag, element.text, element.tail, len(element), *element.items()


def _found(root: Element, marks: Marks) -> tuple[array[int], array[int], tuple[str, ...]]:
    """The slots, offsets and HTML of all marks of a page, in the order in which they stand."""
    slots, offsets = array("L"), array("L")
    html: list[str] = []

    def walk(parent: Element, number: int) -> int:
        slot, offset = 2 * number, len(parent.text or "")
        for child in parent:
            if child in marks:
                slots.append(slot)
                offsets.append(offset)
                html.append(marks.html(child))
                offset += len(child.tail or "")
            else:
                slot, offset = 2 * number + 3, len(child.tail or "")
                number = walk(child, number + 1)
        return number

    walk(root, 0)
    return slots, offsets, tuple(html)


def _put(root: Element, marks: Marks, known: Opened) -> None:
    """Put marks into a page where they stood."""
    by_slot: dict[int, list[tuple[int, str]]] = {}
    for slot, offset, html in zip(known.slots, known.offsets, known.html, strict=True):
        by_slot.setdefault(slot, []).append((offset, html))

    def split(text: str, there: Sequence[tuple[int, str]]) -> tuple[str, list[Element]]:
        """What stands before the first mark, and the marks with what stands behind each."""
        ends = [offset for offset, _ in there[1:]] + [len(text)]
        made = []
        for (offset, html), end in zip(there, ends, strict=True):
            mark, _ = marks.new(html)
            mark.tail = text[offset:end]
            made.append(mark)
        return text[: there[0][0]], made

    def walk(parent: Element, number: int) -> int:
        children: list[Element] = []
        there = by_slot.get(2 * number)
        if there is not None:
            parent.text, children = split(parent.text or "", there)
        for child in parent:
            children.append(child)
            number += 1
            there = by_slot.get(2 * number + 1)
            if there is not None:
                child.tail, made = split(child.tail or "", there)
                children += made
            number = walk(child, number)
        if len(children) > len(parent):
            parent[:] = children
        return number

    walk(root, 0)
