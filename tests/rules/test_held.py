"""A rule that is not asked of a pair would find nothing in it, nor in a block that it does not look at."""

from __future__ import annotations

import copy
import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from tests.pairs import PAIRS
from tests.rules.test_examples import CASES, PLAN
from tests.rules.told import pairs, read

from facingpages.align import align
from facingpages.document import DialectName
from facingpages.engine.page import check_pair
from facingpages.read import read_page
from facingpages.rules.base import Pair
from facingpages.rules.families import FAMILIES

ASKED_OF_ALL = copy.copy(PLAN)
ASKED_OF_ALL.thorough = True
Texts = tuple[str, str, str, DialectName]


def _all() -> Iterator[Texts]:
    for _, one in CASES:
        yield one.source, one.target, one.locale, one.dialect
    for case in PAIRS.values():
        yield case["source"], case["target"], case["locale"], case.get("dialect", "commonmark")
    for subject in read()["pairs"]:
        for one, _ in pairs(subject):
            yield one.source, one.target, one.locale, one.dialect


@pytest.mark.parametrize("turned", [False, True], ids=["as it is", "the other way round"])
def test_what_is_not_asked_finds_nothing(turned: bool) -> None:
    for one, other, locale, dialect in list(dict.fromkeys(_all()))[:: 4 if turned else 1]:
        texts = (other, one) if turned else (one, other)
        source, target = (read_page(text.encode(), dialect) for text in texts)
        source.locale, target.locale = "en", locale
        beads = align(source, target)
        everything, found = (check_pair(Pair(source, target, beads, locale), plan) for plan in (ASKED_OF_ALL, PLAN))
        assert found == everything, texts


def test_of_a_plain_pair_few_are_asked() -> None:
    source, target = read_page(b"# One\n\nSome words.\n"), read_page("# Viens\n\nDaži vārdi.\n".encode())
    pair = Pair(source, target, align(source, target), "lv")
    asked = [family for family in FAMILIES if family.pair is not None and pair.held.whole & family.of]
    assert len(asked) * 3 < len([family for family in FAMILIES if family.pair is not None])


def test_a_pair_is_gone_with_its_page() -> None:
    """No rule keeps a pair in a cycle: a check looks for none, so that every page would stay in memory."""
    source = read_page(b"# A\n\nSee [a](b.md).\n\nMore of it.\n", "commonmark", path="a.md")
    target = read_page(b"# B\n\nSe [a](c.md).\n", "commonmark", path="b.md")
    pair = Pair(source, target, align(source, target), "sv")
    assert check_pair(pair, PLAN)
    alive = ref(pair)
    gc.disable()
    try:
        del pair
        assert alive() is None
    finally:
        gc.enable()
