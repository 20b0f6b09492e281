"""What holds of every page, whatever is written in it and in whatever dialect."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.read.outline import line
from tests.read.texts import anything, pages

from facingpages.document import OBJECT, Block, Container, Document
from facingpages.read import read_page
from facingpages.read.dialects import DIALECTS

dialects = st.sampled_from(list(DIALECTS))
ENDS = {"inline": (b"[", b")"), "reference": (b"[", b"]"), "auto": (b"<", b">"), "html": (b"<", b">")}


def read(text: str, dialect: str) -> Document:
    return read_page(text.encode("utf-8", "surrogatepass"), dialect=dialect)


def containers(document: Document) -> Iterator[Container]:
    for block in document.blocks:
        if block.parent is not None:
            yield from block.parent.around()


@given(st.binary(max_size=300), dialects)
@example(b"\xff\xfe#\x00", "commonmark")
@example(b"---\ntitle: \xff\n---\n", "learn")
def test_any_bytes_are_read(raw: bytes, dialect: str) -> None:
    document = read_page(raw, dialect=dialect)
    document.raw.decode()
    assert all(0 <= fault.start <= fault.end <= len(document.raw) for fault in document.faults)


@given(anything, dialects)
def test_blocks_stand_in_the_page_in_order(text: str, dialect: str) -> None:
    document = read(text, dialect)
    reached = 0
    for number, block in enumerate(document.blocks):
        assert block.index == number
        assert reached <= block.start <= block.end <= len(document.raw)
        document.raw[block.start : block.end].decode()  # no character is cut
        reached = block.start
    for box in containers(document):
        assert 0 <= box.start <= box.end <= len(document.raw)


@given(anything, dialects)
def test_text_stands_where_it_is_said_to(text: str, dialect: str) -> None:
    document = read(text, dialect)
    for block in document.blocks:
        if block.kind == "code":
            continue
        assert "".join(piece for _, piece in block.pieces) == block.text
        for start, piece in block.pieces:
            if piece in ("", OBJECT, " ", "\t") or b"&" in document.raw[start : start + 1]:
                continue  # what stands for something else, and entities
            if block.kind == "html" and "&" in document.source_text(block.start, block.end):
                continue
            assert document.raw[start : start + len(piece.encode())].decode("utf-8", "replace") == piece


@given(anything, dialects)
def test_links_begin_and_end_with_their_marks(text: str, dialect: str) -> None:
    document = read(text, dialect)
    for block in document.blocks:
        for link in block.links:
            written = document.raw[link.start : link.end]
            assert link.start <= link.text_start <= link.text_end <= link.end
            if link.form == "bare":
                assert written.decode() == link.target or b"&" in written or b"\\" in written
                continue
            first, last = ENDS[link.form]
            assert written.startswith(first)
            assert written.endswith(last)
        for picture in block.images:
            assert document.raw[picture.start : picture.start + 1] in (b"!", b"<")


@given(anything, dialects)
def test_spans_begin_with_their_marks(text: str, dialect: str) -> None:
    document = read(text, dialect)
    for block in document.blocks:
        for marks, spans in (
            ((b"`",), block.codes),
            ((b"*", b"_", b"<"), block.strongs),
            ((b"*", b"_", b"<"), block.emphases),
            ((b"<",), block.html),
            ((b"[",), block.footnotes),
        ):
            for span in spans:
                assert document.raw[span.start : span.end].startswith(marks)
        for span in block.directives:
            if block.kind != "directive" and not span.text.startswith("[!"):
                assert document.source_text(span.start, span.end) == span.text


@given(anything, dialects)
def test_every_character_of_a_text_has_a_place(text: str, dialect: str) -> None:
    document = read(text, dialect)
    for block in document.blocks:
        places = [block.offset(index) for index in range(len(block.text))]
        assert all(0 <= place <= len(document.raw) for place in places)
        assert [block.offset(index) for index in reversed(range(len(places)))] == places[::-1]


@given(st.lists(pages, min_size=1, max_size=6), dialects)
def test_nothing_gets_lost(parts: list[str], dialect: str) -> None:
    text = "".join(f"{part}word{number:03d} " for number, part in enumerate(parts))
    document = read(text, dialect)
    told = " ".join(
        [*(box.title + " " + box.name for box in containers(document)), *(one.label for one in document.definitions)]
    )
    told += " ".join(one.target for one in document.definitions)
    for match in re.finditer(rb"word\d{3}", document.raw):
        line = document.line_text(match.start())
        assert (
            any(block.start <= match.start() < block.end for block in document.blocks)
            or any(comment.start <= match.start() < comment.end for comment in document.comments)
            or match.start() < document.metadata_end
            or match.group().decode() in told
            or "]:" in line  # the title of a reference
        ), match.group()


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=anything)
def test_the_same_text_gives_the_same_document(dialect: str, text: str) -> None:
    def told(block: Block) -> tuple[object, ...]:
        return (line(block), block.start, block.end, block.text, block.depth)

    one, two = read(text, dialect), read(text, dialect)
    assert list(map(told, one.blocks)) == list(map(told, two.blocks))
    assert one.metadata == two.metadata


@given(pages, dialects)
def test_line_ends_do_not_matter(text: str, dialect: str) -> None:
    text = text.replace("\r", "")
    plain = [line(block) for block in read(text, dialect).blocks]
    assert [line(block) for block in read(text.replace("\n", "\r\n"), dialect).blocks] == plain
    assert [line(block) for block in read(text.replace("\n", "\r"), dialect).blocks] == plain
