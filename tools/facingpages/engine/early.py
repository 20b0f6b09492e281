"""The families of rules, each loaded when a page first holds what its rules speak of.

What a family declares is remembered for the program that declares it: ids, severities, what a pair must hold. So a run
knows which rules there are before it has loaded any, and a page without code never loads what is said of code.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from facingpages.datafile import remembers
from facingpages.finding import Finding, Severity
from facingpages.late import late
from facingpages.program import program
from facingpages.rules.base import Pair
from facingpages.rules.rule import Family, Rule
from facingpages.store import NO_VALUE, Store, Stored

NAME = late(r"facingpages\.(?:rules|links)\.[a-z_]+")
KEY = b"families"


class _Later:
    """The check of a family for pairs, in its place: it is loaded when it is first called."""

    def __init__(self, module: str) -> None:
        self.__module__ = module  # by which a bug of it is told, too

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        found: Iterator[Finding] = import_module(self.__module__).FAMILY.pair(pair)
        return found


def families() -> Sequence[Family]:
    """All families, in their order; where a store remembers what they declare, most are not loaded yet."""
    store = remembers()
    if store is None:
        return _loaded()
    base = KEY + program()
    try:
        return [_family(*told) for told in store.get(KEY, base) or ()] or _loaded_and_kept(store, base)
    except (AttributeError, ImportError, *NO_VALUE):
        return _loaded_and_kept(store, base)


def _loaded() -> Sequence[Family]:
    from facingpages.rules.families import FAMILIES

    return FAMILIES


def _loaded_and_kept(store: Store, base: bytes) -> Sequence[Family]:
    found = _loaded()
    told = [_told(family) for family in found]
    if all(told):
        store.put([Stored.of(KEY, base, told)])
    return found


def _told(family: Family) -> list[Any]:
    """What a family declares; where it is, if it has more than a check for pairs. Nothing where that can't be told."""
    asked = family.across or family.page or family.site
    check = asked or family.pair
    module = check.__module__ if check is not None else ""
    if module and getattr(sys.modules.get(module), "FAMILY", None) is not family:
        return []
    rules = [[rule.id, rule.severity.value, rule.alone] for rule in family.rules]
    return [module, asked is not None, rules, family.of]


def _family(module: str, whole: bool, rules: list[tuple[str, str, bool]], of: int) -> Family:
    """The family of what it declared. Raises what comes of data that was not told."""
    if module and not NAME.fullmatch(module):
        raise ValueError("no family")
    if whole:
        found: Family = import_module(module).FAMILY
        return found
    declared = tuple(Rule(str(name), Severity(severity), "", alone=bool(alone)) for name, severity, alone in rules)
    return Family(declared, pair=_Later(module) if module else None, of=int(of))
