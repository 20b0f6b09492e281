"""The fixes of the rules' own examples: what they give is checked as a page again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.test_examples import CASES, findings

from facingpages.document import Place
from facingpages.finding import Applicability, Edit, Finding
from facingpages.fixing import Looked, edited, fix_page
from facingpages.fixing.page import TO_TRANSLATE
from facingpages.read import read_page
from facingpages.rules.doc import Example
from facingpages.rules.made import MADE

FOUND = [(rule, example) for rule, example in CASES if example.finds and rule in MADE]
# The kinds of finding that have a fix; one that loses it is missed here.
EXPECTED = {
    "anchor-changed", "callout-keyword", "callout-type", "code-language", "code-span", "image-link", "image-source",
    "link-syntax", "link-target", "list-accidental", "marker-changed", "metadata-changed", "metadata-key",
    "tag-changed", "text-control", "text-mojibake",
}  # fmt: skip


@cache
def fixable() -> list[tuple[str, Example]]:
    """The examples whose finding comes with a fix."""
    return [
        (rule, example)
        for rule, example in CASES
        if example.finds and any(finding.fix is not None and finding.rule == rule for finding in findings(example))
    ]


def check(example: Example, raw: bytes) -> list[Finding]:
    return [*findings(replace(example, target=raw.decode()))]


def look(example: Example, raw: bytes) -> Looked:
    return Looked(read_page(raw, example.dialect), check(example, raw))


def _of_rule(rule: str, finding: Finding) -> bool:
    return finding.rule == rule


def test_rules_with_a_fix() -> None:
    assert {rule for rule, _ in fixable()} >= EXPECTED
    assert {rule for rule, _ in fixable()} <= set(MADE), "what has a fix is declared to have one"


@pytest.mark.parametrize(("rule", "example"), FOUND, ids=[f"{rule}-{i}" for i, (rule, _) in enumerate(FOUND)])
def test_a_fix_holds_or_is_dropped(rule: str, example: Example) -> None:
    """What is fixed is found no more, nothing new is but what is to be translated, and a second run changes nothing."""
    raw = example.target.encode()
    before = check(example, raw)
    asked, looked = partial(_of_rule, rule), partial(look, example)
    fixed = fix_page("target.md", raw, asked, looked)
    after = check(example, fixed.after)
    assert (fixed.made + fixed.dropped > 0) == ((rule, example) in fixable())
    assert (fixed.after != raw) == (fixed.made > 0)
    known = [(one.rule, one.text) for one in before]
    assert all((one.rule, one.text) in known or one.rule in TO_TRANSLATE for one in after)
    assert fix_page("target.md", fixed.after, asked, looked).after == fixed.after


def test_most_fixes_of_examples_hold() -> None:
    made = 0
    for rule, example in fixable():
        asked, looked = partial(_of_rule, rule), partial(look, example)
        made += fix_page("target.md", example.target.encode(), asked, looked).made > 0
    assert made >= 0.9 * len(fixable())


@given(st.text(alphabet="aé😀\r\n\t ", max_size=60), st.data())
def test_only_what_an_edit_names_changes(text: str, data: st.DataObject) -> None:
    """Places in code points lead to the right bytes, whatever ends the lines."""
    raw = text.encode()
    lines = text.encode().splitlines(keepends=True) or [b""]
    row = data.draw(st.integers(0, len(lines) - 1))
    line = lines[row].decode().rstrip("\r\n")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    place = Place("p.md", row + 1, start + 1, row + 1, end + 1)
    ahead = sum(map(len, lines[:row]))
    expected = raw[: ahead + len(line[:start].encode())] + b"X" + raw[ahead + len(line[:end].encode()) :]
    assert edited(raw, [Edit(place, "X")]) == expected


def test_edits_that_overlap_or_lie_outside() -> None:
    here = Place("p.md", 1, 1, 1, 3)
    with pytest.raises(ValueError, match="overlap"):
        edited(b"abc\n", [Edit(here, "x"), Edit(Place("p.md", 1, 2, 1, 4), "y")])
    with pytest.raises(ValueError, match="not on the page"):
        edited(b"abc\n", [Edit(Place("p.md", 3, 1, 3, 1), "x")])


def test_unsafe_fixes_say_so() -> None:
    example = Example("Press `a`.\n", "Tryck `b`.\n")
    assert [one.fix.applicability for one in findings(example) if one.fix] == [Applicability.UNSAFE]


@pytest.mark.parametrize(
    ("source", "target", "rule"),
    [
        ("See [a](b.md) and [c](d.md).\n", "Se [a]\uff08b.md\uff09 och [c] (d.md).\n", "link-syntax"),
        ("Use `x_y` and [a](x_y.md).\n", "Lieto x\\_y un [a](x_y.md).\n", "code-span"),
    ],
)
def test_no_fix_mends_another_place_than_the_finding_names(source: str, target: str, rule: str) -> None:
    found = [one for one in findings(Example(source, target)) if one.rule == rule]
    assert [one.fix for one in found] == [None]


@pytest.mark.parametrize(
    ("source", "target", "applicability"),
    [
        ("[a](https://x.example/one/two)", "[b](https://x.example/one/tow)", Applicability.SAFE),
        ("[a](https://x.example/one/two)", "[b](https://other.example/)", Applicability.UNSAFE),
        ("[a](https://x.example/one#two)", "[b](https://x.example/one#tow)", Applicability.UNSAFE),
        ("![a](img/one-two.png)", "![b](img/one-tow.png)", Applicability.SAFE),
        ("![a](img/one-two.png)", "![b](img/mine.png)", Applicability.UNSAFE),
        ("![a](https://x.example/one-two.png)", "![b](https://x.example/one-tow.png)", Applicability.UNSAFE),
    ],
)
def test_an_address_that_may_have_been_chosen_is_exchanged_on_request_only(
    source: str, target: str, applicability: Applicability
) -> None:
    told = findings(Example(f"See {source}.\n", f"Se {target}.\n"))
    assert [one.fix.applicability for one in told if one.fix is not None] == [applicability]
