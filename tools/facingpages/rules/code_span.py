"""Inline code: the same in each block, with its backticks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from facingpages.align import Bead
from facingpages.document import Block, Code, Span
from facingpages.finding import Finding
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair, codes, shorten, stretch
from facingpages.rules.code import filled
from facingpages.rules.contrast import contrast
from facingpages.rules.rule import INFO, WARNING, Family, Rule

SPAN = Rule(
    "code-span",
    WARNING,
    "Inline code was changed, lost, or lost its backticks.",
    {
        "bare": 'The code "{text}" lost its backticks.',
        "changed": 'The code is "{here}"; in the source it is "{text}".',
        "lost": 'The code "{text}" of the source was lost here.',
        "swallowed": 'The code "{here}" holds words; in the source the codes are {texts}.',
    },
    origin="source code",
)


PLACEHOLDER = re.compile(r"[<{\[\u2039].*[>}\]\u203a]| ")
WORDS = re.compile(r"[^\W\d_]")


def check(pair: Pair) -> Iterator[Finding]:
    """Inline code of both sides, block by block."""
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if isinstance(a, Code) or isinstance(b, Code):
            continue
        if a.codes or b.codes or len(bead.source) > 1 or len(bead.target) > 1:
            yield from _told(pair, bead)


def _told(pair: Pair, bead: Bead) -> Iterator[Finding]:
    missing, extra = _unlike(pair, bead)
    texts = {" ".join(code.text.split()) for code in codes(bead.target)} if missing else set()
    if missing:
        yield from _swallowed(pair, bead, missing, extra)
    for old in missing:
        text = " ".join(old.text.split())
        block = bead.target[0]
        at = _stands(bead.target, old.text)
        if at is not None:
            yield pair.finding(
                SPAN, "bare", at=stretch(*at, old.text), origin=old, bead=bead, text=shorten(old.text, 40)
            )
        elif text in texts:
            continue
        elif extra:
            new = max(extra, key=lambda other: _likeness(other.text, old.text))
            extra.remove(new)
            severity = None
            if new.text.lower() == old.text.lower() and new.start <= block.start + 1 and old.text.isalpha():
                continue  # a capital where the sentence begins
            if (PLACEHOLDER.search(old.text) and _likeness(new.text, old.text) < 0.5) or _same_frame(
                old.text, new.text
            ):
                severity = INFO
            here, there = contrast(new.text, old.text, 40)
            yield pair.finding(SPAN, "changed", at=new, origin=old, bead=bead, severity=severity, here=here, text=there)
        else:
            yield pair.finding(SPAN, "lost", at=block, origin=old, bead=bead, text=shorten(old.text, 40))


def _unlike(pair: Pair, bead: Bead) -> tuple[list[Span], list[Span]]:
    """Codes of either side that the other lacks."""
    missing: list[Span] = []
    extra = list(codes(bead.target))
    for code in codes(bead.source):
        text = " ".join(code.text.split())
        match = next((other for other in extra if filled(" ".join(other.text.split())) == filled(text)), None)
        if match is not None:
            extra.remove(match)
        elif not _in_cell(pair, bead.target[0], code.text):
            missing.append(code)
    return missing, extra


def _in_cell(pair: Pair, block: Block, text: str) -> bool:
    """Whether code with a bar stands in a row of a table: Python-Markdown reads code first, then cells."""
    if block.kind != "row" or "|" not in text or not DIALECTS[pair.target.dialect].python:
        return False
    plain = text.replace("\\|", "|")
    return f"`{plain}`" in pair.target.source_text(block.start, block.end).replace("\\|", "|")


def _swallowed(pair: Pair, bead: Bead, missing: list[Span], extra: list[Span]) -> Iterator[Finding]:
    """Several codes that were written as one, and taken out of both lists: told where it swallowed words, too."""
    for new in list(extra):
        within = [old for old in missing if re.search(rf"(?<!\w){re.escape(old.text)}(?!\w)", new.text)]
        if len(within) < 2:
            continue
        extra.remove(new)
        missing[:] = [old for old in missing if old not in within]
        rest = functools.reduce(lambda text, old: text.replace(old.text, " ", 1), within, new.text)
        if WORDS.search(rest):
            here, there = shorten(new.text, 40), ", ".join(f'"{shorten(old.text, 40)}"' for old in within)
            yield pair.finding(SPAN, "swallowed", at=new, origin=within[0], bead=bead, here=here, texts=there)


def _stands(blocks: Sequence[Block], text: str) -> tuple[Block, int] | None:
    """Where a code's text stands without backticks, as a word of its own."""
    if len(text) < 2:
        return None
    for block in blocks:
        at = block.text.find(text)
        while at >= 0:
            before, after = block.text[at - 1 : at], block.text[at + len(text) : at + len(text) + 1]
            if not (before.isalnum() and text[0].isalnum()) and not (after.isalnum() and text[-1].isalnum()):
                return block, at
            at = block.text.find(text, at + 1)
    return None


def _same_frame(old: str, new: str) -> bool:
    """Whether two codes differ only in the words inside their brackets: a metavariable that was translated."""
    return "{" in old and "." not in old and re.sub(r"[^\W_]+", "x", old) == re.sub(r"[^\W_]+", "x", new)


def _likeness(a: str, b: str) -> float:
    pairs_a = {a[i : i + 2] for i in range(len(a) - 1)} or {a}
    pairs_b = {b[i : i + 2] for i in range(len(b) - 1)} or {b}
    return len(pairs_a & pairs_b) / len(pairs_a | pairs_b)


FAMILY = Family((SPAN,), pair=check)
