"""What is wrong with a use of a target, before it is placed in its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from facingpages.document import Use
from facingpages.finding import Severity
from facingpages.links.facts import PageFacts
from facingpages.links.references import Note
from facingpages.rules.links import BY_ID
from facingpages.rules.rule import Rule
from facingpages.tuples import NamedTuple


class LinkProblem(NamedTuple):
    """Something wrong with one use, before it is placed in its page. `message` names what the rule says of it."""

    rule: Rule
    facts: PageFacts
    use: Use
    message: str
    values: Mapping[str, str] = MappingProxyType({})
    severity: Severity | None = None
    related: tuple[str, int] | None = None  # path, byte offset


def noted(page: PageFacts, origin: PageFacts | None) -> Iterator[LinkProblem]:
    """What a page tells by itself of its labels and ids, unless its source, if it has one, tells the same."""
    known = {_label(note) for note in origin.notes} if origin is not None else set()
    for note in page.notes:
        if _label(note) in known:
            continue
        values = dict(note.values)
        if values.pop("unsure", "") and not _has_footnote(origin, values["label"]):
            continue
        severity = Severity.INFO if values.pop("same", "") else None
        message = values.pop("message", "found")
        yield LinkProblem(BY_ID[note.rule], page, Use("note", "", note.start, note.end), message, values, severity)


def _has_footnote(origin: PageFacts | None, label: str) -> bool:
    """Whether a page has the text of a footnote."""
    return origin is not None and any(f"fn{sign}{label}" in origin.ids for sign in ":-_")


def _label(note: Note) -> tuple[str, str | None]:
    values = dict(note.values)
    return note.rule, values.get("label", values.get("id"))
