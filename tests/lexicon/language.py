"""A language that nobody speaks, and sites in it: what a text says in it is known to the word."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from facingpages.lexicon import Lexicon
from facingpages.lexicon.lessons import Learnt, lesson, taught_by
from facingpages.lexicon.pairs import worded
from facingpages.lexicon.tokens import words as cut
from facingpages.lexicon.words import SCALE, Table
from facingpages.read.skim import skim

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


def words(seed: int, count: int) -> list[str]:
    """Words of two or three syllables, all different in their first five letters."""
    rng = random.Random(seed)
    found: dict[str, str] = {}
    while len(found) < count:
        word = "".join(rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.choice((2, 3))))
        found.setdefault(word[:5], word)
    return list(found.values())


SOURCE, TARGET = words(1, 150), words(2, 150)
RENDERING = dict(zip(SOURCE, TARGET, strict=True))


def sentence(rng: random.Random, size: int = 8) -> str:
    """A sentence of the source's language; some words are said more often than others."""
    return " ".join(SOURCE[int(len(SOURCE) * rng.random() ** 2)] for _ in range(size)).capitalize() + "."


def rendered(text: str, rng: random.Random) -> str:
    """The same in the other: its words turned a little, with endings."""
    said = [RENDERING[word] + rng.choice(("", "s", "m")) for word in text.lower().rstrip(".").split()]
    at = rng.randrange(len(said))
    return " ".join(said[at:] + said[:at]).capitalize() + "."


def page(number: int, blocks: int = 6) -> tuple[list[str], list[str]]:
    """The paragraphs of a page and of its translation."""
    rng = random.Random(number)
    texts = [sentence(rng) for _ in range(blocks)]
    return texts, [rendered(text, rng) for text in texts]


def pages(count: int) -> Iterator[tuple[list[str], list[str]]]:
    """Pages in parity."""
    for number in range(count):
        yield page(number)


def markdown(paragraphs: list[str]) -> str:
    """A page as it is written."""
    return "# T\n\n" + "\n\n".join(paragraphs) + "\n"


def site(count: int, locale: str = "lv") -> dict[str, str]:
    """The files of a site in parity, with its configuration."""
    files = {"facingpages.toml": f'pages = ["{{locale}}/{{page}}.md"]\nlocales = ["{locale}"]\n'}
    for number, (source, target) in enumerate(pages(count)):
        files[f"en/{number}.md"] = markdown(source)
        files[f"{locale}/{number}.md"] = markdown(target)
    return files


def lesson_of(texts: list[tuple[list[str], list[str]]]) -> Learnt:
    """What some pages teach."""
    skimmed = [[worded(skim(markdown(text).encode())) for text in page] for page in texts]
    return lesson([taught_by(source, target) for source, target in skimmed])


def lexicon_of(taught: Mapping[str, str]) -> Lexicon:
    """A lexicon of some words, each of which is rendered by one other nine times in ten."""
    words = {cut(word)[0]: cut(rendering)[0] for word, rendering in taught.items()}
    back = {rendering: word for word, rendering in words.items()}
    tables = [
        Table({one: {other: 9 * SCALE // 10} for one, other in side.items()}, dict.fromkeys(side.values(), 5), 2000)
        for side in (words, back)
    ]
    return Lexicon(*tables)
