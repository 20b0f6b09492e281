"""Every rule carries examples; they are its tests and its reference page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.lexicon.language import lexicon_of

from facingpages.align import align
from facingpages.config import Config
from facingpages.document import DialectName
from facingpages.engine import LINKS, Plan
from facingpages.engine.faults import page_faults
from facingpages.engine.page import check_pair
from facingpages.finding import Finding, Severity
from facingpages.read import read_page
from facingpages.rules.base import Pair
from facingpages.rules.doc import Example
from facingpages.rules.docs import docs
from facingpages.rules.families import FAMILIES, RULES
from facingpages.site import Site

PLAN = Plan(
    Site("en", (), (), lambda _: False, lambda name, _: name), Config(Path(), severity={"negation": Severity.WARNING})
)
CASES = [(rule, example) for rule, doc in docs().items() for example in doc.examples]
# These need files, or more than one page: see tests/check and tests/links.
LINK_RULES = {rule.id for family in LINKS for rule in family.rules}
SITE_RULES = {rule for rule in RULES if rule.startswith("source-")} | LINK_RULES | {
    "page-missing", "page-orphan", "page-unreadable", "internal-error", "page-encoding", "page-bilingual",
    "label-consistency", "label-shifted",
}  # fmt: skip


def findings(example: Example, generator: str = "") -> tuple[Finding, ...]:
    """What is told of an example; several tests ask."""
    words = tuple(example.taught.items())
    return _told(example.source, example.target, example.locale, example.dialect, words, generator)


@cache
def _told(
    one: str, other: str, locale: str, dialect: DialectName, taught: tuple[tuple[str, str], ...], generator: str
) -> tuple[Finding, ...]:
    source = read_page(one.encode(), path="source.md", dialect=dialect)
    target = read_page(other.encode(), path="target.md", dialect=dialect)
    source.locale, target.locale = "en", locale
    lexicon = lexicon_of(dict(taught)) if taught else None
    pair = Pair(source, target, align(source, target, lexicon), locale, lexicon=lexicon, generator=generator)
    return (*check_pair(pair, PLAN), *page_faults(target, source))


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule}-{i}" for i, (rule, _) in enumerate(CASES)])
def test_example(rule: str, example: Example) -> None:
    found = findings(example)
    places = tuple(f"{finding.place.line}:{finding.place.column}" for finding in found if finding.rule == rule)
    assert places == example.finds, [(finding.rule, finding.place[1:3], finding.text) for finding in found]


@pytest.mark.parametrize(("rule", "example"), CASES, ids=[f"{rule}-{i}" for i, (rule, _) in enumerate(CASES)])
def test_example_says_nothing_else(rule: str, example: Example) -> None:
    others = [
        (f.rule, f.place[1:3], f.text)
        for f in findings(example)
        if f.rule != rule and f.severity not in ("info", "off")
    ]
    assert not others


@pytest.mark.parametrize("rule", RULES)
def test_rule_is_told_well(rule: str) -> None:
    told = RULES[rule]
    assert told.summary.endswith(".")
    assert docs()[rule].text.endswith((".", "`"))
    assert rule in SITE_RULES or any(example.finds for example in docs()[rule].examples)


def test_ids_are_unique() -> None:
    assert len(RULES) == sum(len(family.rules) for family in FAMILIES)
