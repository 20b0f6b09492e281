"""Neighbours without counterpart are told once, each at its line, as gravely as the gravest; and only neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.test_examples import PLAN

from facingpages.align import align
from facingpages.config import Config
from facingpages.engine import Plan
from facingpages.engine.page import check_pair
from facingpages.finding import Finding, Severity
from facingpages.read import read_page
from facingpages.rules import families
from facingpages.rules.base import Pair
from facingpages.rules.gathered import RULES

HEAD, TAIL = "# Ett\n\nBruka `a` nu.\n\n", "Bruka `z` sist.\n"
BEGIN, END = "# One\n\nUse `a` now.\n\n", "Use `z` last.\n"
TEXT = "Some words of `text`, then 12.\n\n"
CODE = "```sh\nls -l\n```\n\n"
LIST = "- Item `x`.\n- Item `y`.\n\n"
STEPS = "1. Step `one`.\n2. Step `two`.\n\n"
TABLE = "| A | B |\n|---|---|\n| 1 | `c` |\n\n"
NOTE = "> [!NOTE]\n> Mind `that`.\n\n"
SECTION = "## More\n\nSee `more`.\n\n"
THINGS = [TEXT, CODE, LIST, STEPS, TABLE, NOTE]
NEIGHBOURS = [(a, b) for a in THINGS for b in [*THINGS, SECTION] if a != b and {a, b} != {LIST, STEPS}]
KEPT = "Keep `k` and 7.\n\n"


def told(source: str, target: str, plan: Plan = PLAN) -> list[Finding]:
    """What is told of two pages, but for hints."""
    one, two = (read_page(text.encode(), path="x.md", dialect="learn") for text in (source, target))
    one.locale, two.locale = "en", "sv"
    found = check_pair(Pair(one, two, align(one, two), "sv"), plan)
    return [finding for finding in found if finding.severity not in (Severity.INFO, Severity.OFF)]


@pytest.mark.parametrize(("first", "second"), NEIGHBOURS)
def test_two_neighbours_are_told_once(first: str, second: str) -> None:
    tail = "## Z\n\n" if second == SECTION else ""
    lost = told(BEGIN + first + second + tail + END, HEAD + tail + TAIL)
    assert [(one.rule, one.place.line, one.severity) for one in lost] == [("block-missing", 5, "error")]
    assert lost[0].related[0].place.line in (5, 6)
    assert lost[0].related[0].place.end_line >= 5 + first.count("\n")
    new = told(BEGIN + tail + END, HEAD + first + second + tail + TAIL)
    assert [(one.rule, one.place.line, one.severity) for one in new] == [("block-extra", 5, "warning")]


@pytest.mark.parametrize("lost", THINGS)
def test_one_that_is_lost_alone_is_told_by_its_own_rule(lost: str) -> None:
    rules = {TEXT: "block", CODE: "code", LIST: "list-item", STEPS: "step", TABLE: "table-row", NOTE: "callout"}
    found = told(BEGIN + lost + END, HEAD + TAIL)
    assert [(one.rule, one.place.line) for one in found] == [(f"{rules[lost]}-missing", 5)]


def test_what_has_its_counterpart_parts_two_places() -> None:
    found = told(BEGIN + TEXT + KEPT + CODE + END, HEAD + KEPT + TAIL)
    assert [(one.rule, one.place.line) for one in found] == [("block-missing", 5), ("code-missing", 7)]


def test_a_stretch_that_was_written_anew_is_told_once() -> None:
    found = told(BEGIN + TEXT + CODE + LIST + END, HEAD + "![](b.png)\n\n" + TABLE + TAIL)
    assert [(one.rule, one.place.line, one.severity) for one in found] == [("block-rewritten", 5, "error")]
    assert (found[0].values["count"], found[0].values["here"]) == ("4", "3")


ANEW = "![](b.png)\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n"


def test_what_only_its_place_speaks_for_parts_no_stretch() -> None:
    between = "Ask the office which card it takes.\n\n", "Om inget annat sägs gäller priset.\n\n"
    found = told(BEGIN + TEXT + CODE + between[0] + NOTE + LIST + END, HEAD + ANEW + between[1] + ANEW + TAIL)
    assert [(one.rule, one.place.line) for one in found] == [("block-rewritten", 5)]


def test_what_is_known_to_be_a_pair_parts_two_of_them() -> None:
    found = told(BEGIN + TEXT + CODE + KEPT + NOTE + LIST + END, HEAD + ANEW + KEPT + ANEW + TAIL)
    assert [(one.rule, one.place.line) for one in found] == [("block-rewritten", 5), ("block-rewritten", 13)]


def test_what_is_gathered_are_rules() -> None:
    assert set(families.RULES) >= RULES


def test_a_rule_that_has_a_severity_of_its_own_stays_by_itself() -> None:
    plan = Plan(PLAN.site, Config(Path(), severity={"code-missing": Severity.WARNING}))
    found = told(BEGIN + TEXT + CODE + END, HEAD + TAIL, plan)
    assert [one.rule for one in found] == ["block-missing", "code-missing"]


@pytest.mark.parametrize(("more", "errors"), [("", 1), ("\n<details>\n\nSee `e`.\n\n</details>\n", 0)])
def test_what_folds_text_is_told_elsewhere_where_both_pages_fold_as_often(more: str, errors: int) -> None:
    """With one more in the source, nobody knows which of its ends the other page's is."""
    fold = "\n<details>\n<summary>{}</summary>\n\nSee `b`.\n{}</details>\n{}"
    source = "Use `a`.\n" + fold.format("More", "\n", "\nThen `c`.\n") + more + "\nLast `d`.\n"
    target = "Bruka `a`.\n" + fold.format("Mer", "\nSedan `c`.\n\n", "") + "\nSist `d`.\n"
    assert [one.rule for one in told(source, target)].count("block-moved") == errors


@pytest.mark.parametrize(("second", "count"), [("stop_it", 1), ("start_it", 2)])
def test_what_is_said_of_a_block_twice_is_told_once(second: str, count: int) -> None:
    source = f"# A\n\nCall `stop_it` first, and `{second}` at the end of it, with `keep`.\n"
    target = f"# A\n\nAnropa stop_it först, och {second} i slutet, med `keep`.\n"
    assert [one.rule for one in told(source, target)] == ["code-span"] * count
