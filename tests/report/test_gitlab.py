"""GitLab's Code Quality: the keys it asks for, and a fingerprint of its own for each finding."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from tests.conftest import Command, Write
from tests.report.reports import finding, report, texts

from facingpages.finding import Severity
from facingpages.report import FORMATS
from facingpages.report.style import Style


def entries(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    return found


def test_an_entry_has_what_gitlab_asks_for() -> None:
    one = finding("50%", severity=Severity.WARNING, line=7)
    assert entries(FORMATS["gitlab"](report(one), Style(base="site/"))) == [
        {
            "description": "It says: 50% - source step: site/docs/en/a.md:30:1",
            "check_name": "step-missing",
            "fingerprint": one.fingerprint,
            "severity": "minor",
            "location": {"path": "site/docs/lv/a.md", "lines": {"begin": 7, "end": 7}},
        }
    ]
    assert FORMATS["gitlab"](report(), Style()) == "[]\n"


def test_fingerprints_are_unique_also_where_findings_are_alike() -> None:
    alike = [finding("x", line=line) for line in range(1, 5)]
    found = [entry["fingerprint"] for entry in entries(FORMATS["gitlab"](report(*alike, finding("y")), Style()))]
    assert len(set(found)) == len(found) == 5
    assert alike[0].fingerprint in found


@given(texts, texts)
def test_one_entry_whatever_is_said(text: str, path: str) -> None:
    (entry,) = entries(FORMATS["gitlab"](report(finding(text, path=path)), Style()))
    assert entry["severity"] == "major"
    assert "\n" not in entry["description"] + entry["location"]["path"]


def test_paths_count_from_the_checkout(write: Write, command: Command) -> None:
    root = write({f"site/docs/{locale}/a.md": "# A\n" for locale in ("en", "lv")} | {"site/docs/en/b.md": "# B\n"})
    run = command("check", "--format", "gitlab", cwd=root / "site", env={"CI_PROJECT_DIR": str(root)})
    assert [entry["location"]["path"] for entry in entries(run.out)] == ["site/docs/lv/b.md"]
