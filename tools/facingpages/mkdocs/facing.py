"""Facing pages: the source beside every block of its translation.

The source is in the page for everybody and hidden (`hidden`) until it is asked for: a page without scripts loses
nothing, a script only has to show it. Every block and its source stand together in one `div`, list items in their own
text, cells of a table in the cell, so the order of reading is always a block, then its source. The tree itself only
gets marks (see `marks`): no element of the article is moved, changed or given an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markupsafe import Markup

from facingpages.align import Vouching
from facingpages.document import Document
from facingpages.mkdocs.columns import order
from facingpages.mkdocs.counterparts import Counterpart, counterparts
from facingpages.mkdocs.leaves import PICTURE, STASHED, TAGS, Leaf, find_leaves, inline, letters, match, plain
from facingpages.mkdocs.marks import Marks, enclose, enclose_inline
from facingpages.mkdocs.pieces import Piece, SourcePage, callout_title, place
from facingpages.mkdocs.sentences import describe, pair, split
from facingpages.mkdocs.words import Words, direction, tag

ANNOTATION = re.compile(r"\(\d+\)!?")  # Material turns these into buttons, each of which may stand on a page once
SENTENCE = '<span class="facing-sentence">'


@dataclass(slots=True)
class Spread:
    """A translation and its source, opened beside each other.

    `source_locale` and `locale` are the site's; `base` leads from the page to the site's root; `words` are the
    reader's. `notes` is what is said of blocks of the translation, by their number: each once, as it is put in.
    `lexicon`, or what gives one, vouches for the words of both.
    """

    source: SourcePage
    target: Document
    source_locale: str
    locale: str
    base: str
    words: Words
    notes: dict[int, Markup] = field(default_factory=dict)
    lexicon: Vouching = None


def open_spread(root: Element, md: Markdown, spread: Spread, marks: Marks) -> int:
    """Mark where the source goes in its translation. Gives how many blocks stand beside their source."""
    leaves = find_leaves(root, md.htmlStash.rawHtmlBlocks, md.is_block_level)
    match(leaves, spread.target.blocks)
    ids = frozenset(identifier for element in root.iter() if (identifier := element.get("id")))
    return _Binder(root, md, spread, marks, leaves, ids).bind()


@dataclass(slots=True)
class _Binder:
    root: Element
    md: Markdown
    spread: Spread
    marks: Marks
    leaves: Sequence[Leaf]
    ids: frozenset[str]
    last: list[str] | None = None  # the piece of source put in last, to which a block without translation is added
    titled: set[int] = field(default_factory=set)
    offered: set[int] = field(default_factory=set)  # sections of the source to which a reader was led
    columns: dict[int, Sequence[int]] = field(default_factory=dict)  # by row of the translation: the source's columns

    def bind(self) -> int:
        by_block = {leaf.block: leaf for leaf in self.leaves if leaf.block >= 0}
        pieces = self.spread.source.pieces
        found = counterparts(self.spread.source.document, self.spread.target, self.spread.lexicon)
        self._see_tables(found, by_block)
        bound = 0
        for one in found:
            sources = [pieces[block.index] for block in one.source if block.index in pieces]
            targets = [by_block[block.index] for block in one.target if block.index in by_block]
            if not sources:
                continue
            if not one.target and one.certain:
                self._missing(sources)
            elif not one.target:
                self._not_found(one.source[0].index)
            elif targets and not self._same(sources, targets):
                self._together(sources, targets)
                bound += 1
        return bound

    def _see_tables(self, found: Sequence[Counterpart], by_block: Mapping[int, Leaf]) -> None:
        """Find tables whose columns stand in another order than the source's."""
        tables: dict[object, list[tuple[Leaf, Piece]]] = {}
        for one in found:
            if len(one.source) == len(one.target) == 1 and one.target[0].kind == "row":
                piece, leaf = self.spread.source.pieces.get(one.source[0].index), by_block.get(one.target[0].index)
                if piece is not None and leaf is not None:
                    tables.setdefault(one.target[0].parent, []).append((leaf, piece))
        for rows in tables.values():
            texts = [
                ([plain(text) for text in piece.cells], [self._letters(cell) for cell in leaf.cells])
                for leaf, piece in rows
            ]
            self.columns.update(dict.fromkeys((leaf.block for leaf, _ in rows), order(texts)))

    def _letters(self, element: Element) -> str:
        """The letters and digits of an element, with the code and HTML that are put back later."""
        stash = self.md.htmlStash.rawHtmlBlocks
        text = "".join(element.itertext())
        return letters(STASHED.sub(lambda found: plain(str(stash[int(found.group(1))])), text))

    def _same(self, sources: Sequence[Piece], targets: Sequence[Leaf]) -> bool:
        """Whether the translation shows the very same, as code and pictures do: then once is enough."""
        if len(sources) != len(targets) or not all(leaf.kind == "raw" or leaf.key[0] == PICTURE for leaf in targets):
            return False
        return all(piece.key == leaf.key for piece, leaf in zip(sources, targets, strict=True))

    def _together(self, sources: Sequence[Piece], targets: Sequence[Leaf]) -> None:
        leaf = targets[0]
        self._title(sources[0], leaf)
        note = "".join(self.spread.notes.pop(target.block, "") for target in targets)
        if leaf.kind == "row":
            self._cells(sources, leaf, note)
        elif leaf.kind == "term" or leaf.listed:
            if leaf.kind != "raw":
                self._within(leaf, leaf.element, " ".join(piece.inner for piece in sources if piece.inner), note)
        else:
            self._beside(sources, targets, note)

    def _beside(self, sources: Sequence[Piece], targets: Sequence[Leaf], note: str) -> None:
        """The block and its source in one `div`."""
        leaf = targets[0]
        sentences = self._sentences(sources, targets)
        rows = sentences + bool(note)  # what is said of a block stands below its sentences
        name = f'facing-pair facing-pair--sentences" style="--facing-sentences: {rows}' if sentences else ""
        together = f'<div class="{name or "facing-pair"}">'
        if leaf.kind == "item":
            before, _ = self.marks.new(together, self._target("div"))
            after, self.last = self.marks.new("</div>", self._opening("div"), "</div></div>")
            enclose_inline(leaf.element, before, after, self.md.is_block_level)
        else:
            before, _ = self.marks.new(together)
            after, self.last = self.marks.new(self._opening("div"), "</div></div>")
            enclose(leaf.parent, self._neighbours(targets), before, after)
        single = leaf.kind == "item" and len(sources) == 1
        self._fill(self.last, [piece.inner if single else piece.block for piece in sources], leaf, note)

    def _neighbours(self, targets: Sequence[Leaf]) -> list[Element]:
        """The elements of a block and of those that follow it at once and belong to the same source."""
        parent = list(targets[0].parent)
        start = next(index for index, child in enumerate(parent) if child is targets[0].element)
        together = [targets[0].element]
        for other in targets[1:]:
            position = start + len(together)
            if position >= len(parent) or parent[position] is not other.element:
                break
            together.append(other.element)
        return together

    def _sentences(self, sources: Sequence[Piece], targets: Sequence[Leaf]) -> int:
        """Mark the sentences of the translation, if they pair with the source's one to one; how many there are."""
        leaf = targets[0]
        if len(sources) != 1 or len(targets) != 1 or not sources[0].sentences or leaf.kind not in ("paragraph", "item"):
            return 0
        own = inline(leaf.element, self.md.is_block_level) if leaf.kind == "item" else leaf.element
        spans = split(own)
        if not pair(sources[0].sentences, [describe(span) for span in spans]):
            return 0
        marked: list[Element] = []
        for span in spans:
            before, _ = self.marks.new(SENTENCE)
            after, _ = self.marks.new("</span>")
            before.tail = span.text
            marked += [before, *span, after]
        count = len(own)
        leaf.element.text = None
        leaf.element[:count] = marked
        return len(spans)

    def _cells(self, sources: Sequence[Piece], leaf: Leaf, note: str) -> None:
        if len(sources) != 1 or len(sources[0].cells) != len(leaf.cells):
            return
        columns = self.columns.get(leaf.block) or range(len(leaf.cells))
        for cell, text in zip(leaf.cells, (sources[0].cells[column] for column in columns), strict=True):
            if note or (text and plain(text) != self._letters(cell)):
                mark, parts = self.marks.new(self._opening("span"), "</span>")
                cell.append(mark)
                self._fill(parts, [text], leaf, note)
                note = ""

    def _title(self, piece: Piece, leaf: Leaf) -> None:
        """The source's title of the callout around a block goes into the callout's title, once."""
        title = callout_title(leaf.callout)
        if title is not None and piece.title and id(title) not in self.titled:
            self.titled.add(id(title))
            self._within(leaf, title, piece.title)

    def _within(self, leaf: Leaf, element: Element, text: str, note: str = "") -> None:
        """The source inside an element that holds text only, unless it says the same."""
        if not note and (not text or plain(text) == self._letters(element)):
            return
        before, _ = self.marks.new('<span class="facing-pair">', self._target("span"))
        after, parts = self.marks.new("</span>", self._opening("span"), "</span></span>")
        enclose_inline(element, before, after, self.md.is_block_level)
        self._fill(parts, [text], leaf, note)

    def _missing(self, sources: Sequence[Piece]) -> None:
        """Blocks that the translation lacks, after what stands before them in the source."""
        said = escape(self.spread.words.say("Not in the translation:"))
        self._fill(self._say("facing-missing", said), [piece.block for piece in sources])

    def _not_found(self, block: int) -> None:
        """Lead to the section of the source in which a block stands that may or may not be translated, once."""
        source, words = self.spread.source, self.spread.words
        head, section = source.section(block)
        if head in self.offered:
            return
        self.offered.add(head)
        name, address, way = words.language(self.spread.source_locale), self.spread.base + source.url, ""
        if section is not None:
            name, address = unescape(TAGS.sub("", section.inner)).strip(), f"{address}#{section.anchor}"
            way = f' lang="{tag(self.spread.source_locale)}" dir="{direction(self.spread.source_locale)}"'
        link = f'<a href="{escape(address or "./")}"{way}>{escape(name)}</a>'
        before, _, after = words.say("No counterpart found. In the original: {section}").partition("{section}")
        self._say("facing-unfound", escape(before) + link + escape(after))

    def _say(self, name: str, html: str) -> list[str]:
        """Say something to the reader at the end of the source put in last; gives the parts of that mark."""
        if self.last is None:
            mark, self.last = self.marks.new('<div class="facing-pair">', self._opening("div"), "</div></div>")
            self.root.insert(0, mark)
        words = self.spread.words
        self.last.insert(-1, f'<p class="{name}" lang="{words.tag}" dir="{words.direction}">{html}</p>')
        return self.last

    def _opening(self, name: str) -> str:
        """The opening tag of the source: in its language, hidden until it is asked for, not searched."""
        locale = self.spread.source_locale
        language = f'lang="{tag(locale)}" dir="{direction(locale)}"'
        return f'<{name} class="facing-source" {language} hidden data-pagefind-ignore="all">'

    def _target(self, name: str) -> str:
        locale = self.spread.locale
        return f'<{name} class="facing-target" lang="{tag(locale)}" dir="{direction(locale)}">'

    def _fill(self, parts: list[str], texts: Sequence[str], leaf: Leaf | None = None, note: str = "") -> None:
        """Put the source before the end of a mark, and what is said of it."""
        html = place("\n".join(texts), self.spread.base, self.ids, self.spread.source.url)
        parts.insert(-1, ANNOTATION.sub("", html) if leaf is not None and leaf.annotated else html)
        if note:
            parts.insert(-1, note)
