"""What must hold of an alignment whatever the pages: identity, deletion, coverage, order, symmetry, what editors do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, permutations
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from facingpages.align import Bead, align
from facingpages.document import Document
from facingpages.read import read_page

DOCS = Path(__file__).parents[2] / "docs"
ARTICLES = {
    locale: (DOCS / locale / "communication-credits.md").read_text("utf-8")
    for locale in ("en", "lv", "bg", "sv", "sl", "ro")
}
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")
WORDS = ["".join(said) for size in (2, 3) for said in islice(permutations(SYLLABLES, size), 0, None, size * size)]
words = st.sampled_from(WORDS)  # one draw each: what is made syllable by syllable takes longer than what is tested
sentences = st.lists(words, min_size=4, max_size=14, unique=True).map(lambda found: " ".join(found).capitalize() + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
headings = st.lists(words, min_size=2, max_size=4, unique=True).map(lambda found: "## " + " ".join(found))
links = st.tuples(sentences, words).map(lambda pair: f"{pair[0]} See [{pair[1]}](https://example.com/{pair[1]}).")
code = words.map(lambda word: f"```sh\nrun --{word} {word}\n```")
steps = st.lists(sentences, min_size=2, max_size=6).map(
    lambda found: "\n".join(f"{number}. {text}" for number, text in enumerate(found, 1))
)
bullets = st.lists(sentences, min_size=2, max_size=5).map(lambda found: "\n".join(f"- {text}" for text in found))
blocks = st.one_of(headings, paragraphs, paragraphs, links, code, steps, bullets)
pages = st.lists(blocks, min_size=1, max_size=14).map(lambda found: "# Page\n\n" + "\n\n".join(found) + "\n")
alike = settings(max_examples=30)


def read(text: str) -> Document:
    return read_page(text.encode(), path="page.md", dialect="mkdocs")


def paired(source: Document, target: Document) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The beads as indexes of blocks."""
    return [indexes(bead) for bead in align(source, target)]


def indexes(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(block.index for block in bead.source), tuple(block.index for block in bead.target)


def without(document: Document, index: int) -> Document:
    """The page without one of its blocks, and without the item that it was."""
    block = document.blocks[index]
    start = block.marker.start if block.marker is not None else block.start
    raw = document.raw
    return read_page(raw[:start].rstrip(b" ") + raw[block.end :].lstrip(b" "), path="page.md", dialect="mkdocs")


@alike
@given(pages)
def test_a_page_with_itself_is_the_identity(text: str) -> None:
    document = read(text)
    assert paired(document, document) == [((i,), (i,)) for i in range(len(document.blocks))]


@alike
@given(pages, pages)
def test_every_block_is_in_one_bead_and_sources_are_in_order(one: str, two: str) -> None:
    source, target = read(one), read(two)
    beads = paired(source, target)
    assert [i for bead, _ in beads for i in bead] == list(range(len(source.blocks)))
    assert sorted(i for _, bead in beads for i in bead) == list(range(len(target.blocks)))
    assert all(bead != ((), ()) for bead in beads)


# Of other lengths than its translation's, each block for itself, but only just not in one of the two ways.
EDGE = (
    "# Page\n\n1. Bace baka bapu bavo.\n2. Bace baka bapu bavo cefo.\n"
    "3. Bace baka bapu bavo cefo cemi cese diba bacedi bacese.\n"
    "4. Bace baka bapu bavo cefo cemi cese diba dika dipu divo bacedi bacese badimi.\n5. Bace baka bapu bacedi.\n",
    "# Page\n\n1. Bace baka bapu bacedi bacese badimi bafodi.\n2. Bace baka bapu bavo.\n3. Bace baka bapu bavo.\n"
    "4. Bace baka bapu bavo.\n5. Bace baka bapu bavo.\n",
)


@alike
@example(*EDGE)
@given(pages, pages)
def test_swapping_the_sides_swaps_the_beads(one: str, two: str) -> None:
    source, target = read(one), read(two)
    there = sorted(paired(source, target))
    back = sorted((b, a) for a, b in paired(target, source))
    assert there == back


@pytest.mark.parametrize("locale", [locale for locale in ARTICLES if locale != "en"])
def test_a_block_that_is_missing_is_the_only_one_without_counterpart(locale: str) -> None:
    source, whole = read(ARTICLES["en"]), read(ARTICLES[locale])
    tried = 0
    for index, block in enumerate(whole.blocks):
        if block.kind == "rule":
            continue
        target = without(whole, index)
        if len(target.blocks) != len(whole.blocks) - 1:
            continue  # what stood around it is another block now
        tried += 1
        alone = [bead for bead, other in paired(source, target) if not other]
        assert alone == [(index,)], (index, block.text[:60])
        assert all(bead for bead, _ in paired(source, target)), (index, block.text[:60])
    assert tried > len(whole.blocks) // 2


@pytest.mark.parametrize("locale", [locale for locale in ARTICLES if locale != "en"])
def test_the_article_is_aligned_block_by_block(locale: str) -> None:
    source, target = read(ARTICLES["en"]), read(ARTICLES[locale])
    assert paired(source, target) == [((i,), (i,)) for i in range(len(source.blocks))]


@alike
@given(pages)
def test_a_third_more_text_changes_nothing(text: str) -> None:
    source = read(text)
    longer = [
        line if line.startswith(("#", "```", "run ")) or not line else line + " " + line[3 : 3 + len(line) * 3 // 10]
        for line in text.split("\n")
    ]
    target = read("\n".join(longer))
    assume(len(source.blocks) == len(target.blocks))
    assert paired(source, target) == [((i,), (i,)) for i in range(len(source.blocks))]


STEPS = ("Open **Billing**.", "Select [Funds](https://example.com/funds).", "Enter `20`.", "Select **Save** and wait.")


def listed(steps: Sequence[str]) -> Document:
    text = "# Credits\n\nBuy one.\n\n" + "\n".join(f"{i}. {step}" for i, step in enumerate(steps, 1)) + "\n\nThe end.\n"
    return read(text)


def test_two_steps_in_one_are_one_bead() -> None:
    merged = listed([STEPS[0], STEPS[1] + " " + STEPS[2], STEPS[3]])
    assert ((3, 4), (3,)) in paired(listed(STEPS), merged)
    assert ((3,), (3, 4)) in paired(merged, listed(STEPS))


def test_a_paragraph_in_two_is_one_bead() -> None:
    one = read("# T\n\nCredits are prepaid funds. They expire after twelve months, as the terms say.\n\nBuy one.\n")
    two = read("# T\n\nCredits are prepaid funds.\n\nThey expire after twelve months, as the terms say.\n\nBuy one.\n")
    assert paired(one, two) == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]


def test_a_section_that_moved_is_still_paired() -> None:
    parts = [
        "## Rates\n\nSee [rates](https://example.com/rates) for 40 countries.\n",
        "## Limits\n\nRun `limit --show` to see the 25 limits.\n",
        "## Refunds\n\nWrite to [support](mailto:help@example.com) within 14 days.\n",
    ]
    there, here = read("\n".join(parts)), read("\n".join([parts[2], parts[0], parts[1]]))
    beads = {a: b for a, b in paired(there, here) if a}
    assert [beads[(i,)] for i in range(6)] == [(2,), (3,), (4,), (5,), (0,), (1,)]
