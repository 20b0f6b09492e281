"""Definitions of link references, wherever a page has them, and labels that lead to none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from facingpages.document import OBJECT, Block, Definition, Document, Span, Unresolved, normal
from facingpages.late import late

DEFINITION = late(
    rb"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?\[((?:[^\[\]\\\r\n]|\\.){1,999})\]:[ \t]*(?:\r?\n[ \t]*)?"
    rb"(<[^<>\r\n]*>|[^\s<]\S*)?",
    re.M,
)
# Behind a letter of another script it is no index: nobody names a variable in ideographs, clitics are written together.
UNRESOLVED = late(r"(?<![A-Za-z0-9_\]\\!])!?\[([^\[\]]+)\]\[([^\[\]]*)\]")
# No class of a regular expression: `[^a-z]`.
FOOTNOTE = late(r"(?<!\\)\[\^((?!(?:\w-\w)+[_.]?\])[\w.]+(?:-[\w.]+)*+)\](?!:)")
NUMERIC = late(r"[\d\s,.:*+-]*|[ -~]", re.S)
WORDS = late(r"[^\W\d_]{3}")  # what has a word in it is no index: not in `[i][0]`, but in `[the page][1]`


def definitions(
    document: Document, titles: Mapping[str, str], codes: Sequence[tuple[int, int]]
) -> Iterator[Definition]:
    """All definitions as they stand, also those that come too late to count. `titles`: of those the parser knows."""
    known = {normal(label): title for label, title in titles.items()}
    shut = sorted([*codes, *((comment.start, comment.end) for comment in document.comments)])
    for match in DEFINITION.finditer(document.raw, document.metadata_end):
        label = match.group(1).decode("utf-8", "replace")
        name = normal(label)
        if label.startswith("^") or (match.group(2) is None and name not in known):
            continue
        start = match.start(1) - 1
        index = bisect_right(shut, (start, len(document.raw))) - 1
        if index >= 0 and shut[index][0] <= start < shut[index][1]:
            continue
        target = (match.group(2) or b"").decode("utf-8", "replace")
        if target.startswith("<"):
            target = target[1:-1]
        yield Definition(start, match.end(), label, target, known.get(name, ""), name in known)


def unresolved(block: Block) -> Iterator[Unresolved]:
    """`[text][label]` that stayed text."""
    codes = {code.start: code.text for code in block.codes} if OBJECT in block.text else {}
    starts = [link.start for link in block.links]
    for match in UNRESOLVED.finditer(block.text):
        text, label = match.group(1), match.group(2)
        start = block.offset(match.start())
        if label:  # offsets are asked in rising order
            at = block.offset(match.start(2))
            before = bisect_right(starts, at) - 1
            if before >= 0 and starts[before] < at < block.links[before].end:
                continue  # the brackets of a link's own text: `[new][[#12]](...)`
        label = label or _with_code(block, match.start(1), text, codes)
        sure = (
            (match.group().startswith("!") or not NUMERIC.fullmatch(text))
            and (not NUMERIC.fullmatch(label) or WORDS.search(text) is not None)
            and OBJECT not in label
            and text[0] not in "!^"
            and not _in_a_row(block.text, match.start(), match.end())
        )
        yield Unresolved(start, start + len(match.group().encode()), label, sure)


def _in_a_row(text: str, start: int, end: int) -> bool:
    """Whether brackets are parts of a format: among more of them, or behind a sign of it: `[size][name][rest]`,
    `+/-[hh][mm]`. A footnote may follow a link."""
    before = text[start - 1 : start]
    return (text[end : end + 1] == "[" and text[end + 1 : end + 2] != "^") or (before != "" and before in "]+-=%")


def unresolved_marks(block: Block) -> Iterator[Span]:
    """`[^label]` that stayed text."""
    for match in FOOTNOTE.finditer(block.text):
        start = block.offset(match.start())
        yield Span(start, start + len(match.group().encode()), match.group(1))


def _with_code(block: Block, at: int, text: str, codes: Mapping[int, str]) -> str:
    """A text with the code in it, for labels such as [`code`][]."""
    parts = []
    for index, char in enumerate(text):
        found = codes.get(block.offset(at + index)) if char == OBJECT else None
        parts.append(f"`{found}`" if found is not None else char)
    return "".join(parts)
