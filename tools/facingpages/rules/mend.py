"""What a rule may offer to mend: edits that put in what the source has. Whoever applies them looks at the page again."""

from __future__ import annotations

from collections.abc import Iterable

from facingpages.document import Document
from facingpages.finding import Applicability, Edit, Fix
from facingpages.rules.base import Range, Where, reach

Change = tuple[Range, str]  # a range of bytes, and what goes there instead
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


def several(
    document: Document, changes: Iterable[Change], message: str, applicability: Applicability = UNSAFE
) -> Fix | None:
    """Some ranges with other texts, which never overlap; None where nothing changes."""
    kept = sorted((at, text) for at, text in changes if document.raw[at[0] : at[1]] != text.encode())
    edits = tuple(Edit(document.place(*at), text) for at, text in kept)
    return Fix(applicability, message, edits) if edits else None
