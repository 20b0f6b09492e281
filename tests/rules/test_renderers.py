"""What a renderer of some sites does otherwise: signs that close bold beside a letter, strings of JSX that are text."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example

BOLD = "**Usage:** call it.\n"


@pytest.mark.parametrize(
    ("target", "generator", "told"),
    [
        ("**用途：**调用它。\n", "docsify", False),
        ("**用途：**调用它。\n", "", True),
        ("**用途:**调用它。\n", "docsify", True),
        ("**用途 **调用它。\n", "docsify", True),
        ("**[用途](x.md)**调用它。\n", "docsify", True),
        ("**用途：调用它。\n", "docsify", True),
    ],
)
def test_bold_closes_as_the_sites_renderer_closes_it(target: str, generator: str, told: bool) -> None:
    found = findings(Example(BOLD, target, locale="zh"), generator=generator)
    assert ("emphasis-unclosed" in {one.rule for one in found}) == told


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Use it if `a` {'<='} 100.\n", "Använd den om `a <= 100`.\n", False),
        ("Use it below version {'v1.x (x < 9)'} only.\n", "Använd den bara under `v1.x (x < 9)`.\n", False),
        ("Use it below version {'v1.x (x < 9)'} only.\n", "Använd den bara under en tidig version.\n", True),
        ("Write {'<b>'} around it.\n", "Skriv {„<b>“} runt det.\n", True),
        ("Use it below version `v1.x (x < 9)` only.\n", "Använd den bara under {'v1.x (x < 9)'}.\n", False),
        ("Use it below version {version} only.\n", "Använd den bara under en tidig version.\n", True),
    ],
)
def test_a_string_of_jsx_is_text(source: str, target: str, told: bool) -> None:
    found = findings(Example(source, target, dialect="mdx"))
    assert any(one.rule.startswith(("directive", "placeholder")) for one in found) == told


TABLE = "<table>\n  <tr>\n    <td {0}>{1}</td>\n  </tr>\n{2}</table>\n"
ROW = "  <tr>\n    <td {0}>Paid</td>\n  </tr>\n"


@pytest.mark.parametrize(("attribute", "told"), [("style={{ padding: 1 }}", False), ("data={{ padding: 1 }}", True)])
def test_what_a_tag_looks_like_is_no_directive_of_the_text(attribute: str, told: bool) -> None:
    source, target = TABLE.format(attribute, "Free", ROW.format(attribute)), TABLE.format(attribute, "Gratis", "")
    rules = [one.rule for one in findings(Example(source, target, dialect="mdx"))]
    assert "tag-missing" in rules
    assert ("directive-missing" in rules) == told
