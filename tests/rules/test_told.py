"""What lies on either side of a condition, and what is told of it: in full, so that nothing changes unseen."""

from __future__ import annotations

import json
import re

import pytest
from tests.rules import edited
from tests.rules.told import FILE, examples, pairs, read, said, sum_of

from facingpages.rules.docs import docs
from facingpages.rules.families import RULES

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


def test_where_a_rule_is_told_at_another_severity_its_reference_says_so() -> None:
    words = {"error": "error", "warning": "warning", "info": "information"}
    texts = "".join((FILE.parent / name).read_text("utf-8") for name in ("told.json", "edited.json"))
    told = set(re.findall(r'"([a-z-]+)(?::[\w ]+)? (error|warning|info) ', texts))
    assert len(told) > len(RULES) / 2
    other = {(rule, severity) for rule, severity in told if rule in RULES and RULES[rule].severity.value != severity}
    assert {(rule, severity) for rule, severity in other if words[severity] not in docs()[rule].text} == set()
