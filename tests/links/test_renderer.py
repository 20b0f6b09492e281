"""Ids and targets as Python-Markdown itself makes them, set up as MkDocs does, from the same page."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("mkdocs")
pytest.importorskip("pymdownx")
pytest.importorskip("selectolax")

from markdown import Markdown
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from facingpages.generators.mkdocs.settings import read_mkdocs
from facingpages.links.facts import collect
from facingpages.read import read_page

SLUGS = "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
EXTENSIONS = """markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - admonition
  - pymdownx.superfences
"""
TABS = "pymdownx.tabbed:\n      alternate_style: true\n" + SLUGS.rstrip()
NOTES = "A[^1] b[^note] c[^1]\n\n[^1]: x\n[^note]: y\n"
DASHES = '## Option --help\n\n## It\'s "so"...\n\n## a --- b\n\n## `--x` y\n'


def settings(*more: str, toc: str = "") -> str:
    """A `mkdocs.yml` with further extensions, and options of `toc`."""
    listed = "".join(f"  - {extension}\n" for extension in more)
    return f"site_name: X\n{EXTENSIONS}{listed}  - toc:\n      permalink: false\n{toc}"


IDS = {
    "tabs": (settings("pymdownx.tabbed: {alternate_style: true}"), """## H

=== "A"

    x

=== "B"

    === "C"

        y

text

=== "D"

    z

===! "E"

    z
"""),
    "tabs-without-style": (settings("pymdownx.tabbed"), '=== "A"\n\n    x\n\n=== "B"\n\n    y\n'),
    "tabs-of-titles": (settings(TABS), """# A

=== "Install on **Linux**"

    x

=== "B"

    === "C d"

        y

text

=== "B"

    z
"""),
    "tabs-below-headings": (settings(TABS + "\n      combine_header_slug: true"), """=== "Before"

    x

# Top

=== "X"

    x

## Setup

=== "A"

    ### In

    === "Z"

        w

=== "B"

    y

## Setup

=== "A"

    y
"""),
    "line-breaks": (settings(), "## Line<br>break\n\n## Line<br/> two\n\n## a<sub>b</sub>c\n"),
    "line-breaks-pymdownx": (settings(toc=SLUGS), "## Line<br>break\n\n## A&nbsp;B\n\n## a & b\n\n## AT&amp;T\n"),
    "no-break-spaces": (settings(), "## A&nbsp;B\n\n## C\u00a0D\n\n## a &lt;b&gt; c\n\n## a\u3000b\n"),
    "no-break-spaces-pymdownx": (settings(toc=SLUGS), "## A&nbsp;B\n\n## C\u00a0D\n\n## E&#160;F\n\n## G&#xA0;`x`\n"),
    "smarty": (settings("smarty"), DASHES),
    "smarty-pymdownx": (settings("smarty", toc=SLUGS), DASHES),
    "smarty-without-dashes": (settings("smarty: {smart_dashes: false}", toc=SLUGS), DASHES),
    "no-smarty-pymdownx": (settings(toc=SLUGS), DASHES),
    "languages-of-code": (settings("pymdownx.inlinehilite", "pymdownx.highlight"), """## The `#!python range()` function

## `:::js f()` x

## `#!/bin/sh` y
"""),
    "no-languages-of-code": (settings(), "## The `#!python range()` function\n"),
    "footnotes": (settings("footnotes"), NOTES),
    "footnotes-with-ids-of-their-own": (settings("footnotes: {UNIQUE_IDS: true}"), NOTES),
    "footnotes-with-a-separator": (settings('footnotes: {SEPARATOR: "-"}'), NOTES),
    "raw-html": (settings(), """## A

<div>

## A

<h2>x</h2>
</div>

<details>
<summary>x</summary>

## A

</details>

<center>

## A

</center>

## A
"""),
    "markdown-in-html": (settings(), """## A

<div markdown>

## A

</div>

<details markdown=1>
<summary>x</summary>

## A

</details>

## A
"""),
    "escaped-lists": (settings(), "## A \\{#id}\n\n## B {#b}\n\n## E \\\\{#e}\n\ntext \\{#d}\n\np\n{: #f}\n"),
    "open-comment": (settings(), "<!-- closed -->\n\n[y](b.md) <!-- x --> z\n\n<!-- open\n\n## H {#h}\n\n## Two\n"),
}  # fmt: skip
TARGETS = {
    "attribute-lists": """[x](a.md){ href="b.md" } [y](c.md){: .z href=d.md } [w](f.md) { href="g.md" }

![x](a.png){ src="b.png" }

[z](e.md){ .k }
""",
    "open-comment": "a\n\n<!-- never closed [x](a.md)\n\n[y](b.md)\n",
    "open-comment-in-text": "a <!-- never closed [x](a.md)\n\n[y](b.md)\n\n## H\n",
    "closed-comments": "<!-- [x](a.md) -->\n\n[y](b.md) <!-- [z](c.md) --> [w](d.md)\n\n<!-- open\n\n[v](e.md)\n",
    "pipes-in-code": """| a | b |
|---|---|
| `x|y` | [l](nope.md) |
| ``a|b`` [m](n.md) | [o](p.md) | [q](r.md) |
| a \\| [s](t.md) | u |
""",
    "pipes-without-edges": "a | b\n--- | ---\n`x|y` | [l](nope.md)\n",
    "quotes-in-titles": """[x](nope.md "a "q" t") [y](b.md 'it's') [z](c.md "t" )

[u](<f g.md> "t") ![v](v.png "a "q" t")
""",
    "escaped-links": '\\[x](nope.md "a "q" t") [x\\](b.md "a "q" t")\n',
    "blanks": "[x](a.md\u00a0) [y](b.md\u3000) [z]( c.md ) [w](\u00a0d.md)\n",
    "blanks-in-html": '<a href="a.md\u00a0">x</a> <a href=" b.md ">x</a>\n',
}


def both(config: str, text: str, folder: Path) -> tuple[LexborHTMLParser, set[str], list[str]]:
    """The page as rendered, and our ids and targets of it."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    loaded = load_config(str(folder / "mkdocs.yml"))
    html = Markdown(extensions=loaded.markdown_extensions, extension_configs=loaded.mdx_configs).convert(text)
    read = read_mkdocs(folder / "mkdocs.yml", folder)
    assert read is not None
    facts = collect(read_page(text.encode(), "mkdocs", path="index.md"), read.rendering)
    return LexborHTMLParser(html), set(facts.ids), [use.target for use in facts.uses]


@pytest.mark.parametrize("name", IDS)
def test_ids(name: str, tmp_path: Path) -> None:
    page, ids, _ = both(*IDS[name], tmp_path)
    assert ids == {node.attributes["id"] for node in page.css("[id]")}
    assert ids


@pytest.mark.parametrize("name", TARGETS)
def test_targets(name: str, tmp_path: Path) -> None:
    page, _, targets = both(settings(), TARGETS[name], tmp_path)
    there = [node.attributes.get("href") or node.attributes.get("src") for node in page.css("[href],[src]")]
    assert sorted(targets) == sorted(one or "" for one in there)
