"""Components and shortcodes that end right where they begin, though the source's hold something: that stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.align import Bead
from facingpages.document import Block, Document
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.held import What

OPENS = late(
    rb"\{\{[<%]\s*+(?P<code>[a-zA-Z][\w-]*+)[^{}\n]{0,300}(?<!/)[>%]\}\}"
    rb"|<(?P<tag>[A-Z][\w.]*+)(?:\s[^<>\n]{0,300})?(?<!/)>"
    rb"|\{%-?\s*+(?P<liquid>(?!end)[a-z]\w*+)[^{}\n]{0,300}%\}"
)
ENDS = late(
    rb"\s*+(?:\{\{[<%]\s*+/\s*+(?P<code>[\w-]++)\s*+[>%]\}\}|</(?P<tag>[\w.]++)\s*+>|\{%-?\s*+end_?(?P<liquid>\w++)\s*+-?%\})"
)


def emptied(pair: Pair) -> Iterator[tuple[Bead, str]]:
    """What such a one held, by its bead, and the name."""
    partners: dict[int, Bead] = {}
    for bead in pair.holding(What.DIRECTIVE):
        if len(bead.source) > 1 or len(bead.target) > 1 or bead.moved:
            continue
        a, b = bead.source[0], bead.target[0]
        there, here = _opened(pair.source, a), _opened(pair.target, b)
        if [_name(one) for one in there] != [_name(one) for one in here]:
            continue
        for one, two in zip(there, here, strict=True):
            end = _ends(pair.target, two)
            if end < 0 or _ends(pair.source, one) >= 0:
                continue
            if not partners:
                partners.update((each.source[0].index, each) for each in pair.aligned if len(each.source) == 1)
            held = bead if a.kind != "directive" else partners.get(a.index + 1)
            if held is not None and held.source[0].kind != "directive" and held.target[0].end > end:
                yield held, _name(two)


def _opened(document: Document, block: Block) -> list[re.Match[bytes]]:
    return list(OPENS.finditer(document.raw, block.start, block.end)) if block.kind != "code" else []


def _name(match: re.Match[bytes]) -> str:
    return match[match.lastgroup or 0].decode("utf-8", "replace")


def _ends(document: Document, opened: re.Match[bytes]) -> int:
    """Where it ends, if nothing but blanks stands in it, else less than nothing."""
    match = ENDS.match(document.raw, opened.end())
    return match.end() if match is not None and _name(match) == _name(opened) else -1
