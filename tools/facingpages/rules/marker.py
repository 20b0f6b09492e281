"""Markers: small signs in the text that a site's engine reads - footnotes, task boxes, icons, keys, attribute lists.

None of them is a link, code or bold, so nothing else compares them. What each looks like is a row of `KINDS`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facingpages.align import Bead
from facingpages.align.features import neutral_target
from facingpages.document import Block, Document
from facingpages.finding import Finding
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair, beginning, shorten, whole
from facingpages.rules.mend import UNSAFE, instead
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule

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
        "apart": '"{here}" stands apart from what it belongs to.',
        "lost": 'The source has "{there}" here.',
    },
)


class Mark(NamedTuple):
    """One marker of a page: its kind, what of it must be kept, how it is written, where."""

    kind: str
    value: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kind:
    """What a marker looks like: `sign` stands in every page that has one, `loose` finds what damage makes of it."""

    name: str
    sign: bytes
    pattern: re.Pattern[bytes]
    value: Callable[[re.Match[bytes]], str] = lambda match: match.group().decode("utf-8", "replace")
    loose: re.Pattern[bytes] | None = None
    special: bool = False  # only dialects that name it read it
    renamed: bool = False  # a label that may be another, if it is so everywhere: only how many there are counts


def _same(match: re.Match[bytes]) -> str:
    """What is inside may be translated."""
    return match.group()[:2].decode("utf-8", "replace")


def _box(match: re.Match[bytes]) -> str:
    return "[ ]" if match.group(1) == b" " else "[x]"


_SHOWN = late(rb"""\b(?:title|alt|caption|summary|data-title|aria-label|data-caption)\s*=\s*(?:"[^"]*"|'[^']*'|\S+)""")
_IDENTIFIER = late(rb"(?:^|\s)#[^\s}]+")


def _attributes(match: re.Match[bytes]) -> str:
    """The classes and machine values of an attribute list. Its id is another rule's, what is shown may be translated."""
    kept = _IDENTIFIER.sub(b" ", _SHOWN.sub(b" ", match.group()[1:-1].lstrip(b":")))
    words = sorted(kept.decode("utf-8", "replace").replace('"', "").replace("'", "").split())
    return " ".join(words)


def _key(match: re.Match[bytes]) -> str:
    return re.sub(r'"[^"]*"', '""', match.group().decode("utf-8", "replace").lower())


def _page(match: re.Match[bytes]) -> str:
    """The page of `[[page|words]]`, or of `[[words|page]]`: the half that is an address. Alone, words may be both."""
    halves = [half.strip() for half in neutral_target(match.group()[2:-2].decode("utf-8", "replace")).split("|")]
    named = [half for half in halves if ADDRESS.fullmatch(half)]
    return "[[" + next((half for half in named if not half.isalpha()), named[0]) if named and halves[1:] else "[["


