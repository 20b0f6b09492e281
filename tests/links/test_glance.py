"""A glance at a page bounds what a reading of it finds: no use is missed, and no id is told that is not there."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.links.glanced import RENDERINGS, bounded
from tests.links.planted import BROKEN, LOOKALIKES, Plant

from facingpages.generators.rendering import Rendering
from facingpages.links.glance import glance
from facingpages.links.surely import surely

HEADINGS = (Path(__file__).parents[1] / "generators" / "renderers" / "headings.md").read_bytes()
PIECES = [
    "# Buy\n\n",
    "## Köp *mer* `kod` nu\n\n",
    "Cena\n===\n\n",
    "Text [a](b.md#c) and ![d](e.png).\n\n",
    "- item [f](../g.md)\n",
    "1. `[x](y.md)`\n\n",
    "> quote [h](<i j.md>)\n\n",
    "    indented [k](l.md)\n\n",
    "```\n[m](n.md)\n```\n\n",
    "```\n# Code\n```\n\n",
    "```py\n# Code\n\n## More\n",
    "~~~\n\n# Tilde\n\n~~~\n\n",
    "  ```\n  # In\n  ```\n\n",
    "- item\n\n  ```\n\n## Out\n\n",
    "| A | B |\n|---|---|\n| [o](p.md) | q |\n\n",
    "[r](s.md 't')\n\n",
    '[r](s.md "t" )\n\n',
    "https://t.example/u\n\n",
    "<https://t.example/u?a&b>\n\n",
    "\\[v\\](w.md)\n\n",
    "**[x](ä&amp;b.md)**\n\n",
    "[y](z%20å.md?q=1&r=2)\n\n",
    "## [link](a.md) in heading\n\n",
    "## ![picture](p.png) in heading\n\n",
    "Line\nbreak [a\nb](c.md)\n\n",
    "[empty]()\n\n",
    "<b>x</b> [a](b.md)\n\n",
    "<div>\n\n## In div\n\n[a](div.md)\n",
    "<div class='x'>\n<a href=\"y.html\" id='z'>\n",
    "</div>\n\n",
    "Text `</div>` and `<div>`.\n\n",
    "<!-- note\n\n## In comment\n\n",
    "-->\n\n",
    "<pre>\n\n## In pre\n\n</pre>\n\n",
    '<img src=i.png srcset="j.png 2x, k.png">\n\n',
    "<a name=old></a>[n](o.md){ .big }\n\n",
    '[n](o.md){: href="p.md" }\n\n',
    "!!! note\n    [a](b.md)\n\n    ## In note\n\n",
    "/// tab | One\n\n## In tab\n\n///\n\n",
    "::: note\n\n## In colons\n\n:::\n\n",
    ':::image type="content" source="m.png" link=\'n.md\':::\n\n',
    '{{< figure src="f.png" >}} {{ x }} [t]({{< ref "u.md" >}})\n\n',
    '{% include a.html url="v.md" %}\n\n',
    '{{ see(link="asvs.4") }} {{ see link="w.md" }}\n\n',
    "## Own {#own}\n\n",
    "## Own too { #own .x }\n\n",
    "{: #para }\n\n",
    "[a][b]\n\n[b]: c.md\n\n",
    "## Buy -- & sell\n\n",
    "# Buy\n\n",
    "## Use `the_code` :smile: 5 < 6\n\n",
    "## `a` and `b` #\n\n",
    "[![i](j.png)](k.md)\n\n",
    "#tight\n\n",
    "[sp](a b.md)\n\n",
    "## See https://t.example/\n\n",
    "---\nslug: /x\n---\n",
    "\r\n## Windows\r\n\r\n",
]


HIDDEN = [  # a line that looks like a heading and is none
    "```\n\n# Trap\n\n```\n",
    "  ~~~\n\n# Trap\n",
    "<!--\n\n# Trap\n\n-->\n",
    "<pre>\n\n# Trap\n\n</pre>\n",
    "<?php\n\n# Trap\n\n?>\n",
    "<div>\n\n# Trap\n\n</div>\n",
    "<div>\n<div>\n</div>\n\n# Trap\n\n</div>\n",
    "<div>\n\nIt is `\n</div>`\n\n# Trap\n\n</div>\n",
    "<div>\n\n    </div>\n\n# Trap\n\n</div>\n",
    "<div>\n\n```\n</div>\n```\n\n# Trap\n\n</div>\n",
    "<div>\n\n<!--\n</div>\n-->\n\n# Trap\n\n</div>\n",
    "<b>\n```\n</b>\n\n```\n\n# Trap\n\n```\n\n<b>\n```\n</b>\n",
    "<!--\n```\n-->\n\n```\n\n# Trap\n\n```\n\n<!--\n```\n-->\n",
    "````\n\n```\n\n# Trap\n\n```\n\n````\n",
    "> ```\n\n```\n\n# Trap\n\n```\n",
    "- ```\n\n```\n\n# Trap\n\n```\n",
    "- ```\n  x\n  ```\n\ntext\n\n  ```\n\n# Trap\n\n  ```\n\n- ```\n  ```\n",
    "---\ntitle: x\n\n# Trap\n---\n",
    "{% highlight sh %}\n\n# Trap\n\n{% endhighlight %}\n",
    "# Trap [#own]\n",
    "# Trap :id=own\n",
    "# Trap {#own}\n",
    "# A -- trap\n",
]


@pytest.mark.parametrize("page", HIDDEN)
def test_hidden_headings(page: str) -> None:
    for dialect, how in RENDERINGS:
        bounded(page.encode(), dialect, how)


@pytest.mark.parametrize("piece", PIECES)
def test_pieces(piece: str) -> None:
    for dialect, how in RENDERINGS:
        bounded(piece.encode(), dialect, how)


@settings(deadline=None, max_examples=133)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(RENDERINGS))
def test_pages_of_pieces(pieces: list[str], how: tuple[str, Rendering]) -> None:
    bounded("".join(pieces).encode(), *how)


@pytest.mark.parametrize("plant", [*BROKEN, *LOOKALIKES], ids=lambda plant: plant.name)
def test_planted_pages(plant: Plant) -> None:
    bounded(plant.text.encode(), *RENDERINGS[0])


@pytest.mark.parametrize(("dialect", "how"), RENDERINGS, ids=[how.name + dialect for dialect, how in RENDERINGS])
def test_headings(dialect: str, how: Rendering) -> None:
    for part in HEADINGS.split(b"\n\n"):
        bounded(part, dialect, how)


def test_most_pages_are_taken_in() -> None:
    page = (
        b"---\ntitle: Buy\n---\n# Buy\n\n<a href=\"x.html\">See</a> [a](b.md), ![c](d.png 'e').\n\n"
        b"```py\n# code\n```\n\n!!! note\n\n    `x`\n\n<div>\n<p>\n</div>\n\n## Use `it` now\n\n### Own { #mine }\n"
    )
    dialect, how = RENDERINGS[0]
    facts = glance(page, "page.md", dialect)
    assert facts is not None
    assert {unquote(use.target) for use in facts.uses} == {"x.html", "b.md", "d.png"}
    assert surely(page, dialect, how) == {"buy", "use-it-now", "mine"}
    assert sum(bounded(piece.encode(), dialect, how) for piece in PIECES) > 0.9 * len(PIECES)


def test_no_page_takes_longer_than_it_is_long() -> None:
    dialect, how = RENDERINGS[0]
    pages = (
        b"[a](b.md)\n" + b"){" * 100_000,
        b"---\na: 1\n" + b"\n" * 150_000 + b"---\n[a](b.md)\n",
        b"<p " + b"a" * 150_000 + b">\n\n" + b"```\n```\n" * 20_000,
    )
    began = process_time()
    for page in pages:
        assert glance(page, "page.md", dialect) is not None
        surely(page, dialect, how)
    assert process_time() - began < 3


def test_an_attribute_list_behind_a_link_may_name_another_target() -> None:
    dialect, _ = RENDERINGS[0]
    assert glance(b"[a](b.md){ .c } [d](e.md){ .f src='g' }\n", "page.md", dialect) is None
    assert glance(b"[a](b.md){ .c } src=\n", "page.md", dialect) is not None
