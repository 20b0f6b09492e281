"""Files are written where the user said, not where a stranger's link leads, and whole or not at all.

Points 11 and 12 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from tests.conftest import Command, Write
from tests.hostile import kills
from tests.hostile.kills import PUBLISHED

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs links and signals of a POSIX system")

PAGES = {"docs/en/a.md": "# A\n\nOne.\n\nTwo.\n", "docs/lv/a.md": "# A\n\nViens.\n"}


@pytest.fixture
def away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the user that no change may reach, with a file in it."""
    folder = tmp_path_factory.mktemp("away")
    (folder / "precious").write_text("precious")
    return folder


def untouched(away: Path) -> bool:
    return [path.name for path in away.iterdir()] == ["precious"] and (away / "precious").read_text() == "precious"


REPORTS = "check --output report.html, baseline, status --output report.html, links --output report.html"


@pytest.mark.parametrize("words", [*REPORTS.split(", "), "baseline --output report.html"])
def test_a_link_in_the_place_of_a_report(words: str, write: Write, command: Command, away: Path) -> None:
    root = write(PAGES)
    for name in ("report.html", "facingpages-baseline.json"):
        (root / name).symlink_to(away / "precious")
    run = command(*words.split())
    assert run.code == 2
    assert "is a link" in run.err
    assert untouched(away)


def test_links_in_the_tree_lead_nowhere_not_even_inside(write: Write, command: Command, away: Path) -> None:
    root = write({**PAGES, ".git/config": "old", "deep/x": ""})
    (root / "report.txt").symlink_to(".git/config")
    (root / "out").symlink_to(away, target_is_directory=True)
    (root / "deep/up").symlink_to("..", target_is_directory=True)
    (root / "new.txt").symlink_to(away / "new")
    for place in (
        "report.txt",
        "out/x.txt",
        "deep/up/y.txt",
        "new.txt",
        str(root / "report.txt"),
        "./deep/../report.txt",
    ):
        run = command("check", "--output", place)
        assert (run.code, "is a link" in run.err) == (2, True), place
    run = command("check", "--output", "../report.txt", cwd=root / "deep")  # the tree is the repository's
    assert run.code == 2
    assert (root / ".git/config").read_text() == "old"
    assert untouched(away)
    assert not (root / "y.txt").exists()


def test_a_pipe_in_the_place_of_a_report(write: Write, command: Command) -> None:
    root = write(PAGES)
    os.mkfifo(root / "report.html")
    run = command("check", "--output", "report.html")  # nobody reads it: to write to it would wait for ever
    assert run.code == 2
    assert "no ordinary file" in run.err


def test_an_import_stays_below_its_folders(write: Write, command: Command, away: Path) -> None:
    root = write({"docs/en/x.md": "# X\n", "published.md": PUBLISHED.format(culture="lv-LV", number=1)})
    (root / "docs/lv").symlink_to(away, target_is_directory=True)
    run = command("import-learn", "published.md")
    assert run.code == 2
    assert "is a link" in run.err
    (root / "docs/lv").unlink()
    (root / "docs/lv").mkdir()
    (root / "docs/lv/published.md").symlink_to(away / "precious")
    assert command("import-learn", "published.md", "--force").code == 2
    elsewhere = away.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    (elsewhere / "lv").symlink_to(away, target_is_directory=True)
    assert command("import-learn", "published.md", "--to", str(elsewhere)).code == 2
    assert untouched(away)


@pytest.mark.parametrize("names", [["../../escaped.md"], ["/tmp/escaped.md"], ["lv/../../escaped.md"], [3], 3, [""]])
def test_a_journal_that_somebody_planted(names: object, write: Write, command: Command, away: Path) -> None:
    journal = json.dumps({"version": 1, "complete": True, "files": {".": names}})
    root = write(
        {"docs/.facingpages-import.json": journal, "published.md": PUBLISHED.format(culture="lv-LV", number=1)}
    )
    run = command("import-learn", "published.md")
    assert run.code == 2
    assert not (root.parent / "escaped.md").exists()
    (root / "docs/.facingpages-import.json").unlink()
    (root / "docs/.facingpages-import.json").symlink_to(away / "precious")
    assert command("import-learn", "published.md").code == 2
    assert untouched(away)


