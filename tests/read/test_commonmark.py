"""What every dialect shares: CommonMark, tables, footnotes, definition lists, alerts, raw HTML."""

from __future__ import annotations

import pytest
from tests.read.outline import outline, read

from facingpages.read.dialects import DIALECTS

BLOCKS = {
    "headings": ("# One\n\nTwo\n===\n\n### Three ###\n", ["heading1: One", "heading1: Two", "heading3: Three"]),
    "paragraphs": ("One\ntwo.\n\nThree  \nfour\\\nfive.\n", ["paragraph: One two.", "paragraph: Three four five."]),
    "rule": ("One\n\n***\n", ["paragraph: One", "rule"]),
    "steps": ("1. One\n2. Two\n", ["list > item > paragraph 1.: One", "list > item > paragraph 2.: Two"]),
    "a list that starts late": ("7. One\n", ["list > item > paragraph 1.: One"]),
    "items": ("- One\n- Two\n", ["list > item > paragraph -: One", "list > item > paragraph -: Two"]),
    "loose steps": (
        "1. One\n\n   More\n\n2. Two\n",
        ["list > item > paragraph 1.: One", "list > item > paragraph: More", "list > item > paragraph 2.: Two"],
    ),
    "nested lists": (
        "1. One\n   - Two\n     1. Three\n",
        [
            "list > item > paragraph 1.: One",
            "list > item > list > item > paragraph -: Two",
            "list > item > list > item > list > item > paragraph 1.: Three",
        ],
    ),
    "an item that begins with a list": ("- - One\n", ["list > item > list > item > paragraph -: One"]),
    "an item that begins with a quote": ("- > One\n", ["list > item > quote > paragraph -: One"]),
    "an empty item": ("- One\n-\n", ["list > item > paragraph -: One", "list > item > paragraph -"]),
    "a task": ("- [x] One\n", ["list > item > paragraph -: One"]),
    "code": ("```py title\nx = 1\n```\n\n    y\n", ["code py title: x = 1", "code: y"]),
    "code in an item": (
        "- One\n\n  ```\n  x\n    y\n  ```\n",
        ["list > item > paragraph -: One", "list > item > code: x\n  y"],
    ),
    "a quote": ("> One\n>\n> - Two\n", ["quote > paragraph: One", "quote > list > item > paragraph -: Two"]),
    "a table": (
        "| A | B |\n|---|:-:|\n| c | **d** `e` |\n| f |\n",
        ["table > row: A\tB", "table > row: c\td *", "table > row: f"],
    ),
    "a footnote": ("One[^a]\n\n[^a]: Two\n", ["paragraph: One", "footnote a > paragraph: Two"]),
    "a definition": (
        "Term\n: Meaning\n",
        ["definitions > term: Term", "definitions > definition > paragraph: Meaning"],
    ),
    "an alert": ("> [!NOTE]\n> One\n", ["callout note > paragraph: One"]),
    "an alert in another case": ("> [!Tip]\n> One\n", ["callout tip > paragraph: One"]),
    "an alert with a name of its own": ("> [!SECURITY]\n> One\n", ["callout security > paragraph: One"]),
    "an alert above paragraphs": ("> [!SECURITY]\n>\n> One\n", ["callout security > paragraph: One"]),
    "an escaped alert": ("> \\[!NOTE]\n> One\n", ["quote > paragraph: [!NOTE] One"]),
    "HTML": ('<div class="a">\n<p>One &amp; <b>two</b></p>\n</div>\n', ["html: One & two"]),
    "script": ("<script>\nlet word = 1\n</script>\n", ["html"]),
    "a comment": ("<!-- One -->\n\nTwo <!-- three -->\n", ["paragraph: Two "]),
    "a comment in an item": ("- <!-- One -->\n", ["list > item > paragraph -"]),
}


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_blocks(name: str, dialect: str) -> None:
    if dialect == "mdx" and name == "code":
        pytest.skip("MDX has no indented code")
    text, expected = BLOCKS[name]
    assert outline(text, dialect) == expected


def test_cells_are_counted_as_written() -> None:
    rows = read("| A | B |\n|---|---|\n| c |\n| d \\| e | `f | g` | h |\n| `` i | j |\n").blocks
    assert [row.cells for row in rows] == [2, 1, 3, 2]


def test_fences_that_are_not_closed() -> None:
    blocks = read("```\nx\n```\n\n~~~~\nx\n~~~\n~~~~\n\n- ```\n  x\n\ny\n\n```\nz\n").blocks
    assert [block.closed for block in blocks if block.kind == "code"] == [True, True, False, False]


