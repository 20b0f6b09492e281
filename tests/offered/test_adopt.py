"""`facingpages init --ci`: a green first run of the workflow that it writes, and a red one where a step is lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml
from tests.conftest import Command, Write
from tests.offered.test_action import STEPS_SHORT, STEPS_SOURCE, commit, git, runner

__all__ = ["runner"]
WORKFLOW = ".github/workflows/facingpages.yml"
BASELINE = "facingpages-baseline.json"
SITE = {f"docs/{locale}/{name}.md": STEPS_SOURCE for locale in ("en", "lv", "sv") for name in "ab"}


def checked(root: Path, runner: Path, base: str = "") -> subprocess.CompletedProcess[str]:
    """Run the step of the workflow as a runner does."""
    job = yaml.safe_load((root / WORKFLOW).read_text("utf-8"))["jobs"]["facingpages"]
    (script,) = [step["run"] for step in job["steps"] if step.get("name") == "Check"]
    env = {"PATH": f"{runner}:/usr/local/bin:/usr/bin:/bin", "HOME": str(runner), "BASE": base}
    env["GITHUB_STEP_SUMMARY"] = str(runner / "summary")
    env["FACINGPAGES_CACHE"] = str(runner / "cache")
    where = root / job["defaults"]["run"]["working-directory"]
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=where, env=env, capture_output=True, text=True)


@pytest.mark.parametrize("below", ["", "web site/"])
def test_a_green_first_run_and_then_exactly_what_breaks(
    below: str, write: Write, command: Command, runner: Path
) -> None:
    root = write({below + path: text for path, text in SITE.items()} | {f"{below}docs/lv/a.md": STEPS_SHORT})
    git(root, "init", "-q")
    first = commit(root)
    run = command("init", "--ci", cwd=root / below)
    assert (run.code, run.err) == (0, "")
    assert "1 finding of today written down" in run.out
    lines = [line.strip() for line in run.out.splitlines()[-3:]]
    subprocess.run(["bash", "-c", lines[0]], cwd=root / below, check=True)
    assert lines[2] == "git push"
    names = {WORKFLOW, f"{below}{BASELINE}", f"{below}facingpages.toml"}
    assert set(git(root, "diff", "--cached", "--name-only").splitlines()) == names
    base = commit(root)
    for before in ("", first, base):  # a push, the pull request that adds the workflow, one that changes nothing
        done = checked(root, runner, before)
        assert (done.returncode, done.stdout) == (0, ""), done
    write({f"{below}docs/sv/b.md": STEPS_SHORT, f"{below}facingpages.toml": '[severity]\n"step" = "off"\n'})
    commit(root)
    done = checked(root, runner, base)
    assert done.returncode == 1
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == ["::error file=docs/sv/b.md"]
    assert "docs/sv/b.md" in (runner / "summary").read_text("utf-8")


@pytest.mark.parametrize("there", [WORKFLOW, BASELINE])
def test_nothing_is_overwritten(there: str, write: Write, command: Command) -> None:
    root = write({**SITE, there: "mine"})
    git(root, "init", "-q")
    run = command("init", "--ci")
    assert run.code == 2
    assert f"{there} is there already; nothing was written" in run.err
    assert (root / there).read_text() == "mine"
    assert sum((root / name).exists() for name in (WORKFLOW, BASELINE, "facingpages.toml")) == 1


def test_a_link_leads_nothing_elsewhere(
    write: Write, command: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, elsewhere = write(SITE), tmp_path_factory.mktemp("elsewhere")
    git(root, "init", "-q")
    (root / ".github").symlink_to(elsewhere)
    assert command("init", "--ci").code == 2
    assert not any(elsewhere.iterdir())
    assert {path.name for path in root.iterdir()} == {".git", ".github", "docs"}


def test_a_configuration_that_is_there_stays(write: Write, command: Command) -> None:
    config = 'pages = ["docs/{locale}/{page}.md"]\nlocales = ["lv"]\n'
    root = write({**SITE, "facingpages.toml": config, "docs/sv/a.md": STEPS_SHORT})
    git(root, "init", "-q")
    run = command("init", "--ci")
    assert run.code == 0
    assert "0 findings of today" in run.out
    assert (root / "facingpages.toml").read_text() == config
    assert "facingpages.toml" not in run.out


def test_it_needs_a_repository_and_a_folder_that_can_be_named(write: Write, command: Command) -> None:
    root = write(SITE)
    assert "there is none around this folder" in command("init", "--ci").err
    folder = "${{ github.token }}"
    write({f"{folder}/{path}": text for path, text in SITE.items()})
    git(root, "init", "-q")
    assert "can't name the folder" in command("init", "--ci", cwd=root / folder).err
