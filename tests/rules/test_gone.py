"""What is said to be missing from a page that fell behind: an error where something bears witness, else a warning."""

from __future__ import annotations

import pytest
from tests.lexicon.language import lexicon_of
from tests.rules.test_examples import findings

from facingpages.lexicon import says_little
from facingpages.read import read_page
from facingpages.rules.doc import Example
from facingpages.rules.programs import Programs

SECTIONS = "".join(f"## Part `{name}`\n\nOf it, `{name}`.\n\n" for name in ("one", "two", "three", "four", "five"))
TOLD = SECTIONS.replace("Part", "Del").replace("Of it", "Om det")
DRIFT = "## Del `two`\n\nNytt stycke.\n\n", "## Del `three`\n\nNytt stycke till.\n\n"  # two places more
LOST = "There is a plain text that says something of this here.\n\n"


def pages(lost: str, *, drifts: int = 2, instead: str = "") -> tuple[str, str]:
    """A page with something in its fourth part that the translation lacks, and others that only that has."""
    source = SECTIONS.replace("## Part `five`", f"{lost}## Part `five`")
    target = TOLD.replace("## Del `five`", f"{instead}## Del `five`")
    for text in DRIFT[:drifts]:
        target = target.replace(text.split("\n\n")[0] + "\n\n", text)
    return "# A\n\n" + source, "# A\n\n" + target


def told(source: str, target: str, rule: str) -> list[str]:
    """How loudly a rule speaks of two pages."""
    return [one.severity.value for one in findings(Example(source, target)) if one.rule == rule]


CASES = {
    "words alone": (LOST, "block-missing", "warning"),
    "a link": (LOST.replace("something", "[something](https://a.example/x)"), "block-missing", "error"),
    "a link to this page": (LOST.replace("something", "[something](#part-one)"), "block-missing", "warning"),
    "a link that others have": (
        LOST.replace("something", "[something](https://a.example/y)"),
        "block-missing",
        "warning",
    ),
    "a name in code": (LOST.replace("something", "`some_thing`"), "block-missing", "error"),
    "words in code": (LOST.replace("something", "`some thing`"), "block-missing", "warning"),
    "a year": (LOST.replace("something", "something of 1987"), "block-missing", "error"),
    "a small number": (LOST.replace("something", "something of 87"), "block-missing", "warning"),
    "a heading": ("### More of it\n\n", "heading-missing", "warning"),
    "a section": ("### More of it\n\nOne.\n\nTwo.\n\n", "heading-missing", "error"),
    "code": ("```\nrun it\n```\n\n", "code-missing", "error"),
    "a callout": ("> [!NOTE]\n> There is a plain text that says something.\n\n", "callout-missing", "error"),
    "two in a row": (LOST * 2, "block-missing", "warning"),
    "three in a row": (LOST * 3, "block-missing", "error"),
}


@pytest.mark.parametrize(("lost", "rule", "severity"), CASES.values(), ids=CASES)
def test_what_is_lost_from_an_old_page_needs_a_witness(lost: str, rule: str, severity: str) -> None:
    source, target = pages(lost)
    source, target = (text + "See [it](https://a.example/y).\n" for text in (source, target))
    assert told(source, target, rule) == [severity]


@pytest.mark.parametrize(("drifts", "severity"), [(0, "error"), (1, "error"), (2, "warning")])
def test_a_page_is_old_that_differs_at_three_places(drifts: int, severity: str) -> None:
    assert told(*pages(LOST, drifts=drifts), "block-missing") == [severity]


def test_a_line_is_no_place() -> None:
    source, target = pages(LOST, drifts=1)
    assert "error" in told(source.replace("## Part `two`", "---\n\n## Part `two`"), target, "block-missing")


WORDS = {"plain": "slätt", "text": "stycke", "says": "säger", "something": "något", "here": "här"}


def test_words_that_nothing_renders_bear_witness() -> None:
    source, target = pages(LOST)
    found = findings(Example(source, target, taught=WORDS))
    assert [one.severity.value for one in found if one.rule == "block-missing"] == ["error"]


@pytest.mark.parametrize(
    ("text", "around", "little"),
    [
        ("Plain text says something.", "Annat om det, slätt.", True),
        ("Plain text says something.", "Annat, slätt: ett stycke.", False),  # half of it
        ("Plain text says.", "Annat.", False),  # too few words
    ],
)
def test_half_of_four_words_may_be_told_otherwise(text: str, around: str, *, little: bool) -> None:
    assert says_little(lexicon_of(WORDS), text, around) == little


PIECES = "```sh\n{}\n```\n\n```sh\nclose_two --all when done\n```\n"


@pytest.mark.parametrize(
    ("there", "here", "moved", "one"),
    [
        ("load_x mill_x aa bb cc dd", "load_x mill_x aa bb cc ee", False, True),
        ("load_x mill_x aa bb cc dd", "load_x mill_x ee ff gg hh", False, False),  # rare names in other code
        ("open_one --all when done", "open_three --all when done", False, True),
        ("open_one --all when done", "open_three --all when done", True, False),  # nor does its place tell which
        ("open_one --all now then", "open_three --all now then", True, True),
    ],
)
def test_code_of_an_old_page_is_one_by_half_of_its_words(there: str, here: str, *, moved: bool, one: bool) -> None:
    source, target = (read_page(PIECES.format(text).encode()) for text in (there, here))
    assert Programs(source, target).are_still_one(source.blocks[0], target.blocks[0], moved=moved) == one
