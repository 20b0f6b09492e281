"""A repository whose sources change: what `update` shows, writes, leaves to people and remembers."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from facingpages.cli import main
from facingpages.recorded import digests

SOURCE = """\
# Credits

Open the [settings](/settings/) and choose `pay`. It takes a minute.

- One thing costs 10.0.1 coins.
- Another thing is free.

The end of the page.
"""
TRANSLATION = """\
# Kredīti

Atveriet [iestatījumus](/settings/) un izvēlieties `pay`. Tas ilgst minūti.

- Viena lieta maksā 10.0.1 monētas.
- Cita lieta ir bez maksas.

Lapas beigas.
"""
CONFIG = 'source = "en"\nlocales = ["lv"]\npages = ["docs/{locale}/{page}.md"]\n'
SIDECAR = "facingpages-pending.lv.json"


DAY = "2026-03-01"  # on which everything here was committed, also where midnight comes in between


def git(folder: Path, *arguments: str) -> None:
    dates = {f"GIT_{who}_DATE": f"{DAY}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    name = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *name, *arguments], cwd=folder, env=os.environ | dates, check=True, capture_output=True)


class Folder:
    """A repository with one page, translated from its first version."""

    def __init__(self, root: Path, *, stamp: bool = True) -> None:
        self.root = root
        self.source, self.page = root / "docs/en/a.md", root / "docs/lv/a.md"
        for file in (self.source, self.page):
            file.parent.mkdir(parents=True)
        (root / "facingpages.toml").write_text(CONFIG)
        self.source.write_text(SOURCE, "utf-8")
        head = f"---\nsource_hash: {digests(SOURCE.encode())[1]}\n---\n" if stamp else ""
        self.page.write_text(head + TRANSLATION, "utf-8")
        git(root, "init", "-q")
        self.commit()

    def commit(self) -> None:
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "-m", "x")

    def change(self, *pairs: tuple[str, str]) -> None:
        text = self.source.read_text("utf-8")
        for one, two in pairs:
            assert one in text
            text = text.replace(one, two)
        self.source.write_text(text, "utf-8")
        self.commit()

    @property
    def text(self) -> str:
        return self.page.read_text("utf-8")

    @property
    def stamp(self) -> str:
        return digests(self.source.read_bytes())[1]

    def pending(self) -> list[dict[str, object]]:
        file = self.root / SIDECAR
        found = json.loads(file.read_text("utf-8"))["blocks"] if file.exists() else []
        assert isinstance(found, list)
        return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path)


@pytest.fixture
def unstamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path, stamp=False)


def test_a_change_that_takes_no_translator_makes_the_page_current(folder: Folder) -> None:
    folder.change(("10.0.1", "10.0.2"))
    before = folder.text
    assert main(["update"]) == 0
    assert folder.text == before
    assert main(["update", "--write"]) == 0
    assert "10.0.2 monētas" in folder.text
    assert f"source_hash: {folder.stamp}" in folder.text
    assert not (folder.root / SIDECAR).exists()


def test_the_dry_run_shows_a_diff_and_what_is_left(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.change(("10.0.1", "10.0.2"), ("is free", "is dear"))
    assert main(["update"]) == 1
    out = capsys.readouterr().out
    assert "-- Viena lieta maksā 10.0.1 monētas.\n+- Viena lieta maksā 10.0.2 monētas.\n" in out
    assert "docs/lv/a.md:9: 4 words: Another thing is [-free-]{+dear+}.\n" in out


def test_what_is_left_is_written_down_until_it_is_done(folder: Folder) -> None:
    stamp = folder.stamp
    folder.change(("10.0.1", "10.0.2"), ("is free", "is dear"), ("The end of", "Here ends"))
    assert main(["update", "--write"]) == 1
    assert "10.0.2" in folder.text
    assert f"source_hash: {stamp}" in folder.text
    assert [entry["page"] for entry in folder.pending()] == ["docs/lv/a.md"] * 2
    assert main(["update", "--done", "docs/lv/a.md:9"]) == 1  # still right
    assert len(folder.pending()) == 1
    written = folder.text
    assert main(["update", "--write"]) == 1
    assert folder.text == written
    folder.page.write_text(written.replace("Lapas beigas", "Te beidzas lapa"), "utf-8")  # translated
    assert main(["update", "--write"]) == 0
    assert f"source_hash: {folder.stamp}" in folder.text
    assert folder.pending() == []


def test_the_last_block_that_is_done_moves_the_record_on(folder: Folder) -> None:
    folder.change(("is free", "is dear"))
    assert main(["update", "--write"]) == 1
    assert main(["update", "--done", "docs/lv/a.md:9"]) == 0
    assert f"source_hash: {folder.stamp}" in folder.text


def test_what_was_left_stays_left_when_the_source_changes_elsewhere(folder: Folder) -> None:
    folder.change(("is free", "is dear"))
    assert main(["update", "--write"]) == 1
    folder.commit()
    folder.change(("10.0.1", "10.0.2"))
    assert main(["update", "--write"]) == 1
    assert "10.0.2" in folder.text
    assert [entry["words"] for entry in folder.pending()] == [4]


def test_no_guess_is_written_unless_it_is_accepted(unstamped: Folder) -> None:
    unstamped.change(("`pay`", "`pay-now`"), ("is free", "is dear"))
    before = unstamped.text
    assert main(["update", "--write"]) == 1
    assert unstamped.text == before
    assert not (unstamped.root / SIDECAR).exists()
    assert main(["update", "--write", "--accept-base"]) == 1
    assert unstamped.text == before.replace("`pay`", "`pay-now`")
    assert len(unstamped.pending()) == 1


@pytest.mark.parametrize("content", ["[]", "{", '{"version": 2}', '{"version": 1, "blocks": [{"page": "x"}]}',
                                     '{"version": 1, "pages": 3}', "[" * 5000])  # fmt: skip
def test_a_file_of_a_stranger_is_told(folder: Folder, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.root / SIDECAR).write_text(content)
    assert main(["update"]) == 2
    assert SIDECAR in capsys.readouterr().err


def test_what_changed_and_since_when_is_told_as_long_as_a_block_is_left(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.change(("is free", "is dear"))
    assert main(["update", "--write"]) == 1
    folder.commit()
    folder.change(("10.0.1", "10.0.2"))
    capsys.readouterr()
    assert main(["update"]) == 1
    assert "docs/lv/a.md:9: 4 words: Another thing is [-free-]{+dear+}.\n" in capsys.readouterr().out
    main(["update", "--format", "json"])
    work = json.loads(capsys.readouterr().out)["pages"][0]["work"]
    assert [one["since"] for one in work] == [DAY]
    folder.change(("is dear", "is cheap"))  # translated from "free" all the same
    assert main(["update"]) == 1
    assert "[-free-]{+cheap+}" in capsys.readouterr().out


def test_a_link_is_not_written_through(folder: Folder, tmp_path: Path) -> None:
    folder.change(("10.0.1", "10.0.2"), ("is free", "is dear"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text('{"version": 1}')
    (folder.root / SIDECAR).symlink_to(elsewhere)
    before = folder.text
    assert main(["update", "--write"]) == 2
    assert (elsewhere.read_text(), folder.text) == ('{"version": 1}', before)


def test_a_copy_of_the_source_is_no_translation(folder: Folder) -> None:
    folder.page.write_text(SOURCE, "utf-8")
    folder.commit()
    folder.change(("is free", "is dear"))
    main(["update", "--write", "--accept-base"])
    assert folder.text == SOURCE


def test_the_status_of_each_page(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    first = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder.root, capture_output=True, text=True).stdout.strip()
    folder.change(("10.0.1", "10.0.2"), ("is free", "is dear"))
    assert main(["status", "--pages", "--format", "json", "--no-cache"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["pages"] == [
        {"page": "a", "locale": "lv", "path": "docs/lv/a.md", "state": "stale", "class": "text",
         "base": {"how": "recorded", "first": first, "last": first},
         "blocks": {"current": 3, "stale": 2, "unsure": 0}, "words_left": 4}
    ]  # fmt: skip
    assert main(["status", "--pages", "--no-cache"]) == 0
    assert "docs/lv/a.md" in capsys.readouterr().out


def test_of_what_is_not_in_a_shallow_clone_nothing_is_said(
    unstamped: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unstamped.change(("`pay`", "`pay-now`"))
    for depth, said in (("1", ("unknown", "none")), ("9", ("stale", "inferred"))):
        clone = tmp_path / f"clone{depth}"
        git(tmp_path, "clone", "-q", "--depth", depth, tmp_path.as_uri(), str(clone))
        monkeypatch.chdir(clone)
        capsys.readouterr()
        assert main(["status", "--pages", "--format", "json", "--no-cache"]) == 0
        page = json.loads(capsys.readouterr().out)["pages"][0]
        assert (page["state"], page["base"]["how"]) == said


def test_the_work_list_can_be_sent_to_somebody(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.change(("is free", "is <dear>"))
    assert main(["update", "--format", "html"]) == 1
    out = capsys.readouterr().out
    assert "<del>free</del><ins>&lt;dear&gt;</ins>" in out
    assert f"behind since <time>{DAY}</time>" in out
    assert "\\u" not in out
    assert main(["update", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["pages"][0]["work"][0]["words"] == 3
