"""Numbers before the names of files, for their place among others, which no address has."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from facingpages.links.built import Built, uncounted


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("03-connect/06-lark", "connect/lark"),
        ("1.guide/2. start", "guide/start"),
        ("2024/3d-models", "2024/3d-models"),  # a year, a word
        ("01-2024/a", "01-2024/a"),  # a date
    ],
)
def test_only_what_stands_before_a_name_is_taken_away(path: str, plain: str) -> None:
    assert uncounted(path) == plain


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("./connect/lark", True),
        ("connect/lark/", True),
        ("./connect/larks", False),
        ("../connect/lark", True),  # from an address that the page may have been given
        ("../connect/larks", False),
        ("lark", True),
        ("shop/start/", True),
        ("nect/lark", False),
        ("plain", False),
    ],
)
def test_an_address_without_the_numbers_of_its_file(path: str, known: bool) -> None:
    pages = [
        SimpleNamespace(name=name, locale="en")
        for name in ("roadmap", "plain", "03-connect/06-lark", "04-shop/1-start/index")
    ]
    page = cast(Any, SimpleNamespace(page="roadmap", locale="en"))
    assert Built(cast(Any, pages), "en").is_counted(page, path) is known
