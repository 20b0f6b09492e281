"""The HTML report: one file, nothing executed, nothing fetched, in the languages it says."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.report.reports import HOSTILE, finding, report, texts

from facingpages.finding import Severity
from facingpages.report import FORMATS
from facingpages.report.style import Style

EMPTY = FORMATS["html"](report(finding("x")), Style())


def nodes(html: str) -> list[LexborNode]:
    root = LexborHTMLParser(html).root
    assert root is not None
    return list(root.traverse())


def tags(html: str) -> Counter[str]:
    return Counter(node.tag or "" for node in nodes(html))


def attributes(html: str) -> set[str]:
    return {name for node in nodes(html) for name in node.attributes}


@given(texts, texts)
def test_text_stays_text(text: str, path: str) -> None:
    html = FORMATS["html"](report(finding(text, path=path)), Style())
    assert tags(html) - tags(EMPTY) == Counter()
    assert attributes(html) <= attributes(EMPTY) | {"class"}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)


def test_nothing_runs_and_nothing_is_fetched() -> None:
    html = FORMATS["html"](report(*(finding(text, line=n + 1) for n, text in enumerate(HOSTILE))), Style())
    page = LexborHTMLParser(html)
    assert page.css("script, link, img, iframe, object, form, base") == []
    assert not any(name.startswith("on") or name in ("src", "href", "style") for name in attributes(html))
    assert "url(" not in html.split("</style>")[0]
    policy = page.css_first('meta[http-equiv="Content-Security-Policy"]')
    assert policy is not None
    assert "default-src 'none'" in (policy.attributes["content"] or "")


def test_each_side_says_its_language_and_shows_its_place() -> None:
    one = finding("x", locale="pt_BR", column=3, end_column=7, snippet="a <b>c</b>")
    page = LexborHTMLParser(FORMATS["html"](report(one), Style()))
    source, target = page.css("pre")
    assert (source.attributes["lang"], target.attributes["lang"]) == ("en", "pt-BR")
    assert target.text() == "a <b>c</b>"
    assert [mark.text() for mark in target.css("mark")] == ["<b>c"]
    assert {node.attributes["dir"] for node in (source, target)} == {"auto"}


def test_findings_stand_under_their_pages() -> None:
    others = [finding(path="docs/lv/b.md", line=line) for line in (3, 5)]
    found = report(others[1], finding(), finding("y", line=9, severity=Severity.INFO), others[0])
    page = LexborHTMLParser(FORMATS["html"](found, Style()))
    assert [(part.css("h2 bdi")[0].text(), len(part.css("article"))) for part in page.css("section")] == [
        ("docs/lv/a.md", 2),
        ("docs/lv/b.md", 2),
    ]


def test_a_line_of_ten_megabytes_is_cut() -> None:
    html = FORMATS["html"](
        report(finding("x", column=5_000_000, end_column=5_000_003, snippet="ab " * 3_300_000)), Style()
    )
    assert len(html) < 20_000
