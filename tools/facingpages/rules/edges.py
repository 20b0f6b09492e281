"""What touches the edges of a link or a bold run: letters glued to it, literal markers beside it. Shared by families."""

from __future__ import annotations

from facingpages.document import Block, Document
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.base import Pair

STAR = late(r"\*+")
HEAD = late(r"(?<!\w)\w+$")
TAIL = late(r"[^\W\d_]+")


def glued_before(document: Document, start: int) -> str:
    """The letters or digits that touch the start of a span; none where the script has no spaces, or where they are a
    little word that the language writes onto the next."""
    raw = document.raw
    head = start
    while head > 0 and raw[head - 1 : head] in (b"*", b"_"):
        head -= 1
    if head == 0:
        return ""
    text = raw[max(0, head - 40) : head].decode("utf-8", "ignore")
    if not text or not is_letter(text[-1]):
        return ""
    match = HEAD.search(text)
    letters = match.group() if match else text[-1]
    return "" if language(document.locale).is_clitic("before", letters) else letters


def glued_after(document: Document, end: int) -> str:
    """The word that touches the end of a span; empty if there is none or the script has no spaces."""
    raw = document.raw
    while raw[end : end + 1] in (b"*", b"_") and raw[end : end + 1]:
        end += 1
    text = raw[end : end + 60].decode("utf-8", "ignore")
    if not text or not is_letter(text[0]):
        return ""
    match = TAIL.match(text)
    letters = match.group() if match else text[0]
    return "" if language(document.locale).is_clitic("after", letters) else letters


def is_wide(text: str, at: int) -> bool:
    """Whether a text begins (0) or ends (-1) with a sign of a script that puts no spaces between words."""
    return bool(text) and text[at].isalnum() and not is_letter(text[at])


def is_word(pair: Pair, tail: str) -> bool:
    """Whether what is glued behind a span is a word, not the ending of an inflected one."""
    word = tail.lower()
    return len(tail) > 3 or pair.words[word] > 0 or (len(word) > 2 and word in language(pair.locale).words)


def literal_stars(document: Document, block: Block) -> int:
    """Asterisks that a reader of this block would see and that nobody escaped."""
    if "*" not in block.text or block.kind in ("code", "html", "directive"):
        return 0
    return sum(len(run) for run in STAR.findall(block.text)) - escaped_stars(document, block)


def escaped_stars(document: Document, block: Block) -> int:
    """Asterisks that were escaped, so that they are meant as text."""
    return document.raw.count(b"\\*", max(0, block.start - 1), block.end)  # a text may begin behind its backslash


def is_letter(char: str) -> bool:
    """Whether a sign is a letter or digit of a script that puts spaces between words."""
    return char.isalnum() and not ("\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or char >= "\u2e80")
