"""What a name that leads nowhere was most likely meant to be."""

from __future__ import annotations

import random
from difflib import get_close_matches

import pytest

from facingpages.nearest import Names

NAMES = Names(["guide/billing.md", "guide/img/billing.png", "guide/release-1.2/"])


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("billing.md", "guide/billing.md"),
        ("billing.png", "guide/img/billing.png"),
        ("billing.mp4", "guide/img/billing.png"),  # a file, never the page of that name
        ("guide/release-1.2.md", "guide/release-1.2/"),
        ("biling.md", "guide/billing.md"),
        ("biling.svg", "guide/img/billing.png"),
    ],
)
def test_a_page_is_meant_for_a_page_and_a_file_for_a_file(name: str, meant: str) -> None:
    assert NAMES.nearest(name) == meant


def test_no_name_is_passed_over_that_is_close_enough() -> None:
    dice = random.Random(7)
    names = ["".join(dice.choices("abcdeäж語-01", k=dice.randint(4, 12))) for _ in range(400)]
    known = Names(f"guide/{name}.md" for name in names)
    for name in names[:100]:
        wrong = list(name + dice.choice("abжz"))
        dice.shuffle(wrong[dice.randint(0, 9) :])
        del wrong[dice.randrange(len(wrong))]
        called = "".join(wrong)
        alike = [key for key in known.by_name if abs(len(key) - len(called)) < 6]
        assert known._like(called) == get_close_matches(called, alike, 3, 0.75)
