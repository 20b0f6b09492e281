"""Nothing acts in a piece of a page, or in the report for people.

Points 8 and 9 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import logging
import re
from xml.etree.ElementTree import Element, SubElement

import pytest

pytest.importorskip("mkdocs")
pytest.importorskip("selectolax")

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser
from tests.hostile.acting import ACTIVE, acting
from tests.report.reports import HOSTILE, finding, report

from facingpages.mkdocs.log import log
from facingpages.mkdocs.passive import passive
from facingpages.mkdocs.pieces import place, take_apart
from facingpages.read import read_page
from facingpages.report import FORMATS
from facingpages.report.style import Style


@pytest.mark.parametrize("html", ACTIVE)
def test_a_piece_that_acts(html: str) -> None:
    made = passive(html, str)
    assert list(acting(made)) == []
    assert "ran()" not in re.sub(r"title=\"[^\"]*\"|<[^>]*>", "", made) or "<" not in made


@pytest.mark.parametrize("url", ["", "guide/"])
@pytest.mark.parametrize("address", ["./javascript:ran()", "../javascript:ran()", "/javascript:ran()"])
def test_a_page_named_like_a_scheme_linked_from_the_root(url: str, address: str) -> None:
    """Nothing stands before an address on a page at the site's root."""
    root, md = Element("div"), Markdown()
    SubElement(SubElement(root, "p"), "a", href=address).text = "one word"
    source = take_apart(root, md, read_page(b"[one word](x.md)\n"), url)
    assert source.pieces
    for base in ("", "../"):
        placed = [place(piece.inner, base, frozenset(), url) for piece in source.pieces.values()]
        assert [found for html in placed for found in acting(html)] == []


MARKS = ("<", ">", "'", '"', "<!--", "]]>", "<p>", "\x00", "`")


@given(st.lists(st.one_of(st.sampled_from(ACTIVE), st.sampled_from(MARKS), st.text(max_size=8)), max_size=8))
def test_pieces_of_pieces(parts: list[str]) -> None:
    assert list(acting(passive("".join(parts), str))) == []


@pytest.mark.parametrize(
    "html",
    [
        "<em>x</em> <strong>y</strong> <code>a &lt; b</code> <kbd>Alt</kbd><sub>1</sub><sup>2</sup>",
        '<a href="../x/#y">x</a>',
        '<a href="https://example.org/?a=1&amp;b=2" title="t">x</a>',
        '<img alt="A" src="../a.png" width="20">',
        '<span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg"><path d="M12 2z"></path></svg></span>',
        '<table><thead><tr><th colspan="2">a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>',
        '<div class="highlight"><pre><span></span><code><span class="k">if</span> a &lt; b:</code></pre></div>',
        '<img alt="dot" src="data:image/png;base64,iVBORw0KGgo=">',
        "no markup, 1 &lt; 2",
    ],
)
def test_what_text_is_made_of_stays(html: str) -> None:
    assert passive(html, str) == html


@pytest.mark.parametrize("text", [*HOSTILE, *ACTIVE])
def test_the_report_for_people_shows_and_does_not_act(text: str) -> None:
    html = FORMATS["html"](report(finding(text, path=f"docs/{text}.md", locale=text)), Style())
    tree = LexborHTMLParser(html)
    assert not tree.css("script, img, svg, iframe, form, input, a, link, base, object, embed")
    assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert len(tree.css("style")) == 1


def test_a_name_in_the_log_of_a_build(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "mkdocs.plugins"):
        log.warning("docs/\x1b[2J\n::error::x\u202e.md: no page")
    assert caplog.messages == ["facingpages: docs/\\u001b[2J\\u000a::error::x\\u202e.md: no page"]
