"""The sentences of a block and their parts, as texts that may have been left as they are."""

from __future__ import annotations

from collections.abc import Sequence

from facingpages.document import Block
from facingpages.languages import language
from facingpages.late import late
from facingpages.rules.quoted import outside_links, plain_words

PHRASE = 3  # words of a heading or a title that says something
KEPT = 6  # words in small letters of a text that was left beside its translation, not named
END = late(r"(?<=[a-z0-9)%\ufffc][.!?]) +(?=[A-Z])")  # of a sentence
CLAUSE = late(r"(?<=\w)[,;:] (?=[a-z])")  # between the parts of a sentence
PLAIN = late(r"[\w'\u2019-]+(?: [\w'\u2019-]+)*[.!?]?")  # words and blanks


def told_apart(block: Block) -> Sequence[str]:
    """The sentences of a block without what is linked, which may be called so."""
    return END.split(" ".join(outside_links(block).split())) if block.text else ()


def pieces(block: Block) -> Sequence[str]:
    """The sentences of a block, and their parts."""
    sentences = told_apart(block)
    return [
        *sentences,
        *(part for one in sentences for part in CLAUSE.split(one) if part != one and part.count(" ") >= KEPT - 1),
    ]


def is_clause(text: str, locale: str) -> bool:
    """Whether a part of a sentence is one in a language by itself, and no phrase, list or code."""
    return PLAIN.fullmatch(text) is not None and plain_words(text) >= KEPT and language(locale).telling(text) > 1


def is_phrase(text: str, locale: str) -> bool:
    """Whether a short text is one of a language, written as a sentence is: three words, of which only the first has a capital."""
    words = text.split()
    return len(words) >= PHRASE and plain_words(text) >= len(words) - 1 and language(locale).telling(text) > 0
