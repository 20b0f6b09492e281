"""Links to headings of their own page: those that are each other's translation, and those that changed places."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from facingpages.align import Bead
from facingpages.document import Heading, Link
from facingpages.generators.slugs import github
from facingpages.rules.base import Pair


def same_heading(pair: Pair, old: Link, new: Link) -> bool:
    """Whether both lead to a heading of their own page, and these headings are each other's translation."""
    if old.target[:1] != "#" or new.target[:1] != "#":
        return False
    known: dict[str, tuple[str, str]] | None = pair.memo.get("headings")
    if known is None:
        known = pair.memo["headings"] = {}
        first = {github(heading.text): heading for heading in reversed(pair.target.headings)}
        for bead in pair.aligned:
            a, b = bead.source[0], bead.target[0]
            if isinstance(a, Heading):
                plain = github(b.text)  # of two called alike, that is the id of the first
                names = (b.id if isinstance(b, Heading) else "", plain if first.get(plain, b) is b else "")
                known.setdefault(a.id, names)
                known.setdefault(github(a.text), names)
    return unquote(new.target[1:]) in known.get(unquote(old.target[1:]), ())


def crossed(pair: Pair) -> Iterator[tuple[Bead, Link, Link]]:
    """Two links to headings of their page, in one block or two of a table of contents, each named as the heading that the
    other leads to."""
    raw = pair.target.raw
    headings = {one.id or github(one.text): one.text.strip() for one in pair.target.headings} if b"](#" in raw else {}
    here: dict[str, tuple[Bead, Link]] = {}
    for bead in pair.aligned if headings else ():
        for link in (link for block in bead.target for link in block.links if link.target[:1] == "#"):
            here.setdefault(link.text, (bead, link))
    leads = {text: headings.get(unquote(link.target[1:]), "") for text, (_, link) in here.items()}
    for text, (bead, link) in here.items():
        other = leads[text]
        if text != other and leads.get(other) == text and link.start < here[other][1].start:
            yield bead, link, here[other][1]
