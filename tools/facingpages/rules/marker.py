"""Markers: small signs in the text that a site's engine reads - footnotes, task boxes, icons, keys, attribute lists.

None of them is a link, code or bold, so nothing else compares them. What each looks like stands in `marker_kinds`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from facingpages.align import Bead
from facingpages.document import Block, Code, Document
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair, beginning, shorten, whole
from facingpages.rules.footnotes import exchanged
from facingpages.rules.held import What
from facingpages.rules.layout import line_at
from facingpages.rules.marker_kinds import KINDS, PICTURE, Kind, Mark, compared, is_likely, marks_of
from facingpages.rules.marker_places import MarkPlaces
from facingpages.rules.marker_said import not_said
from facingpages.rules.mend import UNSAFE, instead
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.stray import stray
from facingpages.rules.struck import struck

MISSING = Rule(
    "marker-missing",
    WARNING,
    "A marker of the source was lost.",
    {"lost": 'The source has "{there}" here.'},
)
CHANGED = Rule(
    "marker-changed",
    ERROR,
    "A marker was altered, so that the engine no longer knows it.",
    {
        "changed": 'This is "{here}"; the source has "{there}".',
        "exchanged": 'The texts of the footnotes "{first}" and "{second}" seem to have changed places.',
        "apart": '"{here}" stands apart from what it belongs to.',
        "lost": 'The source has "{there}" here.',
        "shown": 'The reader sees these marks, for a sign stands between one and its text: "{here}"',
        "stray": 'A stray sign is shown here: "{here}"',
    },
)
ORDER = late(r"<!--(?:more|truncate|excerpt|toc|tocstop|/toc|tabs:start|tabs:end)-->", re.I)
WORD = late(r"<!--\s*[^\s<>]{1,20}\s*-->")
ANNOTATION = late(r"\(\d+\)!")
MOVABLE = frozenset(("abbreviation", "footnote"))  # it does not matter much where on a page they stand
DEFINED = late(rb"\[\^[^\[\]\s]+\]:")
TITLED = late(rb"\s[\"'(]")


def check(pair: Pair) -> Iterator[Finding]:
    """The markers of each aligned block as a multiset; one that moved within the page is not lost."""
    if b"<!--" in pair.source.raw:
        yield from _orders(pair)
    yield from _exchanged(pair)
    yield from (*struck(pair, CHANGED), *stray(pair, CHANGED))
    kinds, titles, any_known = _of_page(pair.source)
    if not any_known and not pair.held.whole & What.JOINED:
        return
    known = pair.source.memo.get("markers", {})
    found = [
        known.get(bead.source[0].index, ()) if len(bead.source) == 1 else _of_source(pair.source, bead.source, kinds)
        for bead in pair.aligned
    ]
    counted = {id(kind) for some in found for kind, s in some if s}  # what the source has none of, it has not lost
    if not counted and not titles and b")!" not in pair.source.raw:
        return
    lost: list[tuple[Bead, Kind, Mark]] = []
    strange: Counter[tuple[str, str]] = Counter()
    for bead, some in zip(pair.aligned, found, strict=True):
        if bead.source[0].kind == "code":
            yield from _annotations(pair, bead)
            continue
        if titles:
            yield from _titles(pair, bead)
        here = [(kind, s) for kind, s in some if s]
        written = _plain(pair.target, bead.target) if here else (0, b"")
        for kind, s in here:
            t = marks_of(kind, *written)
            if kind.name == "attributes":
                yield from _detached(pair, bead, s, t)
            gone, new = compared(s, t)
            gone = not_said(pair, bead, kind, gone, len(s) - len(t))
            lost += [(bead, kind, mark) for mark in gone]
            strange.update({(kind.name, value): count for value, count in new.items()})
    strange.update(_elsewhere(pair, found, counted) if lost else ())
    for bead, kind, mark in lost:
        if kind.name in MOVABLE and _stands_often(pair, kind, mark):
            continue
        if strange[kind.name, mark.value]:
            strange[kind.name, mark.value] -= 1
            continue
        yield from _finding(pair, bead, kind, mark)


def _elsewhere(
    pair: Pair, found: Sequence[Sequence[tuple[Kind, Sequence[Mark]]]], counted: Set[int]
) -> Iterator[tuple[str, str]]:
    """Kind and value of each mark of a kind that is `counted` where the source has none of it."""
    for bead, some in zip(pair.aligned, found, strict=True):
        kinds = [kind for kind, s in some if not s and id(kind) in counted] if bead.source[0].kind != "code" else ()
        written = _plain(pair.target, bead.target) if kinds else (0, b"")
        yield from ((kind.name, mark.value) for kind in kinds for mark in marks_of(kind, *written))


def _stands_often(pair: Pair, kind: Kind, mark: Mark) -> bool:
    """Whether a page has a mark as often as its source: what blocks were taken for each other does not matter."""
    there, here = (_counted(kind, document)[mark.text.strip().encode()] for document in (pair.source, pair.target))
    return 0 < there <= here


def _counted(kind: Kind, document: Document) -> Counter[bytes]:
    """How often each mark of a kind stands on a page."""
    counted: dict[str, Counter[bytes]] = document.memo.setdefault("marks of page", {})
    if kind.name not in counted:
        counted[kind.name] = Counter(match.group().strip() for match in kind.pattern.finditer(document.raw))
    return counted[kind.name]


def _of_page(document: Document) -> tuple[Sequence[Kind], bool, bool]:
    """The kinds whose sign stands in a source, whether links have titles there, and whether anything at all is to be kept
    in one block of it: found once for all its translations."""
    if "markers of page" not in document.memo:
        known, raw = DIALECTS[document.dialect].markers, document.raw
        kinds = [kind for kind in KINDS if is_likely(kind, raw) and (not kind.special or kind.name in known)]
        titles = any(
            TITLED.search(raw, link.text_end, link.end)
            for block in document.blocks
            for link in block.links
            if link.title
        )
        found = [_of_source(document, (block,), kinds) for block in document.blocks] if kinds else []
        marked = any(s for some in found for _, s in some)
        document.memo["markers of page"] = kinds, titles, titles or marked or b")!" in raw
    told: tuple[Sequence[Kind], bool, bool] = document.memo["markers of page"]
    return told


def _of_source(document: Document, blocks: Sequence[Block], kinds: Sequence[Kind]) -> Sequence[tuple[Kind, list[Mark]]]:
    """The kinds whose sign stands in some blocks of a source, and their markers: found once for all its translations."""
    if blocks[0].kind == "code":
        return ()
    known: dict[int, Sequence[tuple[Kind, list[Mark]]]] = document.memo.setdefault("markers", {})
    if len(blocks) == 1 and blocks[0].index in known:
        return known[blocks[0].index]
    raw = document.raw[beginning(blocks[0]) : blocks[-1].end]
    kinds = [kind for kind in kinds if kind.sign[0] in raw]
    start, written = _plain(document, blocks) if kinds else (0, b"")
    found = [(kind, marks_of(kind, start, written)) for kind in kinds if kind.sign in written]
    if len(blocks) == 1:
        known[blocks[0].index] = found
    return found


def _finding(pair: Pair, bead: Bead, kind: Kind, mark: Mark) -> Iterator[Finding]:
    """A marker that has no counterpart: changed, where something like it stands in the block, else lost."""
    key = ("marks", id(bead), id(kind))
    if key not in pair.memo:
        pair.memo[key] = MarkPlaces(kind, _plain(pair.source, bead.source), _plain(pair.target, bead.target))
    places: MarkPlaces = pair.memo[key]
    new = places.new
    if kind.renamed:
        if new is not None and _defined(pair.target, new.text) and not _defined(pair.target, mark.text):
            return
        new = None
    place = (new.start, new.end, new.text) if new is not None else places.loose(mark.text)
    block = bead.target[0]
    if (
        place is None
        and kind.name == "icon"
        and (len(PICTURE.findall(bead.target[0].text)) > len(PICTURE.findall(bead.source[0].text)))
    ):
        return
    if place is not None:
        yield pair.finding(
            CHANGED, "changed", at=place[:2], origin=mark, bead=bead,
            here=shorten(place[2], 40), there=shorten(mark.text, 40),
            fix=instead(pair.target, place[:2], pair.source.source_text(mark.start, mark.end), "take the mark of the source", UNSAFE),
        )  # fmt: skip
    else:
        yield pair.finding(
            MISSING, "lost", at=whole(block), origin=mark, bead=bead,
            severity=INFO if kind.name == "attributes" else None, there=shorten(mark.text, 40),
        )  # fmt: skip


def _defined(document: Document, reference: str) -> bool:
    if "defined marks" not in document.memo:
        document.memo["defined marks"] = frozenset(DEFINED.findall(document.raw))
    sought = f"{reference}:".encode()
    return sought in document.memo["defined marks"] or (reference.count("[") > 1 and sought in document.raw)


def _detached(pair: Pair, bead: Bead, s: Sequence[Mark], t: Sequence[Mark]) -> Iterator[Finding]:
    """Attribute lists that touch a link or picture in the source and stand apart from it here."""
    firsts = {mark.value: mark for mark in reversed(t)}
    for old in s:
        if pair.source.raw[old.start - 1 : old.start] not in (b")", b"]", b"*", b"_", b"`", b">"):
            continue
        new = firsts.get(old.value)
        if new is not None and pair.target.raw[new.start - 1 : new.start] in (b" ", b"\xa0", b"\t"):
            yield pair.finding(
                CHANGED, "apart", at=new, origin=old,
                bead=bead, here=shorten(new.text, 40),
            )  # fmt: skip


def _exchanged(pair: Pair) -> Iterator[Finding]:
    for bead, first, second in exchanged(pair):
        a, b = bead.source[0], bead.target[0]
        yield pair.finding(
            CHANGED, "exchanged", at=b, origin=a, bead=bead, severity=WARNING, first=first, second=second
        )


def _orders(pair: Pair) -> Iterator[Finding]:
    """Comments that a generator obeys: where the part ends that a list of pages shows, where a table of contents goes."""
    known = ["".join(comment.text.split()) for comment in pair.source.comments]
    here = Counter("".join(comment.text.split()) for comment in pair.target.comments)
    there = set(known)
    new = [one for one in pair.target.comments if WORD.match(one.text) and "".join(one.text.split()) not in there]
    for comment, text in zip(pair.source.comments, known, strict=True):
        if not ORDER.fullmatch(text) or here[text]:
            continue
        if new:
            other = new.pop(0)
            yield pair.finding(CHANGED, "changed", at=other, origin=comment, here=other.text, there=comment.text)
            continue
        behind = (bead for bead in pair.aligned if bead.source[0].start > comment.start)
        bead = next(behind, pair.aligned[-1] if pair.aligned else None)
        at = (beginning(bead.target[0]), bead.target[0].end) if bead is not None else (0, 0)
        yield pair.finding(MISSING, "lost", at=at, origin=comment, there=comment.text)


def _annotations(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """The numbers of annotations in the comments of code, which may otherwise be translated."""
    a, b = bead.source[0], bead.target[0]
    known = "annotation" in DIALECTS[pair.source.dialect].markers
    if not known or not isinstance(b, Code) or ")!" not in a.text:
        return
    gone = Counter(ANNOTATION.findall(a.text)) - Counter(ANNOTATION.findall(b.text))
    for text in gone:
        lines = a.text.splitlines()
        number = next((at for at, line in enumerate(lines) if text in line), 0)
        alike = len(lines) == len(b.text.splitlines())  # then it stood in the line across
        place = line_at(pair.target.raw, b, number) if alike else (b.start, pair.target.line_span(b.start)[1])
        yield pair.finding(CHANGED, "lost", at=place, origin=a, bead=bead, there=text)
        return


def _titles(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """Titles of links, which a reader sees when pointing at them; of Docsify, which an engine obeys: `':include'`."""
    s = [link for block in bead.source for link in block.links if link.title and link.form == "inline"]
    t = [link for block in bead.target for link in block.links if link.title]
    if s and s[0].title[0] == ":" and t and (here := t[0].title) not in (known := [link.title for link in s]):
        yield pair.finding(
            CHANGED, "changed", at=t[0], origin=s[0], bead=bead, here=shorten(here, 40), there=shorten(known[0], 40)
        )
        return
    everything = [link for block in bead.target for link in block.links if link.form != "bare"]
    if len(s) <= len(t) or len(everything) < len([a for block in bead.source for a in block.links if a.form != "bare"]):
        return  # a link that was lost is told as such
    block = bead.target[0]
    yield pair.finding(
        MISSING, "lost", at=whole(block), origin=s[0], bead=bead,
        there=shorten(s[0].title, 40),
    )  # fmt: skip


def _plain(document: Document, blocks: Sequence[Block]) -> tuple[int, bytes]:
    """Neighbouring blocks as written, from the first one's list marker on: code, addresses and tags blanked."""
    start, end = beginning(blocks[0]), blocks[-1].end
    if len(blocks) == 1 and not (blocks[0].codes or blocks[0].links or blocks[0].html):  # as most
        return start, document.raw[start:end]
    written = bytearray(document.raw[start:end])
    for block in blocks:
        spans = [(code.start, code.end) for code in block.codes]
        spans += [(link.text_end, link.end) for link in block.links if link.form in ("bare", "auto")]
        spans += [
            (link.text_end + 1, link.end) for link in block.links if link.form == "inline"
        ]  # `[[a]](b)` is no `[[a]]`
        spans += [(span.start, span.end) for span in block.html]
        for first, last in spans:
            first, last = max(first - start, 0), min(last - start, len(written))
            if first < last:
                mark, mark_end = written[first], written[last - 1]
                written[first:last] = b" " * (last - first)
                if mark in b"`])(":  # what stands right behind it still does
                    written[first], written[last - 1] = mark, mark_end
    return start, bytes(written)


FAMILY = Family((MISSING, CHANGED), pair=check)
