"""What is paired in damaged pages: mostly what belongs together, and nothing else than before."""

from __future__ import annotations

import json

from tests.align import made
from tests.align.damaged import BEADS, beads, cases, right

from facingpages.read import read_page

RIGHT = 0.9
"""Of the blocks that are paired; what is left are neighbours of what was moved or lost."""


def test_pairs_are_what_they_were_and_mostly_right() -> None:
    expected = json.loads(BEADS.read_text("utf-8"))
    good = paired = 0
    for name, source, target, truth in cases():
        said = beads(source, target)
        assert said == expected.pop(name), f"{name}: see tests/align/damaged.py: is the difference meant?"
        of_these = right(said, truth)
        good, paired = good + of_these[0], paired + of_these[1]
    for name, source, target in made.cases():
        assert beads(source, target) == expected.pop(name), f"{name}: see tests/align/made.py: is the difference meant?"
    assert expected == {}
    assert good >= RIGHT * paired


def paired(source: str, target: str) -> str:
    return beads(*(read_page(text.encode(), "mkdocs", path="page.md") for text in (source, target)))


def test_headings_that_hold_nothing_are_paired_in_order() -> None:
    """From above: with a likeness of 0.85 asked for, the second heading would be taken for the only one there is."""
    source = "# T\n\n## Delta epsilon\n\n## Zeta gamma\n\nTheta eta alpha gamma.\n"
    assert paired(source, "# T\n\n## Sex fem\n") == "0-0 1-1 2- 3-"


def test_a_heading_before_other_things_waits_for_a_better_one() -> None:
    """From below: with a likeness of 0.65 asked for, the first heading would be taken, though nothing speaks for it."""
    source = "# T\n\n## Alpha zeta epsilon\n\n### Epsilon\n\nZeta alpha beta.\n"
    target = (
        "# T\n\n## Tre åtta sju\n\n## Fyra tre tre\n\nFyra fyra åtta tre ett sex sju ett tre åtta sju sex sex `c1`.\n\n"
        "Åtta sju ett två tre fyra fem tre `c0`.\n\n### Sju\n\nFyra fem åtta.\n"
    )
    assert paired(source, target) == "0-0 -1 1-2 -3 -4 2-5 3-6"


def test_a_heading_that_stands_for_two_does_not_cut_the_page() -> None:
    """The first lost its level, what stood under it was moved below the second: each goes with its own."""
    source = (
        "## Alpha\n\nZeta kilo eta `d` `e`.\n\n## Beta\n\nKilo kilo beta.\n\n"
        "Gamma mu gamma iota lambda delta epsilon zeta iota gamma iota iota.\n\nZeta delta eta beta delta kappa.\n"
    )
    target = (
        "### Ett\n\n## Två\n\nSju sju två.\n\nTre nio tre fem åtta fyra sex elva fem tre fem fem.\n\n"
        "Elva fyra tolv två fyra tio.\n\nElva sju tolv `d` `e`.\n"
    )
    assert paired(source, target) == "0-0 1-5 2-1 3-2 4-3 5-4"
