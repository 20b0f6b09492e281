"""The reading of pages that the benchmark plants in."""

import pytest
from tests.accuracy.page import BOLD, CODE, LINK, Page


def kinds(text: str, mdx: bool = False) -> list[str]:
    return [block.kind for block in Page(text, mdx=mdx).blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\ntext\n\n- one\n- two\n", ["heading", "paragraph", "item", "item"]),
        ("---\ntitle: x\n---\ntext", ["paragraph"]),
        ("Title\n===\n\ntext", ["heading", "paragraph"]),
        ("```\n# no heading\n```\nafter", ["fence", "paragraph"]),
        ("```` md\n```\n````\n", ["fence"]),
        ("| a | b |\n| - | - |\n| 1 | 2 |\n\ntext", ["table", "paragraph"]),
        ("> [!NOTE]\n> text\n\nmore", ["quote", "paragraph"]),
        ('!!! note "T"\n    inside\n\n    still\n', ["directive", "paragraph", "paragraph"]),
        ("<!-- a\nb -->\n\ntext", ["paragraph"]),
        ('<a name="x"></a>\n\ntext', ["paragraph"]),
        ("text\n\n    code\n", ["paragraph", "indented"]),
        ("1. a\n\n   b\n2. c", ["item", "paragraph", "item"]),
        ("{{< youtube x >}}\n\ntext", ["directive", "paragraph"]),
        ("***\n\ntext", ["rule", "paragraph"]),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_components_end_at_their_tag_in_mdx() -> None:
    assert kinds("<Steps>\n1. a\n2. b\n</Steps>", mdx=True) == ["directive", "item", "item", "directive"]


def test_nesting() -> None:
    items = Page("1. a\n   - b\n   - c\n2. d\n").of("item")
    assert [item.level for item in items] == [0, 1, 1, 0]
    assert items[0].group == items[3].group != items[1].group


def test_extent_takes_what_is_nested() -> None:
    page = Page("1. a\n\n   more\n\n   - b\n2. c\n")
    assert page.extent(page.of("item")[0]) == 5


def test_line_ends_and_byte_order_mark_do_not_matter() -> None:
    assert Page("\ufeff# A\r\n\r\nb\r\n").lines == Page("# A\n\nb\n").lines


def test_marks_are_not_seen_in_code() -> None:
    page = Page('a `**no** [x](y)` **yes** [t](u "T") `c`')
    block = page.blocks[0]
    assert [mark.text for mark in page.marks(BOLD, block)] == ["yes"]
    assert [(m.text, m.target, m.title) for m in page.marks(LINK, block)] == [("t", "u", ' "T"')]
    assert [mark.text for mark in page.marks(CODE, block)] == ["**no** [x](y)", "c"]


def test_links_with_parentheses_and_escapes() -> None:
    page = Page(r"[a](b_(c)) [d](e\(f)")
    assert [mark.target for mark in page.marks(LINK, page.blocks[0])] == ["b_(c)", r"e\(f"]


def test_words_leave_out_addresses_and_markers() -> None:
    page = Page("12. see 34 [56](https://x.example/78) `90`")
    assert [mark.text for mark in page.words(r"\d+", page.blocks[0])] == ["34", "56"]
