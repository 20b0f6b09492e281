"""Front matter: each key with its value and place; what is wrong with it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.read.outline import read

from facingpages.document import Document, Entry
from facingpages.read import frontmatter, read_page


def values(text: str) -> dict[str, str]:
    return {key: entry.value for key, entry in read(text).metadata.items()}


def test_keys_and_places() -> None:
    document = read('---\ntitle: "a: b"\nms.date: 03/22/2021\nempty:\ntags:\n- "a"\n- b\n---\n\n# Text\n')
    assert document.metadata["title"].value == "a: b"
    assert document.metadata["empty"].value == ""
    assert document.metadata["tags"].value == "a\nb"
    assert document.metadata["tags"].shape == "list"
    entry = document.metadata["ms.date"]
    assert document.place(entry.start, entry.end)[1:] == (3, 1, 3, 20)
    assert document.place(document.blocks[0].start).line == 10


@pytest.mark.parametrize("opening", ["---\n", "--- \n", "---\t\n", "---\r\n"])
@pytest.mark.parametrize("closing", ["---\n", "...\n", "--- \n", "---"])
def test_fences(opening: str, closing: str) -> None:
    assert values(f"{opening}title: a\n{closing}") == {"title": "a"}


@pytest.mark.parametrize("text", ["---\n\n---\n", " ---\na: b\n---\n", "text\n---\na: b\n---\n", "----\na: b\n----\n"])
def test_what_is_no_front_matter(text: str) -> None:
    assert read(text).metadata == {}
    assert read(text).metadata_end == 0


def test_toml() -> None:
    document = read('+++\ntitle = "Credits"\ntags = ["a", "b"]\n[menu]\nweight = 1\n+++\n\nText\n')
    assert {key: entry.value for key, entry in document.metadata.items()} == {
        "title": "Credits",
        "tags": "a\nb",
        "menu": "{'weight': 1}",
    }
    assert document.place(document.metadata["menu"].start).line == 4


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("---\ntitle: a\n", "metadata-syntax", 1),
        ("+++\ntitle = 1\n", "metadata-syntax", 1),
        ("---\na: b\ntitle: [x\nc: d\n---\n", "metadata-syntax", 4),
        ("---\na: b\ntitle: 'x\nc: d\n---\n", "metadata-syntax", 3),
        ("---\na: 1\nb: 2\na: 3\n---\n", "metadata-duplicate", 4),
        ("---\na: 1\nb: [2]\na: 3\n---\n", "metadata-duplicate", 4),
        ("---\n- a\n---\n", "metadata-syntax", 2),
        ("+++\na = 1\nb = \n+++\n", "metadata-syntax", 3),
    ],
)
def test_faults(text: str, rule: str, line: int) -> None:
    document = read(text)
    assert [(fault.rule, document.place(fault.start).line) for fault in document.faults] == [(rule, line)]


def test_the_page_behind_broken_front_matter_is_read() -> None:
    assert [block.text for block in read("---\ntitle: [x\n---\n\n# Text\n").blocks] == ["Text"]


KEYS = st.from_regex(r"[A-Za-z_][\w.-]{0,6}", fullmatch=True)
SIGNS = "ab1 :#-_/.,'\"\\[]{}&*!|>%@`~?=\t\u0101\u00a0\u0085\u2028\ufeff"
WORDS = (
    "null", "Null", "~", "true", "yes", "on", "0x1f", "1e3", "2021-03-22", "03/22/2021", "12:30", "a: b", "a #b", "a#b",
    "- a", "[a, b]", "{a: b}", "'a'", '"a"', "'it''s'", '"a\\n"', "|", ">", "<<", "=", "&a b", "*a", "!x y", "a:", ":a",
)  # fmt: skip
PLAIN = st.one_of(
    st.text(alphabet=SIGNS, max_size=12), st.sampled_from(WORDS), st.from_regex(r"\w[\w ]*", fullmatch=True)
)
QUOTED = st.lists(st.sampled_from((*"ab :#-\u0101'", '\\"', "\\\\", "\\n")), max_size=8).map(
    lambda of: f'"{"".join(of)}"'
)
ITEMS = st.builds("{}- {}\n".format, st.sampled_from(("", "  ")), PLAIN)
LINES = st.one_of(
    st.builds("{}: {}\n".format, KEYS, PLAIN),
    st.builds("{}: {}  \n".format, KEYS, QUOTED),
    st.builds("{}:\n{}".format, KEYS, st.lists(ITEMS, max_size=3).map("".join)),
    st.builds("{}:  \n".format, KEYS),
    st.sampled_from(("\n", "# comment\n", "  a: b\n", "text\n", "? a\n", "\ta: b\n", "a : b\n", "a:b\n")),
)


@settings(max_examples=166)
@given(st.lists(LINES, max_size=4).map("".join), st.booleans())
@example("a: b\nc: null\n", False)
@example("a:\n- b\n  - c\n", False)
@example("a: b: c\n", True)
@example('a: "\\"b\\" c"\n', False)
@example('a:\n- "\\"b"\n', True)
def test_the_short_way_gives_what_yaml_gives(text: str, windows: bool) -> None:
    text = text.replace("\n", "\r\n") if windows else text

    def by(way: Callable[[Document], object]) -> tuple[dict[str, Entry], list[str]]:
        document = Document("page.md", b"---\n" + text.encode() + b"---\n", "commonmark")
        document.metadata_end = len(document.raw)
        way(document)
        return document.metadata, [fault.rule for fault in document.faults]

    document = Document("page.md", b"", "commonmark")
    if not frontmatter._simple(document, text, 0):
        return
    short = by(lambda document: frontmatter._simple(document, text, 4))
    assert short == by(lambda document: frontmatter._yaml(document, text.encode(), 4))


@given(st.text(max_size=60))
def test_any_front_matter_is_read(text: str) -> None:
    for fence in ("---", "+++"):
        document = read_page(f"{fence}\n{text}\n{fence}\n\n# Text\n".encode("utf-8", "surrogatepass"))
        for entry in document.metadata.values():
            assert 0 <= entry.start <= entry.end <= len(document.raw)


@pytest.mark.parametrize(("close", "first"), [("}\n---", "Text."), ("}\n", '%{ title: "A" } Text.')])
def test_a_map_of_elixir_is_no_text(close: str, first: str) -> None:
    document = read_page(f'%{{\n  title: "A"\n{close}\n\nText.\n'.encode())
    assert " ".join(" ".join(block.text.split()) for block in document.blocks) == first
    assert not document.faults
