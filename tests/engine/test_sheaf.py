"""What is known of many pages together is what is known of each: bound or loose, broken or whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.conftest import Command, Write
from tests.engine.test_edits import CONFIG, LABELS, TEXT, edit

import facingpages.engine.known as known
from facingpages.store import CACHE

Looked = list[str]


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which runs remember."""
    folder = tmp_path_factory.mktemp("remembered")
    monkeypatch.setenv(CACHE, str(folder))
    return folder


@pytest.fixture
def root(write: Write, monkeypatch: pytest.MonkeyPatch, remembered: Path) -> Path:  # noqa: ARG001
    """A site of six sheaves."""
    monkeypatch.setattr("facingpages.engine.sheaf.LEAST", 2)
    monkeypatch.setattr("facingpages.engine.sheaf.KEPT", 3)
    pages = {
        f"docs/{locale}/{name}.md": TEXT.format(name=name, word=word, label=label, other=other)
        for locale, (word, label) in LABELS.items()
        for name, other in zip("abcde", "bcdea", strict=True)
    }
    folder = write({"facingpages.toml": CONFIG, **pages})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Looked:
    """The names of the page sets that were looked at."""
    found: Looked = []
    look = known.look_and_hear

    def counted(plan: Any, pages: Any, *rest: Any) -> Any:
        found.append(pages.name)
        return look(plan, pages, *rest)

    monkeypatch.setattr(known, "look_and_hear", counted)
    return found


def _rows(folder: Path, statement: str, *given: Any) -> list[tuple[Any, ...]]:
    with sqlite3.connect(next(folder.iterdir())) as connection:
        return connection.execute(statement, given).fetchall()


BOUND = "CAST(key AS TEXT) LIKE 'sheaf %'"
LOOSE = f"NOT {BOUND} AND base IN (SELECT base FROM results WHERE {BOUND})"


def test_bound_rows_are_enough(root: Path, looked: Looked, command: Command, remembered: Path) -> None:
    command("check", "--format", "json")
    _rows(remembered, f"DELETE FROM results WHERE {LOOSE}")
    page = root / "docs/lv/a.md"
    page.write_text(page.read_text("utf-8") + "\n[x](y.md)\n", "utf-8")
    looked.clear()
    told = command("check", "--format", "json")
    assert looked == ["a"]
    assert told == command("check", "--no-cache", "--format", "json")


def test_loose_rows_are_enough(root: Path, looked: Looked, command: Command, remembered: Path) -> None:
    """A sheaf that is gone, or holds something else, costs time."""
    told = command("check", "--format", "json")
    for spoil in (f"DELETE FROM results WHERE {BOUND}", f"UPDATE results SET value = 'x' WHERE {BOUND}"):
        _rows(remembered, spoil)
        (root / "docs/lv/new.txt").write_text(spoil)
        looked.clear()
        assert command("check", "--format", "json", "--jobs", "1").report["findings"] == told.report["findings"]
        assert not looked


def test_what_lies_loose_is_bound_when_it_is_much(root: Path, command: Command, remembered: Path) -> None:
    command("check", "--format", "json")
    before = _rows(remembered, f"SELECT age FROM results WHERE {BOUND}")
    page = root / "docs/lv/a.md"
    page.write_text(page.read_text("utf-8") + "\n[x](y.md)\n", "utf-8")
    command("check", "--format", "json")  # one of three
    after = _rows(remembered, f"SELECT age FROM results WHERE {BOUND}")
    assert len(before) == len(after) == 6
    assert len(set(after) - set(before)) == 1


@pytest.mark.parametrize("seed", range(2))
def test_any_edit_of_a_bound_site(seed: int, root: Path, command: Command) -> None:
    random = Random(seed)
    for _ in range(7):
        edit(root, random)
        asked = random.choice(sorted((root / "docs/lv").iterdir()))
        for paths in ((f"docs/lv/{asked.name}",), ()):
            told = command("check", "--format", "json", *paths)
            assert told == command("check", "--format", "json", "--no-cache", *paths)
