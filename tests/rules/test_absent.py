"""What is told to be missing is a hint where it may stand on the page: both sides of what is asked for that."""

from __future__ import annotations

import pytest
from tests.lexicon.language import lexicon_of
from tests.rules.test_examples import findings

from facingpages.lexicon import likelier, may_render
from facingpages.rules.doc import Example

THERE = "# A\n\nOf `k` and all.\n\n{}\n## Z\n\nEnd of `z`.\n"
HERE = "# A\n\nOm `k` och allt.\n\n{}\n## Z\n\nSlut `z`.\n"
CODE = "Run it:\n\n```sh\ntar -xvzf hello.tgz\n```\n\nIt shows what is in it and more:\n\n```sh\nhello/\nall\n```\n\n"
BOTH, ONE = "K\u00f6r:\n\n```sh\ntar -xvzf hello.tgz\nhello/\nall\n```\n\n", "K\u00f6r:\n\n```sh\nhello/\nall\n```\n\n"
FIRST = "First you will need to find a node, and to connect.\n\nThere are others that publish much.\n\n"
OTHER = "Though discouraged, you may `opt` for the `untrusted` one.\n\n"
KEPT = "First you will need to find a public node to connect. Man kan `opt` med `untrusted` nod.\n\n"
FORM = "## Custom validators\n\nText `a` on it.\n\n### The API of validators\n\n```sh\nb --long --run c\n```\n\n"
FORMED = "{} validatorer\n\n```sh\nb --long --run c\n```\n\n"
API, REST = "## Plugin API\n\nText `a` of it.\n\n", "## B\n\nText `m` on it.\n\n## C\n\nText `n` on it.\n\n"
PINS = {
    "code within that of its neighbour": (CODE, BOTH, "code-missing", ["info"]),
    "code that is nowhere": (CODE, ONE, "code-missing", ["error"]),
    "words of a neighbour that says both": (FIRST + OTHER, KEPT, "block-missing", ["info"]),
    "words that are nowhere": (FIRST + OTHER, KEPT[KEPT.index("Man") :], "block-missing", ["error"]),
    "a heading in the form of the lost one": (FORM, FORMED.format("## Egna"), "heading-missing", ["info"]),
    "a heading of its own level": (FORM, FORMED.format("### API f\u00f6r"), "heading-missing", ["error"]),
    "the same heading at another place": (
        API + REST, REST + "### Plugin API\n\nNy `x`.\n\n### E\n\nNy `y`.\n\n", "heading-missing", ["info"],
    ),
    "another heading there": (
        API + REST, REST + "### Plugins\n\nNy `x`.\n\n### E\n\nNy `y`.\n\n", "heading-missing", ["error"],
    ),
}  # fmt: skip
TAUGHT = {
    "choose": "v\u00e4lj", "colour": "f\u00e4rg", "paper": "papper", "print": "skriv", "report": "rapport",
    "server": "maskin", "open": "\u00f6ppna",
}  # fmt: skip


@pytest.mark.parametrize(("source", "target", "rule", "told"), PINS.values(), ids=PINS)
def test_what_may_stand_there_is_a_hint(source: str, target: str, rule: str, told: list[str]) -> None:
    found = findings(Example(THERE.format(source), HERE.format(target)))
    assert [one.severity.value for one in found if one.rule == rule] == told, [(f.rule, f.text) for f in found]


def test_a_hint_names_what_it_may_be() -> None:
    """And nothing is said of that as another block's counterpart: it is not of the wrong level."""
    found = findings(Example(THERE.format(FORM), HERE.format(FORMED.format("## Egna"))))
    (missing,) = (one for one in found if one.rule == "heading-missing")
    assert [place.message for place in missing.related] == ["source heading", "perhaps this"]
    assert missing.related[1].place.path == "target.md"
    assert not [one for one in found if one.rule == "heading-level"]


def test_words_say_that_a_text_may_be_another_in_other_words() -> None:
    """Where most of either is rendered, of three words at least."""
    lexicon = lexicon_of(TAUGHT)
    assert may_render(lexicon, "choose colour paper server", "v\u00e4lj f\u00e4rg papper rapport")
    assert not may_render(lexicon, "choose colour paper server", "v\u00e4lj rapport \u00f6ppna skriv")
    assert not may_render(lexicon, "choose colour", "v\u00e4lj f\u00e4rg")


def test_words_say_whose_a_heading_is() -> None:
    lexicon = lexicon_of(TAUGHT)
    assert likelier(lexicon, "print report", "open server", "skriv rapport") == 1
    assert likelier(lexicon, "open server", "print report", "skriv rapport") == -1
    assert likelier(lexicon, "print report", "open server", "papper") == 0
