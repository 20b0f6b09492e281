"""Fixes of pages that mean harm: written to no other file, and shown as a difference of no other file.

Points 4, 9, 10, 11 and 13 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.conftest import Command
from tests.hostile.conftest import Git

from facingpages.document import Place
from facingpages.finding import Applicability, Edit, Finding, Fix, Severity
from facingpages.fixing.edit import fitting

CONFIG = 'source = "en"\nlocales = ["sv"]\npages = ["docs/{locale}/{page}.md"]\ndialect = "commonmark"\n'
SOURCE, TARGET, FIXED = (f"# T\n\n[x](https://a.example/{end}) now.\n" for end in "cdc")
FORGED = "x\n--- a/victim.md\n+++ b/victim.md\n@@ -1 +1 @@\n-safe\n+forged\n.md"
NAMES = (
    'q".md', "t\tab.md", "x\n+++ b/evil.md", "\x1b[2J.md", "back\\slash.md", "-R.md", "::error::x.md", "a b.md",
    "būda.md", "\u2028.md", "c\rr.md", '"', "b\x0cf.md",
)  # fmt: skip


def pages(root: Path, name: str, target: str = TARGET) -> Path:
    (root / "facingpages.toml").write_text(CONFIG)
    for locale, text in (("en", SOURCE), ("sv", target)):
        file = root / "docs" / locale / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    return root / "docs/sv" / f"{name}.md"


@pytest.mark.parametrize("name", [*NAMES, FORGED])
def test_a_difference_names_its_page_and_no_other(name: str, tmp_path: Path, command: Command, git: Git) -> None:
    page = pages(tmp_path, name)
    assert command("check", "--diff", "--output", "fixes.patch").code == 1
    git("init", "-q")
    told = git("apply", "--numstat", "-z", "fixes.patch").split("\0")
    assert told[:-1] == [f"1\t1\tdocs/sv/{name}.md"]
    git("apply", "fixes.patch")
    assert page.read_text() == FIXED


def test_a_name_that_is_no_text_is_not_taken_for_another(tmp_path: Path, command: Command) -> None:
    mine = pages(tmp_path, "a\udcff")
    other = pages(tmp_path, "a\ufffd")
    other.write_text(FIXED)
    command("check", "--diff", "--output", "fixes.patch")
    assert (tmp_path / "fixes.patch").read_bytes() == b""
    command("check", "--fix")
    assert (mine.read_text(), other.read_text()) == (TARGET, FIXED)


LINES = (
    "a\rb",
    "a\x0cb",
    "a\u2028b",
    "a\x85b",
    "a\x1cb",
    "--- a/victim.md\n+++ b/victim.md",
    "\\ No newline at end of file",
)


@pytest.mark.parametrize("line", LINES)
def test_a_difference_of_lines_that_other_programs_end_elsewhere(
    line: str, tmp_path: Path, command: Command, git: Git
) -> None:
    page = pages(tmp_path, "a", f"{line}\n\n{TARGET}\n{line}")
    (tmp_path / "docs/en/a.md").write_bytes(f"{line}\n\n{SOURCE}\n{line}".encode())
    assert command("check", "--diff", "--output", "fixes.patch").code in (0, 1)
    git("init", "-q")
    git("apply", "fixes.patch")
    applied = page.read_bytes()
    assert FIXED.encode() in applied
    page.write_bytes(f"{line}\n\n{TARGET}\n{line}".encode())
    command("check", "--fix")
    assert page.read_bytes() == applied


def test_a_page_that_is_a_link_is_not_written(
    tmp_path: Path, command: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page, other = pages(tmp_path, "b"), pages(tmp_path, "a")
    kept = tmp_path / "kept.md"
    page.rename(kept)
    page.symlink_to(kept)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for options in ((), ("--config", str(tmp_path / "facingpages.toml"))):
        run = command("check", "--fix", *options, cwd=elsewhere if options else tmp_path)
        assert (run.code, "b.md is a link" in run.err) == (2, True), run
        assert page.is_symlink()
        assert kept.read_text() == other.read_text() == TARGET  # nor is any other, halfway


def test_a_page_with_another_name_elsewhere_keeps_what_it_had_there(
    tmp_path: Path, command: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page, other = pages(tmp_path, "a"), tmp_path_factory.mktemp("elsewhere") / "x"
    other.hardlink_to(page)
    assert command("check", "--fix").code == 0
    assert (page.read_text(), other.read_text()) == (FIXED, TARGET)


@pytest.mark.parametrize("bad", ["a pipe", "a link out", "too long"])
def test_a_source_that_is_not_read_keeps_no_page_from_its_fixes(bad: str, tmp_path: Path, command: Command) -> None:
    page, own = pages(tmp_path, "a"), pages(tmp_path, "b", f"---\nx: y\nx: y\n---\n{TARGET}")
    source = tmp_path / "docs/en/b.md"
    source.unlink()
    if bad == "a pipe":
        os.mkfifo(source)
    elif bad == "a link out":
        source.symlink_to("/dev/zero")
    else:
        with source.open("wb") as file:
            file.truncate(20_000_001)
    assert command("check", "--fix", "--ignore", "page").code == 1
    assert page.read_text() == FIXED
    assert own.read_text() == f"---\nx: y\n---\n{TARGET}"  # looked at by itself, as a check does


@pytest.mark.parametrize("line", ["::stop-commands::x", "a ##vso[task.setvariable]x", "a\r::add-mask::x"])
@pytest.mark.parametrize("words", ["check --diff", "merge docs/en/a.md docs/sv/a.md docs/en/a.md"])
def test_a_page_does_not_command_the_log_of_a_job(line: str, words: str, tmp_path: Path, command: Command) -> None:
    pages(tmp_path, "a", f"{TARGET}{line}\n")
    (tmp_path / "docs/en/a.md").write_bytes(f"{SOURCE}{line}\n".encode())
    run = command(*words.split(), env={"GITHUB_ACTIONS": "true"})
    assert (run.code, run.out) == (2, "")
    assert "--output FILE" in run.err
    assert command(*words.split(), "--output", "out", env={"GITHUB_ACTIONS": "true"}).code != 2
    assert line.encode() in (tmp_path / "out").read_bytes()
    assert command(*words.split()).code != 2


def test_very_many_fixes_take_no_more_than_their_number() -> None:
    def one(line: int) -> Finding:
        place = Place("a.md", line, 1, line, 2)
        fix = Fix(Applicability.SAFE, "x", (Edit(place, str(line)),))
        return Finding("r", Severity.ERROR, place, "sv", "m", fix=fix)

    findings = [one(line) for line in range(1, 8001)]
    began = time.process_time()
    assert len(fitting([*findings, *findings])) == 8000
    assert time.process_time() - began < 20
