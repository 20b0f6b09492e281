"""Roles of MyST: code with a name in braces before it, of which a program reads a part or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facingpages.document import Block, Document, Span
from facingpages.late import late

# https://mystmd.org/guide/roles; those named here have a text for people.
ROLE, TARGET = late(rb"\{([a-zA-Z][\w:.+-]*)\}\Z"), late(r"<([^<>]+)>\Z")
CALL = late(rb"\{([a-zA-Z][\w:.+-]*)\}(`+)([^`]+)\2(?!`)")
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


def calls(document: Document, blocks: Sequence[Block]) -> Counter[tuple[str, str]]:
    """Each role in some blocks, by its name, and what it is given."""
    written = document.raw[blocks[0].start : blocks[-1].end]
    found: Counter[tuple[str, str]] = Counter()
    for match in CALL.finditer(written) if b"}`" in written else ():
        given = match[3].decode("utf-8", "replace").strip()
        target = TARGET.search(given)
        found[match[1].decode(), target[1].strip() if target is not None else given] += 1
    return found


def lost_calls(there: Counter[tuple[str, str]], here: Counter[tuple[str, str]]) -> int:
    """How many roles a translation lost at most: what its source says several times may be said once."""
    return sum(call not in here for call in there)
