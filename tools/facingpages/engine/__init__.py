"""The one engine: what the pages of a site say, page by page, and what only shows across them.

A source page with its translations gives a `PageResult`, which depends on nothing but these pages, the configuration
and the program itself; `settle` makes of all of them what a report is made of. Whoever wants to know something of a
site - a command, a plugin, an editor - asks here, and never a rule.
"""

from __future__ import annotations

from facingpages.engine.page import PageResult, look, look_at
from facingpages.engine.parts import PartError, joined, part
from facingpages.engine.plan import LINKS, PageSet, Plan
from facingpages.engine.result import Result
from facingpages.engine.run import check, run
from facingpages.engine.settle import settle
from facingpages.store import Store

__all__ = [
    "LINKS",
    "PageResult",
    "PageSet",
    "PartError",
    "Plan",
    "Result",
    "Store",
    "check",
    "joined",
    "look",
    "look_at",
    "part",
    "run",
    "settle",
]
