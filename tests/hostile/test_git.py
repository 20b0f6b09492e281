"""A stranger's repository starts nothing: folders that look like repositories, configurations, hooks, remotes.

Point 1 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import Write
from tests.hostile.bounded import bounded
from tests.hostile.conftest import Git
from tests.hostile.site import SHORT, SITE

from facingpages.update.base import Versions
from facingpages.update.behind import SourceTexts
from facingpages.update.records import digest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="plants programs as shell scripts")

# A translation that names its source's hash: its source's history is asked for.
RECORDED = f"---\nsource_hash: {'0' * 39}1\n---\n\n{SHORT}"
STARTS = """\
[core]
\trepositoryformatversion = 1
\tbare = {bare}
\tfsmonitor = {evil}
\thooksPath = {hooks}
\tpager = {evil}
\tsshCommand = {evil}
\tgitProxy = {evil}
\talternateRefsCommand = {evil}
[log]
\tshowSignature = true
[gpg]
\tprogram = {evil}
[diff]
\texternal = {evil}
[diff "evil"]
\tcommand = {evil}
\ttextconv = {evil}
[filter "evil"]
\tclean = {evil}
\tsmudge = {evil}
\tprocess = {evil}
[credential]
\thelper = !{evil}
[pager]
\tcat-file = {evil}
\tls-tree = {evil}
\trev-list = {evil}
\trev-parse = {evil}
\tlog = {evil}
\tshow = {evil}
[protocol]
\tallow = always
[protocol "ext"]
\tallow = always
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = ext::{evil}
\tpromisor = true
\tpartialclonefilter = blob:none
\tuploadpack = {evil}
[uploadpack]
\tpackObjectsHook = {evil}
"""


@pytest.fixture
def evil(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Callable[[], bool]]:
    """A program that leaves a trace, and whether it was run."""
    folder = tmp_path_factory.mktemp("evil")
    program, trace = folder / "evil.sh", folder / "trace"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> {trace}\nexit 1\n')
    program.chmod(0o755)
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout"):
        (folder / hook).write_text(program.read_text())
        (folder / hook).chmod(0o755)
    return program, trace.exists


def as_git_has_it(folder: Path, evil: Path, *, bare: bool) -> None:
    """Set everything in the configuration of a repository that could start a program."""
    text = STARTS.format(evil=evil, hooks=evil.parent, bare=str(bare).lower())
    (folder / "config").write_text(text)


def a_history(git: Git, root: Path) -> str:
    """A signed commit, as far as its header tells, on the files there."""
    git("init", "-q", cwd=root)
    git("add", ".", cwd=root)
    git("commit", "-q", "-m", "one", cwd=root)
    raw = git("cat-file", "commit", "HEAD", cwd=root)
    head, _, message = raw.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"
    (root / "commit").write_text(f"{head}\n{signature}\n\n{message}")
    signed = git("hash-object", "-t", "commit", "-w", "commit", cwd=root).strip()
    (root / "commit").unlink()
    git("update-ref", "HEAD", signed, cwd=root)
    return signed


COMMANDS = [("check",), ("check", "--since", "HEAD"), ("links",), ("status",), ("baseline", "--output", "-")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("where", ["docs/en", "."])
def test_a_folder_that_looks_like_a_bare_repository(
    command: tuple[str, ...], where: str, write: Write, git: Git, evil: tuple[Path, Callable[[], bool]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    made = tmp_path_factory.mktemp("made")
    for path, text in {"a.md": "# A\n", "b.md": "# B\n"}.items():
        (made / path).write_text(text)
    a_history(git, made)
    root = write({**SITE, "docs/sv/a.md": RECORDED})
    folder = root / where
    for name in ("HEAD", "objects", "refs"):
        (made / ".git" / name).rename(folder / name)
    as_git_has_it(folder, evil[0], bare=True)
    run = bounded(*command, cwd=root)
    assert run.code == (2 if "--since" in command else 0 if "baseline" in command or "status" in command else 1) or (
        command == ("links",) and run.code == 0
    )
    if "--since" in command:
        assert "git" in run.err
    assert not evil[1]()


@pytest.mark.parametrize("command", [*COMMANDS, ("check", "--since", "HEAD~0")], ids=" ".join)
def test_an_archive_with_a_repository_of_its_own(
    command: tuple[str, ...], write: Write, git: Git, evil: tuple[Path, Callable[[], bool]]
) -> None:
    root = write({
        **SITE, "docs/sv/a.md": RECORDED, ".gitattributes": "*.md diff=evil filter=evil\n",
    })  # fmt: skip
    a_history(git, root)
    (root / "docs/en/a.md").write_text("# Changed\n")
    as_git_has_it(root / ".git", evil[0], bare=False)
    bounded(*command, cwd=root)
    assert not evil[1]()


def test_objects_that_are_not_there_are_not_fetched(
    write: Write, git: Git, evil: tuple[Path, Callable[[], bool]]
) -> None:
    root = write(SITE)
    a_history(git, root)
    blob = git("rev-parse", "HEAD:docs/sv/a.md").strip()
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    (root / "docs/sv/a.md").write_text("# Changed\n")
    as_git_has_it(root / ".git", evil[0], bare=False)
    run = bounded("check", "--since", "HEAD", cwd=root)
    assert run.code == 2
    assert not evil[1]()


@pytest.mark.parametrize("name", ["--output=stolen", "-h", "--all", "HEAD --output=stolen", "HEAD\n--all", "\0", ""])
def test_a_revision_is_never_an_option(name: str, write: Write, git: Git) -> None:
    root = write(SITE)
    a_history(git, root)
    from facingpages.git import Repository

    assert Repository(root).commit(name) is None
    assert not (root / "stolen").exists()
    if "\0" not in name:
        assert bounded("check", f"--since={name}", cwd=root).code == 2
        assert not (root / "stolen").exists()


def test_the_variables_of_git_lead_nowhere_else(
    write: Write, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "secret.md").write_text("# Secret 4711\n")
    git("init", "-q", cwd=other)
    git("add", ".", cwd=other)
    git("commit", "-q", "-m", "one", cwd=other)
    root = write(SITE)
    elsewhere = {"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other), "GIT_OBJECT_DIRECTORY": str(other)}
    run = bounded("check", "--since", "HEAD", cwd=root, **elsewhere)
    assert run.code == 2
    a_history(git, root)
    assert bounded("check", "--since", "HEAD", cwd=root, **elsewhere).code == 0


def test_a_repository_below_the_configuration_is_no_history(write: Write, git: Git) -> None:
    root = write({**SITE, "docs/sv/a.md": RECORDED})
    git("init", "-q", cwd=root / "docs")
    git("add", ".", cwd=root / "docs")
    git("commit", "-q", "-m", "one", cwd=root / "docs")
    run = bounded("check", "--since", "HEAD", cwd=root)
    assert run.code == 2
    assert "git" in run.err


def test_no_git_on_the_path_but_in_the_tree(write: Write, git: Git, evil: tuple[Path, Callable[[], bool]]) -> None:
    root = write(SITE)
    a_history(git, root)
    (root / "git").write_text(evil[0].read_text())
    (root / "git").chmod(0o755)
    run = bounded("check", "--since", "HEAD", cwd=root, PATH=".::bin")
    assert run.code == 2
    assert "there is no git on the path" in run.err
    assert not evil[1]()


def test_only_plumbing_is_run(write: Write, git: Git) -> None:
    from facingpages.git import Repository

    root = write(SITE)
    a_history(git, root)
    for name in ("log", "show", "diff", "status", "checkout", "fetch"):
        with pytest.raises(AssertionError):
            Repository(root)._ask(name)


def test_without_git_nothing_is_known_of_a_repository(write: Write, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write({"a.md": "# T\n\nWords.\n"})
    git("init", "-q")
    monkeypatch.setenv("PATH", os.fspath(root / "nothing"))
    versions = Versions(root / "a.md", root, (root / "a.md").read_bytes())
    assert SourceTexts(versions, "commonmark").since(digest("Words.")) is None


@pytest.mark.parametrize("seconds", [99_999_999_999_999, (1 << 63) - 1])
def test_a_commit_of_no_day(seconds: int, write: Write, git: Git) -> None:
    root = write({"a.md": "# T\n\nWords.\n"})
    git("init", "-q")
    git("add", "a.md")
    who = f"x <x@x.example> {seconds} +0000"
    (root / "commit").write_text(f"tree {git('write-tree').strip()}\nauthor {who}\ncommitter {who}\n\nx\n")
    git("update-ref", "HEAD", git("hash-object", "-t", "commit", "-w", "--literally", "commit").strip())
    versions = Versions(root / "a.md", root, (root / "a.md").read_bytes())
    assert [time for _, time, _ in versions.committed] == [seconds]
    assert SourceTexts(versions, "commonmark").since(digest("Words.")) is None
