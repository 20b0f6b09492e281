"""What is a target among the attributes of a dialect's own elements."""

from __future__ import annotations

import pytest

from facingpages.read import read_page
from facingpages.read.uses import directive_uses


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ('{{ see(link="asvs.4") }}\n', []),  # a macro alone knows what it is given
        ('{{- ns.see(link= "asvs.4") }}\n', []),
        ('{{ see link="asvs.4" }}\n', ["asvs.4"]),
    ],
)
def test_what_a_macro_is_given_is_no_target(text: str, targets: list[str]) -> None:
    blocks = read_page(text.encode(), "mkdocs").blocks
    assert [use.target for block in blocks for use in directive_uses(block)] == targets
