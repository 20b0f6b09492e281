"""The page on continuous integration, followed as it stands: a green first run, then exactly the step that was lost."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import TOOLS, Command, Write
from tests.offered.test_action import ACTION, STEPS_SHORT, STEPS_SOURCE, commit, git, runner
from tests.offered.test_hooks import HOOKS

from facingpages import REPOSITORY, __version__
from publishing.addresses import NAMES, place

__all__ = ["runner"]
PAGE = (TOOLS.parent / "docs/en/localizers/check.md").read_text("utf-8")
FENCE = re.compile(r"^```text\n(.*?)^```$", re.M | re.S)
SITE = {f"docs/{locale}/{name}.md": STEPS_SOURCE for locale in ("en", "lv", "sl", "sv") for name in "ab"}
LOST = "docs/sl/b.md"


def said(section: str) -> list[str]:
    """The blocks of code of a section, as the site shows them."""
    text = PAGE.split(f"{{#{section}}}\n", 1)[1].split("\n## ")[0].split("\n### ")[0]
    return FENCE.findall(place(text))


@pytest.fixture
def site(write: Write) -> Path:
    """A repository of three locales with a finding."""
    root = write({**SITE, "docs/lv/a.md": STEPS_SHORT})
    git(root, "init", "-q")
    commit(root)
    return root


def found(command: Command, *arguments: str) -> list[str]:
    return [
        f"{one['path']} {one['rule']}" for one in command("check", *arguments, "--format", "json").report["findings"]
    ]


def test_names_become_what_they_stand_for() -> None:
    assert "{{" not in place("".join(NAMES))
    assert "".join(said("pre-commit")).count("{{") == 0
    owner, name = place("{{owner/name}}").split("/")
    assert REPOSITORY.endswith(f"/{owner}/{name}")


def test_on_each_commit(site: Path, command: Command) -> None:
    config, more = said("pre-commit")
    [repo] = yaml.safe_load(config + more)["repos"]
    assert (repo["repo"], repo["rev"]) == (REPOSITORY, f"v{__version__}")
    [hook] = repo["hooks"]
    arguments = [*shlex.split(HOOKS[hook["id"]]["entry"]), *hook["args"]][1:]
    assert command("baseline").code == 0
    assert command(*arguments).code == 0
    (site / LOST).write_text(STEPS_SHORT)
    assert command(*arguments).code == 1
    assert found(command, *arguments[1:]) == [f"{LOST} step-missing"]


def test_on_each_pull_request() -> None:
    """What the step then does is in test_action."""
    workflow: dict[str, Any] = yaml.safe_load(said("github")[0])
    checkout, step = workflow["jobs"]["translations"]["steps"]
    assert checkout["with"]["fetch-depth"] == 0
    assert step["uses"] == place("{{owner/name}}@v{{version}}")
    assert set(step.get("with", {})) <= set(ACTION["inputs"])


def run(site: Path, runner: Path, lines: str, **given: str) -> int:
    env = {
        "PATH": f"{runner}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(runner),
        "FACINGPAGES_CACHE": str(runner / "c"),
    }
    shell = ["bash", "-eo", "pipefail", "-c", lines]
    return subprocess.run(shell, cwd=site, env=env | given, capture_output=True, check=False).returncode


def test_on_gitlab(site: Path, runner: Path, command: Command) -> None:
    settings = yaml.safe_load(said("gitlab")[0])["translations"]
    install, check = settings["script"]
    assert install == f"pip install facingpages=={__version__}"
    command("baseline")
    assert run(site, runner, check) == 0
    report = site / settings["artifacts"]["reports"]["codequality"]
    assert json.loads(report.read_text()) == []
    (site / LOST).write_text(STEPS_SHORT)
    assert run(site, runner, check) == 1
    assert [one["location"]["path"] for one in json.loads(report.read_text())] == [LOST]


def test_with_reviewdog(site: Path, runner: Path) -> None:
    """A stand-in for reviewdog keeps what it is given and fails."""
    dog = runner / "reviewdog"
    dog.write_text(f"#!/bin/sh\ncat > {runner}/given\nexit 1\n")
    dog.chmod(0o755)
    base = git(site, "rev-parse", "HEAD").strip()
    assert run(site, runner, said("reviewdog")[0], BASE=base) == 0
    assert not (runner / "given").exists()
    (site / LOST).write_text(STEPS_SHORT)
    commit(site)
    assert run(site, runner, said("reviewdog")[0], BASE=base) == 1
    given = json.loads((runner / "given").read_text())["diagnostics"]
    assert [one["location"]["path"] for one in given] == [LOST]


def test_the_schema_in_an_editor(site: Path, command: Command) -> None:
    line = said("editor")[0].strip()
    (site / "facingpages.toml").write_text(f'{line}\npages = ["docs/{{locale}}/{{page}}.md"]\n')
    assert command("check", "--ignore", "step").code == 0
    assert Path(line.split()[1]).name in PAGE.split("{#editor}")[1].split("#:schema")[0]


def test_shells_are_told_what_completes() -> None:
    for line, shell in zip(said("install")[1].splitlines(), ("bash", "zsh"), strict=True):
        assert line == f'eval "$(facingpages completion {shell})"'
