"""Pairs for want of better: which are none, and what was written anew around them; on either side."""

from __future__ import annotations

import pytest

from facingpages.align import align
from facingpages.read import read_page


def pairs(source: str, target: str) -> list[tuple[str, str]]:
    """How the text, or the markup, of what was paired begins."""
    one, other = (read_page(text.encode(), "mdx", path="a.mdx") for text in (source, target))
    beads = [bead for bead in align(one, other) if bead.source and bead.target]
    raws = [(one.raw[bead.source[0].start :], other.raw[bead.target[0].start :]) for bead in beads]
    return [(a.decode().split("\n")[0][:24], b.decode().split("\n")[0][:24]) for a, b in raws]


LEAD = "Cargo is put into a box with all that it needs, see [boxes](/box/).\n\n"


@pytest.mark.parametrize(
    ("between", "paired"),
    [
        ("## Vad det är\n\n", True),  # a heading is no rival of a paragraph
        ("Vad är det då, undrar du?\n\n", False),
    ],
)
def test_a_heading_left_over_parts_no_paragraphs(between: str, paired: bool) -> None:
    last = "## End\n\nSee [a](a.md) and `b`.\n"
    here = f"{between}Frakten binds samman. Efter [normen](https://n.example). Vad som helst duger. Till allt.\n\n"
    found = pairs(LEAD + last, here + last.replace("See", "Se"))
    assert any(a.startswith("Cargo") and b.startswith("Frakten") for a, b in found) is paired


@pytest.mark.parametrize(("lines", "paired"), [("<b>\n  import x\n</b>", False), ('"a": 1,\n<b>', True)])
def test_code_in_two_languages_is_a_pair_only_by_a_line_of_it(lines: str, paired: bool) -> None:
    source = 'See [a](a.md).\n\nIt is on by now, for all.\n\n```json\n{\n"a": 1,\n}\n```\n\nSee [b](b.md).\n'
    target = f"Se [a](a.md).\n\n```vue\n{lines}\n```\n\nSe [b](b.md).\n"
    assert (("```json", "```vue") in pairs(source, target)) is paired


STEPS = "1. Take `one`.\n2. Take `two`.\n3. Otherwise it is `none`.\n"


def test_of_twins_the_one_beside_its_neighbours_is_meant() -> None:
    source = f"{STEPS}\nOf the others:\n\n1. Ask `four` for it.\n2. Otherwise it is `none`.\n\nSee [b](b.md).\n"
    target = "1. Ta `one`.\n2. Ta `two`.\n3. Annars är den `none`.\n\nSe [b](b.md).\n"
    one, other = (read_page(text.encode(), "mdx", path="a.mdx") for text in (source, target))
    found = {bead.target[0].index: bead.source[0].index for bead in align(one, other) if bead.source and bead.target}
    assert found[2] == 2


CARDS = '<Card icon="{}">\n  {}.\n</Card>\n\n'


@pytest.mark.parametrize(
    ("icons", "paired"),
    [
        (("pen", "bolt", "sun"), [("pen", "pen"), ("sun", "sun")]),
        (("pen", "star", "moon"), [("pen", "pen"), ("sun", "star"), ("phone", "moon")]),  # chosen anew, one by one
    ],
)
def test_components_go_with_what_their_authors_told_them(icons: tuple[str, ...], paired: list[tuple[str, str]]) -> None:
    def cards(names: tuple[str, ...], texts: str) -> str:
        return "".join(CARDS.format(name, text) for name, text in zip(names, texts.split(), strict=True))

    found = pairs(cards(("pen", "sun", "phone"), "Write Shine Call"), cards(icons, "Skriv Ring Lys"))
    named = [(a.split('"')[1], b.split('"')[1]) for a, b in found if a.startswith("<Card") and b.startswith("<Card")]
    assert named == paired


OPTIONS = (("tab", "tab"), ("in", "2"), ("width", "80"))


@pytest.mark.parametrize(("last", "paired"), [("`80`", True), ("`90`", False)])
def test_a_list_that_stands_elsewhere_is_known_by_what_each_item_keeps(last: str, paired: bool) -> None:
    options = "".join(f"- {name} of what is written below: `{value}`\n" for name, value in OPTIONS)
    source = f"## Run\n\nRun `x` [a](a.md).\n\n## Set\n\nSee `y` [b](b.md).\n\nThese are the ones:\n\n{options}"
    values = (("tabb", "`tab`"), ("in", "`2`"), ("bredd", last))
    lists = "".join(f"- {name} hos det som står skrivet här: {value}\n" for name, value in values) + "\n"
    below = "## Kör\n\nKör `x` [a](a.md).\n\n## Ställ\n\nSe `y` [b](b.md).\n"
    target = f"## Välj\n\nDet här finns att välja på:\n\n{lists}{below}"
    found = pairs(source, target)
    assert (("width of what is written", "bredd hos det som står s") in found) is paired
    assert (("These are the ones:", "Det här finns att välja ") in found) is paired


@pytest.mark.parametrize(
    ("there", "paired"),
    [("## Semantic DOM", True), ("## Semantic Model", False)],
)
def test_what_reads_the_same_elsewhere_is_the_same(there: str, paired: bool) -> None:
    source = "## Use\n\nSee `a` [a](a.md).\n\n## Semantic DOM\n\nMore of it.\n\n## Ask\n\nSee `b` [b](b.md).\n"
    target = f"{there}\n\n## Bruk\n\nSe `a` [a](a.md).\n\n## Fråga\n\nSe `b` [b](b.md).\n"
    assert (("## Semantic DOM", there) in pairs(source, target)) is paired
