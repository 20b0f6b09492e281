"""Where many files are read at once, a folder is looked at once; what lies outside is refused as it is one by one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from facingpages.site import opener
from facingpages.site.opener import near, read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A root with a page, links of every kind, a pipe, and a repository; outside of it a secret."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "page.md").write_text("secret")
    root = tmp_path / "root"
    for folder in ("docs", ".git", "real"):
        (root / folder).mkdir(parents=True)
        (root / folder / "page.md").write_text(folder)
    (root / "docs" / ".git").write_text("gitdir: elsewhere")
    os.mkfifo(root / "docs" / "pipe.md")
    (root / "linked").symlink_to(root / "real")
    (root / "away").symlink_to(tmp_path / "out")
    (root / "repository").symlink_to(root / ".git")
    (root / "docs" / "inside.md").symlink_to(root / "real" / "page.md")
    (root / "docs" / "outside.md").symlink_to(tmp_path / "out" / "page.md")
    return root


def told(root: Path, path: str) -> bytes | str:
    """What is read of a path, or that it is refused."""
    try:
        return read(root / path, root)
    except OSError as error:
        return type(error).__name__ + str(error.strerror)


PATHS = [
    f"{folder}/{name}"
    for folder in ("docs", "linked", "away", "repository", ".git", "docs/../docs", "docs/../away", "none")
    for name in ("page.md", "inside.md", "outside.md", "pipe.md", ".git", "none.md", "", "..", ".")
]


def test_the_same_is_read_and_refused_as_one_by_one(tree: Path) -> None:
    one_by_one = [told(tree, path) for path in PATHS]
    with near():
        assert [told(tree, path) for path in PATHS] == one_by_one
        assert [told(tree, path) for path in PATHS] == one_by_one
    assert not any(isinstance(one, bytes) and b"secret" in one for one in one_by_one)


def test_no_folder_is_left_open(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opener, "MOST_FOLDERS", 2)
    before = len([*Path("/dev/fd").iterdir()])
    with near():
        for path in PATHS * 2:
            told(tree, path)
        assert len([*Path("/dev/fd").iterdir()]) <= before + 2
    assert len([*Path("/dev/fd").iterdir()]) == before


def test_a_folder_made_anew_is_met_the_next_time(tree: Path) -> None:
    for number in range(2):
        with near():
            assert told(tree, "docs/page.md") == (b"docs" if not number else b"new")
        (tree / "docs").rename(tree / f"old-{number}")
        (tree / "docs").mkdir()
        (tree / "docs" / "page.md").write_text("new")