KINDS = (
    Kind("footnote", b"[^", late(rb"\[\^[^\]\s]+\](?!:)"), loose=late(rb"(?:\[|\xef\xbc\xbb)\s*[\^\xef]?[^\[\]\n]{0,2}\s*\^?\s*[\w-]{1,20}\s*(?:\]|\xef\xbc\xbd)(?![(:\[])"), renamed=True),
    Kind("task", b"] ", late(rb"\A(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?=\s)"), _box, late(rb"\A(?:[-*+]|\d{1,9}[.)])?[ \t]*(?:\[[^\]\n]{0,3}\]|\xef\xbc\xbb[^\n]{0,3}\xef\xbc\xbd|\xe3\x80\x90[^\n]{0,3}\xe3\x80\x91)")),
    Kind("toc", b"[", late(rb"\A\s*(?:\[TOC\]|\[\[_?(?:TOC|toc)_?\]\])\s*\Z"), loose=late(rb"\A\s*(?:\\?\[|\xef\xbc\xbb|\xe3\x80\x90).{1,40}?\s*\Z")),
    Kind("toc", b":toc", late(rb"\{:\s*toc\s*\}"), loose=late(rb"\{[^{}\n]*\}")),
    Kind("attributes", b"{", late(rb"(?<!\\)\{(?::(?!\s*toc\s*\})[^{}\n]*|[ \t]*[.#][\w-][^{}\n]*|[ \t]*[A-Za-z][\w-]*=[^{}\n]*)\}"), _attributes, late(rb"\{[^{}\n]*\}"), special=True),
    Kind("icon", b":", late(rb"(?<![\w:/.\]`}-]):(?=[\w+-]*[a-z])[a-z0-9+][\w+-]*:(?![\w:/])"), loose=late(rb"(?<![\w:/]):\s?[^\s:/]{2,40}\s?:(?![\w:/])|\xef\xbc\x9a[\w+-]{2,40}\xef\xbc\x9a")),
    Kind("key", b"++", late(rb"(?<![\w+])\+\+[\w\"'-]+(?:\+[\w\"' -]+)*\+\+(?![\w+])"), _key, late(rb"\+ ?\+[^\n]{1,60}?\+ ?\+|\xef\xbc\x8b[^\n]{1,60}\xef\xbc\x8b"), special=True),
    Kind("strike", b"~~", late(rb"(?<![~\\])~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?!\n))*?(?<=[^\s~])~~(?!~)"), _same, late(rb"~\s?~|\xef\xbd\x9e{2}")),
    Kind("highlight", b"==", late(rb"(?<![=\w!<>])==(?=[^\s=])[^=\n]*?(?<=[^\s=])==(?![=\w])"), _same, late(rb"==|\xef\xbc\x9d{2}"), special=True),
    Kind("wiki link", b"[[", late(rb"(?<!\[)\[\[(?=[^\s\[\]])[^\[\]\n]+\]\](?![\](])"), _page, late(rb"\[\s?\[|\xe3\x80\x90{2}|\xef\xbc\xbb{2}")),
    Kind("abbreviation", b"*[", late(rb"(?m)^[ ]{0,3}\*\[[^\]\n]+\]:"), _same, late(rb"\*\s*\[[^\]\n]+\][^(\[ ]+"), special=True),
    Kind("role", b"}`", late(rb"(?<![\w$}])\{[a-zA-Z][\w:.+-]*\}(?=`)"), loose=late(rb"\{[^{}\n`]{1,40}\}")),
    Kind("callout of Docsify", b"> ", late(rb"\A[!?]>[ \t]"), _same, late(rb"\A(?:[!?]|\xef\xbc[\x81\x9f])[ \t]?(?:>|\xef\xbc\x9e)?[ \t]?")),
    Kind("meaning", b": ", late(rb"\A(?:[-*+])[ \t]+:[ \t]"), _same),
)  # fmt: skip
ADDRESS = late(r"[a-z0-9][a-z0-9._/#-]*")
PICTURE = late(
    r"[\u203c-\u2bff\u3030-\u303d\u3297-\u3299\U0001f000-\U0001faff]"
)  # what an emoji's name may be replaced by
ANNOTATION = late(r"\(\d+\)!")
TITLED = late(rb"\s[\"'(]")


def check(pair: Pair) -> Iterator[Finding]:
    """The markers of each aligned block as a multiset; one that moved within the page is not lost."""
    known, raw = DIALECTS[pair.source.dialect].markers, pair.source.raw
    kinds = [kind for kind in KINDS if kind.sign in raw and (not kind.special or kind.name in known)]
    titles = any(
        TITLED.search(raw, link.text_end, link.end)
        for block in pair.source.blocks
        for link in block.links
        if link.title
    )
    found = (
        [_of_source(pair.source, bead.source, kinds) for bead in pair.aligned] if kinds else [()] * len(pair.aligned)
    )
    counted = {id(kind) for some in found for kind, s in some if s}  # what the source has none of, it has not lost
    if not counted and not titles and b")!" not in raw:
        return
    lost: list[tuple[Bead, Kind, Mark]] = []
    strange: Counter[tuple[str, str]] = Counter()
    for bead, some in zip(pair.aligned, found, strict=True):
        if bead.source[0].kind == "code":
            yield from _annotations(pair, bead)
            continue
        if titles:
            yield from _titles(pair, bead)
        here = [(kind, s) for kind, s in some if id(kind) in counted]
        written = _plain(pair.target, bead.target) if here else (0, b"")
        for kind, s in here:
            t = _marks(kind, *written)
            if kind.name == "attributes" and s:
                yield from _detached(pair, bead, s, t)
            gone, new = _compared(s, t)
            lost += [(bead, kind, mark) for mark in gone]
            strange.update({(kind.name, value): count for value, count in new.items()})
    for bead, kind, mark in lost:
        if strange[kind.name, mark.value]:
            strange[kind.name, mark.value] -= 1
            continue
        yield from _finding(pair, bead, kind, mark)


def _of_source(document: Document, blocks: Sequence[Block], kinds: Sequence[Kind]) -> Sequence[tuple[Kind, list[Mark]]]:
    """The kinds whose sign stands in some blocks of a source, and their markers: found once for all its translations."""
    if blocks[0].kind == "code":
        return ()
    known: dict[int, Sequence[tuple[Kind, list[Mark]]]] = document.memo.setdefault("markers", {})
    if len(blocks) == 1 and blocks[0].index in known:
        return known[blocks[0].index]
    start, written = _plain(document, blocks)
    found = [(kind, _marks(kind, start, written)) for kind in kinds if kind.sign in written]
    if len(blocks) == 1:
        known[blocks[0].index] = found
    return found


