"""How well a run of source blocks and a run of target blocks fit each other. The same when the sides are swapped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache
from math import log

from facingpages.align.features import keys, words
from facingpages.document import Block, Heading, Kind

GAP = -0.3
SPLIT = -0.26
FORBIDDEN = -1e9

# What a pair of different kinds is worth at the start; a pair not listed never belongs together.
MIXED: Mapping[frozenset[Kind], float] = {
    frozenset(("paragraph", "heading")): 0.1,
    frozenset(("paragraph", "html")): 0.2,
    frozenset(("paragraph", "directive")): -0.2,
    frozenset(("paragraph", "code")): -0.2,
    frozenset(("paragraph", "row")): -0.2,
    frozenset(("paragraph", "term")): 0.4,
    frozenset(("html", "directive")): 0.2,
    frozenset(("html", "code")): -0.3,
    frozenset(("heading", "term")): 0.0,
}


SENTENCE = re.compile(r"[.!?:\u3002\uff01\uff1f](?:\s|$)|[\u3002\uff01\uff1f]")
WIDE = re.compile(r"[\u2e80-\uffef]")


@lru_cache(maxsize=4096)
def weight(text: str) -> float:
    """The length of a text in Latin letters: an ideograph says about as much as two and a half."""
    return len(text) if text.isascii() else len(text) + 1.5 * len(WIDE.findall(text))


class Side:
    """One or more neighbouring blocks seen as one."""

    __slots__ = ("block", "bold", "keys", "length", "sentences", "text", "words")

    def __init__(self, blocks: Sequence[Block], scale: float) -> None:
        first = blocks[0]
        self.block = first
        if len(blocks) == 1:
            self.keys, self.words = keys(first), words(first)
            self.text = first.text
        else:
            self.keys = frozenset().union(*(keys(block) for block in blocks))
            self.words = frozenset().union(*(words(block) for block in blocks))
            self.text = " ".join(block.text for block in blocks)
        self.length = (weight(self.text) + sum(len(code.text) for block in blocks for code in block.codes)) * scale
        self.sentences = len(SENTENCE.findall(self.text))
        self.bold = sum(len(block.strongs) for block in blocks)


def plain_fit(a: Side, b: Side) -> float:
    """How well two sides fit when the targets of their links are left out."""
    one, two = copy(a), copy(b)
    one.keys = frozenset(key for key in a.keys if key[0] != "l")
    two.keys = frozenset(key for key in b.keys if key[0] != "l")
    return fit(one, two)


def fit(a: Side, b: Side) -> float:
    """From about -1 (nothing in common) to about 4 (the same words); FORBIDDEN where they can't belong together."""
    one, two = a.block, b.block
    score = _form(one, two)
    if score == FORBIDDEN or one.kind == two.kind == "rule":
        return score
    score += _place(one, two)
    if a.keys or b.keys:
        score += _kept(a.keys, b.keys)
    if a.bold != b.bold:
        score -= min(0.5, 0.25 * abs(a.bold - b.bold))
    if a.text == b.text and (a.text or a.words == b.words):
        return score + (2.0 if a.text else 0.3)
    if a.words and b.words:
        shared = len(a.words & b.words)
        score += 1.0 * shared / min(len(a.words), len(b.words)) if shared else 0.0
    if a.sentences != b.sentences:
        score -= min(0.24, 0.1 * abs(a.sentences - b.sentences))
    if one.kind != "code":
        score -= min(0.9, 0.7 * abs(log((a.length + 12) / (b.length + 12))))
    return score


def _form(one: Block, two: Block) -> float:
    """What the kinds of two blocks say, and the levels and ids of headings; FORBIDDEN where they rule a pair out."""
    if one.kind != two.kind:
        mixed = MIXED.get(frozenset((one.kind, two.kind)))
        return FORBIDDEN if mixed is None else mixed + _lost_heading(one, two)
    score = 0.8 if one.kind == "rule" else 1.0
    if isinstance(one, Heading) and isinstance(two, Heading):
        if one.level != two.level:
            score -= 0.3
        if one.id and two.id:
            score += 1.5 if one.id == two.id else -0.3
    return score


def _kept(one: frozenset[str], two: frozenset[str]) -> float:
    """What is said by that which a translator does not change, where at least one side has any of it."""
    if not one or not two:
        return -0.3
    shared = len(one & two)
    return 1.6 * shared / (len(one) + len(two) - shared) if shared else -0.8


def _lost_heading(one: Block, two: Block) -> float:
    """A paragraph that is all bold, or begins with `#`, is what a damaged heading looks like."""
    text = two if one.kind == "heading" else one
    if "heading" not in (one.kind, two.kind) or text.kind != "paragraph":
        return 0.0
    bold = sum(len(strong.text) for strong in text.strongs)
    return 0.8 if text.text.startswith("#") or (bold and bold >= 0.9 * len(text.text.strip())) else 0.0


def _place(one: Block, two: Block) -> float:
    """What the containers around two blocks say."""
    score = 0.0
    if (one.marker is None) != (two.marker is None):
        score -= 0.35
    elif one.marker is not None and two.marker is not None and one.marker.ordered != two.marker.ordered:
        score -= 0.1
    p, q = one.parent, two.parent
    if p is not None or q is not None:
        score -= min(0.45, 0.15 * abs((p.depth if p else 0) - (q.depth if q else 0)))
        if (p.kind if p else "") != (q.kind if q else ""):
            score -= 0.1
        elif p is not None and q is not None and p.name != q.name:
            score -= 0.15
    return score
