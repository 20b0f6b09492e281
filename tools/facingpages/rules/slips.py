"""Words of the source that a translation keeps and mistypes: `Prmoise` for `Promise`, `PCKS` for `PKCS`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from facingpages.align import Bead
from facingpages.document import Block, Document
from facingpages.languages import language
from facingpages.languages.scripts import LATIN
from facingpages.late import late
from facingpages.rules.base import Pair
from facingpages.rules.page_words import APART, page_words
from facingpages.tuples import NamedTuple

# A word by itself: no part of an address, a path, an identifier. Signs of other scripts may stand right beside it.
WORD = late(r"[A-Za-z](?<![\w./@#:%\\&=?-].)[A-Za-z]{2,}(?![\w/@\\=]|-[a-z\d]|\.[A-Za-z])(?!://)", re.A)
# A name with a capital within, `setTimeout`; no `macOS`, which people know.
WITHIN = late(r"[A-Z](?<=[a-z][A-Z])")  # stands in each of the next
CAMEL = late(r"(?<![\w./@#:%\\&=?<`-])[a-z]{2,}(?:[A-Z][a-z]+)+(?![\w/@\\=`]|\.[a-z])", re.A)
ALONE = late(r"(?<![\w./@#:%\\&=?<`-])[A-Za-z]{4,}(?![\w/@\\=`]|\.[a-z])", re.A)
ANY = late(r"[A-Za-z]{3,}")
SMALL = b"["  # what sorts before it begins with a capital
FEWEST = 3  # letters of a word
SHORTEST = (
    5  # letters of a word that is told by its letters; names and abbreviations are told by what stands around them
)
USED = 3  # times that a word stands on a page which means it
ENDINGS = (
    "sdeynx"  # letters that a word has at its end in one form and not in another; `Router` and `Route` are two words
)
DOUBLED = late(r"(.)\1(?:ed|ing|ers?|ors?|able)")  # cancelled, canceled
# What English and American write otherwise: colour, centre, realise, licence, judgement, aluminium, artefact.
SPELT = (
    ("our", "or"), ("tre", "ter"), ("bre", "ber"), ("is", "iz"), ("ys", "yz"), ("ce", "se"), ("ement", "ment"),
    ("eing", "ing"), ("eable", "able"), ("nium", "num"), ("arte", "arti"),
)  # fmt: skip


class Slip(NamedTuple):
    """A word as it is written in a block of the translation, where in its text, and the source's word that it stands for."""

    block: Block
    at: int
    here: str
    there: str


def slips(pair: Pair, bead: Bead) -> Iterator[Slip]:
    """Words that the translation of some blocks mistyped."""
    doubtful = doubtful_words(pair)
    latin = LATIN in language(pair.locale).written_in
    for block in bead.target if doubtful else ():
        if doubtful.isdisjoint(ANY.findall(block.text)):  # as most
            continue
        for found in WORD.finditer(block.text):
            word = found.group()
            if word not in doubtful or not _is_long(word):
                continue
            there = _meant(word, bead, latin=latin)
            if there is not None and _is_by_chance(word, there, _count(pair.target, word), _count(pair.source, there)):
                yield Slip(block, found.start(), word, there)


def recased(pair: Pair, bead: Bead) -> Iterator[Slip]:
    """Names of a program that stand in the text without their capitals: `textcontent` for `textContent`."""
    if cased_blocks(pair.source).isdisjoint([block.index for block in bead.source]):
        return
    if "written" not in pair.source.memo:
        pair.source.memo["written"] = frozenset(ANY.findall(pair.source.raw.decode("utf-8", "replace")))
    written = pair.source.memo["written"]
    cased = {word.lower(): word for block in bead.source for word in CAMEL.findall(block.text)}
    here = {found for block in bead.target for found in ANY.findall(block.text)}
    for block in bead.target:
        for found in ALONE.finditer(block.text):
            there = cased.get(found.group().lower())
            if there is not None and found.group()[1:].islower() and there not in here and found.group() not in written:
                yield Slip(block, found.start(), found.group(), there)


def cased_blocks(source: Document) -> frozenset[int]:
    """The blocks of a source whose text has names with a capital within: found once for all its translations."""
    if "camels" not in source.memo:
        source.memo["camels"] = frozenset(
            [block.index for block in source.blocks if WITHIN.search(block.text) and CAMEL.search(block.text)]
        )
    found: frozenset[int] = source.memo["camels"]
    return found


def doubtful_words(pair: Pair) -> frozenset[str]:
    """The words of a translation that may be mistyped ones of its source: few, and none on most pages.

    On pages of Latin writing these are words with a capital that have the letters of one of the source, which are looked
    for among all its words last; on others, all that the source does not have.
    """
    if "slips" not in pair.memo:
        new = page_words(pair.target) - page_words(pair.source)
        if LATIN in language(pair.locale).written_in:
            there = _letters_of_names(pair.source)
            new = frozenset([word for word in new if word < SMALL and _letters(word) in there])
        known = {word.lower() for word in page_words(pair.source)} if new else frozenset()
        pair.memo["slips"] = frozenset(
            [word.decode() for word in new if word.lower() not in known and len(word) >= FEWEST]
        )
    found: frozenset[str] = pair.memo["slips"]
    return found


