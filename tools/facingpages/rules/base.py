"""The aligned pair of pages that rules look at, and how they tell what they find in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from facingpages.align import Bead
from facingpages.align.echoes import repeats
from facingpages.document import Block, Document, Image, Link, Span
from facingpages.finding import Finding, Fix, Related, Severity
from facingpages.hashing import sha256
from facingpages.lexicon import Lexicon
from facingpages.rules.absent import PERHAPS, Absence
from facingpages.rules.apart import Apart
from facingpages.rules.gone import as_sure
from facingpages.rules.held import Held, What, held, text_weight, unlinked
from facingpages.rules.localized import naming
from facingpages.rules.meaning import Meant
from facingpages.rules.repeated import is_repeated
from facingpages.rules.rule import Rule
from facingpages.rules.uncommented import open_comment
from facingpages.rules.units import Unit, cut_short, is_joined, readable, units
from facingpages.rules.unread import behind_front, hides, stands_unread, unopened
from facingpages.rules.vouched import Vouching

Range = tuple[int, int]  # byte offsets, the end exclusive


class Ranged(Protocol):
    """Whatever has a place on a page: a block, a link, a span, a key of the front matter."""

    @property
    def start(self) -> int:
        """Its first byte."""

    @property
    def end(self) -> int:
        """The byte after its last."""


Where = Ranged | Range

LONG = 10_000  # characters of content that a finding carries as they are


class Pair:
    """A source page, its translation and how their blocks correspond."""

    def __init__(
        self, source: Document, target: Document, beads: Sequence[Bead], locale: str,
        options: Mapping[str, Mapping[str, Any]] | None = None, names: frozenset[str] = frozenset(),
        doubts: list[Apart] | None = None, lexicon: Lexicon | None = None, generator: str = "",
    ) -> None:  # fmt: skip
        self.source, self.target = source, target
        self.beads, self.locale = beads, locale
        self.options: Mapping[str, Mapping[str, Any]] = {} if options is None else options
        self.names = names  # of all source pages, to tell our own targets from others
        self.doubts = doubts  # what is put aside until the whole site is known; None: it never will be
        self.lexicon = lexicon  # what the site says of the two languages, where that could be learnt
        self.generator = generator  # what makes a site of the pages, where it is known
        self.memo: dict[object, Any] = {}  # what a rule found of the pair and asks often
        self._contents: tuple[Bead | None, str] = (None, "")  # the bead a finding was made on last, and its content
        self._bare: dict[tuple[int, bool], str] = {}  # texts beside links, by the identity of a bead

    @cached_property
    def locale_paths(self) -> re.Pattern[str] | None:
        """The parts of targets that the configuration says name a locale; None if it says nothing."""
        paths = self.options.get("link-target", {}).get("locale_paths", ())
        return naming((self.locale, self.source.locale), paths)

    @cached_property
    def held(self) -> Held:
        """What the two sides hold, and in what they differ."""
        return held(self.source, self.target, self.beads, taught=self.lexicon is not None)

    def holding(self, what: int) -> list[Bead]:
        """The aligned beads that hold any of some things, as `rules.held` has them."""
        each = zip(self.beads, self.held.beads, strict=True) if self.held.whole & what else ()
        return [bead for bead, held in each if held & what and bead.source and bead.target]

    @cached_property
    def aligned(self) -> list[Bead]:
        """Beads with both sides."""
        return [bead for bead in self.beads if bead.source and bead.target]

    @cached_property
    def vouches(self) -> Vouching:
        """What vouches for the beads."""
        return Vouching(self)

    @cached_property
    def absent(self) -> Absence:
        """What may be the counterparts of what the translation lacks."""
        return Absence(self)

    @cached_property
    def meant(self) -> Meant:
        """What only the words say that the site vouches for."""
        return Meant(self.lexicon, self.aligned)

    @cached_property
    def scale(self) -> float:
        """Weight of the target text over that of the source, of all that is aligned."""
        s = text_weight(self.source, [block for bead in self.aligned for block in bead.source])
        t = text_weight(self.target, [block for bead in self.aligned for block in bead.target])
        return min(1.6, max(0.7, (t + 300) / (s + 300)))

    @cached_property
    def missing(self) -> list[Unit]:
        """What the translation lacks, grouped into things a reader would name."""
        if not self.held.whole & What.UNPAIRED or self.vouches.is_stub:
            return []
        last = readable(self.beads, len(self.beads) - len(self.cut))
        found = units(self.beads[:last], lambda bead: bead.source if not bead.target else ())
        unread = {at for at, bead in enumerate(self.beads) if hides(self.source, self.target, bead.target)}
        found = [unit for unit in found if not is_joined(self.beads, unit)]
        if not unread and not self._comment:
            return found
        return [unit for unit in found if not stands_unread(self.beads, unit.position, unread, self._comment)]

    @cached_property
    def _comment(self) -> tuple[int, int] | None:
        """The comment of the translation that never ends."""
        return open_comment(self.target) if open_comment(self.source) is None else None

    @cached_property
    def cut(self) -> list[Block]:
        """The tail of the source, if so much of it has no counterpart that the page was cut short."""
        if not self.held.whole & What.UNPAIRED or (self._comment and self._comment[1] == len(self.target.raw)):
            return []
        return list(self.source.blocks) if self.vouches.is_stub else cut_short(self.source, self.beads)

    @cached_property
    def extra(self) -> list[Unit]:
        """What only the translation has, but for front matter that is read as text."""
        if not self.held.whole & What.UNPAIRED:
            return []
        return behind_front(
            self.source, self.target, units(self.beads, lambda bead: () if bead.source else bead.target)
        )

    @cached_property
    def unopened(self) -> list[Block]:
        """The paragraphs of the translation that should open a container, as the source's do."""
        return unopened(self.source, self.target) if self.held.whole & What.OPENER else []

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the translation."""
        return Counter(word for block in self.target.blocks for word in block.text.lower().split())

    def duplicate_of(self, block: Block) -> Block | None:
        """The block of the translation that an extra one repeats, if there is one near it."""
        text = block.text.strip()
        if len(text) < 12:
            return None
        for other in self.target.blocks[max(0, block.index - 12) : block.index + 13]:
            in_contents = "heading" in (other.kind, block.kind) and (other.links or block.links)
            if other is not block and not in_contents and repeats(other, block):
                return other if not is_repeated(self.source, self.target, self.aligned, text) else None
        return None

    def gap(self, position: int) -> tuple[int, int]:
        """Where the source of the bead at `position` should have stood: at what stands there instead, or the next block."""
        if position and (before := self.beads[position - 1]).target and not before.source and not before.moved:
            position -= 1
        for bead in map(self.beads.__getitem__, range(position, len(self.beads))):
            if bead.target and not bead.moved:
                start = beginning(bead.target[0])
                return start, min(start + 3, bead.target[0].end)
        end = len(self.target.raw[: self.target.blocks[-1].end if self.target.blocks else None].rstrip())
        return end, end

    def finding(
        self, rule: Rule, message: str, /, *, at: Where, origin: Where | None = None, note: str = "", lost: Unit | None = None, added: Unit | None = None,
        severity: Severity | None = None, bead: Bead | None = None, fix: Fix | None = None, **values: str,
    ) -> Finding:  # fmt: skip
        """A finding: the rule, the name of its message, where in the translation, and at what in the source.

        On a bead, it is no surer than that is a pair, and holds as long as it is as it is, else as long as the two places are.
        On what was `lost`, or was `added`, it is a hint where that may stand on the other page.
        """
        target = reach(at)
        source = reach(origin) if origin is not None else None
        related = (related_at(self.source, source, note or rule.origin),) if source is not None else ()
        if (lost or added) and (severity or rule.severity) is not Severity.INFO:
            severity, found = as_sure(self, severity or rule.severity, lost, added)
            if found is not None:
                related = (*related, related_at(found[0], whole(found[1]), PERHAPS))
        if bead is not None:
            content = self._content(bead)
            if not rule.evident:
                severity = self.vouches.as_sure(bead, severity or rule.severity, at, origin)
        else:
            content = (self.source.source_text(*source) if source else "") + "\0" + self.target.source_text(*target)
        return rule.finding(
            message, self.target.place(*target), self.locale, values, severity=severity,
            related=related, snippet=self.target.line_text(target[0]), content=content, page=self.target.page, fix=fix,
        )  # fmt: skip

    def unlinked(self, bead: Bead, *, source: bool) -> str:
        """What stands in none of the links of a side of a bead, in small letters."""
        if (id(bead), source) not in self._bare:
            self._bare[id(bead), source] = unlinked(bead.source if source else bead.target)
        return self._bare[id(bead), source]

    def _content(self, bead: Bead) -> str:
        """What is written on both sides of a bead; the same string for all findings on it, short for a huge one."""
        if self._contents[0] is not bead:
            content = written(self.source, bead.source) + "\0" + written(self.target, bead.target)
            if len(content) > LONG:
                content = sha256(content.replace("\r\n", "\n").encode("utf-8", "replace")).hexdigest()
            self._contents = (bead, content)
        return self._contents[1]


def page_finding(
    document: Document, rule: Rule, message: str, /, *, at: Where, severity: Severity | None = None,
    fix: Fix | None = None, **values: str,
) -> Finding:  # fmt: skip
    """A finding on a page by itself."""
    start, end = reach(at)
    return rule.finding(
        message, document.place(start, end), document.locale, values, severity=severity, snippet=document.line_text(start),
        content=document.source_text(start, end), page=document.page, fix=fix,
    )  # fmt: skip


def reach(where: Where) -> Range:
    """The bytes that something takes up."""
    if type(where) is tuple:  # a span is one, too, by another name
        return where
    return where.start, where.end  # type: ignore[union-attr]


def across(first: Ranged, last: Ranged) -> Range:
    """From the beginning of one thing to the end of another."""
    return first.start, last.end


def whole(block: Block) -> Range:
    """A block as a reader sees it: with its list marker, if it has one."""
    return beginning(block), block.end


def stretch(block: Block, index: int, text: str) -> Range:
    """The bytes of a text that stands at an index of a block's text."""
    start = block.offset(index)
    return start, start + len(text.encode())


