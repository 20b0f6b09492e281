"""Paragraphs, quotes, rules and raw HTML: each has its counterpart, none is left in the source's language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facingpages.document import OBJECT, Block
from facingpages.finding import Finding
from facingpages.languages import language, other_language, speaks
from facingpages.rules.base import ERROR, INFO, WARNING, Example, Family, Pair, Rule, beginning, shorten

MISSING = Rule(
    "block-missing",
    ERROR,
    "A paragraph, quote, rule or HTML block of the source has no counterpart.",
    "The finding stands where the block should have stood. A paragraph that was split in two, or merged with its "
    "neighbour, is not missing.",
    (
        Example(
            "# Credits\n\nBuy credits first.\n\nFunds expire after 12 months, see [terms](terms.md).\n\nAsk your partner.\n",
            "# Krediter\n\nKöp krediter först.\n\nFråga din partner.\n",
            ("5:1",),
        ),
        Example(
            "Buy credits first. You can add funds at any time, by hand or automatically.\n",
            "Köp krediter först.\n\nDu kan lägga till medel när som helst, för hand eller automatiskt.\n",
            note="One paragraph split into two.",
        ),
    ),
)
EXTRA = Rule(
    "block-extra",
    WARNING,
    "The translation has a block that the source lacks.",
    "Often a paragraph that was removed from the source since.",
    (
        Example(
            "# Credits\n\nBuy credits first.\n\nAsk your [partner](p.md).\n",
            "# Krediter\n\nKöp krediter först.\n\nKrediterna kan även användas för samtal till 12 andra länder.\n\n"
            "Fråga din [partner](p.md).\n",
            ("5:1",),
        ),
    ),
)
DUPLICATED = Rule(
    "block-duplicated",
    ERROR,
    "A block stands twice in the translation and once in the source.",
    "A paste that happened twice.",
    (
        Example(
            "Buy credits first.\n\nAsk your partner.\n",
            "Köp krediter först.\n\nKöp krediter först.\n\nFråga din partner.\n",
            ("3:1",),
        ),
    ),
)
UNTRANSLATED = Rule(
    "block-untranslated",
    WARNING,
    "A block is still in the source's language.",
    "Five words or more, the same as in the source once links, code and names are out. More than half of a page "
    "is told once, as `page-untranslated`.",
    (
        Example(
            "Funds that are not used within twelve months expire.\n\nAsk your partner for help with this.\n",
            "Funds that are not used within twelve months expire.\n\nBe din partner om hjälp med detta.\n",
            ("1:1",),
        ),
        Example("Microsoft Teams Phone Standard\n", "Microsoft Teams Phone Standard\n", note="A name stays as it is."),
    ),
)
LANGUAGE = Rule(
    "text-language",
    WARNING,
    "A block is in another language than the page.",
    "Neither the page's language nor the source's sentence left as it was: told from the script and the commonest little words. "
    "Names, code, quotations and the texts of links do not count.",
    (
        Example(
            "Funds that are not used within twelve months after the purchase expire and are not refunded.\n",
            "Guthaben, das nicht innerhalb von zwölf Monaten nach dem Kauf verwendet wird, verfällt und wird nicht erstattet.\n",
            ("1:1",),
        ),
    ),
)
MOVED = Rule(
    "block-moved",
    INFO,
    "A block stands in another place than in the source.",
    "Reported where links, code or pictures in it leave no doubt that it is the same block.",
    (
        Example(
            "First read [the guide](guide.md) and run `funds`.\n\nThen set the [amount](a.md) with `set`.\n\n"
            "Last, read the [terms](t.md).\n",
            "Ange sedan [beloppet](a.md) med `set`.\n\nLäs till sist [villkoren](t.md).\n\n"
            "Läs först [guiden](guide.md) och kör `funds`.\n",
            ("5:1",),
        ),
    ),
)

MARKER = re.compile(r"(?:!!!|\?\?\?|:::|\[!\w+\])")  # of a callout that came apart: told by the rules about callouts
LOWER = re.compile(r"^[(\"'\u201c]?[a-z][a-z'\u2019-]*[.,:;)\"'\u201d!?]*$")
QUOTED = re.compile(r"\u201c[^\u201d]*\u201d|\"[^\"]*\"|_[^_]*_")


def check(pair: Pair) -> Iterator[Finding]:
    """Blocks without counterpart, doubled, moved, untranslated."""
    for unit in pair.missing:
        block = unit.blocks[0]
        if unit.kind == "block" and _counts(block):
            yield pair.finding(
                MISSING, 'This block of the source has no counterpart: "{text}"', pair.gap(unit.position),
                (block.start, block.end), note="source block", text=shorten(block.text or block.name),
            )  # fmt: skip
    quoted = _quoted_originals(pair)
    for unit in pair.extra:
        block = unit.blocks[0]
        if block.index in quoted:
            continue
        original = pair.duplicate_of(block)
        if original is not None:
            second = max(block, original, key=lambda item: item.start)
            yield pair.finding(
                DUPLICATED, 'This block stands twice here and once in the source: "{text}"', (beginning(second), second.end),
                text=shorten(block.text),
            )  # fmt: skip
        elif unit.kind == "block" and _counts(block) and not MARKER.match(block.text):
            yield pair.finding(
                EXTRA, 'This block has no counterpart in the source: "{text}"', (block.start, block.end),
                text=shorten(block.text or block.name),
            )  # fmt: skip
    for bead in pair.aligned:
        if bead.moved and bead.source[0].marker is None and bead.source[0].kind not in ("heading", "row"):
            yield pair.finding(
                MOVED, "This block stands in another place in the source.", (bead.target[0].start, bead.target[0].end),
                (bead.source[0].start, bead.source[0].end), note="source block", bead=bead,
            )  # fmt: skip
    yield from _untranslated(pair, quoted)
    yield from _foreign(pair, quoted)


def _counts(block: Block) -> bool:
    if block.kind == "html":
        return bool(block.text or block.links or block.images)
    return block.kind in ("rule", "term") or bool(block.text.strip(OBJECT + " ") or block.codes)


def _quoted_originals(pair: Pair) -> set[int]:
    """Indexes of blocks that show a quotation twice, translated and as it was said: neither is extra or untranslated."""
    extra = {unit.blocks[0].index: unit.blocks[0] for unit in pair.extra}
    quoted: set[int] = set()
    for bead in pair.aligned if extra else ():
        a, b = bead.source[0], bead.target[0]
        if len(a.text) < 30 or not _reads_as(b, a) or prose(b) < 5:
            continue
        for index in _near(pair, b.index):
            twin = extra.get(index)
            if twin is not None and 0.4 < len(twin.text) / len(b.text) < 2.5:
                quoted |= {b.index, index}
                break
    if extra:
        originals = {bead.target[0].index: bead.source[0] for bead in pair.aligned}
        for index, twin in extra.items():
            near = (originals[other] for other in _near(pair, index) if other in originals)
            if len(twin.text) >= 30 and any(_reads_as(twin, original) for original in near):
                quoted.add(index)
    return quoted


def _reads_as(block: Block, original: Block) -> bool:
    """Whether a block is the source's text, give or take its marks."""
    one, two = (re.sub(r"\W+", "", text.text.lower()) for text in (block, original))
    return one == two or (len(one) > 60 and (one in two or two in one) and len(one) * 2 > len(two))


