"""What a pull request may hide: it is counted, and not hidden from who trusts the revision it is compared with.

Point 15 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Command, Run, Write
from tests.hostile.conftest import Git
from tests.hostile.site import CONFIG, SHORT, SITE, STEPS

FINE = STEPS.replace("Credits", "Krediter")
IGNORE = "<!-- facingpages: ignore step-missing -->\n\n"
Change = Callable[[Path], None]


def baseline(command: Command) -> None:
    assert command("baseline").code == 0


def into(path: str, text: str, *, before: bool = False) -> Change:
    """Write a file, or put a text before what it holds."""

    def change(root: Path) -> None:
        old = (root / path).read_text() if before else ""
        (root / path).write_text(text + old)

    return change


HIDES: dict[str, Change] = {
    "an ignore": into("docs/sv/a.md", SHORT.replace("1. ", IGNORE + "1. ")),
    "a severity": into("facingpages.toml", CONFIG + '[severity]\nstep = "off"\n'),
    "an exclusion": into("facingpages.toml", CONFIG + 'exclude = ["a.md"]\n'),
    "a pattern": into("facingpages.toml", CONFIG.replace("docs/{locale}/{page}.md", "docs/{locale}/b*{page}.md")),
    "a source page": into("facingpages.toml", CONFIG + 'source_only = ["x"]\nsource_pages = ["docs/en/{page}.md"]\n'),
}


@pytest.fixture
def main(write: Write, git: Git) -> Path:
    """A site without a finding, committed."""
    root = write(
        {**SITE, **{f"docs/sv/{name}.md": FINE for name in "abc"}, "docs/en/bx.md": STEPS, "docs/sv/bx.md": FINE}
    )
    write({"facingpages-baseline.json": '{"version": 1, "findings": []}\n'})
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    git("tag", "main-then")
    return root


def check(command: Command, *arguments: str) -> Run:
    return command("check", "--format", "json", "--baseline", "facingpages-baseline.json", *arguments)


BROKEN = ("step-missing", "docs/sv/a.md")


@pytest.mark.parametrize("what", ["an ignore", "a severity", "an exclusion", "a pattern", "a baseline"])
@pytest.mark.parametrize("committed", [True, False])
def test_what_a_change_hides(what: str, committed: bool, main: Path, command: Command, git: Git) -> None:
    (main / "docs/sv/a.md").write_text(SHORT)
    if what == "a baseline":
        baseline(command)
    else:
        HIDES[what](main)
    if committed:
        git("add", ".")
        git("commit", "-q", "-m", "two")
    run = check(command, "--since", "main-then")
    assert run.code == 0
    assert "facingpages: 1 finding is silenced" in run.err
    trusting = check(command, "--trust", "main-then")
    assert trusting.code == 1
    assert BROKEN in {(rule, path) for rule, path, _ in trusting.places}
    both = check(command, "--trust", "main-then", "--since", "main-then")
    assert both.code == 1
    assert [(rule, path) for rule, path, _ in both.places] == [BROKEN]
    assert "silenced" not in both.err


def test_a_change_that_hides_nothing(main: Path, command: Command) -> None:
    (main / "docs/sv/a.md").write_text(SHORT)
    (main / "facingpages.toml").write_text(CONFIG + '[severity]\nnumber = "off"\n')
    (main / "docs/sv/b.md").write_text("<!-- facingpages: ignore number -->\n\n" + FINE)
    run = check(command, "--since", "main-then", "--ignore", "ignore-unused")
    assert run.code == 1
    assert [(rule, path) for rule, path, _ in run.places] == [BROKEN]
    assert "silenced" not in run.err


def test_what_the_maintainers_ignore_stays_ignored(main: Path, command: Command, git: Git) -> None:
    HIDES["an ignore"](main)
    git("add", ".")
    git("commit", "-q", "-m", "two")
    git("tag", "--force", "main-then")
    run = check(command, "--trust", "main-then")
    assert (run.code, run.report["counts"]["ignored"]) == (0, 1)
    (main / "docs/sv/b.md").write_text(FINE + "\nEn rad till.\n")
    assert check(command, "--trust", "main-then").report["counts"]["ignored"] == 1
    assert "silenced" not in check(command, "--since", "main-then").err


def test_a_baseline_of_the_maintainers_counts(main: Path, command: Command, git: Git) -> None:
    (main / "docs/sv/a.md").write_text(SHORT)
    baseline(command)
    git("add", ".")
    git("commit", "-q", "-m", "two")
    git("tag", "--force", "main-then")
    (main / "facingpages-baseline.json").write_text('{"version": 1, "findings": []}\n')
    assert check(command).code == 1
    assert check(command, "--trust", "main-then").code == 0


def test_a_configuration_that_is_new_or_gone(main: Path, command: Command, git: Git) -> None:
    (main / "docs/sv/a.md").write_text(SHORT)
    (main / "facingpages.toml").unlink()
    assert check(command, "--trust", "main-then").code == 1
    git("add", "-A")
    git("commit", "-q", "-m", "none")
    git("tag", "--force", "main-then")
    (main / "facingpages.toml").write_text(CONFIG + '[severity]\nstep = "off"\n')
    assert check(command).code == 0
    run = check(command, "--trust", "main-then")
    assert run.code == 1
    assert BROKEN in {(rule, path) for rule, path, _ in run.places}


@pytest.mark.usefixtures("main")
@pytest.mark.parametrize("words", ["--trust nowhere", "--trust=--all", "--config gone.toml --trust main-then"])
def test_what_is_not_there(words: str, command: Command) -> None:
    assert check(command, *words.split()).code == 2


def test_a_configuration_that_is_broken_then_or_now(main: Path, command: Command, git: Git) -> None:
    (main / "facingpages.toml").write_text("broken")
    assert check(command).code == 2
    assert check(command, "--trust", "main-then").code == 0
    git("add", "-A")
    git("commit", "-q", "-m", "broken")
    git("tag", "--force", "main-then")
    (main / "facingpages.toml").write_text(CONFIG)
    run = check(command, "--since", "main-then")
    assert (run.code, "can't be told" in run.err) == (0, True)
    assert check(command, "--trust", "main-then").code == 2


def test_a_linked_configuration_at_the_revision(main: Path, command: Command, git: Git) -> None:
    (main / "facingpages.toml").unlink()
    (main / "facingpages.toml").symlink_to("/etc/hostname")
    git("add", "-A")
    git("commit", "-q", "-m", "linked")
    run = check(command, "--trust", "HEAD")
    assert run.code == 2
    assert json.dumps(run.out) == '""'
