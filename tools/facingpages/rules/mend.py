"""What a rule may offer to mend: edits that put in what the source has. Whoever applies them looks at the page again."""

from __future__ import annotations

from facingpages.document import Document
from facingpages.finding import Applicability, Edit, Fix
from facingpages.rules.base import Where, reach

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
