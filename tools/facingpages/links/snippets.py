"""What is set into a page where pymdownx.snippets names a file: all of it, a section, or some lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from facingpages.document import Use
from facingpages.generators.publication import PAGES, Publication
from facingpages.late import late
from facingpages.links.facts import PageFacts
from facingpages.read.snippets import SET_IN

PART = late(r":([A-Za-z][-\w]*|[\d:,-]+)$")


def part(raw: bytes, name: str) -> list[tuple[int, int]]:
    """The byte ranges of a file that a snippet's name asks for; none where it has no such section."""
    asked = PART.search(name)
    if asked is None:
        return [(0, len(raw))]
    wanted = asked.group(1)
    if not wanted[0].isalpha():
        return list(_numbered(raw, wanted))
    mark = rb"-+8<-+[ \t]+\[[ \t]*%s[ \t]*:[ \t]*" + re.escape(wanted.encode()) + rb"[ \t]*\]"
    begin = re.search(mark % b"start", raw)
    if begin is None:
        return []
    end = re.compile(mark % b"end").search(raw, begin.end())
    return [(begin.end(), end.start() if end is not None else len(raw))]


def set_in(use: Use, raw: bytes, uses: Iterable[Use]) -> Iterator[Use]:
    """What a snippet leads to, at the place where it is set in. `raw` and `uses` are those of its file."""
    ranges = part(raw, use.target)
    for inner in uses if use.kind == "snippet" else ():
        if inner.kind not in SET_IN and any(start <= inner.start < end for start, end in ranges):
            yield inner._replace(start=use.start, end=use.end)


def snippet_ids(
    page: PageFacts,
    publication: Publication,
    beyond: Callable[[str], PageFacts | None],
    read: Callable[[str], bytes],
) -> frozenset[str] | None:
    """The ids in what is set into a page; None where they can't be told. `beyond`, `read` as of the resolver."""
    found: set[str] = set()
    for name in dict.fromkeys(use.target for use in page.uses if use.kind in SET_IN):
        file = publication.snippet(name)
        facts = beyond(file) if file and file.endswith(PAGES) else None
        if file is None or (facts is not None and facts.open):
            return None
        if facts is not None:
            ranges = part(read(file), name)
            found.update(one for one, at in facts.ids.items() if any(a <= at < b for a, b in ranges))
    return frozenset(found)


def _numbered(raw: bytes, wanted: str) -> Iterator[tuple[int, int]]:
    """The ranges of `2:5`, `:3`, `4` (from there on), several with commas between them."""
    starts = [0, *(match.end() for match in re.finditer(rb"\r\n|\n|\r", raw))]
    for piece in wanted.split(","):
        first, _, last = piece.partition(":")
        if not all(number.removeprefix("-").isdigit() or not number for number in (first, last)):
            yield 0, len(raw)
            continue
        low = int(first[:9] or 1)
        high = int(last[:9] or -1)
        low = low - 1 if low > 0 else max(0, len(starts) + low)
        high = high if high > 0 else len(starts) + high + 1
        if low < min(high, len(starts)):
            yield starts[low], starts[high] if high < len(starts) else len(raw)
