"""What a shortcode may differ in: the order of what it sets by name, and where its own language's things lie."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example

PIC = '{{{{< pic src="{}" caption="{}" {}>}}}}\n'
SIZES, TURNED = 'height="20" width="30"', 'width="30" height="20" '
CARD = '{{{{< card "{}" "{}" "{}" >}}}}\n'
HERE, THERE = "The whole page of it", "Hela sidan av den"


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (PIC.format("a.png", HERE, SIZES), PIC.format("a.png", THERE, TURNED), False),
        (PIC.format("a.png", HERE, SIZES), PIC.format("a.png", THERE, TURNED.replace("30", "31")), True),
        (PIC.format("a.png", HERE, SIZES), PIC.format("a.png", THERE, 'width="20" height="30" '), True),
        (PIC.format("a.png", HERE, SIZES), PIC.format("a.sv.png", THERE, TURNED), False),
        (PIC.format("a.png", HERE, SIZES), PIC.format("b.sv.png", THERE, TURNED), True),
        (CARD.format(HERE, "Read more of it", "/pages/a/"), CARD.format(THERE, "Läs mera", "/sv/pages/a/"), False),
        (CARD.format(HERE, "Read more of it", "/pages/a/"), CARD.format(THERE, "Läs mera", "/fi/pages/a/"), True),
        (CARD.format(HERE, "Read more of it", "/pages/a/"), CARD.format(THERE, "Läs mera", "/sv/pages/b/"), True),
    ],
)
def test_a_shortcode_may_differ_in_what_is_its_languages_own(source: str, target: str, told: bool) -> None:
    around = "One.\n\n{}\nTwo.\n"
    found = findings(Example(around.format(source), around.format(target), dialect="hugo"))
    assert ("directive-changed" in {one.rule for one in found}) == told


FIGURE = '{{% include figure.html\n   text="\n\n       {}\n\n       "\n\n   file="{}"\n%}}\n'


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (FIGURE.format("Get it here", "a.png"), FIGURE.format("Hämta den här", "a.png"), set()),
        (FIGURE.format("Get it here", "a.png"), FIGURE.format("Hämta den här", "b.png"), {"directive-changed"}),
        (FIGURE.format("Get it here", "a.png"), "", {"directive-missing"}),
        (
            "{% raw\n\n       x = rate(1)\n",
            "{% raw\n\n       x = rate(2)\n",
            {"code-block"},
        ),  # never closed: no tag at all
    ],
)
def test_what_a_tag_sets_may_stand_over_blank_lines(source: str, target: str, told: set[str]) -> None:
    around = "One.\n\n{}\nTwo.\n"
    found = {one.rule for one in findings(Example(around.format(source), around.format(target)))}
    assert found & {"directive-changed", "directive-missing", "code-block", "block-untranslated"} == told
