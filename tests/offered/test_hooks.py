"""The hooks for pre-commit: what their file says is run as pre-commit runs it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import Command, Write

ROOT = Path(__file__).parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
SOURCE, TARGET = "# A\n\nUse `code`.\n", "# A\n\nLieto `kods2`.\n"


def run(command: Command, name: str) -> int:
    entry, *arguments = shlex.split(HOOKS[name]["entry"])
    assert entry == "facingpages"
    code: int = command(*arguments, *HOOKS[name].get("args", ())).code
    return code


def test_there_are_two() -> None:
    assert list(HOOKS) == ["facingpages", "facingpages-fix"]


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_sees_the_whole_site_once(name: str) -> None:
    hook = HOOKS[name]
    assert hook["language"] == "python"
    assert (hook["pass_filenames"], hook["always_run"], hook["require_serial"]) == (False, True, True)
    assert {"files", "types", "exclude"} & set(hook) == set()


@pytest.mark.parametrize("name", HOOKS)
def test_a_commit_that_touches_no_page(name: str, write: Write, command: Command) -> None:
    write({"docs/en/a.md": SOURCE, "docs/lv/a.md": SOURCE, "README.md": "# R\n"})
    assert run(command, name) == 0


@pytest.mark.parametrize("name", HOOKS)
def test_a_lost_step_stops_the_commit(name: str, write: Write, command: Command) -> None:
    write({"docs/en/a.md": "# A\n\n1. One.\n2. Two.\n3. Three.\n", "docs/lv/a.md": "# A\n\n1. Viens.\n2. Trīs.\n"})
    assert run(command, name) == 1


def test_one_mends_what_is_safe_and_the_other_writes_nothing(write: Write, command: Command) -> None:
    root = write({"docs/en/a.md": "# A\n\n> [!NOTE]\n> One.\n", "docs/lv/a.md": "# A\n\n> [!PIEZĪME]\n> Viens.\n"})
    write({"facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\ndialect = "learn"\n'})
    before = (root / "docs/lv/a.md").read_bytes()
    run(command, "facingpages")
    assert (root / "docs/lv/a.md").read_bytes() == before
    assert run(command, "facingpages-fix") == 0
    assert "[!NOTE]" in (root / "docs/lv/a.md").read_text("utf-8")
