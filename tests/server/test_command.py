"""The command where what it needs is not installed."""

from __future__ import annotations

import sys

import pytest
from tests.conftest import Command


def test_who_lacks_the_packages_is_told_which(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*(name for name in sys.modules if name.startswith("facingpages.server")), "pygls", "lsprotocol"]:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    run = command("server")
    assert (run.code, run.out) == (2, "")
    assert "python -m pip install 'facingpages[lsp]'" in run.err
