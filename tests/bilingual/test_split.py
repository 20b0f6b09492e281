"""A bilingual file comes apart into two texts without loss, and every byte of both knows its place in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bilingual.segment import segment

from facingpages.read.bilingual import Half, split

# What may stand inside a sentence or between two: text in any script, mark-up, code with tags in it, spans of its own.
plain = st.text(st.characters(exclude_characters="<>`", exclude_categories=["Cs"]), max_size=12)
inline = st.sampled_from(
    [
        "**Saglabāt**",
        "[saite](https://example.org/a_(b))",
        "`</span>`",
        '<span class="x">a <span>b</span></span>',
        "<br>",
        "5 < 6 > 4",
        "„…”",
        "🙂",
        "<C:\\ProgramData>",
    ]
)
content = st.lists(plain | inline, max_size=4).map("".join)
layout = st.sampled_from(["\n\n1. ", "  ", "\r\n", "\n# ", "> ", "```\ncode\n```\n"])
gap = st.lists(plain | layout, max_size=3).map("".join)
tags = ['<span data-ttu-id="a">', "</span>", '<span class="sxs-lookup">', '<span data-stu-id="a">', "<span>", "x", "`"]


@given(st.lists(st.tuples(gap, content, content), max_size=6), gap)
def test_both_texts_are_what_was_woven_together(woven: list[tuple[str, str, str]], rest: str) -> None:
    file = "".join(before + segment(f"s{n}", target, source) for n, (before, target, source) in enumerate(woven)) + rest

    page = split(file.encode())

    assert page.faults == ()
    assert page.target.raw.decode() == "".join(before + target for before, target, _ in woven) + rest
    assert page.source.raw.decode() == "".join(before + source for before, _, source in woven) + rest
    assert [(s.id, s.target, s.source) for s in page.segments] == [
        (f"s{n}", target, source) for n, (_, target, source) in enumerate(woven)
    ]


@given(st.lists(st.tuples(gap, content, content), max_size=6), gap)
def test_every_byte_knows_its_place_in_the_file(woven: list[tuple[str, str, str]], rest: str) -> None:
    raw = ("".join(before + segment("x", target, source) for before, target, source in woven) + rest).encode()

    page = split(raw)

    for side in (page.target, page.source):
        assert bytes(raw[side.origin(at)] for at in range(len(side.raw))) == side.raw
    for one in page.segments:
        assert raw[one.offset :].startswith(one.target.encode())


@given(st.text().map(str.encode) | st.binary())
def test_a_file_without_segments_is_both_texts(raw: bytes) -> None:
    page = split(raw)

    assert (page.target.raw, page.source.raw, page.segments) == (raw, raw, ())
    assert (page.target.origin(0), page.target.origin(len(raw))) == (0, len(raw))


GOOD = segment("ok", "Labi.", "Good.")


@pytest.mark.parametrize(
    ("broken", "reason", "at"),
    [
        ('<span data-ttu-id="a">Viens.', "translation a is not closed", "<span data-ttu"),
        ('<span data-ttu-id="a">Viens.</span> Divi.', "translation a is not followed by its source", "<span data-ttu"),
        (
            '<span data-ttu-id="a">Viens.</span> <span class="sxs-lookup"><span data-stu-id="a">One.</span></span>',
            "translation a is not followed by its source",
            "<span data-ttu",
        ),
        (
            '<span data-ttu-id="a">Viens.<span class="sxs-lookup"><span data-stu-id="a">One.</span></span>',
            "translation a is not closed",
            "<span data-ttu",
        ),
        (
            '<span data-ttu-id="a">Viens.</span><span class="sxs-lookup"><span data-stu-id="a">One.</span>',
            "source a is not closed",
            "<span data-stu",
        ),
        (
            '<span data-ttu-id="a">Viens.</span><span class="sxs-lookup"><span data-stu-id="a">One.',
            "source a is not closed",
            "<span data-stu",
        ),
        (
            '<span data-ttu-id="a">Viens.</span><span class="sxs-lookup"><span data-stu-id="b">One.</span></span>',
            "translation a is followed by source b",
            "<span data-stu",
        ),
        (
            '<span class="sxs-lookup"><span data-stu-id="a">One.</span></span>',
            "source text stands without its translation",
            "<span class",
        ),
    ],
)
def test_a_broken_segment_is_one_fault_and_its_neighbours_are_read(broken: str, reason: str, at: str) -> None:
    file = GOOD + "\n\n" + broken + "\n\n" + GOOD

    page = split(file.encode())

    (fault,) = page.faults
    assert fault.reason == reason
    assert fault.offset == file.index(broken) + broken.index(at)
    assert len(page.segments) == 2
    assert broken in page.target.raw.decode()
    assert broken in page.source.raw.decode()


@given(st.lists(st.sampled_from(tags)))
def test_any_heap_of_tags_is_read_without_an_error_and_without_loss(heap: list[str]) -> None:
    raw = "".join(heap).encode()

    page = split(raw)

    for side in (page.target, page.source):
        assert bytes(raw[side.origin(at)] for at in range(len(side.raw))) == side.raw
    assert [fault.offset for fault in page.faults] == sorted(fault.offset for fault in page.faults)


def test_an_empty_file_has_two_empty_sides() -> None:
    assert split(b"").target == Half(b"", (), ())
