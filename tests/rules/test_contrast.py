"""What a message quotes of two texts that differ: never the same twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.test_examples import findings

from facingpages.rules.contrast import contrast
from facingpages.rules.doc import Example

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
        ("#\u200d", "#", ("#[U+200D]", "#")),
        ("\u0645\u06cc\u200c\u0631", "#", ("\u0645\u06cc\u200c\u0631", "#")),  # as the language writes it
    ],
)
def test_shows_what_differs(here: str, there: str, shown: tuple[str, str]) -> None:
    assert contrast(here, there) == shown


@given(st.text(), st.text())
def test_two_texts_never_look_the_same(here: str, there: str) -> None:
    one, two = contrast(here, there, 20)
    assert here == there or one != two


def test_a_comma_lost_behind_a_long_text_is_shown() -> None:
    there = '"description": "Overview of all the recent advances in the field of quantum computers",\n'
    here = '"description": "Eine Übersicht über alle neuen Fortschritte auf dem Gebiet der Quantencomputer"\n'
    end = '"status": "done"\n'
    found = findings(Example(f"```json\n{there}{end}```\n", f"```json\n{here}{end}```\n", locale="de"))
    said = next(one.text for one in found if one.rule == "code-block")
    assert said.endswith('"…Quantencomputer"" for "…antum computers","')
