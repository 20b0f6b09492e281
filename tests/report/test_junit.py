"""JUnit XML: always well-formed, red where the run is red."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from tests.report.reports import finding, report, texts

from facingpages.finding import Severity
from facingpages.report import FORMATS
from facingpages.report.style import Style


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text.encode("utf-8"))


def test_errors_fail_and_others_are_skipped() -> None:
    one, other = finding(), finding(rule="link-target", severity=Severity.WARNING)
    for strict, failures in ((False, 1), (True, 2)):
        suites = parsed(FORMATS["junit"](report(one, other, strict=strict), Style()))
        assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("2", str(failures), "0")
        assert len(suites.findall(".//failure")) == failures
        assert len(suites.findall(".//skipped")) == 2 - failures
        suite = suites.find("testsuite")
        assert suite is not None
        assert suite.get("skipped") == str(2 - failures)


def test_a_locale_in_parity_is_a_test_that_passes() -> None:
    suites = parsed(FORMATS["junit"](report(), Style()))
    assert [suite.get("name") for suite in suites] == ["facingpages lv"]
    assert len(suites.findall(".//testcase")) == 1
    assert suites.findall(".//failure") == []


@given(texts, texts)
def test_well_formed_whatever_is_said(text: str, path: str) -> None:
    suites = parsed(FORMATS["junit"](report(finding(text, path=path)), Style()))
    failure = suites.find(".//failure")
    assert failure is not None
    assert (failure.get("message") or "").startswith("It says: ")
    assert {element.tag for element in suites.iter()} == {"testsuites", "testsuite", "testcase", "failure"}
