"""Roles of MyST: code with a name in braces before it, of which a program reads a part or nothing."""

from __future__ import annotations

from facingpages.document import Document, Span
from facingpages.late import late

# https://mystmd.org/guide/roles; those named here have a text for people.
ROLE, TARGET = late(rb"\{([a-zA-Z][\w:.+-]*)\}\Z"), late(r"<([^<>]+)>\Z")
SPOKEN = frozenset(
    (b"term", b"guilabel", b"menuselection", b"abbr", b"sub", b"sup", b"dfn", b"del", b"underline", b"button")
)


def as_read(document: Document, found: list[Span]) -> list[Span]:
    """Code as a program reads it: of a role the target in {ref}`words <target>`, and nothing of {term}`words`."""
    read: list[Span] = []
    for code in found:
        role = None
        if document.raw[code.start - 1 : code.start] == b"}":
            role = ROLE.search(document.raw, max(0, code.start - 40), code.start)
        target = TARGET.search(code.text) if role is not None else None
        if target is not None:
            read.append(code._replace(text=target[1]))
        elif role is None or role[1] not in SPOKEN:
            read.append(code)
    return read
