"""Edits of blocks and of the file after which a page is as right as before: whatever is reported on them is noise."""

import re
from itertools import pairwise
from random import Random

from tests.accuracy.blocks import FENCE, HEADING, ITEM, cells, hide
from tests.accuracy.kinds import harmless
from tests.accuracy.mutations.code import COMMENT
from tests.accuracy.mutations.metadata import entries
from tests.accuracy.page import LINK
from tests.accuracy.pairs import Mutation, Pair, pick

COMMENT_SIGN = dict.fromkeys(("python", "py", "bash", "sh", "yaml", "yml", "toml", "powershell"), "#") | dict.fromkeys(
    ("js", "ts", "jsx", "tsx", "javascript", "typescript", "go", "java"), "//"
)


def rewritten(pair: Pair, lines: list[str]) -> Mutation | None:
    """The page with other lines, line for line; ``None`` when none differs."""
    places = tuple((n, n) for n, (old, new) in enumerate(zip(pair.target.lines, lines, strict=True), 1) if old != new)
    return Mutation("\n".join(lines), places) if places else None


@harmless("heading-setext")
def heading_setext(pair: Pair, rng: Random) -> Mutation | None:
    page = pair.target
    plain = [
        b
        for b in page.of("heading")
        if b.level < 3 and HEADING.match(page.lines[b.start]) and "#" not in page.lines[b.start].lstrip("# ")
    ]
    block = pick(rng, plain)
    if block is None:
        return None
    title = page.lines[block.start].lstrip("# ")
    return pair.put(block.start, block.end, [title, ("=" if block.level == 1 else "-") * max(len(title), 3)], block)


def _bullets(pair: Pair, marker: str) -> Mutation | None:
    """All bullets of the page with another marker: lists that stood apart only by their markers would merge."""
    items = [block for block in pair.target.of("item") if not block.ordered]
    if len({block.marker for block in items}) != 1:
        return None
    lines = list(pair.target.lines)
    for block in items:
        lines[block.start] = re.sub(r"[-*+]", marker, lines[block.start], count=1)
    return rewritten(pair, lines)


@harmless("bullets-asterisk")
def bullets_asterisk(pair: Pair, _rng: Random) -> Mutation | None:
    return _bullets(pair, "*")


@harmless("bullets-hyphen")
def bullets_hyphen(pair: Pair, _rng: Random) -> Mutation | None:
    return _bullets(pair, "-")


@harmless("bullets-plus")
def bullets_plus(pair: Pair, _rng: Random) -> Mutation | None:
    return _bullets(pair, "+")


@harmless("steps-all-one")
def steps_all_one(pair: Pair, rng: Random) -> Mutation | None:
    items = pick(
        rng, (items for items in pair.target.lists(ordered=True) if len(items) > 1 and items[0].marker[:-1] == "1")
    )
    lines = list(pair.target.lines)
    for block in items or []:
        lines[block.start] = re.sub(r"\d+", "1", lines[block.start], count=1)
    return rewritten(pair, lines)


@harmless("code-comment-translated")
def code_comment_translated(pair: Pair, rng: Random) -> Mutation | None:
    """Only in languages where ``#`` or ``//`` begins a comment."""
    found = []
    for block in pair.target.of("fence"):
        sign = COMMENT_SIGN.get(block.marker.lower())
        for number in range(block.start + 1, block.end - 1):
            line = pair.target.lines[number]
            if sign and COMMENT.match(line) and re.match(rf"\s*{sign}\s+\w.*\s\w", line) and "!" not in line:
                found.append((block, number, sign))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, number, sign = chosen
    words = pair.target.lines[number].partition(sign)
    return pair.put(number, number + 1, [f"{words[0]}{sign} {' '.join(reversed(words[2].split()))}"], block)


@harmless("html-comment-added")
def html_comment_added(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, pair.target.of("paragraph"))
    if block is None or pair.target.mdx or block.indent:
        return None
    return pair.insert(block.end, ["", "<!-- translator: check this term with the glossary -->"])


@harmless("table-padded")
def table_padded(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, pair.target.of("table"))
    if block is None:
        return None
    lines = list(pair.target.lines)
    for number in range(block.start, block.end):
        if cells(lines[number]) > 1 and "\\" not in lines[number] and "`" not in lines[number]:
            lines[number] = re.sub(r"(?<=\S) \|", "    |", lines[number])
    return rewritten(pair, lines)


@harmless("lines-reflowed")
def lines_reflowed(pair: Pair, rng: Random) -> Mutation | None:
    """A long paragraph is broken at spaces, outside of marks."""
    found = []
    for block in pair.target.of("paragraph"):
        line = pair.target.lines[block.start]
        shown = LINK.sub(lambda match: "\0" * len(match.group()), hide(line))
        spaces = [m.end() for m in re.finditer(r"[^\W\d_]{3} (?=[^\W\d_]{3})", shown) if m.end() > 40]
        if block.end == block.start + 1 and spaces and not set("*_|[") & set(shown):
            found.append((block, spaces[0]))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, column = chosen
    line = pair.target.lines[block.start]
    return pair.put(block.start, block.end, [line[:column].rstrip(), " " * block.indent + line[column:]], block)


@harmless("crlf")
def crlf(pair: Pair, _rng: Random) -> Mutation | None:
    return Mutation(pair.target.text.replace("\n", "\r\n"), ((1, len(pair.target.lines)),))


@harmless("byte-order-mark")
def byte_order_mark(pair: Pair, _rng: Random) -> Mutation | None:
    return Mutation("\ufeff" + pair.target.text, ((1, 1),))


