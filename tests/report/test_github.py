"""Annotations: what GitHub's runner reads is one command for each finding, whatever the pages say."""

from __future__ import annotations

import re

from hypothesis import given
from tests.conftest import Command, Write
from tests.report.reports import finding, report, texts

from facingpages.finding import Severity
from facingpages.report import FORMATS
from facingpages.report.style import Style

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*,?)+)::([^\r\n]*)")


def unescaped(text: str) -> str:
    return text.replace("%2C", ",").replace("%3A", ":").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_an_annotation() -> None:
    text = FORMATS["github"](report(finding("50%", severity=Severity.INFO, line=7, column=2, end_column=5)), Style())
    assert text == (
        "::notice file=docs/lv/a.md,line=7,endLine=7,col=2,endColumn=5,title=step-missing::"
        "It says: 50%25%0Asource step: docs/en/a.md:30:1\n"
    )


@given(texts, texts)
def test_one_command_whatever_is_said(text: str, path: str) -> None:
    lines = FORMATS["github"](report(finding(text, path=path)), Style()).split("\n")
    assert len(lines) == 2
    match = COMMAND.fullmatch(lines[0])
    assert match
    properties = dict(pair.split("=", 1) for pair in match[2].split(","))
    assert properties["line"] == "3"
    assert unescaped(match[3]).startswith("It says: ")
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", lines[0])


def test_paths_count_from_the_checkout(write: Write, command: Command) -> None:
    root = write({f"site/docs/{locale}/a.md": "# A\n" for locale in ("en", "lv")} | {"site/docs/en/b.md": "# B\n"})
    inside = command("check", "--format", "github", cwd=root / "site", env={"GITHUB_WORKSPACE": str(root)})
    assert inside.out.startswith("::warning file=site/docs/lv/b.md,line=1,")
    elsewhere = command("check", "--format", "github", cwd=root / "site", env={"GITHUB_WORKSPACE": str(root / "other")})
    assert elsewhere.out.startswith("::warning file=docs/lv/b.md,line=1,")
    assert command("check", "--format", "json", cwd=root / "site", env={"GITHUB_WORKSPACE": str(root)}).places == [
        ("page-missing", "docs/lv/b.md", 1)
    ]
