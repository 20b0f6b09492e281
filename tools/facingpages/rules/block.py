"""Paragraphs, quotes, rules and raw HTML: each has its counterpart, none is left in the source's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from facingpages.align.echoes import holds, is_echo, is_like
from facingpages.align.score import SENTENCE, weight
from facingpages.document import OBJECT, Block
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.rules.base import Pair, whole
from facingpages.rules.bounds import ends_tabs, glued
from facingpages.rules.contrast import named
from facingpages.rules.copied import copied
from facingpages.rules.credits import are_credits, is_of_translation
from facingpages.rules.fallen import is_fallen
from facingpages.rules.folded import elsewhere, misfolded
from facingpages.rules.footnotes import is_listed
from facingpages.rules.held import What
from facingpages.rules.instead import Instead, instead, lists_instead
from facingpages.rules.mend_blocks import Blocks
from facingpages.rules.quoted import quoted_originals
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.split import is_split
from facingpages.rules.targets import is_own_edition
from facingpages.rules.torn import is_torn_tag
from facingpages.rules.traded import traded, trades
from facingpages.rules.unread import lost_marker
from facingpages.rules.untranslated import LANGUAGE, PAGE, UNTRANSLATED, foreign, untranslated

MISSING = Rule(
    "block-missing",
    ERROR,
    "A paragraph, quote, rule or HTML block of the source has no counterpart.",
    {
        "missing": 'This block of the source has no counterpart: "{text}"',
        "several": '{count} blocks of the source in a row have no counterpart, the first is "{text}"',
        "tabs": 'The line "{text}" of the source is missing: the last tab goes on.',
    },
    origin="source block",
)
EXTRA = Rule(
    "block-extra", WARNING, "The translation has a block that the source lacks.",
    {
        "extra": 'This block has no counterpart in the source: "{text}"',
        "several": '{count} blocks in a row have no counterpart in the source, the first is "{text}"',
    },
)  # fmt: skip
REWRITTEN = Rule(
    "block-rewritten", WARNING,
    "A paragraph or a list says something else than the one of the source in its place.",
    {
        "other": 'This paragraph seems to say something else than the one of the source, "{text}".',
        "block": 'This seems to stand for something else than "{text}" of the source.',
        "stretch": '{here} blocks from here on seem to stand for {count} others of the source, the first of which is "{text}".',
        "list": 'This list seems to be another one than that of the source, the first of whose items is "{text}".',
    },
    origin="source block",
    evident=True,
)  # fmt: skip
DUPLICATED = Rule(
    "block-duplicated", ERROR, "A block stands twice in the translation and once in the source.",
    {"twice": 'This block stands twice here and once in the source: "{text}"'},
    origin="source block",
    evident=True,
)  # fmt: skip
MOVED = Rule(
    "block-moved", INFO, "A block stands in another place than in the source.",
    {"moved": "This block stands in another place in the source.", "tag": "The source has {text} in another place."},
    origin="source block",
)  # fmt: skip
ORDER = Rule(
    "block-order",
    WARNING,
    "A block and the next one changed places.",
    {"swapped": 'This block and the next one, "{text}", seem to have changed places.'},
    origin="source block",
    evident=True,
)

TERM = 40  # letters of a text that may be a term, or a name, for which a language has but one word
KIN, TWINS = 0.5, 0.8  # how alike two terms are that may be called the same, and two texts that may say the same
SCANNED = 300  # letters of two texts that are looked at for that
LETTERS = late(r"[\W\d_]+")  # all but these
OTHER = 2  # times as long as its links is a text that is little else
SWITCH = 40  # letters before links to a page's editions: `Read this in other languages:`
SCRAP = 12  # letters of a text that is but a scrap, or leads to what follows
MARKER = late(r"(?:!!!|\?\?\?|:::|\[!\w+\])")  # of a callout that came apart: told by the rules about callouts


def check(pair: Pair) -> Iterator[Finding]:
    """Blocks without counterpart, doubled, moved, untranslated."""
    blocks = Blocks(pair)
    led = {unit.position for unit in pair.missing if unit.kind in ("code", "row", "step", "item", "image")}
    quoted = quoted_originals(pair)
    others = [one for one in instead(pair) if one.extra.blocks[0].index not in quoted and not _is_told(pair, one)]
    taken = {one.missing.position for one in others} | {unit.position for unit, _, _ in glued(pair)}
    for unit in pair.missing:
        block = unit.blocks[0]
        if unit.position in taken or _is_to_own_edition(pair, block) or (_leads(block) and unit.position + 1 in led):
            continue
        if is_listed(pair.source, block, pair.target):
            continue
        if unit.kind == "block" and _counts(block):
            ends = block.kind == "rule" and ends_tabs(pair.source, block)
            yield pair.finding(
                MISSING, "tabs" if ends else "missing", at=pair.gap(unit.position), origin=block, text=named(pair.source, block),
                lost=unit, fix=blocks.put_in(unit), severity=None if ends else INFO if block.kind == "rule" else WARNING if _is_scrap(block) else None,
            )  # fmt: skip
    for one in others:
        a, b = one.missing.blocks[0], one.extra.blocks[0]
        severity = None if one.loses else INFO  # where words are all that they hold, it may be a free rendering
        yield pair.finding(REWRITTEN, "other", at=b, origin=a, text=named(pair.source, a), severity=severity)
    yield from _lists(pair)
    taken = {one.extra.position for one in others}
    for at, unit in enumerate(pair.extra):
        block = unit.blocks[0]
        told = block.index in quoted or unit.position in taken or is_fallen(pair, block)
        if told or is_listed(pair.target, block, pair.source):
            continue
        original = pair.duplicate_of(block)
        if original is not None:
            second = max(block, original, key=lambda item: item.start)
            yield pair.finding(
                DUPLICATED, "twice", at=whole(second), text=named(pair.target, block),
                fix=blocks.take_out(_second(pair, unit.blocks, original)),
            )  # fmt: skip
        elif (
            unit.kind == "block"
            and _counts(block)
            and not MARKER.match(block.text)
            and not lost_marker(pair.target, block)
            and not is_torn_tag(pair.source, pair.missing, block)
        ):
            fix = blocks.take_out(unit.blocks, unit.kind)
            leads = _leads(block) or block.kind == "rule"
            behind = pair.extra[at + 1].blocks if leads and at + 1 < len(pair.extra) else ()
            speaks = block if block.kind != "rule" or not behind else behind[0]  # a line is drawn above a notice
            own = is_of_translation(pair, speaks) or _leads_or_ends(pair, block) or is_split(pair, unit)
            own = own or (bool(pair.missing) and pair.absent.holds(block))  # perhaps what is told to be missing
            severity = INFO if own or are_credits(unit.blocks) or are_credits(behind) else None
            text = named(pair.target, block)
            yield pair.finding(EXTRA, "extra", at=block, text=text, added=unit, fix=fix, severity=severity)
    for bead in pair.holding(What.JOINED):
        if len(bead.target) == 2 and _says_twice(bead.target) and not _says_twice(bead.source):
            second = bead.target[1]
            yield pair.finding(DUPLICATED, "twice", at=whole(second), text=named(pair.target, second))
    yield from _pasted_over(pair)
    yield from _moved(pair)
    yield from untranslated(pair, quoted)
    yield from foreign(pair, quoted)


def _lists(pair: Pair) -> Iterator[Finding]:
    """Lists and items that were written anew: for information where lists of the source hold nothing but words."""
    for one in lists_instead(pair):
        a, b = one.missing.blocks[0], one.extra.blocks[0]
        severity = None if one.loses or not one.are_lists else INFO
        message = "list" if one.are_lists else "other"
        yield pair.finding(
            REWRITTEN, message, at=whole(b), origin=whole(a), text=named(pair.source, a), severity=severity
        )


def _is_told(pair: Pair, one: Instead) -> bool:
    """Whether the paragraph that stands for another is told as something else: a repetition, what is left of a mark."""
    a, b = one.missing.blocks[0], one.extra.blocks[0]
    if _is_to_own_edition(pair, a) or pair.duplicate_of(b) is not None or are_credits(one.extra.blocks):
        return True
    return (
        MARKER.match(b.text) is not None
        or bool(lost_marker(pair.target, b))
        or is_torn_tag(pair.source, pair.missing, b)
    )


def _moved(pair: Pair) -> Iterator[Finding]:
    """Blocks in other places: far away, or each in that of its neighbour."""
    for bead in pair.holding(What.MOVED):
        a, b = bead.source[0], bead.target[0]
        told = b.index in pair.meant.exchanged or id(bead) in misfolded(pair) or b.index in trades(pair)
        if bead.moved and a.marker is None and a.kind not in ("heading", "row") and not told:
            yield pair.finding(MOVED, "moved", at=b, origin=a, bead=bead)
    yield from (*elsewhere(pair, MOVED), *traded(pair, MOVED))
    for first, second, one, other, bead in pair.meant.swapped:
        if one.kind != "heading" and not (one.marker is not None and one.marker.ordered):
            text = named(pair.target, second)
            rows = INFO if one.kind == "row" else None  # in whatever order, a table says the same
            yield pair.finding(
                ORDER, "swapped", at=whole(first), origin=whole(other), bead=bead, text=text, severity=rows
            )


def _second(pair: Pair, extra: Sequence[Block], original: Block) -> Sequence[Block]:
    """Of two stretches that say the same, the one further down: that without counterpart, or the one it repeats."""
    if original.start < extra[0].start:
        return extra
    return pair.target.blocks[original.index : original.index + len(extra)]


def _pasted_over(pair: Pair) -> Iterator[Finding]:
    """Neighbours that say the same, where those of the source do not: one stands where the other's rendering should.

    Terms may well be called the same, the more so where they are alike in the source.
    """
    texts = [block.text for block in pair.target.blocks]
    twice = {at for at, (one, two) in enumerate(pairwise(texts)) if one == two}
    for one, two in pairwise(pair.aligned) if twice else ():
        if (
            one.target[0].index not in twice
            or len(one.target) > 1
            or len(two.target) > 1
            or len(one.source) > 1
            or len(two.source) > 1
        ):
            continue
        (a,), (b,), (x,), (y,) = one.source, two.source, one.target, two.target
        if x.text != y.text or y.index != x.index + 1 or b.index != a.index + 1 or y.kind not in ("paragraph", "row"):
            continue
        old, new = (LETTERS.sub("", block.text.casefold()) for block in (a, b))
        if old == new or not is_echo(x, y) or not is_like(a, b) or _lacks(x, a) or _lacks(y, b):
            continue
        alike = resemblance(old[:SCANNED], new[:SCANNED])
        short = weight(y.text) < TERM and not SENTENCE.search(y.text) and not y.strongs
        short = short and (y.marker is None or not y.marker.ordered)
        severity = (INFO if alike >= KIN else WARNING) if short else WARNING if alike >= TWINS else None
        text = named(pair.target, y)
        yield pair.finding(DUPLICATED, "twice", at=whole(y), origin=whole(b), bead=two, text=text, severity=severity)
    for bead in copied(pair):
        heading = bead.target[0]
        yield pair.finding(
            DUPLICATED,
            "twice",
            at=heading,
            origin=bead.source[0],
            bead=bead,
            severity=WARNING,
            text=named(pair.target, heading),
        )


def _lacks(block: Block, source: Block) -> bool:
    """Whether a block lacks what stands in that of the source, so that this is told already."""
    return not set(holds(block)) >= set(holds(source))


def _says_twice(blocks: Sequence[Block]) -> bool:
    """Whether neighbours say and hold the same: two pictures without words are not one of them twice."""
    one, two = blocks[0], blocks[-1]
    return one is not two and (one.text, holds(one)) == (two.text, holds(two))


def _leads(block: Block) -> bool:
    """Whether a short text is nothing without what it stands before (`Example:`): lost with it, it is not told twice."""
    text = block.text.strip(" *")
    return len(text.split()) <= 8 and text.endswith((":", "\uff1a"))


def _is_to_own_edition(pair: Pair, block: Block) -> bool:
    """Whether all that stands in a block is a link to the page in another language."""
    text = OBJECT.join(block.text.split())
    return (
        bool(block.links)
        and all(is_own_edition(pair, link) for link in block.links)
        and len(text) <= OTHER * sum(len(link.text) for link in block.links) + SWITCH
    )


def _is_scrap(block: Block) -> bool:
    """Whether little is lost with a text: a few letters that say nothing of their own, `Example:`."""
    text = block.text.strip()
    worded = block.kind == "paragraph" and text[:1].isalpha() and weight(text) <= SCRAP
    return worded and not block.codes and not block.images


def _leads_or_ends(pair: Pair, block: Block) -> bool:
    """Whether a scrap of text leads to code, a table or a list that the source has, too, or ends the page: `That is all.`"""
    if not _is_scrap(block):
        return False
    if block.index + 1 == len(pair.target.blocks):
        return True
    behind = pair.target.blocks[block.index + 1]
    return (behind.kind in ("code", "row") or behind.marker is not None) and _is_kept(pair, behind)


def _is_kept(pair: Pair, block: Block) -> bool:
    """Whether a block of the translation has a counterpart."""
    return any(bead.target and bead.target[0].index <= block.index <= bead.target[-1].index for bead in pair.aligned)


def _counts(block: Block) -> bool:
    if block.kind == "html":
        return bool(block.text or block.links or block.images)
    return block.kind in ("rule", "term") or bool(block.text.strip(OBJECT + " ") or block.codes)


FAMILY = Family((MISSING, EXTRA, REWRITTEN, DUPLICATED, UNTRANSLATED, PAGE, LANGUAGE, MOVED, ORDER), pair=check)
