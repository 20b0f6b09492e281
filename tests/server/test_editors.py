"""Real editors without a screen: Neovim with its own client, Emacs with Eglot. Skipped where there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Write
from tests.server.conftest import CONFIG, LV, SOURCE, SV

pytest.importorskip("pygls")

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / "tools"
NEOVIM = "FACINGPAGES_NEOVIM"  # names another nvim that the tests are to run with, too


def run(command: Sequence[str], root: Path) -> dict[str, Any]:
    """What an editor saw of a site."""
    result = root / "seen.json"
    server = [sys.executable, "-m", "facingpages", "server"]
    environment = {
        **os.environ, "PYTHONPATH": str(TOOLS), "ROOT": str(root), "RESULT": str(result), "COMMAND": json.dumps(server),
        "HOME": str(root / "home"), "XDG_STATE_HOME": str(root / "state"),
    }  # fmt: skip
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=6000, check=False)
    assert result.exists(), done.stderr
    found: dict[str, Any] = json.loads(result.read_text("utf-8"))
    assert "problem" not in found, (found, done.stderr)
    return found


@pytest.fixture
def root(write: Write) -> Path:
    files = {"facingpages.toml": CONFIG, "docs/en/p.md": SOURCE, "docs/sv/p.md": SV, "docs/lv/p.md": LV}
    return write(files).resolve()


@pytest.mark.parametrize("nvim", ["nvim", os.environ.get(NEOVIM, "")], ids=["installed", "named"])
def test_neovim(nvim: str, root: Path) -> None:
    if not nvim or shutil.which(nvim) is None:
        pytest.skip("there is no such Neovim")
    seen = run([nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {HERE / 'neovim.lua'}"], root)
    assert seen["encoding"] in ("utf-8", "utf-16")
    assert (seen["rule"], seen["line"], seen["text"]) == ("link-target", 2, "[priser](https://a.example/priser)")
    assert "Press **Save** 😀 and see" in seen["hover"]
    assert seen["fixed"] == SV.split("\n")[2].replace("example/priser", "example/prices")
    assert seen["after"] == "link-target"


def test_emacs(root: Path) -> None:
    if shutil.which("emacs") is None or not has_eglot():
        pytest.skip("there is no Emacs with Eglot")
    seen = run(["emacs", "--batch", "-q", "-l", str(HERE / "emacs.el")], root)
    assert "https://a.example/priser" in seen["message"]
    assert seen["text"] == "[priser](https://a.example/priser)"
    assert "Press **Save** 😀 and see" in seen["hover"]
    assert seen["fixed"] == SV.replace("example/priser", "example/prices")


def has_eglot() -> bool:
    """Whether Emacs brings Eglot, or a package does."""
    asked = '(progn (package-initialize) (kill-emacs (if (locate-library "eglot") 0 1)))'
    return subprocess.run(["emacs", "--batch", "-q", "--eval", asked], capture_output=True, check=False).returncode == 0


def test_the_extension_for_vs_code_starts_the_server_and_hands_it_settings() -> None:
    if shutil.which("node") is None:
        pytest.skip("there is no Node.js")
    tests = [str(one) for one in sorted((HERE.parents[1] / "editors" / "vscode" / "test").glob("*.test.js"))]
    done = subprocess.run(["node", "--test", *tests], capture_output=True, text=True, timeout=600, check=False)
    assert tests
    assert done.returncode == 0, done.stdout
