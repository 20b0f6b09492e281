"""Explicit heading ids: `## <a name="x"></a>Title`, as Learn publishes it, becomes `## Title {#x}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.read import read_page

_HEADING = re.compile(
    rb"""(?P<marks>(?:>[ ]?)*\#{1,6}[ \t]+) (?:<a[ ](?:name|id)="(?P<id>[^"\s{}<>]+)"></a>)++ [ \t]*
        (?P<title>\S.*?) (?:[ \t]+\#+)? [ \t]*""",
    re.VERBOSE,
)
_ANCHOR = re.compile(rb"""<a[ ](?:name|id)="([^"\s{}<>]+)"></a>""")
_ID = re.compile(rb"\{#([^\s{}]+)[^{}]*\}[ \t#]*$")


def explicit(raw: bytes) -> dict[int, bytes]:
    """The headings of a page in Learn's Markdown that get an explicit id: where the line begins, and the new line.

    Only what the page shows as a heading is one: nothing in code, whatever it looks like. A heading that is indented
    keeps its anchor, for there an attribute list would be read as text. The id of a heading that repeats another's is
    numbered as Learn numbers it: `x`, `x-1`, `x-2`.
    """
    found: dict[int, bytes] = {}
    taken: set[bytes] = set()
    for start, line in _headings(raw):
        heading = _HEADING.fullmatch(line)
        if heading is None:
            taken.update(_ANCHOR.findall(line))
            taken.update(_ID.findall(line))
            continue
        name = _free(heading["id"], taken)
        taken.add(name)
        found[start] = b"%s%s {#%s}" % (heading["marks"], heading["title"], name)
    return found


def _headings(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines that hold a heading, whole, and where they begin."""
    for block in read_page(raw, "learn").blocks:
        if block.kind == "heading":
            start = max(raw.rfind(b"\n", 0, block.start), raw.rfind(b"\r", 0, block.start)) + 1
            ends = [at for end in (b"\n", b"\r") if (at := raw.find(end, start)) >= 0]
            yield start, raw[start : min(ends, default=len(raw))]


def _free(name: bytes, taken: set[bytes]) -> bytes:
    number, free = 0, name
    while free in taken:
        number += 1
        free = b"%s-%d" % (name, number)
    return free
