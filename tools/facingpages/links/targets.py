"""Targets as pages write them, taken apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from facingpages.align.features import neutral_target
from facingpages.late import late

SCHEME = late(r"[A-Za-z][A-Za-z0-9+.-]*:")
LOCAL = late(r"file:|[A-Za-z]:[\\/]|\\\\", re.I)
TEMPLATE = late(r"\{\{|\{%|\$\{|\$\(|<%|<\?|^\{|\}$|^<[^>]*>$|^%.*%$|\$\$|%[A-Z_]{3,}%")
PLACEHOLDER = late(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\.\.\.|…|(?i:url|link|#?todo)")


EDGES = " \t\n\r\f"  # what a browser strips: other blanks are part of an address


class Target(NamedTuple):
    """A target taken apart: `path` and `fragment` as written; `sort` is inside, own-host, local or other."""

    sort: str
    path: str
    fragment: str


def take_apart(written: str, own_path: Callable[[str], str | None]) -> Target:
    """A target as written; `own_path` as of `Publication`."""
    target = written.strip(EDGES)
    if not target or TEMPLATE.search(target) or PLACEHOLDER.fullmatch(target):
        return Target("other", "", "")
    if LOCAL.match(target):
        return Target("local", "", "")
    sort = "inside"
    if target.startswith("//") or SCHEME.match(target):
        own = own_path(target) if target[:4].lower() == "http" or target.startswith("//") else None
        if own is None:
            return Target("other", "", "")
        target, sort = own, "own-host"
    path, _, fragment = target.partition("#")
    path = path.partition("?")[0]
    return Target(sort, path, fragment)


def identity(target: str) -> str:
    """What a target is recognized by on the other side: no locale, no climbing."""
    return re.sub(r"^(?:\.{1,2}/)+", "", neutral_target(target))
