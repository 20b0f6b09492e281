"""A page is judged by what pages of other folds taught, whatever it says itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.lexicon.language import markdown, page, site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine.learn import Learner
from facingpages.engine.plan import Plan
from facingpages.engine.teach import LEAVES, PageLessons, PagePair
from facingpages.lexicon.folds import FEWEST, LARGE, PAGES, count, fold, ordered, teachers
from facingpages.read.skim import Skimmed, skim
from facingpages.site import PageFile
from facingpages.store import Store

ALONE = "Quixotic zephyr jumbled.", "Wybuch kwiatow hejnal."


def test_pages_teach_every_fold_but_their_own() -> None:
    names = [f"page-{number}" for number in range(1000)]
    for of in (2, 4):
        folds = teachers(names, of)
        assert [len(one) for one in folds] == [PAGES] * of
        assert all(fold(name, of) == at for at, one in enumerate(folds) for name in one)
    assert [count(FEWEST - 1), count(FEWEST), count(LARGE - 1), count(LARGE)] == [0, 4, 4, 2]
    assert teachers(names[:20], 0) == []


def test_pages_beyond_those_that_teach_are_not_looked_at() -> None:
    names = iter(ordered(f"page-{number}" for number in range(1000)))
    assert [len(one) for one in teachers(names, 2)] == [PAGES] * 2
    assert len(list(names)) > 600


@settings(max_examples=20)
@given(some.sets(some.text(max_size=6), min_size=1), some.sampled_from((2, 4)))
def test_who_teaches_does_not_depend_on_the_order_of_pages(names: set[str], of: int) -> None:
    found = teachers(ordered(sorted(names)), of)
    assert found == teachers(ordered(sorted(names, reverse=True)), of)
    assert sorted(name for one in found for name in one) == sorted(names)  # fewer than a fold takes


def _learner(root: Path, store: Store | None = None) -> Learner:
    config = Config(root, "en", ("lv",), ("{locale}/{page}.md",))
    return Learner(Plan(discover(config), config), store)


def test_no_page_vouches_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    root = tmp_path / "site"
    for name, text in site(FEWEST).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    store = Store(tmp_path / "cache" / "results.sqlite")
    before = _learner(root, store).learn()["lv"]
    source, target = page(7)
    (root / "en/7.md").write_text(markdown([*source, ALONE[0]]), "utf-8")
    (root / "lv/7.md").write_text(markdown([*target, ALONE[1]]), "utf-8")
    read: list[bytes] = []

    def seen(raw: bytes, most: int) -> list[Skimmed]:
        read.append(raw)
        return skim(raw, most)

    monkeypatch.setattr("facingpages.read.skim.skim", seen)
    after = _learner(root, store)
    new = after.learn()["lv"]
    assert len(read) == 2  # the page that changed, and its source
    own = fold("7", 4)
    for at in range(4):
        known = new[at].learnt.lexicon
        assert known is not None
        assert ("quixo" in known.forward.renderings) is (at != own)
        assert (new[at].pages == before[at].pages) is (at == own)
    assert [one.flat() for one in _learner(root).learn()["lv"]] == [one.flat() for one in new]
    assert after("lv", "7") == new[own].learnt.lexicon


@pytest.mark.parametrize(("more", "taught"), [(0, True), (1, False)])
def test_what_stands_behind_the_first_sixty_leaves_of_a_page_teaches_nothing(
    tmp_path: Path, more: int, taught: bool
) -> None:
    """However long it is, a page tells as much, and costs no more."""
    size = LEAVES + more
    files = [PageFile(f"{locale}/1.md", tmp_path / f"{locale}.md", "1", locale) for locale in ("en", "lv")]
    for word, file in zip(("rain", "lietus"), files, strict=True):
        texts = [f"{word[:2]}{chr(97 + at // 26)}{chr(97 + at % 26)}." for at in range(size - 1)]
        file.file.write_text("\n\n".join([*texts, f"{word}."]), "utf-8")
    [lesson] = PageLessons(None, embedded=False).of([PagePair(*files)])
    assert ((("rain",), ("lietu",)) in lesson.pairs()) is taught
    assert len(lesson.pairs()) == LEAVES
