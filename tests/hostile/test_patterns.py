"""No pattern of the package can be walked in exponentially many ways: what might be is tried on texts that ask for it.

Point 10 of the list in `tests/hostile/__init__.py`.
"""

from __future__ import annotations

import ast
import gc
import re
import signal
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from tests.hostile.walks import attacks

import facingpages
from facingpages import late

SECONDS = 0.4  # of work on a text of some hundred signs
CALLS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "late"}


class EndlessError(Exception):
    """It did not end in time."""


def patterns() -> dict[tuple[str, int], str]:
    """The patterns of the package, and where one of each was found."""
    found: dict[tuple[str, int], str] = {}
    folder = Path(facingpages.__file__).parent
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for pattern, flags in _written(node):
                found.setdefault((pattern, flags), f"{file.relative_to(folder)}:{getattr(node, 'lineno', 0)}")
    for one in walk_packages(facingpages.__path__, "facingpages."):
        if not one.name.endswith("__main__"):
            try:
                import_module(one.name)
            except ImportError:  # of an extra that is not installed
                continue
    for thing in gc.get_objects():
        if type(thing) is late._Late:
            pattern, flags = thing._made_of
            found.setdefault((_text(pattern), int(flags)), "late")
    return found


def _written(node: ast.AST) -> Iterator[tuple[str, int]]:
    if not isinstance(node, ast.Call) or not node.args:
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    of_re = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "re"
    first = node.args[0]
    if name in CALLS and (of_re or name == "late") and isinstance(first, ast.Constant):
        flags = [one.attr for arg in (*node.args[1:], *node.keywords) for one in ast.walk(arg) if _is_flag(one)]  # type: ignore[attr-defined]
        yield _text(first.value), sum({int(getattr(re, flag)) for flag in flags})


def _is_flag(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in ("S", "I", "M", "X", "A")


def _text(pattern: Any) -> str:
    return pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern


def is_endless(pattern: str, flags: int) -> str | None:
    """A text in which a pattern walks on and on, if there is one."""

    def stop(*_: object) -> None:
        raise EndlessError

    compiled = re.compile(pattern, flags)
    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        for text in attacks(pattern, flags):
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try:
                compiled.search(text)
                compiled.fullmatch(text)
            except EndlessError:
                return text
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)
    return None


def test_no_pattern_is_endless() -> None:
    found = patterns()
    assert len(found) > 500
    endless = {
        (place, pattern): text
        for (pattern, flags), place in found.items()
        if (text := is_endless(pattern, flags)) is not None
    }
    assert not endless, "\n".join(f"{place}: {pattern!r} in {text!r}" for (place, pattern), text in endless.items())


@pytest.mark.parametrize(
    "pattern", [r"(a+)+$", r"(?:ab|a|b)*c", r"x(?:\w+\s*)*;", r"(?:a{1,60}){1,60}b", r"^(?:[ab]*a?c?)*d"]
)
def test_it_finds_such(pattern: str) -> None:
    assert is_endless(pattern, 0)


@pytest.mark.parametrize("pattern", [r"(?:a++)+$", r"(?:\w++\s)*;", r"(?>a|b)*c", r"(?:\w++(?:\s++\w++)*+)*+;"])
def test_it_leaves_others_alone(pattern: str) -> None:
    assert is_endless(pattern, 0) is None