def _near(pair: Pair, index: int) -> Iterator[int]:
    """The two blocks with text before a block of the translation, and the two behind it."""
    blocks = pair.target.blocks
    for step in (-1, 1):
        other, found = index + step, 0
        while 0 <= other < len(blocks) and found < 2 and abs(other - index) < 12:
            if blocks[other].text.strip():
                found += 1
                yield other
            other += step


def _untranslated(pair: Pair, quoted: set[int]) -> Iterator[Finding]:
    if pair.target.locale.split("-")[0] == pair.source.locale.split("-")[0] != "":
        return
    same: list[tuple[Block, Block]] = []
    titles: list[tuple[Block, Block]] = []
    weight = total = 0
    telling = language(pair.source.locale).telling
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if (
            b.index in quoted
            or b.kind in ("code", "directive", "rule")
            or not a.text
            or any(tag.text in ("script", "style") for tag in b.html)
        ):
            continue
        total += len(a.text)
        if a.text == b.text or (a.text[:20] == b.text[:20] and _plain(a) == _plain(b)):
            words = prose(b)
            if language(pair.source.locale).function and telling(b.text) * 8 < words:
                continue  # a list of names, or not in the source's language either
            # A title of a linked page may stay as it is: words of links count for little by themselves.
            all_words = sum(1 for word in b.text.split() if LOWER.match(word))
            if b.kind == "heading" and len(b.text.split()) >= 4 and telling(b.text) and words >= 1:
                words = max(words, 3)
            if words >= 5 or (words >= 3 and (b.kind == "heading" or all_words >= 5)):
                same.append((a, b))
                weight += len(a.text)
            elif all_words >= 5 and telling(b.text) >= 2 and not QUOTED.search(b.text):
                titles.append((a, b))
    for a, b in titles:
        yield pair.finding(
            UNTRANSLATED, 'This is still in the source\'s language: "{text}"', (b.start, b.end), (a.start, a.end), severity=INFO,
            text=shorten(b.text),
        )  # fmt: skip
    if not same:
        return
    if weight * 2 > total and len(same) > 1:
        a, b = same[0]
        yield pair.finding(
            PAGE, "{percent} % of the page is still in the source's language.", (b.start, b.end), (a.start, a.end),
            percent=str(round(100 * weight / total)),
        )  # fmt: skip
        return
    for a, b in same:
        yield pair.finding(
            UNTRANSLATED, 'This is still in the source\'s language: "{text}"', (b.start, b.end), (a.start, a.end),
            text=shorten(b.text),
        )  # fmt: skip


