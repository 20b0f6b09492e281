"""Where in a file an address stands: every attribute's value that holds it, or every place in a stylesheet."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'=<>`]+)))?"""
)
# Attributes that hold more than one address, or an address among other things.
HOLDING = frozenset(("srcset", "imagesrcset", "style", "content", "srcdoc"))
NAMING = frozenset(("id", "name"))


class WrittenPlaces(HTMLParser):
    """All attributes of a page with their places, in order, as the tags have them that count."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.text = raw.decode("utf-8", "replace")
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self.found: list[tuple[str, str, int, int]] = []  # name, value, place of the value in the text
        self.named: list[tuple[str, int, int]] = []  # ids with the places of their attributes
        self.styles: list[tuple[int, int]] = []
        self.shut = 0  # templates and the like, whose content is nobody's
        self._style = -1
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the attributes of a tag."""
        at = self._at()
        written = self.get_starttag_text() or ""
        if tag == "style":
            self._style = at + len(written)
        if tag == "template":
            self.shut += 1
        elif not self.shut and attrs:
            for match in ATTRIBUTE.finditer(written, len(tag) + 1):
                group = match.lastgroup
                if group:
                    start, end = match.span(group)
                    if match.group(1).lower() == "id":
                        self.named.append((unescape(match.group(group)), at + match.start(), at + match.end()))
                    self.found.append((match.group(1).lower(), unescape(match.group(group)), at + start, at + end))

    def handle_endtag(self, tag: str) -> None:
        """Leave a template or a style."""
        if tag == "style" and self._style >= 0:
            self.styles.append((self._style, self._at()))
            self._style = -1
        elif tag == "template" and self.shut:
            self.shut -= 1

    def of(self, address: str) -> list[tuple[int, int]]:
        """The byte ranges in which an address stands."""
        found = []
        for name, value, start, end in self.found:
            if name in HOLDING and value != address:
                at = self.text.find(address, start, end) if address in value else -1
                if at >= 0:
                    found.append((at, at + len(address)))
                elif address in value:
                    found.append((start, end))
            elif name not in NAMING and value == address:
                found.append((start, end))
        for start, end in self.styles:
            found += [(match.start(), match.end()) for match in _all(address, self.text, start, end)]
        return self._bytes(found)

    def ids(self, identifier: str) -> list[tuple[int, int]]:
        """The byte ranges of the attributes that give an id."""
        return self._bytes([(start, end) for value, start, end in self.named if value == identifier])

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def _bytes(self, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Ranges of characters as ranges of bytes."""
        found, reached, size = [], 0, 0
        for start, end in sorted(set(ranges)):
            size += len(self.text[reached:start].encode())
            length = len(self.text[start:end].encode())
            found.append((size, size + length))
            reached = start
        return found


def _all(address: str, text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(re.compile(re.escape(address)).finditer(text, start, end))
