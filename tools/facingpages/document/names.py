"""What a page defines and what it uses: ids, labels, targets. Found once, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from facingpages.tuples import NamedTuple

Made: TypeAlias = Literal["heading", "attributes", "id", "name"]
UseKind: TypeAlias = Literal[
    "link", "image", "html", "html-image", "leads", "shown", "definition", "snippet", "listing", "bare", "note"
]


class RawTag(NamedTuple):
    """A tag of raw HTML: its name in small letters, with a `/` before it if it closes, and its attributes."""

    start: int
    end: int
    text: str
    attributes: Mapping[str, str]


class Id(NamedTuple):
    """An id, and what made it: a heading's attribute list, another one, `id=` or `<a name>` in a tag."""

    start: int
    end: int
    text: str
    made: Made


class Definition(NamedTuple):
    """`[label]: target "title"`, whether or not it is the first of its label.

    `known`: CommonMark takes a definition of this label for one.
    """

    start: int
    end: int
    label: str
    target: str
    title: str
    known: bool


class Unresolved(NamedTuple):
    """`[text][label]` that stayed text; `sure`: it can only be meant as a link."""

    start: int
    end: int
    label: str
    sure: bool


class Use(NamedTuple):
    """A target as written, and where: a byte range of the page.

    `kind` is link, image, html (an attribute of a raw tag that leads somewhere), html-image (one that is shown), leads
    and shown (the same of a dialect's own elements), definition (of a reference that is used), snippet (a file set into
    the page), listing (one set into its code), bare (an address in the text) or note (none: a place to tell of).
    """

    kind: UseKind
    target: str
    start: int
    end: int


def normal(label: str) -> str:
    """A label as labels are compared: case and blanks don't count."""
    return " ".join(label.split()).casefold()
