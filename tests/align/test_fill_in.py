"""Code whose places to fill in each language names in its own words is evidence; other brackets are as they are."""

from __future__ import annotations

import pytest

from facingpages.align.features import FILL_IN, keys
from facingpages.read import read_page

ALIKE = (
    ("nssm install <Desired service name> <Path to it>", "nssm install <Önskat namn> <Sökväg till den>"),
    ("run <name of the box>", "run <箱子的名称>"),
)
UNLIKE = (
    ("run <name of the box>", "go <namn på den lådan>"),
    ('<input type="a" name="b" value="c">', '<input type="a" name="b" value="d">'),
    ("if a < b and c > d", "if a < e and f > d"),
    ("run <one> it", "run <two> it"),
)


def code(text: str) -> frozenset[str]:
    [block] = read_page(f"```\n{text}\n```\n".encode(), path="a.md", dialect="commonmark").blocks
    return keys(block)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_a_reader_fills_in_is_one(one: str, other: str) -> None:
    assert code(one) == code(other)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_anything_else_is_not(one: str, other: str) -> None:
    assert code(one) != code(other)


def test_it_is_looked_for_in_one_go() -> None:
    assert FILL_IN.sub("", "<a " * 200_000) == "<a " * 200_000
