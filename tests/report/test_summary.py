"""The page of a job: what a maintainer asks first, and nothing of a stranger's that is more than text."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from markdown import markdown
from selectolax.lexbor import LexborHTMLParser
from tests.conftest import Command, Write
from tests.report.reports import finding, report, texts

from facingpages.finding import Severity
from facingpages.refine import Report
from facingpages.report import FORMATS
from facingpages.report.style import Style


def rendered(found: Report, style: Style | None = None) -> LexborHTMLParser:
    text = FORMATS["summary"](found, style or Style())
    return LexborHTMLParser(markdown(text, extensions=["tables"]))


def tables(page: LexborHTMLParser) -> list[list[list[str]]]:
    return [
        [[cell.text(strip=True) for cell in row.css("th, td")] for row in table.css("tr")]
        for table in page.css("table")
    ]


def test_locales_rules_and_pages() -> None:
    found = report(
        finding("x", rule="step-missing", path="docs/lv/b.md"),
        finding("y", rule="link-target", severity=Severity.WARNING),
        finding("z", rule="link-target", severity=Severity.WARNING, line=9),
    )
    locales, rules, pages = tables(rendered(found, Style(base="site/")))
    assert locales == [
        ["Locale", "Pages", "Translated", "Errors", "Warnings", "Hints"],
        ["lv", "2", "2", "1", "2", "0"],
    ]
    assert rules[1:] == [["step-missing", "error", "1"], ["link-target", "warning", "2"]]
    assert pages[1:] == [
        ["site/docs/lv/b.md", "1", "0", "0", "3:1 It says: x"],
        ["site/docs/lv/a.md", "0", "2", "0", "3:1 It says: y"],
    ]


def test_the_ten_pages_that_need_most_and_how_many_more() -> None:
    many = [finding("x", path=f"docs/lv/{page}.md", line=line) for page in range(12) for line in range(1, page + 2)]
    page = rendered(report(*many))
    paths = [row[0] for row in tables(page)[2][1:]]
    assert paths == [f"docs/lv/{number}.md" for number in range(11, 1, -1)]
    assert "2 more pages have findings." in page.text()


def test_nothing_to_say_is_said() -> None:
    page = rendered(report())
    assert "No findings." in page.text()
    assert len(tables(page)) == 1


def test_what_was_known_before_is_counted(write: Write, command: Command) -> None:
    write({"docs/en/a.md": "# A\n", "docs/en/b.md": "# B\n", "docs/lv/b.md": "# B\n\n# C\n"})
    command("baseline")
    out = command("check", "--format", "summary", "--baseline", "facingpages-baseline.json").out
    assert "No findings. (2 known before)" in out


def test_pipes_and_html_are_text() -> None:
    text = FORMATS["summary"](report(finding("a|b <b>c</b> `d` [e](http://f) @g www.h.example")), Style())
    row = text.splitlines()[-1]
    assert row.count("|") == 6
    assert not set("<>`[]@") & set(row)
    assert "http:" not in row
    assert "www." not in row
    assert "a|b <b>c</b> `d` [e](http://f) @g www.h.example" in unescape(row)


@given(texts, texts)
def test_a_strangers_text_is_text(text: str, path: str) -> None:
    page = rendered(report(finding(text, path=path, locale="lv")))
    cells = {"html", "head", "body", "h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "a"}
    assert {node.tag for node in page.css("*")} <= cells
    assert [len(row) for row in tables(page)[2]] == [5, 5]
    assert len(page.css("a")) == 1
