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
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from tests.accuracy.corpus import Corpus, PagePair

from facingpages.align import align
from facingpages.align.features import keys
from facingpages.document import Block, Document, Link
from facingpages.lexicon import Lexicon
from facingpages.lexicon.pairs import pairs
from facingpages.lexicon.train import train
from facingpages.read import read_page
from facingpages.read.skim import skim
from facingpages.rules import block as block_rules
from facingpages.rules import heading, link, step
from facingpages.rules.base import Pair

SEED = 20
DELETED, MOVED = 0.2, 0.1
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
    """What some pages teach."""
    return train(
        [
            pairs(
                skim((corpus.root / one.source).read_bytes()),
                skim((corpus.root / one.target).read_bytes()),
            )
            for one in files
        ]
    )


def shuffled(files: Sequence[PagePair]) -> list[PagePair]:
    """In an order of their names that means nothing."""
    return sorted(files, key=lambda pair: sha256(f"{SEED}{pair.page}".encode()).digest())


Spans = tuple[tuple[int, int], tuple[int, int]]


def neighbours(rng: random.Random, page: Page) -> Spans | None:
    """Two plain neighbours of one kind: nothing in them but words, of which they have four at least."""
    blocks = page.target.blocks
    found = [
        (a, b)
        for a, b in pairwise(blocks)
        if type(a) is type(b) and a.kind in ("paragraph", "heading") and a.depth == b.depth and a.text != b.text
        and (a.marker is None) == (b.marker is None)
        and all(len(block.text.split()) >= 4 and not keys(block) and not block.strongs for block in (a, b))
    ]  # fmt: skip
    return tuple((block.start, block.end) for block in rng.choice(found)) if found else None


def labels(rng: random.Random, page: Page) -> Spans | None:
    """The texts of two links of one block that lead to different places."""
    return _labels(rng, [block.links for block in page.target.blocks])


def labels_of_page(rng: random.Random, page: Page) -> Spans | None:
    """The texts of two links of different blocks."""
    return _labels(rng, [[block.links[0] for block in page.target.blocks if block.links]])


def _labels(rng: random.Random, groups: Sequence[Sequence[Link]]) -> Spans | None:
    found = [
        (one, other)
        for group in groups
        for one, other in combinations([link for link in group if link.form == "inline" and link.text.strip()], 2)
        if one.target != other.target and one.text != other.text
    ]
    return tuple((link.text_start, link.text_end) for link in rng.choice(found)) if found else None


def exchanged(raw: bytes, spans: Spans) -> bytes:
    """A page with two of its pieces exchanged."""
    (a, b), (c, d) = sorted((start, start + len(raw[start:end].rstrip())) for start, end in spans)
    return raw[:a] + raw[c:d] + raw[b:c] + raw[a:b] + raw[d:]


PLANTED: Mapping[str, tuple[Callable[[random.Random, Page], Spans | None], frozenset[str]]] = {
    "neighbours": (neighbours, frozenset(("step-order", "block-moved", "heading-order"))),
    "link texts": (labels, frozenset(("link-swapped",))),
    "across the page": (labels_of_page, frozenset(("link-swapped",))),
}


def found_of(pages: Sequence[Page], lexicon: Lexicon | None, kind: str) -> tuple[int, int]:
    """How many exchanges of a kind are told where they are, and how many there were: one a page at most."""
    plant, rules = PLANTED[kind]
    found = total = 0
    for page in pages:
        spans = plant(random.Random(f"{SEED}{page.files.target}"), page)
        if spans is None:
            continue
        raw = exchanged(page.target.raw, spans)
        target = read_page(raw, page.target.dialect, path=page.files.target)
        target.locale, target.page = page.files.locale, page.files.page
        pair = Pair(page.source, target, align(page.source, target, lexicon), target.locale, lexicon=lexicon)
        lines = {target.place(start).line for start, _ in spans}
        total += 1
        for family in (step.FAMILY, block_rules.FAMILY, heading.FAMILY, link.FAMILY):
            assert family.pair is not None
            if any(one.rule in rules and {one.place.line - 1, one.place.line, one.place.line + 1} & lines
                   for one in family.pair(pair)):  # fmt: skip
                found += 1
                break
    return found, total


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
    print("| locale | learnt from | 20 % deleted, 10 % moved | 30 % moved | found: " + " | ".join(PLANTED) + " |")
    print("|---|---|---|---|" + "---|" * len(PLANTED))
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
            print(f"| {locale} | {size} | {shares} | {told} |", flush=True)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
