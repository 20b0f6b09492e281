"""Python-Markdown with the extensions that MkDocs sites use."""

from __future__ import annotations

import pytest
from tests.read.outline import outline, read

BLOCKS = {
    "an admonition": (
        '!!! note "Title"\n    One\n\n    Two [l](u)\n\nThree\n',
        ["callout note > paragraph: One", "callout note > paragraph: Two l", "paragraph: Three"],
    ),
    "an admonition with classes": ("!!! danger inline end\n    One\n", ["callout danger inline end > paragraph: One"]),
    "details": (
        "??? tip\n    One\n\n???+ tip\n    Two\n",
        ["callout tip > paragraph: One", "callout tip > paragraph: Two"],
    ),
    "admonitions in each other": (
        "!!! note\n    One\n\n    !!! tip\n        Two\n\n    Three\n",
        [
            "callout note > paragraph: One",
            "callout note > callout tip > paragraph: Two",
            "callout note > paragraph: Three",
        ],
    ),
    "an admonition in a step": (
        "1. One\n\n    !!! note\n        Two\n\n2. Three\n",
        [
            "list > item > paragraph 1.: One",
            "list > item > callout note > paragraph: Two",
            "list > item > paragraph 2.: Three",
        ],
    ),
    "a step that begins with an admonition": (
        "1.  One\n2.\n    !!! note\n        Two\n",
        ["list > item > paragraph 1.: One", "list > item > callout note > paragraph 2.: Two"],
    ),
    "steps in an admonition": (
        "!!! note\n    1. One\n    2. Two\n",
        ["callout note > list > item > paragraph 1.: One", "callout note > list > item > paragraph 2.: Two"],
    ),
    "code in an admonition": (
        "!!! note\n    ```py\n    x\n\n    !!! tip\n    ```\n\n    One\n",
        ["callout note > code py: x\n\n!!! tip", "callout note > paragraph: One"],
    ),
    "a fence that an admonition leaves open": (
        "!!! note\n    ```\n    x\n\nOne\n\n!!! tip\n    Two\n",
        ["callout note > code: x", "paragraph: One", "callout tip > paragraph: Two"],
    ),
    "an admonition right below a paragraph": (
        "One\n!!! note\n    Two\n",
        ["paragraph: One", "callout note > paragraph: Two"],
    ),
    "an admonition shown as code": ("```\n!!! note\n    One\n```\n", ["code: !!! note\n    One"]),
    "an admonition in a comment": ("<!--\n!!! note\n    One\n-->\n\nTwo\n", ["paragraph: Two"]),
    "tabs": (
        '=== "A"\n\n    One\n\n    ```\n    x\n    ```\n\n=== "B"\n\n    Two\n',
        ["tab tab > paragraph: One", "tab tab > code: x", "tab tab > paragraph: Two"],
    ),
    "blocks": (
        "/// note | Title\n\nOne\n\n//// tab | A\n\nTwo\n\n////\n\n///\n\nThree\n",
        ["callout note > paragraph: One", "callout note > tab tab > paragraph: Two", "paragraph: Three"],
    ),
    "a block that is not closed": ("/// note\n\nOne\n", ["directive note", "paragraph: One"]),
    "a mark that closes nothing": ("One\n\n///\n", ["paragraph: One", "directive ///"]),
    "another block": ("/// html | div.x\nOne\n///\n", ["directive html", "directive html > paragraph: One"]),
    "inserts": ('--8<-- "a.md"\n\n{* b.py hl[1] *}\n', ["directive insert", "directive insert"]),
    "documentation of code": ("::: a.b\n    options:\n      x: 1\n\nOne\n", ["directive :::", "paragraph: One"]),
    "Markdown in HTML": (
        '<div class="grid" markdown>\n\n- One\n\n    Two\n\n</div>\n',
        ["html div", "html div > list > item > paragraph -: One", "html div > list > item > paragraph: Two"],
    ),
    "a quote with an admonition": (
        "> !!! note\n>     One\n\nTwo\n",
        ["quote > callout note > paragraph: One", "paragraph: Two"],
    ),
    "an indented admonition": ("  !!! note\n      One\n", ["callout note > paragraph: One"]),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str) -> None:
    text, expected = BLOCKS[name]
    assert outline(text, "mkdocs") == expected


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_blocks_with_other_line_ends(name: str, ending: str) -> None:
    text, expected = BLOCKS[name]
    assert outline(text.replace("\n", ending), "mkdocs") == expected


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks_indented_with_tabs(name: str) -> None:
    text, expected = BLOCKS[name]
    assert outline(text.replace("    ", "\t"), "mkdocs") == [line.replace("    ", "\t") for line in expected]


def test_containers() -> None:
    document = read('!!! warning "Mind &amp; "\n    One\n\n/// tip | **Two**\nThree\n///\n', "mkdocs")
    boxes = [block.parent for block in document.blocks]
    assert [(box.kind, box.name, box.title) for box in boxes if box] == [
        ("callout", "warning", "Mind &amp;"),
        ("callout", "tip", "**Two**"),
    ]
    assert [document.source_text(box.start, box.end).split("\n")[0] for box in boxes if box] == [
        '!!! warning "Mind &amp; "',
        "/// tip | **Two**",
    ]


def test_bold_beside_letters() -> None:
    block = read("a**b c**d *e*f g*h*\n", "mkdocs").blocks[0]
    assert [span.text for span in block.strongs] == ["b c"]
    assert [span.text for span in block.emphases] == ["e", "h"]
    assert block.text == "ab cd ef gh"
    assert block.offset(block.text.index("d")) == 8


def test_a_list_around_a_container_reaches_over_it() -> None:
    document = read("- One\n\n    !!! note\n        Two\n\n        Three\n\nFour\n", "mkdocs")
    items = [
        box
        for block in document.blocks
        for box in (block.parent.around() if block.parent else ())
        if box.kind == "item"
    ]
    assert {document.source_text(item.start, item.end).rstrip().endswith("Three") for item in items} == {True}
