"""Reviewdog's format: columns in bytes of UTF-8, and suggestions that are the fix when they are taken over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Command, Write
from tests.report.reports import finding, report, texts

from facingpages.document import Place
from facingpages.finding import Applicability, Edit, Finding, Fix, Severity
from facingpages.report import FORMATS
from facingpages.report.style import Style

PAGE = "# Ā 🎉\r\n\r\nŠis 👩‍👩‍👧 [x](b.md) un **y**\r\nun tā\r\n"
LINE = "Šis 👩‍👩‍👧 [x](b.md) un **y**"


def diagnostics(text: str) -> list[dict[str, Any]]:
    found: dict[str, Any] = json.loads(text)
    assert found["source"]["name"] == "facingpages"
    listed: list[dict[str, Any]] = found["diagnostics"]
    return listed


def pages(path: str) -> bytes | None:
    return PAGE.encode() if path == "docs/lv/a.md" else None


def applied(raw: bytes, suggestion: dict[str, Any]) -> bytes:
    """What reviewdog makes of it: the bytes between two positions replaced."""
    lines = raw.split(b"\n")

    def at(position: dict[str, int]) -> int:
        return sum(len(line) + 1 for line in lines[: position["line"] - 1]) + position["column"] - 1

    start, end = (at(suggestion["range"][key]) for key in ("start", "end"))
    return raw[:start] + suggestion["text"].encode() + raw[end:]


def mended(one: Finding, *edits: tuple[int, int, int, int, str]) -> Finding:
    places = tuple(Edit(Place(one.place.path, *edit[:4]), edit[4]) for edit in edits)
    return one._replace(fix=Fix(Applicability.SAFE, "put it back", places))


@pytest.mark.parametrize("read", [pages, lambda _: None], ids=["the page", "the line shown"])
def test_columns_are_bytes(read: Any) -> None:
    start = LINE.index("[") + 1
    one = finding("x", line=3, column=start, end_column=start + 9, snippet=LINE, severity=Severity.INFO)
    (told,) = diagnostics(FORMATS["rdjson"](report(one), Style(read=read)))
    place = told["location"]["range"]
    assert told["severity"] == "INFO"
    assert place["start"]["line"] == place["end"]["line"] == 3
    assert LINE.encode()[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"[x](b.md)"


def test_a_place_of_several_lines() -> None:
    one = finding("x", snippet=LINE)._replace(place=Place("docs/lv/a.md", 3, 5, 4, 6))
    (told,) = diagnostics(FORMATS["rdjson"](report(one), Style(read=pages)))
    assert told["location"]["range"] == {"start": {"line": 3, "column": 6}, "end": {"line": 4, "column": 7}}
    (told,) = diagnostics(FORMATS["rdjson"](report(one), Style()))
    assert told["location"]["range"] == {"start": {"line": 3}, "end": {"line": 4}}  # as whole lines: never a wrong byte


def test_a_fix_is_one_suggestion() -> None:
    one = mended(finding("x", line=3, snippet=LINE), (3, 11, 3, 12, "ž"), (3, 27, 3, 28, "🎈"), (4, 1, 4, 1, "Ē "))
    (told,) = diagnostics(FORMATS["rdjson"](report(one), Style(read=pages)))
    (suggestion,) = told["suggestions"]
    lines = PAGE.split("\r\n")
    lines[2] = lines[2][:10] + "ž" + lines[2][11:26] + "🎈" + lines[2][27:]
    lines[3] = "Ē " + lines[3]
    assert applied(PAGE.encode(), suggestion).decode() == "\r\n".join(lines)


def test_without_the_page_nothing_is_suggested() -> None:
    for page in (None, b"changed\n"):
        one = mended(finding("x", line=3, snippet=LINE), (3, 11, 3, 12, "ž"))
        (told,) = diagnostics(FORMATS["rdjson"](report(one), Style(read=lambda _, page=page: page)))  # type: ignore[misc]
        assert "suggestions" not in told


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), min_size=1), st.data())
def test_any_insertion_lands_where_it_belongs(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    page = f"# A\n{line}\nb\n".encode()
    one = mended(finding(line, line=2), (2, column, 2, column, "→"))
    (told,) = diagnostics(FORMATS["rdjson"](report(one), Style(read=lambda _: page)))
    assert applied(page, told["suggestions"][0]).decode() == f"# A\n{line[: column - 1]}→{line[column - 1 :]}\nb\n"


@given(texts, texts)
def test_one_diagnostic_whatever_is_said(text: str, path: str) -> None:
    (told,) = diagnostics(FORMATS["rdjson"](report(finding(text, path=path)), Style()))
    assert "\n" not in told["message"] + told["location"]["path"]
    assert told["related_locations"][0]["location"]["range"]["start"]["line"] == 30


def test_the_suggestion_of_a_real_finding_mends_it(write: Write, command: Command) -> None:
    source, target = "# A\n\nRead **this** 🎉 and `code`.\n", "# A\n\nLasi 🎉 **šo** 🎉 un `cod`.\n"
    root = write({"docs/en/a.md": source, "docs/lv/a.md": target})
    (told,) = diagnostics(command("check", "--format", "rdjson").out)
    place = told["location"]["range"]
    assert target.encode().split(b"\n")[2][place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"`cod`"
    page = root / "docs/lv/a.md"
    page.write_bytes(applied(page.read_bytes(), told["suggestions"][0]))
    assert page.read_text("utf-8") == target.replace("`cod`", "`code`")
    assert diagnostics(command("check", "--format", "rdjson").out) == []
