"""SARIF 2.1.0: what code scanning needs, by the property names and limits of the standard."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

from hypothesis import given
from tests.report.reports import finding, report, texts

from facingpages.finding import Applicability, Edit, Fix, Severity
from facingpages.report import FORMATS
from facingpages.report.style import Style


def run_of(text: str) -> dict[str, Any]:
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


def test_places_are_in_code_points_and_the_source_is_related() -> None:
    one = finding("x", line=7, column=2, end_column=5, snippet="😀é**x**")
    run = run_of(FORMATS["sarif"](report(one), Style()))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["informationUri"].startswith("https://")
    result = run["results"][0]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "docs/lv/a.md"
    region = physical["region"]
    assert region["snippet"] == {"text": "😀é**x**"}
    del region["snippet"]
    assert region == {"startLine": 7, "startColumn": 2, "endLine": 7, "endColumn": 5}
    related = result["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "docs/en/a.md"
    assert related["message"] == {"text": "source step"}
    assert result["partialFingerprints"] == {"facingpages/v1": one.fingerprint}


def test_rules_are_explained_and_results_point_at_them() -> None:
    found = report(finding(), finding(rule="link-target", severity=Severity.WARNING), finding(rule="ignore-unused"))
    run = run_of(FORMATS["sarif"](found, Style()))
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["shortDescription"]["text"]
        assert rule["id"] in rule["help"]["markdown"]
        assert rule["help"]["text"]
        assert re.fullmatch(rf"https://[^#]+/localizers/rules/[a-z]+/#{rule['id']}", rule["helpUri"])
    assert {result["level"] for result in run["results"]} == {"error", "warning"}


@given(texts, texts)
def test_any_text_and_path(text: str, path: str) -> None:
    data = FORMATS["sarif"](report(finding(text, path=path)), Style()).encode("utf-8", "backslashreplace")
    result = run_of(data.decode("utf-8"))["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == path.encode("utf-8", "replace").decode()
    assert result["message"]["text"].startswith("It says: ")


def test_quoted_markdown_makes_no_link() -> None:
    result = run_of(FORMATS["sarif"](report(finding("[here](http://evil.example)")), Style()))["results"][0]
    assert result["message"]["text"] == "It says: \\[here](http://evil.example)"


def test_a_fix_is_told_with_what_it_replaces() -> None:
    """The names and the nesting of SARIF 3.55 to 3.57."""
    one = finding("x")
    edits = (Edit(one.place, "[a](b)"), Edit(one.place._replace(line=9, end_line=9), ""))
    told = FORMATS["sarif"](report(one._replace(fix=Fix(Applicability.UNSAFE, "take it over", edits))), Style())
    (fix,) = run_of(told)["results"][0]["fixes"]
    assert fix["description"] == {"text": "take it over (unsafe)"}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "docs/lv/a.md"}
    assert [one["insertedContent"] for one in change["replacements"]] == [{"text": "[a](b)"}, {"text": ""}]
    assert set(change["replacements"][0]["deletedRegion"]) == {"startLine", "startColumn", "endLine", "endColumn"}
