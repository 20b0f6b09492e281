"""Code blocks with the source's lines and their fences, code in its backticks: what the rules about code offer."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice

from facingpages.align import Bead
from facingpages.document import Block, Span
from facingpages.finding import Applicability, Fix
from facingpages.late import late
from facingpages.rules.base import Pair, Range, codes
from facingpages.rules.mend import SAFE, UNSAFE, Change, instead, several
from facingpages.rules.mend_blocks import line_end
from facingpages.rules.occurrences import Sought
from facingpages.seldom import SequenceMatcher

SHORT = 4  # characters of code that stand on a page by chance
LONG = 2000  # lines of a code block from which on it is not compared line by line
FENCE = late(rb"[ \t>]*(`{3,}|~{3,})")
# What a word processor makes of the signs of a program.
TYPED = str.maketrans({
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"), **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "--", "\u2014": "--", "\u2015": "--", "\u2212": "-",
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None),
})  # fmt: skip
QUOTES = frozenset("\"'\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u300c\u300d\u300e\u300f")
JOINED_BEFORE, JOINED_AFTER = late(rb"\w[-./@]$"), late(rb"[-./@]\w")
Stripped = Callable[[str], list[str]]


def typed(text: str) -> str:
    """A text as a keyboard writes it: without typographic quotes, dashes and blanks, without signs nobody sees."""
    return unicodedata.normalize("NFKC", text.translate(TYPED)).replace("--", "-")


def taken_over(pair: Pair, a: Block, b: Block, stripped: Stripped) -> Fix | None:
    """The source's lines for those that are other code here; comments that were translated stay.

    It is safe where nothing but the signs of a word processor makes the difference.
    """
    theirs, ours = _lines(pair.source.raw, a), _lines(pair.target.raw, b)
    old, new = [line for _, line in theirs], [line for _, line in ours]
    one, two = stripped("\n".join(old)), stripped("\n".join(new))
    if len(one) != len(old) or len(two) != len(new) or max(len(one), len(two)) > LONG or not ours:
        return None
    if len(two) > len(one) and one == two[: len(one)] and not new[len(one)].strip():
        return fenced(pair, a, b, stripped)  # the fence was lost, and that of a block further down closes this one
    known, newline = set(old), line_end(pair.target)
    lost = len(two) > len(one) and any(unit.kind == "code" for unit in pair.missing)
    if lost or any(FENCE.match(line.encode()) for line in new if line not in known):
        return None  # a fence was lost, and what is too much here is the page's own text
    margin, wanted = _margin(new), _margin(old)
    changes: list[Change] = []
    sure = True
    for kind, i, j, m, n in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        sure &= kind == "replace" and j - i == n - m
        lines = [margin + line.removeprefix(wanted) if line.strip() else line for line in old[i:j]]
        if kind == "replace" and j - i == n - m:
            for (at, line), there in zip(ours[m:n], lines, strict=True):
                sure &= typed(line) == typed(there)
                changes.append(((at, at + len(line.encode())), there))
            continue
        start = ours[m][0] if m < len(ours) else None
        stop = ours[n][0] if n < len(ours) else None
        if start is None or (n > m and stop is None):
            last, text = ours[-1]
            tail = last + len(text.encode())
            head = ours[m - 1] if m else None
            if head is None:
                return None
            begin = head[0] + len(head[1].encode())
            changes.append(((begin, tail), "".join(newline + line for line in lines)))
            continue
        changes.append(
            (
                (start, stop if n > m and stop is not None else start),
                "".join(line + newline for line in lines),
            )
        )
    return several(pair.target, changes, "take over the code of the source", SAFE if sure else UNSAFE)


def fenced(pair: Pair, a: Block, b: Block, stripped: Stripped) -> Fix | None:
    """A closing fence after as many lines as in the source; safe where these are the source's."""
    theirs, ours = _lines(pair.source.raw, a), _lines(pair.target.raw, b)
    opening = FENCE.match(pair.target.raw, pair.target.line_span(b.start)[0])
    count = len(theirs)
    if opening is None or not count or len(ours) <= count:
        return None
    one, two = (stripped("\n".join(line for _, line in lines[:count])) for lines in (theirs, ours))
    if len(one) != len(two):
        return None
    fence = pair.target.raw[pair.target.line_span(b.start)[0] : opening.start(1)] + opening.group(1)
    at = ours[count][0]
    text = fence.decode("utf-8", "replace") + line_end(pair.target)
    sure = one == two and not ours[count][1].strip()
    return several(pair.target, [((at, at), text)], "close the fence where the source does", SAFE if sure else UNSAFE)


