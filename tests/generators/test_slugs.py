"""Ids of headings, against those that the renderers themselves gave the same page (renderers/*.json says which)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facingpages.generators import named
from facingpages.generators.jekyll import KRAMDOWN_IDS
from facingpages.generators.python_ids import from_toc, pymdownx, python_markdown, underscored
from facingpages.generators.rendering import Rendering
from facingpages.generators.slugs import HeadingIds
from facingpages.links.facts import collect
from facingpages.read import read_page

FOLDER = Path(__file__).parent / "renderers"
PAGE = (FOLDER / "headings.md").read_bytes()
NAMED = {
    "gfm": named("jekyll").rendering,
    "kramdown": Rendering("kramdown", KRAMDOWN_IDS),
    **{name: named(name).rendering for name in ("hugo", "docusaurus", "starlight", "vitepress")},
}


def rendering(name: str) -> Rendering:
    if name in NAMED:
        return NAMED[name]
    function, *words = name.split()
    slug = from_toc(function, dict(word.split("=") for word in words), "-")
    assert slug is not None
    return Rendering("mkdocs", HeadingIds(slug, underscored, "first"), python=True)


def cases() -> Iterator[tuple[str, list[str]]]:
    for file in sorted(FOLDER.glob("*.json")):
        yield from json.loads(file.read_text(encoding="utf-8")).get("ids", {}).items()


@pytest.mark.parametrize(("name", "expected"), list(cases()), ids=[name for name, _ in cases()])
def test_ids_are_the_renderer_s(name: str, expected: list[str]) -> None:
    found = [heading.id for heading in collect(read_page(PAGE), rendering(name)).headings]
    assert len(found) == 42
    # kramdown writes no id at all where it would be empty
    assert [one for one in found if one or name != "gfm"] == expected


TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\n\r#*_`[]<>&\\|~^=$!{}:+\x85\u2028\u2029"), max_size=40
)


@settings(deadline=None)
@given(TEXT, st.sampled_from(["-", "_"]))
def test_slugs_of_python_markdown(text: str, separator: str) -> None:
    toc = pytest.importorskip("markdown.extensions.toc")
    assert python_markdown(separator, text) == toc.slugify(text, separator)
    assert python_markdown(separator, text, unicode=True) == toc.slugify_unicode(text, separator)


@settings(deadline=None)
@given(TEXT, st.sampled_from(["none", "lower", "lower-ascii", "fold"]), st.booleans(), st.sampled_from(["NFC", "NFD"]))
def test_slugs_of_pymdownx(text: str, case: str, percent: bool, form: str) -> None:
    slugs = pytest.importorskip("pymdownx.slugs")
    real = slugs.slugify(case=case, percent_encode=percent, normalize=form)
    assert pymdownx("-", text, case=case, percent_encode=percent, normalize=form) == real(text, "-")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "a_1", "a_2", "a_1_1", "", "_1", "b"]), max_size=12))
def test_repeated_ids_of_python_markdown(wanted: list[str]) -> None:
    toc = pytest.importorskip("markdown.extensions.toc")
    taken: dict[str, int] = {}
    ids: set[str] = set()
    assert [underscored(one, taken) for one in wanted] == [toc.unique(one, ids) for one in wanted]


@pytest.mark.parametrize(
    "extensions",
    [["toc"], ["toc", "attr_list"], ["toc", "attr_list", "footnotes", "tables", "md_in_html", "admonition"]],
    ids=["plain", "attributes", "many"],
)
@settings(deadline=None, max_examples=60)
@given(st.data())
def test_pages_of_headings_as_python_markdown_renders_them(extensions: list[str], data: st.DataObject) -> None:
    markdown = pytest.importorskip("markdown")
    words = ["Buy", "köp", "Цена", "`code`", "**bold**", "[link](x.md)", "C#", "a_b", "&amp;", "2.0", "—", "<b>x</b>"]
    line = st.lists(st.sampled_from(words), min_size=1, max_size=4).map(" ".join)
    mark = st.sampled_from(["", "", " {#own}", " {: #other .wide }", " {.wide}"])
    headings = data.draw(st.lists(st.tuples(st.integers(1, 4), line, mark), min_size=1, max_size=8))
    text = "\n\n".join(f"{'#' * level} {words}{end}" for level, words, end in headings)
    renderer = markdown.Markdown(extensions=extensions)
    renderer.convert(text)
    flat: list[str] = []
    pending = list(renderer.toc_tokens)
    while pending:
        token = pending.pop(0)
        flat.append(token["id"])
        pending = [*token["children"], *pending]
    known = rendering("markdown.extensions.toc.slugify")._replace(attributes="attr_list" in extensions)
    assert [heading.id for heading in collect(read_page(text.encode(), dialect="mkdocs"), known).headings] == flat


def test_settings_that_name_code_of_the_site_s_own_are_not_guessed() -> None:
    assert from_toc("mine.slug", {}, "-") is None
    known: Callable[[str], str] | None = from_toc("", {}, "_")
    assert known is not None
    assert known("A b-c") == partial(python_markdown, "_")("A b-c") == "a_b-c"
