"""Anchors: explicit ids stay as they are in the source, and a fragment of the page itself leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set

from facingpages.document import Block, Document, Heading, Id
from facingpages.finding import Finding, Fix
from facingpages.generators.slugs import github
from facingpages.late import late
from facingpages.nearest import resemblance
from facingpages.read.attributes import ATTRIBUTES
from facingpages.rules.base import Pair, shorten
from facingpages.rules.held import What
from facingpages.rules.mend import SAFE, UNSAFE, exchange, instead
from facingpages.rules.occurrences import Sought
from facingpages.rules.rule import ERROR, INFO, WARNING, Family, Rule
from facingpages.rules.shown_ids import unread_ids

MISSING = Rule(
    "anchor-missing",
    ERROR,
    "An explicit id of the source is missing, or an id is read as text.",
    {
        "missing": 'The id "{there}" of the source is missing.',
        "text": '"{here}" is no id here: it must end its line, with a blank before it.',
        "program": '"{here}" is no id here: MDX reads it as a program, and the page does not build.',
    },
    origin="source id",
)
CHANGED = Rule(
    "anchor-changed",
    ERROR,
    "A heading has another explicit id than in the source.",
    {"changed": 'The id of this heading is "{here}"; in the source it is "{there}".'},
    origin="source heading",
)

EMPTY = late(rb"<(a|span)\b[^<>]*>[ \t]*</\1>|<a\b[^<>]*/>")
ATX = late(rb"#{1,6}[ \t]+")
PLAIN = late(r"[a-z]+(?:-[a-z0-9]+)*")
OWN = "__"  # so programs begin the ids that they make for themselves, as of each line of code that they colour
SEVERAL = 3  # headings that lost their ids: then the translation has none, whatever else differs
OTHERS, ALIKE = 2, 0.6  # headings whose anchor equals the source's; how like it a damaged one is


def check(pair: Pair) -> Iterator[Finding]:
    """Ids of headings, then ids of everything else over the page."""
    ids = {anchor.text for block in pair.target.blocks for anchor in block.anchors}
    ids |= {block.id for block in pair.target.blocks if isinstance(block, Heading) and block.id}
    ids |= {anchor.text for block in pair.source.blocks for anchor in block.anchors if anchor.text.startswith(OWN)}
    lost = sum(1 for block in pair.source.blocks if isinstance(block, Heading) and block.id and block.id not in ids)
    lacking = lost >= SEVERAL
    for bead, unread in unread_ids(pair):
        which, here = "program" if unread.breaks else "text", pair.target.source_text(unread.start, unread.end)
        yield pair.finding(MISSING, which, at=unread, origin=bead.source[0], bead=bead, here=here, note=CHANGED.origin)
    yield from _gone(pair, ids)
    for bead in pair.holding(What.ANCHOR):
        a = bead.source[0]
        if isinstance(a, Heading) and a.id and a.id not in ids and not _is_made(pair.target, a):
            b = bead.target[0]
            if isinstance(b, Heading) and b.id:
                yield pair.finding(
                    CHANGED,
                    "changed",
                    at=b,
                    origin=a,
                    bead=bead,
                    here=b.id,
                    there=a.id,
                    fix=exchange(
                        pair.target,
                        (b.start, pair.target.line_span(b.start)[1]),
                        b.id,
                        a.id,
                        "take the id of the source",
                        UNSAFE if _written(pair.target).count(_sign(b.id)) > 1 else SAFE,
                    ),
                )
            else:
                yield pair.finding(
                    MISSING,
                    "missing",
                    at=b,
                    origin=a,
                    bead=bead,
                    there=a.id,
                    text=shorten(a.text),
                    severity=INFO if lacking and not pair.vouches(bead) else None,  # that makes no other heading of it
                    note=CHANGED.origin,
                    fix=_listed(pair, a, b) if isinstance(b, Heading) else None,
                )
        for block in bead.source:
            for anchor in block.anchors:
                if anchor.text not in ids and anchor.text != (a.id if isinstance(a, Heading) else ""):
                    b = bead.target[0]
                    yield pair.finding(
                        MISSING, "missing", at=b, origin=anchor, bead=bead, there=anchor.text,
                        severity=None if _written(pair.source).first(_sign(anchor.text)) >= 0 else WARNING,
                        fix=_named(pair, block, b, anchor),
                    )  # fmt: skip
    yield from _made(pair, ids)


def _gone(pair: Pair, ids: Set[str]) -> Iterator[Finding]:
    """Ids that stand by themselves, and are nowhere; not those of headings that are told."""
    gone = {block.index for unit in pair.missing for block in unit.blocks if isinstance(block, Heading)}
    for unit in pair.missing:
        for block in unit.blocks:
            if block.index - 1 in gone:
                continue  # the id below a heading that is told
            for anchor in block.anchors:
                if anchor.text not in ids and not block.text.strip():
                    yield pair.finding(MISSING, "missing", at=pair.gap(unit.position), origin=anchor, there=anchor.text)


def _said(heading: Heading) -> str:
    """What an id is made of: the text of a heading, and that of its code."""
    codes = {code.start: code.text for code in heading.codes}
    return "".join(codes.get(at, piece) for at, piece in heading.pieces) if codes else heading.text


def _plain_ids(document: Document) -> frozenset[str]:
    """The ids that every renderer makes of headings without one: of ASCII words, and of those of no second heading."""
    if "plain ids" not in document.memo:
        made = Counter(github(_said(one).strip()) for one in document.blocks if isinstance(one, Heading) and not one.id)
        document.memo["plain ids"] = frozenset(
            name for name, count in made.items() if count == 1 and PLAIN.fullmatch(name)
        )
    found: frozenset[str] = document.memo["plain ids"]
    return found


def _is_made(target: Document, source: Heading) -> bool:
    """Whether a heading of the translation makes the id that the source had to write: `## 会话 {#session}`, `## Session`."""
    return source.id != github(_said(source).strip()) and source.id in _plain_ids(target)


def _written(document: Document) -> Sought:
    """A page as it is written, a sign for each byte, in which all its ids are looked for at once."""
    if "written for ids" not in document.memo:
        ids = {anchor.text for block in document.blocks for anchor in block.anchors}
        ids |= {block.id for block in document.blocks if isinstance(block, Heading) and block.id}
        document.memo["written for ids"] = Sought(document.raw.decode("latin-1"), [_sign(name) for name in sorted(ids)])
    found: Sought = document.memo["written for ids"]
    return found


def _sign(name: str) -> str:
    """What a link writes to lead to an id, a sign for each byte."""
    return f"#{name}".encode().decode("latin-1")


def _listed(pair: Pair, source: Heading, heading: Heading) -> Fix | None:
    """The source's attribute list behind a heading that has none."""
    there = pair.source.source_text(source.start, pair.source.line_span(source.start)[1])
    start, end = heading.start, pair.target.line_span(heading.start)[1]
    line = pair.target.source_text(start, end)
    found = ATTRIBUTES.search(there)
    if found is None or ATTRIBUTES.search(line) or line.rstrip().endswith("#"):
        return None
    at = start + len(line.rstrip().encode())
    return instead(pair.target, (at, at), " " + found.group().strip(), "take the id of the source")