def set_apart(pair: Pair, a: Block) -> Fix | None:
    """Fences around the source's lines where they stand as text: on lines of their own, once on the page."""
    theirs = _lines(pair.source.raw, a)
    opening = FENCE.match(pair.source.raw, a.start)
    code = "\n".join(line for _, line in theirs).strip("\n")
    if opening is None or len(code) < SHORT or not code.strip():
        return None
    text = code.replace("\n", line_end(pair.target)).encode()
    raw, at = pair.target.raw, pair.target.raw.find(text)
    if at < 0 or raw.find(text, at + 1) >= 0:
        return None
    first, last = pair.target.line_span(at), pair.target.line_span(at + len(text))
    within = any(block.kind == "code" and block.start <= at < block.end for block in pair.target.blocks)
    if first[0] != at or last[1] != at + len(text) or within:
        return None
    line = pair.source.source_text(*_first(pair.source.raw, a))
    changes: list[Change] = [
        ((at, at), line + line_end(pair.target)),
        ((at + len(text), at + len(text)), line_end(pair.target) + opening.group(1).decode()),
    ]
    return several(pair.target, changes, "set it apart as code")


def _first(raw: bytes, block: Block) -> tuple[int, int]:
    stop = raw.find(b"\n", block.start)
    return block.start, block.start + len(raw[block.start : stop if stop >= 0 else len(raw)].rstrip())


def _lines(raw: bytes, block: Block) -> list[tuple[int, str]]:
    """The lines of a block within its fences: where each begins, without its end."""
    return list(_inner(raw, block))


def _inner(raw: bytes, block: Block) -> Iterator[tuple[int, str]]:
    at = block.start
    first = True
    opened = FENCE.match(raw, block.start) is not None
    while at < block.end:
        stop = raw.find(b"\n", at)
        stop = len(raw) if stop < 0 else stop
        line = raw[at : min(stop, block.end)].rstrip(b"\r")
        closes = block.closed and not first and stop >= len(raw[: block.end].rstrip()) and FENCE.match(line) is not None
        if not (opened and (first or closes)):
            yield at, line.decode("utf-8", "replace")
        first, at = False, stop + 1


def _margin(lines: list[str]) -> str:
    """The blanks that all lines begin with."""
    filled = [line for line in lines if line.strip()]
    return min((line[: len(line) - len(line.lstrip(" "))] for line in filled), key=len, default="")


def in_backticks(pair: Pair, bead: Bead, old: Span, place: Range) -> Fix | None:
    """The code's text between backticks, if it is written so in its place, once in the block, and has none of its own."""
    if "`" in old.text or len(bead.target) > 1 or pair.target.source_text(*place) != old.text:
        return None
    raw, message = pair.target.raw, "put it between backticks"
    if JOINED_BEFORE.search(raw[max(0, place[0] - 2) : place[0]]) or JOINED_AFTER.match(raw, place[1]):
        return None  # a part of another name: `hexo` of hexo-cli
    before, after = raw[place[0] - 2 : place[0]] == b"\\`", raw[place[1] : place[1] + 2] == b"\\`"
    if before or after:  # escaped, or one of them is
        return instead(pair.target, (place[0] - 2 * before, place[1] + 2 * after), f"`{old.text}`", message)
    opened, closed = raw[place[0] - 1 : place[0]] == b"`", raw[place[1] : place[1] + 1] == b"`"
    if opened != closed:  # one of the two is there
        at = place[1] if opened else place[0]
        return instead(pair.target, (at, at), "`", message)
    around = (
        pair.target.source_text(max(0, place[0] - 4), place[0])[-1:],
        pair.target.source_text(place[1], place[1] + 4)[:1],
    )
    if all(sign and sign in "*_" for sign in around):
        return _wrapped(pair, bead, old.text, message, UNSAFE)
    if all(sign and sign in QUOTES for sign in around):  # they were chosen instead of the backticks
        first, last = (len(sign.encode()) for sign in around)
        return instead(pair.target, (place[0] - first, place[1] + last), f"`{old.text}`", message, UNSAFE)
    return _wrapped(pair, bead, old.text, message, SAFE)


def _wrapped(pair: Pair, bead: Bead, text: str, message: str, applicability: Applicability) -> Fix | None:
    """A code's text between backticks where it is written in the translation, if that is just once."""
    block, key = bead.target[0], ("written", id(bead.target[0]))
    if key not in pair.memo:
        names = [_bytewise(code.text) for code in codes(bead.source) if code.text]
        pair.memo[key] = Sought(pair.target.raw[block.start : block.end].decode("latin-1"), names)
    sought, name = pair.memo[key], _bytewise(text)
    places = [block.start + at for at in islice(sought.places(name), 2)]
    if len(places) != 1:
        return None
    return instead(pair.target, (places[0], places[0] + len(name)), f"`{text}`", message, applicability)


def _bytewise(text: str) -> str:
    """A text with a sign for each of its bytes."""
    return text.encode().decode("latin-1")
