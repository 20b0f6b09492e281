"""Addresses with a slip in them."""

from __future__ import annotations

from facingpages.nearest import resemblance
from facingpages.seldom import SequenceMatcher

SLIPS = 2  # letters in which the names of two sites may differ; `nuxt.com`, `nuxtjs.org`: 5
MISTYPED = 0.8  # how alike two addresses are, 0 to 1, of which one is the other with a slip; `/a/b.md`, `/a/c.md`: 0.86
LONGEST = 300  # characters of an address that is compared with another: the time it takes grows with their square


def mistyped(here: str, there: str) -> bool:
    """Whether an address is another one with a slip, rather than chosen or moved: `/a/b.md` for `/a/c.md`, not `/start`."""
    if max(len(here), len(there)) > LONGEST or resemblance(here, there) < MISTYPED:
        return False
    one, two = (address.partition("://")[2].partition("/")[0] for address in (here, there))
    moves = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    changed = (max(j - i, n - m) for kind, i, j, m, n in moves if kind != "equal")
    return sum(changed) <= SLIPS
