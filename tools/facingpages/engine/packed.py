"""What a page gave, as a run keeps it: facts packed, subject by subject, since most of them are never asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from facingpages.engine.page import PageResult, look, together
from facingpages.engine.plain import dump_told, load_told
from facingpages.engine.plan import PageSet, Plan
from facingpages.finding import Finding
from facingpages.ignore import Ignore
from facingpages.rules.facts import NO_DATA, Part, pack, unpack
from facingpages.tuples import NamedTuple


class PackedResult(NamedTuple):
    """The result of a unit: `path` is that of the page it is told of. `facts` are in the order of a plan's subjects."""

    path: str
    findings: list[Finding]
    ignores: list[Ignore]
    facts: Sequence[Part]


class Gathered(NamedTuple):
    """The results of the units of some sets side by side, as a process gives them to another: of `sets` sets, told of
    pages at `paths`, each with its facts. Most have no finding, so that one list of them is sooner read than many."""

    sets: int
    paths: list[str]
    findings: list[Finding]
    ignores: list[Ignore]
    facts: list[Sequence[Part]]


def gathered(plan: Plan, looked: Sequence[Sequence[PageResult]], *, kept: bool = False) -> Gathered:
    """The results of some sets, unit by unit, in this form, but for the paths; `kept` as of `packed`."""
    results = [result for results in looked for result in results]
    facts = [_facts(plan, one, kept=kept) for one in results]
    findings = [finding for one in results for finding in one.findings]
    return Gathered(len(looked), [], findings, [ignore for one in results for ignore in one.ignores], facts)


def packed(plan: Plan, path: str, result: PageResult, *, kept: bool = False) -> PackedResult:
    """The result of a unit, packed; where it is `kept` in this process, its facts are as they are."""
    return PackedResult(path, result.findings, result.ignores, _facts(plan, result, kept=kept))


def _facts(plan: Plan, result: PageResult, *, kept: bool) -> Sequence[Part]:
    return [list(result.facts.get(name, ())) for name in plan.across] if kept else pack_facts(plan, result)


def pack_facts(plan: Plan, result: PageResult) -> tuple[bytes, ...]:
    """Its facts, subject by subject."""
    return tuple(across.pack(result.facts.get(name, ())) for name, across in plan.across.items())


def unpacked(plan: Plan, pages: PageSet, results: Sequence[PackedResult]) -> PageResult:
    """The result of a set from those of its units. What was not packed is found anew."""
    try:
        return together(pages, [_unpacked(plan, result) for result in results])
    except NO_DATA:
        return look(plan, pages)


def pack_told(result: PageResult) -> bytes:
    """Findings and ignores; nothing where there are none."""
    return pack(dump_told(result)) if result.findings or result.ignores else b""


def unpack_told(packed: bytes | str) -> tuple[list[Finding], list[Ignore]]:
    """Findings and ignores from there. Raises one of `NO_DATA` for what was not packed."""
    if not packed:
        return [], []
    told = load_told(unpack(packed))
    return told.findings, told.ignores


def _unpacked(plan: Plan, result: PackedResult) -> PageResult:
    facts: dict[str, list[Any]] = {
        name: across.unpack(one) for (name, across), one in zip(plan.across.items(), result.facts, strict=True)
    }
    return PageResult("", result.findings, facts, result.ignores)
