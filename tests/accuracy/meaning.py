"""What a site's own words are worth: pages damaged in ways that only meaning shows, with a lexicon and without.

`python -m tests.accuracy.meaning FOLDER [--train N ...] [--try N] [--locale L ...]`

A lexicon is learnt from N pages of a locale. Others, of the dev half, which agree with their sources block by block,
are damaged in memory; how they belong together is known.
"""

from __future__ import annotations

import argparse
import copy
import os
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from tests.accuracy.corpus import Corpus, PagePair

from facingpages.align import align
from facingpages.align.features import keys
from facingpages.document import Block, Document, Link, Place
from facingpages.languages import language
from facingpages.lexicon import Lexicon
from facingpages.lexicon.lessons import taught_by
from facingpages.lexicon.pairs import worded
from facingpages.lexicon.tokens import spans, words
from facingpages.lexicon.train import train
from facingpages.read import read_page
from facingpages.read.skim import skim
from facingpages.rules import block as block_rules
from facingpages.rules import heading, link, link_text, sentence, step
from facingpages.rules import negation as negation_rule
from facingpages.rules.base import Pair, Ranged

SEED = 20
DELETED, MOVED = 0.2, 0.1
PLAIN_AFTER = re.compile(rb"[^][(){}<>*_`|!\\\n\r:\"]+")
PLAIN_BEFORE = re.compile(rb"[^][(){}<>*_`|!\\\n\r:\"]+$")
Damage = Callable[[random.Random, list[Block]], list[Block]]


class Page(NamedTuple):
    """A published pair that agrees block by block."""

    files: PagePair
    source: Document
    target: Document


def deleted_and_moved(rng: random.Random, blocks: list[Block]) -> list[Block]:
    """A fifth of the blocks gone, a tenth of the rest in other places."""
    return _moved(rng, [block for block in blocks if rng.random() >= DELETED], MOVED)


def moved(rng: random.Random, blocks: list[Block]) -> list[Block]:
    """Three in ten in other places."""
    return _moved(rng, blocks, 0.3)


def _moved(rng: random.Random, blocks: list[Block], share: float) -> list[Block]:
    left, away = [], []
    for block in blocks:
        (away if rng.random() < share else left).append(block)
    for block in away:
        left.insert(rng.randrange(len(left) + 1), block)
    return left


def wrongly_paired(pages: Sequence[Page], lexicon: Lexicon | None, damage: Damage) -> tuple[int, int]:
    """How many of the source's blocks get another counterpart than theirs, or one where theirs is gone; of how many."""
    wrong = total = 0
    for page in pages:
        rng = random.Random(f"{SEED}{page.files.target}")
        there = {id(block): number for number, block in enumerate(page.target.blocks)}
        kept = damage(rng, list(page.target.blocks))
        if not kept:
            continue
        truth: dict[int, int | None] = dict.fromkeys(range(len(page.source.blocks)))
        changed = copy.copy(page.target)
        changed.blocks = []
        for place, block in enumerate(kept):
            truth[there[id(block)]] = place
            again = copy.copy(block)
            again.index = place
            changed.blocks.append(again)
        for bead in align(page.source, changed, lexicon):
            here = [block.text for block in bead.target]
            for block in bead.source:
                right = truth[block.index]
                total += 1
                wrong += here != ([] if right is None else [changed.blocks[right].text])
    return wrong, total


def pages_of(corpus: Corpus, files: Sequence[PagePair], wanted: int) -> Iterator[Page]:
    """Pages of the dev half that agree block by block: every block of the one with its own of the other."""
    found = 0
    for pair in files:
        if pair.split != "dev" or found >= wanted:
            continue
        source, target = _read(corpus, pair.source), _read(corpus, pair.target)
        source.locale, target.locale, target.page = "en", pair.locale, pair.page
        beads = align(source, target)
        if len(source.blocks) >= 8 and len(beads) == len(source.blocks) == len(target.blocks):
            if all(len(bead.source) == len(bead.target) == 1 and not bead.moved for bead in beads):
                found += 1
                yield Page(pair, source, target)


def _read(corpus: Corpus, path: str) -> Document:
    return read_page((corpus.root / path).read_bytes(), _dialect(corpus), path=path)


def _dialect(corpus: Corpus) -> str:
    return next(line.split('"')[1] for line in corpus.configuration.splitlines() if line.startswith("dialect"))


def learnt(corpus: Corpus, files: Sequence[PagePair]) -> Lexicon:
    """What some pages teach: others than those that are tried, as pages of the other folds are."""
    both = [[worded(skim((corpus.root / path).read_bytes())) for path in (one.source, one.target)] for one in files]
    return train([pair for source, target in both for pair in taught_by(source, target)])


def shuffled(files: Sequence[PagePair]) -> list[PagePair]:
    """In an order of their names that means nothing."""
    return sorted(files, key=lambda pair: sha256(f"{SEED}{pair.page}".encode()).digest())


