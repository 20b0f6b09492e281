"""A baseline: what it lists is not told, and it dies with the text it was tied to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Command, Write

STEPS = "# Credits\n\n1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n"
SHORT = "# Kredīti\n\n1. Atveriet **Settings**.\n2. Atlasiet **Save**.\n"
OTHER = "\n## Links\n\nSee [billing](https://example.org/billing).\n"
LINKS = "\n## Saites\n\nSkatiet [norēķinus](https://example.org/other).\n"
SITE = {
    "docs/en/a.md": STEPS + OTHER,
    "docs/lv/a.md": SHORT + LINKS,
    "docs/en/b.md": "# B\n",
    "facingpages.toml": 'pages = ["docs/{locale}/{page}.md"]\n',
}
NAME = "facingpages-baseline.json"


def test_what_it_lists_is_counted_and_not_told(write: Write, command: Command) -> None:
    root = write(SITE)
    before = command("check", "--format", "json")
    assert before.code == 1
    run = command("baseline")
    assert (run.code, run.out) == (0, f"{NAME}: {len(before.places)} findings written down\n")
    after = command("check", "--format", "json", "--baseline", NAME)
    assert (after.code, after.places, after.err) == (0, [], "")
    assert after.report["counts"]["baselined"] == len(before.places)
    assert f"({len(before.places)} known before)" in command("check", "--baseline", NAME).out
    entries = json.loads((root / NAME).read_text("utf-8"))
    assert entries["version"] == 1
    assert entries["findings"] == sorted(entries["findings"], key=lambda entry: (entry["path"], entry["rule"]))


def test_it_is_the_same_file_wherever_lines_have_moved(write: Write, command: Command) -> None:
    root = write(SITE)
    command("baseline")
    first = (root / NAME).read_bytes()
    write({"docs/lv/a.md": "\n\n\n" + SHORT + LINKS, "docs/en/a.md": "\n" + STEPS + OTHER})
    command("baseline")
    assert (root / NAME).read_bytes() == first
    assert command("check", "--format", "json", "--baseline", NAME).code == 0


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [("docs/en/a.md", "See [billing]", "Please see [billing]"), ("docs/lv/a.md", "Skatiet", "Lūdzu, skatiet")],
)
def test_an_entry_dies_when_either_side_changes(path: str, old: str, new: str, write: Write, command: Command) -> None:
    write(SITE)
    command("baseline")
    write({path: SITE[path].replace(old, new)})
    run = command("check", "--format", "json", "--baseline", NAME)
    assert run.code == 1
    assert {rule.split("-")[0] for rule, _, _ in run.places} == {"link"}
    assert f"facingpages: {NAME}: 1 entry fits nothing any more" in run.err


def test_dead_entries_are_those_that_fit_nothing_anywhere(write: Write, command: Command) -> None:
    write(SITE)
    command("baseline")
    for arguments in (("--locale", "en"), ("docs/lv/b.md",), ("--select", "heading")):
        run = command("check", "--format", "json", "--baseline", NAME, *arguments)
        assert (run.code, run.err) == (0, "")
    write({"docs/lv/b.md": "# B\n"})
    run = command("check", "--format", "json", "--baseline", NAME)
    assert run.code == 0
    assert "1 entry fits nothing any more" in run.err


def test_equal_findings_have_an_entry_each(write: Write, command: Command) -> None:
    twice = "See [billing](https://example.org/billing).\n\n"
    wrong = "Skatiet [norēķinus](https://example.org/other).\n\n"
    write({**SITE, "docs/en/a.md": "# A\n\n" + twice * 2, "docs/lv/a.md": "# A\n\n" + wrong * 2})
    command("baseline")
    write({"docs/en/a.md": "# A\n\n" + twice * 3, "docs/lv/a.md": "# A\n\n" + wrong * 3})
    run = command("check", "--format", "json", "--baseline", NAME)
    links = [place for place in run.places if place[0].startswith("link")]
    assert len(links) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "can't be read"),
        ("", "not valid JSON"),
        ("[]", 'no list "findings"'),
        ('{"version": 2, "findings": []}', "version 2"),
        ('{"version": 1, "findings": [{}]}', "entry 1 has no fingerprint"),
        ("[" * 100_000, "not valid JSON"),
        ("\xff", "not valid JSON"),
    ],
)
def test_a_file_that_is_no_baseline(text: str | None, words: str, write: Write, command: Command) -> None:
    root = write(SITE)
    if text is not None:
        (root / "b.json").write_bytes(text.encode("latin-1"))
    run = command("check", "--baseline", "b.json")
    assert run.code == 2
    assert run.out == ""
    assert "b.json" in run.err
    assert words in run.err


def test_it_goes_where_it_is_told(write: Write, command: Command) -> None:
    root = write(SITE)
    assert command("baseline", "--output", "known.json").code == 0
    assert not (root / NAME).exists()
    assert command("check", "--baseline", "known.json").code == 0
    shown = command("baseline", "--output", "-")
    assert shown.out == (root / "known.json").read_text("utf-8")
    assert command("baseline", "--output", "gone/known.json").code == 2


def test_a_site_in_parity_has_an_empty_one(tmp_path: Path, write: Write, command: Command) -> None:
    write({**SITE, "docs/lv/b.md": "# B\n", "docs/lv/a.md": STEPS + OTHER})
    for locale in ("lv", "en"):
        (tmp_path / "docs" / locale / "a.md").unlink()
    run = command("baseline")
    assert run.code == 0
    assert json.loads((tmp_path / NAME).read_text()) == {"version": 1, "findings": []}
