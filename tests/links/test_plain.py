"""The short way to the facts of a plain page gives the same facts as the long one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.links.planted import BROKEN, LOOKALIKES, Plant

from facingpages.generators import BY_NAME, GENERATORS
from facingpages.generators.mkdocs.slugs import PYTHON
from facingpages.generators.rendering import Rendering
from facingpages.links.facts import PageFacts, collect, collect_plain
from facingpages.read import read_page

HEADINGS = (Path(__file__).parents[1] / "generators" / "renderers" / "headings.md").read_bytes()
MKDOCS = Rendering("mkdocs", PYTHON, python=True)
RENDERINGS = [
    ("mkdocs", MKDOCS),
    *(("commonmark", generator.rendering) for generator in GENERATORS if not generator.rendering.python),
    *((name, BY_NAME[name].rendering) for name in ("mkdocs", "learn", "hugo", "mdx")),
]
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
    "| A | B |\n|---|---|\n| [o](p.md) | q |\n\n",
    "[r](s.md 't')\n\n",
    "https://t.example/u\n\n",
    "\\[v\\](w.md)\n\n",
    "**[x](ä&amp;b.md)**\n\n",
    "[y](z%20å.md?q=1&r=2)\n\n",
    "## [link](a.md) in heading\n\n",
    "## ![picture](p.png) in heading\n\n",
    "Line\nbreak [a\nb](c.md)\n\n",
    "[empty]()\n\n",
    "<b>x</b> [a](b.md)\n\n",
    "!!! note\n    [a](b.md)\n\n",
    "## Own {#own}\n\n",
    "[a][b]\n\n[b]: c.md\n\n",
    "## Buy -- & sell\n\n",
    "[![i](j.png)](k.md)\n\n",
    "#tight\n\n",
    "[sp](a b.md)\n\n",
    "## See https://t.example/\n\n",
]


def same(plain: PageFacts, full: PageFacts) -> None:
    assert {(use.kind, unquote(use.target)) for use in plain.uses} == {
        (use.kind, unquote(use.target)) for use in full.uses if use.kind != "bare"
    }
    assert set(plain.ids) == set(full.ids)
    assert plain.loose == full.loose
    assert [heading[:2] for heading in plain.headings] == [heading[:2] for heading in full.headings]
    assert not full.notes
    assert not full.open


@settings(deadline=None, max_examples=133)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(RENDERINGS))
def test_pages_of_pieces(pieces: list[str], how: tuple[str, Rendering]) -> None:
    raw = "".join(pieces).encode()
    plain = collect_plain(raw, "page.md", how[0], how[1])
    if plain is not None:
        same(plain, collect(read_page(raw, dialect=how[0]), how[1]))


def test_plain_pages_are_told_so() -> None:
    assert collect_plain(b"# Buy\n\nSee [a](b.md), ![c](d.png).\n", "page.md", "mkdocs", MKDOCS) is not None


@pytest.mark.parametrize("plant", [*BROKEN, *LOOKALIKES], ids=lambda plant: plant.name)
def test_planted_pages(plant: Plant) -> None:
    plain = collect_plain(plant.text.encode(), "page.md", "mkdocs", MKDOCS)
    if plain is not None:
        same(plain, collect(read_page(plant.text.encode(), dialect="mkdocs"), MKDOCS))


@pytest.mark.parametrize(("dialect", "how"), RENDERINGS, ids=[how.name + dialect for dialect, how in RENDERINGS])
def test_headings(dialect: str, how: Rendering) -> None:
    for part in HEADINGS.split(b"\n\n"):
        plain = collect_plain(part, "page.md", dialect, how)
        if plain is not None:
            same(plain, collect(read_page(part, dialect=dialect), how))
