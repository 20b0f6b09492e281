"""Emphasis: markers that close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from facingpages.align import Bead
from facingpages.document import Block
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.read.leaf import LOOSE_BOLD, LOOSE_ITALIC
from facingpages.rules.base import Pair, codes, shorten, stretch
from facingpages.rules.edges import STAR, is_letter, literal_stars
from facingpages.rules.held import What, nested
from facingpages.rules.mend import SAFE, UNSAFE, Change, several
from facingpages.rules.rule import ERROR, Family, Rule

UNCLOSED = Rule(
    "emphasis-unclosed",
    ERROR,
    "A marker of bold or italics does not close.",
    {
        "open": 'This marker does not close: "{text}"',
        "alike": 'This sign marks nothing, it only looks like one that does: "{text}"',
        "escaped": 'This marker is escaped, so the reader sees it: "{text}"',
        "unescaped": 'The source shows these marks, here they are read: "{text}"',
        "within": 'Between letters an underscore marks nothing: "{text}"',
    },
    evident=True,
)
# Between letters an underscore opens nothing (CommonMark, "intraword"); scripts without spaces have letters all around.
WITHIN = late(r"(?<=[^\W_])(_{1,2})(?=[^\W_])[^_\n]{1,80}(?<=[^\W_])\1(?=[^\W_])")
SIGNS = {
    "\uff0a": "*",
    "\u2217": "*",
    "\ufe61": "*",
    "\u2731": "*",
    "\uff3f": "_",
    "\uff40": "`",
}  # what others look like
ALIKE = late(f"[{''.join(SIGNS)}]+")
_ALIKE = tuple(sign.encode() for sign in SIGNS)
# Bold with a blank inside one of its markers, or both.
LOOSE = late(rb"(?<![\\*])(\*\*)((?:[ \t]+[^*\s][^*\n]*?[ \t]*)|(?:[^*\s][^*\n]*?[ \t]+))\*\*(?!\*)")
ESCAPED = late(r"\\([*_`])(?:\\\1)?[^\s*_`\\](?:[^*_`\\\n]*[^\s*_`\\])?\\\1(?:\\\1)?")
NAME = late(r"\w+", re.A)
SHOWN = late(r"(?<!\w)([*_]{1,2})(?=[^\s*_])[^*_\n]*(?<=[^\s*_])\1(?!\w)")  # a pair of marks that a reader sees
ABBREVIATION = late(r"\*\[[^\]\n]+\]:")  # a definition of one
MANY = 100  # asterisks of a block that nobody wants mended one by one
FEW = 4  # such places of a block that are mended
HALF = late(r"(?<!\w)_{1,2}(?=[^\W_])|(?<=[^\W_])_{1,2}(?!\w)")
# Kramdown and Markdown Extra, which only their own marks give away, close emphasis beside any sign.
LOOSE_MARKS = (b'markdown="1"', b"\n{: ", b"\n{:.")
# Renderers to whom only signs of ASCII keep emphasis from opening and closing beside a letter (marked before 4.1).
ASCII_SIGNS = frozenset(("docsify",))
SIGN = frozenset(b"!\"#$%&'()+-.,/:;<=>?@[]`^{|}~")
POINTED = late(r"\*+\w+")
# What a pointer of C points to, and no half of emphasis: a type, a name in a namespace, one with the end of a type's.
POINTS = late(r"(?<![\w:*])(?:(?:bool|char|double|float|int|long|short|unsigned|void)|\w+::[\w:]+|\w+_t)\Z", re.A)
LONGEST = 60  # such a name


def check(pair: Pair) -> Iterator[Finding]:
    """Asterisks in the text of a block that its source does not show."""
    loose, raw = any(mark in pair.source.raw for mark in LOOSE_MARKS), pair.target.raw
    alike, escaped = b"&" in raw or any(sign in raw for sign in _ALIKE), b"\\" in raw
    for bead in pair.holding(What.STAR | What.LESS):
        if "_" in bead.target[0].text and len(bead.source) == len(bead.target) == 1:
            yield from _underscores(pair, bead)
        if alike:
            yield from _alike(pair, bead)
        if escaped:
            yield from _escaped(pair, bead)
        yield from _unescaped(pair, bead)
        yield from _within(pair, bead)
        for block in bead.target:
            if "*" not in block.text or not literal_stars(pair.target, block):
                continue
            if (loose or pair.generator in ASCII_SIGNS) and "*" not in _unmarked(pair, block, loose):
                continue
            known = sum(literal_stars(pair.source, other) for other in bead.source)
            if literal_stars(pair.target, block) <= known:
                continue
            for match in STAR.finditer(block.text):
                start = block.offset(match.start())
                if pair.target.raw[start - 1 : start] == b"\\" or pair.target.raw[start : start + 1] != b"*":
                    continue
                if _alone(block.text, match.start(), match.end()) or _is_of_code(bead, block, match):
                    continue
                yield pair.finding(
                    UNCLOSED,
                    "open",
                    at=(start, start + len(match.group())),
                    origin=bead.source[0],
                    bead=bead,
                    text=shorten(block.text[max(0, match.start() - 12) : match.end() + 20]),
                    fix=_closed(pair, bead, block),
                )
                break


def _within(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """A bold run in another, which the source has not; behind a blank it was meant to open: bold in bold is bold."""
    inner = next(filter(None, map(nested, bead.target)), None)
    if inner is None or any(map(nested, bead.source)):
        return
    if pair.target.raw[inner.start - 1 : inner.start].strip():
        text = shorten(pair.target.source_text(inner.start, inner.end), 40)
        yield pair.finding(UNCLOSED, "open", at=inner, origin=bead.source[0], bead=bead, text=text)


def _closed(pair: Pair, bead: Bead, block: Block) -> Fix | None:
    """Markers without the blanks that keep them from opening or closing; safe where all that the source marks is then
    marked, and nothing more."""
    changes: list[Change] = []
    if block.text.count("*") > MANY:
        return None
    shown = {block.offset(match.start()) for match in STAR.finditer(block.text)}
    at = block.start
    while (match := LOOSE.search(pair.target.raw, at, block.end)) is not None:
        at = match.end()
        if match.start() not in shown or match.end() - 2 not in shown:
            at = match.start() + 2  # one of the two closes or opens something
            continue
        inner = match.group(2)
        start, end = match.span(2)
        changes += [((start, start + len(inner) - len(inner.lstrip(b" \t"))), "")]
        changes += [((end - len(inner) + len(inner.rstrip(b" \t")), end), "")]
        if len(changes) > 2 * FEW:
            return None
    sure = len(bead.source) == len(bead.target) == 1 and len(changes) == 2 * (
        len(bead.source[0].strongs) - len(block.strongs)
    )
    return several(pair.target, changes, "take the space inside the marker away", SAFE if sure else UNSAFE)


def _plain(pair: Pair, block: Block) -> Fix | None:
    """The signs of a keyboard for those that look like them."""
    found = [match for match in islice(ALIKE.finditer(block.text), 2 * FEW + 1) if match.group()[0] in SIGNS]
    changes: list[Change] = [
        (stretch(block, match.start(), match.group()), "".join(SIGNS[sign] for sign in match.group())) for match in found
        if all(sign in SIGNS for sign in match.group())
    ]  # fmt: skip
    return several(pair.target, changes, "write it with plain signs") if 1 < len(changes) <= 2 * FEW else None


def _alike(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """A sign of a full-width keyboard where the source marks more than is marked here."""
    a, b = bead.source[0], bead.target[0]
    if b.text.isascii() or b.kind in ("code", "html", "directive") or len(bead.source) + len(bead.target) > 2:
        return
    match = ALIKE.search(b.text)
    if match is not None and not ALIKE.search(a.text) and _marked(a) > _marked(b):
        at = stretch(b, match.start(), match.group())
        yield pair.finding(
            UNCLOSED,
            "alike",
            at=at,
            origin=a,
            bead=bead,
            text=shorten(b.text[match.start() :], 20),
            fix=_plain(pair, b),
        )


def _escaped(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """A pair of markers with backslashes before them, where the source marks more than is marked here."""
    a, b = bead.source[0], bead.target[0]
    if len(bead.source) + len(bead.target) > 2 or _marked(a) <= _marked(b) or b.kind in ("code", "html", "directive"):
        return
    start = max(0, b.start - 1)
    written = pair.target.source_text(start, b.end)
    match = next(filter(_is_mark, ESCAPED.finditer(written)), None) if "\\" in written else None
    if match is not None and not ESCAPED.search(pair.source.source_text(max(0, a.start - 1), a.end)):
        at = start + len(written[: match.start()].encode())
        yield pair.finding(
            UNCLOSED, "escaped", at=(at, at + len(match.group().encode())), origin=a, bead=bead,
            text=shorten(match.group(), 40),
        )  # fmt: skip


def _is_mark(match: re.Match[str]) -> bool:
    """Whether an escaped sign would mark something if it were not: an underscore in a word would not (`two\\_words\\_of`)."""
    return match.group(1) != "_" or not match.string[max(0, match.start() - 1) : match.start()].isalnum()


def _unescaped(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """Emphasis where the source has the same marks with backslashes before them, which its reader sees."""
    a, b = bead.source[0], bead.target[0]
    if len(bead.source) + len(bead.target) > 2 or len(here := (*b.strongs, *b.emphases)) <= len(a.strongs) + len(
        a.emphases
    ):
        return
    there = SHOWN.findall(a.text)
    if (
        not there
        or len(there) <= len(SHOWN.findall(b.text))
        or b"\\" not in pair.source.raw[max(0, a.start - 1) : a.end]
    ):
        return
    first = min(here, key=lambda span: span.start)
    yield pair.finding(UNCLOSED, "unescaped", at=first, origin=a, bead=bead, text=shorten(first.text, 40))


def _marked(block: Block) -> int:
    return len(block.strongs) + len(block.emphases) + len(block.codes)


def _unless_glued(match: re.Match[str]) -> str:
    """Nothing in place of emphasis; what it was, where a word touches it."""
    after = match.string[match.end() : match.end() + 1]
    return match.group() if after and is_letter(after) else ""


def _unmarked(pair: Pair, block: Block, loose: bool) -> str:
    """The text of a block without what a renderer marks that asks less of signs and letters around it."""
    if loose:
        return LOOSE_ITALIC.sub(_unless_glued, LOOSE_BOLD.sub(_unless_glued, block.text))
    raw = pair.target.raw

    def left(match: re.Match[str]) -> str:
        start, end = block.offset(match.start()), block.offset(match.end() - 1) + 1
        before, first, last, after = raw[start - 1 : start], raw[start + 2], raw[end - 3], raw[end : end + 1]
        opens = first not in SIGN or not before.strip() or before[0] in SIGN
        closes = last not in SIGN or not after.strip() or after[0] in SIGN
        return "" if opens and closes else match.group()

    return LOOSE_BOLD.sub(left, block.text)


def _name(match: re.Match[str]) -> str:
    """The name that a place in a text is part of: the underscores of `max_size_of` mark nothing in it."""
    names = (
        name for name in NAME.finditer(match.string) if name.start() <= match.start() and match.end() <= name.end()
    )
    return next((name.group() for name in names), match.group())


def _underscores(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """One half of a pair of underscores, where the source has the pair."""
    a, b = bead.source[0], bead.target[0]
    if b.kind in ("code", "html", "directive") or len(b.emphases) + len(b.strongs) >= len(a.emphases) + len(a.strongs):
        return
    there = pair.source.raw[a.start : a.end]
    within = WITHIN.finditer(b.text) if not WITHIN.search(a.text) else ()
    inside = next((match for match in within if _name(match).encode() not in there), None)
    if inside is not None and pair.vouches(bead):  # else the source may have no such pair: `a_long_name`
        at = stretch(b, inside.start(), inside.group())
        if pair.target.raw[at[0] - 1 : at[0]] != b"\\":
            yield pair.finding(UNCLOSED, "within", at=at, origin=a, bead=bead, text=shorten(inside.group(), 40))
            return
    found = [match for match in HALF.finditer(b.text) if pair.target.raw[b.offset(match.start()) - 1 :][:1] != b"\\"]
    if len(found) > len(HALF.findall(a.text)):
        start = b.offset(found[0].start())
        yield pair.finding(
            UNCLOSED,
            "open",
            at=(start, start + len(found[0].group())),
            origin=a,
            bead=bead,
            text=shorten(b.text[max(0, found[0].start() - 12) : found[0].end() + 20]),
        )


def _is_of_code(bead: Bead, block: Block, match: re.Match[str]) -> bool:
    """Whether an asterisk stands with its word in code of the source, `void *ret`: it lost backticks, no other half."""
    word = POINTED.match(block.text, match.start())
    return word is not None and any(word.group() in code.text for code in codes(bead.source))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether an asterisk is a sign of its own: a multiplication, a wildcard, a footnote mark."""
    if POINTS.search(text, max(0, start - LONGEST), start) and not NAME.match(text, end):
        return True
    if end - start > 1:
        return False
    if ABBREVIATION.match(text, start):
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha() and after.isalpha() and text.count("*") == 1:
        return True  # Mitglieder*innen
    return (not before or before.isspace()) and (not after or after.isspace())


FAMILY = Family((UNCLOSED,), pair=check, of=What.STAR | What.LESS)
