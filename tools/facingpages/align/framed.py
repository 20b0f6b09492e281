"""What was set in between two comments that name it, on a page whose source has no such place.

`<!-- intro:start -->` and `<!-- intro:end -->` say that a program, or one locale alone, keeps what stands between them.
Paired with others in order, it would take the places of what the source says there, which is gone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from facingpages.align.features import keys
from facingpages.document import OBJECT, Block, Document
from facingpages.late import late

FIRST = late(r"(?i)(start|begin|end)\b[\s:]{0,9}(\w[\w.-]*)")  # `START toc`
LAST = late(r"(?i)(\w[\w .-]*?)[ :_-]{1,9}(start|begin|end)\b")  # `intro:start`
SIGNS = "<!-{/*} \t\r\n"  # of comments
LONG = 80  # letters of a comment in which it says what it begins
# What a program is told of the words between, or where they come from: they are the page's own.
TREATED = late(r"(?i)ignore|disable|enable|skip|lint|format|spell|transl|snippet|region|section|include")
OWN = "lik#"  # kinds of evidence by which framed blocks are the source's: targets, pictures, code, ids
MOST = 2  # a frame holds one block of so many of the page at most: more are the page


def set_in(page: Document, other: Document) -> frozenset[int]:
    """Which blocks of a page are none that the other one could have: framed, and nothing of the other's in them."""
    frames = list(_frames(page)) if page.comments else []
    if not frames or any(_frames(other)):
        return frozenset()
    blocks, starts = page.blocks, [block.start for block in page.blocks]
    theirs: set[str] | None = None
    names: set[str] = set()  # of what the items of the other page are about
    found: set[int] = set()
    for start, end in frames:
        framed = blocks[bisect_left(starts, start) : bisect_left(starts, end)]
        if framed and len(framed) * MOST <= len(blocks):
            if theirs is None:
                theirs, names = _held(other.blocks), {_leading(block) for block in other.blocks} - {""}
            if theirs.isdisjoint(_held(framed)):  # else it was put around what is a translation
                found.update(block.index for block in framed if _leading(block) not in names)
    return frozenset(found)


def _frames(page: Document) -> Iterator[tuple[int, int]]:
    """From where to where what stands between two such comments reaches."""
    name, start = "", -1
    for comment in sorted(page.comments, key=lambda one: one.start):
        is_end, called = _edge(comment.text)
        if start >= 0 and is_end and called == name:
            yield start, comment.start
            start = -1
        elif start < 0 and called and not is_end and TREATED.search(called) is None:
            name, start = called, comment.end


def _edge(text: str) -> tuple[bool, str]:
    """Whether a comment ends something, and what it is that it begins or ends: nothing, if it does neither."""
    said = text[:LONG].lstrip(SIGNS)
    first = FIRST.match(said)
    if first is not None:
        return first[1].casefold() == "end", first[2].casefold()
    last = LAST.match(said)
    return (last[2].casefold() == "end", last[1].casefold()) if last is not None else (False, "")


def _held(blocks: Sequence[Block]) -> set[str]:
    return {key for block in blocks for key in keys(block) if key[0] in OWN}


def _leading(block: Block) -> str:
    """The code that an item begins with: what it is about."""
    return block.codes[0].text if block.marker is not None and block.codes and block.text[:1] == OBJECT else ""
