"""What few runs need of the standard library, loaded when it is first called: a run of one page is mostly loading.

To whoever reads the code, and to who checks its types, these are the functions and classes themselves; at run time they
can be called and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal as Decimal
    from difflib import SequenceMatcher as SequenceMatcher
    from difflib import get_close_matches as get_close_matches
    from html import unescape as unescape
else:
    from functools import cache
    from importlib import import_module

    def _late(module, name):
        found = cache(lambda: getattr(import_module(module), name))
        return lambda *given, **named: found()(*given, **named)

    Decimal = _late("decimal", "Decimal")
    SequenceMatcher = _late("difflib", "SequenceMatcher")
    get_close_matches = _late("difflib", "get_close_matches")
    unescape = _late("html", "unescape")
