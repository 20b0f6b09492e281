"""What is claimed of a pair of blocks is a hint where nothing vouches for the pair: both sides of what does."""

from __future__ import annotations

import pytest
from tests.rules.test_examples import findings

from facingpages.rules.doc import Example

THERE, HERE = "# A\n\nOf `k` and all of it.\n\n{}# B\n\nEnd.\n", "# A\n\nOm `k` och allt.\n\n{}# B\n\nSlut.\n"
CODE = "Run it:\n\n## X\n\nMore of it.\n\n```sh\n{}\n```\n\n"
PLAIN = "| Version | Month |\n|---|---|\n| x | y |\n\n"
TABLE = "| Release | Date | Core |\n|---|---|---|\n| 9.2 | May | a |\n\n## C\n\n" + PLAIN
WIDE = "| Version | Datum | K\u00e4rna |\n|---|---|---|\n"
NEW = "Nytt `z`.\n\nMer `y`.\n\nSist `x`.\n\n"
LINK = "See [page 12 of 345](https://a.example/saying-no/){}.\n\n"
OTHER = "Se [sidan 12 av 345](https://b.example/other/){}.\n\n"
PINS = {
    "by its place alone": (LINK.format(""), OTHER.format("") + NEW, "link-target", ["info"]),
    "a slip tells whose it is": (
        LINK.format(""), OTHER.format("").replace("b.example/other", "a.example/saying-n") + NEW, "link-target",
        ["error"],
    ),
    "by what both hold": (LINK.format(" or `up`"), OTHER.format(" eller `up`") + NEW, "link-target", ["error"]),
    "by names": (LINK.format(" of Riga Marathon"), OTHER.format(" om Riga Marathon") + NEW, "link-target", ["error"]),
    "nothing is left over": (LINK.format(""), OTHER.format(""), "link-target", ["error"]),
    "what is left over is too little": (LINK.format(""), OTHER.format("") + NEW[:11], "link-target", ["error"]),
    "cells of another table": (TABLE, WIDE + "\n", "table-cells", ["info"]),
    "cells of the only one": (PLAIN, WIDE + "| x | y |\n\n", "table-cells", ["error"]),
    "code of a section that was lost": (
        CODE.format("rpm -q chrony"), "K\u00f6r:\n\n```sh\ndnf list httpd\n```\n\n", "code-block", [],
    ),
    "underscores in a name of another table": (
        TABLE.replace("Month", "*Month*"), WIDE.replace("Datum", "a_long_name") + "\n", "emphasis-unclosed", [],
    ),
    "underscores for emphasis": (
        "| Name | Text |\n|---|---|\n| *much* of it | y |\n\n", "| Namn | Text |\n|---|---|\n| s_mycket_av | y |\n\n",
        "emphasis-unclosed", ["error"],
    ),
    "code that is much the same": (
        CODE.format("rpm -q chrony --all"), "K\u00f6r:\n\n```sh\nrpm -q chrony --any\n```\n\n", "code-block", ["error"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "target", "rule", "told"), PINS.values(), ids=PINS)
def test_a_pair_vouches_for_what_is_claimed_of_it(source: str, target: str, rule: str, told: list[str]) -> None:
    found = findings(Example(THERE.format(source), HERE.format(target)))
    assert [one.severity.value for one in found if one.rule == rule] == told


def test_what_was_lowered_is_told_as_another_block() -> None:
    """Nothing is silenced: where errors are lowered, one finding says that another block stands there."""
    found = findings(Example(THERE.format(TABLE), HERE.format(PINS["cells of another table"][1])))
    assert [one.severity.value for one in found if one.rule == "block-rewritten"] == ["warning"]


@pytest.mark.parametrize(("more", "told"), [("One.\n\nTwo.\n\nThree.\n\n", "info"), ("One.\n\nTwo.\n\n", "error")])
def test_what_stands_as_often_on_the_other_page_came_from_there(more: str, told: str) -> None:
    """A link of another paragraph of the source is no changed one, on a page of which enough was lost."""
    source = "See [one](https://a.example/one/) of `x`.\n\nGo to [two](https://a.example/two/) by `y`.\n\n"
    target = "Se [den](https://a.example/two/) av `x`.\n\nG\u00e5 dit med `y`.\n\n"
    found = findings(Example(THERE.format(source + more), HERE.format(target)))
    assert [one.severity.value for one in found if one.rule == "link-target"] == [told]