def _letters(word: bytes) -> bytes:
    return bytes(sorted(word))


def _is_by_chance(word: str, there: str, here: int, source: int) -> bool:
    """Whether a word stands on the page no oftener than a slip does; oftener than the source's, it is that which has the slip."""
    return here <= source and (len(there) != len(word) or here < USED)


def _is_long(word: str) -> bool:
    return len(word) >= SHORTEST or word[0].isupper()


def _meant(word: str, bead: Bead, *, latin: bool) -> str | None:
    """The word of the source that one of the translation is, but for a slip; None if it may be another, or a rendering."""
    here = {found.lower() for block in bead.target for found in ANY.findall(block.text)}
    for block in bead.source:
        for found in WORD.finditer(block.text):
            other = found.group()
            if other.lower() in here or not _is_long(other):
                continue
            if word[0].lower() == other[0].lower() or (word.isupper() and other.isupper()):
                if _is_turned(word, other) or (not latin and (_is_slip_of(word, other) or _is_torn(word, other))):
                    return other
    return None


def _is_slip_of(word: str, other: str) -> bool:
    """The same of words in any case, in the plural or not."""
    one, two = word.lower(), other.lower()
    return _is_slip(one, two) or (two.endswith("s") and not one.endswith("s") and _is_slip(one, two[:-1]))


def _is_torn(word: str, other: str) -> bool:
    """Whether a name lost its last letter, or, where it is a short one, a letter within: `Angula`, `Dfy` for `Dify`."""
    if (
        not (word[0].isupper() and other[0].isupper())
        or len(other) != len(word) + 1
        or word.isupper() != other.isupper()
    ):
        return False
    if other.startswith(word):
        last = other[-1]
        return len(word) >= SHORTEST and last not in ENDINGS and not (last == "r" and word[-1] in "eo")
    return len(word) < SHORTEST and any(other[:at] + other[at + 1 :] == word for at in range(1, len(other) - 1))


def _is_turned(one: str, two: str) -> bool:
    """Whether a name is another with two letters exchanged: all that is sure where a rendering may be as like it."""
    if one.isupper() != two.isupper():
        return False
    if one[-1] in "sS" and two[-1] in "sS":  # `Offres` is French for Offers
        one, two = one[:-1], two[:-1]
    at = _exchanged(one, two)
    return (
        at is not None and one[0].isupper() and ((one.isupper() and len(one) <= SHORTEST) or at < len(one) - 2 > 2)
    )  # `Titel`, `Filter` and `Filtre` are no slips


def _exchanged(one: str, two: str) -> int | None:
    """Where two neighbouring letters of a word are exchanged in another one that is the same else."""
    if len(one) != len(two):
        return None
    odd = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    if len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == two[odd[1]] and one[odd[1]] == two[odd[0]]:
        return odd[0]
    return None


def _is_slip(one: str, two: str) -> bool:
    """Whether a word is another but for a letter that is lost, doubled, another one, or exchanged with the next."""
    if one.startswith(two) or two.startswith(one) or min(len(one), len(two)) < SHORTEST:
        return _exchanged(one, two) is not None  # an ending
    if any(_is_spelt(one, two, *each) or _is_spelt(two, one, *each) for each in SPELT):
        return False
    if abs(len(one) - len(two)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if len(one) == len(two):
        rest = one[start + 1 :] == two[start + 1 :] and start < len(one) - 1
        return rest or _exchanged(one, two) is not None
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    return longer[start + 1 :] == shorter[start:] and not DOUBLED.fullmatch(longer, start - 1)


def _is_spelt(one: str, two: str, ours: str, theirs: str) -> bool:
    """Whether a word is another in the other way of spelling English."""
    at = one.find(ours)
    while at >= 0:
        if one[:at] + theirs + one[at + len(ours) :] == two:
            return True
        at = one.find(ours, at + 1)
    return False


def _letters_of_names(document: Document) -> frozenset[bytes]:
    """The letters of each word of a source that begins with a capital, in their order."""
    if "letters" not in document.memo:
        document.memo["letters"] = frozenset([_letters(word) for word in page_words(document) if word < SMALL])
    found: frozenset[bytes] = document.memo["letters"]
    return found


def _count(document: Document, word: str) -> int:
    return _counted(document.raw)[word.lower()]


@lru_cache(maxsize=2)
def _counted(raw: bytes) -> Counter[str]:
    return Counter(word.decode() for word in raw.lower().translate(APART).split())
