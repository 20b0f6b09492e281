"""A result stands as long as the lexicon of today tells its pages what they were told."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.lexicon.language import lesson_of, markdown, page, pages, site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine import known
from facingpages.engine.run import check
from facingpages.engine.settle import Result
from facingpages.finding import Finding
from facingpages.lexicon import (
    HeardLexicon,
    Lexicon,
    Meaning,
    crossed,
    mostly_rendered,
    not_rendered,
    swapped_neighbours,
    tells_the_same,
)
from facingpages.lexicon.tokens import words
from facingpages.store import Store

pytest.importorskip("numpy")
EDITS = 4


@given(some.text() | some.text("aAbēŽİß ._開く日サกा\u0301e", max_size=40))
def test_words_of_words_are_the_same(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    found = lesson_of(list(pages(70))).lexicon
    assert found is not None
    return found


def test_questions_are_remembered_with_their_answers(lexicon: Lexicon) -> None:
    asked = HeardLexicon(lexicon)
    (a, b, *_), (x, y, *_) = page(7)
    assert mostly_rendered(asked, a, x) is mostly_rendered(lexicon, a, x) is True
    assert crossed(asked, a, y, b, x, 8000) == crossed(lexicon, a, y, b, x, 8000) > 0
    told = asked.told()
    assert len(told[1]) == 2
    other = lesson_of([*list(pages(70))[1:], page(90)]).lexicon
    assert other is not None
    assert other.digest != lexicon.digest
    assert tells_the_same(other, [told[0], told[1][:1]])
    assert not tells_the_same(other, [told[0], [["mostly_rendered", False, *told[1][0][2:]]]])
    assert not tells_the_same(other, [told[0], [["no such question", True]]])
    assert not tells_the_same(None, told)
    assert tells_the_same(None, None)


def test_a_page_is_asked_at_once_what_pairs_of_its_blocks_would_be(lexicon: Lexicon) -> None:
    (a, b, c, *_), (x, y, z, *_) = page(7)
    assert not_rendered(lexicon, a, x, b, z, c, z) == [1]
    assert swapped_neighbours(lexicon, 0, a, x, 1, b, y, 1, c, z) == []
    assert swapped_neighbours(lexicon, 0, a, y, 1, b, x, 1, c, z) == [0]
    assert swapped_neighbours(lexicon, 0, a, x, 1, b, z, 1, c, y) == [1]
    assert swapped_neighbours(lexicon, 0, a, y, 0, b, x, 1, c, z) == []  # what may not be asked, was not
    assert swapped_neighbours(lexicon, 0, a, y, 1, b, x, 1, a, x, 1, b, y) == [0]  # one block is in one such pair
    assert crossed(lexicon, a, y, b, x, 8000) > 0


def test_who_looks_into_the_tables_asks_for_all(lexicon: Lexicon) -> None:
    asked = HeardLexicon(lexicon)
    Meaning(asked)
    assert asked.told() == [lexicon.digest, None]
    assert tells_the_same(lexicon, asked.told())
    assert not tells_the_same(lesson_of(list(pages(71))).lexicon, asked.told())


def test_after_every_edit_what_is_remembered_is_what_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    look = known.look_and_hear

    def counted(plan: Any, sets: Any, *rest: Any) -> Any:
        looked.append(sets.name)
        return look(plan, sets, *rest)

    monkeypatch.setattr(known, "look_and_hear", counted)
    files = site(64)
    for name, text in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = Config(tmp_path / "site", "en", ("lv",), ("{locale}/{page}.md",))
    store = tmp_path / "cache" / "results.sqlite"
    check(discover(config), config, store=Store(store))
    rng = random.Random(5)
    for at in range(EDITS):
        number = rng.randrange(64)
        source, target = page(number)
        if at % 3 == 0:  # a word of the translation is lost
            target[1] = target[1].partition(" ")[2]
        elif at % 3 == 1:  # neighbours change places
            target[2], target[3] = target[3], target[2]
        else:  # a paragraph is lost
            del target[rng.randrange(6)]
        (tmp_path / f"site/lv/{number}.md").write_text(markdown(target), "utf-8")
        (tmp_path / f"site/en/{number}.md").write_text(markdown(source), "utf-8")
        looked.clear()
        with monkeypatch.context() as patch:  # a page teaches nothing that it is judged by itself
            patch.setattr("facingpages.engine.learn.lesson", None)
            alone = check(discover(config), config, store=Store(store), only=frozenset({f"lv/{number}.md"}))
        assert looked == [str(number)]
        looked.clear()
        warm = check(discover(config), config, store=Store(store))
        assert str(number) not in looked
        assert len(looked) < 40
        full = check(discover(config), config)
        assert warm == full
        assert _of(alone, number) == _of(full, number)


def _of(result: Result, number: int) -> list[Finding]:
    return [one for one in result.findings if one.place.path == f"lv/{number}.md"]
