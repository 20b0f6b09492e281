"""Lines and columns: from 1, columns in code points, whatever the line ends and characters are."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.outline import read

from facingpages.document import Document
from facingpages.read import read_page

ENDINGS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}


def where(document: Document, start: int, end: int) -> tuple[int, int, int, int]:
    place = document.place(start, end)
    return place.line, place.column, place.end_line, place.end_column


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["", "BOM"])
def test_line_ends(ending: str, mark: bytes) -> None:
    text = "# Title\n\nOne\nand [two](u).\n\n- a\n- **b**\n".replace("\n", ending)
    document = read_page(mark + text.encode())
    link = document.blocks[1].links[0]
    bold = document.blocks[3].strongs[0]
    assert where(document, link.start, link.end) == (4, 5, 4, 13)
    assert where(document, bold.start, bold.end) == (7, 3, 7, 8)


@pytest.mark.parametrize(
    ("before", "column"),
    [
        ("ab ", 4),
        ("\u0101\u010d ", 4),  # Latvian letters: two bytes, one column
        ("\U0001d11e\U0001f600 ", 4),  # astral characters: four bytes, one column
        ("e\u0301 ", 4),  # a combining mark is a code point of its own
        ("a\tb ", 5),  # a tab is one column
        ("\u202ea ", 4),
        ("&amp; ", 7),  # as written, not as read
        ("\\* ", 4),
        ("\u65e5\u672c ", 4),
    ],
)
def test_columns_are_code_points(before: str, column: int) -> None:
    document = read(f"x\n\n{before}[link](u) more\n")
    link = document.blocks[1].links[0]
    assert where(document, link.start, link.end) == (3, column, 3, column + 9)
    assert document.source_text(link.text_start, link.text_end) == "link"


@pytest.mark.parametrize(
    ("text", "index", "column"),
    [
        ("a \\* b **c** d", "d", 14),
        ("a &amp; b &#8212; c", "c", 19),
        ("a `code` **b** c", "c", 16),
        ("a https://example.com/x_y c", "c", 27),
        ("\u0101 \\_ \u0101 &lt; c", "c", 13),
        ("a {{ variable }} c", "c", 18),
        ("a ![picture](p.png) c", "c", 21),
    ],
)
def test_a_character_of_the_text_stands_where_it_is_read(text: str, index: str, column: int) -> None:
    document = read(text + "\n")
    block = document.blocks[0]
    place = document.place(block.offset(block.text.index(index)))
    assert (place.line, place.column) == (1, column)


@pytest.mark.parametrize("depth", range(4))
def test_places_in_containers_are_exact(depth: int) -> None:
    lines = ["    " * level + "!!! note" for level in range(depth)]
    lines += ["", "    " * depth + "One `code` and", "    " * depth + "[two](u) {{ x }} **three**."]
    document = read("\n".join(lines) + "\n", "mkdocs")
    block = document.blocks[-1]
    first, left = depth + 3, 4 * depth + 1
    assert where(document, block.codes[0].start, block.codes[0].end) == (first - 1, left + 4, first - 1, left + 10)
    assert where(document, block.links[0].start, block.links[0].end) == (first, left, first, left + 8)
    assert where(document, block.directives[0].start, block.directives[0].end) == (first, left + 9, first, left + 16)
    assert where(document, block.strongs[0].start, block.strongs[0].end) == (first, left + 17, first, left + 26)


def test_a_heading_in_a_container_has_its_id_where_it_stands() -> None:
    document = read("!!! note\n    ## Title {#here}\n", "mkdocs")
    heading = document.blocks[0]
    assert heading.id == "here"
    assert document.source_text(heading.anchors[0].start, heading.anchors[0].end) == "{#here}"


def test_places_behind_tabs() -> None:
    document = read("!!! note\n\tOne [two](u)\n\n\t!!! tip\n\t\t[three](v)\n", "mkdocs")
    links = [link for block in document.blocks for link in block.links]
    assert [where(document, link.start, link.end)[:2] for link in links] == [(2, 6), (5, 3)]


@given(st.text(alphabet="ab\u0101\U0001d11e\n\r\t", max_size=80), st.integers(0, 300), st.integers(0, 300))
def test_places_are_those_of_the_text(text: str, one: int, two: int) -> None:
    document = read_page(text.encode())
    lines = text.replace("\r\n", "\n\n").replace("\r", "\n")  # a pair counts as two here, and is put right below
    starts = sorted({len(text[:index].encode()) for index in range(len(text) + 1)})
    start, end = starts[one % len(starts)], starts[two % len(starts)]
    for offset in (start, end, start):  # in any order
        before = text.encode()[:offset].decode()
        rest = before.replace("\r\n", "\n").replace("\r", "\n")
        if before.endswith("\r") and text[len(before) : len(before) + 1] == "\n":
            continue  # between the two halves of a line end
        place = document.place(offset)
        assert place.line == rest.count("\n") + 1
        assert place.column == len(rest) - rest.rfind("\n")
    assert len(lines) == len(text)


def test_a_long_line_with_many_places_is_counted_once() -> None:
    document = read("[\u0101](u) " * 20_000)
    places = [document.place(link.start, link.end) for link in document.blocks[0].links]
    assert [place.column for place in places] == list(range(1, 7 * 20_000, 7))
