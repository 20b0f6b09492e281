"""What one locale keeps between two comments of its own stands for nothing of the source; other frames do."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.align.framed import set_in
from facingpages.document import Document
from facingpages.read import read_page
from facingpages.rules.doc import Example

SOURCE = (
    "# Relay\n\nSet up `relay` here.\n\n## Checklist\n\n1. Open the `ports` of the box.\n2. Copy the `key` to it.\n\n"
    "## Log in\n\nGo to `:21114`.\n\n## Users\n\nAdd `ann`.\n\n## Groups\n\nAdd `all`.\n"
)
REST = "## Logga in\n\nGå till `:21114`.\n\n## Användare\n\nLägg till `ann`.\n\n## Grupper\n\nLägg till `all`.\n"
OWN = "## Kort svar\n\n- Tänk efter före.\n- Fråga sedan `hbbs`.\n\n"
EDGES = (
    ("<!-- intro:start -->", "<!-- intro:end -->"),
    ("<!-- BEGIN OWN INTRO -->", "<!-- END OWN INTRO -->"),
    ("<!-- OWN WORDS START, kept by a program -->", "<!-- OWN WORDS END -->"),
    ("<!-- START doctoc -->", "<!-- END doctoc -->"),
)
NONE = (
    ("<!-- prettier-ignore-start -->", "<!-- prettier-ignore-end -->"),
    ("<!-- one:start -->", "<!-- two:end -->"),
    ("<!-- start -->", "<!-- end -->"),
    ("<!-- intro:start -->", "<!-- intro -->"),
)


def page(text: str) -> Document:
    return read_page(text.encode(), path="a.md", dialect="commonmark")


def framed(edges: tuple[str, str], text: str = OWN) -> str:
    return f"# Relä\n\n{edges[0]}\n\n{text}{edges[1]}\n\n{REST}"


@pytest.mark.parametrize("edges", EDGES)
def test_what_one_locale_framed_is_its_own(edges: tuple[str, str]) -> None:
    one, other = page(SOURCE), page(framed(edges))
    assert sorted(set_in(other, one)) == [1, 2, 3]
    assert not set_in(other, page(SOURCE + "\n<!-- all:start -->\n\nText.\n\n<!-- all:end -->\n")), "both have such"


@pytest.mark.parametrize("edges", NONE)
def test_other_comments_frame_nothing(edges: tuple[str, str]) -> None:
    assert not set_in(page(framed(edges)), page(SOURCE))


def test_a_frame_around_what_the_source_has_or_around_the_page_is_none() -> None:
    one = page(SOURCE + "\nSee [more](https://x.example/more).\n")
    assert not set_in(page(framed(EDGES[0], "Se [mer](https://x.example/more).\n\n")), one)
    assert not set_in(page(f"{EDGES[0][0]}\n\n{framed(NONE[2])}\n\n{EDGES[0][1]}\n"), one)
    named = page(SOURCE.replace("1. Open", "- `hbbs` first\n\n1. Open"))
    assert sorted(set_in(page(framed(EDGES[0], OWN + "- `hbbs` sedan\n\n")), named)) == [1, 2, 3], "an item of its name"


def test_what_it_took_the_place_of_is_told_once_and_by_itself_it_is_no_finding() -> None:
    told = [one for one in findings(Example(SOURCE, framed(EDGES[0]))) if one.severity.value != "info"]
    assert [one.rule for one in told] == ["block-missing"]
    two = framed(EDGES[0], OWN + "## Viktigt\n\n- Spara först.\n\n")
    told = [one for one in findings(Example(SOURCE, two)) if one.severity.value != "info"]
    assert [(one.rule, one.place.line) for one in told] == [("block-rewritten", 5)]
    whole = (
        "# Relä\n\nStäll in `relay` här.\n\n## Lista\n\n1. Öppna `ports` på lådan.\n2. Kopiera `key` dit.\n\n" + REST
    )
    for edges in EDGES:
        more = whole.replace("## Lista", f"{edges[0]}\n\n{OWN}{edges[1]}\n\n## Lista")
        assert [one.severity.value for one in findings(Example(SOURCE, more)) if one.severity.value != "info"] == []
    bare = [one.rule for one in findings(Example(SOURCE, whole.replace("## Lista", f"{OWN}## Lista")))]
    assert "heading-extra" in bare or "block-extra" in bare, "without a frame it is new"
