"""What is told to be missing is a hint where it may stand on the page: both sides of what is asked for that."""

from __future__ import annotations

import pytest
from tests.lexicon.language import lexicon_of
from tests.rules.test_examples import findings

from facingpages.align import Bead
from facingpages.lexicon import likelier, may_render
from facingpages.read import read_page
from facingpages.rules.base import Pair
from facingpages.rules.doc import Example
from facingpages.rules.turned import added

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
NOTE = "It has to be empty when you begin. Else nothing is kept of what it held."
TWO = f"- Choose a folder of `d`.\n  > {NOTE}\n- Then `e`.\n\n"
RUN = "- V\u00e4lj en mapp f\u00f6r `d`.{}\n- Sedan `e`.\n\n"
WITHIN = " Den ska vara tom n\u00e4r du b\u00f6rjar. Annars beh\u00e5lls inget av det som fanns d\u00e4r."
PINS = {
    "a note run together with its item": (TWO, RUN.format(WITHIN), "block-missing", ["info"]),
    "a note that is nowhere": (TWO, RUN.format(""), "block-missing", ["error"]),
    "one sentence where the note has two": (TWO, RUN.format(WITHIN.replace(". A", ", a")), "block-missing", ["error"]),
    "code within that of its neighbour": (CODE, BOTH, "code-missing", ["info"]),
    "code that is nowhere": (CODE, ONE, "code-missing", ["error"]),
    "words of a neighbour that says both": (FIRST + OTHER, KEPT, "block-missing", ["info"]),
    "words that are nowhere": (FIRST + OTHER, KEPT[KEPT.index("Man") :], "block-missing", ["error"]),
    "a heading in the form of the lost one": (FORM, FORMED.format("## Egna"), "heading-missing", ["info"]),
    "a heading of its own level": (FORM, FORMED.format("### API f\u00f6r"), "heading-missing", ["error"]),
    "a heading with the id of its own": (
        FORM.replace("API of validators", "API {#api}"), FORMED.format("## Egna").replace("torer", "torer {#api}"),
        "heading-missing", ["error"],
    ),
    "a callout that is text": (
        ":::tip\n\nMore on `b`.\n\n:::\n\nThen `c`.\n\n", "Mer om `b` d\u00e4r.\n\nSedan `c`.\n\n", "callout-missing",
        ["error"],
    ),
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


def paired(source: str, target: str, beads: str) -> Pair:
    """Two pages that are paired as `0-0 1- -1` says."""
    one, two = (read_page(text.encode(), path="a.md", dialect="mdx") for text in (source, target))
    pairs = [tuple(side.split("+") if side else () for side in bead.split("-")) for bead in beads.split()]
    aligned = [
        Bead(
            *(tuple(page.blocks[int(at)] for at in side) for page, side in zip((one, two), bead, strict=True)),
            1.0,
            False,
        )
        for bead in pairs
    ]
    return Pair(one, two, aligned, "sv")


def absent(source: str, target: str, beads: str, block: int) -> bool:
    """Whether something may be a block of the source."""
    pair = paired(source, target, beads)
    return next(pair.absent.instead(unit) for unit in pair.missing if unit.blocks[0].index == block) is not None


ITEMS, FOUR, THREE = (
    "- a one\n- b two\n- c three\n- d four\n",
    "- ett\n- tv\u00e5\n- tre\n- fyra\n",
    "- ett\n- tv\u00e5\n- tre\n",
)
ROWS = "| k | v |\n|---|---|\n| a | one |\n| b | two |\n| c | three |\n"
NESTED, FLAT = "- a `p`\n  - e.g. one\n- b\n", "- a\n  - t.ex. ett\n- b\n"
COUNTED = "S\u00e4g:\n\n1: Ett\n\n2: Tv\u00e5\n\n## B\n"
STEPS = "Say:\n\n1. One\n2. Two\n\n## B\n"
NAMES = "LLMs take text, as Tools and Agents do.\n\nIn Paris it is told.\n"
FORCED = {
    "as many items, some paired with the wrong ones": (ITEMS, FOUR, "0- 1-0 2-1 3-2 -3", 0, True),
    "fewer items": (ITEMS, FOUR.replace("- fyra\n", ""), "0- 1-0 2-1 3-2", 0, False),
    "as many, and what stands there is sure": (
        "- a\n- `b`\n- c\n- d\n", "- `b`\n- tv\u00e5\n- tre\n- fyra\n", "0- 1-0 2-1 3-2 -3", 0, False,
    ),
    "as many rows": (ROWS, ROWS.replace("one", "ett"), "0-0 1- 2-1 3-2 -3", 1, True),
    "fewer rows": (ROWS, "| k | v |\n|---|---|\n| x | ett |\n| y | tv\u00e5 |\n", "0-0 1- 2-1 3-2", 1, False),
    "an item that stands in the form of the lost one": (NESTED, FLAT, "-0 0-1 1- 2-2", 1, True),
    "an item in its own form": (NESTED, FLAT.replace("  - t.ex. ett\n", ""), "0-0 1- 2-1", 1, False),
    "the number of a step that is text": (STEPS, COUNTED, "0-0 1-1 2- -2 3-3", 2, True),
    "another number": (STEPS, COUNTED.replace("2:", "3:"), "0-0 1-1 2- -2 3-3", 2, False),
    "an item beside one that is a paragraph now": ("- a\n- `b`\n", "ett\n\n`b` tv\u00e5\n", "-0 0- 1-1", 0, True),
    "an item beside one that is an item still": ("- a\n- `b`\n", "ett\n\n- `b` tv\u00e5\n", "-0 0- 1-1", 0, False),
    "an item of another list": ("- a\n\nText.\n\n- `b`\n", "ett\n\nText.\n\n`b` tv\u00e5\n", "-0 0- 1-1 2-2", 0, False),
    "more names of the lost one": (NAMES, "LLM tar text med Tools och Agents.\n", "0- 1-0", 0, True),
    "no more names of it": (NAMES, "I Paris s\u00e4gs det, text.\n", "0- 1-0", 0, False),
}  # fmt: skip


def new(source: str, target: str, beads: str, block: int) -> bool:
    """Whether something of the source may be a block that only the translation has."""
    pair = paired(source, target, beads)
    return next(added(pair).instead(unit) for unit in pair.extra if unit.blocks[0].index == block) is not None


LINES = "Fill in the code so:\nIn `type.go` the `Config` of the protocol.\nIn `driver.go` the `Device` itself.\n"
ITEM = "- I `type.go` protokollets `Config`.\n- I `driver.go` sj\u00e4lva `Device`.\n"
NEW = {
    "as many, and what stands in its place has a counterpart": (
        ITEMS, "- ett\n- tv\u00e5\n- tre\n- fyra\n", "0-1 1-2 2-3 -0 3-", 0, True,
    ),
    "as many, and what stands in its place is lost": (
        ITEMS, "- ett\n- tv\u00e5\n- tre\n- fyra\n", "0- 1-1 2-2 3-3 -0", 0, False,
    ),
    "names of the neighbour's source": ("LLMs take text, as Tools and Agents do.\n",
        "I Paris s\u00e4gs det.\n\nText med Tools och Agents.\n", "0-0 -1", 1, True),
    "no names of it": ("LLMs take text, as Words and Phrases do.\n",
        "I Paris s\u00e4gs det.\n\nText med Tools och Agents.\n", "0-0 -1", 1, False),
    "the same code, left over on both sides": (LINES, "Fyll i s\u00e5:\n\n" + ITEM, "0- -0 -1 -2", 1, True),
    "other code": (
        LINES, "Fyll i s\u00e5:\n\n" + ITEM.replace("type.go", "a").replace("Config", "b"), "0- -0 -1 -2", 1, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "target", "beads", "block", "there"), NEW.values(), ids=NEW)
def test_what_only_the_translation_has(source: str, target: str, beads: str, block: int, there: bool) -> None:
    """It is looked for in the source as what is missing is in the translation."""
    assert new(source, target, beads, block) is there


@pytest.mark.parametrize(("source", "target", "beads", "block", "there"), FORCED.values(), ids=FORCED)
def test_of_neighbours_that_are_paired_with_the_wrong_ones(
    source: str, target: str, beads: str, block: int, there: bool
) -> None:
    assert absent(source, target, beads, block) is there
