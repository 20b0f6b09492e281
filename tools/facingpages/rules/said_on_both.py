"""Words within code that both pages say plainly, each in its language: an example that is told in the reader's words.

`printer.local` is `imprimante.local` on a page that has a printer, and an *imprimante*: what differs are words of the texts,
not of a program. That is proof of a translation on purpose, as is a rendering that the site's other pages have, where nothing treats the word as a name: the translation keeps it
in no other code, it is no key, no list has it, and the source does not say what it is a name of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from facingpages.document import Block, Document, Span
from facingpages.languages import in_own_script
from facingpages.late import late
from facingpages.lexicon import mostly_rendered
from facingpages.nearest import resemblance
from facingpages.rules.base import Pair
from facingpages.rules.rendered import PROGRAMS, SAID, VALUES
from facingpages.rules.words_as_code import is_said_to_be_one

LETTERS = late(r"[^\W\d_]+")
KEY = late(r"[\"'`]?(?<![^\W\d_])([^\W\d_]+)[\"'`]?\s*[:=](?![:=/])")  # what a program looks a value up by
SLIP = 0.8  # how alike two words are at least, one of which was mistyped
FEWEST = 3  # letters of a word


def is_in_both_words(pair: Pair, code: Span, new: str, block: Block) -> bool:
    """Whether inline code differs in such words only."""
    if block.kind == "row" or code.text.split(" ")[0] in PROGRAMS:
        return False
    if not SAID.fullmatch(code.text) and is_said_to_be_one(pair.source.raw, code):
        return False
    return are_in_both_words(pair, (code.text,), (new,))


def are_in_both_words(pair: Pair, there: Sequence[str], here: Sequence[str]) -> bool:
    """Whether lines of code differ in such words only."""
    if len(there) != len(here):
        return False
    said, kept = _plain(pair.source), _kept(pair.target)
    for one, two in zip(there, here, strict=True):
        if one == two:
            continue
        if LETTERS.sub("", one) != LETTERS.sub("", two):
            return False
        first, second = (Counter(LETTERS.findall(text)) for text in (one, two))
        gone, new = first - second, second - first
        if not gone or not new or not gone.keys().isdisjoint(KEY.findall(one)):
            return False
        if any(len(word) < FEWEST or word in kept or word.lower() in VALUES for word in gone):
            return False
        if any(_is_slip(word, gone) for word in new):
            return False
        if not _is_known(pair, gone, new) and not (
            said.issuperset(map(str.lower, gone)) and all(_is_said(pair, word) for word in new)
        ):
            return False
    return True


def _is_known(pair: Pair, gone: Counter[str], new: Counter[str]) -> bool:
    """Whether the site renders one by the other."""
    return pair.lexicon is not None and mostly_rendered(pair.lexicon, " ".join(gone).lower(), " ".join(new).lower())


def _is_said(pair: Pair, word: str) -> bool:
    """Whether the translation says a word plainly: of a script without blanks, or with endings, within another one."""
    if word.lower() in _plain(pair.target):
        return True
    if "said" not in pair.target.memo:
        pair.target.memo["said"] = "\n".join(block.text for block in pair.target.blocks)
    return in_own_script(word, pair.locale) is True and word in pair.target.memo["said"]


def _is_slip(word: str, others: Counter[str]) -> bool:
    return word.isascii() and any(resemblance(word.lower(), other.lower()) >= SLIP for other in others)


def _plain(document: Document) -> frozenset[str]:
    """All words that a page says plainly, in small letters."""
    if "said plainly" not in document.memo:
        texts = (block.text.lower() for block in document.blocks if block.kind != "code")
        document.memo["said plainly"] = frozenset(word for text in texts for word in LETTERS.findall(text))
    found: frozenset[str] = document.memo["said plainly"]
    return found


def _kept(document: Document) -> frozenset[str]:
    """All words that stand in code of a page."""
    if "words in code" not in document.memo:
        document.memo["words in code"] = frozenset(word for text in _codes(document) for word in LETTERS.findall(text))
    found: frozenset[str] = document.memo["words in code"]
    return found


def _codes(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.kind == "code":
            yield block.text
        for code in block.codes:
            yield code.text