def visible(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*.md") if path.is_file()}


def test_runs_that_are_killed(tmp_path: Path) -> None:
    """A sample of `make kills`, which does a hundred."""
    told = kills.run(6, 7, tmp_path)
    assert sum(number for (_, what), number in told.items() if what[0] != " ") == 6


def test_every_moment_of_an_import(write: Write, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped at each system call that changes a file, as a kill would stop it: nothing in between is left over."""
    root = write({"docs/lv/page1.md": "by hand\n"})
    files = kills.inbox(root, 2)
    whole = 4
    outcomes = set()
    for moment in range(1, 40):
        left = moment

        class KilledError(BaseException):
            pass

        def dying(name: str) -> object:
            real = getattr(os, name)

            def call(*words: object, **more: object) -> object:
                nonlocal left
                left -= 1
                if left <= 0:
                    raise KilledError
                return real(*words, **more)

            return call

        with monkeypatch.context() as patch:
            for name in ("replace", "unlink", "mkdir", "rmdir"):
                patch.setattr(os, name, dying(name))
            try:
                finished = command("import-learn", "--force", *files).code == 0
            except KilledError:
                finished = False
        run = command("import-learn", "--force", *files)
        assert run.code == 0
        if not finished:
            outcomes.add(run.err.strip())
        texts = [(root / "docs" / page).read_text() for page in visible(root / "docs")]
        assert len(texts) == whole
        assert all(text.endswith("More.\n") for text in texts)
        assert [path.name for path in root.rglob(".*") if path.is_file()] == []
        for page in visible(root / "docs"):
            (root / "docs" / page).unlink()
        (root / "docs/lv/page1.md").write_text("by hand\n")
        if finished:
            break
    else:
        pytest.fail("it never finished")
    assert any("complete now" in text for text in outcomes)
    assert any("taken back" in text for text in outcomes)


def planted(root: Path, path: str, text: str | None = None) -> None:
    """A journal of a run that was never made, and the draft of a file that it names."""
    file = root / path
    draft = f".{hashlib.sha256(file.name.encode()).hexdigest()[:16]}.facingpages"
    file.with_name(draft).write_text("planted\n")
    told = json.dumps({"version": 1, "complete": True, "files": {".": [path]}})
    (root / ".facingpages-update.json").write_text(text or told)


def test_a_planted_journal_writes_nothing_where_nothing_was_to_be_written(write: Write, command: Command) -> None:
    root = write({**PAGES, ".git/config": "old"})
    planted(root, "docs/lv/a.md")
    run = command("update")
    assert "was interrupted before" in run.err
    assert (root / "docs/lv/a.md").read_text() == PAGES["docs/lv/a.md"]
    planted(root, ".git/config")
    assert command("update", "--write").code == 2
    assert (root / ".git/config").read_text() == "old"


def test_a_journal_that_is_none(write: Write, command: Command) -> None:
    root = write({**PAGES, ".git/config": "old"})
    planted(root, "docs/lv/a.md", "[" * 100_000)
    assert command("update", "--write").code == 2
    (root / ".facingpages-update.json").unlink()
    os.mkfifo(root / ".facingpages-update.json")
    assert command("update", "--write").code == 2  # and does not wait for who writes to it


def test_an_export_makes_no_folder_behind_a_link(write: Write, command: Command, away: Path) -> None:
    root = write({**PAGES, ".git/config": "old"})
    (root / "out").symlink_to(away)
    run = command("export", "--format", "po", "--output", "out/new")
    assert (run.code, "is a link" in run.err) == (2, True)
    assert untouched(away)
