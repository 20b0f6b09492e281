"""`--since`: what is new against a git revision, on real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from tests.conftest import Command, Write

STEPS = "# Credits\n\n1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n"
WHOLE = "# Kredīti\n\n1. Atveriet **Settings**.\n2. Ievadiet summu.\n3. Atlasiet **Save**.\n"
SHORT = "# Kredīti\n\n1. Atveriet **Settings**.\n2. Atlasiet **Save**.\n"
SITE = {
    "docs/en/old.md": STEPS, "docs/lv/old.md": SHORT, "docs/en/a.md": STEPS, "docs/lv/a.md": WHOLE,
    "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\n',
}  # fmt: skip


def git(root: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    settings = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *settings, *arguments], cwd=root, env=environment, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture
def repository(write: Write) -> Path:
    root = write(SITE)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    return root


def since(command: Command, *arguments: str, cwd: Path) -> list[tuple[str, str, int]]:
    run = command("check", "--format", "json", "--since", *(arguments or ("HEAD",)), cwd=cwd)
    assert run.code in (0, 1), run.err
    return run.places


def test_nothing_changed_nothing_new(repository: Path, command: Command) -> None:
    assert command("check", cwd=repository).code == 1
    run = command("check", "--since", "HEAD", cwd=repository)
    assert run.code == 0
    assert "1 known before" in run.out


def test_what_the_working_folder_breaks_is_new(repository: Path, write: Write, command: Command) -> None:
    write({"docs/lv/a.md": SHORT})
    assert since(command, cwd=repository) == [("step-missing", "docs/lv/a.md", 4)]
    git(repository, "add", ".")
    assert since(command, cwd=repository) == [("step-missing", "docs/lv/a.md", 4)]
    git(repository, "commit", "-q", "-m", "two")
    assert since(command, cwd=repository) == []
    assert since(command, "HEAD~1", cwd=repository) == [("step-missing", "docs/lv/a.md", 4)]


def test_a_change_of_the_source_makes_its_translations_differ(repository: Path, write: Write, command: Command) -> None:
    write({"docs/en/a.md": STEPS + "4. Wait a moment for [mail](https://example.org/mail).\n"})
    assert [place[:2] for place in since(command, cwd=repository)] == [("step-missing", "docs/lv/a.md")]


def test_old_findings_of_a_page_changed_elsewhere_are_not_new(repository: Path, write: Write, command: Command) -> None:
    write({"docs/lv/old.md": "\n\n" + SHORT + "\nAr cieņu.\n", "docs/en/old.md": STEPS + "\nRegards.\n"})
    assert since(command, cwd=repository) == []


def test_files_git_does_not_know_yet(repository: Path, write: Write, command: Command) -> None:
    write({"docs/en/new.md": STEPS, "docs/lv/new.md": SHORT, "docs/en/newer.md": "# N\n"})
    assert since(command, cwd=repository) == [
        ("step-missing", "docs/lv/new.md", 4),
        ("page-missing", "docs/lv/newer.md", 1),
    ]


def test_a_source_that_is_gone_leaves_an_orphan(repository: Path, command: Command) -> None:
    (repository / "docs/en/a.md").unlink()
    assert since(command, cwd=repository) == [("page-orphan", "docs/lv/a.md", 1)]


def test_an_ignore_that_is_gone_brings_its_finding_back(repository: Path, write: Write, command: Command) -> None:
    write({"docs/lv/old.md": SHORT.replace("1.", "<!-- facingpages: ignore step-missing known -->\n\n1.")})
    git(repository, "commit", "-q", "-a", "-m", "ignored")
    write({"docs/lv/old.md": SHORT})
    assert [place[:2] for place in since(command, cwd=repository)] == [("step-missing", "docs/lv/old.md")]


def test_what_the_other_branch_did_meanwhile_is_not_ours(repository: Path, write: Write, command: Command) -> None:
    git(repository, "checkout", "-q", "-b", "topic")
    write({"docs/lv/a.md": SHORT})
    git(repository, "commit", "-q", "-a", "-m", "ours")
    git(repository, "checkout", "-q", "main")
    write({"docs/lv/old.md": WHOLE})
    git(repository, "commit", "-q", "-a", "-m", "theirs: the old finding is mended")
    git(repository, "checkout", "-q", "topic")
    assert since(command, "main", cwd=repository) == [("step-missing", "docs/lv/a.md", 4)]


def test_a_site_in_a_folder_of_the_repository(write: Write, command: Command) -> None:
    root = write({f"site/{path}": text for path, text in SITE.items()} | {"README.md": ""})
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    write({"site/docs/lv/a.md": SHORT})
    assert since(command, cwd=root / "site") == [("step-missing", "docs/lv/a.md", 4)]


def test_line_ends_that_a_checkout_changed_are_no_change(repository: Path, command: Command) -> None:
    for file in repository.rglob("*.md"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert since(command, cwd=repository) == []


def test_a_repository_with_longer_hashes(write: Write, command: Command) -> None:
    root = write(SITE)
    git(root, "init", "-q", "--object-format=sha256")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    write({"docs/lv/a.md": SHORT})
    assert since(command, cwd=root) == [("step-missing", "docs/lv/a.md", 4)]


def test_nothing_the_repository_configures_is_started(repository: Path, write: Write, command: Command) -> None:
    trap = repository / "trap"
    script = repository / "script.sh"
    script.write_text(f"#!/bin/sh\ntouch {trap}\ncat\n")
    script.chmod(0o755)
    for hook in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        (repository / ".git/hooks" / hook).write_text(f"#!/bin/sh\ntouch {trap}\n")
        (repository / ".git/hooks" / hook).chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "pager.ls-tree", "diff.external", "diff.x.textconv", "filter.x.smudge",
                "filter.x.clean", "core.sshCommand", "core.editor"):  # fmt: skip
        git(repository, "config", key, str(script))
    (repository / ".gitattributes").write_text("*.md filter=x diff=x\n")
    write({"docs/lv/a.md": SHORT})
    assert since(command, cwd=repository) == [("step-missing", "docs/lv/a.md", 4)]
    assert not trap.exists()


@pytest.mark.parametrize(
    "name", ["nothing", "", "--all", "HEAD:docs", "-x", "HEAD~99", "a b", "; touch x", "HEAD^{tree}"]
)
def test_a_revision_that_is_none(name: str, repository: Path, command: Command) -> None:
    run = command("check", f"--since={name}", cwd=repository)
    assert run.code == 2
    assert run.out == ""
    assert f'there is no revision "{name}"' in run.err
    assert run.err.count("\n") == 1


def test_no_repository(write: Write, command: Command) -> None:
    root = write(SITE)
    run = command("check", "--since", "HEAD", cwd=root, env={"GIT_CEILING_DIRECTORIES": str(root.parent)})
    assert run.code == 2
    assert "needs a git repository" in run.err


def test_no_git(repository: Path, command: Command) -> None:
    run = command("check", "--since", "HEAD", cwd=repository, env={"PATH": "/nowhere"})
    assert run.code == 2
    assert "needs git" in run.err


def test_a_repository_without_commits(write: Write, command: Command) -> None:
    root = write(SITE)
    git(root, "init", "-q")
    run = command("check", "--since", "HEAD", cwd=root)
    assert run.code == 2
    assert 'no revision "HEAD"' in run.err


def test_a_shallow_clone_without_the_revision(repository: Path, tmp_path: Path, command: Command) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "two")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "clone")
    run = command("check", "--since", "HEAD~1", cwd=tmp_path / "clone")
    assert run.code == 2
    assert "shallow" in run.err


def test_together_with_a_baseline(repository: Path, write: Write, command: Command) -> None:
    command("baseline", cwd=repository)
    write({"docs/lv/a.md": SHORT})
    run = command(
        "check", "--format", "json", "--since", "HEAD", "--baseline", "facingpages-baseline.json", cwd=repository
    )
    assert run.places == [("step-missing", "docs/lv/a.md", 4)]
    assert run.report["counts"]["baselined"] == 1
