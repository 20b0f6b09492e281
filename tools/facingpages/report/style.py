"""How a report is written for people: language, colours, width."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from facingpages.finding import Finding, fill
from facingpages.messages import Catalog
from facingpages.safe import safe
from facingpages.tuples import NamedTuple

Read = Callable[[str], bytes | None]
ZERO_WIDTH = frozenset(("Mn", "Me", "Cf"))


class Style(NamedTuple):
    """How a report is written.

    `width` is in columns; `wrap` breaks messages that are longer between words, for a terminal; `base` is put before
    paths: a folder with a slash, or nothing. `read` gives the bytes of a page by its path, or
    None where there are none.
    """

    color: bool = False
    width: int = 100
    wrap: bool = False
    catalog: Catalog = Catalog("en")
    base: str = ""
    read: Read = lambda _: None

    def paint(self, code: str, text: str) -> str:
        """The text in a colour (the parameters of an SGR sequence), where colours are wanted."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and code and text else text

    def message(self, finding: Finding) -> str:
        """What a finding says, in the reader's language, harmless."""
        return safe(fill(self.catalog.say(finding.message), finding.values))


def columns(text: str) -> int:
    """How many columns a terminal gives a text: none for marks that combine, two for wide East Asian characters."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char) in ZERO_WIDTH else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns, broken between words; a longer word has a line of its own."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
