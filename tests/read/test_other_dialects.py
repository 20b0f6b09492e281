"""Learn, Hugo, MDX."""

from __future__ import annotations

import pytest
from tests.read.outline import outline, read

from facingpages.document import DialectName, Heading
from facingpages.read import read_page

LEARN = {
    "markers": (
        "::: zone pivot=\"a\"\n\n1. One\n\n   ::: zone-end\n\n2. Two\n",
        ["directive zone", "list > item > paragraph 1.: One", "list > item > directive zone-end",
         "list > item > paragraph 2.: Two"],
    ),
    "a picture": (':::image type="content" source="a.png" alt-text="b":::\n', ["directive image"]),
    "a picture in a step": (
        '1. :::image type="content" source="a.png" alt-text="b":::\n',
        ['list > item > directive :::image type="content" source="a.png" alt-text="b"::: 1.: *'],
    ),
    "a word not to translate": ('One :::no-loc text="Two"::: three\n', ["paragraph: One * three"]),
    "an include": ("[!INCLUDE [a label](../b.md)]\n", ["directive [!INCLUDE](../b.md): *"]),
    "an include in a text": ("One [!INCLUDE [a label](../b.md)] two\n", ["paragraph: One * two"]),
    "a quote that is a link": ('> [!div class="next"]\n> [One](u)\n', ["callout div > paragraph: One"]),
    "columns": (
        ":::row:::\n   :::column:::\n      **One** [two](u)\n\n      - Three\n   :::column-end:::\n:::row-end:::\n",
        ["directive row", "directive column", "paragraph: One two", "list > item > paragraph -: Three",
         "directive column-end", "directive row-end"],
    ),
    "columns four blanks deep": (
        ":::row:::\n    :::column:::\n        One\n\n        Two\n    :::column-end:::\n    :::column:::\n"
        "\tThree\n    :::column-end:::\n:::row-end:::\n\n    code\n",
        ["directive row", "directive column", "paragraph: One", "paragraph: Two", "directive column-end",
         "directive column", "paragraph: Three", "directive column-end", "directive row-end", "code: code"],
    ),
    "columns in a step": (
        "1. One\n\n    :::column:::\n        Two\n    :::column-end:::\n\n1. Three\n",
        ["list > item > paragraph 1.: One", "list > item > directive column", "list > item > paragraph: Two",
         "list > item > directive column-end", "list > item > paragraph 2.: Three"],
    ),
    "columns in a quote": (
        "> :::column:::\n>\n>     One\n> :::column-end:::\n",
        ["quote > directive column", "quote > paragraph: One", "quote > directive column-end"],
    ),
    "a picture among indented lines": (
        '1. One\n\n       Two\n       :::image source="a.png":::\n\n       Three\n',
        ["list > item > paragraph 1.: One", "list > item > paragraph: Two", "list > item > directive image",
         "list > item > paragraph: Three"],
    ),
    "indented code in a zone": (
        '::: zone pivot="a"\n\n    One\n\n::: zone-end\n', ["directive zone", "code: One", "directive zone-end"],
    ),
    "a quote that is a picture": ('> [!div class="b"]\n> ![One](a.png "Two")\n', ["callout div > paragraph"]),
    "a video": ("> [!VIDEO https://a.b/c]\n", ["callout video > directive VIDEO https://a.b/c"]),
}  # fmt: skip
HUGO = {
    "a shortcode": ('{{< figure src="a" >}}\n', ['directive {{< figure src="a" >}}: *']),
    "a shortcode on several lines": ('{{< figure\n  src="a"\n>}}\n', ['directive {{< figure\n  src="a"\n>}}: *']),
    "a shortcode around a text": (
        "{{% a %}}\n\nOne\n\n{{% /a %}}\n", ["directive {{% a %}}: *", "paragraph: One", "directive {{% /a %}}: *"],
    ),
    "a shortcode in a text": ("One {{< x >}} two\n", ["paragraph: One * two"]),
    "a shortcode in a step": ("1. {{< x >}}\n", ["list > item > directive {{< x >}} 1.: *"]),
    "a shortcode that is not closed": ("One {{< x\n\ntwo\n", ["paragraph: One {{< x", "paragraph: two"]),
}  # fmt: skip
MDX = {
    "marked quotes in a program": (
        "<T\n  o={[\n    ['a', 'it\\'s'],\n  ]}\n/>\n\nIt's <b>one</b>.\n",
        ["directive T", "paragraph: It's one."],
    ),
    "tags in a program": (
        "<Card\n  icon={\n    <Icon />\n  }\n  title=\"A\"\n/>\n\nOne.\n",
        ["directive Card", "paragraph: One."],
    ),
    "a program that is never closed": ("<A {\n\n<B />\n", ["paragraph: <A {", "directive B"]),
    "imports": (
        'import A from "a"\nexport const b = 1\n\nimport { C } from "c"\n', ["directive module", "directive module"],
    ),
    "a word that looks like an import": ("You can\nimport files.\n", ["paragraph: You can import files."]),
    "components": (
        '<Tabs>\n  <TabItem label="A">\n\n  One **two**\n\n  - Three\n\n  </TabItem>\n</Tabs>\n',
        ["directive Tabs", "directive tabs > directive TabItem",
         "directive tabs > directive tabitem > paragraph: One two",
         "directive tabs > directive tabitem > list > item > paragraph -: Three"],
    ),
    "a component on several lines": (
        '<Card\n  title="a > b"\n  items={[\n    { a: 1 },\n  ]}\n/>\n\nOne\n', ["directive Card", "paragraph: One"],
    ),
    "a component in a step": (
        "1. One\n\n   <Tabs>\n   Two\n   </Tabs>\n\n2. Three\n",
        ["list > item > paragraph 1.: One", "list > item > directive Tabs",
         "list > item > directive tabs > paragraph: Two",
         "list > item > paragraph 2.: Three"],
    ),
    "a component that is not closed": ("<Tabs>\n\nOne\n", ["directive Tabs", "paragraph: One"]),
    "a component in a text": ("One <Icon name='a' /> two\n", ["paragraph: One  two"]),
    "no indented code in a quote": (
        ">     One *two*\n>\n>     three\n", ["quote > paragraph: One two", "quote > paragraph: three"],
    ),
    "no indented code behind the mark of an item": (
        "-     One *two*\n\n      three\n",
        ["list > item > paragraph -: One two", "list > item > paragraph: three"],
    ),
    "no indented code": ("One\n\n    Two *three*\n", ["paragraph: One", "paragraph: Two three"]),
    "expressions": ("One {two} \\{three\\} ${four}\n", ["paragraph: One * {three} ${four}"]),
    "comments": ("{/* One\n\ntwo */}\n\nThree {/* four */}\n", ["paragraph: Three "]),
    "an aside": (":::note[One]\nTwo\n:::\n", ["callout note > paragraph: Two"]),
}  # fmt: skip
ALL = [(dialect, name) for dialect, blocks in (("learn", LEARN), ("hugo", HUGO), ("mdx", MDX)) for name in blocks]


