"""What is paired in damaged pages: mostly what belongs together, and nothing else than before."""

from __future__ import annotations

import json

from tests.align.damaged import BEADS, beads, cases, right

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
    assert expected == {}
    assert good >= RIGHT * paired
