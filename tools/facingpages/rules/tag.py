"""Tags inside a text: elements and components that a translation keeps, closes and does not let its reader see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from facingpages.align import Bead
from facingpages.finding import Finding, Fix
from facingpages.late import late
from facingpages.read.dialects import DIALECTS
from facingpages.rules.base import Pair, shorten, whole
from facingpages.rules.components import is_closed_there, lost_alone
from facingpages.rules.contrast import contrast
from facingpages.rules.held import What
from facingpages.rules.mend import exchange
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.tags import (
    ELEMENTS,
    OPTIONAL,
    TYPE,
    Tag,
    are_same,
    as_read,
    bracketed,
    fault_of,
    is_unmatched,
    names,
    tags,
    tags_of_source,
    unmatched,
    without_locale,
)
from facingpages.rules.torn import in_code, torn_tags
from facingpages.rules.unbuilt import is_misquoted, unbuilt
from facingpages.rules.units import boxes
from facingpages.rules.unused import spread

LOST = Rule(
    "tag-missing",
    WARNING,
    "A tag or component of the source was lost.",
    {"lost": "The source has {text} here.", "several": "The source has {count} more tags here, the first is {text}."},
)
CHANGED = Rule(
    "tag-changed",
    ERROR,
    "A tag or component has another name or other properties than in the source.",
    {"changed": "This is {here}; the source has {there}."},
)
UNCLOSED = Rule(
    "tag-unclosed",
    WARNING,
    "A tag is never closed, closes nothing, or stands across another.",
    {"open": '"{text}" is opened here and never closed.', "stray": '"{text}" closes nothing here.'},
    evident=True,
)
SHOWN = Rule(
    "tag-shown", ERROR, "A tag of the source became text.",
    {"text": "This should be a tag, as {text} is in the source."}, evident=True,
)  # fmt: skip
SWALLOWED = Rule(
    "tag-swallowed",
    ERROR,
    "A word in angle brackets is read as a tag, so the reader does not see it.",
    {"swallowed": "{text} is read as a tag and not shown."},
    evident=True,
)
BREAKS = Rule(
    "tag-mdx", ERROR, "This does not build as MDX.", {"breaks": '"{text}" does not build as MDX.'}, evident=True
)  # fmt: skip

NEAR = 6  # blocks before one in which the tag is looked for that should hold it
LEAVES = frozenset(("paragraph", "heading", "row", "term", "html"))

T = TypeVar("T", bound=Hashable)
OPEN = late(r"(?<!\s)\s++open(?=[\s>])")
BRACKETED = late(r"(?<=[\"'])<(https?:[^<>\"']+)>(?=[\"'])")  # an address as Markdown has it, which is none here


def check(pair: Pair) -> Iterator[Finding]:
    """The tags in each aligned block's text as a multiset, whether they close, and what should be a tag or should not."""
    source, target = pair.source.raw, pair.target.raw
    yield from unbuilt(pair, BREAKS, UNCLOSED)
    if b"<" not in target and b"<" not in source:
        return
    lost: list[tuple[Bead, list[Tag]]] = []
    strange, told = Counter[str](), set[str]()
    there, here = bracketed(pair.source), bracketed(pair.target)
    for bead in pair.aligned:
        if bead.source[0].kind not in LEAVES or bead.target[0].kind not in LEAVES:
            continue
        a, b = bead.source, bead.target
        if len(a) == len(b) == 1 and a[0].index not in there and b[0].index not in here:
            continue
        if are_same(pair.source, a, pair.target, b):
            continue
        s, t = tags_of_source(pair.source, a), tags(pair.target, b)
        if is_misquoted(pair.target, b[0].start, b[-1].end):
            told.update(tag.name.lower() for tag in (*s, *t))
            continue  # told as what does not build
        fault = _shown(pair, bead, s, t) or _swallowed(pair, bead, t) or _balance(pair, bead, s, t)
        if fault is not None:
            told.update(tag.name.lower() for tag in (*s, *t))
            yield fault
            continue
        gone, new = _compare(pair, s, t)
        yield from _changed(pair, bead, gone, new)
        lost.append((bead, gone))
        strange.update(tag.name for tag in new)
    beside = [block for unit in pair.extra for block in unit.blocks if block.kind == "html"] if lost else ()
    strange.update(tag.name for block in beside for tag in tags(pair.target, [block]))  # torn off by a blank line
    strange.update(spread(pair) if lost else ())
    if b"markdown" in source:
        yield from _unread(pair)
    for unit, tag in lost_alone(pair):
        text = shorten(tag.text)
        yield pair.finding(LOST, "lost", at=pair.gap(unit.position), origin=tag, text=text, severity=ERROR)
    told |= {name.lower() for name in _never_closed(pair)}
    yield from _across(pair, told | {tag.name.lower() for _, tags in lost for tag in tags})
    for bead, gone in lost:
        left = [tag for tag in gone if not _take(strange, tag.name)]
        if left:
            yield pair.finding(
                LOST, "lost" if len(left) == 1 else "several", at=whole(bead.target[0]), origin=left[0], bead=bead,
                text=shorten(left[0].text), count=str(len(left)),
                severity=ERROR if any(tag.name == "tr" for tag in left) else None,
            )  # fmt: skip


