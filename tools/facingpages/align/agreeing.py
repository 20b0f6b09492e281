"""What blocks show at a glance, and whether two pages agree block by block: most do, and nothing is searched for."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align.features import keys, neutral_target, versions
from facingpages.document import Block, Heading, Row


def same_form(a: Block, b: Block) -> bool:
    """Whether two blocks are of one kind and of one make: a heading of the same level, a row of as many cells."""
    if isinstance(a, Heading):
        return isinstance(b, Heading) and a.level == b.level
    if isinstance(a, Row):
        return isinstance(b, Row) and a.cells == b.cells
    return a.kind == b.kind and a.closed == b.closed


def sections(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    """Blocks by the index of the heading they stand under (-1: before the first), the heading included."""
    found: dict[int, list[Block]] = {-1: []}
    current = -1
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            current = index
            found[current] = []
        found[current].append(block)
    return found


def agree(s: Sequence[Block], t: Sequence[Block]) -> bool:
    """Whether two pages agree block by block in everything that can be compared, so that nothing needs searching."""
    if len(s) != len(t):
        return False
    for a, b in zip(s, t, strict=True):
        formed = a.kind == "heading" or a.kind == "row"  # of the others, kind and end are their form
        alike = same_form(a, b) if formed else a.kind == b.kind and a.closed == b.closed
        if not alike or (a.marker is None) != (b.marker is None):
            if a.kind != "row" or b.kind != "row":
                return False
        elif not (a.links or b.links or a.images or b.images or a.codes or b.codes):
            pass  # as most
        elif len(a.links) != len(b.links) or len(a.images) != len(b.images) or len(a.codes) != len(b.codes):
            return False
        p, q = a.parent, b.parent
        if p is not q and (p is None or q is None or p.depth != q.depth or p.kind != q.kind):
            return False
        if a.links and not (
            {neutral_target(link.target) for link in a.links} & {neutral_target(link.target) for link in b.links}
        ):
            return False
        if a.kind in ("code", "directive"):
            if _holds_others(a, b):
                return False
        elif (a.codes and not {code.text for code in a.codes} & {code.text for code in b.codes}) or (
            isinstance(a, Heading) and isinstance(b, Heading) and _called_otherwise(a, b)
        ):
            return False
    lengths_s, lengths_t = [len(a.text) for a in s], [len(b.text) for b in t]
    whole_s, whole_t = sum(lengths_s), sum(lengths_t)
    far = whole_s and whole_t and _any_far(lengths_s, lengths_t, whole_s / whole_t)
    return not far and not trades(s, t)


def _holds_others(a: Block, b: Block) -> bool:
    """Whether two blocks of code have no line in common, or two components are told other things by their authors."""
    if a.kind == "code":
        return a.text != b.text and not keys(a) & keys(b)
    if not any("=" in span.text for span in a.directives):
        return False
    one, other = ({key for key in keys(block) if key[0] == "v"} for block in (a, b))
    return one != other


def _called_otherwise(a: Heading, b: Heading) -> bool:
    """Whether two headings have ids and other ones, or versions and other ones."""
    if a.id and b.id and a.id != b.id:
        return True
    one, other = versions(a), versions(b)
    return bool(one and other) and one.isdisjoint(other)


def _any_far(lengths_s: Sequence[int], lengths_t: Sequence[int], ratio: float) -> bool:
    """Whether any of some lengths is far from what stands beside it, `ratio` times as long."""
    for one, other in zip(lengths_s, lengths_t, strict=True):
        a, b = one + 20, other * ratio + 20
        if a > 2.2 * b or b > 2.2 * a:
            return True
    return False


def trades(s: Sequence[Block], t: Sequence[Block]) -> dict[int, int]:
    """Which of some blocks stands where: of two of code, each where the other stands in the source.

    A text that stands twice on a side is nobody's.
    """
    if len(s) != len(t):
        return {}
    off = [at for at, a in enumerate(s) if a.kind == "code" and t[at].kind == "code" and a.text != t[at].text]
    there, here = _once(s, off), _once(t, off)
    found = {there[text]: here[text] for text in there.keys() & here.keys()}
    return {at: to for at, to in found.items() if found.get(to) == at}


def _once(blocks: Sequence[Block], places: Sequence[int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at in places:
        text = blocks[at].text
        found[text] = -1 if text in found else at
    return {text: at for text, at in found.items() if at >= 0}
