"""The result against the new source: nothing may be told of it that was not told of the translation before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from facingpages.align import Bead, align
from facingpages.config import Config
from facingpages.document import Document
from facingpages.engine.faults import page_faults
from facingpages.engine.page import check_pair
from facingpages.engine.plan import Plan
from facingpages.finding import Finding
from facingpages.rules.base import Pair
from facingpages.site import Site


class Ground(NamedTuple):
    """Where a finding is: the block of the translation, the block of the source; -1 where in none."""

    target: int
    source: int


def findings(plan: Plan, source: Document, target: Document, beads: Sequence[Bead] | None = None) -> list[Finding]:
    """What is told of a page beside its source; `beads` are their alignment, where it is known already."""
    beads = align(source, target) if beads is None else beads
    pair = Pair(source, target, beads, target.locale, plan.config.rule, generator=plan.config.at(target.path).generator)
    return [*check_pair(pair, plan), *page_faults(target, source)]


def plan_for(dialect: str) -> Plan:
    """What two pages without a site are checked for."""
    site = Site("", (), (), lambda _: False, lambda _, __: "")
    return Plan(site, Config(Path(), dialect=dialect))  # type: ignore[arg-type]


def grounds(
    found: Sequence[Finding], target: Sequence[tuple[int, int]], source: Sequence[tuple[int, int]]
) -> list[Ground]:
    """The blocks that findings are told at; blocks as the lines they take, from the first to the last."""
    return [
        Ground(_at(target, one.place.line), _at(source, one.related[0].place.line) if one.related else -1)
        for one in found
    ]


def _at(blocks: Sequence[tuple[int, int]], line: int) -> int:
    return next((at for at, (first, last) in enumerate(blocks) if first <= line <= last), -1)


def unexplained(before: Sequence[tuple[str, int]], after: Sequence[tuple[str, int]]) -> list[int]:
    """Which findings of a result, each a rule and a block of the translation, the translation had not before."""
    known = Counter(before)
    rules = Counter(rule for rule, _ in before)
    open_ = []
    for at, (rule, block) in enumerate(after):
        if known[rule, block] > 0:
            known[rule, block] -= 1
            rules[rule] -= 1
        else:
            open_.append(at)
    left = []
    for at in open_:
        rule = after[at][0]
        if rule.endswith("-missing") and rules[rule] > 0:  # told where it should have stood: in another block now
            rules[rule] -= 1
        else:
            left.append(at)
    return left
