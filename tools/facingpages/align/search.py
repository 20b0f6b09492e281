"""Which blocks of two pages belong together where the two do not agree block by block."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.align.agreeing import agree, same_form, sections
from facingpages.align.echoes import echoed, echoes
from facingpages.align.headed import headed
from facingpages.align.itemized import rewritten
from facingpages.align.leading import with_theirs
from facingpages.align.left import Found, absorbed, claimed, faced, reunited, turned
from facingpages.align.meant import known_by_words
from facingpages.align.relisted import relisted, reread
from facingpages.align.retold import retold, unlike
from facingpages.align.rows import by_own_words
from facingpages.align.score import DENIED, WEIGHT, Side, Voices, fit, weight
from facingpages.align.sections import paired_headings
from facingpages.align.strayed import strayed
from facingpages.align.stretch import in_turn
from facingpages.align.tables import of_two_tables
from facingpages.align.traded import traded
from facingpages.align.twins import alike, nearest
from facingpages.align.unmerged import unmerged
from facingpages.align.weak import STRANGE, parted
from facingpages.document import Block
from facingpages.lexicon import Lexicon, Meaning


def searched(s: Sequence[Block], t: Sequence[Block], lexicon: Lexicon | None, *, swapped: bool) -> list[Found]:
    """All blocks of two pages, paired where they belong together. `swapped`: looked at the other way round."""
    again_s, again_t = echoes(s, t), echoes(t, s)
    if bool(again_s) == bool(again_t):
        again_s = again_t = frozenset()  # neither, or a page that says things twice
    once_s = [block for block in s if block.index not in again_s]
    once_t = [block for block in t if block.index not in again_t]
    voices: Voices = (None, None)
    if lexicon is not None:
        meaning = Meaning(lexicon)
        voices = meaning.source, meaning.target
    pairs = _align(once_t, once_s, voices[::-1]) if swapped else _align(once_s, once_t, voices)
    found = echoed(turned(pairs) if swapped else pairs, s, t, again_t)
    return turned(echoed(turned(found), t, s, again_s)) if again_s else found


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
    found = rewritten(unlike(parted(nearest(found), least)))
    found = claimed(unmerged(found, scale, voices))
    found = retold(relisted(reread(reunited(absorbed(found, scale, voices), scale))), scale, voices)
    if voices[0] is not None:
        found = known_by_words(by_own_words(found, scale, voices), scale, voices)
    else:
        found = strayed(found, scale)
    return faced(with_theirs(headed(found)), voices)


def _chunk(s: Sequence[Block], t: Sequence[Block], scale: float, voices: Voices, *, moved: bool = False) -> list[Found]:
    """Pair the blocks of one stretch in order."""
    if not s or not t:
        return [((a,), (), 0.0, False) for a in s] + [((), (b,), 0.0, False) for b in t]
    if agree(s, t):
        return [((a,), (b,), 1.0, moved) for a, b in zip(s, t, strict=True)]
    if not moved and (found := traded(s, t, scale)) is not None:
        return found
    return [
        (tuple(s[i : i + a]), tuple(t[j : j + b]), value, moved and bool(a and b))
        for i, j, a, b, value in in_turn(s, t, scale, voices)
    ]
