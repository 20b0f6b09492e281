"""A rule that says something more loudly or more softly than it is declared tells so on its reference page."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from tests.rules import edited, told

from facingpages import rules
from facingpages.finding import Severity
from facingpages.rules.docs import docs
from facingpages.rules.families import RULES
from facingpages.rules.rule import Rule

WORDS = {Severity.INFO: "for information", Severity.WARNING: "a warning", Severity.ERROR: "an error"}
SAID = re.compile(r'"([a-z-]+)(?::\w+)? (error|warning|info) \d')


@cache
def observed() -> dict[str, set[Severity]]:
    """The severities, other than the rules' own, with which something is told of the examples and their edits.

    What is not evident is told for information, whatever its rule, where nothing vouches for a pair of blocks: the page
    of all rules says so, not each of them.
    """
    found: dict[str, set[Severity]] = defaultdict(set)
    for file in (told.FILE, edited.FILE):
        for rule, severity in SAID.findall(file.read_text("utf-8")):
            if file == edited.FILE and severity == Severity.INFO and not RULES[rule].evident:
                continue
            if severity != RULES[rule].severity and rule != "negation":  # which the examples are run with louder
                found[rule].add(Severity(severity))
    return dict(found)


@cache
def declared() -> frozenset[str]:
    """The rules for which a call in their module gives a severity."""
    found: set[str] = set()
    for path in Path(next(iter(rules.__path__))).glob("*.py"):
        names = vars(import_module(f"facingpages.rules.{path.stem}")) if "severity=" in path.read_text("utf-8") else {}
        for call in ast.walk(ast.parse(path.read_text("utf-8"))) if names else ():
            if isinstance(call, ast.Call) and any(one.arg == "severity" for one in call.keywords):
                whose = [*call.args, *([call.func.value] if isinstance(call.func, ast.Attribute) else [])]
                given = (names.get(one.id) for one in whose if isinstance(one, ast.Name))
                found.update(one.id for one in given if isinstance(one, Rule))
    return frozenset(found)


@pytest.mark.parametrize("rule", sorted(observed()))
def test_each_severity_that_is_seen_is_said(rule: str) -> None:
    missing = [one for one in observed()[rule] if WORDS[one] not in docs()[rule].text.lower()]
    assert not missing, docs()[rule].text


@pytest.mark.parametrize("rule", sorted(declared()))
def test_each_rule_that_gives_one_says_when(rule: str) -> None:
    said = [one for one, words in WORDS.items() if words in docs()[rule].text.lower()]
    assert any(one != RULES[rule].severity for one in said), docs()[rule].text


def test_there_are_many() -> None:
    """If the snapshots or the calls were written otherwise, nothing would be looked for."""
    assert len(observed()) > 35
    assert len(declared()) > 35
