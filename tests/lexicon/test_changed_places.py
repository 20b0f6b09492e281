"""What changed places, by its words: links anywhere on a page, and neighbours of which one is known at once."""

from __future__ import annotations

import pytest
from tests.lexicon.language import lexicon_of

from facingpages.align import align
from facingpages.lexicon import Lexicon, exchanged
from facingpages.lexicon.words import Table
from facingpages.read import read_page
from facingpages.rules.identity import by_target

WORDS = {
    "card": "karte", "bank": "banka", "pays": "maksa", "today": "šodien", "rain": "lietus", "falls": "līst",
    "north": "ziemeļos", "open": "atver", "every": "katru", "window": "logu", "again": "atkal", "slow": "lēni",
}  # fmt: skip


LONG = "Tas viss vēl ir jāsaka, jo teksts ir garš, un garāks nekā cits."


def links(*told: str) -> list[int | str]:
    """Links, each in a block of its own: what the source says, and what stands for it."""
    return [value for at, one in enumerate(told) for value in (at, *one.split(" | "))]


def unsure(words: dict[str, str]) -> Lexicon:
    """One by which two words that were exchanged are worth ten: each of their four words two and a half."""
    sides = words, {rendering: word for word, rendering in words.items()}
    return Lexicon(
        *(Table({a: {b: 9000} for a, b in one.items()}, dict.fromkeys(one.values(), 188), 2000) for one in sides)
    )


@pytest.mark.parametrize(("others", "told"), [(0, True), (5, True), (8, False)])
def test_the_more_links_there_are_to_choose_from_the_surer_it_must_be(others: int, told: bool) -> None:
    """Of seven, ten is more than 8 and the logarithm of six; of ten, less than 8 and that of nine."""
    words = {chr(97 + at): chr(110 + at) for at in range(12)}
    rest = [f"{one} | {other}" for one, other in list(words.items())[2 : 2 + others]]
    assert exchanged(unsure(words), *links("a | o", "b | n", *rest)) == ([[0, 1]] if told else [])


def test_the_surest_are_told_of_first() -> None:
    """The first one stands on wrong words that are the second one's in part; those of the third are all of them."""
    told = links("card today | lietus", "rain falls | ziemeļos banka", "north bank | lietus līst")
    assert exchanged(lexicon_of(WORDS), *told) == [[1, 2]]
    assert exchanged(lexicon_of(WORDS), *told[:6]) == [[0, 1]]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (f"Kungs, mierīgi, un lēni atkal ej logu mājās. {LONG}", True),
        (f"Kungs, mierīgi, un lēni ej logu mājās. {LONG}", False),  # one word less of it
    ],
)
def test_of_neighbours_that_changed_places_one_is_known_by_standing_where_it_does(said: str, known: bool) -> None:
    """It renders less than half of its words, which is not enough for two that stand anywhere on a page."""
    words = {
        **WORDS,
        **{word: f"{word}x" for word in ("shut", "doors", "sit", "down", "with", "all", "your", "things")},
    }
    first = "Open every window again, shut doors, sit down slow with all your things, for this is long, and so long."
    second = "The bank pays by card today."
    pages = [
        f"# T\n\nRain.\n\n{one}\n\n{other}\n\nNorth.\n"
        for one, other in ((first, second), ("Banka šodien maksa ar karte.", f"{said}."))
    ]
    source, target = (read_page(page.encode(), path="a.md") for page in pages)
    found = [
        (bead.source[0].text[:4], bead.target[0].text[:4])
        for bead in align(source, target, lexicon_of(words))
        if bead.source and bead.target
    ]
    assert ("The ", "Bank") in found
    assert (("Open", said[:4]) in found) is known


@pytest.mark.parametrize(
    ("source", "target", "linked"),
    [
        ("[a](#start) [b](x.md)", "[y](x.md) [x](#begin)", {"a": "x", "b": "y"}),
        ("[a](p.md#start) [b](/q/)", "[x](p.md#begin) [y](/q-cn/)", {"a": "x", "b": "y"}),
        ("[a](#start) [b](#end)", "[x](#begin) [y](#close)", {}),  # which of them, nobody knows
        ("[a](p.md#start)", "[x](q.md#start)", {}),
        ("[a](u.md) [b](u.md)", "[x](u.md#one)", {}),
    ],
)
def test_links_to_one_page_are_one_where_each_side_has_but_one_left(
    source: str, target: str, linked: dict[str, str]
) -> None:
    s, t = (read_page(text.encode(), path="a.md").blocks[0].links for text in (source, target))
    assert {one.text: other.text for one, other in by_target(s, t)} == linked
