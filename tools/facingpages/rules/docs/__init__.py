"""The reference of the rules, a file a subject: why each is there, and examples, which are its tests.

Nothing of it is read by a run: only who explains a rule, or tests it, asks here.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from facingpages.rules.doc import Doc


@cache
def docs() -> dict[str, Doc]:
    """What is said of each rule, by its id."""
    found: dict[str, Doc] = {}
    for module in iter_modules(__path__, f"{__name__}."):
        found |= import_module(module.name).DOCS
    return found