def _compared(s: Sequence[Mark], t: Sequence[Mark]) -> tuple[list[Mark], Counter[str]]:
    """The marks of the source that the translation lacks, and how often it has values that the source lacks."""
    lost, here = [], Counter(mark.value for mark in t)
    for mark in s:
        if here[mark.value]:
            here[mark.value] -= 1
        elif mark.value:
            lost.append(mark)
    return lost, +here


def _finding(pair: Pair, bead: Bead, kind: Kind, mark: Mark) -> Iterator[Finding]:
    """A marker that has no counterpart: changed, where something like it stands in the block, else lost."""
    start, written = _plain(pair.target, bead.target)
    s = {other.text for other in _marks(kind, *_plain(pair.source, bead.source))}
    t = _marks(kind, start, written)
    new = next((other for other in t if other.text not in s), None)
    if kind.renamed:
        if new is not None and _defined(pair.target, new.text) and not _defined(pair.target, mark.text):
            return
        new = None
    place = (new.start, new.end, new.text) if new is not None else None
    if place is None and kind.loose is not None:
        known = kind.loose.findall(_plain(pair.source, bead.source)[1])
        for match in kind.loose.finditer(written):
            if (match.group() not in known or match.group().decode("utf-8", "replace") == mark.text) and not any(
                match.start() + start < other.end and other.start < match.end() + start for other in t
            ):
                place = (start + match.start(), start + match.end(), match.group().decode("utf-8", "replace"))
                break
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
    return f"{reference}:".encode() in document.raw


def _detached(pair: Pair, bead: Bead, s: Sequence[Mark], t: Sequence[Mark]) -> Iterator[Finding]:
    """Attribute lists that touch a link or picture in the source and stand apart from it here."""
    for old in s:
        if pair.source.raw[old.start - 1 : old.start] not in (b")", b"]", b"*", b"_", b"`", b">"):
            continue
        new = next((mark for mark in t if mark.value == old.value), None)
        if new is not None and pair.target.raw[new.start - 1 : new.start] in (b" ", b"\xa0", b"\t"):
            yield pair.finding(
                CHANGED, "apart", at=new, origin=old,
                bead=bead, here=shorten(new.text, 40),
            )  # fmt: skip


def _annotations(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """The numbers of annotations in the comments of code, which may otherwise be translated."""
    a, b = bead.source[0], bead.target[0]
    if "annotation" not in DIALECTS[pair.source.dialect].markers or b.kind != "code" or ")!" not in a.text:
        return
    gone = Counter(ANNOTATION.findall(a.text)) - Counter(ANNOTATION.findall(b.text))
    for text in gone:
        yield pair.finding(
            CHANGED, "lost", at=(b.start, pair.target.line_span(b.start)[1]), origin=a, bead=bead,
            there=text,
        )  # fmt: skip
        return


def _titles(pair: Pair, bead: Bead) -> Iterator[Finding]:
    """Titles of links, which a reader sees when pointing at them."""
    s = [link for block in bead.source for link in block.links if link.title and link.form == "inline"]
    t = [link for block in bead.target for link in block.links if link.title]
    everything = [link for block in bead.target for link in block.links]
    if len(s) <= len(t) or len(everything) < len([link for block in bead.source for link in block.links]):
        return  # a link that was lost is told as such
    block = bead.target[0]
    yield pair.finding(
        MISSING, "lost", at=whole(block), origin=s[0], bead=bead,
        there=shorten(s[0].title, 40),
    )  # fmt: skip


def _marks(kind: Kind, start: int, written: bytes) -> list[Mark]:
    """The markers of a kind in what is written from an offset on."""
    return [
        Mark(
            kind.name,
            kind.value(match),
            match.group().decode("utf-8", "replace"),
            start + match.start(),
            start + match.end(),
        )
        for match in kind.pattern.finditer(written)
    ]


def _plain(document: Document, blocks: Sequence[Block]) -> tuple[int, bytes]:
    """Neighbouring blocks as written, from the first one's list marker on: code, addresses and tags blanked."""
    start, end = beginning(blocks[0]), blocks[-1].end
    written = bytearray(document.raw[start:end])
    for block in blocks:
        spans = [(code.start, code.end) for code in block.codes]
        spans += [(link.text_end, link.end) for link in block.links if link.form in ("inline", "bare", "auto")]
        spans += [(span.start, span.end) for span in block.html]
        for first, last in spans:
            first, last = max(first - start, 0), min(last - start, len(written))
            if first < last:
                mark = written[first]
                written[first:last] = b" " * (last - first)
                if mark in b"`])":  # what stands right behind it still does
                    written[first] = mark
                    written[last - 1] = mark
    return start, bytes(written)


FAMILY = Family((MISSING, CHANGED), pair=check)
