"""What a finding says became what: things within blocks, as they are written on either page."""

from __future__ import annotations

from typing import Any

from facingpages.document import Block, Document, Link


def are_things(new: Any, old: Any) -> bool:
    """Whether what is shown on both pages stands within blocks, and is compared with its like."""
    return (
        old is not None
        and not isinstance(new, Block)
        and not isinstance(old, Block)
        and isinstance(new, Link) == isinstance(old, Link)
    )


def written(document: Document, thing: Any) -> str:
    """What is compared of a thing: where a link leads, else how it is written."""
    if isinstance(thing, Link):
        return thing.target
    start, end = thing if type(thing) is tuple else (thing.start, thing.end)
    return document.source_text(start, end)
