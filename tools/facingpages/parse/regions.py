"""Containers that CommonMark does not know, found line by line before the real parser runs.

A region is taken out of the text - its lines are blanked, byte for byte, and a placeholder is left where it began - and
its body is parsed by itself. Otherwise the second paragraph of an admonition reads as a code block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

DIALECTS = ("commonmark", "mkdocs", "learn", "hugo", "mdx")

FENCE = re.compile(rb"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})([^\r\n]*)")
ADMONITION = re.compile(rb'([ \t]*)(!!!|\?\?\?\+?)[ \t]+([\w-]+(?:[ \t]+[\w-]+)*)?(?:[ \t]*"([^\r\n]*)")?[ \t]*$')
TAB = re.compile(rb'([ \t]*)===[!+]?[ \t]+"([^\r\n]*)"[ \t]*$')
SLASHES = re.compile(rb"([ \t]*)(/{3,})[ \t]*([\w-]+)(?:[ \t]*\|[ \t]*([^\r\n]*))?[ \t]*$")
COLONS = re.compile(rb"([ \t]*(?:>[ \t]?)*)(:{3,})[ \t]*([\w-][\w.:-]*)?[ \t]*([^\r\n]*?)[ \t]*$")
INSERT = re.compile(rb"[ \t]*(?:-+8<-+[^\r\n]*|\{\*[^\r\n]*?\*\})[ \t]*$")
HTML_MARKDOWN = re.compile(rb"[ \t]*<([a-zA-Z][\w-]*)(?:[^>\r\n]*[ \t])markdown(?:[ \t>=][^\r\n]*)?>[ \t]*$")
TAG_LINE = re.compile(rb"[ \t]*(?:</?[a-zA-Z][^<>\r\n]*>[ \t]*)+$")
JSX = re.compile(rb"[ \t]*<(/?)([A-Z][\w.]*|)((?:[^<>\"'{}]|\"[^\"]*\"|'[^']*'|\{[^\r\n]*?\})*?)(/?)>[ \t]*$")
JSX_START = re.compile(rb"[ \t]*<[A-Z][\w.]*(?:[ \t][^\r\n]*)?$")
MODULE = re.compile(rb"(?:import|export)\b[^\r\n]*$")
Lines = list[tuple[int, int]]  # (start, end without the line end)

LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|$)")

HINT = {
    "commonmark": re.compile(rb"^[ \t>]*(?::::|<[a-zA-Z][^>\n]*\bmarkdown\b)", re.M),
    "learn": re.compile(rb"^[ \t>]*(?::::|<[a-zA-Z][^>\n]*\bmarkdown\b)", re.M),
    "hugo": re.compile(rb"^[ \t>]*(?::::|<[a-zA-Z][^>\n]*\bmarkdown\b)", re.M),
    "mkdocs": re.compile(
        rb"^[ \t>]*(?:!!!|\?\?\?|===[!+]?[ \t]+\"|///|:::|-+8<-|\{\*|<[a-zA-Z][^>\n]*\bmarkdown\b)", re.M
    ),
    "mdx": re.compile(rb"^(?:[ \t>]*(?::::|</?[A-Z>])|import\b|export\b)", re.M),
}
CALLOUTS = frozenset(
    b"note tip important warning caution danger info success question failure bug example quote abstract summary hint "
    b"check attention error details tldr todo seealso secondary moniker".split()
)


@dataclass(slots=True)
class Region:
    """One container found in the text.

    `start`-`end` covers all its lines, `head_end` ends its first line. `body` is the text inside without indentation
    and `lines` maps it back: pairs of (offset in `body`, offset in the text it was cut from). `tags` are HTML tags that
    were blanked in the body. A region without body is a leaf: a directive.
    """

    kind: str
    name: str
    title: str
    start: int
    head_end: int
    end: int
    body: bytes | None = None
    lines: list[tuple[int, int]] = field(default_factory=list)
    tags: list[tuple[int, int]] = field(default_factory=list)
    closed: bool = True


def find_regions(raw: bytes, dialect: str) -> list[Region]:
    """The outermost regions of `raw`, in order. Linear in its length."""
    if not HINT[dialect].search(raw):
        return []
    lines = _lines(raw)
    closers = _colon_closers(raw, lines) if b":::" in raw else {}
    found: list[Region] = []
    fence = b""
    number = 0
    while number < len(lines):
        start, end = lines[number]
        line = raw[start:end]
        if fence or b"```" in line or b"~~~" in line:
            fence = fence_state(line, fence)
            number += 1
            continue
        taken = _region(raw, lines, number, dialect, closers)
        if taken is None:
            number += 1
            continue
        region, number = taken
        found.append(region)
    return found


def fence_state(line: bytes, fence: bytes) -> bytes:
    """The fence that is open after `line`, given the one open before it (empty: none)."""
    match = FENCE.match(line)
    if match is None:
        return fence
    mark, info = match.group(1), match.group(2)
    if not fence:
        return b"" if mark[:1] == b"`" and b"`" in info else mark
    return b"" if mark[:1] == fence[:1] and len(mark) >= len(fence) and not info.strip() else fence


def blank(raw: bytes, regions: list[Region]) -> tuple[bytes, dict[int, Region]]:
    """`raw` with every region blanked to the byte, and the regions by the offset of their placeholder."""
    parts: list[bytes] = []
    places: dict[int, Region] = {}
    seen = 0
    for region in regions:
        parts.append(raw[seen : region.start])
        line = raw[region.start : region.head_end]
        indent = len(line) - len(line.lstrip(b" \t>"))
        width = len(line) - indent
        parts.append(line[:indent] + b"<?" + b" " * (width - 4) + b"?>")
        places[region.start + indent] = region
        parts.append(re.sub(rb"[^\r\n]", b" ", raw[region.head_end : region.end]))
        seen = region.end
    parts.append(raw[seen:])
    return b"".join(parts), places


def _lines(raw: bytes) -> Lines:
    lines = []
    for match in LINE.finditer(raw):
        start, end = match.span()
        if start == end:
            continue
        while end > start and raw[end - 1] in b"\r\n":
            end -= 1
        lines.append((start, end))
    return lines


def _colon_closers(raw: bytes, lines: Lines) -> dict[int, int]:
    """Line number of each `:::name` that is closed, to the line number of its `:::`. A stack, so linear."""
    stack: list[tuple[int, int]] = []
    pairs: dict[int, int] = {}
    fence = b""
    for number, (start, end) in enumerate(lines):
        line = raw[start:end]
        if fence or b"```" in line or b"~~~" in line:
            fence = fence_state(line, fence)
            continue
        if b":::" not in line:
            continue
        match = COLONS.match(line)
        if match is None:
            continue
        count = len(match.group(2))
        if match.group(3) or match.group(4):
            if not match.group(4).endswith(b":::"):
                stack.append((number, count))
        else:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][1] <= count:
                    pairs[stack[depth][0]] = number
                    del stack[depth:]
                    break
    return pairs


def _region(
    raw: bytes, lines: Lines, number: int, dialect: str, closers: dict[int, int]
) -> tuple[Region, int] | None:
    """The region that begins at a line, and the number of the line after it."""
    start, end = lines[number]
    line = raw[start:end]
    mark = line.lstrip(b" \t>")[:3]
    if mark == b":::" and (match := COLONS.match(line)):
        return _colons(raw, lines, number, match, dialect, closers)
    if dialect == "mkdocs":
        taken = _mkdocs(raw, lines, number, mark)
        if taken is not None:
            return taken
    elif dialect == "mdx":
        taken = _mdx(raw, lines, number, mark)
        if taken is not None:
            return taken
    if mark[:1] == b"<" and b"markdown" in line and (match := HTML_MARKDOWN.match(line)):
        return _html(raw, lines, number, match.group(1))
    return None


def _mkdocs(raw: bytes, lines: Lines, number: int, mark: bytes) -> tuple[Region, int] | None:
    start, end = lines[number]
    line = raw[start:end]
    match: re.Match[bytes] | None
    if mark in (b"!!!", b"???") and (match := ADMONITION.match(line)):
        name, title = _str(match.group(3) or b""), _str(match.group(4) or b"")
        return _indented(raw, lines, number, "callout", name, title, len(match.group(1).expandtabs(4)))
    if mark == b"===" and (match := TAB.match(line)):
        return _indented(raw, lines, number, "tab", "tab", _str(match.group(2)), len(match.group(1).expandtabs(4)))
    if mark == b"///" and (match := SLASHES.match(line)):
        name, title = _str(match.group(3)), _str(match.group(4) or b"")
        kind = "callout" if match.group(3).lower() in CALLOUTS else "tab" if name == "tab" else "directive"
        closing = match.group(1) + match.group(2)
        for last in range(number + 1, len(lines)):
            if raw[lines[last][0] : lines[last][1]].rstrip() == closing:
                return _between(raw, lines, number, last, kind, name, title)
    if INSERT.match(line):
        return _leaf(lines, number, number, "insert", _str(line)), number + 1
    return None


def _mdx(raw: bytes, lines: Lines, number: int, mark: bytes) -> tuple[Region, int] | None:
    start, end = lines[number]
    line = raw[start:end]
    if mark in (b"imp", b"exp") and MODULE.match(line):
        last = number
        while last + 1 < len(lines) and raw[lines[last + 1][0] : lines[last + 1][1]].strip():
            last += 1
        return _leaf(lines, number, last, "module", ""), last + 1
    if mark[:1] != b"<" or not (mark[1:2].isupper() or mark[1:2] in (b"/", b">")):
        return None
    last = number
    if JSX_START.match(line) and not JSX.match(line):  # attributes over several lines
        while last + 1 < len(lines) and last - number < 60:
            last += 1
            if JSX.match(raw[start : lines[last][1]].replace(b"\n", b" ").replace(b"\r", b" ")):
                break
        else:
            return None
    match = JSX.match(raw[start : lines[last][1]].replace(b"\n", b" ").replace(b"\r", b" "))
    if match is None:
        return None
    closing, tag, attributes, selfclosing = match.groups()
    name = _str(tag)
    if closing or selfclosing:
        leaf = _leaf(lines, number, last, ("/" if closing else "") + name, _str(attributes.strip()))
        return leaf, last + 1
    opener, closer, depth = b"<" + tag, b"</" + tag + b">", 1
    for other in range(last + 1, len(lines)):
        text = raw[lines[other][0] : lines[other][1]].strip()
        if text.startswith(closer):
            depth -= 1
            if not depth:
                return _between(raw, lines, number, other, "directive", name, _str(attributes.strip()), head=last)
        elif text.startswith(opener) and text[len(opener) : len(opener) + 1] in (b"", b" ", b">"):
            found = JSX.match(text)
            if found is None or not found.group(4):
                depth += closer not in text
    return _leaf(lines, number, last, name, _str(attributes.strip()), closed=False), last + 1


def _colons(
    raw: bytes, lines: Lines, number: int, match: re.Match[bytes], dialect: str, closers: dict[int, int]
) -> tuple[Region, int]:
    name, title = _str(match.group(3) or b""), _str(match.group(4))
    if dialect == "learn":  # bodies stand at the same indent and may cross lists: markers only
        return _leaf(lines, number, number, name, title), number + 1
    last = closers.get(number)
    kind = "callout" if name.lower().encode() in CALLOUTS else "directive"
    if last is None:
        if dialect == "mkdocs" and name:  # mkdocstrings: ::: identifier, its options indented below
            region, after = _indented(raw, lines, number, "directive", name, "", len(match.group(1).expandtabs(4)))
            region.body, region.name, region.title = None, ":::", name
            return region, after
        return _leaf(lines, number, number, name or ":::", title, closed=False), number + 1
    return _between(raw, lines, number, last, kind, name, title.strip("[]{}"))


def _html(raw: bytes, lines: Lines, number: int, tag: bytes) -> tuple[Region, int] | None:
    opener, closer, depth = b"<" + tag, b"</" + tag + b">", 0
    last = number
    for other in range(number, len(lines)):
        text = raw[lines[other][0] : lines[other][1]]
        depth += text.count(opener) - text.count(closer)
        last = other
        if depth <= 0:
            break
    if last == number:
        return None
    region, after = _between(raw, lines, number, last, "html", _str(tag), "", tail=depth <= 0)
    body = bytearray(region.body or b"")
    for inner, outer in region.lines:
        stop = body.find(b"\n", inner)
        line = bytes(body[inner : len(body) if stop < 0 else stop])
        if TAG_LINE.match(line):
            region.tags.append((outer, outer + len(line)))
            body[inner : inner + len(line)] = b" " * len(line)
    region.body = bytes(body)
    region.tags.insert(0, (region.start, region.head_end))
    return region, after


def _leaf(lines: Lines, first: int, last: int, name: str, title: str, *, closed: bool = True) -> Region:
    start, end = lines[first]
    return Region("directive", name, title, start, end, lines[last][1], closed=closed)


def _indented(
    raw: bytes, lines: Lines, number: int, kind: str, name: str, title: str, indent: int
) -> tuple[Region, int]:
    """A region whose body is what follows with at least four more columns of indentation."""
    last = number
    for other in range(number + 1, len(lines)):
        text = raw[lines[other][0] : lines[other][1]]
        if not text.strip():
            continue
        if _indent(text) < indent + 4:
            break
        last = other
    start, head_end = lines[number]
    region = Region(kind, name, title, start, head_end, lines[last][1])
    _cut(raw, lines[number + 1 : last + 1], indent + 4, region)
    return region, last + 1


def _between(
    raw: bytes, lines: Lines, first: int, last: int, kind: str, name: str, title: str, *, head: int | None = None,
    tail: bool = True,
) -> tuple[Region, int]:  # fmt: skip
    """A region whose body lies between an opening and a closing line."""
    region = Region(kind, name, title, lines[first][0], lines[first][1], lines[last][1])
    inside = lines[(first if head is None else head) + 1 : last if tail else last + 1]
    indents = [_indent(text) for s, e in inside if (text := raw[s:e]).strip()]
    quoted = any(raw[s:e].lstrip().startswith(b">") for s, e in lines[first : first + 1])
    _cut(raw, inside, 99 if kind == "html" else min(indents, default=0), region, quoted=quoted)
    return region, last + 1


def _cut(raw: bytes, lines: Lines, dedent: int, region: Region, *, quoted: bool = False) -> None:
    body = bytearray()
    for start, end in lines:
        cut, column = start, 0
        while cut < end and column < dedent and (raw[cut] in b" \t" or (quoted and raw[cut] == 62)):
            column += 4 if raw[cut] == 9 else 1
            cut += 1
        region.lines.append((len(body), cut))
        body += raw[cut:end] + b"\n"
    region.body = bytes(body)


def _indent(line: bytes) -> int:
    return len(line[: len(line) - len(line.lstrip(b" \t"))].expandtabs(4))


def _str(value: bytes) -> str:
    return value.decode("utf-8", "replace").strip()
