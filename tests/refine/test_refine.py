"""From all findings to those that are told: selection, severities, ignores, counts, order."""

from __future__ import annotations

import json

import pytest
from tests.conftest import Command, Write

STEPS = "# Credits\n\n1. Open **Settings**.\n2. Enter the amount.\n3. Select **Save**.\n\nSee [billing](https://example.org/b).\n"
SHORT = "# Kredīti\n\n1. Atveriet **Settings**.\n2. Atlasiet **Save**.\n\nSkatiet [norēķinus](https://example.org/x).\n"
WHOLE = "# Krediter\n\n1. Öppna **Settings**.\n2. Ange beloppet.\n3. Välj **Save**.\n\nSe [konton](https://example.org/b).\n"
SITE = {f"docs/{locale}/a.md": SHORT for locale in ("lv", "sv")} | {"docs/en/a.md": STEPS}
CONFIG = 'pages = ["docs/{locale}/{page}.md"]\n'


def rules(command: Command, *arguments: str) -> list[str]:
    return [rule for rule, _, _ in command("check", "--format", "json", "--locale", "lv", *arguments).places]


def site(write: Write, severity: str = "", **pages: str) -> None:
    write(
        SITE | {"facingpages.toml": CONFIG + severity} | {f"docs/{locale}/a.md": text for locale, text in pages.items()}
    )


def test_rules_are_named_by_id_or_by_any_leading_part(write: Write, command: Command) -> None:
    site(write)
    everything = rules(command)
    assert {rule.split("-")[0] for rule in everything} == {"step", "link"}
    assert rules(command, "--select", "step") == rules(command, "--select", "step-missing") == ["step-missing"]
    assert rules(command, "--ignore", "link") == ["step-missing"]
    assert rules(command, "--select", "step", "--select", "link") == everything
    assert rules(command, "--select", "step", "--ignore", "step-missing") == []
    assert command("check", "--select", "ste").code == 2


@pytest.mark.parametrize(
    ("severity", "found"),
    [
        ('[severity]\nstep = "off"', {}),
        ('[severity]\nstep = "off"\nstep-missing = "warning"', {"step-missing": "warning"}),
        ('[severity]\n"step-missing" = "info"', {"step-missing": "info"}),
        ('[severity]\nstep-extra = "off"', {"step-missing": "error"}),
    ],
)
def test_the_longest_name_decides_the_severity(
    severity: str, found: dict[str, str], write: Write, command: Command
) -> None:
    site(write, severity)
    run = command("check", "--format", "json", "--select", "step", "--locale", "lv")
    assert {one["rule"]: one["severity"] for one in run.report["findings"]} == found
    assert run.code == (1 if "error" in found.values() else 0)


def test_findings_are_sorted_and_counted(write: Write, command: Command) -> None:
    site(write)
    report = command("check", "--format", "json").report
    order = [(one["path"], one["line"], one["column"], one["rule"]) for one in report["findings"]]
    assert order == sorted(order)
    levels = [one["severity"] for one in report["findings"]]
    assert [report["counts"][level] for level in ("error", "warning", "info")] == [
        levels.count(level) for level in ("error", "warning", "info")
    ]
    for row in report["locales"]:
        assert row["findings"] == sum(one["locale"] == row["locale"] for one in report["findings"])


def test_json_has_the_keys_of_its_contract_in_order(write: Write, command: Command) -> None:
    site(write)
    report = json.loads(command("check", "--format", "json").out)
    assert list(report) == ["version", "tool", "findings", "counts", "locales"]
    assert list(report["findings"][0]) == [
        "rule", "severity", "path", "line", "column", "end_line", "end_column", "locale", "message", "fingerprint",
        "related", "fix",
    ]  # fmt: skip
    assert list(report["counts"]) == ["error", "warning", "info", "ignored", "baselined", "skipped"]
    prints = [one["fingerprint"] for one in report["findings"]]
    assert len(set(prints)) == len(prints)


def test_an_ignore_covers_the_next_block_and_is_counted(write: Write, command: Command) -> None:
    comment = "<!-- facingpages: ignore link-target our own billing page -->\n"
    site(write, lv=SHORT.replace("Skatiet", comment + "\nSkatiet"))
    run = command("check", "--format", "json", "--locale", "lv")
    assert [rule for rule, _, _ in run.places] == ["step-missing"]
    assert run.report["counts"]["ignored"] >= 1


def test_an_ignore_with_a_fingerprint_dies_with_the_text(write: Write, command: Command) -> None:
    site(write)
    report = command("check", "--format", "json", "--locale", "lv", "--select", "link").report
    mark = report["findings"][0]["fingerprint"]
    comment = f"<!-- facingpages: ignore link {mark[:12]} known -->\n\n"
    site(write, lv=SHORT.replace("Skatiet", comment + "Skatiet"))
    assert rules(command) == ["step-missing"]
    site(write, lv=SHORT.replace("Skatiet", comment + "Lūdzu, skatiet"))
    assert sorted(rules(command)) == sorted(["ignore-unused", "step-missing", report["findings"][0]["rule"]])


def test_an_ignore_of_nothing_is_told_unless_it_is_not_asked_for(write: Write, command: Command) -> None:
    comment = "<!-- facingpages: ignore table no table here -->\n\n"
    site(write, lv=comment + SHORT)
    assert rules(command)[0] == "ignore-unused"
    assert "ignore-unused" not in rules(command, "--select", "step")
    assert "ignore-unused" not in rules(command, "--ignore", "ignore-unused")
    site(write, '[severity]\nignore-unused = "off"\n', lv=comment + SHORT)
    assert "ignore-unused" not in rules(command)


def test_an_ignore_is_used_even_where_its_finding_is_not_asked_for(write: Write, command: Command) -> None:
    site(write, lv=SHORT.replace("1. Atveriet", "<!-- facingpages: ignore step known -->\n\n1. Atveriet"))
    run = command("check", "--format", "json", "--locale", "lv", "--ignore", "step", "--ignore", "link")
    assert run.places == []


@pytest.mark.parametrize(
    ("paths", "rows"),
    [(["docs/lv/a.md"], ["lv"]), (["docs/lv", "docs/sv/a.md"], ["lv", "sv"]), (["docs/en/a.md"], ["lv", "sv"])],
)
def test_who_asks_about_pages_is_told_of_their_locales(
    paths: list[str], rows: list[str], write: Write, command: Command
) -> None:
    site(write, sv=WHOLE)
    lines = command("check", *paths).out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith(("lv ", "sv "))] == rows
