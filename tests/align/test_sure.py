"""Pairs that need no search stand in order on either side, whatever one side lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.lexicon.language import lexicon_of

from facingpages.align import align, stretch
from facingpages.document import Block
from facingpages.read import read_page


@pytest.mark.parametrize("lost", range(1, 9))
@pytest.mark.parametrize("longer", [0, 1])
def test_they_stand_in_order(lost: int, longer: int, monkeypatch: pytest.MonkeyPatch) -> None:
    size, head = 24, 12
    whole = [Block(0, 0, None) for _ in range(size)]
    kept = [Block(0, 0, None) for _ in range(size - lost)]
    sides = (whole, kept) if longer else (kept, whole)
    at = [{id(one): number for number, one in enumerate(side)} for side in sides]
    more = len(sides[1]) - len(sides[0])

    def plain(a: Block, b: Block, _: object) -> bool:  # blocks around the lost ones seem to be pairs in both ways
        i, j = at[0][id(a)], at[1][id(b)]
        return (j == i and i < head + 2) or (j == i + more and i > head - 4)

    monkeypatch.setattr(stretch, "_is_plain", plain)
    found = stretch._sure(*sides, (lambda text: text, lambda text: text))  # type: ignore[arg-type]
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(found))


MONTHS = {"January": "januari", "February": "februari", "March": "mars", "April": "april", "May": "maj", "June": "juni"}
WORDS = {"Release": "Version", "notes": "anteckningar", "for": "för", "week": "vecka", "of": "av", **MONTHS}


@pytest.mark.parametrize("linked", [True, False])
def test_entries_of_a_list_that_say_the_same_of_other_things_are_no_pairs(linked: bool) -> None:
    """A list of releases that the translation has from an earlier one on: its entries look alike."""

    def entry(text: str, month: str, day: int) -> str:
        # All name the year, so each two of them have something in common.
        name = f"{text} {month} {day}, 2026"
        return f"* [{name}](/releases/{month and list(MONTHS).index(month) + 1}-{day}.md)" if linked else f"* {name}"

    days = [(month, day) for month in MONTHS for day in (3, 10, 17, 24)]
    others = [f"* [{chr(65 + at)}](/guides/{at}.md)" for at in range(26)]
    kept, lost = days[7:], 9  # more is lost behind it, so nothing stands as far from the end
    page = [*(entry("Release notes for the week of", *one) for one in days), "\nAll.\n", *others]
    translated = [*(entry("Version anteckningar för vecka av", *one) for one in kept), "\nAll.\n", *others[lost:]]
    text = "\n".join(translated)
    for month, own in MONTHS.items():
        text = text.replace(f" {month} ", f" {own} ")
    source, target = read_page("\n".join(page).encode()), read_page(text.encode())
    beads = align(source, target, lexicon_of(WORDS))
    found = [(bead.source[0].index, bead.target[0].index) for bead in beads if bead.source and bead.target]
    assert found[: len(kept)] == [(at + 7, at) for at in range(len(kept))]
