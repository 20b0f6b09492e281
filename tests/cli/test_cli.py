"""The command as its users meet it: exit codes, streams, files, and what it says when something is wrong."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import TOOLS, Command, Write

from facingpages import __version__
from facingpages.cli import main
from facingpages.document import Document
from facingpages.read import read_page
from facingpages.reference import ALL
from facingpages.report import FORMATS

STEPS = "# Credits\n\n1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n"
KREDITI = "# Kredīti\n\n1. Atveriet **Settings**.\n2. Ievadiet summu.\n3. Atlasiet **Save**.\n"
SHORT = "# Kredīti\n\n1. Atveriet **Settings**.\n2. Atlasiet **Save**.\n"
CONFIG = 'pages = ["docs/{locale}/{page}.md"]\n'
CLEAN = {"docs/en/a.md": STEPS, "docs/lv/a.md": KREDITI, "facingpages.toml": CONFIG}
FOUND = {**CLEAN, "docs/lv/a.md": SHORT}
WARNED = {**CLEAN, "docs/en/b.md": "# B\n"}


@pytest.mark.parametrize(
    ("files", "arguments", "code"),
    [
        (CLEAN, (), 0),
        (FOUND, (), 1),
        (WARNED, (), 0),
        (WARNED, ("--strict",), 1),
        (FOUND, ("--ignore", "step"), 0),
        (FOUND, ("--select", "link"), 0),
        (FOUND, ("--select", "step-missing"), 1),
        ({"facingpages.toml": CONFIG}, (), 2),
        ({}, (), 2),
        (CLEAN, ("--select", "nothing"), 2),
        (CLEAN, ("--locale", "xx"), 2),
        (CLEAN, ("--format", "pdf"), 2),
        (CLEAN, ("--jobs", "-1"), 2),
        (CLEAN, ("gone.md",), 2),
        (CLEAN, ("..",), 2),
        (CLEAN, ("facingpages.toml",), 2),
        (CLEAN, ("--config", "gone.toml"), 2),
        (CLEAN, ("--baseline", "gone.json"), 2),
        (CLEAN, ("--since", "HEAD"), 2),
    ],
)
def test_exit_codes(
    files: dict[str, str], arguments: tuple[str, ...], code: int, write: Write, command: Command
) -> None:
    write(files)
    run = command("check", *arguments)
    assert run.code == code, run
    if code == 2:
        assert run.out == ""
        assert run.err


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_to_standard_output_or_a_file(form: str, write: Write, command: Command) -> None:
    root = write(FOUND)
    run = command("check", "--format", form)
    assert run.code == 1
    assert "step-missing" in run.out
    assert run.err == ""
    assert command("check", "--format", form, "--output", "report.out").out == ""
    assert (root / "report.out").read_text("utf-8") == run.out
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == []


def test_the_same_input_gives_the_same_bytes(write: Write, command: Command) -> None:
    write(FOUND)
    for form in FORMATS:
        assert command("check", "--format", form).out == command("check", "--format", form).out


def test_without_a_command_it_helps(command: Command) -> None:
    run = command()
    assert run.code == 2
    for name in ("check", "align", "status", "rules", "explain", "init", "baseline", "links", "import-learn"):
        assert name in run.out


def test_version_and_reference(command: Command) -> None:
    assert command("--version").out == f"facingpages {__version__}\n"
    listing = command("rules").out
    assert "step-missing" in listing
    assert "ignore-unused" in listing
    page = command("explain", "step-missing").out
    assert page.startswith("# step-missing\n")
    assert "Translation (sv)" in page
    unknown = command("explain", "step-mising")
    assert unknown.code == 2
    assert "step-missing" in unknown.err


def test_paths_limit_what_is_told(write: Write, command: Command) -> None:
    root = write(
        {**FOUND, "docs/en/sub/b.md": STEPS, "docs/lv/sub/b.md": SHORT, "docs/en/sub/c.md": "# C\n", "notes.md": ""}
    )
    both = [
        ("step-missing", "docs/lv/a.md", 4),
        ("page-missing", "docs/lv/sub/c.md", 1),
        ("step-missing", "docs/lv/sub/b.md", 4),
    ]
    asked = {
        ("docs/lv/a.md",): both[:1],
        ("docs/lv/sub",): both[1:],
        ("docs/en/a.md",): both[:1],
        ("docs/en",): both,
        (str(root / "docs/lv/sub/b.md"),): both[2:],
        ("docs/lv/sub/c.md",): both[1:2],
        ("docs/lv/a.md", "notes.md"): both[:1],
        (".",): both,
    }
    for paths, found in asked.items():
        run = command("check", "--format", "json", *paths)
        assert sorted(run.places) == sorted(found), paths
        assert ("notes.md" in run.err) is ("notes.md" in paths)


def test_a_page_that_was_not_checked_is_never_clean(write: Write, command: Command) -> None:
    root = write({**CLEAN, "docs/en/b.md": "# B\n", "docs/bg/a.md": KREDITI})
    (root / "docs/lv/b.md").mkdir()
    (root / "docs/en/c.md").mkdir()
    write({"docs/lv/c.md": "# C\n", "docs/bg/c.md": "# C\n"})
    (root / "facingpages.toml").write_text(CONFIG + '[severity]\n"page" = "off"\n')
    unread = {("page-unreadable", "docs/lv/b.md", 1), ("page-unreadable", "docs/en/c.md", 1)}
    for arguments in ((), ("--select", "link"), ("--ignore", "page"), ("--locale", "lv"), ("docs/lv",)):
        run = command("check", "--format", "json", *arguments)
        assert run.code == 1
        assert unread <= set(run.places), arguments
    assert command("baseline").code == 1
    assert unread <= set(command("check", "--format", "json", "--baseline", "facingpages-baseline.json").places)
    only = command("check", "--format", "json", "docs/bg/c.md", "--select", "link")
    assert set(only.places) == {("page-unreadable", "docs/en/c.md", 1)}


@pytest.mark.parametrize("place", ["gone/report.json", "folder", "/dev/full", "docs/en/a.md/x"])
def test_a_report_that_cannot_be_written(place: str, write: Write, command: Command) -> None:
    root = write({**FOUND, "folder/x": "y"})
    run = command("check", "--format", "json", "--output", place)
    assert run.code == 2
    assert f"{place}: can't be written" in run.err
    assert sorted(path.name for path in root.iterdir()) == ["docs", "facingpages.toml", "folder"]


def test_a_full_disk_leaves_the_old_report(write: Write) -> None:
    root = write({**FOUND, "report.json": "old"})

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = subprocess.run(
        [sys.executable, "-m", "facingpages", "check", "--format", "json", "--output", "report.json"],
        cwd=root, env=os.environ | {"PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1"}, preexec_fn=full,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("facingpages: report.json: can't be written: ")
    assert (root / "report.json").read_text() == "old"
    assert sorted(path.name for path in root.iterdir()) == ["docs", "facingpages.toml", "report.json"]


def test_standard_output_on_a_full_disk(write: Write) -> None:
    root = write(FOUND)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "facingpages", "check"], cwd=root, env=os.environ | {"PYTHONPATH": str(TOOLS)},
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "facingpages: standard output can't be written: No space left on device.\n"


def test_a_reader_that_goes_away(write: Write) -> None:
    root = write(
        {f"docs/{locale}/{n}.md": STEPS if locale == "en" else SHORT for n in range(150) for locale in ("en", "lv")}
    )
    env = os.environ | {"PYTHONPATH": str(TOOLS)}
    line = f"{sys.executable} -m facingpages check --format json 2>error.txt | head -1"
    done = subprocess.run(line, shell=True, cwd=root, env=env, capture_output=True, text=True, check=True)
    assert done.stdout == "{\n"
    assert "Broken" not in (root / "error.txt").read_text()
    assert "Exception" not in (root / "error.txt").read_text()


def test_links_are_followed_outside_of_the_tree_and_pipes_written_to(
    write: Write, command: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write(FOUND)
    away = tmp_path_factory.mktemp("away")
    (away / "real.json").write_text("old")
    (away / "link.json").symlink_to("real.json")
    command("check", "--format", "json", "--output", str(away / "link.json"))
    assert (away / "link.json").is_symlink()
    assert "step-missing" in (away / "real.json").read_text()
    assert command("check", "--output", "/dev/null").code == 1
    assert Path("/dev/null").is_char_device()


def test_a_report_keeps_the_mode_of_the_old_one(write: Write, command: Command) -> None:
    root = write({**FOUND, "report.json": "old"})
    (root / "report.json").chmod(0o640)
    command("check", "--output", "report.json")
    assert (root / "report.json").stat().st_mode & 0o777 == 0o640


def test_a_bug_of_ours_is_said_in_one_line(write: Write, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        error = ZeroDivisionError("division by \x1b[31mzero")
        error.add_note("Rule step, page docs/lv/a.md.")
        raise error

    monkeypatch.setattr("facingpages.commands.survey.check", broken)
    write(CLEAN)
    run = command("check")
    assert run.code == 3
    assert run.err.count("\n") == 1
    assert "bug" in run.err
    assert "Rule step, page docs/lv/a.md." in run.err
    assert "\x1b" not in run.err


def test_an_interrupted_run(write: Write, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("facingpages.commands.survey.check", stopped)
    write(CLEAN)
    assert command("check").code == 128 + signal.SIGINT


def test_colors_on_request(write: Write, command: Command) -> None:
    write(FOUND)
    assert "\x1b[" not in command("check").out
    assert "\x1b[" in command("check", "--color", "always").out


def test_the_language_of_the_environment_counts_only_when_asked(write: Write, command: Command) -> None:
    write(FOUND)
    swedish = {"LANG": "sv_SE.UTF-8"}
    plain = command("check").out
    assert command("check", env=swedish).out == plain
    assert command("check", "--lang", "auto", env={"LANG": "C"}).out == plain
    assert command("check", "--lang", "auto", env={"LANG": "xx_XX"}).out == plain


def test_import_learn_is_a_command(write: Write, command: Command) -> None:
    text = '---\ntitle: Krediti\nms.contentlocale: sl-SI\n---\n# <a name="x"></a>Krediti\n'
    root = write({"published/credits.sl-SI.md": text})
    run = command("import-learn", "published/credits.sl-SI.md", "--to", "docs")
    assert run.code == 0, run
    assert [path.as_posix() for path in sorted((root / "docs").rglob("*.md"))]
    assert command("import-learn", "gone.md").code == 2


def test_main_takes_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["facingpages", "rules"])
    assert main() == 0
    assert len(capsys.readouterr().out.splitlines()) == len(ALL)


def test_runs_remember_unless_they_must_not(write: Write, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(*arguments: Any, **named: Any) -> Document:
        read.append(named["path"])
        return read_page(*arguments, **named)

    monkeypatch.setattr("facingpages.engine.page.read_page", reading)
    write({**FOUND, "en/a.md": "# A\n\n`5`\n", "lv/a.md": "# A\n\n`6`\n"})
    for name in ("check", "status", "links"):
        first = command(name, "--jobs", "1")
        read.clear()
        assert command(name, "--jobs", "1") == first
        assert read == []
    assert command("check", "--jobs", "1", "--no-cache") == command("check", "--jobs", "1")
    assert len(read) >= 2


@pytest.mark.parametrize("words", [["-h"], [], ["check", "-h"], ["check", "--nope"]])
def test_a_process_of_its_own_says_what_one_within_another_does(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    done = subprocess.run(
        [sys.executable, "-m", "facingpages", *words],
        env={**os.environ, "PYTHONPATH": str(TOOLS)},
        capture_output=True,
        text=True,
        check=False,
    )
    with suppress(SystemExit):
        main(words)
    here = capsys.readouterr()
    assert (done.stdout, done.stderr) == (here.out, here.err)
    assert "None" not in here.out
