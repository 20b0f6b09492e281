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
