"""YAML of settings is read once: what is remembered of it is what it holds, and what is damaged is read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facingpages import datafile
from facingpages.datafile import Tagged, read_yaml, remembering
from facingpages.store import Store

TEXT = """\
site: !ENV [NAME, list]
plugins: [search, {tagged: [tagged, list, "1.10"]}, !!python/name:a.b ""]
nothing: ~
twice: &a {x: 1, "": []}
again: *a
letters: "\\u200b ä"
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "results.sqlite")


def test_it_is_parsed_once_and_holds_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = read_yaml(TEXT)
    assert isinstance(plain["site"], Tagged)
    with remembering(store):
        first = read_yaml(TEXT)
        first.pop("site")  # who asked may do with it what it likes
        monkeypatch.setattr(datafile, "_read_yaml", lambda _: pytest.fail("it is parsed again"))
        assert read_yaml(TEXT) == plain
    monkeypatch.undo()
    assert read_yaml(TEXT) == plain


def test_what_is_wrong_is_wrong_each_time(store: Store) -> None:
    for _ in range(2):
        with remembering(store), pytest.raises(ValueError, match="expected"):
            read_yaml("a: [b\nc: }")


def test_an_empty_file_is_no_table(store: Store) -> None:
    for _ in range(2):
        with remembering(store):
            assert read_yaml("# nothing\n") is None


@pytest.mark.parametrize("planted", [["tagged"], ["tagged", "a"], [[]], {"a": []}])
def test_what_is_no_yaml_of_ours_is_read_again(planted: Any, store: Store) -> None:
    with remembering(store):
        assert read_yaml("a: b") == {"a": "b"}
        asked = "SELECT key, base FROM results"
        [(key, base)] = store._try(lambda connection: connection.execute(asked).fetchall(), [])
        store.put([datafile.Stored.of(key, base, planted)])
        assert read_yaml("a: b") == {"a": "b"}
