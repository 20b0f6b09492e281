"""Two documents become beads: which source blocks the translator rendered by which target blocks.

Headings are paired first - by explicit id, then by what their sections hold - and cut the pages into chunks; within a
chunk the leaf blocks are paired in order by what a translator must not change; what is left is looked for elsewhere
on the page. List, quote and callout are properties of a leaf, so a broken list costs nothing but the one finding.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from facingpages.align.echoes import echoed, echoes
from facingpages.align.features import keys, neutral_target, versions
from facingpages.align.headed import headed
from facingpages.align.itemized import rewritten, unmerged
from facingpages.align.leading import with_theirs
from facingpages.align.left import STRANGE, Found, absorbed, claimed, faced, parted, reunited, turned
from facingpages.align.meant import known_by_words
from facingpages.align.retold import retold, unlike
from facingpages.align.rows import by_own_words
from facingpages.align.score import DENIED, WEIGHT, Side, Voices, fit, weight
from facingpages.align.sections import paired_headings, same_form, sections
from facingpages.align.strayed import strayed
from facingpages.align.stretch import in_turn
from facingpages.align.tables import of_two_tables
from facingpages.align.twins import alike
from facingpages.document import Block, Document, Heading
from facingpages.lexicon import Lexicon, Meaning
from facingpages.tuples import NamedTuple

Vouching: TypeAlias = Lexicon | Callable[[], Lexicon | None] | None


class Bead(NamedTuple):
    """Source blocks and the target blocks that render them. One side may be empty; `moved`: found out of order."""

    source: tuple[Block, ...]
    target: tuple[Block, ...]
    score: float
    moved: bool = False


def align(source: Document, target: Document, lexicon: Vouching = None) -> list[Bead]:
    """The beads of two pages, in source order; what only the target has stands where it occurs.

    A lexicon, or what gives one, is asked where the two do not agree block by block. Every block is in exactly one
    bead. Swapping the sides swaps the beads: both orders are computed the same way.
    """
    s, t = source.blocks, target.blocks
    swapped = (len(s), source.raw) > (len(t), target.raw)
    if _alike(t, s) if swapped else _alike(s, t):
        return [Bead((a,), (b,), 1.0) for a, b in zip(s, t, strict=True)]
    again_s, again_t = echoes(s, t), echoes(t, s)
    if bool(again_s) == bool(again_t):
        again_s = again_t = frozenset()  # neither, or a page that says things twice
    once_s = [block for block in s if block.index not in again_s]
    once_t = [block for block in t if block.index not in again_t]
    voices: Voices = (None, None)
    if callable(lexicon):
        lexicon = lexicon()
    if lexicon is not None:
        meaning = Meaning(lexicon)
        voices = meaning.source, meaning.target
    pairs = _align(once_t, once_s, voices[::-1]) if swapped else _align(once_s, once_t, voices)
    found = echoed(turned(pairs) if swapped else pairs, s, t, again_t)
    found = turned(echoed(turned(found), t, s, again_s)) if again_s else found
    return _ordered([Bead(*item) for item in found], len(t))


def _alike(s: Sequence[Block], t: Sequence[Block]) -> bool:
    """Whether two pages agree block by block in everything that can be compared, so that nothing needs searching."""
    if len(s) != len(t):
        return False
    for a, b in zip(s, t, strict=True):
        if not same_form(a, b) or (a.marker is None) != (b.marker is None):
            if a.kind != "row" or b.kind != "row":
                return False
        elif len(a.links) != len(b.links) or len(a.images) != len(b.images) or len(a.codes) != len(b.codes):
            return False
        p, q = a.parent, b.parent
        if p is not q and (p is None or q is None or p.depth != q.depth or p.kind != q.kind):
            return False
        if a.links and not (
            {neutral_target(link.target) for link in a.links} & {neutral_target(link.target) for link in b.links}
        ):
            return False
        if a.kind == "code":
            if a.text != b.text and not keys(a) & keys(b):
                return False
        elif (a.codes and not {code.text for code in a.codes} & {code.text for code in b.codes}) or (
            isinstance(a, Heading) and isinstance(b, Heading) and _called_otherwise(a, b)
        ):
            return False
    lengths_s, lengths_t = sum(len(a.text) for a in s), sum(len(b.text) for b in t)
    if lengths_s and lengths_t:
        ratio = lengths_s / lengths_t
        return not any(_far(len(a.text), len(b.text) * ratio) for a, b in zip(s, t, strict=True))
    return True


def _called_otherwise(a: Heading, b: Heading) -> bool:
    """Whether two headings have ids and other ones, or versions and other ones."""
    if a.id and b.id and a.id != b.id:
        return True
    one, other = versions(a), versions(b)
    return bool(one and other) and one.isdisjoint(other)


def _far(a: float, b: float) -> bool:
    return (a + 20) > 2.2 * (b + 20) or (b + 20) > 2.2 * (a + 20)


def _align(s: Sequence[Block], t: Sequence[Block], voices: Voices) -> list[Found]:
    lengths = sum(weight(block.text) for block in s), sum(weight(block.text) for block in t)
    scale = min(1.2, max(0.85, (lengths[0] + 500) / (lengths[1] + 500)))
    found: list[Found] = []
    ordered, moved = paired_headings(s, t, scale, voices)
    sections_s, sections_t = sections(s), sections(t)
    for here, there in moved:
        found += _chunk(sections_s.pop(here), sections_t.pop(there), scale, voices, moved=True)
    cuts: list[tuple[int | None, int | None]] = [*ordered, (None, None)]
    chunk_s: list[Block] = []
    chunk_t: list[Block] = []
    heads_s, heads_t = list(sections_s), list(sections_t)
    i = j = 0
    for a, b in cuts:
        while i < len(heads_s) and heads_s[i] != a:
            chunk_s += sections_s[heads_s[i]]
            i += 1
        while j < len(heads_t) and heads_t[j] != b:
            chunk_t += sections_t[heads_t[j]]
            j += 1
        found += _chunk(chunk_s, chunk_t, scale, voices)
        chunk_s, chunk_t = [], []
        if a is not None and b is not None:
            asked = (None, None) if same_form(s[a], t[b]) else voices  # of one level: a pair for what stands below them
            found.append(((s[a],), (t[b],), fit(Side((s[a],), 1.0, asked[0]), Side((t[b],), scale, asked[1])), False))
            chunk_s, chunk_t = list(sections_s[a][1:]), list(sections_t[b][1:])
            i, j = i + 1, j + 1
    # Words that a lexicon does not know speak against a pair, too: it has to be worse by as much.
    least = STRANGE - (WEIGHT * DENIED if voices[0] is not None else 0.0)
    found = of_two_tables(alike(found), lambda some, others: _chunk(some, others, scale, voices))
    found = claimed(unmerged(rewritten(unlike(parted(found, least)))))
    found = retold(reunited(absorbed(found, scale, voices), scale), scale, voices)
    if voices[0] is not None:
        found = known_by_words(by_own_words(found, scale, voices), scale, voices)
    else:
        found = strayed(found, scale)
    return faced(with_theirs(headed(found)))


def _chunk(s: Sequence[Block], t: Sequence[Block], scale: float, voices: Voices, *, moved: bool = False) -> list[Found]:
    """Pair the blocks of one stretch in order."""
    if not s or not t:
        return [((a,), (), 0.0, False) for a in s] + [((), (b,), 0.0, False) for b in t]
    if _alike(s, t):
        return [((a,), (b,), 1.0, moved) for a, b in zip(s, t, strict=True)]
    return [
        (tuple(s[i : i + a]), tuple(t[j : j + b]), value, moved and bool(a and b))
        for i, j, a, b, value in in_turn(s, t, scale, voices)
    ]


def _ordered(beads: list[Bead], targets: int) -> list[Bead]:
    """Source order; a bead without source stands after the bead that holds the target block before it."""
    with_source = sorted((bead for bead in beads if bead.source), key=lambda bead: bead.source[0].index)
    extras = sorted((bead for bead in beads if not bead.source), key=lambda bead: bead.target[0].index)
    after: dict[int, int] = {}
    for position, bead in enumerate(with_source):
        for block in bead.target:
            after[block.index] = position
    result: list[list[Bead]] = [[] for _ in range(len(with_source) + 1)]
    position = -1
    cursor = 0
    for extra in extras:
        while cursor < extra.target[0].index and cursor < targets:
            position = after.get(cursor, position)
            cursor += 1
        result[position + 1].append(extra)
    ordered = list(result[0])
    for bead, following in zip(with_source, result[1:], strict=True):
        ordered.append(bead)
        ordered += following
    return ordered
