"""Texts for property tests: anything at all, and pieces of Markdown and its dialects put together at random."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "# ", "## Title {#id}\n", "\n", "\n\n", "    ", "  ", "\t", "> ", "- ", "1. ", "* ", "```", "```py\n",
    "~~~\n", "|", "| a | b |\n|---|---|\n| c | d |\n", "**", "*", "_", "`", "``", "[", "](", "](u)", ")", "![",
    "<", ">", "<b>", "</b>", '<a href="x">', "</a>", '<a name="n">', '<img src="s" alt="q">', "<div>", "</div>",
    "<div markdown>\n", '<p markdown="1" class="x">\n', "</p>", "<!--", "-->", '!!! note "T"\n', "!!! tip\n",
    "??? q\n", '=== "A"\n', "/// note | T\n", "///\n", "//// tab | x\n", "////\n", ":::note\n", ":::\n",
    "::: a.b\n", "::::warning[T]{a=b}\n", "::::\n", "<Tabs>\n", "</Tabs>\n", '<Card x="y" z={1}\n', "/>\n",
    "<A/>\n", 'import x from "y"\n', "{{ x }}", "{{< s >}}", "{{% s %}}", "{% t %}", "{: .c }", "{#i}", "{x}",
    "{", "}", "{{", "}}", "{/* c */}", "[^1]", "[^1]: n\n", '[r]: /u "t"\n', "[r]", "[r][]", "[t][r]",
    "https://x.y/z", "www.a.b", "a@b.c", "<http://q.r>", "&amp;", "&", "\\", "\\*", "$", "$$", "\ufffc", "\xe9",
    "\u0101", "\U0001d11e", "e\u0301", "\r", "\r\n", "\x0c", "\u2028", "word", "Two words. ", "Term\n: Def\n",
    "---\n", "+++\n", "title: x\n", "***\n", "[!NOTE]", "[!INCLUDE [a](b)]", ':::image type="x":::',
    '--8<-- "f"\n', "{* f *}\n", "\u200b", "\x1a", "<?", "?>", "<![CDATA[", "<script>", "</script>",
)  # fmt: skip

pages = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6))).map("".join)
anything = st.one_of(pages, mixed, st.text(max_size=200))
