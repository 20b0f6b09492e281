"""Patterns that are compiled when they are first asked."""

from __future__ import annotations

import re

import pytest

from facingpages.late import late


def test_it_is_compiled_when_it_is_asked_and_not_when_it_is_only_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compile_it = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: asked.append(pattern) or compile_it(pattern, flags))
    found = late("a+", re.I)
    assert (found.pattern, asked) == ("a+", [])
    assert [found.fullmatch(text) is not None for text in ("aA", "b")] == [True, False]
    assert (found.pattern, found.flags & re.I, asked) == ("a+", re.I, ["a+"])
    with pytest.raises(AttributeError):
        _ = found.nothing  # type: ignore[attr-defined]
