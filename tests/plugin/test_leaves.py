"""Which element shows which block: told by the words, whatever else stands on the page."""

import markdown
from hypothesis import given
from hypothesis import strategies as st
from markdown import Extension, Markdown

from facingpages.mkdocs.leaves import Leaf, find_leaves, match
from facingpages.mkdocs.rendering import PageExtension
from facingpages.read import read_page

VOCABULARY = ["buy", "one", "number", "wait", "Ātri", "кредит", "saldo", "365", "plan"]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6).map(" ".join)
BLOCKS = st.lists(
    st.one_of(
        WORDS.map(lambda words: f"## {words}\n"),
        WORDS.map(lambda words: f"{words}, **bold** and [link](x.md) and `code`.\n"),
        st.lists(WORDS, min_size=1, max_size=3).map(lambda items: "".join(f"1. {item}\n" for item in items)),
        WORDS.map(lambda words: f'!!! note "{words}"\n\n    {words} inside\n'),
        WORDS.map(lambda words: f"| {words} | b |\n| --- | --- |\n| c | {words} |\n"),
        WORDS.map(lambda words: f"```text\n{words}\n```\n"),
    ),
    max_size=8,
)


def leaves_of(text: str) -> list[Leaf]:
    found: list[Leaf] = []

    def visit(root: object, md: Markdown, _text: str) -> None:
        found.extend(find_leaves(root, md.htmlStash.rawHtmlBlocks, md.is_block_level))  # type: ignore[arg-type]

    known: list[str | Extension] = ["admonition", "attr_list", "tables", "toc", "pymdownx.superfences"]
    extension = PageExtension(visit)
    extension.announce()
    markdown.markdown(text, extensions=[*known, extension])
    return found


@given(BLOCKS)
def test_every_element_is_the_block_with_its_words_and_no_block_is_taken_twice(blocks: list[str]) -> None:
    text = "\n".join(blocks)
    document = read_page(text.encode(), dialect="mkdocs")
    leaves = leaves_of(text)
    match(leaves, document.blocks)
    taken = [leaf.block for leaf in leaves if leaf.block >= 0]
    assert len(set(taken)) == len(taken)
    assert taken == sorted(taken)
    assert all(leaf.block >= 0 for leaf in leaves), [leaf.key for leaf in leaves if leaf.block < 0]


def test_what_only_one_side_knows_costs_nothing_else() -> None:
    source = "# Title\n\nFirst one here.\n\nLast one there.\n"
    shown = "# Title\n\nAdded by a macro.\n\nFirst one here.\n\nAnother addition.\n\nLast one there.\n"
    document = read_page(source.encode(), dialect="mkdocs")
    leaves = leaves_of(shown)
    match(leaves, document.blocks)
    assert [leaf.block for leaf in leaves] == [0, -1, 1, -1, 2]
