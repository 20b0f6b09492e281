"""What lies on either side of a condition, and what is told of it: in full, so that nothing changes unseen."""

from __future__ import annotations

import json

import pytest
from tests.rules import edited
from tests.rules.told import examples, pairs, read, said, sum_of

ALL = read()
EXAMPLES = {name: one for name, one in examples().items() if name in ALL["examples"]}


@pytest.mark.parametrize("subject", ALL["pairs"])
def test_pairs(subject: str) -> None:
    """See tests/rules/told.py: is the difference meant?"""
    for example, told in pairs(subject):
        assert said(example) == told, (example.source, example.target)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples(name: str) -> None:
    """See tests/rules/told.py: is the difference meant?"""
    assert said(EXAMPLES[name]) == ALL["examples"][name]


GROUPS = edited.groups()
EDITED = json.loads(edited.FILE.read_text("utf-8"))


def test_hardly_anything_is_left_out() -> None:
    """What is new has no entry before `python -m tests.rules.told` is run; what is forgotten for long fails here."""
    known, names = len(EXAMPLES), {sum_of(one) for table in GROUPS.values() for one in table}
    assert known > 0.97 * len(examples())
    assert len(names & EDITED.keys()) > 0.97 * len(names)
    assert sum(map(len, EDITED.values())) > 1.8 * len(EDITED)  # of nearly each, two edits that tell something


@pytest.mark.parametrize("group", GROUPS)
def test_edits(group: str) -> None:
    """See tests/rules/edited.py: is the difference meant?"""
    for example in GROUPS[group]:
        known = EDITED.get(sum_of(example), {})
        assert edited.told(example, map(int, known)) == known, [one.target for one in edited.edits(example)]