@harmless("trailing-space")
def trailing_space(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(
        rng,
        (b for b in pair.target.of("paragraph", "item", "heading") if not pair.target.lines[b.end - 1].endswith(" ")),
    )
    return block and pair.put(block.end - 1, block.end, [pair.target.lines[block.end - 1] + " "], block)


@harmless("anchor-added")
def anchor_added(pair: Pair, rng: Random) -> Mutation | None:
    """The pipeline writes the English heading's slug into the translated heading."""
    found = []
    for block in pair.target.of("heading"):
        line = pair.target.lines[block.start]
        if HEADING.match(line) and "<a" not in line and "{" not in line and not pair.target.mdx:
            found.append(block)
    chosen = pick(rng, found)
    if chosen is None:
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", pair.source_text(chosen).partition("{")[0].lower()).strip("-") or "section"
    line = pair.target.lines[chosen.start]
    named = re.sub(r"^(\s*#+\s+)", rf'\1<a name="{slug}"></a>', line)
    new = named if "{ #" not in pair.target.text and "{#" not in pair.target.text else f"{line.rstrip()} {{#{slug}}}"
    return pair.put(chosen.start, chosen.end, [new], chosen)


def _refenced(pair: Pair, rng: Random, char: str, more: int) -> Mutation | None:
    """A code block with other fences; its content holds none of them."""
    page = pair.target
    found = []
    for block in page.of("fence"):
        opening, closing = FENCE.match(page.lines[block.start]), FENCE.match(page.lines[block.end - 1])
        content = page.lines[block.start + 1 : block.end - 1]
        if opening and closing and block.end - block.start > 2 and not any(FENCE.match(line) for line in content):
            found.append((block, opening[1]))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    block, fence = chosen
    lines = page.lines[block.start : block.end]
    for number in (0, -1):
        lines[number] = lines[number].replace(fence, (char or fence[0]) * (len(fence) + more), 1)
    return pair.put(block.start, block.end, lines, block)


@harmless("fence-tildes")
def fence_tildes(pair: Pair, rng: Random) -> Mutation | None:
    return _refenced(pair, rng, "~", 0)


@harmless("fence-longer")
def fence_longer(pair: Pair, rng: Random) -> Mutation | None:
    return _refenced(pair, rng, "", 1)


@harmless("nested-list-indented-more")
def nested_list_indented_more(pair: Pair, rng: Random) -> Mutation | None:
    """A list nested in an item moves one column to the right, still within the four that are allowed."""
    page = pair.target
    found = []
    for items in page.lists():
        for item in items:
            end = page.extent(item)
            inside = [line for line in page.lines[item.end : end] if line.strip()]
            if item.level or not inside or not ITEM.match(inside[0]) or "\t" in "".join(inside):
                continue
            indents = {len(line) - len(line.lstrip()) for line in inside}
            if len(indents) == 1 and indents <= {item.content, item.content + 1}:
                found.append((item, end))
    chosen = pick(rng, found)
    if chosen is None:
        return None
    item, end = chosen
    moved = [" " + line if line.strip() else line for line in page.lines[item.end : end]]
    return pair.put(item.end, end, moved, item)


@harmless("list-loosened")
def list_loosened(pair: Pair, rng: Random) -> Mutation | None:
    """Blank lines come between the items of a list."""
    page = pair.target
    tight = [
        items
        for items in page.lists()
        if len(items) > 1 and items[0].level == 0 and all(one.end == two.start for one, two in pairwise(items))
    ]
    items = pick(rng, tight)
    if items is None:
        return None
    lines = [line for item in items for line in [*page.lines[item.start : item.end], ""]][:-1]
    return pair.put(items[0].start, items[-1].end, lines, items[0])


@harmless("heading-closed")
def heading_closed(pair: Pair, rng: Random) -> Mutation | None:
    """``## Title ##``: the closing signs are not part of the title."""
    plain = [b for b in pair.target.of("heading") if re.fullmatch(r"#+ [^#{]*[^#{\s]", pair.target.lines[b.start])]
    block = pick(rng, plain)
    return block and pair.put(block.start, block.end, [f"{pair.target.lines[block.start]} {'#' * block.level}"], block)


@harmless("table-aligned")
def table_aligned(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, pair.target.of("table"))
    if block is None:
        return None
    delimiter = re.sub(r":?(-+):?", r":\1:", pair.target.lines[block.start + 1])
    return pair.put(block.start + 1, block.start + 2, [delimiter], block)


@harmless("rule-of-other-signs")
def rule_of_other_signs(pair: Pair, rng: Random) -> Mutation | None:
    block = pick(rng, pair.target.of("rule"))
    return block and pair.put(block.start, block.end, ["* * *"], block)


@harmless("front-matter-reordered")
def front_matter_reordered(pair: Pair, rng: Random) -> Mutation | None:
    """Two plain entries, one after the other, change places."""
    numbers = [number for number, _, _ in entries(pair)]
    number = pick(rng, (one for one, two in pairwise(numbers) if two == one + 1))
    if number is None:
        return None
    first, second = pair.target.lines[number : number + 2]
    return pair.put(number, number + 2, [second, first])


@harmless("front-matter-quoted")
def front_matter_quoted(pair: Pair, rng: Random) -> Mutation | None:
    """A plain text value in quotes; not a number or a date, which would become text."""
    found = pick(
        rng, (e for e in entries(pair) if re.fullmatch(r"[^\W\d_][\w ,.-]{3,}", e[2]) and e[2] not in ("true", "false"))
    )
    return found and pair.put(found[0], found[0] + 1, [f'{found[1]}: "{found[2]}"'])
