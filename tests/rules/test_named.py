"""What a message quotes of a block: always something that a reader can look for."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example

PAGE = "# A\n\nOne text stands here.\n\n{}\n\nAnother text stands here.\n"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("## `init`", 'The heading "## `init`" of the source has no counterpart.'),
        ("## Init of `x`", 'The heading "Init of …" of the source has no counterpart.'),
        ("- `init`", 'This item of the source has no counterpart: "`init`"'),
        ("1. `init`", 'Step 1 of the source has no counterpart: "`init`"'),
        ("---", 'This block of the source has no counterpart: "---"'),
        ('<img src="a.png">', 'This block of the source has no counterpart: "<img src="a.png">"'),
    ],
)
def test_a_block_without_words_is_quoted_as_it_is_written(block: str, said: str) -> None:
    source, target = PAGE.format(block), "# A\n\nEn text står här.\n\nEn annan text står här.\n"
    told = [finding.text for finding in findings(Example(source, target))]
    assert any(one.startswith(said) for one in told), told


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("", "sh", 'This code block has the language "sh"; in the source it has none.'),
        ("sh", "", 'This code block has no language; in the source it is "sh".'),
        ("sh", "py", 'This code block has the language "py"; in the source it is "sh".'),
    ],
)
def test_a_language_that_is_not_there_is_not_quoted(one: str, two: str, said: str) -> None:
    source, target = (f"# A\n\n```{name}\nls\n```\n" for name in (one, two))
    assert [finding.text for finding in findings(Example(source, target))] == [said]


@pytest.mark.parametrize(("row", "said"), [("| `go` | `() => x` |", "was lost"), ("| `go` | `() => x` | `>5` |", "")])
def test_what_stands_in_another_column_is_not_what_a_code_became(row: str, said: str) -> None:
    head = "| A | B | C |\n| --- | --- | --- |\n"
    own = head if said == "" else "| A | B |\n| --- | --- |\n"
    found = findings(Example(f"{head}| go | `() => x` | `>5` |\n", f"{own}{row}\n"))
    assert [one.text for one in found if one.rule == "code-span" and said not in one.text] == []
    assert any("was lost" in one.text for one in found) is bool(said)


def test_a_target_is_compared_with_the_one_that_it_is_in_another_case() -> None:
    at = "https://x.example/main/"
    found = findings(
        Example(f"See [here]({at}RAP) and [here]({at}RAP2).\n", f"Se [här]({at}rap2) och [här]({at}rap).\n")
    )
    told = {one.text for one in found if one.rule == "link-target"}
    assert told == {f'This link leads to "{at}rap{n}"; in the source it leads to "{at}RAP{n}".' for n in ("", "2")}


def test_a_bare_address_is_the_link_that_it_is_in_another_case() -> None:
    source = "Samples from [here](https://x.example/X) and [here](https://x.example/X2).\n"
    target = "Prov [h](prov av oss (https://x.example/x)) och [h](https://x.example/x2).\n"
    found = [one for one in findings(Example(source, target)) if one.rule == "link-target"]
    assert [one.text.split('"')[3][-2:] for one in found] == ["/X", "X2"]
    assert [one.place[1:3] for one in found] == [(1, 23), (1, 49)]
