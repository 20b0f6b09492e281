"""Sentences: each one of the source is rendered, as far as the words tell that a site vouches for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.align.score import weight
from facingpages.document import Block
from facingpages.finding import Finding
from facingpages.languages import language
from facingpages.late import late
from facingpages.lexicon import Lexicon, lost_sentences
from facingpages.rules.base import Pair, shorten, stretch
from facingpages.rules.identity import identity
from facingpages.rules.rule import WARNING, Family, Rule
from facingpages.rules.said_again import said_again, stops_of
from facingpages.tuples import NamedTuple

MISSING = Rule(
    "sentence-missing",
    WARNING,
    "A sentence of the source is not rendered.",
    {"missing": 'This sentence of the source seems to be missing here: "{text}"'},
    origin="source sentence",
)

DUPLICATED = Rule(
    "sentence-duplicated",
    WARNING,
    "A sentence stands twice in a paragraph.",
    {"twice": 'This sentence stands twice here: "{text}"'},
    evident=True,
)

KINDS = frozenset(("paragraph", "heading", "row", "term"))
# Behind a stop and what closes with it; the next sentence begins with no small letter, and with no number (`Aug. 6`).
END = late(
    r"[.!?\u2026\u061f][\"')\]\u00bb\u2019\u201c\u201d]*(?=\s+[^\w\s\ufffc]*(\w|\ufffc))|[\u3002\uff01\uff1f\u0964]"
)
SAYS = late(r"\w|\ufffc")
LONGEST = 40  # characters before a stop in which an abbreviation is looked for
HALF = 0.5  # of a sentence's length that a text must be shorter by, at least, to have lost it


class PlacedSentence(NamedTuple):
    """A sentence of a block, and where it begins in that block's text."""

    block: Block
    at: int
    text: str


def check(pair: Pair) -> Iterator[Finding]:
    """Sentences that are said twice, and such that no word of the translation renders, where it has fewer of them."""
    yield from _again(pair)
    if pair.lexicon is None:
        return
    known: dict[tuple[int, int], tuple[Sequence[PlacedSentence], float]] = pair.source.memo.setdefault("sentences", {})
    several = pair.source.memo.get("several sentences")
    if several is None:
        ended = {block.index for block in pair.source.blocks if block.kind in KINDS and END.search(block.text)}
        several = pair.source.memo["several sentences"] = ended
    for bead in pair.aligned:
        blocks = bead.source
        if len(blocks) == 1 and blocks[0].index not in several:  # as most
            continue
        a, b = blocks[0], bead.target[0]
        if a.kind not in KINDS or b.kind not in KINDS or (a.marker is None) != (b.marker is None):
            continue  # it may be the next item of a list
        if a.text == b.text or bead.moved:
            continue
        more = _weight(blocks) * pair.scale - _weight(bead.target)
        if more <= 0:
            continue
        at = a.index, len(blocks)
        there = known.get(at) or known.setdefault(at, _of_source(blocks, pair.source.locale))
        if len(there[0]) > 1 and more > HALF * there[1] * pair.scale:
            yield from _missing(pair, pair.lexicon, bead, there[0], more)


def _again(pair: Pair) -> Iterator[Finding]:
    """Sentences that stand twice in a block, as none of its source's does."""
    stops = stops_of(pair.target.raw)
    for bead in pair.aligned:
        for block in bead.target:
            if block.kind not in KINDS:
                continue
            text = said_again(block.text, [code.text for code in block.codes], stops)
            # Two cells of the source that end alike are said twice on purpose, whatever ends a sentence there.
            there = (said_again(one.text.replace("\t", ". "), [code.text for code in one.codes]) for one in bead.source)
            if text and not any(there):
                place = stretch(block, block.text.find(text, block.text.find(text) + 1), text)
                yield pair.finding(DUPLICATED, "twice", at=place, origin=bead.source[0], bead=bead, text=shorten(text))


def _missing(
    pair: Pair, lexicon: Lexicon, bead: Bead, there: Sequence[PlacedSentence], more: float
) -> Iterator[Finding]:
    here = sentences(bead.target, pair.locale, doubtful=True)
    if not here or len(here) >= len(there):  # code and pictures alone say nothing
        return
    said = ("\n".join(" ".join(one.text.split()) for one in side) for side in (there, here))
    for lost, place in lost_sentences(lexicon, *said)[: len(there) - len(here)]:
        one = there[lost]
        if more > HALF * weight(one.text) * pair.scale and not _is_told_within(bead, one):
            yield pair.finding(
                MISSING, "missing", at=_before(here, place), origin=stretch(one.block, one.at, one.text), bead=bead,
                text=shorten(one.text, 120),
            )  # fmt: skip


def _is_told_within(bead: Bead, sentence: PlacedSentence) -> bool:
    """Whether all code and links of a sentence stand in the translation as often: it is told within another."""
    block, at = sentence.block, sentence.at
    start, end = block.offset(at), block.offset(at + len(sentence.text))
    own = [name for name, place in _things((block,)) if start <= place < end]
    there, here = (Counter(name for name, _ in _things(side)) for side in bead[:2])
    return bool(own) and all(here[name] >= there[name] for name in own)


def _things(blocks: Sequence[Block]) -> Iterator[tuple[str, int]]:
    """Code and where links lead, with their places."""
    for block in blocks:
        yield from ((code.text, code.start) for code in block.codes)
        yield from ((identity(link.target), link.start) for link in block.links)


def _of_source(blocks: Sequence[Block], locale: str) -> tuple[Sequence[PlacedSentence], float]:
    """The sentences of some blocks of the source, and the length of the shortest."""
    found = sentences(blocks, locale)
    return found, min([weight(one.text) for one in found], default=0.0)


def _before(here: Sequence[PlacedSentence], place: int) -> tuple[int, int]:
    """Where a sentence begins, or the last one ends."""
    if place < len(here):
        start = here[place].block.offset(here[place].at)
    else:
        start = here[-1].block.offset(here[-1].at + len(here[-1].text))
    return start, start


def _weight(blocks: Sequence[Block]) -> float:
    """The length of some blocks, with their code: a sign that is lost makes code of words."""
    return sum([weight(block.text) + sum([len(code.text) for code in block.codes]) for block in blocks])


def sentences(blocks: Sequence[Block], locale: str, *, doubtful: bool = False) -> list[PlacedSentence]:
    """The sentences of some blocks in a language, without the blanks around them.

    `doubtful`: a stop ends one, too, if it may as well belong to an abbreviation.
    """
    found: list[PlacedSentence] = []
    for block in blocks:
        start = 0
        for end in _ends(block.text, locale, doubtful):
            piece = block.text[start:end]
            if (text := piece.strip()) and SAYS.search(text):
                found.append(PlacedSentence(block, start + len(piece) - len(piece.lstrip()), text))
            start = end
    return found


def _ends(text: str, locale: str, doubtful: bool) -> Iterator[int]:
    for found in END.finditer(text):
        first = found.group(1)
        if first is not None:
            before = text[max(0, found.start() - LONGEST) : found.start()].split()
            word = before[-1].lstrip("(").lower() if before else ""
            initial = len(word) == 1 and word.isalpha()
            abbreviation = not doubtful and ("." in word or word in language(locale).abbreviations)
            if first.islower() or first.isdigit() or initial or abbreviation:
                continue
        yield found.end()
    yield len(text)


FAMILY = Family((MISSING, DUPLICATED), pair=check)
