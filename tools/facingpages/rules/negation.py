"""Sentences that say that something is not so, beside some that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.document import Block
from facingpages.finding import Finding, Severity
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.base import Pair, shorten, stretch
from facingpages.rules.rule import Family, Rule

LOST = Rule(
    "negation-lost",
    Severity.OFF,
    "A sentence lost its negation.",
    {"lost": 'The source says "{word}" here, and nothing in this sentence does: "{text}"'},
    origin="source sentence",
)

SENTENCE = late(r"[^.!?:;\u3002\uff01\uff1f\uff1b]+(?:[.!?:;](?!\s)[^.!?:;\u3002\uff01\uff1f\uff1b]*)*")
KINDS = frozenset(("paragraph", "heading", "row"))


def check(pair: Pair) -> Iterator[Finding]:
    """Sentences without the negation of their source, in languages that are known for how they negate."""
    there, here = language(pair.source.locale).negated, language(pair.locale).negated
    if there is None or here is None or there is here:
        return
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if len(bead.source) == len(bead.target) == 1 and a.kind in KINDS and a.text != b.text and there.search(a.text):
            yield from _lost(pair, (a, b), there, here)


def _lost(pair: Pair, blocks: tuple[Block, Block], there: re.Pattern[str], here: re.Pattern[str]) -> Iterator[Finding]:
    """Where both have as many sentences, each is compared with its own, else all with all."""
    a, b = blocks
    s, t = ([found for found in SENTENCE.finditer(block.text) if found.group().strip()] for block in blocks)
    if len(s) != len(t):
        if here.search(b.text):
            return
        s, t = s[:1], t[:1]
    for one, other in zip(s, t, strict=True):
        word = there.search(a.text if len(s) == 1 else one.group())
        said = other.group().strip()
        if word is not None and said and one.group().strip() != said and not here.search(other.group()):
            yield pair.finding(
                LOST, "lost", at=stretch(b, b.text.find(said), said), origin=stretch(a, one.start(), one.group().strip()),
                word=word.group(), text=shorten(said),
            )  # fmt: skip


FAMILY = Family((LOST,), pair=check)
