"""Damage to the letters themselves."""

import re
from random import Random

from tests.accuracy.blocks import Block
from tests.accuracy.kinds import defect
from tests.accuracy.page import Mark
from tests.accuracy.pairs import Mutation, Pair, pick

LATIN, CYRILLIC = "aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ"


def _words(pair: Pair, pattern: str) -> list[tuple[Block, Mark]]:
    return [
        (block, mark) for block in pair.target.of("paragraph", "item") for mark in pair.target.words(pattern, block)
    ]


@defect("homoglyph", "text")
def homoglyph(pair: Pair, rng: Random) -> Mutation | None:
    """One letter of a word comes from the other script: Cyrillic among Latin letters or the other way round."""
    for script, other, letters in (("[A-Za-z]", CYRILLIC, LATIN), ("[а-яА-Я]", LATIN, CYRILLIC)):
        found = pick(
            rng,
            (e for e in _words(pair, rf"(?<![\w.-]){script}{{5,}}(?![\w.-])") if set(e[1].text[1:-1]) & set(letters)),
        )
        if found:
            text = found[1].text
            place = rng.choice([n for n in range(1, len(text) - 1) if text[n] in letters])
            return pair.change(*found, text[:place] + other[letters.index(text[place])] + text[place + 1 :])
    return None


@defect("mojibake", "text")
def mojibake(pair: Pair, rng: Random) -> Mutation | None:
    """UTF-8 read as Windows-1252, as a wrong export leaves it."""
    found = []
    for block, mark in _words(pair, r"[^\W\d_]{4,}"):
        if any(ord(char) > 127 for char in mark.text):
            garbled = mark.text.encode().decode("cp1252", errors="replace").replace("\ufffd", "")
            if garbled != mark.text:
                found.append((block, mark, garbled))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen)


@defect("replacement-character", "text")
def replacement_character(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _words(pair, r"[^\W\d_]{4,}"))
    if found is None:
        return None
    place = rng.randrange(1, len(found[1].text) - 1)
    return pair.change(*found, found[1].text[:place] + "\ufffd" + found[1].text[place + 1 :])


@defect("control-character", "text")
def control_character(pair: Pair, rng: Random) -> Mutation | None:
    found = pick(rng, _words(pair, r"[^\W\d_]{4,}"))
    return found and pair.change(*found, found[1].text[:2] + rng.choice("\x02\x08\x1a\x7f") + found[1].text[2:])


@defect("entity-double-escaped", "text directive code", decidable=False)
def entity_double_escaped(pair: Pair, rng: Random) -> Mutation | None:
    """``&amp;gt;`` shows its letters. No rule asks for it yet: measured all the same."""
    found = []
    for block in pair.target.of("paragraph", "item"):
        for mark in pair.target.words(r"&(?:gt|lt|amp|nbsp);", block):
            if re.search(re.escape(mark.text), pair.source_text(block)):
                found.append((block, mark))
    chosen = pick(rng, found)
    return chosen and pair.change(*chosen, chosen[1].text.replace("&", "&amp;"))
