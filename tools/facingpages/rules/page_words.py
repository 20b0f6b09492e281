"""The words that a page has anywhere, in letters of ASCII: what two pages have in common is seen at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facingpages.document import Block, Document

LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
APART = bytes(code if code in LETTERS else 32 for code in range(256))  # a blank for all but letters


def page_words(document: Document) -> frozenset[bytes]:
    """All that a page has of letters without others between: found once for all its translations."""
    if "words" not in document.memo:
        document.memo["words"] = frozenset(document.raw.translate(APART).split())
    found: frozenset[bytes] = document.memo["words"]
    return found


def perhaps_kept(
    source: Document, target: Document, key: str, texts: Callable[[Block], Iterable[str]]
) -> frozenset[int]:
    """The blocks of a source of whose `texts` a translation may have one as it is: not where it lacks the longest word.

    `key` is what these are called; they are asked for once for all translations.
    """
    if key not in source.memo:
        known, found = page_words(source), dict[bytes, list[int]]()
        for block in source.blocks:
            for text in texts(block):
                found.setdefault(_longest(text, known), []).append(block.index)
        source.memo[key] = found
    sought: dict[bytes, list[int]] = source.memo[key]
    here = sought.keys() & page_words(target)
    return frozenset([index for word in (*here, b"") for index in sought.get(word, ())])


def _longest(text: str, known: frozenset[bytes]) -> bytes:
    """The longest word of a text that stands on its page without a mark within; none where there is no such."""
    runs = text.encode("utf-8", "replace").translate(APART).split()
    longest = max(runs, key=len, default=b"")
    return longest if longest in known else max([run for run in runs if run in known], key=len, default=b"")