def _compare(pair: Pair, s: Sequence[Tag], t: Sequence[Tag]) -> tuple[list[Tag], list[Tag]]:
    """Opening tags of the source without a like one here, and the other way round."""
    gone: list[Tag] = []
    new = [tag for tag in t if _counts(pair, tag)]
    for tag in s:
        if not _counts(pair, tag):
            continue
        same = next((other for other in new if (other.name, other.machine) == (tag.name, tag.machine)), None)
        if same is not None:
            new.remove(same)
        else:
            gone.append(tag)
    return gone, new


def _counts(pair: Pair, tag: Tag) -> bool:
    """Whether a tag opens something that must be kept: no setting of type, no word in brackets that nobody escaped."""
    known = tag.name in ELEMENTS or tag.name[:1].isupper() or "-" in tag.name or DIALECTS[pair.source.dialect].jsx
    return known and not tag.closing and tag.name not in TYPE


def _changed(pair: Pair, bead: Bead, gone: list[Tag], new: list[Tag]) -> Iterator[Finding]:
    """Tags that stand for one of the source with other properties or another name; they are taken out of both lists."""
    for old in list(gone):
        other = next((tag for tag in new if tag.name == old.name), None)
        if other is None and (old.name[:1].isupper() or "-" in old.name):
            other = next(
                (tag for tag in new if tag.machine == old.machine and tag.name[:1].isupper() == old.name[:1].isupper()),
                None,
            )
        if other is None:
            continue
        gone.remove(old)
        new.remove(other)
        one, two = without_locale(old.machine, pair.source.locale), without_locale(other.machine, pair.locale)
        if old.name == other.name and two in (one, BRACKETED.sub(r"\1", one)):
            continue
        here, there = contrast(as_read(other.text), as_read(old.text))
        yield pair.finding(
            CHANGED, "changed", at=other, origin=old, bead=bead, here=here, there=there,
            severity=INFO if _opened(old) == _opened(other) else None if old.name[:1].isupper() else WARNING, fix=_renamed(pair, other, old),
        )  # fmt: skip


def _opened(tag: Tag) -> str:
    """A tag without the word by which an element for details is open when the page is shown: as a site likes it."""
    return OPEN.sub("", tag.text) if tag.name == "details" else tag.text


def _renamed(pair: Pair, new: Tag, old: Tag) -> Fix | None:
    """The source's name for a component that stands alone; one with a closing tag has its name twice."""
    if new.name == old.name or not new.single:
        return None
    name = (new.start + 1, new.start + 1 + len(new.name.encode()))
    return exchange(pair.target, name, new.name, old.name, "take the name of the source")


def _balance(pair: Pair, bead: Bead, s: Sequence[Tag], t: Sequence[Tag]) -> Finding | None:
    """The first tag that is not closed or closes nothing, where those of the source are in order."""
    strict = DIALECTS[pair.target.dialect].jsx
    fault = fault_of(t, strict)
    if (
        fault is None
        or fault_of(s, strict) is not None
        or not (strict or fault.name.lower() in ELEMENTS or "-" in fault.name)
        or (bead.target[0].kind == "html" and not is_unmatched(pair.target, fault))
        or (strict and fault.closing and fault.name in _never_closed(pair))
    ):
        return None
    return pair.finding(
        UNCLOSED, "stray" if fault.closing else "open", at=fault, origin=bead.source[0], bead=bead, severity=ERROR if strict else None,
        text=shorten(fault.text),
    )  # fmt: skip


