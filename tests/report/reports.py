"""Reports made by hand, some of a stranger who means harm."""

from __future__ import annotations

from hypothesis import strategies as st

from facingpages.document import Place
from facingpages.finding import Finding, Related, Severity
from facingpages.refine import LocaleCount, Report

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "]]><x/>&amp;&#0;",
    "\x1b[2J\x1b]0;title\x07",
    "\x9b31m",
    "line one\nline two\r\n::error file=x::forged",
    "100%, a:b; ::set-output name=x::y",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "zero\u200bwidth\ufeff",
    "\x00\x08\ufffe\uffff\ud800",
    "=cmd|'/c calc'!A0",
    "</pre></article><style>*{display:none}</style>",
    "[link](http://evil.example) {message} {0} %s",
    "表格\tالعربية 👩‍👩‍👧 é",
)


def finding(
    text: str = "x", *, rule: str = "step-missing", severity: Severity = Severity.ERROR, line: int = 3, column: int = 1,
    end_column: int = 4, path: str = "docs/lv/a.md", locale: str = "lv", snippet: str | None = None,
) -> Finding:  # fmt: skip
    """A finding with hostile text, or other, everywhere."""
    snippet = text if snippet is None else snippet
    related = Related(Place("docs/en/a.md", 30, 1, 30, 5), "source step", snippet)
    place = Place(path, line, column, line, end_column)
    return Finding(rule, severity, place, locale, "It says: {text}", {"text": text}, (related,), snippet, text, "a")


def report(*findings: Finding, strict: bool = False) -> Report:
    """A report of findings."""
    counts = {"error": 0, "warning": 0, "info": 0, "ignored": 0, "baselined": 0, "skipped": 0}
    for one in findings:
        counts[one.severity.value] += 1
    rows = (LocaleCount("lv", 2, 2, len(findings), counts["error"], counts["warning"], counts["info"]),)
    return Report(sorted(findings, key=lambda one: one.order), counts, rows, "en", strict)


texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=4).map("".join),
)
