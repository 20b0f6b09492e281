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
BRACES = "data={{ padding: 1 }}"


def test_what_an_attribute_has_for_a_value_is_told_of_its_tag() -> None:
    source = TABLE.format(BRACES, "Free", ROW.format(BRACES))
    lost, changed = TABLE.format(BRACES, "Gratis", ""), source.replace("1", "2").replace("Free", "Gratis")
    for target, rule in ((lost, "tag-missing"), (changed, "tag-changed")):
        rules = {one.rule for one in findings(Example(source, target, dialect="mdx"))}
        assert rule in rules
        assert not {"directive-missing", "directive-changed"} & rules
    text = "Write {{ a: b }} key={{ c: d }} now.\n"
    found = findings(Example(text, "Skriv {{ a: b }} nu.\n", dialect="mdx"))
    assert [one.rule for one in found] == ["directive-missing"]


def test_an_id_that_begins_the_page_is_looked_at() -> None:
    """Nothing stands before it, not even the mark of its heading."""
    found = findings(Example('<a id="b"></a>Cost\n===\n', '{#a} <a id="b"></a>Kostnad\n===\n'))
    assert {one.rule for one in found} == {"anchor-missing"}


@pytest.mark.parametrize(
    ("target", "generator", "severity"),
    [
        ("Massan $\\\\alpha_i$ spelar roll.\n", "zola", "info"),
        ("Massan $\\\\alpha_i$ spelar roll.\n", "mkdocs", "error"),
        ("Massan $\\\\alpha_j$ spelar roll.\n", "zola", "error"),
    ],
)
def test_two_backslashes_are_one_to_markdown_without_formulas(target: str, generator: str, severity: str) -> None:
    found = findings(Example("Mass $\\alpha_i$ matters.\n", target), generator=generator)
    assert [one.severity.value for one in found if one.rule == "formula-changed"] == [severity]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("Den tar std::string eller char*.\n", False),
        ("Den tar size_t** eller char*.\n", False),
        ("Den tar strängar** eller tecken.\n", True),
        ("Den tar char*s eller tecken**.\n", True),
    ],
)
def test_a_pointer_is_no_half_of_emphasis(target: str, told: bool) -> None:
    found = findings(Example("It takes `std::string`, `size_t **` or `char *`.\n", target))
    assert ("emphasis-unclosed" in {one.rule for one in found}) == told