class Planted(NamedTuple):
    """A damaged page, and where in it."""

    raw: bytes
    places: Sequence[int]


def neighbours(rng: random.Random, page: Page) -> Planted | None:
    """Two plain neighbours of one kind change places: nothing in them but words, of which they have four at least."""
    blocks = page.target.blocks
    found = [
        (a, b)
        for a, b in pairwise(blocks)
        if type(a) is type(b) and a.kind in ("paragraph", "heading") and a.depth == b.depth and a.text != b.text
        and (a.marker is None) == (b.marker is None)
        and all(len(words(block.text)) >= 4 and not keys(block) and not block.strongs for block in (a, b))
    ]  # fmt: skip
    if not found:
        return None
    one, other = rng.choice(found)
    return _exchanged(page.target.raw, (one.start, one.end), (other.start, other.end))


def labels(rng: random.Random, page: Page) -> Planted | None:
    """The texts of two links of one block that lead to different places change places."""
    return _labels(rng, page, [block.links for block in page.target.blocks])


def labels_of_page(rng: random.Random, page: Page) -> Planted | None:
    """The texts of two links of different blocks change places."""
    return _labels(rng, page, [[block.links[0] for block in page.target.blocks if block.links]])


def _labels(rng: random.Random, page: Page, groups: Sequence[Sequence[Link]]) -> Planted | None:
    found = [
        (one, other)
        for group in groups
        for one, other in combinations([link for link in group if link.form == "inline" and link.text.strip()], 2)
        if one.target != other.target and one.text != other.text
    ]
    if not found:
        return None
    one, other = rng.choice(found)
    return _exchanged(page.target.raw, (one.text_start, one.text_end), (other.text_start, other.text_end))


def _exchanged(raw: bytes, *spans: tuple[int, int]) -> Planted:
    (a, b), (c, d) = sorted((start, start + len(raw[start:end].rstrip())) for start, end in spans)
    return Planted(raw[:a] + raw[c:d] + raw[b:c] + raw[a:b] + raw[d:], (a, c - (b - a) + (d - c)))


def beside(rng: random.Random, page: Page) -> Planted | None:
    """A link moves to as many words behind its own, or before them; none of them is marked in any way."""
    raw = page.target.raw
    found: list[Planted] = []
    for block in page.target.blocks:
        for one in block.links:
            label = raw[one.text_start : one.text_end]
            if one.form != "inline" or label.decode() != one.text or not (count := len(list(spans(one.text)))):
                continue
            after, before = PLAIN_AFTER.match(raw, one.end), PLAIN_BEFORE.search(raw[block.start : one.start])
            head, tail = raw[one.start : one.text_start], raw[one.text_end : one.end]
            if after and len(told := list(spans(text := after.group().decode()))) >= count:
                first, last = (len(text[:at].encode()) for at in (told[0][1], told[count - 1][2]))
                moved = label + after.group()[:first] + head + after.group()[first:last] + tail
                rest = raw[one.end + last :]
                found.append(Planted(raw[: one.start] + moved + rest, (one.start + len(label) + first,)))
            if before and len(told := list(spans(text := before.group().decode()))) >= count:
                first, last = (len(text[:at].encode()) for at in (told[-count][1], told[-1][2]))
                start = one.start - len(before.group())
                moved = head + before.group()[first:last] + tail + before.group()[last:] + label
                found.append(Planted(raw[: start + first] + moved + raw[one.end :], (start + first,)))
    return rng.choice(found) if found else None


def negation(rng: random.Random, page: Page) -> Planted | None:
    """The one word goes that says in a block that something is not so, where the source has such a sentence."""
    there, here = language("en").negated, language(page.files.locale).negated
    if there is None or here is None:
        return None
    found = [
        (block.offset(told[0].start()), block.offset(told[0].end()))
        for block, original in zip(page.target.blocks, page.source.blocks, strict=True)
        if original.kind in ("paragraph", "heading", "row") and there.search(original.text)
        and len(told := list(here.finditer(block.text))) == 1
    ]  # fmt: skip
    if not found:
        return None
    start, end = rng.choice(found)
    return Planted(page.target.raw[:start] + page.target.raw[end:], (start,))


PLANTED: Mapping[str, tuple[Callable[[random.Random, Page], Planted | None], frozenset[str]]] = {
    "neighbours": (neighbours, frozenset(("step-order", "block-order", "heading-order"))),
    "link texts": (labels, frozenset(("link-swapped",))),
    "across the page": (labels_of_page, frozenset(("link-swapped",))),
    "link beside its words": (beside, frozenset(("link-text-misplaced",))),
    "negation lost": (negation, frozenset(("negation-lost",))),
}


class Lost(NamedTuple):
    """Of sentences that were lost, one at a time: how many, how often that is told, and of the right one."""

    planted: int
    told: int
    named: int


