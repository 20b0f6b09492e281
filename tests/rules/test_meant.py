"""What looks like a slip of a translation program and is meant."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Call `of_two_words`.\n", "Anropa of\\_two\\_words.\n", False),
        ("Call *it* now.\n", "Anropa \\_den\\_ nu.\n", True),
        ("Call **it** now.\n", "今\\*\\*それ\\*\\*を\n", True),
    ],
)
def test_an_underscore_in_a_word_would_mark_nothing(source: str, target: str, *, told: bool) -> None:
    found = findings(Example(source, target, locale="ja" if not target.isascii() else "sv"))
    assert any(one.rule == "emphasis-unclosed" for one in found) == told


@pytest.mark.parametrize(("begun", "told"), [("{#if one === 'two'}\n\n", False), ("", True)])
def test_the_end_of_a_template_s_block(begun: str, *, told: bool) -> None:
    found = findings(Example("# A\n\nRun it.\n", f"# A\n\n{begun}Kör den.\n\n{{/if}}\n"))
    assert any(one.rule == "page-leftover" for one in found) == told
