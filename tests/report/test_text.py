"""The report for people: places that can be clicked, marks under what they mean, a terminal that nobody else steers."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.reports import HOSTILE, finding, report, texts

from facingpages.document import Place
from facingpages.finding import Severity
from facingpages.report import FORMATS
from facingpages.report.excerpt import excerpt
from facingpages.report.style import Style, columns, wrapped
from facingpages.safe import safe

STEERS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
SGR = re.compile(r"\x1b\[[0-9;]*m")


def lines_of(text: str) -> list[str]:
    assert text.endswith("\n")
    return text[:-1].split("\n")


def test_a_finding() -> None:
    one = finding("three", line=9, column=4, end_column=9, snippet="1. Vēlna **x**")
    assert lines_of(FORMATS["text"](report(one), Style()))[:6] == [
        "docs/lv/a.md:9:4: error [step-missing] It says: three",
        "   9 │ 1. Vēlna **x**",
        "     │    ^^^^^",
        "     ├ source step: docs/en/a.md:30:1",
        "  30 │ 1. Vēlna **x**",
        "     │ ~~~~",
    ]


def test_the_summary() -> None:
    found = report(finding(), finding("y", severity=Severity.WARNING), finding("z", severity=Severity.WARNING))
    assert lines_of(FORMATS["text"](found, Style()))[-4:] == [
        "locale  pages  translated  errors  warnings  hints",
        "lv          2           2       1         2      0",
        "",
        "1 error, 2 warnings",
    ]
    assert lines_of(FORMATS["text"](report(), Style()))[-1] == "No findings."


def test_what_was_left_out_is_counted() -> None:
    found = report()
    found.counts.update(ignored=2, baselined=1, skipped=1)  # type: ignore[attr-defined]
    assert lines_of(FORMATS["text"](found, Style()))[-1] == "No findings. (2 ignored, 1 known before, 1 file excluded)"


@given(texts, texts)
def test_no_text_steers_the_terminal(text: str, path: str) -> None:
    found = report(finding(text, path=path))
    plain = FORMATS["text"](found, Style())
    assert not STEERS.search(plain.replace("\n", ""))
    assert len(lines_of(plain)) == (11 if text.strip() else 7)
    colored = FORMATS["text"](found, Style(color=True))
    assert "\x1b" not in SGR.sub("", colored)


def test_colors_change_nothing_else() -> None:
    found = report(*(finding(text, line=number + 1) for number, text in enumerate(HOSTILE)))
    plain, colored = FORMATS["text"](found, Style()), SGR.sub("", FORMATS["text"](found, Style(color=True)))
    assert "\x1b[m" not in FORMATS["text"](found, Style(color=True))  # would end the colour of what is around it
    hint = "More on a rule: facingpages explain RULE\n\n"
    assert colored.replace(hint, "") == plain


@pytest.mark.parametrize(
    ("line", "column", "end", "above"),
    [
        ("設定を**保存**する", 4, 10, "**保存**"),
        ("\t- a\tb c", 6, 7, "b"),
        ("e\u0301te\u0301 **x**", 7, 12, "**x**"),
        ("الإعدادات **x**", 11, 16, "**x**"),
        ("نص\u202eabc\u202c **x**", 9, 14, "**x**"),
    ],
)
def test_marks_stand_under_what_they_mean(line: str, column: int, end: int, above: str) -> None:
    shown, marks = lines_of(FORMATS["text"](report(finding(snippet=line, column=column, end_column=end)), Style()))[1:3]
    start = columns(marks[: marks.index("^")])
    before = next(cut for cut in range(len(shown)) if columns(shown[:cut]) == start and not combines(shown[cut]))
    assert shown[before:].startswith(above)
    assert marks.count("^") == columns(above)


def combines(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(20, 120))
def test_an_excerpt_fits_and_is_the_line(line: str, start: int, length: int, width: int) -> None:
    start = min(start, len(line))
    place = Place("x", 1, start + 1, 1, min(start + length, len(line)) + 1)
    cut = excerpt(line, place, width)
    whole = cut.before + cut.marked + cut.after
    assert columns(whole) <= width
    assert cut.cut_start or safe(line).startswith(whole)
    assert cut.cut_end or safe(line).endswith(whole)
    if not cut.cut_start and not cut.cut_end:
        assert whole == safe(line)


def test_an_excerpt_of_a_long_line_keeps_both_sides_of_its_place() -> None:
    line = "word " * 5_000 + "**here**" + " word" * 5_000
    cut = excerpt(line, Place("x", 1, 25_001, 1, 25_009), 80)
    assert cut.marked == "**here**"
    assert cut.before.endswith("word ")
    assert cut.after.startswith(" word")
    assert (cut.cut_start, cut.cut_end) == (True, True)


@given(st.text(max_size=200), st.integers(1, 60))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(columns(line) <= width or " " not in line for line in lines)


def test_on_a_terminal_long_messages_break_between_words() -> None:
    one = finding("word " * 40, line=9)
    narrow = FORMATS["text"](report(one), Style(width=60, wrap=True)).split("\n\n")[0]
    head, *rest = lines_of(narrow + "\n")
    assert head == "docs/lv/a.md:9:1: error [step-missing]"
    assert all(columns(line) <= 60 for line in rest)
    assert "docs/lv/a.md:9:1: error [step-missing] It says: word" in FORMATS["text"](report(one), Style(width=60))