def _never_closed(pair: Pair) -> frozenset[str]:
    """The components that stand open on lines of their own: their ends, which stand elsewhere, are told by that."""
    return frozenset(block.name for block in pair.target.blocks if block.kind == "directive" and not block.closed)


def _across(pair: Pair, told: set[str]) -> Iterator[Finding]:
    """Tags that stay open over all blocks of a page, such as `<details>`, or close nothing, where none does in the source."""
    found = unmatched(pair.target)
    if not found.keys() - told:
        return
    known, strict = unmatched(pair.source), DIALECTS[pair.target.dialect].jsx
    for name, tag in found.items():
        if name in told or name in OPTIONAL or name in known:
            continue
        if name in ELEMENTS or "-" in name or (strict and name in names(pair.source)) or is_closed_there(pair, tag):
            yield pair.finding(
                UNCLOSED, "open" if tag.text == name else "stray", at=(tag.start, tag.end), severity=ERROR if strict else None,
                text=shorten(pair.target.source_text(tag.start, tag.end)),
            )  # fmt: skip


def _unread(pair: Pair) -> Iterator[Finding]:
    """Elements whose attribute `markdown` was lost, so that the Markdown inside is shown as it is written."""
    told: set[int] = set()
    for bead in pair.aligned:
        box = next(iter(boxes(bead.source[0], "html")), None)
        if box is None or id(box) in told or boxes(bead.target[0], "html"):
            continue
        told.add(id(box))
        near = pair.target.blocks[max(0, bead.target[0].index - NEAR) : bead.target[0].index]
        tag = next((tag for block in reversed(near) for tag in block.html if tag.text == box.name), None)
        if tag is None or "markdown" in tag.attributes:
            continue
        there = pair.source.source_text(box.start, pair.source.line_span(box.start)[1])
        here, there = contrast(pair.target.source_text(tag.start, tag.end), there)
        yield pair.finding(
            CHANGED,
            "changed",
            at=(tag.start, tag.end),
            origin=(box.start, box.start + 1),
            bead=bead,
            here=here,
            there=there,
        )


def _shown(pair: Pair, bead: Bead, s: Sequence[Tag], t: Sequence[Tag]) -> Finding | None:
    """A tag of the source that is text here: escaped, torn by a blank, in full-width brackets, in code."""
    counts = Counter((tag.name.lower(), tag.closing) for tag in t)
    lost = [tag for tag in s if not _take(counts, (tag.name.lower(), tag.closing))]
    if not lost:
        return None
    coded, coded_before = in_code(pair.target, bead.target), in_code(pair.source, bead.source)
    torn, torn_before = torn_tags(pair.target, bead.target), torn_tags(pair.source, bead.source)
    for tag in lost:
        name = tag.name.lower().encode()
        for found, before in ((coded[name], coded_before[name]), (torn[name], torn_before[name])):
            if len(found) > len(before):
                return pair.finding(SHOWN, "text", at=found[0], origin=tag, bead=bead, text=shorten(tag.text))
    return None


def _take(counts: Counter[T], key: T) -> bool:
    """Whether there is one more; it is taken."""
    if counts[key] <= 0:
        return False
    counts[key] -= 1
    return True


def _swallowed(pair: Pair, bead: Bead, t: Sequence[Tag]) -> Finding | None:
    """A tag that is no element of HTML and stands nowhere in the source, where that has a word in brackets as text."""
    if DIALECTS[pair.target.dialect].jsx or not t:
        return None
    there, here = (
        sum(block.text.count("<") + sum("<" in code.text for code in block.codes) for block in blocks)
        for blocks in (bead.source, bead.target)
    )
    here -= sum(not tag.name.isascii() for tag in t)  # text to our parser
    if here >= there:
        return None
    for tag in t:
        if tag.name.lower() not in ELEMENTS and tag.name.lower() not in names(pair.source) and ":" not in tag.name:
            return pair.finding(
                SWALLOWED, "swallowed", at=tag, origin=bead.source[0], bead=bead, text=shorten(tag.text),
            )  # fmt: skip
    return None


FAMILY = Family((LOST, CHANGED, UNCLOSED, SHOWN, SWALLOWED, BREAKS), pair=check, of=What.TAG)
