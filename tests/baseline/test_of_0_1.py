"""Migration: a baseline that 0.1 wrote goes on working. `of_0_1` is a site, and what 0.1.0 itself wrote of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Command, Write

from facingpages.known import LIMIT

NAME = "baseline-0.1.json"
THEN: list[dict[str, str]] = json.loads((Path(__file__).parent / "of_0_1" / NAME).read_text("utf-8"))["findings"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(Path(__file__).parent / "of_0_1", tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(command: Command, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = command("check", "--format", "json", *arguments).report["findings"]
    return found


@pytest.mark.usefixtures("site")
def test_all_that_it_lists_is_known(command: Command) -> None:
    assert len(told(command)) == len(THEN)
    run = command("check", "--format", "json", "--baseline", NAME)
    assert (run.code, run.places, run.err) == (0, [], "")
    assert run.report["counts"]["baselined"] == len(THEN)


@pytest.mark.usefixtures("site")
def test_words_were_mended_and_nothing_else_of_a_fingerprint(command: Command) -> None:
    then = {entry["message"]: entry["fingerprint"] for entry in THEN}
    now = {finding["message"]: finding["fingerprint"] for finding in told(command)}
    assert len(then.keys() & now.keys()) == 4
    assert all(now[message] == then[message] for message in then.keys() & now.keys())


@pytest.mark.parametrize(("there", "here"), [("| Bas |", "| Grund |"), ("| Basic | 10 |", "| Basic | 11 |")])
def test_an_entry_in_other_words_dies_with_the_text_too(there: str, here: str, site: Path, command: Command) -> None:
    for page in site.glob("docs/*/a.md"):
        page.write_text(page.read_text("utf-8").replace(there, here), "utf-8")
    assert "table-cells" in {finding["rule"] for finding in told(command, "--baseline", NAME)}


def test_an_entry_fits_one_finding(write: Write, command: Command) -> None:
    table = "# A\n\n| A | B |\n| --- | --- |\n| 1x | 2x |\n| 3x | 4x |\n"
    root = write({"docs/en/a.md": table, "docs/lv/a.md": table.replace(" 2x |", "").replace(" 4x |", "")})
    command("baseline")
    file = root / "facingpages-baseline.json"
    entries = json.loads(file.read_text("utf-8"))["findings"]
    count = len(told(command))
    assert count >= 2
    file.write_text(json.dumps({"version": 1, "findings": entries[:1]}), "utf-8")
    assert len(told(command, "--baseline", file.name)) == count - 1


def test_what_a_long_file_costs_is_bounded(site: Path, command: Command) -> None:
    file = site / NAME
    [row] = [entry for entry in THEN if entry["rule"] == "table-cells"]
    others = [{**row, "message": f"{number}", "fingerprint": f"{number:032}"} for number in range(LIMIT)]
    file.write_text(json.dumps({"version": 1, "findings": [*others, row]}), "utf-8")
    assert "table-cells" in {finding["rule"] for finding in told(command, "--baseline", NAME)}
    file.write_text(json.dumps({"version": 1, "findings": [*others[1:], row]}), "utf-8")
    assert "table-cells" not in {finding["rule"] for finding in told(command, "--baseline", NAME)}
