"""Facing pages: the source beside every block of its translation, put into the page while it is rendered.

The English is there for everybody and hidden (`hidden`) until it is asked for: a page without scripts loses nothing, a
script only has to show it. Every block and its source stand together in one `div`, list items in their own text, cells
of a table in the cell, so the order of reading is always a block, then its source.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from facingpages.align import align
from facingpages.document import Document
from facingpages.mkdocs.leaves import PICTURE, Leaf, find_leaves, inline, letters, match, plain
from facingpages.mkdocs.pieces import Piece, SourcePage, callout_title, place
from facingpages.mkdocs.sentences import describe, pair, split
from facingpages.mkdocs.words import Words

AFTER_EVERYTHING = -10  # MkDocs turns links at 0


@dataclass(slots=True)
class Spread:
    """A translation and its source, opened beside each other.

    `source_language` and `language` are BCP 47 tags; `base` leads from the page to the site's root; `words` are
    the reader's; `directions` are those of writing, if they differ.
    """

    source: SourcePage
    target: Document
    source_language: str
    language: str
    base: str
    words: Words
    directions: tuple[str, str] | None = None


class PageExtension(Extension):
    """Calls `visit` with the tree of every page when it is complete: links turned, ids set, inline markup done."""

    def __init__(self, visit: Callable[[Element, Markdown], None]) -> None:
        super().__init__()
        self.visit = visit

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the base class's
        """Register with Python-Markdown."""
        processor = _Visitor(md)
        processor.visit = self.visit
        md.treeprocessors.register(processor, "facingpages", AFTER_EVERYTHING)


class _Visitor(Treeprocessor):
    visit: Callable[[Element, Markdown], None]

    def run(self, root: Element) -> None:
        self.visit(root, self.md)


def open_spread(root: Element, md: Markdown, spread: Spread) -> int:
    """Put the source into the tree of its translation. Gives how many blocks stand beside their source."""
    leaves = find_leaves(root, md.htmlStash.rawHtmlBlocks, md.is_block_level)
    match(leaves, spread.target.blocks)
    ids = frozenset(identifier for element in root.iter() if (identifier := element.get("id")))
    return _Binder(root, md, spread, leaves, ids).bind()


@dataclass(slots=True)
class _Binder:
    root: Element
    md: Markdown
    spread: Spread
    leaves: Sequence[Leaf]
    ids: frozenset[str]
    last: Element | None = None  # the source pieces put in last, to which a block without translation is added
    titled: set[int] = field(default_factory=set)

    def bind(self) -> int:
        by_block = {leaf.block: leaf for leaf in self.leaves if leaf.block >= 0}
        pieces = self.spread.source.pieces
        bound = 0
        for bead in align(self.spread.source.document, self.spread.target):
            sources = [pieces[block.index] for block in bead.source if block.index in pieces]
            targets = [by_block[block.index] for block in bead.target if block.index in by_block]
            if not sources:
                continue
            if not bead.target:
                self._missing(sources)
            elif targets and not self._same(sources, targets):
                self._together(sources, targets)
                bound += 1
        return bound

    def _same(self, sources: Sequence[Piece], targets: Sequence[Leaf]) -> bool:
        """Whether the translation shows the very same, as code and pictures do: then once is enough."""
        if len(sources) != len(targets) or not all(leaf.kind == "raw" or leaf.key[0] == PICTURE for leaf in targets):
            return False
        return all(piece.key == leaf.key for piece, leaf in zip(sources, targets, strict=True))

    def _together(self, sources: Sequence[Piece], targets: Sequence[Leaf]) -> None:
        leaf = targets[0]
        self._title(sources[0], leaf)
        if leaf.kind == "row":
            self._cells(sources, leaf)
        elif leaf.kind == "term":
            self._within(leaf.element, " ".join(piece.inner for piece in sources if piece.inner))
        else:
            self._beside(sources, targets)

    def _beside(self, sources: Sequence[Piece], targets: Sequence[Leaf]) -> None:
        """The block and its source in one `div`."""
        leaf = targets[0]
        together = Element("div", {"class": "facing-pair"})
        sentences = self._sentences(sources, targets)
        if leaf.kind == "item":
            own = inline(leaf.element, self.md.is_block_level)
            count = len(own)
            if sentences:
                own.text = None
                own[:] = sentences
            own.set("class", "facing-target")
            own.set("lang", self.spread.language)
            together.append(own)
            leaf.element.text = None
            leaf.element[:count] = [together]
        else:
            self._wrap(leaf, targets, together)
            if sentences:
                leaf.element.text = None
                leaf.element[:] = sentences
        if sentences:
            together.set("style", f"--facing-sentences: {len(sentences)}")
            together.set("class", "facing-pair facing-pair--sentences")
        self.last = self._source(together, "div")
        self._fill(
            self.last, [piece.inner if leaf.kind == "item" and len(sources) == 1 else piece.block for piece in sources]
        )

    def _wrap(self, leaf: Leaf, targets: Sequence[Leaf], together: Element) -> None:
        """Put an element, and those that follow it at once and belong to the same source, into the `div`."""
        parent = leaf.parent
        together.tail, start = "\n", _position(parent, leaf.element)
        end = start + 1
        for other in targets[1:]:
            if other.parent is not parent or end >= len(parent) or parent[end] is not other.element:
                break
            end += 1
        for element, other in zip(parent[start:end], targets, strict=False):
            if other.kind != "raw":  # an attribute would keep Python-Markdown from putting the raw HTML back
                element.attrib.setdefault("lang", self.spread.language)
            together.append(element)
        parent[start:end] = [together]

    def _sentences(self, sources: Sequence[Piece], targets: Sequence[Leaf]) -> list[Element]:
        """The sentences of the translation, if they pair with the source's one to one."""
        leaf = targets[0]
        if len(sources) != 1 or len(targets) != 1 or not sources[0].sentences or leaf.kind not in ("paragraph", "item"):
            return []
        own = inline(leaf.element, self.md.is_block_level) if leaf.kind == "item" else leaf.element
        spans = split(own)
        return spans if pair(sources[0].sentences, [describe(span) for span in spans]) else []

    def _cells(self, sources: Sequence[Piece], leaf: Leaf) -> None:
        if len(sources) != 1 or len(sources[0].cells) != len(leaf.cells):
            return
        for cell, text in zip(leaf.cells, sources[0].cells, strict=True):
            if text and plain(text) != letters("".join(cell.itertext())):
                self._fill(self._source(cell, "span"), [text])

    def _title(self, piece: Piece, leaf: Leaf) -> None:
        """The source's title of the callout around a block goes into the callout's title, once."""
        title = callout_title(leaf.callout)
        if title is not None and piece.title and id(title) not in self.titled:
            self.titled.add(id(title))
            self._within(title, piece.title)

    def _within(self, element: Element, text: str) -> None:
        """The source inside an element that holds text only, unless it says the same."""
        if not text or plain(text) == letters("".join(element.itertext())):
            return
        together = Element("span", {"class": "facing-pair"})
        own = SubElement(together, "span", {"class": "facing-target", "lang": self.spread.language})
        own.text, own[:] = element.text, list(element)
        element.text, element[:] = None, [together]
        self._fill(self._source(together, "span"), [text])

    def _missing(self, sources: Sequence[Piece]) -> None:
        """Blocks that the translation lacks, after what stands before them in the source."""
        label = Element("p", {"class": "facing-missing", "lang": self.spread.words.tag})
        label.text = self.spread.words.say("Not in the translation:")
        if self.last is None:
            together = Element("div", {"class": "facing-pair"})
            together.tail = "\n"
            self.root.insert(0, together)
            self.last = self._source(together, "div")
        self.last.append(label)
        self._fill(self.last, [piece.block for piece in sources])

    def _source(self, parent: Element, tag: str) -> Element:
        """An element for the source: in its language, hidden until it is asked for, not searched."""
        attributes = {"class": "facing-source", "lang": self.spread.source_language, "hidden": "hidden"}
        if self.spread.directions is not None:
            attributes["dir"] = self.spread.directions[0]
        return SubElement(parent, tag, {**attributes, "data-pagefind-ignore": "all"})

    def _fill(self, element: Element, texts: Sequence[str]) -> None:
        joined = "\n".join(texts)
        html = place(joined, self.spread.base, self.ids, self.spread.source.url)
        stashed = self.md.htmlStash.store(html)
        if len(element):
            element[-1].tail = (element[-1].tail or "") + stashed
        else:
            element.text = (element.text or "") + stashed


def _position(parent: Element, element: Element) -> int:
    return next(index for index, child in enumerate(parent) if child is element)
