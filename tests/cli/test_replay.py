"""A run over a site that is as it was says what it said; whatever it depends on is looked at again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Command, Run, Write

from facingpages.commands import check as checking
from facingpages.program import program
from facingpages.recorded import digests
from facingpages.site.opener import root_of
from facingpages.store import CACHE, NAME, _joined, _mark, packed

OLD = b"# A {#a}\n\nSelect **Save**.\n"
CONFIG = 'source = "en"\nlocales = ["lv", "sv"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "mkdocs"\n'
PAGES = {
    "facingpages.toml": CONFIG,
    "docs/en/a.md": "# A {#a}\n\nSelect **Save** now, see [b](b.md#b).\n\n1. One\n2. Two\n\n![x](x.png)\n\n"
    "[o](../other.md#o)\n",
    "docs/lv/a.md": f"---\nsource_hash: {digests(OLD)[0]}\n---\n\n# Ā\n\nAtlasiet **Saglabāt**, sk. [b](b.md#c).\n\n"
    "![x](x.png)\n\n[o](../other.md#o)\n",
    "docs/en/b.md": "# B {#b}\n\nSelect **Save** `5`.\n",
    "docs/lv/b.md": "# B {#b}\n\nAtlasiet **Aizvērt** `6`.\n\n<!-- facingpages: ignore code-changed why -->\n",
    "docs/sv/b.md": "# B {#b}\n\nVälj **Spara** `5`.\n",
}


@pytest.fixture
def root(write: Write) -> Path:
    root_of.cache_clear()
    return write(PAGES)


@pytest.fixture
def again(command: Command, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run | None]:
    """What a run says without looking at anything anew; None where it would have to look."""

    def asked(*words: str, **more: Any) -> Run | None:
        with monkeypatch.context() as patch:
            patch.setattr(checking, "run", lambda _: 77)
            told = command("check", *words, **more)
        return told if told.code != 77 else None

    return asked


def test_nothing_is_looked_at_where_nothing_changed(root: Path, command: Command, again: Any) -> None:
    for words in ((), ("--format", "json"), ("--output", "out.txt"), ("--locale", "lv", "--lang", "sv")):
        first = command("check", "--jobs", "1", *words)
        command("check", *words)  # a report that is written into the site's folder is new in it
        assert again("--jobs", "2", *words) == first == command("check", "--no-cache", *words)
    file = root / "out.txt"
    told = file.read_bytes()
    file.write_bytes(b"")
    command("check", "--output", "out.txt")
    assert file.read_bytes() == told
    assert again("--strict") is None


def test_notes_are_said_again(root: Path, command: Command, again: Any) -> None:
    (root / "facingpages.toml").unlink()
    first = command("check")
    assert "found" in first.err
    assert again() == first


def test_times_count_for_nothing(root: Path, command: Command, again: Any) -> None:
    command("check")
    page = root / "docs/lv/b.md"
    about = page.stat()
    page.touch()
    assert again() is not None
    page.write_text(PAGES["docs/lv/b.md"].replace("6", "7"), "utf-8")
    os.utime(page, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert again() is None


def _git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def _commit_what_was_translated(folder: Path) -> None:
    page = folder / "docs/en/a.md"
    now = page.read_bytes()
    page.write_bytes(OLD)
    _git(folder, "add", "docs/en/a.md")
    _git(folder, "commit", "-q", "-m", "Old")
    page.write_bytes(now)


def _text(name: str, text: str) -> Callable[[Path], object]:
    def put(root: Path) -> object:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        return (root / name).write_text(text, "utf-8")

    return put


CHANGES: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "a page": (Path.exists, _text("docs/lv/b.md", "# B {#b}\n\nAtlasiet **Aizvērt** `5`.\n")),
    "a new page": (Path.exists, _text("docs/sv/a.md", "# A\n")),
    "a page is gone": (Path.exists, lambda root: (root / "docs/sv/b.md").unlink()),
    "a page has another name": (Path.exists, lambda root: (root / "docs/sv/b.md").rename(root / "docs/sv/c.md")),
    "the configuration": (Path.exists, _text("facingpages.toml", CONFIG.replace(', "sv"', ""))),
    "another configuration": (
        lambda root: (root / "facingpages.toml").rename(root / "pyproject.toml").write_text("[tool.x]\n"),
        lambda root: _text("facingpages.toml", CONFIG.replace(', "sv"', ""))(root),
    ),
    "a picture appears": (Path.exists, _text("docs/lv/x.png", "")),
    "a picture is gone": (_text("docs/lv/x.png", ""), lambda root: (root / "docs/lv/x.png").unlink()),
    "a link leads elsewhere": (
        lambda root: (root / "docs/lv/x.png").symlink_to(root / "docs/en/a.md"),
        lambda root: ((root / "docs/lv/x.png").unlink(), (root / "docs/lv/x.png").symlink_to(root.parent / "other")),
    ),
    "a page becomes a link": (
        lambda root: (root / "docs/sv/a.md").symlink_to(root / "docs/en/b.md"),
        lambda root: ((root / "docs/sv/a.md").unlink(), (root / "docs/sv/a.md").symlink_to(root / "docs/lv/a.md")),
    ),
    "the generator's settings": (
        _text("mkdocs.yml", "site_name: x\n"), _text("mkdocs.yml", "site_name: x\nexclude_docs: en/b.md\n"),
    ),
    "a page beside the site": (_text("docs/other.md", "# O\n"), _text("docs/other.md", "# P\n")),
    "a commit": (lambda root: _git(root, "init", "-q"), _commit_what_was_translated),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_run_depends_on(root: Path, command: Command, again: Any, change: str) -> None:
    (root.parent / "other").write_bytes(b"")
    before, after = CHANGES[change]
    before(root)
    first = command("check")
    assert again() == first == command("check", "--no-cache")
    after(root)
    assert again() is None
    now = command("check", "--no-cache")
    assert now != first
    for _ in range(3):
        assert command("check") == now


def test_the_folder_and_the_environment_count(root: Path, command: Command, again: Any, tmp_path: Path) -> None:
    told = command("check", "--lang", "auto", env={"LANG": "sv"})
    assert again("--lang", "auto", env={"LANG": "sv"}) == told
    assert again("--lang", "auto", env={"LANG": "lv"}) is None
    copy = tmp_path / "copy"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("copy"))
    assert again("--lang", "auto", env={"LANG": "sv"}, cwd=copy) is None


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("words", [("docs/lv",), ("--no-cache",), ("--diff",), ("--part", "1/2")], ids=" ".join)
def test_what_is_found_anew_each_time(command: Command, again: Any, words: tuple[str, ...]) -> None:
    command("check", *words)
    command("check", *words)
    assert again(*words) is None


def test_what_could_not_be_checked_is_not_remembered(root: Path, command: Command, again: Any) -> None:
    (root / "docs/sv/a.md").symlink_to(root.parent.parent / "out.md")
    assert "page-unreadable" in command("check").out
    assert again() is None


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(("heard", "told"), [({}, {"code": 0, "said": []}), ([3], [1]), ({"x": []}, {"code": 1}),
    ({"facingpages.site.opener.read": []}, {"code": 1, "said": [["emit"]]}), ({"os.system": [["true", ""]]}, {}),
    ({"facingpages.site.opener.read": []}, {"code": 7, "said": []}),
    ({"facingpages.site.opener.read": 5}, {"code": 0, "said": [["note", ["x"]]]})])  # fmt: skip
def test_what_is_no_run_is_not_told(command: Command, heard: Any, told: Any) -> None:
    before = command("check")
    file = Path(os.environ[CACHE]) / NAME
    value = _joined([packed(heard), packed(told)])
    with sqlite3.connect(file) as known:
        runs = known.execute("SELECT key FROM results WHERE base = ?", (b"run" + program(told=True),)).fetchall()
        assert runs
        for (key,) in runs:
            known.execute("UPDATE results SET value = ?, mark = ? WHERE key = ?", (value, _mark(key, value), key))
    assert command("check") == before
