"""Lists of paths as a `.gitignore` file has them, matched in bounded time whatever stands in them.

A pattern becomes a regular expression whose wildcards would be tried one inside the other. All of them but the last of
a stretch may as well end as early as they can: what comes after has the more room. So they are made to, and never
tried again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pathspec import GitIgnoreSpec, PathSpec
from pathspec.patterns.gitignore.basic import GitIgnoreBasicPattern
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

MOST, LONGEST = 2_000, 1_000
STAR, ABOVE, BETWEEN = "[^/]*", "(?:.+/)?", "(?:/.+)?"  # what `*`, a leading and an inner `**` become


class _Basic(GitIgnoreBasicPattern):
    @classmethod
    def pattern_to_regex(cls, pattern: Any) -> tuple[Any, bool | None]:
        """The regular expression of a line."""
        regex, include = super().pattern_to_regex(pattern)
        return steady(regex) if regex is not None else None, include


class _Exact(GitIgnoreSpecPattern):
    @classmethod
    def pattern_to_regex(cls, pattern: Any) -> tuple[Any, bool | None]:
        """The regular expression of a line."""
        regex, include = super().pattern_to_regex(pattern)
        return steady(regex) if regex is not None else None, include


def paths_like(lines: Iterable[str]) -> PathSpec[Any]:
    """What some lines name. Raises ValueError where a line is no pattern."""
    with _telling():
        return PathSpec.from_lines(_Basic, _bounded(lines), backend="simple")


def as_git_ignores(lines: Iterable[str]) -> GitIgnoreSpec:
    """What git would ignore. Raises ValueError where a line is no pattern."""
    with _telling():
        return GitIgnoreSpec.from_lines(_bounded(lines), _Exact, backend="simple")


def _bounded(lines: Iterable[str]) -> list[str]:
    found = list(lines)
    if len(found) > MOST or any(len(line) > LONGEST for line in found):
        raise ValueError(f"there are at most {MOST} patterns, and none has more than {LONGEST} characters")
    return found


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from None


def steady(regex: str) -> str:
    """A regular expression of pathspec that matches the same in time that grows with the path."""
    first, *others = regex.split(BETWEEN)
    if not others:
        return _stars(first)
    parts = [f"(?>{_stars(first).replace(ABOVE, '(?:.+?/)??')}(?=/))"]
    parts += [f"(?>(?:/.+?)??{_stars(part)}(?=/))" for part in others[:-1]]
    return f"{''.join(parts)}{BETWEEN}{_stars(others[-1])}"


def _stars(regex: str) -> str:
    """All stars of a name but the last end at the first place where what follows fits."""
    first, *others = regex.split(STAR)
    parts = [first]
    for at, part in enumerate(others):
        inside = at < len(others) - 1 and "/" not in part.replace("[^/]", "")
        parts.append(f"(?>[^/]*?{part})" if inside else STAR + part)
    return "".join(parts)
