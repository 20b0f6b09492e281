"""Files that pymdownx.snippets sets into a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from facingpages.document import Document, Use, UseKind
from facingpages.late import late

SET_IN: tuple[UseKind, ...] = ("snippet", "listing")
SNIPPET = late(rb"^(;*)[ \t>]*-+8<-+[ \t]+([\"'])(.*?)\2", re.M)
SNIPPET_BLOCK = late(rb"^[ \t>]*-+8<-+[ \t]*\r?\n(.*?)^[ \t>]*-+8<-+[ \t]*$", re.M | re.S)


def snippets(document: Document, codes: Sequence[tuple[int, int]]) -> Iterator[Use]:
    """Files that are set into the page. It happens before Markdown is read, so code does not stop it."""
    raw = document.raw
    comments = sorted((comment.start, comment.end) for comment in document.comments)

    def told(name: bytes, start: int) -> Iterator[Use]:
        if name and not _within(comments, start):
            kind: UseKind = "listing" if _within(codes, start) else "snippet"
            yield Use(kind, name.decode("utf-8", "replace"), start, start + len(name))

    for match in SNIPPET.finditer(raw):
        if not match.group(1):
            yield from told(match.group(3).strip(), match.start(3))
    for match in SNIPPET_BLOCK.finditer(raw):
        at = match.start(1)
        for line in match.group(1).splitlines(keepends=True):
            name = line.strip()
            if not name.startswith(b";") and b"8<" not in name:
                yield from told(name, at + line.index(name))
            at += len(line)


def _within(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(ranges, (at, 1 << 62)) - 1
    return index >= 0 and ranges[index][0] <= at < ranges[index][1]
