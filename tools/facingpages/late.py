"""Patterns that are compiled when they are first asked: most runs need few of those that a module knows."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

TOLD = (
    "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "scanner",
    "pattern", "flags", "groups", "groupindex",
)  # fmt: skip


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, as far as it is asked by its attributes; an error shows when the first one is."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    """In place of a pattern: it takes over all that this one has as its own, so that it costs nothing from then on."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name == "pattern":  # who makes another one of it need not have it compiled
            return self._made_of[0]
        if name not in TOLD:
            raise AttributeError(name)
        compiled = re.compile(*self._made_of)
        vars(self).update((one, getattr(compiled, one)) for one in TOLD)
        return vars(self)[name]
