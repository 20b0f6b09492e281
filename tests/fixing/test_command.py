"""`check --fix`, `--unsafe-fixes` and `--diff`, as a user runs them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from tests.conftest import Command, Write

from facingpages.difference import difference

SOURCE = "# T\n\nSee [the guide](https://a.example/c).\n\nUse `az login` now, and `x`.\n\n> [!NOTE]\n> Mind.\n"
TARGET = "# T\r\n\r\nSe [guiden](https://a.example/d).\r\n\r\nKör az login nu, och `y`.\r\n\r\n> [!NOTERA]\r\n> O.\tNu"
SAFE = "# T\r\n\r\nSe [guiden](https://a.example/c).\r\n\r\nKör `az login` nu, och `y`.\r\n\r\n> [!NOTE]\r\n> O.\tNu"


@pytest.fixture
def site(write: Write) -> Path:
    root = write({
        "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\nlocales = ["sv"]\ndialect = "commonmark"\n',
        "docs/en/p.md": SOURCE,
    })  # fmt: skip
    (root / "docs/sv").mkdir(parents=True)
    (root / "docs/sv/p.md").write_bytes(TARGET.encode())
    return root


def page(root: Path) -> str:
    return (root / "docs/sv/p.md").read_bytes().decode()


def test_safe_fixes_are_written_and_the_rest_is_told(site: Path, command: Command) -> None:
    run = command("check", "--fix", "--format", "json")
    assert page(site) == SAFE
    assert [one["rule"] for one in json.loads(run.out)["findings"]] == ["code-span"]
    assert run.code == 0  # a warning is left
    assert "3 findings fixed in 1 page; 1 more with --unsafe-fixes." in run.err
    assert "no finding can be fixed; 1 with --unsafe-fixes." in command("check", "--diff").err


def test_unsafe_fixes_too_and_then_nothing_is_left_to_fix(site: Path, command: Command) -> None:
    assert command("check", "--fix", "--unsafe-fixes").code == 0
    assert page(site) == SAFE.replace("`y`", "`x`")
    run = command("check", "--fix", "--unsafe-fixes")
    assert "no finding fixed." in run.err
    assert page(site) == SAFE.replace("`y`", "`x`")


def test_a_difference_is_what_git_applies(site: Path, command: Command) -> None:
    run = command("check", "--diff", "--output", "fixes.patch")
    assert (run.code, page(site)) == (1, TARGET)
    subprocess.run(["git", "init", "-q", "."], cwd=site, check=True)
    subprocess.run(["git", "apply", "fixes.patch"], cwd=site, check=True)
    assert page(site) == SAFE


@pytest.mark.parametrize("text", ["a\x0cb\u2028c\x85d\ne\n", "a\rb\r\nc", "\r\r\n", "a"])
def test_git_applies_a_difference_whatever_a_line_holds(text: str, tmp_path: Path) -> None:
    for name in ("p.md", "the page.md"):
        (tmp_path / name).write_bytes(text.encode())
        patch = difference(name, text.encode(), text.encode() + b"more")
        subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch.encode(), check=True)
        assert (tmp_path / name).read_bytes() == text.encode() + b"more"


def test_what_was_recognized_is_said_once_though_pages_are_looked_at_again(site: Path, command: Command) -> None:
    (site / "facingpages.toml").unlink()
    run = command("check", "--fix")
    assert run.err.count("found ") == 1, run.err
    assert "fixed in 1 page" in run.err


def test_only_what_is_selected_is_fixed(site: Path, command: Command) -> None:
    command("check", "--fix", "--select", "callout")
    assert page(site) == TARGET.replace("NOTERA", "NOTE")


@pytest.mark.usefixtures("site")
def test_json_tells_the_fix(command: Command) -> None:
    found = json.loads(command("check", "--format", "json").out)["findings"]
    fix = next(one["fix"] for one in found if one["rule"] == "link-target")
    assert fix["applicability"] == "safe"
    edit = fix["edits"][0]
    assert (edit["line"], edit["column"], edit["end_column"], edit["text"]) == (3, 13, 32, "https://a.example/c")


@pytest.mark.parametrize("words", ["--unsafe-fixes", "--fix --part 1/2 --output x"])
def test_options_that_make_no_sense(words: str, site: Path, command: Command) -> None:
    assert command("check", *words.split()).code == 2
    assert page(site) == TARGET
