"""What the parser met in a page, as rules tell it."""

from __future__ import annotations

from collections.abc import Iterator

from facingpages.document import Document
from facingpages.finding import Finding
from facingpages.rules.rule import Rule


def rule_of(name: str) -> Rule:
    """A rule by its id. Where only links are wanted, the others are not even loaded."""
    from facingpages.rules.families import RULES

    return RULES[name]


def is_garbled(document: Document) -> bool:
    """Whether a page is in another encoding, so that what stands in it can't be read."""
    return any(fault.rule == "page-encoding" and fault.message == "other" for fault in document.faults)


def page_faults(document: Document, source: Document | None) -> Iterator[Finding]:
    """Faults that the parser met. One that the source has, too, is told there."""
    if not document.faults:
        return
    from facingpages.rules.mend_metadata import without_second
    from facingpages.rules.metadata_said import DUPLICATE

    known = {fault.rule for fault in source.faults} if source is not None else set()
    for fault in document.faults:
        if fault.rule not in known:
            place = document.place(fault.start, fault.end)
            content = document.source_text(fault.start, fault.end)
            yield rule_of(fault.rule).finding(
                fault.message, place, document.locale, fault.values,
                snippet=document.line_text(fault.start), content=content, page=document.page,
                fix=without_second(document, fault) if fault.rule == DUPLICATE.id else None,
            )  # fmt: skip