def test_inline() -> None:
    block = read("A **bold *and* b** `x` __c__ _d_ ~~e~~ <b>f</b> <i>g</i> ![alt *t*](p.png) H<sub>2</sub>O\n").blocks[
        0
    ]
    assert block.text == "A bold and b \ufffc c d e f g  H2O"
    assert [span.text for span in block.strongs] == ["bold and b", "c", "f"]
    assert [span.text for span in block.emphases] == ["and", "d", "g", "t"]
    assert [span.text for span in block.codes] == ["x"]
    assert [(image.source, image.alt) for image in block.images] == [("p.png", "alt t")]
    assert [span.text for span in block.html] == ["b", "/b", "i", "/i", "sub", "/sub"]


def test_links() -> None:
    text = (
        '[in `code`](u "t") [ref][r] [r][] [r] <https://a.b> <me@a.b> <a href="v">w **x**</a> '
        "https://c.d/e_f?g=h. [](y)\n\n"
        "[r]: /r\n"
    )
    document = read(text)
    links = sorted(document.blocks[0].links, key=lambda link: link.start)
    assert [(link.form, link.target, link.text) for link in links] == [
        ("inline", "u", "in code"),
        ("reference", "/r", "ref"),
        ("reference", "/r", "r"),
        ("reference", "/r", "r"),
        ("auto", "https://a.b", "https://a.b"),
        ("auto", "me@a.b", "me@a.b"),
        ("html", "v", "w x"),
        ("bare", "https://c.d/e_f?g=h", "https://c.d/e_f?g=h"),
        ("inline", "y", ""),
    ]
    written = [document.source_text(link.start, link.end) for link in links]
    assert written[1:4] == ["[ref][r]", "[r][]", "[r]"]
    assert links[0].title == "t"
    assert [document.source_text(link.text_start, link.text_end) for link in links] == [
        "in `code`", "ref", "r", "r", "https://a.b", "me@a.b", "w **x**", "https://c.d/e_f?g=h", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("See https://a.b/c.", "https://a.b/c"),
        ("(https://a.b/c_(d))", "https://a.b/c_(d)"),
        ("https://a.b/c?d&amp;e, f", "https://a.b/c?d&e"),
        ("https://a.b/c\\_d", "https://a.b/c_d"),
        ("**https://a.b**c", "https://a.b"),
        ("www.a.b/c!", "www.a.b/c"),
        ("x@www.a.b", None),
        ("[https://a.b](https://c.d)", None),
        ("`https://a.b`", None),
        ("https://\n", None),
    ],
)
def test_bare_addresses(text: str, target: str | None) -> None:
    bare = [link.target for link in read(text).blocks[0].links if link.form == "bare"]
    assert bare == ([target] if target else [])


def test_html_attributes() -> None:
    block = read('<img src=a.png alt="b"><a name="c"></a><iframe src="d"></iframe> [e](f)\n').blocks[0]
    assert [(image.source, image.alt) for image in block.images] == [("a.png", "b")]
    assert [anchor.text for anchor in block.anchors] == ["c"]
    block = read('<div id="g">\n<a href="h?i&amp;j" title="k">l m</a>\n<iframe src="n"></iframe>\n</div>\n').blocks[0]
    assert [(link.target, link.text, link.title) for link in block.links] == [("h?i&j", "l m", "k")]
    assert [(image.source, image.alt) for image in block.images] == [("n", None)]
    assert [anchor.text for anchor in block.anchors] == ["g"]


def test_comments_are_kept_apart() -> None:
    document = read("<!-- a -->\n\nOne <!-- b\nc --> two\n\n- <!-- d -->\n\n<div><!-- e --></div>\n")
    assert [comment.text for comment in document.comments] == [
        "<!-- a -->",
        "<!-- b\nc -->",
        "<!-- d -->",
        "<!-- e -->",
    ]


@pytest.mark.parametrize("dialect", ["commonmark", "mkdocs", "hugo"])
def test_attribute_lists(dialect: str) -> None:
    document = read("## One {#here .now}\n\nTwo [three](u){: target=_blank }\n{: #there }\n", dialect)
    heading, paragraph = document.blocks
    assert (heading.id, heading.text.strip()) == ("here", "One")
    assert paragraph.text.split() == ["Two", "three"]
    assert [anchor.text for anchor in paragraph.anchors] == ["there"]