def _named(pair: Pair, source: Block, block: Block, anchor: Id) -> Fix | None:
    """An empty element with an id that begins or ends a block of the source, where it does so there."""
    raw = pair.source.raw
    tag = EMPTY.match(raw, anchor.start, source.end)
    if tag is None or block.kind in ("code", "directive", "html"):
        return None
    text = tag.group().decode("utf-8", "replace")
    if not raw[source.start : anchor.start].strip(b"# \t"):
        body = ATX.match(pair.target.raw, block.start)
        at = body.end() if body is not None else block.start
        behind = raw[tag.end() : tag.end() + 1]
        return instead(pair.target, (at, at), text + (" " if behind == b" " else ""), "take the id of the source")
    if not raw[tag.end() : source.end].strip():
        at = block.start + len(pair.target.raw[block.start : block.end].rstrip())
        blank = " " if raw[anchor.start - 1 : anchor.start] == b" " else ""
        return instead(pair.target, (at, at), blank + text, "take the id of the source")
    return None


def _made(pair: Pair, ids: set[str]) -> Iterator[Finding]:
    """Anchors that a pipeline makes of the source's headings, so that links from other pages hold in every language.

    One that differs a little from the source's heading, or is missing where the page's others have theirs, was damaged;
    one that has nothing to do with it is a translator's own.
    """
    known = {anchor.text for block in pair.source.blocks for anchor in block.anchors}
    headings = (block for block in pair.target.blocks if isinstance(block, Heading))
    if all(anchor.text in known for block in headings for anchor in block.anchors):
        return
    right, wrong, bare = 0, [], []
    for bead in pair.aligned:
        a, b = bead.source[0], bead.target[0]
        if not isinstance(a, Heading) or not isinstance(b, Heading) or a.id or b.listed or len(bead.target) > 1:
            continue
        wanted = github(_said(a))
        names = [anchor for anchor in b.anchors if anchor.text not in known]
        if not b.anchors and b.level > 1:
            if github(_said(b)) != wanted:  # whose own id is that
                bare.append((bead, wanted))
        elif any(_is_made_of(wanted, anchor.text) for anchor in names):
            right += 1
        elif names:
            wrong.append((bead, names[0], wanted))
    for bead, name, wanted in wrong:
        likeness = resemblance(name.text, wanted)
        if right >= OTHERS or (likeness >= ALIKE and name.text.isascii()):
            yield pair.finding(
                CHANGED, "changed", at=name, origin=bead.source[0], bead=bead, severity=WARNING, here=name.text,
                there=wanted,
            )  # fmt: skip
    for bead, wanted in bare if right >= OTHERS and right > len(bare) else ():
        if wanted and wanted not in ids:
            yield pair.finding(
                MISSING, "missing", at=bead.target[0], origin=bead.source[0], bead=bead, severity=WARNING, there=wanted,
                note=CHANGED.origin,
            )  # fmt: skip


def _is_made_of(wanted: str, name: str) -> bool:
    """Whether an anchor is a heading's, with a number behind it where several have the same."""
    if name == wanted or (name.startswith(wanted + "-") and name[len(wanted) + 1 :].isdecimal()):
        return True
    return re.sub(r"\W|_", "", name) == re.sub(r"\W|_", "", wanted)  # another maker of ids: `it-s` for `its`


FAMILY = Family((MISSING, CHANGED), pair=check, of=What.ANCHOR)
