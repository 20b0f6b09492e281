"""The action for GitHub: inputs reach its steps through the environment, and its check does what it says when run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from tests.conftest import TOOLS, Write

from facingpages.commands.adopt import TEXT

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
STEPS_SOURCE, STEPS_SHORT = "# A\n\n1. One.\n2. Two.\n3. Three.\n", "# A\n\n1. Viens.\n2. Trīs.\n"


class Job(NamedTuple):
    """What the step left behind."""

    code: int
    log: str
    summary: str
    findings: str


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root: Path) -> str:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")
    return git(root, "rev-parse", "HEAD").strip()


@pytest.fixture
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a runner, with the command where the action installs it."""
    folder = tmp_path_factory.mktemp("runner")
    program = folder / "facingpages"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{TOOLS}" exec "{sys.executable}" -m facingpages "$@"\n')
    program.chmod(0o755)
    return folder


def job(root: Path, runner: Path, **given: str) -> Job:
    """Run the step as a runner does: bash, errors on, the inputs' defaults in the environment."""
    (step,) = [step for step in STEPS if step.get("id") == "check"]
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(runner), "RUNNER_TEMP": str(runner), "BASE": ""}
    env |= {name.upper(): one["default"] for name, one in ACTION["inputs"].items() if "-" not in name}
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"):
        (runner / name).write_text("")
        env[name] = str(runner / name)
    env |= {"COMMAND": str(runner / "facingpages"), "FACINGPAGES_CACHE": str(runner / "cache"), **given}
    assert set(step["env"]) <= set(env)
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    run = subprocess.run(shell, cwd=root, env=env, capture_output=True, text=True, check=False)
    output = re.findall("^findings=(.*)$", (runner / "GITHUB_OUTPUT").read_text(), re.M)
    return Job(run.returncode, run.stdout, (runner / "GITHUB_STEP_SUMMARY").read_text("utf-8"), "".join(output))


def test_inputs_reach_the_shell_through_the_environment() -> None:
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert step.get("shell", "bash") == "bash"
        if "uses" in step:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
    assert all("description" in one for one in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))


def test_python_is_not_asked_for_a_module_in_the_checkout() -> None:
    workflow = yaml.safe_load(TEXT.replace("FOLDER", "."))["jobs"]["facingpages"]["steps"]
    for step in (*STEPS, *workflow):
        if re.search(r"-m |pip|pipx", step.get("run", "")):
            assert step["working-directory"] == "${{ runner.temp }}"


def test_a_pull_request_is_told_what_it_breaks_and_nothing_else(write: Write, runner: Path) -> None:
    root = write({"docs/en/a.md": STEPS_SOURCE, "docs/lv/a.md": STEPS_SHORT})
    write({"docs/en/b.md": STEPS_SOURCE, "docs/lv/b.md": STEPS_SOURCE})
    git(root, "init", "-q")
    base = commit(root)
    assert job(root, runner, BASE=base)[::3] == (0, "0")
    ignored = STEPS_SHORT.replace("1.", "<!-- facingpages: ignore step because -->\n1.")
    write({"docs/lv/b.md": ignored, "facingpages.toml": '[severity]\n"step" = "off"\n'})
    commit(root)
    done = job(root, runner, BASE=base, SARIF="found.sarif")
    assert done.code == 1
    assert done.log.startswith("::error file=docs/lv/b.md,line=")
    assert done.findings == str(len(done.log.splitlines())) == "1"
    assert "docs/lv/b.md" in done.summary
    assert "docs/lv/a.md" not in done.summary
    assert '"step-missing"' in (root / "found.sarif").read_text("utf-8")
    assert job(root, runner, BASE=base, TRUST="false").code == 0
    assert job(root, runner, BASE=base, SINCE="all", TRUST="false").code == 0


def test_ten_annotations_with_errors_first(write: Write, runner: Path) -> None:
    root = write({f"docs/en/a{number}.md": "# A\n" for number in range(12)})
    write({"docs/en/z.md": STEPS_SOURCE, "docs/lv/z.md": STEPS_SHORT})
    done = job(root, runner)
    lines = done.log.splitlines()
    assert (done.code, done.findings, len(lines)) == (1, "13", 10)
    assert lines[0].startswith("::error file=docs/lv/z.md")
    assert lines[-1] == "::notice::4 more findings; the summary of the job tells where."


def test_a_run_that_cannot_be_made_says_so_on_the_page_of_the_job(write: Write, runner: Path) -> None:
    root = write({"docs/en/a.md": "# A\n", "docs/lv/a.md": "# A\n"})
    git(root, "init", "-q")
    commit(root)
    done = job(root, runner, BASE="0" * 40)
    assert (done.code, done.findings) == (2, "")
    assert "could not run" in done.summary
    assert "fetch-depth: 0" in done.log
