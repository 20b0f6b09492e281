"""Who may not wait for learning goes on with what was learnt last: an editor, facing pages, a build after the first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Write
from tests.lexicon.language import markdown, page, site

from facingpages.config import Config
from facingpages.discover import discover
from facingpages.engine import Store, check
from facingpages.mkdocs.edition import Edition
from facingpages.mkdocs.languages import Languages
from facingpages.site.opener import root_of

pytest.importorskip("numpy")
MOVED = "lv/7.md"
TEXTS, RENDERED = page(7)
THERE, HERE = TEXTS[0].rstrip("."), RENDERED[0].rstrip(".")


@pytest.fixture
def root(write: Write) -> Path:
    """Seventy pages, on one of which a paragraph is lost and one moved, which nothing but its words tells."""
    files = site(70)
    files[MOVED] = markdown([*RENDERED[2:5], RENDERED[0], RENDERED[5]])
    return write(files)


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was learnt from, each time."""
    from facingpages.lexicon.lessons import lesson

    seen: list[Any] = []

    def learning(pairs: Any) -> Any:
        seen.append(pairs)
        return lesson(pairs)

    monkeypatch.setattr("facingpages.engine.learn.lesson", learning)
    return seen


def _edit(root: Path) -> None:
    for number in range(10, 30):  # of every fold
        (root / f"lv/{number}.md").write_text(markdown(page(number + 100)[1]), "utf-8")


def _config(root: Path) -> Config:
    return Config(root, "en", ("lv",), ("{locale}/{page}.md",))


def test_an_editor_has_what_the_last_check_learnt_and_learns_nothing(root: Path, lessons: list[Any]) -> None:
    pytest.importorskip("lsprotocol")
    from tests.server.test_checker import Told

    from facingpages.server.checker import Checker
    from facingpages.server.facing import facing
    from facingpages.server.site import Chosen

    checker = Checker(root, Chosen(), {}, Told())
    checker._load()
    assert checker.site is not None

    def moved() -> tuple[str, bool]:
        assert checker.site is not None
        found = facing(checker.site, MOVED)
        assert found is not None
        beside = {bead.target[0].text: bead.source for bead in found.beads if bead.target}
        rules = [one.rule for one in checker.site.look(MOVED).findings]
        return "".join(block.text for block in beside[RENDERED[0]]), "block-moved" in rules

    assert moved() != (TEXTS[0], True)
    assert lessons == []
    check(discover(_config(root)), _config(root), store=Store.of_user(root_of(root)))
    assert len(lessons) == 4
    assert moved() == (TEXTS[0], True)
    _edit(root)
    checker._load()
    assert moved() == (TEXTS[0], True)
    assert len(lessons) == 4


def test_facing_pages_have_what_the_check_of_the_build_learnt(root: Path, lessons: list[Any]) -> None:
    pytest.importorskip("mkdocs")
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from tests.plugin.test_kept import _rendered, _source

    from facingpages.mkdocs.marks import Marks

    config, languages = _config(root), Languages("en", ("lv",), folders=True, falls_back=True)

    def beside(*, checked: bool = True, again: bool = False) -> bool:
        """Whether the paragraph that was moved stands beside its source."""
        edition = Edition(config, discover(config), languages, frozenset() if checked else None, again=again)
        file, marks = edition.file_of(str(root / MOVED)), Marks("facing-test")
        assert file is not None
        edition.sources[file.name] = _source((root / "en/7.md").read_text("utf-8"))

        def visit(tree: Element, md: Markdown, text: str) -> None:
            edition.open(tree, md, file, text, "../", marks)
            marks.number(tree)

        html = _rendered((root / MOVED).read_text("utf-8"), visit)
        html = marks.fill(marks.hold(html)[0])[0]
        return THERE in html.partition(HERE)[2].partition("facing-pair")[0]

    assert not beside(checked=False)
    assert lessons == []
    assert beside()
    assert len(lessons) == 4
    _edit(root)
    assert beside(again=True)
    assert len(lessons) == 4