def lost_of(pages: Sequence[Page], lexicon: Lexicon | None, most: int = 3) -> Lost:
    """What is told where a sentence of a paragraph of three or more goes; of at most so many paragraphs of a page."""
    planted = told = named = 0
    for page in pages:
        rng = random.Random(f"{SEED}{page.files.target}")
        found = list(_sentences(page))
        for place, start, end in rng.sample(found, min(most, len(found))):
            target = _read_as(page, page.target.raw[:start] + page.target.raw[end:])
            pair = Pair(page.source, target, align(page.source, target, lexicon), target.locale, lexicon=lexicon)
            places = [(one.related[0].place.line, one.related[0].place.column) for one in sentence.check(pair)]
            planted += 1
            told += bool(places)
            named += (place.line, place.column) in places
    return Lost(planted, told, named)


def _sentences(page: Page) -> Iterator[tuple[Place, int, int]]:
    """Where a sentence of each paragraph of the source begins, and from where to where that is rendered."""
    rng = random.Random(f"{SEED}{page.files.target}")
    for a, b in zip(page.source.blocks, page.target.blocks, strict=True):
        there, here = sentence.sentences([a], "en"), sentence.sentences([b], page.files.locale)
        if a.kind != "paragraph" or a.text == b.text or not 3 <= len(there) == len(here):
            continue
        at = rng.randrange(len(here))
        start, last = b.offset(here[at].at), at + 1 == len(here)
        end = b.offset(here[at].at + len(here[at].text)) if last else b.offset(here[at + 1].at)
        marked: list[Ranged] = [*b.links, *b.codes, *b.strongs, *b.images]
        if not any(one.start < edge < one.end for one in marked for edge in (start, end)):
            begins = a.offset(there[at].at)
            yield page.source.place(begins, begins), start, end


def _read_as(page: Page, raw: bytes) -> Document:
    """Other bytes of a page's translation."""
    target = read_page(raw, page.target.dialect, path=page.files.target)
    target.locale, target.page = page.files.locale, page.files.page
    return target


def found_of(pages: Sequence[Page], lexicon: Lexicon | None, kind: str) -> tuple[int, int]:
    """How much of a kind is told where it is, and how much there was: once a page at most."""
    found = total = 0
    for page in pages:
        told = is_found(page, lexicon, kind)
        if told is not None:
            total += 1
            found += told
    return found, total


def is_found(page: Page, lexicon: Lexicon | None, kind: str) -> bool | None:
    """Whether damage of a kind is told within a line of where it was planted; None where nothing could be."""
    plant, rules = PLANTED[kind]
    planted = plant(random.Random(f"{SEED}{page.files.target}"), page)
    if planted is None:
        return None
    target = _read_as(page, planted.raw)
    pair = Pair(page.source, target, align(page.source, target, lexicon), target.locale, lexicon=lexicon)
    lines = {target.place(start).line for start in planted.places}
    return any(
        one.rule in rules and {one.place.line - 1, one.place.line, one.place.line + 1} & lines
        for family in (
            step.FAMILY,
            block_rules.FAMILY,
            heading.FAMILY,
            link.FAMILY,
            link_text.FAMILY,
            negation_rule.FAMILY,
        )
        if family.pair is not None
        for one in family.pair(pair)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.meaning", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--train", type=int, nargs="+", default=[50, 200, 1000])
    parser.add_argument("--try", type=int, default=60, dest="tried")
    parser.add_argument("--locale", nargs="*", default=[])
    options = parser.parse_args(arguments)
    corpus = Corpus.at(options.folder.resolve())
    by_locale: dict[str, list[PagePair]] = {}
    for pair in corpus.pairs():
        by_locale.setdefault(pair.locale, []).append(pair)
    print(
        "| locale | learnt from | 20 % deleted, 10 % moved | 30 % moved | found: "
        + " | ".join(PLANTED)
        + " | sentence lost |"
    )
    print("|---|---|---|---|" + "---|" * (len(PLANTED) + 1))
    for locale, files in by_locale.items():
        if options.locale and locale not in options.locale:
            continue
        files = shuffled(files)
        pages = list(pages_of(corpus, files, options.tried))
        tried = {page.files.page for page in pages}
        others = [pair for pair in files if pair.page not in tried]
        for size in (0, *options.train):
            if size > len(others) and size != options.train[0]:
                size = len(others)
            lexicon = learnt(corpus, others[:size]) if size else None
            figures = [wrongly_paired(pages, lexicon, damage) for damage in (deleted_and_moved, moved)]
            shares = " | ".join(f"{100 * wrong / total:.1f} %" for wrong, total in figures)
            told = " | ".join("{} of {}".format(*found_of(pages, lexicon, kind)) for kind in PLANTED)
            lost = lost_of(pages, lexicon)
            sentences = f"{lost.told} of {lost.planted}, {lost.named} named right"
            print(f"| {locale} | {size} | {shares} | {told} | {sentences} |", flush=True)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
