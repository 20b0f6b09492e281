"""Which words of a text look like a name that was altered."""

from __future__ import annotations

import pytest

from facingpages.rules.altered import altered


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Skriv det i java script nu", "java script"),
        ("Skriv det i javascript", ""),  # the last word has none behind it
        ("Skriv det i Java script", "Java script"),
        ("Skriv det i JavaSkript nu", "JavaSkript"),
        ("Skriv det", ""),
    ],
)
def test_a_name_in_two_words_is_one_that_was_altered(target: str, found: str) -> None:
    assert altered("JavaScript", target, declines=False) == found
