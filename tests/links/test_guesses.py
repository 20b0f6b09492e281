"""What a name that leads nowhere was most likely meant to be."""

from __future__ import annotations

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
