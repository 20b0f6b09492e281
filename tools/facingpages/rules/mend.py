"""What a rule may offer to mend: edits that put in what the source has. Whoever applies them looks at the page again."""

from __future__ import annotations

from difflib import SequenceMatcher

from facingpages.document import Document
from facingpages.finding import Applicability, Edit, Fix
from facingpages.rules.base import Where, reach

MISTYPED = 0.8  # how alike two addresses are, 0 to 1, of which one is the other with a slip; `/a/b.md`, `/a/c.md`: 0.86
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def instead(document: Document, at: Where, text: str, message: str, applicability: Applicability = SAFE) -> Fix:
    """A text in place of what stands in a range; an empty range inserts it, an empty text deletes."""
    return Fix(applicability, message, (Edit(document.place(*reach(at)), text),))


def exchange(
    document: Document, within: Where, here: str, there: str, message: str, applicability: Applicability = SAFE
) -> Fix | None:
    """`there` for `here`, if that is written exactly once in a range: else nobody knows which is meant."""
    start, end = reach(within)
    written = here.encode()
    at = document.raw.find(written, start, end)
    if not written or here == there or at < 0 or document.raw.find(written, at + 1, end) >= 0:
        return None
    return instead(document, (at, at + len(written)), there, message, applicability)


def mistyped(here: str, there: str) -> bool:
    """Whether an address is another one with a slip, rather than chosen: `/a/b.md` for `/a/c.md`, not `/start` for it."""
    return SequenceMatcher(None, here, there, autojunk=False).ratio() >= MISTYPED
