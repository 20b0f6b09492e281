"""A page of Markdown: its lines, its blocks and the inline marks that stand on one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import final

from tests.accuracy.blocks import Block, Scanner, hide

LINK = re.compile(
    r"(?<![!\\])\[(?P<text>(?!\^)(?:[^\[\]]|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]"
    r"\((?P<target><[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
IMAGE = re.compile(r"!\[(?P<text>[^\[\]]*)\]\((?P<target>[^\s()]+)(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
BOLD = re.compile(r"(?<![*\\])(?P<mark>\*\*)(?![*\s])(?P<text>[^*]+?)(?<!\s)\*\*(?!\*)")
ITALIC = re.compile(r"(?<![\w_\\])(?P<mark>_)(?![_\s])(?P<text>[^_]+?)(?<!\s)_(?![\w_])")
CODE = re.compile(r"(?<![`\\])`(?P<text>[^`]+)`(?!`)")
REFERENCE = re.compile(r"\[[^\[\]]*\]\[[^\[\]]*\]|\[[^\[\]]*\](?![(\[\0])")
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|\]\([^)]*\)|\[[^\]]*\]:\s*\S+")


@final
@dataclass(frozen=True)
class Mark:
    """An inline thing on one line: a link, an image, a bold run, a code span or a word."""

    line: int
    start: int
    end: int
    text: str
    target: str = ""
    title: str = ""


@dataclass
class Page:
    """The text of a page, read into blocks. Lines are without their ends; a byte order mark is not part of them."""

    text: str
    locale: str = ""
    name: str = ""
    mdx: bool = False
    python: bool = False
    """Whether Python-Markdown makes the page."""
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.text.split("\n")

    @cached_property
    def front(self) -> tuple[int, int]:
        """The lines of the front matter with its fences, or ``(0, 0)``."""
        opening = self.lines[0].rstrip()
        if opening in ("---", "+++"):
            for number, line in enumerate(self.lines[1:], 1):
                if line.rstrip() == opening:
                    return 0, number + 1
        return 0, 0

    @cached_property
    def blocks(self) -> list[Block]:
        """All blocks in order, without front matter, comments and lone anchors."""
        return list(Scanner(self.lines, self.mdx).blocks(self.front[1]))

    @cached_property
    def shape(self) -> list[tuple[object, ...]]:
        """What two pages in parity share: for each block its kind, level, list style, language or cells."""
        return [(b.kind, b.level, b.ordered if b.kind == "item" else b.marker.lower(), b.cells) for b in self.blocks]

    def block_text(self, block: Block) -> str:
        return "\n".join(self.lines[block.start : block.end])

    def extent(self, block: Block) -> int:
        """One past the last line of a list item together with all that is nested in it."""
        end = block.end
        for other in self.blocks:
            if other.start < block.end:
                continue
            if other.indent < block.content:
                break
            end = other.end
        return end

    def section_end(self, heading: Block) -> int:
        """The line of the next heading of the same or a higher level, or the end of the page."""
        for other in self.blocks:
            if other.kind == "heading" and other.start > heading.start and other.level <= heading.level:
                return other.start
        return len(self.lines)

    def lists(self, ordered: bool | None = None) -> list[list[Block]]:
        """The items of each list, nested lists on their own."""
        groups: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.kind == "item" and ordered in (None, block.ordered):
                groups.setdefault(block.group, []).append(block)
        return list(groups.values())

    def of(self, *kinds: str) -> list[Block]:
        return [block for block in self.blocks if block.kind in kinds]

    def prose(self) -> list[Block]:
        """Blocks whose text a translator writes."""
        return self.of("heading", "paragraph", "item", "quote", "table")

    def marks(self, pattern: re.Pattern[str], block: Block) -> Iterator[Mark]:
        """Matches of ``pattern`` in a block, line by line; code, tags and escapes cannot be part of their mark-up."""
        for number in range(block.start, block.end):
            line = self.lines[number]
            shown = line if pattern is CODE else hide(line)
            for match in pattern.finditer(shown):
                text, target, title = (
                    line[slice(*match.span(name))] if match.groupdict().get(name) is not None else ""
                    for name in ("text", "target", "title")
                )
                yield Mark(number, match.start(), match.end(), text, target, title)

    def words(self, pattern: str, block: Block) -> Iterator[Mark]:
        """Matches of ``pattern`` in plain text only: not in code, tags or addresses of links, nor in a list marker."""
        compiled = re.compile(pattern)
        for number in range(block.start, block.end):
            line = self.lines[number]
            shown = plain(line)
            for match in compiled.finditer(shown):
                if "\0" not in match.group():
                    yield Mark(number, match.start(), match.end(), line[match.start() : match.end()])


def plain(line: str) -> str:
    """The line with all that is not running text blanked out, at the same length."""
    shown = URL.sub(lambda match: "\0" * len(match.group()), hide(line))
    shown = REFERENCE.sub(lambda match: "\0" * len(match.group()), shown)
    return re.sub(r"^(\s*(?:>\s*)*(?:\d{1,9}[.)]|[-*+]|#{1,6})\s)", lambda match: "\0" * len(match.group()), shown)
