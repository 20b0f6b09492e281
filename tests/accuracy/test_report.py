"""Tables, intervals, examples, the labelled list and the command."""

import json
from pathlib import Path

import pytest
from tests.accuracy import report
from tests.accuracy.__main__ import main
from tests.accuracy.corpus import Corpus
from tests.accuracy.examples import missed, on_honest_pages
from tests.accuracy.labelled import labelled
from tests.accuracy.mutations import KINDS
from tests.accuracy.planting import Finding
from tests.accuracy.protocol import Measurement, measure

SITES = Path(__file__).parent / "sites"


def broken_letters(root: Path) -> list[Finding]:
    found: list[Finding] = []
    for path in sorted(root.rglob("*.md")):
        name = path.relative_to(root).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if "\ufffd" in line or "PowerShell" in line:
                place = {"path": name, "line": number, "column": 1, "locale": name.split("/")[0], "related": []}
                found.append({"rule": "text-broken", "severity": "warning", "message": line[:20], **place})
    return found


@pytest.fixture(scope="module")
def measurement() -> Measurement:
    kinds = [
        KINDS[name] for name in ("replacement-character", "heading-deleted", "crlf", "link-targets-swapped-unprovable")
    ]
    return measure(Corpus.at(SITES / "learn"), kinds, None, 3, 0, broken_letters)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81/263, 15/148, 0/20, 1/29.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson(hits: int, n: int, low: float, high: float) -> None:
    assert report.wilson(hits, n) == pytest.approx((low, high), abs=0.0001)


def test_recall_table_has_a_row_per_kind_and_leaves_the_undecidable_out_of_the_total(measurement: Measurement) -> None:
    rows = {line.split("  ")[0].strip(): line.split() for line in report.recall_table(measurement).splitlines()[2:]}
    assert rows["replacement-character"][1:3] == ["3", "100.0"]
    assert rows["heading-deleted"][1:3] == ["3", "0.0"]
    assert "(link-targets-swapped-unprovable)" in rows
    assert rows["all"][1:3] == ["6", "50.0"]


def test_other_tables_name_what_was_measured(measurement: Measurement) -> None:
    assert "crlf" in report.harmless_table(measurement)
    assert "text-broken" in report.honest_table(measurement)
    assert "text-broken" in report.rule_table(measurement)
    assert report.locale_table(measurement).count("\n") == 4
    assert "heading-deleted 0" in report.summary(measurement)


def test_examples_show_what_was_missed_and_what_was_reported(measurement: Measurement) -> None:
    lost = "\n".join(missed(measurement, "heading-deleted", 2))
    assert lost.startswith("heading-deleted: 3 wrong, 2 shown")
    assert "no new finding" in lost
    noise = "\n".join(on_honest_pages(measurement, "text-broken", 1))
    assert "PowerShell" in noise


def test_json_has_every_case(measurement: Measurement) -> None:
    data = json.loads(json.dumps(report.as_json(measurement)))
    assert len(data["cases"]) == len(measurement.outcomes)
    assert data["kinds"]["replacement-character"]["found"] == 3


def test_labelled_list(tmp_path: Path) -> None:
    entries = [
        {"id": "1", "kind": "defect", "defect": "heading-nospace", "target": "learn/lv/assign-licenses.md", "line": 31},
        {"id": "2", "kind": "trap", "defect": "original-quoted", "target": "learn/lv/assign-licenses.md", "line": 31},
        {"id": "3", "kind": "trap", "defect": "original-quoted", "target": "learn/lv/assign-licenses.md", "line": 14},
    ]
    file = tmp_path / "labelled.json"
    file.write_text(json.dumps(entries), encoding="utf-8")
    text = labelled(file, SITES, broken_letters)
    assert [line.split()[1] for line in text.splitlines()[2:5]] == ["MISSED", "FLAGGED", "silent"]
    assert text.endswith("defects found: 0 of 1; traps silent: 1 of 2")


def test_command_lists_the_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    assert "step-deleted" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["."], "--config FILE"), ([str(SITES / "learn"), "--kinds", "nonsense"], "no such kind: nonsense")],
)
def test_command_says_what_is_wrong(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
