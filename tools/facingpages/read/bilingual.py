"""Read Learn's bilingual markup: a page that carries its source beside every translated sentence.

Microsoft's documentation publishes some translated Markdown with the source inside it, one segment after the other::

    <span data-ttu-id="ID">TARGET</span><span class="sxs-lookup"><span data-stu-id="ID">SOURCE</span></span>

Whatever stands outside the segments (front matter, list markers, code, pictures) belongs to both languages.
`split` takes such a file apart into two texts, each of which still knows where every byte of it came from.

Everything is in bytes, as in the rest of the parser: the markup is ASCII, so the bytes around it may be anything, even
broken UTF-8. The work is linear in the length of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from facingpages.late import late
from facingpages.tuples import NamedTuple

MARK = b"data-stu-id="
"""Every bilingual file holds this, and no other file has a reason to."""

# Code between backticks is one token, so that a tag shown as code closes nothing. It reaches neither over a line end
# nor over the segments' own markup, so that a lone backtick hides nothing.
_TOKEN = late(
    rb"""`(?: (?!data-[ts]tu-id=) [^`\n] )++ `
      | <span\b [^<>]* >
      | </span\s*>""",
    re.VERBOSE,
)
_ID = late(rb"""\bdata-([ts])tu-id=(?:"([^"]*)"|'([^']*)')""")
_LOOKUP = late(rb"""\bclass=["'][^"']*\bsxs-lookup\b""")


class Segment(NamedTuple):
    """One translated sentence and the sentence it translates, as Markdown without surrounding markup."""

    id: str
    target: str
    source: str
    offset: int
    """Where the translated sentence begins in the file."""
    source_offset: int
    """Where the sentence that it translates begins."""


class BrokenSegment(NamedTuple):
    """A place where the markup is broken. The broken segment stays in both texts as it stands in the file."""

    offset: int
    reason: str


class Half(NamedTuple):
    """One language of a bilingual file: its text, and the way back into the file.

    The text is put together from pieces of the file: piece `i` begins at `starts[i]` of the text and at `origins[i]`
    of the file.
    """

    raw: bytes
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The place in the file of the byte at `offset` of this text, or of the text's end."""
        if not self.starts:
            return 0
        piece = max(0, bisect_right(self.starts, offset) - 1)
        return self.origins[piece] + offset - self.starts[piece]


class Bilingual(NamedTuple):
    """A bilingual file taken apart. A file without segments has two equal sides and no segment."""

    target: Half
    source: Half
    segments: tuple[Segment, ...]
    faults: tuple[BrokenSegment, ...]


class _Span(NamedTuple):
    """A well-formed segment by its places in the file: the whole of it, and its two contents."""

    id: str
    start: int
    target: slice
    source: slice
    end: int


def split(raw: bytes) -> Bilingual:
    """Take a bilingual file apart; what is broken comes back as faults in the order of the file, never as an error."""
    spans: list[_Span] = []
    faults: list[BrokenSegment] = []
    for found in _segments(raw):
        if isinstance(found, _Span):
            spans.append(found)
        else:
            faults.append(found)
    return Bilingual(
        target=_side(raw, ((span.start, span.target, span.end) for span in spans)),
        source=_side(raw, ((span.start, span.source, span.end) for span in spans)),
        segments=tuple(
            Segment(span.id, _text(raw[span.target]), _text(raw[span.source]), span.target.start, span.source.start)
            for span in spans
        ),
        faults=tuple(faults),
    )


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _side(raw: bytes, cuts: Iterable[tuple[int, slice, int]]) -> Half:
    """Join what lies between the segments with one language's content of each."""
    pieces: list[slice] = []
    here = 0
    for start, content, end in cuts:
        pieces += [slice(here, start), content]
        here = end
    pieces.append(slice(here, len(raw)))
    pieces = [piece for piece in pieces if piece.stop > piece.start]
    lengths = (piece.stop - piece.start for piece in pieces[:-1])
    return Half(
        raw=b"".join(raw[piece] for piece in pieces),
        starts=tuple(accumulate(lengths, initial=0)) if pieces else (),
        origins=tuple(piece.start for piece in pieces),
    )


def _segments(raw: bytes) -> Iterator[_Span | BrokenSegment]:
    """Walk once over the markup and give each segment, or the fault that spoils it, in the order of the file."""
    tags = [match for match in _TOKEN.finditer(raw) if match[0][:1] == b"<"]
    at = 0
    while at < len(tags):
        kind, name = _kind(tags[at][0])
        if kind == "target":
            found, at = _segment(tags, at, name)
            yield found
        elif kind == "other":
            at += 1
        else:
            yield BrokenSegment(tags[at].start(), "source text stands without its translation")
            at = _next_target(tags, at)


def _segment(tags: list[re.Match[bytes]], first: int, name: str) -> tuple[_Span | BrokenSegment, int]:
    """Read the segment that `tags[first]` opens, and say at which tag to go on."""
    close = _closing(tags, first)
    if close is None:
        return BrokenSegment(tags[first].start(), f"translation {name} is not closed"), _next_target(tags, first)
    inner = close + 2
    if not _touching(tags, close, inner) or [_kind(tag[0])[0] for tag in tags[close + 1 : inner + 1]] != _SOURCE_TAGS:
        fault = BrokenSegment(tags[first].start(), f"translation {name} is not followed by its source")
        return fault, _next_target(tags, close)
    source_name = _kind(tags[inner][0])[1]
    end = _closing(tags, inner)
    if end is None or not _touching(tags, end, end + 1) or tags[end + 1][0][:2] != b"</":
        return BrokenSegment(tags[inner].start(), f"source {source_name} is not closed"), _next_target(tags, inner)
    if source_name != name:
        return BrokenSegment(tags[inner].start(), f"translation {name} is followed by source {source_name}"), end + 2
    target = slice(tags[first].end(), tags[close].start())
    source = slice(tags[inner].end(), tags[end].start())
    return _Span(name, tags[first].start(), target, source, tags[end + 1].end()), end + 2


_SOURCE_TAGS = ["lookup", "source"]


def _kind(tag: bytes) -> tuple[str, str]:
    """Tell what a span tag is for - target, lookup, source, other - and the segment's id where it names one."""
    if named := _ID.search(tag):
        return ("target" if named[1] == b"t" else "source"), _text(named[2] or named[3] or b"")
    return ("lookup" if _LOOKUP.search(tag) else "other"), ""


def _closing(tags: list[re.Match[bytes]], first: int) -> int | None:
    """Find the tag that closes `tags[first]` over spans nested in it; None if bilingual markup comes first."""
    depth = 1
    for at in range(first + 1, len(tags)):
        tag = tags[at][0]
        if tag[:2] == b"</":
            depth -= 1
            if not depth:
                return at
        elif _kind(tag)[0] != "other":
            return None
        else:
            depth += 1
    return None


def _touching(tags: list[re.Match[bytes]], first: int, last: int) -> bool:
    """Tell whether the tags from `first` to `last` exist and stand side by side."""
    return last < len(tags) and all(tags[at].end() == tags[at + 1].start() for at in range(first, last))


def _next_target(tags: list[re.Match[bytes]], at: int) -> int:
    """After a fault, go on where the next translation begins, so that one broken segment is one fault."""
    at += 1
    while at < len(tags) and _kind(tags[at][0])[0] != "target":
        at += 1
    return at
