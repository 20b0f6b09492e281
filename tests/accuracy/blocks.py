"""A small reading of Markdown into blocks, independent of the checker's own parser.

It knows as much as planting defects takes. What it cannot read it leaves alone, and no defect is planted there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

FENCE = re.compile(r"^\s*(`{3,}(?=[^`]*$)|~{3,})(.*)$")
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$")
ITEM = re.compile(r"^(\s*)([-*+]|\d{1,9}[.)])(\s+)(?=\S)")
RULE = re.compile(r"^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
DIRECTIVE = re.compile(
    r"""^\s*(?: :::+ | /// | !!!\s | \?\?\?\+?\s | ===\s*" | \{\{[<%] | \{%(?!\s*raw) | \{\* | --8<--
    | \[!(?:INCLUDE|VIDEO)\b | import\s.*\bfrom\b | import\s+['"] | export\s+(?:const|default)\b )""",
    re.VERBOSE,
)
COMPONENT = re.compile(r"^\s*</?[A-Z][\w.]*")
BLOCK_TAG = re.compile(
    r"^\s{0,3}</?(?:address|article|aside|blockquote|body|center|details|dd|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|hr|iframe|li|link|main|menu|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr"
    r"|ul|video)\b",
    re.IGNORECASE,
)
RAW_TAG = re.compile(r"^\s{0,3}<(script|style|pre)\b", re.IGNORECASE)
DEFINITION = re.compile(r"^\s{0,3}\[([^\]^]+)\]:(?=\s|$)")
LONE_ANCHOR = re.compile(r"^\s*<a\s+(?:name|id)=[^>]*>\s*(?:</a>)?\s*$")

HIDDEN = re.compile(
    r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)"  # code spans
    r"|<!--.*?-->|</?[A-Za-z][^<>]*>"  # comments, tags and autolinks
    r"|\\[!-/:-@\[-`{-~]"  # backslash escapes
)


@final
@dataclass(frozen=True)
class Block:
    """A block of a page: its kind, its lines (counted from 0, ``end`` is one past the last) and where it stands."""

    kind: str
    start: int
    end: int
    level: int = 0
    """Heading level, or how deep a list item is nested (0: outermost)."""
    marker: str = ""
    """List marker, first word after a code fence, or the callout type of a quote."""
    indent: int = 0
    content: int = 0
    """For a list item: the column where its text begins."""
    group: int = -1
    """Items of one list share this number."""
    cells: tuple[int, ...] = ()
    """For a table: cells per row, without the delimiter row."""

    @property
    def ordered(self) -> bool:
        return self.kind == "item" and self.marker[:1].isdigit()


def hide(line: str) -> str:
    """The line with code spans, tags, comments and escapes blanked out, at the same length."""
    return HIDDEN.sub(lambda match: "\0" * len(match.group()), line)


def width(line: str) -> int:
    """Columns of white space at the start of the line, tabs to the next multiple of four."""
    column = 0
    for char in line:
        if char == "\t":
            column += 4 - column % 4
        elif char == " ":
            column += 1
        else:
            break
    return column


def cells(row: str) -> int:
    """Cells of a table row."""
    inner = hide(row).strip().removeprefix("|").removesuffix("|")
    return inner.count("|") + 1


class Scanner:
    """One pass over the lines of a page."""

    def __init__(self, lines: list[str], mdx: bool) -> None:
        self.lines = lines
        self.mdx = mdx
        self.stack: list[Block] = []
        self.groups = 0
        self.container = False

    def blocks(self, number: int = 0) -> Iterator[Block]:
        """The blocks from line ``number`` on, without comments and lone anchors."""
        while number < len(self.lines):
            line = self.lines[number]
            if not line.strip():
                number += 1
                continue
            block = self.block(number)
            if block.kind not in ("item", "skip"):
                self.leave(block.indent)
            if block.kind != "skip":
                yield block
            number = block.end

    def leave(self, indent: int) -> None:
        while self.stack and indent < self.stack[-1].content:
            self.stack.pop()

    def block(self, number: int) -> Block:  # noqa: C901 - a branch for each kind of block
        line = self.lines[number]
        indent = width(line)
        if match := FENCE.match(line):
            end = self.fence_end(number, match[1])
            return Block("fence", number, end, marker=(match[2].split() or [""])[0], indent=indent)
        if line.lstrip().startswith("<!--"):
            return Block("skip", number, self.until(number, "-->"))
        if self.mdx and line.lstrip().startswith("{/*"):
            return Block("skip", number, self.until(number, "*/}"))
        if LONE_ANCHOR.match(line):
            return Block("skip", number, number + 1)
        if DEFINITION.match(line):
            following = self.lines[number + 1] if number + 1 < len(self.lines) else ""
            apart = line.rstrip().endswith("]:") and following.strip() != ""
            return Block("skip", number, number + 1 + apart)
        if match := HEADING.match(line):
            return Block("heading", number, number + 1, level=len(match[1]))
        if RULE.match(line):
            return Block("rule", number, number + 1, indent=indent)
        if match := ITEM.match(line):
            return self.item(number, match)
        if line.lstrip().startswith(">"):
            return self.quote(number)
        if DIRECTIVE.match(line) or (COMPONENT.match(line) and (self.mdx or line.rstrip().endswith(">"))):
            self.container = True
            return Block("directive", number, self.directive_end(number), indent=indent)
        if BLOCK_TAG.match(line):
            match = RAW_TAG.match(line)
            end = self.until(number, f"</{match[1]}>") if match else self.html_end(number)
            return Block("html", number, end, indent=indent)
        if "|" in line and number + 1 < len(self.lines) and self.is_delimiter(number + 1):
            end = number + 2
            while end < len(self.lines) and "|" in self.lines[end]:
                end += 1
            rows = [row for k, row in enumerate(self.lines[number:end]) if k != 1]
            return Block("table", number, end, indent=indent, cells=tuple(map(cells, rows)))
        if indent >= 4 and not self.stack and not self.container and not self.mdx:
            end = number + 1
            while end < len(self.lines) and (width(self.lines[end]) >= 4 and self.lines[end].strip()):
                end += 1
            return Block("indented", number, end, indent=indent)
        return self.paragraph(number)

    def is_delimiter(self, number: int) -> bool:
        return bool(DELIMITER.match(self.lines[number])) and "-" in self.lines[number] and "|" in self.lines[number]

    def fence_end(self, number: int, fence: str) -> int:
        closing = re.compile(rf"^\s*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
        for end in range(number + 1, len(self.lines)):
            if closing.match(self.lines[end]):
                return end + 1
        return len(self.lines)

    def until(self, number: int, closing: str) -> int:
        for end in range(number, len(self.lines)):
            if closing in self.lines[end]:
                return end + 1
        return len(self.lines)

    def html_end(self, number: int) -> int:
        if self.mdx:
            return self.directive_end(number)
        end = number + 1
        while end < len(self.lines) and self.lines[end].strip():
            end += 1
        return end

    def directive_end(self, number: int) -> int:
        line = self.lines[number].strip()
        if self.mdx and line.startswith("<") and "{" in line and line.count("{") > line.count("}"):
            return self.braced_end(number)
        if self.mdx and re.fullmatch(r"<[A-Za-z][\w.]*", line):
            return self.braced_end(number)
        for opening, closing in (("<", ">"), ("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{*", "*}")):
            if line.startswith(opening) and closing not in line:
                return self.until(number, closing)
        if line.startswith("export ") and not line.endswith(";"):
            return self.until(number, ";")
        return number + 1

    def braced_end(self, number: int) -> int:
        """One past the line on which a tag ends whose properties go over several lines, with tags among them."""
        depth = 0
        for end in range(number, len(self.lines)):
            line = self.lines[end].strip()
            depth += line.count("{") - line.count("}")
            if depth <= 0 and line.endswith(">"):
                return end + 1
        return number + 1

    def item(self, number: int, match: re.Match[str]) -> Block:
        indent = width(match[1])
        content = indent + len(match[2]) + min(len(match[3]), 4)
        last = None
        while self.stack and indent < self.stack[-1].content:
            last = self.stack.pop()
        group = self.groups + 1
        if last and last.marker[-1] == match[2][-1] and last.ordered == match[2][0].isdigit():
            group = last.group
        self.groups = max(self.groups, group)
        end = self.text_end(number)
        block = Block("item", number, end, len(self.stack), match[2], indent, content, group)
        self.stack.append(block)
        return block

    def quote(self, number: int) -> Block:
        end = number + 1
        while end < len(self.lines) and self.lines[end].lstrip().startswith(">"):
            end += 1
        if re.match(r"^\s*>\s*\[!(?:VIDEO|INCLUDE)\b", self.lines[number]):
            return Block("directive", number, end, indent=width(self.lines[number]))
        callout = re.match(r"^\s*>\s*\[!(\w+)\]", self.lines[number])
        marker = callout[1] if callout else ""
        return Block("quote", number, end, marker=marker, indent=width(self.lines[number]))

    def paragraph(self, number: int) -> Block:
        end = self.text_end(number)
        indent = width(self.lines[number])
        underline = self.lines[end] if end < len(self.lines) else ""
        if re.match(r"^ {0,3}(=+|-+)\s*$", underline):
            return Block("heading", number, end + 1, level=1 if "=" in underline else 2)
        return Block("paragraph", number, end, indent=indent, level=len(self.stack) if self.inside(indent) else 0)

    def inside(self, indent: int) -> bool:
        return bool(self.stack) and indent >= self.stack[0].content

    def text_end(self, number: int) -> int:
        """One past the last line of running text that begins at ``number``."""
        end = number + 1
        while end < len(self.lines):
            line = self.lines[end]
            starts = (FENCE, HEADING, RULE, DIRECTIVE, BLOCK_TAG, COMPONENT, LONE_ANCHOR)
            if not line.strip() or any(pattern.match(line) for pattern in starts):
                break
            if ITEM.match(line) or line.lstrip().startswith((">", "<!--")) or re.match(r"^ {0,3}=+\s*$", line):
                break
            end += 1
        return end