@pytest.mark.parametrize("dialect", ["commonmark", "mkdocs", "hugo"])
def test_template_tags(dialect: str) -> None:
    text = (
        "A {{ name }} [b {% c %}]({{ url }}/d) `{{ e }}`\n\n{% include x.html %}\n\n```\n  {{ f }} $$$$\n```\n\n$$x$$\n"
    )
    one, two, three, four = read(text, dialect).blocks
    assert one.text == "A \ufffc b \ufffc \ufffc"
    assert [(link.target, link.text) for link in one.links] == [("{{ url }}/d", "b {% c %}")]
    assert [span.text for span in one.directives] == ["{{ name }}", "{% c %}"]
    assert [span.text for span in one.codes] == ["{{ e }}"]
    assert (two.kind, two.name) == ("directive", "{% include x.html %}")
    assert three.text == "  {{ f }} $$$$"
    assert four.text == "$$x$$"


@pytest.mark.parametrize("dialect", ["commonmark", "hugo", "mdx"])
def test_containers_of_colons(dialect: str) -> None:
    text = "::::warning Mind\n\nOne\n\n:::tip[Two]{icon=x}\nThree\n:::\n\n::::\n\nFour\n\n:::note\nFive\n"
    assert outline(text, dialect) == [
        "callout warning > paragraph: One",
        "callout warning > callout tip > paragraph: Three",
        "paragraph: Four",
        "directive note",
        "paragraph: Five",
    ]


def test_directives_of_myst() -> None:
    """Those whose body is text are containers, as fences and with colons; others are code, as is a fence of R's."""
    text = (
        "````{admonition} Mind\n:class: tip\n\nOne\n\n```{tip}\nTwo\n```\n````\n\n:::{versionadded} 2.0\nThree\n:::\n\n"
        "```{toctree}\na\n```\n\n```{r}\nb\n```\n\n```{note}\nFour\n"
    )
    assert outline(text) == [
        "callout admonition > paragraph: :class: tip",
        "callout admonition > paragraph: One",
        "callout admonition > callout tip > paragraph: Two",
        "directive versionadded",
        "directive versionadded > paragraph: Three",
        "code {toctree}: a",
        "code {r}: b",
        "directive note",
        "paragraph: Four",
    ]


def test_markdown_in_html() -> None:
    text = (
        '<aside markdown="1" class="said">\n  <img src="a.png" alt="b">\n  One **two**\n  <p markdown="1" class="by">\n'
        "— [three](u)\n  </p>\n</aside>\nFour\n\n<div markdown>\n<div>\n\n- Five\n\n</div>\n</div>\n"
    )
    assert outline(text) == [
        "html aside",
        "html aside > paragraph: One two",
        "html aside > html p",
        "html aside > html p > paragraph: — three",
        "paragraph: Four",
        "html div",
        "html div > list > item > paragraph -: Five",
        "html div > html",
    ]


def test_between_tags_indentation_is_no_code() -> None:
    text = '<aside markdown="1">\n  <img src="a.png">\n\n      One\n\n  - Two\n\n        three\n</aside>\n'
    assert outline(text) == [
        "html aside",
        "html aside > paragraph: One",
        "html aside > list > item > paragraph -: Two",
        "html aside > list > item > code: three",
    ]


def test_references_reach_into_containers_and_out() -> None:
    text = "[One] [two][b]\n\n:::note\n[three][a] [four]\n\n[b]: /b\n:::\n\n[a]: /a\n[one]: /one\n"
    targets = [[link.target for link in block.links] for block in read(text).blocks]
    assert targets == [["/one", "/b"], ["/a"]]


TAGS = "{% include references.md %} {% include issues.md v=2 %}\n"


def test_tags_that_stand_alone_leave_the_definitions_below_them() -> None:
    document = read(f"See [one][a].\n\n{TAGS}[a]: b.md\n")
    assert [link.target for link in document.blocks[0].links] == ["b.md"]
    assert [definition.label for definition in document.definitions] == ["a"]
    assert not read(f"See [one][a].\n\nText {TAGS}[a]: b.md\n").blocks[0].links  # a paragraph goes on


@pytest.mark.parametrize(("text", "targets"), [("[A][](b)", []), ("[A][c](b)", []), ("[A](b)", ["b"])])
def test_brackets_behind_a_reference_that_may_be_set_in(text: str, targets: list[str]) -> None:
    document = read(f"See {text}.\n\n{TAGS}")
    assert [link.target for link in document.blocks[0].links] == targets
    assert read("See [A][](b).\n").blocks[0].links  # nothing is set in
