"""Code that one page holds and the other sets in from a file: `@[code](@snippets/a.sh)`, `<<< @/snippets/a.js`."""

from __future__ import annotations

from facingpages.align.left import Found, FoundAt, turned
from facingpages.document import Block


def sets_in(block: Block) -> bool:
    """Whether a paragraph is nothing but a line by which VuePress or VitePress sets in code from a file."""
    if block.kind != "paragraph" or block.marker is not None:
        return False
    if block.text.startswith("@code") and len(block.links) == 1:
        return block.links[0].text == block.text[1:]
    return block.text.startswith("<<< ") and "\n" not in block.text.strip()


def imported(found: list[Found]) -> list[Found]:
    """Pair a block of code that is left over with the line that sets one in and is left over in its place."""
    return turned(_imported(turned(_imported(found))))


def _imported(found: list[Found]) -> list[Found]:
    """The first side's code."""
    lines = {t[0].index: at for at, (s, t, _, _) in enumerate(found) if not s and sets_in(t[0])}
    if not lines:
        return found
    places = FoundAt(found)
    gone: set[int] = set()
    for at, (s, t, _, _) in enumerate(found):
        if t or s[0].kind != "code":
            continue
        for step in (-1, 1):
            beside = places.sources.get(s[0].index + step)
            other = found[beside][1] if beside is not None else ()
            line = lines.get((other[-1] if step < 0 else other[0]).index - step) if other else None
            if line is not None and line not in gone and found[line][1][0].depth == s[0].depth:
                found[at] = (s, found[line][1], 0.5, False)
                gone.add(line)
                break
    return [item for at, item in enumerate(found) if at not in gone]
