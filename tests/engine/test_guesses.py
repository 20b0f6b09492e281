"""Guesses at what a dead link was meant to be are made once, and are the same when they are recalled."""

from __future__ import annotations

from pathlib import Path

import pytest

import facingpages.nearest as nearest
from facingpages.engine.guesses import Guesses
from facingpages.nearest import Names, recalling
from facingpages.store import Store

NAMES = ("en/installing.md", "en/guide/index.md", "en/upgrading.md")
WANTED = (
    "en/instaling.md",
    "en/Upgrading.md",
    "other/installing.md",
    "en/nothing-like-it.md",
    "en/x.md",
    "en/upgradin.md",
)


def _guesses(store: Store) -> list[str]:
    guesses = Guesses(store)
    with recalling(guesses.recall):
        names = Names(NAMES)
        found = [names.nearest(wanted) for wanted in WANTED]
    guesses.write()
    return found


def test_they_are_recalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "results.sqlite")
    plain = Names(NAMES)
    expected = [plain.nearest(wanted) for wanted in WANTED]
    assert expected == ["en/installing.md", "en/upgrading.md", "en/installing.md", "", "", "en/upgrading.md"]
    assert _guesses(store) == expected
    monkeypatch.setattr(nearest, "get_close_matches", None)
    monkeypatch.setattr(nearest, "folded", None)
    assert _guesses(store) == expected


def test_a_bound_of_guesses_holds_for_what_is_recalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a run that recalls would say more than one that does not."""
    store = Store(tmp_path / "results.sqlite")
    whole = _guesses(store)
    monkeypatch.setattr(nearest, "MAX_GUESSES", 1)
    fewer = _guesses(Store(tmp_path / "other.sqlite"))
    assert _guesses(store) == fewer != whole


def test_what_is_no_guess_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "results.sqlite")
    for value in ([1], {"a": 1}, {"a": ["b"]}, "text", 5):
        names = Names(NAMES)
        guesses = Guesses(store)
        monkeypatch.setattr(store, "get", lambda *_, value=value: value)
        assert guesses.recall(names) == {}