def related_at(document: Document, place: tuple[int, int], note: str) -> Related:
    """A related place in a document."""
    return Related(document.place(*place), note, document.line_text(place[0]))


def written(document: Document, blocks: Sequence[Block]) -> str:
    """The Markdown of neighbouring blocks."""
    return document.source_text(blocks[0].start, blocks[-1].end) if blocks else ""


def beginning(block: Block) -> int:
    """Where a reader sees a block begin: at its list marker, if it has one."""
    return block.marker.start if block.marker is not None else block.start


def shorten(text: str, limit: int = 60) -> str:
    """A text to quote in a message: one line, cut at a word."""
    text = " ".join(text.replace("\ufffc", "…").split())
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit)
    return text[: cut if cut > 0 else limit] + "…"


def links(blocks: Iterable[Block]) -> list[Link]:
    """All links of some blocks."""
    return [link for block in blocks for link in block.links]


def images(blocks: Iterable[Block]) -> list[Image]:
    """All images of some blocks."""
    return [image for block in blocks for image in block.images]


def codes(blocks: Iterable[Block]) -> list[Span]:
    """All inline code of some blocks."""
    return [code for block in blocks for code in block.codes]


def strongs(blocks: Iterable[Block]) -> list[Span]:
    """All bold runs of some blocks."""
    return [strong for block in blocks for strong in block.strongs]
