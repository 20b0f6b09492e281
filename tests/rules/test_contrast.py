"""What a message quotes of two texts that differ: never the same twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facingpages.rules.contrast import contrast

LONG = "import Alert from '@components/primitives/Alert/Alert.astro';"


@pytest.mark.parametrize(
    ("here", "there", "shown"),
    [
        ("a", "b", ("a", "b")),
        ("a\u00a0b", "a b", ("a[U+00A0]b", "a b")),
        (LONG, LONG + " import More", ("…rt/Alert.astro';", "…rt/Alert.astro'; import More")),
        ("x" * 90 + "a", "x" * 90 + "b", ("…" + "x" * 16 + "a", "…" + "x" * 16 + "b")),
        ("x" * 90 + "\n\ta", "x" * 90 + "\n\tb", ("…" + "x" * 15 + " a", "…" + "x" * 15 + " b")),
        ("a\nb", "a b", ("a[U+000A]b", "a b")),
    ],
)
def test_shows_what_differs(here: str, there: str, shown: tuple[str, str]) -> None:
    assert contrast(here, there) == shown


@given(st.text(), st.text())
def test_two_texts_never_look_the_same(here: str, there: str) -> None:
    one, two = contrast(here, there, 20)
    assert here == there or one != two
