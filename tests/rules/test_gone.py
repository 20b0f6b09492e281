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


ALERT = "{{% alert %}} " + "Det finns en vanlig text, och den säger mycket mer om det. " * 9 + "{{% /alert %}}\n\n"


@pytest.mark.parametrize(("instead", "severity"), [(ALERT, "warning"), ("Det finns en vanlig text.\n\n", "error")])
def test_a_callout_may_be_set_in_a_shortcode(instead: str, severity: str) -> None:
    source, target = pages("> [!NOTE]\n>\n> ```\n> run it\n> ```\n\n", instead=instead)
    found = findings(Example(source, target, dialect="hugo"))
    assert [one.severity.value for one in found if one.rule == "callout-missing"] == [severity]


BOTH = "- Ann at [a](https://{0}.example/x) of the first house\n- Bo of the other house\n\n"


@pytest.mark.parametrize(("drifts", "severity"), [(3, "info"), (0, "error")])
def test_what_a_link_became_needs_more_than_its_place_on_an_old_page(drifts: int, severity: str) -> None:
    source, target = pages(BOTH.format("ann") + LOST * (drifts > 0), drifts=drifts, instead=BOTH.format("eva"))
    target = (
        target.replace("Ann at", "Eva i").replace("of the first house", "i huset").replace("of the other", "i andra")
    )
    assert told(source, target, "link-target") == [severity]


LONG = "".join(f"## Part {n}\n\nOf the `k{n}` it is told here.\n\n- One of {n}.\n- Two of it.\n\n" for n in range(5))
STUB = "# Del\n\nDen h\u00e4r sidan \u00e4r inte \u00f6versatt \u00e4nnu.\n\n- V\u00e4nta.\n- L\u00e4s den engelska.\n"


def test_a_page_that_stands_in_for_one_is_told_once() -> None:
    found = findings(Example(LONG, STUB))
    assert [(one.rule, one.severity.value) for one in found if one.severity.value == "error"] == [
        ("page-short", "error")
    ]
    assert f"{20} blocks" in next(one.text for one in found if one.rule == "page-short")


def test_a_short_page_that_renders_some_of_its_source_is_none() -> None:
    target = (
        STUB.replace("Den h\u00e4r", "Av `k0`, `k1`: den").replace("V\u00e4nta", "`k2`").replace("L\u00e4s", "`k3`")
    )
    assert len([one for one in findings(Example(LONG, target)) if one.severity.value == "error"]) > 1


@pytest.mark.parametrize(
    ("there", "here", "told_as"),
    [
        ("login -u \u83b7\u53d6\u7684\u540d -p x", "login -u obtained_name -p x", []),
        ("login -u \u83b7\u53d6\u7684\u540d -p x", "login -u obtained_name -p y", ["error"]),
        ("login -u \u83b7\u53d6\u7684\u540d -p x", "login -u  -p x", ["error"]),
        ("login -u \u83b7\u53d6\u7684\u540d -p x", "login -u a;b -p x", ["error"]),
        ("login -u name -p x", "login -u namn -p x", ["error"]),
    ],
)
def test_words_in_the_source_s_own_script_are_rendered_in_code(there: str, here: str, told_as: list[str]) -> None:
    source, target = (f"Run:\n\n```bash\n{text}\n```\n" for text in (there, here))
    assert told(source, target, "code-block") == told_as


TWICE = "See [the process](#the-process), and again [the process](#the-process).\n\n## The process\n\nOf it.\n"


@pytest.mark.parametrize(("here", "lost"), [("#forloppet", 0), ("https://a.example/x", 0), ("", 2)])
def test_two_links_to_one_place_became_two_to_another(here: str, lost: int) -> None:
    link = f"[det]({here})" if here else "det"
    found = findings(Example(TWICE, f"Se {link}, och igen {link}.\n\n## F\u00f6rloppet\n\nOm det.\n"))
    assert len([one for one in found if one.rule == "link-missing" and one.severity.value == "error"]) == lost