@pytest.mark.parametrize(("dialect", "name"), ALL)
def test_blocks(dialect: str, name: str) -> None:
    text, expected = {"learn": LEARN, "hugo": HUGO, "mdx": MDX}[dialect][name]
    assert outline(text, dialect) == expected


def test_places_in_components() -> None:
    document = read("<Tabs>\n    <TabItem>\n        [one](u)\n    </TabItem>\n</Tabs>\n", "mdx")
    link = document.blocks[-1].links[0]
    assert document.source_text(link.start, link.end) == "[one](u)"
    assert document.place(link.start)[1:3] == (3, 9)


def test_comments_of_mdx_are_comments() -> None:
    document = read("One {/* facingpages: ignore step reason */}\n\n<Tabs>\n{/* two */}\n</Tabs>\n", "mdx")
    assert [comment.text for comment in document.comments] == ["{/* facingpages: ignore step reason */}", "{/* two */}"]
    assert [document.place(comment.start).line for comment in document.comments] == [1, 4]


def test_attributes_of_components_are_as_written() -> None:
    document = read("<Card title={one} />\n", "mdx")
    assert [span.text for span in document.blocks[0].directives] == ["title={one}"]


def test_places_in_columns() -> None:
    document = read(":::row:::\n   :::column:::\n        [one](u) `two`\n   :::column-end:::\n:::row-end:::\n", "learn")
    block = next(block for block in document.blocks if block.links)
    assert document.source_text(block.links[0].start, block.links[0].end) == "[one](u)"
    assert document.source_text(block.codes[0].start, block.codes[0].end) == "`two`"


def test_ids_in_comments_of_mdx() -> None:
    assert read("## One {/* #two */}\n", "mdx").blocks[0].id == "two"


@pytest.mark.parametrize(("dialect", "expected"), [("mdx", "fewer"), ("commonmark", "")])
def test_escaped_ids_in_mdx(dialect: DialectName, expected: str) -> None:
    [block] = read_page(rb"## Fewer things \{#fewer}", dialect).blocks
    assert isinstance(block, Heading)
    assert block.id == expected


@pytest.mark.parametrize(
    ("written", "expected"), [("[[fewer-things]]", "fewer-things"), ("[[Fewer things]]", ""), ("[[see]] it", "")]
)
def test_ids_of_doc_builder(written: str, expected: str) -> None:
    [block] = read_page(f"## Fewer {written}".encode(), "commonmark").blocks
    assert isinstance(block, Heading)
    assert (block.id, block.text) == (expected, "Fewer" if expected else f"Fewer {written}")


def test_directives_on_lines_of_their_own_are_told_apart_but_not_those_that_one_encloses() -> None:
    apart, together = ["directive {% endtab %}: *", "directive {% tab 'b' %}: *"], ["directive {% raw %}: * *"]
    assert outline("{% endtab %}\n{% tab 'b' %}\n") == apart
    assert outline("{% raw %}\n{% endraw %}\n") == together