PAGE = Rule(
    "page-untranslated",
    WARNING,
    "More than half of the page is still in the source's language.",
    "Told once for the page instead of once a block.",
    (
        Example(
            "Funds that are not used within twelve months expire.\n\nAsk your partner for help with this today.\n",
            "Funds that are not used within twelve months expire.\n\nAsk your partner for help with this today.\n",
            ("1:1",),
        ),
    ),
)


def _foreign(pair: Pair, quoted: set[int]) -> Iterator[Finding]:
    """Blocks in a language that is neither the source's text as it stands nor the page's own."""
    code, origin = language(pair.locale).code, language(pair.source.locale).code
    extra = {unit.blocks[0].index for unit in pair.extra}
    for bead in pair.aligned:
        b = bead.target[0]
        if len(b.text) < 40 or b.kind not in ("paragraph", "heading") or speaks(b.text, code) or b.index in quoted:
            continue
        a = bead.source[0]
        if a.text == b.text or _plain(a) == _plain(b):
            continue
        if extra and any(index in extra for index in _near(pair, b.index)):
            continue  # a quotation shown beside its translation
        other = other_language(_outside_links(b), code)
        if other is not None and other_language(_outside_links(a), origin) is None:
            yield pair.finding(
                LANGUAGE, 'This seems to be in another language ("{other}") than the page: "{text}"', (b.start, b.end),
                (a.start, a.end), bead=bead, other=other, text=shorten(b.text),
            )  # fmt: skip


def _outside_links(block: Block) -> str:
    text = block.text
    for link in block.links:
        text = text.replace(link.text, " ", 1) if link.text else text
    return QUOTED.sub(" ", text)


def _plain(block: Block) -> str:
    return " ".join(block.text.replace(OBJECT, "").split())


def prose(block: Block) -> int:
    """How many words of a block read as prose: plain lower-case words, not in a link, a quoted title, an address or a path."""
    return sum(1 for word in _outside_links(block).split() if LOWER.match(word))


FAMILY = Family((MISSING, EXTRA, DUPLICATED, UNTRANSLATED, PAGE, LANGUAGE, MOVED), pair=check)
